import { button, inputsOf } from '../../../../testing/cards/card';
import { type City, startCity } from '../../../../testing/scenes/city';
import { choosesMore, pressesOn, seenOn, sendsIdea, sv, titlesOn } from '../../../../testing/scenes/everyday';
import type { Person } from '../../../../testing/teams/person';

// What hinders several ideas is said once, in the form in which they end together.

const LINE = 'Hemtjänstens planeringssystem saknar en koppling till larmen.';

let city: City;
let employee: Person;
let leader: Person;

beforeEach(async () => {
  city = await startCity();
  employee = await city.arrives('employee');
  leader = await city.arrives('leader');
});
afterEach(() => city.stop());

const ideaOf = async (id: string) => (await city.app.ideas.load(id))?.idea;
const obstaclesOf = async (ids: readonly string[]) =>
  new Set((await city.app.ideas.loadAll(ids)).map((idea) => idea.obstacle));
const yes = (count: number) => sv('button.closeSeveral', { count });
const written = { reason: 'Det går inte än.', obstacleKind: 'system' };

async function waiting(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push(await sendsIdea(employee, { title: `Larm i tid ${n}` }));
  await city.delivers();
  return ids;
}

/** They end together, up to the question whether they do. */
async function chooses(ids: readonly string[]) {
  await leader.says('min tur');
  await leader.presses('Avsluta eller skicka vidare');
  return leader.presses('Avsluta', { ideas: ids.map((id) => `${id}.1`).join(','), reason: written.reason });
}

/** An idea that ended because of it. */
async function met(line: string): Promise<string> {
  const [id = ''] = await waiting(1);
  await leader.says(id);
  await choosesMore(leader, id, 'Avsluta', { reason: 'Systemen kan inte tala med varandra.' });
  await pressesOn(leader, id, 'Vad hindrar?');
  await pressesOn(leader, id, 'Spara', { obstacleKind: 'system', obstacleLine: line });
  return (await ideaOf(id))?.obstacle ?? '';
}

it('is one obstacle for all of them, and the list goes on where nothing resembles it', async () => {
  const ids = await waiting(3);
  const asked = await chooses(ids);
  expect(inputsOf(asked.card).map(({ id }) => id)).toEqual(['reason', 'obstacleKind', 'obstacleLine']);
  const answer = await leader.presses(yes(3), { ...written, obstacleLine: LINE });
  expect(seenOn(answer)).toContain(sv('queue.several.close', { done: 3, refused: 0 }).trim());
  const [obstacle, ...others] = await obstaclesOf(ids);
  expect(others).toEqual([]);
  expect((await city.app.obstacles.load(obstacle ?? ''))?.obstacle).toMatchObject({
    kind: 'system',
    words: { line: LINE },
  });
  expect(await city.app.obstacles.hinderedBy(obstacle ?? '')).toHaveLength(3);
});

it('is asked of nobody: they end without it as well', async () => {
  const ids = await waiting(2);
  await chooses(ids);
  await leader.presses(yes(2), { reason: written.reason, obstacleLine: ' ' });
  expect(await obstaclesOf(ids)).toEqual(new Set([undefined]));
  expect((await city.app.ideas.loadAll(ids)).map(({ stage }) => stage)).toEqual(['closed', 'closed']);
  expect(await city.app.obstacles.standing()).toEqual([]);
});

it('asks for a line where only its kind is chosen, and is made of no press that lacks something else', async () => {
  const ids = await waiting(2);
  await chooses(ids);
  const press = button(leader.chat().at(-1)?.card, yes(2)).data ?? {};
  const refused = await leader.presses(yes(2), { ...written, obstacleLine: ' ' });
  expect(seenOn(refused)).toContain(sv('refusal.wordsMissing', { field: sv('field.obstacleLine') }));
  expect(inputsOf(refused.card).find(({ id }) => id === 'obstacleKind')?.value).toBe('system');
  // As a client sends them that does not look at what is required, or counts no letters.
  for (const reason of [' ', 'å'.repeat(2001)])
    await leader.presses({ verb: 'several', data: { ...press, ...written, reason, obstacleLine: LINE } });
  expect((await city.app.ideas.loadAll(ids)).map(({ stage }) => stage)).toEqual(['submitted', 'submitted']);
  expect(await city.app.obstacles.standing()).toEqual([]);
});

it('may be one that stood there before: one press says so for all, and the list goes on', async () => {
  const known = await met(LINE);
  const ids = await waiting(3);
  await chooses(ids);
  const asked = await leader.presses(yes(3), {
    ...written,
    obstacleLine: 'Planeringssystemet i hemtjänsten saknar koppling till larm.',
  });
  expect(seenOn(asked)).toContain(LINE);
  expect(seenOn(asked)).toContain(sv('queue.several.close', { done: 3, refused: 0 }).trim());
  expect(titlesOn(asked)).toEqual([sv('button.sameObstacle', { number: 1 }), sv('obstacle.several.goOn')]);
  const answer = await leader.presses(sv('button.sameObstacle', { number: 1 }));
  expect(seenOn(answer)).toContain(sv('queue.several.hinder', { done: 3, refused: 0 }).trim());
  expect(await obstaclesOf(ids)).toEqual(new Set([known]));
  expect(await city.app.obstacles.hinderedBy(known)).toHaveLength(4);
});

it('stays written for whoever goes back to choose, and for whoever has said too much', async () => {
  const ids = await waiting(2);
  await chooses(ids);
  const press = button(leader.chat().at(-1)?.card, yes(2)).data ?? {};
  // As a client sends it that does not count letters.
  const refused = await leader.presses({
    ...{ verb: 'several', data: { ...press, ...written, obstacleLine: 'å'.repeat(201) } },
  });
  expect(seenOn(refused)).toContain(sv('refusal.wordsTooLong', { field: sv('field.obstacleLine'), limit: 200 }));
  expect((await ideaOf(ids[0] ?? ''))?.stage).toBe('submitted');
  await leader.presses('Tillbaka', { ...written, obstacleLine: LINE });
  const again = await leader.presses('Avsluta', {
    ideas: ids.map((id) => `${id}.1`).join(','),
    reason: written.reason,
  });
  expect(inputsOf(again.card).find(({ id }) => id === 'obstacleLine')?.value).toBe(LINE);
});

it('is one effect for a press that is sent twice', async () => {
  const ids = await waiting(3);
  await chooses(ids);
  const press = { ...button(leader.chat().at(-1)?.card, yes(3)).data, ...written, obstacleLine: LINE };
  for (const _ of ['first', 'again']) {
    const answer = await leader.presses({ verb: 'several', data: press });
    expect(seenOn(answer)).toContain(sv('queue.several.close', { done: 3, refused: 0 }).trim());
  }
  expect(await city.app.obstacles.standing()).toHaveLength(1);
});
