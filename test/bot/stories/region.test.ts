import { MOST_CARD_BYTES } from '../../../src/cards/layouts/fitting';
import { inputsOf } from '../../../testing/cards/card';
import { region } from '../../../testing/samples/organisation/organisations';
import { type City, startCity } from '../../../testing/scenes/city';
import { choosesMore, pressesOn, seenOn, sendsIdea, sv } from '../../../testing/scenes/everyday';
import { tooLarge } from '../../../testing/teams/misbehaviour';
import type { Person } from '../../../testing/teams/person';

/** C9: 235 departments and 231 units. Nobody scrolls through them, and no card could list them: they are named. */
describe('in a region', () => {
  let city: City;
  let employee: Person;
  let leader: Person;
  beforeAll(async () => {
    city = await startCity({ organisation: region() });
    employee = await city.arrives('employee');
    leader = await city.arrives('leader');
  });
  afterEach(() => {
    for (const person of [employee, leader]) {
      for (const card of person.cards())
        expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(MOST_CARD_BYTES);
    }
  });
  afterAll(() => city.stop());

  const field = (card: unknown, name: string) => inputsOf(card).find(({ id }) => id === name);

  it('somebody who is new writes where they work, and chooses among the nearest where that is not clear', async () => {
    const newcomer = city.person('colleague');
    await newcomer.installs();
    const [welcome] = newcomer.cards().slice(-1);
    expect(field(welcome, 'department')).toMatchObject({ type: 'Input.Text' });

    const asked = await newcomer.presses('Välj', { department: 'stationsgatan' });
    expect(seenOn(asked)).toContain(sv('refusal.unknownDepartment'));
    const nearest = field(asked.card, 'department');
    expect(nearest).toMatchObject({ type: 'Input.ChoiceSet' });
    expect(nearest?.choices).toHaveLength(11);

    const again = await newcomer.presses('Välj', { department: '?' });
    expect(field(again.card, 'department')).toMatchObject({ type: 'Input.Text' });
    const known = await newcomer.presses('Välj', { department: 'mottagningen stationsgatan 117' });
    expect(seenOn(known)).toContain('Vårdcentralen Kvarteret 0 · Mottagningen Stationsgatan 117');
  });

  it('settings keep a place by its name, and ask about one that names none; all else stays as it was chosen', async () => {
    await employee.says('inställningar');
    const saved = await employee.presses('Spara', { comments: 'false' });
    expect(seenOn(saved)).toContain(sv('settings.saved'));
    const refused = await employee.presses('Spara', { department: 'rymdfärjan', comments: 'true' });
    expect(seenOn(refused)).toContain(sv('refusal.unknownDepartment'));
    expect(field(refused.card, 'department')).toMatchObject({ value: 'rymdfärjan' });
    expect(field(refused.card, 'comments')).toMatchObject({ value: 'true' });
    await employee.presses('Spara', { department: 'Vård och omsorg' });
  });

  it('an idea is passed on to a department by its name, and nothing is lost where it names several', async () => {
    const id = await sendsIdea(employee);
    await city.delivers();
    const asked = await choosesMore(leader, id, 'Skicka vidare', { department: 'kvarteret', reason: 'Det är deras.' });
    expect(seenOn(asked)).toContain(sv('refusal.unknownDepartment'));
    expect(field(asked.card, 'reason')).toMatchObject({ value: 'Det är deras.' });
    expect(field(asked.card, 'department')?.choices).toHaveLength(11);
    await pressesOn(leader, id, 'Skicka vidare', { department: '?' });
    await pressesOn(leader, id, 'Skicka vidare', {
      department: 'vårdcentralen kvarteret 117',
      reason: 'Det är deras.',
    });
    expect((await city.app.ideas.load(id))?.idea.department).toBe('R117');
  });

  it('several departments are named with commas between, and those that are clear are chosen already', async () => {
    const id = await sendsIdea(employee);
    await city.delivers();
    const asked = await choosesMore(leader, id, 'Berör också', { departments: 'Miljö, kvarteret' });
    expect(field(asked.card, 'departments')).toMatchObject({ type: 'Input.ChoiceSet', value: 'MIL' });
    await pressesOn(leader, id, 'Berör också', { departments: 'MIL,R3' });
    expect((await city.app.ideas.load(id))?.idea.concerns).toEqual(['MIL', 'R3']);
  });

  it('who leads is found among many of the same name', async () => {
    const answer = await employee.says('ledare kvarteret');
    expect(field(answer.card, 'department')?.choices).toHaveLength(20);
    expect(seenOn(answer)).toContain(sv('leaders.moreFound', { count: 201 }));
  });

  describe('where Teams answers 413', () => {
    const updates = ({ kind }: { kind: string }) => kind === 'update';
    const posts = ({ kind }: { kind: string }) => kind === 'post';

    it('an answer comes in short, with one button that opens the idea, and operators get a line', async () => {
      const id = await sendsIdea(employee);
      city.connector.misbehave(posts, [tooLarge()]);
      const answer = await employee.says(id);
      expect(seenOn(answer)).toContain(sv('short.why'));
      expect(seenOn(answer)).toContain(`${sv('idea.id', { id })}`);
      expect(seenOn(answer)).toContain('Cykelpool');
      expect(city.log).toContainEqual(
        expect.objectContaining({ level: 'warn', message: expect.stringMatching(/too large/) }),
      );
      expect(seenOn(await employee.presses('Öppna idén'))).toContain('Hemtjänsten väntar');
    });

    it('a form that was sent with a fault stays where it is, with all that was written, and why it came back stands below', async () => {
      await employee.says('idé');
      const form = employee.chat().at(-1)?.activityId ?? '';
      city.connector.misbehave(updates, [tooLarge()]);
      const title = 'x'.repeat(200);
      await employee.submits(
        { verb: 'submit', idempotencyKey: '0000000000000001', problem: 'Bilar.', title },
        { on: form },
      );
      expect(seenOn({ card: employee.cards().at(-1) })).toContain(sv('short.kept'));
      expect(employee.chat().find(({ activityId }) => activityId === form)).toBeDefined();
    });
  });
});
