import { type City, startCity } from '../../../../testing/scenes/city';
import { allOn, cardAbout, choosesMore, pressesOn, seenOn, sendsIdea, sv } from '../../../../testing/scenes/everyday';
import { arrivals, following, inDayCard, notice } from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

// What keeps departments from taking in an idea that is used: from "Inte nu" to the day on which it is gone.

const LINE = 'Hemtjänstens planeringssystem saknar en koppling till larmen.';

type Who = 'submitter' | 'leader' | 'environment' | 'rescue';

let city: City;
let people: Record<Who, Person>;
let story: ReturnType<typeof following<Who>>;
let id = '';
let obstacle = '';
beforeAll(async () => {
  city = await startCity();
  people = await arrivals(city, {
    ...{ submitter: 'employee', leader: 'leader', environment: 'environmentLeader', rescue: 'rescueLeader' },
  });
  story = following(city, people);
  id = await sendsIdea(people.submitter);
  await people.leader.says(id);
  await pressesOn(people.leader, id, 'Utforska idén');
  await choosesMore(people.leader, id, 'Vi använder den redan', { done: 'Larmen går direkt till bilen.' });
  await pressesOn(people.leader, id, 'Fråga fler');
  await pressesOn(people.leader, id, 'Fråga fler', { departments: 'MIL,RTJ' });
  await story.news();
});
afterAll(() => city.stop());

const there = async (code: string) => (await story.idea(id)).adoptions[code];
const says = async (who: 'environment' | 'rescue', inputs: Record<string, string>) => {
  await people[who].says(id);
  return choosesMore(people[who], id, 'Inte nu', { reason: 'Vi kan inte i år.', ...inputs });
};

it('is named in the form of "Inte nu", where the department wants to, by one line', async () => {
  const said = await says('environment', { obstacleKind: 'system', obstacleLine: LINE });
  expect(seenOn(said)).toContain(LINE);
  obstacle = (await there('MIL'))?.obstacle ?? '';
  expect((await city.app.obstacles.load(obstacle))?.obstacle).toMatchObject({ kind: 'system', department: 'MIL' });
  expect(await city.app.obstacles.hinderedBy(obstacle)).toEqual([
    { ...{ obstacle, department: 'MIL', id, there: true } },
  ]);
});

it('needs none, and can be named later by its own button; one that resembles it is offered then', async () => {
  await says('rescue', {});
  expect(await there('RTJ')).toEqual({ status: 'notNow', reason: 'Vi kan inte i år.' });
  await people.rescue.says(id);
  const line = 'Planeringssystemet i hemtjänsten saknar koppling till larm.';
  const asked = await pressesOn(people.rescue, id, 'Vad hindrar?');
  expect(seenOn(asked)).toContain(sv('panel.hinderThere.text'));
  const said = await pressesOn(people.rescue, id, 'Spara', { obstacleKind: 'system', obstacleLine: line });
  expect(seenOn(said)).toContain(notice('departmentHindered.actor'));
  expect(seenOn(said)).toContain(sv('panel.obstacle.same'));
  await pressesOn(people.rescue, id, sv('button.sameObstacle', { number: 1 }));
  expect((await there('RTJ'))?.obstacle).toBe(obstacle);
});

it('counts among what the obstacle stops: one idea, in two departments', async () => {
  const stops = sv('obstacle.stops', { ideas: 1, departments: 2 });
  expect(seenOn(await people.leader.says('hinder'))).toContain(stops);
});

it('stands on the idea’s card for that department alone', async () => {
  expect(allOn(await people.rescue.says(id))).toContain(LINE);
  for (const who of ['leader', 'submitter'] as const) expect(allOn(await people[who].says(id))).not.toContain(LINE);
});

it('stands there by the department’s name for the office too, which looks after obstacles', async () => {
  const office = await city.arrives('office');
  const seen = allOn(await office.says(id));
  expect(seen).toContain(LINE);
  expect(seen).toContain(sv('obstacle.fact.there', { department: 'Miljö' }));
});

it('is gone: each department hears that it can take the idea in now, and nobody else hears anything', async () => {
  await story.news();
  await people.leader.presses({ verb: 'obstacle', data: { verb: 'obstacle', obstacle, below: 'true' } });
  const on = () => ({ on: people.leader.chat().at(-1)?.activityId ?? '' });
  await people.leader.presses(sv('obstacle.button.remove'), {}, on());
  const gone = await people.leader.presses(sv('obstacle.button.remove'), {}, on());
  expect(seenOn(gone)).toContain(sv('obstacle.did.obstacleRemoved.there'));
  const told = [inDayCard('obstacleGoneThere.adopters')];
  expect(await story.news()).toEqual({ environment: told, rescue: told });
  expect(await city.app.obstacles.hinderedBy(obstacle)).toEqual([]);
  expect(await there('MIL')).toEqual({ status: 'notNow', reason: 'Vi kan inte i år.' });
  await people.environment.says(id);
  await choosesMore(people.environment, id, 'Vi inför den', { start: city.now().slice(0, 10) });
  expect((await there('MIL'))?.status).toBe('using');
  expect(seenOn(cardAbout(people.environment, id))).not.toContain(LINE);
});
