import { newIdempotencyKey } from '../../../../src/domain/ids';
import { type City, startCity } from '../../../../testing/scenes/city';
import { allOn, choosesMore, en, pressesOn, seenOn, sendsIdea, sv } from '../../../../testing/scenes/everyday';
import { gatheredFor } from '../../../../testing/scenes/told';
import type { Answer } from '../../../../testing/teams/answer';
import type { Person } from '../../../../testing/teams/person';

// An obstacle of which somebody takes care, and does not finish.

const LINE = 'Hemtjänstens planeringssystem saknar en koppling till larmen.';

let city: City;
let leader: Person;
let keeper: Person;
let office: Person;
let id = '';
let obstacle = '';

beforeAll(async () => {
  city = await startCity();
  const employee = await city.arrives('employee');
  leader = await city.arrives('leader');
  keeper = await city.arrives('environmentLeader', 'en-GB');
  office = await city.arrives('office');
  id = await sendsIdea(employee);
  await city.delivers();
  await leader.says(id);
  await choosesMore(leader, id, 'Avsluta', { reason: 'Systemen kan inte tala med varandra.' });
  await pressesOn(leader, id, 'Vad hindrar?');
  await pressesOn(leader, id, 'Spara', { obstacleKind: 'system', obstacleLine: LINE });
  obstacle = (await city.app.ideas.load(id))?.idea.obstacle ?? '';
});
afterAll(() => city.stop());

const toDay = async (day: string) => {
  await city.pass(Date.parse(`${day}T09:00:00Z`) - Date.parse(city.now()));
  await city.delivers();
};
const stands = async () => (await city.app.obstacles.load(obstacle))?.obstacle;
const opens = (person: Person): Promise<Answer> =>
  person.presses({ verb: 'obstacle', data: { verb: 'obstacle', obstacle, below: 'true' } });
const presses = (person: Person, title: string, inputs: Record<string, unknown> = {}) =>
  person.presses(title, inputs, { on: person.chat().at(-1)?.activityId ?? '' });

async function takes(until: string): Promise<Answer> {
  await opens(keeper);
  await presses(keeper, en('obstacle.button.take'));
  return presses(keeper, en('obstacle.button.take'), { until });
}

it('keeps the panel with the day where that cannot be', async () => {
  // As a client sends it that does not look at the days.
  const idempotencyKey = newIdempotencyKey(city.app.random);
  const press = { obstacle, decisionVersion: '1', idempotencyKey, obstacleAct: 'takeObstacle', until: '2026-11-01' };
  const refused = await keeper.presses({ verb: 'actOnObstacle', data: { verb: 'actOnObstacle', ...press } });
  expect(seenOn(refused)).toContain(en('obstacle.refusal.dateNotAhead'));
  expect((await stands())?.stage).toBe('open');
});

it('is told to whoever has named it, in the day card', async () => {
  await takes('2027-02-01');
  await city.delivers();
  expect(await stands()).toMatchObject({ stage: 'taken', until: '2027-02-01' });
  expect(await gatheredFor(city, leader)).toContain(
    sv('obstacle.told.obstacleTaken', { owner: keeper.name, date: '1 februari 2027' }),
  );
});

it('asks in the reader’s language on the day, and a week later the office hears', async () => {
  await toDay('2027-02-01');
  const asked = keeper.chat().findLast(({ card }) => card && seenOn({ card }).includes(LINE));
  expect(asked?.card && seenOn({ card: asked.card })).toContain(en('obstacle.told.obstacleReminded'));
  await toDay('2027-02-08');
  expect(await stands()).toMatchObject({ reminded: true, late: true });
  expect(await gatheredFor(city, office)).toContain(sv('obstacle.told.obstacleLate', { date: '1 februari' }));
});

it('is nobody’s again after two months, and stands with what was told of them in “mina uppgifter”', async () => {
  await toDay('2027-04-05');
  expect(await stands()).toMatchObject({ stage: 'open' });
  expect((await stands())?.owner).toBeUndefined();
  const own = await leader.says('mina uppgifter');
  const shown = [allOn(own), ...leader.chat().map(({ card }) => (card ? allOn({ card }) : ''))].join('\n');
  expect(shown).toContain(sv('obstacle.counted', { count: 1 }));
});

it('is let go by whoever takes care of it, and goes with nobody who leaves', async () => {
  await takes('2027-06-01');
  await presses(keeper, en('obstacle.button.release'));
  expect((await stands())?.stage).toBe('open');
  await takes('2027-06-01');
  await keeper.says('erase my data');
  await keeper.presses('Erase my data', {}, { on: keeper.chat().at(-1)?.activityId ?? '' });
  await city.delivers();
  expect(await stands()).toMatchObject({ stage: 'open', words: { line: LINE } });
  expect((await stands())?.owner).toBeUndefined();
});
