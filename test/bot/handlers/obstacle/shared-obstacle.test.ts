import { dayText } from '../../../../src/text/dates';
import { type City, startCity } from '../../../../testing/scenes/city';
import { allOn, choosesMore, pressesOn, seenOn, sendsIdea, sv, titlesOn } from '../../../../testing/scenes/everyday';
import { gatheredFor, notice } from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

// An obstacle that eleven ideas in six departments share, from the first that meets it to the day on which it is gone.

const LINE = 'Hemtjänstens planeringssystem saknar en koppling till larmen.';
/** Where the eleven come from: two departments have no leader who has the bot, so that the office decides there. */
const departments = ['VOO', 'VOO', 'VOO', 'MIL', 'MIL', 'KLK', 'KLK', 'RTJ', 'RTJ', 'SBK', 'UTB'];

let city: City;
let employee: Person;
let leader: Person;
let office: Person;
let deciders: Record<string, Person>;
const ids: string[] = [];
let obstacle = '';

beforeAll(async () => {
  city = await startCity();
  employee = await city.arrives('employee');
  leader = await city.arrives('leader');
  office = await city.arrives('office');
  deciders = {
    ...{ VOO: leader, SBK: office, UTB: office },
    MIL: await city.arrives('environmentLeader'),
    KLK: await city.arrives('executiveLeader'),
    RTJ: await city.arrives('rescueLeader'),
  };
});
afterAll(() => city.stop());

const deciderOf = (at: number): Person => deciders[departments[at] ?? ''] ?? office;
const ideaOf = async (id: string) => (await city.app.ideas.load(id))?.idea;
const toDay = (day: string) => city.pass(Date.parse(`${day}T09:00:00Z`) - Date.parse(city.now()));
const opens = (person: Person) =>
  person.presses({ verb: 'obstacle', data: { verb: 'obstacle', obstacle, below: 'true' } });
const pressesObstacle = (person: Person, title: string, inputs: Record<string, unknown> = {}) =>
  person.presses(title, inputs, { on: person.chat().at(-1)?.activityId ?? '' });

/** An idea ends, and whoever decides says what is in its way. */
async function meets(at: number, line: string): Promise<{ id: string; answer: { card?: unknown } }> {
  const person = deciderOf(at);
  const id = await sendsIdea(employee, { title: `Larm i tid ${at + 1}`, department: departments[at] ?? '' });
  await city.delivers();
  await person.says(id);
  await choosesMore(person, id, 'Avsluta', { reason: 'Systemen kan inte tala med varandra.' });
  await pressesOn(person, id, 'Vad hindrar?');
  const answer = await pressesOn(person, id, 'Spara', { obstacleKind: 'system', obstacleLine: line });
  return { id, answer };
}

it('is named with its kind and one line, by whoever decides that the idea ends', async () => {
  const { id, answer } = await meets(0, LINE);
  ids.push(id);
  obstacle = (await ideaOf(id))?.obstacle ?? '';
  expect(seenOn(answer as { card: unknown })).toContain(notice('hindered.actor'));
  expect((await city.app.obstacles.load(obstacle))?.obstacle).toMatchObject({
    ...{ stage: 'open', kind: 'system', department: 'VOO', words: { line: LINE } },
  });
});

it('comes back with what was written, where the line is missing', async () => {
  const id = ids[0] ?? '';
  await leader.says(id);
  await pressesOn(leader, id, 'Vad hindrar?');
  const refused = await pressesOn(leader, id, 'Spara', { obstacleKind: 'rules', obstacleLine: ' ' });
  expect(seenOn(refused)).toContain(sv('refusal.wordsMissing', { field: sv('field.obstacleLine') }));
  expect((await ideaOf(id))?.obstacle).toBe(obstacle);
});

it('is offered to whoever names one that resembles it, and then stops both ideas', async () => {
  for (let at = 1; at < departments.length; at++) {
    const { id, answer } = await meets(at, 'Planeringssystemet i hemtjänsten saknar koppling till larm.');
    ids.push(id);
    const shown = seenOn(answer as { card: unknown });
    expect(shown).toContain(sv('panel.obstacle.same'));
    expect(shown).toContain(LINE);
    const same = (await ideaOf(id))?.obstacle;
    expect(same).not.toBe(obstacle);
    await pressesOn(deciderOf(at), id, sv('button.sameObstacle', { number: 1 }));
    expect((await ideaOf(id))?.obstacle).toBe(obstacle);
  }
});

const stops = sv('obstacle.stops', { ideas: 11, departments: 6 });

it('is seen by those who lead and by the office: on an idea, in the list and on its own card', async () => {
  expect(stops).toBe('Samma hinder stoppar 11 idéer i 6 förvaltningar.');
  for (const person of [leader, office]) {
    const list = await person.says('hinder');
    expect(seenOn(list)).toContain(LINE);
    expect(seenOn(list)).toContain(stops);
    // Those that were named in vain stop nothing, and are not there.
    expect(seenOn(list).split(sv('obstacle.head.open'))).toHaveLength(2);
  }
  expect(allOn(await leader.says(ids[0] ?? ''))).toContain(stops);
  expect(seenOn(await leader.says(obstacle))).toContain(stops);
});

it('shows everybody else what is in the idea’s way, and not how much it stops', async () => {
  const own = allOn(await employee.says(ids[0] ?? ''));
  expect(own).toContain(LINE);
  expect(own).not.toContain(stops);
  expect(seenOn(await employee.says('hinder'))).toContain(sv('obstacle.notYours'));
  const seen = await employee.says(obstacle);
  expect(seenOn(seen)).toContain(LINE);
  expect(titlesOn(seen)).toEqual([]);
});

it('is taken care of by a leader who wants to, by a day, and nobody else is asked', async () => {
  await opens(leader);
  await pressesObstacle(leader, sv('obstacle.button.take'));
  const taken = await pressesObstacle(leader, sv('obstacle.button.take'), { until: '2027-02-01' });
  const date = dayText('2027-02-01', 'sv', city.now().slice(0, 10));
  expect(seenOn(taken)).toContain(sv('obstacle.did.obstacleTaken', { date }));
  expect(allOn(await deciderOf(3).says(ids[3] ?? ''))).toContain(sv('obstacle.fact.taken', { date }));
  // Another leader leaves it to them.
  expect(titlesOn(await opens(deciderOf(3)))).toEqual([sv('obstacle.button.hide'), sv('obstacle.button.list')]);
});

it('is asked about on the day', async () => {
  toDay('2027-02-01');
  await city.delivers();
  const asked = leader
    .chat()
    .findLast(({ card }) => card && seenOn({ card }).includes(sv('obstacle.told.obstacleReminded')));
  expect(asked?.card && titlesOn({ card: asked.card })).toContain(sv('obstacle.button.remove'));
});

it('is gone, and every idea that waited comes back to those who decide on it', async () => {
  const before = await Promise.all(ids.map(ideaOf));
  expect(before.map((idea) => idea?.stage)).toEqual(ids.map(() => 'closed'));
  await opens(leader);
  await pressesObstacle(leader, sv('obstacle.button.remove'));
  const gone = await pressesObstacle(leader, sv('obstacle.button.remove'), { how: 'Den nya versionen kan det.' });
  expect(seenOn(gone)).toContain(sv('obstacle.did.obstacleRemoved'));
  await city.delivers();
  for (const idea of await Promise.all(ids.map(ideaOf))) {
    expect(idea).toMatchObject({ stage: 'submitted', waiting: { for: 'deciders' } });
    expect(idea?.obstacle).toBeUndefined();
  }
  expect(await city.app.obstacles.hinderedBy(obstacle)).toEqual([]);
});

it('tells those whose ideas waited that they are read again, and those who decide in one card', async () => {
  const told = await gatheredFor(city, employee);
  expect(told.filter((text) => text === notice('obstacleLifted.submitter'))).toHaveLength(ids.length);
  const [first = ''] = ids;
  const waits = allOn(await employee.says(first));
  expect(waits).toContain('Väntar på');
  const read = await deciderOf(3).says('min tur');
  expect(seenOn(read)).toContain('Larm i tid 4');
  expect(seenOn(read)).toContain('Larm i tid 5');
});

it('changes nothing any more once it is gone', async () => {
  const card = await opens(leader);
  expect(titlesOn(card)).toEqual([sv('obstacle.button.hide'), sv('obstacle.button.list')]);
  expect(seenOn(await leader.says('hinder'))).toContain(sv('obstacle.list.none'));
});
