import { buttonsOf, inputsOf, textsOf } from '../../../../testing/cards/card';
import { type City, startCity } from '../../../../testing/scenes/city';
import { allOn, en, idOn, seenOn, sendsIdea, sv, titlesOn, usualIdea } from '../../../../testing/scenes/everyday';
import type { Person } from '../../../../testing/teams/person';

describe('the form', () => {
  let city: City;
  let employee: Person;
  beforeAll(async () => {
    city = await startCity();
    await city.arrives('leader');
    await city.arrives('otherLeader');
  });
  beforeEach(async () => {
    employee = await city.arrives('employee');
  });
  afterAll(() => city.stop());

  it.each(['idé', 'idea', 'IDÉ', 'Ide', 'skicka en idé'])('opens with "%s"', async (words) => {
    expect(seenOn(await employee.says(words))).toContain(sv('form.new'));
  });

  it('shows three things and folds the rest away', async () => {
    const answer = await employee.says('idé');
    const seen = seenOn(answer);
    expect(seen).toContain('Vad är problemet, och för vem?');
    expect(seen).toContain('Ge idén ett namn');
    expect(seen).toContain('Vård och omsorg');
    for (const folded of ['Hur vill du lösa det?', 'Hur vet du det?', 'Visa mitt namn bara för dem som beslutar']) {
      expect(seen).not.toContain(folded);
      expect(allOn(answer)).toContain(folded);
    }
  });

  it('unfolds by "Byt" and "Lägg till mer" without asking the bot', async () => {
    const { card } = await employee.says('idé');
    const folds = buttonsOf(card).filter(({ type }) => type === 'Action.ToggleVisibility');
    expect(folds.map(({ title }) => title)).toEqual(expect.arrayContaining(['Byt', 'Lägg till mer']));
  });

  it('requires the problem and the name and nothing else', async () => {
    const { card } = await employee.says('idé');
    const required = inputsOf(card).filter(({ isRequired }) => isRequired === true);
    expect(required.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Vad är problemet, och för vem?', 'Ge idén ett namn']),
    );
    await expect(employee.presses('Skicka idén', { problem: 'Bara detta' })).rejects.toThrow('"title" is required');
  });

  it('says who can read it, and that a name may have to be given out', async () => {
    const answer = await employee.says('idé');
    expect(seenOn(answer)).toContain(
      'Alla i kommunen kan läsa idén. Skriv inget om en viss brukare, patient, elev eller kollega.',
    );
    expect(allOn(answer)).toContain(sv('form.honest'));
  });

  it('turns in place into the receipt: the id, whom it waits for and until when an answer is promised', async () => {
    await employee.says('idé');
    const before = employee.chat().length;
    const answer = await employee.presses('Skicka idén', usualIdea);
    expect(employee.chat()).toHaveLength(before);
    const seen = seenOn(answer);
    expect(seen).toContain(sv('notice.submitted.actor'));
    expect(seen).toContain(`Idé ${idOn(answer)}`);
    expect(seen).toContain(sv('waits.for', { who: 'innovationsledarna för Vård och omsorg' }));
    expect(seen).toContain('10 december');
    expect(titlesOn(answer)).toEqual(['Mina idéer', 'Ändra idén', 'Dra tillbaka']);
  });

  it('takes the idea to the department that was chosen with "Byt"', async () => {
    const id = await sendsIdea(employee, { department: 'MIL' });
    expect((await city.app.ideas.load(id))?.idea).toMatchObject({ department: 'MIL', origin: 'MIL' });
  });

  it('keeps all that was written, folded things too', async () => {
    const id = await sendsIdea(employee, { solution: 'Delade elcyklar', evidence: 'Vi har räknat' });
    expect((await city.app.ideas.load(id))?.idea.words).toEqual({
      ...usualIdea,
      solution: 'Delade elcyklar',
      evidence: 'Vi har räknat',
    });
  });

  const typed = { title: 'Ett namn', problem: '', solution: 'Så här', evidence: '', confidential: 'true' };

  it('keeps what was typed when words are missing, and says which', async () => {
    await employee.says('idé');
    const { verb, data } = submitOf(employee);
    const answer = await employee.presses({ verb, data: { ...data, ...typed } });
    expect(seenOn(answer)).toContain(sv('refusal.wordsMissing', { field: sv('field.problem') }));
    const values = Object.fromEntries(inputsOf(answer.card).map(({ id, value }) => [id, value]));
    expect(values).toMatchObject({ title: 'Ett namn', solution: 'Så här', confidential: 'true' });
    expect(textsOf(answer.card)).toContain('Så här');
    idOn(await employee.presses('Skicka idén', { problem: 'Nu är det skrivet', title: 'Ett namn' }));
  });

  it('keeps what was typed when it is too long, and says the limit', async () => {
    await employee.says('idé');
    const { verb, data } = submitOf(employee);
    const title = 'Ö'.repeat(121);
    const before = await city.ideaRows();
    const answer = await employee.presses({ verb, data: { ...data, problem: 'Ett problem', title } });
    expect(seenOn(answer)).toContain(sv('refusal.wordsTooLong', { field: sv('field.title'), limit: 120 }));
    expect(inputsOf(answer.card).find(({ id }) => id === 'title')?.value).toBe(title);
    expect(await city.ideaRows()).toEqual(before);
  });

  it('keeps the chosen department when it is refused', async () => {
    await employee.says('idé');
    const { verb, data } = submitOf(employee);
    const answer = await employee.presses({ verb, data: { ...data, title: 'Namn', department: 'MIL' } });
    expect(inputsOf(answer.card).find(({ id }) => id === 'department')?.value).toBe('MIL');
    expect(seenOn(answer)).toContain('Miljö');
  });

  it('refuses a department that is none and keeps the words', async () => {
    await employee.says('idé');
    const { verb, data } = submitOf(employee);
    const answer = await employee.presses({ verb, data: { ...data, ...usualIdea, department: 'NOWHERE' } });
    expect(seenOn(answer)).toContain(sv('refusal.unknownDepartment'));
    expect(seenOn(answer)).toContain(usualIdea.problem);
  });

  it('asks for the department of somebody who never said it, and remembers it', async () => {
    const colleague = city.person('colleague');
    await colleague.installs();
    await colleague.says('idé');
    await expect(colleague.presses('Skicka idén', usualIdea)).rejects.toThrow('"department" is required');
    await colleague.presses('Skicka idén', { ...usualIdea, department: 'MIL' });
    expect(seenOn(await colleague.says('innovationsledare'))).toContain('Innovationsledare Miljö');
  });

  it('is in English for somebody whose Teams is', async () => {
    const colleague = await city.arrives('colleague', 'en-US');
    expect(seenOn(await colleague.says('idea'))).toContain(en('form.open'));
    const answer = await colleague.presses(en('button.submit'), usualIdea);
    expect(seenOn(answer)).toContain(en('notice.submitted.actor'));
    expect(seenOn(answer)).toContain('10 December');
  });
});

/** The form's own button, to be pressed with what a client would not send. */
describe('"Det gör vi redan"', () => {
  let city: City;
  let leader: Person;
  beforeAll(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
  });
  afterAll(() => city.stop());

  const entry = { problem: 'Tunnorna töms fast de är halvtomma.', title: 'Sensorer i soptunnor' };
  const opensForm = () => leader.says('Det gör vi redan');

  it.each(['det gör vi redan', 'Vi gör det redan', 'We already do this'])('opens with "%s"', async (words) => {
    const answer = await leader.says(words);
    expect(inputsOf(answer.card).map(({ id }) => id)).toEqual([
      ...['problem', 'title', 'solution', 'stage', 'lesson', 'end', 'contact'],
    ]);
  });

  it('turns into the idea in its stage, which says honestly how it came here', async () => {
    await opensForm();
    const pressed = { ...entry, stage: 'inUse', lesson: 'Turerna har blivit färre.' };
    const answer = await leader.presses('Lägg in', pressed);
    expect(seenOn(answer)).toContain(sv('notice.entered.actor'));
    const opened = allOn(await leader.says(idOn(answer)));
    for (const said of [
      'Turerna har blivit färre.',
      sv('existing.fact.by'),
      'lade in det som något som redan finns.',
    ]) {
      expect(opened).toContain(said);
    }
    expect(opened).not.toContain(sv('idea.fact.submitter'));
  });

  it('comes back with what was written where something is missing', async () => {
    await opensForm();
    const answer = await leader.presses('Lägg in', { ...entry, stage: 'piloting' });
    expect(seenOn(answer)).toContain(`”${sv('existing.end')}”: välj en dag.`);
    expect(inputsOf(answer.card).find(({ id }) => id === 'title')?.value).toBe(entry.title);
    const closed = await leader.presses('Lägg in', { ...entry, stage: 'closed' });
    expect(seenOn(closed)).toContain(sv('existing.result'));
  });

  it('takes no personal number, as no form does', async () => {
    await opensForm();
    const answer = await leader.presses('Lägg in', {
      ...entry,
      stage: 'inUse',
      lesson: 'Kalle 19121212-1212 är nöjd.',
    });
    expect(seenOn(answer)).toContain(sv('refusal.personalNumber'));
    expect(inputsOf(answer.card).find(({ id }) => id === 'title')?.value).toBe(entry.title);
  });

  it('is told to nobody else, and waits for nobody', async () => {
    const others = [await city.arrives('otherLeader'), await city.arrives('office')];
    const chats = () => others.map((person) => person.chat().length);
    await city.delivers();
    const before = chats();
    await opensForm();
    await leader.presses('Lägg in', { ...entry, stage: 'piloting', end: '2027-02-01' });
    await opensForm();
    await leader.presses('Lägg in', { ...entry, stage: 'closed', lesson: 'Välj växter som tål torka.' });
    await city.delivers();
    expect(chats()).toEqual(before);
  });

  it('offers those who have no post what they can do instead', async () => {
    const employee = await city.arrives('employee');
    const answer = await employee.says('det gör vi redan');
    expect(allOn(answer)).toContain(sv('existing.notYours'));
    expect(titlesOn(answer)).toEqual([sv('button.idea'), sv('button.leader')]);
  });
});

function submitOf(person: Person) {
  const button = buttonsOf(person.cards().at(-1)).find(({ verb }) => verb === 'submit');
  if (!button) throw new Error('No form in the chat');
  return { verb: 'submit', data: { ...button.data } };
}
