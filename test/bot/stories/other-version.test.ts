import { newIdempotencyKey } from '../../../src/domain/ids';
import { recordKey, recordsPartition } from '../../../src/store/keys';
import { type City, days, minutes, startCity } from '../../../testing/scenes/city';
import { cardAbout, pressesOn, seenOn, sendsIdea, sv } from '../../../testing/scenes/everyday';
import { gives } from '../../../testing/scenes/told';
import type { Person } from '../../../testing/teams/person';

/** As another version may have left it. Gives the stage that it was in. */
async function putInStage(city: City, id: string, stage: string): Promise<string> {
  const partitionKey = recordsPartition(city.organisation().municipality.code);
  const row = await city.storage.ideas.getEntity<{ state: string }>(partitionKey, recordKey(id));
  const { stage: before, ...state } = JSON.parse(row.state);
  const after = { partitionKey, rowKey: recordKey(id), state: JSON.stringify({ ...state, stage }) };
  await city.storage.ideas.updateEntity(after, 'Merge');
  return before;
}

/** C30: rows of a version that this one does not know, among others that it does. */
describe('an idea that only a newer version can read', () => {
  let city: City;
  let employee: Person;
  let leader: Person;
  let unread: string;
  let other: string;
  beforeAll(async () => {
    city = await startCity();
    employee = await city.arrives('employee');
    leader = await city.arrives('leader');
    unread = await sendsIdea(employee, { title: 'Drömmar' });
    other = await sendsIdea(employee, { title: 'Elbilar' });
    await city.delivers();
    await putInStage(city, unread, 'dreaming');
  });
  afterAll(() => city.stop());

  it('is left out of lists, which show the others', async () => {
    for (const list of [await employee.says('mina idéer'), await leader.says('min tur')]) {
      expect(seenOn(list)).toContain('Elbilar');
      expect(seenOn(list)).not.toContain('Drömmar');
    }
  });

  it.each<[string, (state: Record<string, unknown>) => object]>([
    ['what it stands for is no JSON', () => ({ over: '{' })],
    ['its day is none', (state) => ({ state: JSON.stringify({ ...state, answerBy: 'soon', promised: 'soon' }) })],
    ['colleagues are a number', (state) => ({ state: JSON.stringify({ ...state, askedColleagues: 7 }) })],
    ['its time is none', (state) => ({ state: JSON.stringify({ ...state, createdAt: 'soon' }) })],
  ])('breaks no list where %s, and operators are told once', async (_why, columns) => {
    const odd = await sendsIdea(employee, { title: 'Konstgräs' });
    await city.delivers();
    const key = { partitionKey: recordsPartition(city.organisation().municipality.code), rowKey: recordKey(odd) };
    const { state } = await city.storage.ideas.getEntity<{ state: string }>(key.partitionKey, key.rowKey);
    await city.storage.ideas.updateEntity({ ...key, ...columns(JSON.parse(state)) }, 'Merge');
    const office = await city.arrives('office');
    for (const list of ['mina idéer', 'mina uppgifter', 'min tur', 'veckan', 'idag']) {
      for (const who of [employee, leader, office]) expect(seenOn(await who.says(list)).length).toBeGreaterThan(20);
    }
    expect(seenOn(await employee.says('mina idéer'))).toContain('Elbilar');
    const told = city.log.filter(({ level, what }) => level === 'warn' && what.kind === 'idea' && what.id === odd);
    expect(told).toHaveLength(1);
    await city.storage.ideas.deleteEntity(key.partitionKey, key.rowKey);
  });

  it('is told kindly when it is opened or decided on, with a reference that stands in the log; nothing is written', async () => {
    const before = (await city.ideaRows()).get(recordKey(unread));
    const opened = await employee.says(unread);
    const told = /ange ([0-9A-Z]{8})/.exec(opened.message ?? '');
    expect(opened.message).toContain('Inget har ändrats');
    expect(city.log).toContainEqual(
      expect.objectContaining({ level: 'warn', what: expect.objectContaining({ reference: told?.[1] }) }),
    );
    const pressed = await pressesOn(leader, unread, 'Utforska idén').catch((error: Error) => error);
    expect(pressed).not.toBeInstanceOf(Error);
    expect((await city.ideaRows()).get(recordKey(unread))).toEqual(before);
    expect(city.log).toContainEqual(
      expect.objectContaining({
        level: 'warn',
        what: { kind: 'idea', id: unread, why: 'state.stage: invalid_value', newer: false },
      }),
    );
    expect(JSON.stringify(city.log)).not.toContain('Drömmar');
  });

  it('holds nobody else up: others are decided on and told', async () => {
    await pressesOn(leader, other, 'Utforska idén');
    await city.delivers();
    expect(seenOn(cardAbout(employee, other))).toContain('Elbilar');
  });
});

describe('a card that tells of several ideas, one of which only a newer version can read,', () => {
  let city: City;
  let employee: Person;
  let leader: Person;
  beforeEach(async () => {
    city = await startCity();
    employee = await city.arrives('employee');
    leader = await city.arrives('leader');
  });
  afterEach(() => city.stop());

  const comments = async (who: Person, idea: string, comment: string): Promise<void> => {
    const data = { verb: 'act', idea, decisionVersion: 1, idempotencyKey: newIdempotencyKey(city.app.random) };
    await who.presses({ verb: 'act', data: { ...data, do: 'comment' } }, { comment }, { on: '' });
  };
  /** The day cards in the employee’s chat. */
  const dayCards = (): string[] =>
    employee.cards().flatMap((card) => {
      const seen = seenOn({ card });
      return seen.includes('I dag') ? [seen] : [];
    });

  /** Two ideas with news that stands in no card yet. */
  const twoWithNews = async (): Promise<string> => {
    const unread = await sendsIdea(employee, { title: 'Drömmar' });
    const other = await sendsIdea(employee, { title: 'Elbilar' });
    await city.delivers();
    const colleague = await city.arrives('colleague');
    await comments(colleague, unread, 'Ett.');
    await comments(colleague, other, 'Två.');
    await city.delivers();
    return unread;
  };

  it('is the day card: it tells of the other, and of this one when it can be read', async () => {
    const unread = await twoWithNews();
    const stage = await putInStage(city, unread, 'dreaming');
    const asked = seenOn(await employee.says('idag'));
    expect(asked).toContain('Elbilar');
    expect(asked).not.toContain('Drömmar');

    city.pass(minutes(3));
    await city.delivers();
    city.pass(days(1));
    await city.delivers();
    const [, ...came] = dayCards();
    expect(came).toEqual([expect.stringContaining('Elbilar')]);
    expect(came.join()).not.toContain('Drömmar');

    await putInStage(city, unread, stage);
    city.pass(days(4));
    await city.delivers();
    const [later = '', ...rest] = dayCards().slice(2);
    expect(later).toContain('Drömmar');
    expect(later).not.toContain('Elbilar');
    expect(rest).toEqual([]);
    city.pass(days(4));
    await city.delivers();
    expect(dayCards()).toHaveLength(3);
  });

  it('is “mina uppgifter”: it says which one cannot be read, and tells of the other', async () => {
    const unread = await twoWithNews();
    await putInStage(city, unread, 'dreaming');
    const mine = await employee.says('mina uppgifter');
    expect(seenOn(mine)).toContain(sv('data.notAll'));
    const read = seenOn(
      await employee.presses({ verb: 'readData', data: { verb: 'readData', page: 0 } }, {}, { on: '' }),
    );
    expect(read).toContain('Elbilar');
    expect(read).not.toContain('Drömmar');
    expect(read).toContain(sv('data.unreadText'));
    expect(read).toContain(sv('idea.id', { id: unread }));
  });

  it('is the week, which tells of the others though a department has declined this one', async () => {
    const unread = await sendsIdea(employee, { title: 'Drömmar' });
    await sendsIdea(employee, { title: 'Elbilar' });
    const elsewhere = await city.arrives('environmentLeader');
    await city.delivers();
    await pressesOn(leader, unread, 'Fler val');
    await gives(leader, unread, 'Gör direkt', { person: 'me', until: '2026-12-11' });
    await gives(leader, unread, sv('button.done.doing'), { done: 'Cyklarna används.' });
    await city.delivers();
    await leader.says(unread);
    await gives(leader, unread, 'Fråga fler', { departments: 'MIL' });
    await city.delivers();
    await elsewhere.says(unread);
    await gives(elsewhere, unread, 'Inte nu', { reason: 'Vi bygger om.' });
    await city.delivers();
    expect(seenOn(await employee.says('veckan'))).toContain('Drömmar');

    await putInStage(city, unread, 'dreaming');
    const week = await employee.says('veckan');
    expect(seenOn(week)).toContain('Elbilar');
    expect(seenOn(week)).not.toContain('Drömmar');
    expect((await elsewhere.says('veckan')).message).toBeUndefined();
  });
});
