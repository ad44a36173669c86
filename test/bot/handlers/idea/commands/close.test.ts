import { buttonsOf, inputsOf } from '../../../../../testing/cards/card';
import { type City, startCity } from '../../../../../testing/scenes/city';
import {
  allOn,
  cardAbout,
  choosesMore,
  pressesOn,
  seenOn,
  sendsIdea,
  summariesOf,
  sv,
  titlesOn,
} from '../../../../../testing/scenes/everyday';
import { gatheredFor } from '../../../../../testing/scenes/told';
import type { Person } from '../../../../../testing/teams/person';

describe('an idea that goes no further', () => {
  let city: City;
  let leader: Person;
  let employee: Person;
  let id: string;
  beforeAll(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
  });
  beforeEach(async () => {
    employee = await city.arrives('employee');
    id = await sendsIdea(employee);
    await city.delivers();
  });
  afterAll(() => city.stop());

  const closes = (inputs: Record<string, unknown>) => choosesMore(leader, id, 'Avsluta', inputs);

  it('is closed with why, and what would make us try again', async () => {
    const answer = await closes({ reason: 'Vi har redan en pool.', tryAgain: 'Om den blir full.' });
    expect(seenOn(answer)).toContain(sv('notice.closed.actor'));
    expect(seenOn(answer)).toContain(sv('stage.closed'));
    await city.delivers();
    const told = cardAbout(employee, id);
    expect(seenOn(told)).toContain(sv('notice.closed.submitter', { who: leader.name, ended: 'early' }));
    expect(seenOn(told)).toContain('Vi har redan en pool.');
    expect(seenOn(told)).toContain('Om den blir full.');
  });

  it('is never closed with only a no: the reason is asked for, and what was typed stays', async () => {
    const answer = await closes({ tryAgain: 'Om den blir full.' });
    expect(seenOn(answer)).toContain(sv('refusal.wordsMissing', { field: sv('field.reason') }));
    expect(inputsOf(answer.card).find((input) => input.id === 'tryAgain')?.value).toBe('Om den blir full.');
    expect((await city.app.ideas.load(id))?.idea.stage).toBe('submitted');
  });

  it('is shown another way, with a link that says that it leaves Teams', async () => {
    await closes({ channel: 'felanmalan' });
    await city.delivers();
    const told = cardAbout(employee, id);
    expect(allOn(told)).toContain('Felanmälan');
    expect(buttonsOf(told.card)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'Action.OpenUrl',
          title: 'Felanmälan (lämnar Teams)',
          url: 'https://felanmalan.soderhamra.example',
        }),
      ]),
    );
  });

  it('keeps its record for everybody to read', async () => {
    await closes({ reason: 'Vi har redan en pool.' });
    const colleague = await city.arrives('colleague');
    const read = await colleague.says(`status ${id}`);
    expect(allOn(read)).toContain(sv('event.closed', { who: leader.name, ended: 'early' }));
    expect(seenOn(read)).toContain('Vi har redan en pool.');
    expect(titlesOn(read)).toEqual(['Följ', 'Tacka', 'Kommentera', 'Historik', 'Säg till om texten']);
  });

  it('"Dölj texten" takes the words from everybody else at once, and the record says that it happened', async () => {
    await choosesMore(leader, id, 'Dölj texten');
    await city.delivers();
    const colleague = await city.arrives('colleague');
    const read = await colleague.says(id);
    expect(allOn(read)).not.toContain('Cykelpool');
    expect(allOn(read)).not.toContain('bilar varje morgon');
    expect(allOn(read)).toContain(sv('idea.hidden'));
    expect(allOn(read)).toContain(sv('event.hidden', { who: leader.name }));
    expect(allOn(cardAbout(leader, id))).not.toContain('bilar varje morgon');
  });

  it('the submitter of hidden words is told, still sees them, and can write them anew for a leader to show again', async () => {
    await choosesMore(leader, id, 'Dölj texten');
    await city.delivers();
    const told = cardAbout(employee, id);
    expect(summariesOf(employee).at(-1)).toBe(sv('notice.hidden.submitter', { who: leader.name }));
    expect(allOn(told)).toContain('bilar varje morgon');
    await pressesOn(employee, id, 'Ändra idén');
    await employee.presses(sv('button.saveIdea'), { problem: 'Utan namn.' });
    const colleague = await city.arrives('colleague');
    expect(allOn(await colleague.says(id))).not.toContain('Utan namn.');
    await city.delivers();
    expect(await gatheredFor(city, leader)).toContain(sv('notice.edited.deciders', { who: employee.name }));
    expect(allOn(await pressesOn(leader, id, 'Läs dold text'))).toContain('Utan namn.');
    await pressesOn(leader, id, 'Visa texten igen');
    expect(allOn(await colleague.says(id))).toContain('Utan namn.');
    await city.delivers();
    expect(await gatheredFor(city, employee)).toContain(sv('notice.shown.submitter', { who: leader.name }));
  });

  it('the submitter hides the words of what they withdraw, and they come back when it is opened again', async () => {
    const colleague = await city.arrives('colleague');
    await pressesOn(employee, id, 'Dra tillbaka');
    const answer = await pressesOn(employee, id, 'Dra tillbaka');
    expect(seenOn(answer)).toContain('Det du skrev är dolt för andra.');
    await city.delivers();
    const read = allOn(await colleague.says(id));
    expect(read).toContain(sv('idea.withheld'));
    for (const one of [read, allOn(cardAbout(leader, id))]) expect(one).not.toContain('bilar varje morgon');
    expect(allOn(await employee.says(id))).toContain('bilar varje morgon');
    await pressesOn(employee, id, 'Öppna igen');
    await pressesOn(employee, id, 'Öppna igen');
    expect(allOn(await colleague.says(id))).toContain('bilar varje morgon');
  });

  it('the leader hides the words of what belongs elsewhere, which its submitter still reads and is told of', async () => {
    const colleague = await city.arrives('colleague');
    await choosesMore(leader, id, 'Avsluta', { channel: 'avvikelse', reason: 'Skriv en avvikelse.' });
    await city.delivers();
    const told = seenOn(cardAbout(employee, id));
    expect(told).toContain('Det du skrev är dolt för andra.');
    expect(told).toContain('Skriv en avvikelse.');
    expect(allOn(await employee.says(id))).toContain('bilar varje morgon');
    const read = allOn(await colleague.says(id));
    for (const text of ['bilar varje morgon', 'Skriv en avvikelse.']) expect(read).not.toContain(text);
  });

  it('the words of what is closed stay where nobody wants to hide them, or it belongs nowhere else', async () => {
    await choosesMore(leader, id, 'Avsluta', { reason: 'Vi har redan en.' });
    expect((await city.app.ideas.load(id))?.idea.hidden).toBe(false);
    const other = await sendsIdea(employee);
    await city.delivers();
    await choosesMore(leader, other, 'Avsluta', { channel: 'avvikelse', hide: 'false' });
    expect((await city.app.ideas.load(other))?.idea.hidden).toBe(false);
  });

  it('"Dra tillbaka" ends it for the submitter, after asking once', async () => {
    const panel = await pressesOn(employee, id, 'Dra tillbaka');
    expect(seenOn(panel)).toContain(sv('panel.withdraw.text'));
    const answer = await pressesOn(employee, id, 'Dra tillbaka', { hide: 'false' });
    expect(seenOn(answer)).toContain(sv('notice.withdrawn.actor'));
    expect((await city.app.ideas.load(id))?.idea.withheld).toBeUndefined();
    await city.delivers();
    expect(seenOn(cardAbout(leader, id))).toContain(sv('stage.withdrawn'));
    expect(titlesOn(cardAbout(leader, id))).not.toContain('Utforska idén');
    expect((await city.app.ideas.waiting('leader.VOO')).map((row) => row.id)).not.toContain(id);
  });

  it('a withdrawal tells the one who was to work with it', async () => {
    await pressesOn(leader, id, 'Utforska idén');
    await pressesOn(employee, id, 'Dra tillbaka');
    await pressesOn(employee, id, 'Dra tillbaka');
    await city.delivers();
    expect(await gatheredFor(city, leader)).toContain(sv('notice.withdrawn.driver', { who: employee.name }));
  });
});
