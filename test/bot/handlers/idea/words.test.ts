import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';
import { type City, startCity } from '../../../../testing/scenes/city';
import {
  allOn,
  cardAbout,
  choosesMore,
  pressesOn,
  seenOn,
  sendsIdea,
  sv,
  titlesOn,
} from '../../../../testing/scenes/everyday';
import { gatheredFor } from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

describe('what has been written on an idea', () => {
  let city: City;
  let leader: Person;
  let employee: Person;
  let colleague: Person;
  let id: string;
  beforeAll(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
  });
  beforeEach(async () => {
    [employee, colleague] = await Promise.all([city.arrives('employee'), city.arrives('colleague')]);
    id = await sendsIdea(employee);
    await city.delivers();
  });
  afterAll(() => city.stop());

  const comments = async (person: Person, comment: string) => {
    await person.says(id);
    await pressesOn(person, id, 'Kommentera');
    return pressesOn(person, id, sv('button.sendComment'), { comment });
  };
  /** Opens the idea and presses something on it, behind "Fler val" where it stands there. */
  const finds = async (person: Person, title: string) => {
    const opened = await person.says(id);
    if (!titlesOn(opened).includes(title)) await pressesOn(person, id, 'Fler val');
    return pressesOn(person, id, title);
  };
  const historyFor = (person: Person) => finds(person, 'Historik');

  it('is changed by the one who wrote it, at once and in the messages that tell of it', async () => {
    await comments(colleague, 'Fråga Demo Person.');
    await city.delivers();
    expect(seenOn(await employee.says('idag'))).toContain('Fråga Demo Person.');
    await pressesOn(colleague, id, 'Ändra eller ta bort');
    await pressesOn(colleague, id, 'Spara ändringen', { comment: 'Fråga gruppen.' });
    await city.delivers();
    expect(JSON.stringify(employee.chat().map(({ card }) => card))).not.toContain('Fråga Demo Person.');
    const history = allOn(await historyFor(employee));
    expect(history).toContain('Fråga gruppen.');
    expect(history).toContain(sv('event.commentEdited', { who: colleague.name }));
    expect(history).not.toContain('Demo Person');
  });

  it('is removed by the one who wrote it, also later, from the history; that it was there the record says', async () => {
    await comments(colleague, 'HEMLIGT');
    await city.delivers();
    await historyFor(colleague);
    await pressesOn(colleague, id, 'Kommentarer');
    const row = await pressesOn(
      colleague,
      id,
      titlesOn(cardAbout(colleague, id)).find((title) => title.includes('HEMLIGT')) ?? '',
    );
    expect(titlesOn(row)).toEqual(expect.arrayContaining(['Spara ändringen', 'Ta bort kommentaren']));
    await pressesOn(colleague, id, 'Ta bort kommentaren');
    await city.delivers();
    for (const person of [employee, colleague, leader]) {
      const history = allOn(await historyFor(person));
      expect(history).toContain(sv('happened.comment.removed'));
      expect(JSON.stringify(person.chat().map(({ card }) => card))).not.toContain('HEMLIGT');
    }
    // Nothing is left to answer by typing.
    expect(seenOn(await employee.says('Ja, det gör vi gärna'))).not.toContain(sv('quote.comment'));
    await historyFor(leader);
    expect(allOn(await pressesOn(leader, id, 'Läs dold text'))).toContain('HEMLIGT');
  });

  it('goes out of every list, question and answer that stands in a chat, whoever asked for it', async () => {
    const other = await city.arrives('otherLeader');
    const secret = await sendsIdea(employee, { title: 'HEMLIGT' });
    await city.delivers();
    for (const said of ['min tur', 'veckan']) await other.says(said);
    await employee.says('mina idéer');
    const lists = (person: Person) => JSON.stringify(person.chat().map(({ card }) => card));
    expect(lists(other)).toContain('HEMLIGT');
    await leader.says(secret);
    await pressesOn(leader, secret, 'Fler val');
    await pressesOn(leader, secret, 'Dölj texten');
    await pressesOn(leader, secret, 'Dölj texten');
    await city.delivers();
    expect((await city.app.ideas.load(secret))?.idea.hidden).toBe(true);
    expect(lists(other)).not.toContain('HEMLIGT');
    expect(lists(other)).toContain(sv('listChanged.heading'));
    // Whose words they are reads them still, in their own list too.
    expect(lists(employee)).toContain('HEMLIGT');
  });

  it('goes out of the card of another idea that is proposed to become a part of it', async () => {
    const environment = await city.arrives('environmentLeader');
    const other = await city.arrives('otherLeader');
    await leader.says(id);
    await choosesMore(leader, id, sv('button.passOn'), { department: 'MIL' });
    const into = await sendsIdea(colleague, { title: 'Lånecyklar åt Demo Person' });
    await city.delivers();
    await environment.says(id);
    await choosesMore(environment, id, 'Slå ihop', { into, reason: 'Samma sak.' });
    await city.delivers();
    const cards = (person: Person) => JSON.stringify(person.chat().map(({ card }) => card));
    for (const person of [environment, leader])
      expect(JSON.stringify(cardAbout(person, id).card)).toContain('Lånecyklar åt Demo Person');
    await other.says(into);
    await pressesOn(other, into, 'Fler val');
    await pressesOn(other, into, 'Dölj texten');
    await pressesOn(other, into, 'Dölj texten');
    await city.delivers();
    for (const person of [environment, leader]) expect(cards(person)).not.toContain('Lånecyklar åt Demo Person');
    // It is the same idea's card still, with what there is to decide.
    expect(titlesOn(cardAbout(leader, id))).toContain('Slå ihop');
  });

  it('goes out of the offer to answer it', async () => {
    await comments(colleague, 'HEMLIGT');
    await city.delivers();
    await employee.says('Ja, det gör vi gärna');
    expect(allOn(employee.chat().at(-1) as never)).toContain('HEMLIGT');
    await pressesOn(colleague, id, 'Ändra eller ta bort');
    await pressesOn(colleague, id, 'Ta bort kommentaren');
    await city.delivers();
    expect(JSON.stringify(employee.chat().map(({ card }) => card))).not.toContain('HEMLIGT');
  });

  it('is hidden by a leader one comment at a time; who wrote it is told and reads it on', async () => {
    await comments(colleague, 'HEMLIGT');
    await city.delivers();
    await historyFor(leader);
    await pressesOn(leader, id, 'Kommentarer');
    const row = titlesOn(cardAbout(leader, id)).find((one) => one.endsWith('Dölj kommentaren')) ?? '';
    await pressesOn(leader, id, row);
    await pressesOn(leader, id, 'Dölj kommentaren');
    await city.delivers();
    const hidden = sv('notice.commentHidden.commenter', { who: leader.name });
    expect(await gatheredFor(city, colleague)).toContain(hidden);
    expect(allOn(await historyFor(employee))).toContain(sv('happened.comment.hidden'));
    expect(JSON.stringify(employee.chat().map(({ card }) => card))).not.toContain('HEMLIGT');
    expect(allOn(await historyFor(colleague))).toContain('HEMLIGT');
    expect(allOn(await historyFor(employee))).toContain('Cykelpool');
    await historyFor(leader);
    await pressesOn(leader, id, 'Kommentarer');
    const title = titlesOn(cardAbout(leader, id)).find((one) => one.endsWith('Visa kommentaren igen')) ?? '';
    await pressesOn(leader, id, title);
    await pressesOn(leader, id, 'Visa kommentaren igen');
    expect(allOn(await historyFor(employee))).toContain('HEMLIGT');
  });

  it('is said something about by anybody, once: the leader hears of it once, and each what came of it', async () => {
    const says = async (person: Person, reason = '') => {
      await finds(person, 'Säg till om texten');
      return pressesOn(person, id, 'Säg till', { reason });
    };
    const other = await city.arrives('environmentLeader');
    expect(seenOn(await says(colleague, 'Det står ett namn.'))).toContain(sv('notice.reported.actor'));
    expect((await says(other)).message).toBe(sv('report.joined'));
    await city.delivers();
    const told = (await gatheredFor(city, leader)).filter((text) => text === sv('notice.reported.deciders'));
    expect(told).toHaveLength(1);
    const day = seenOn(await leader.says('idag'));
    // Its whole row: nobody is named. Above and below it the card tells of other ideas.
    expect(day).toContain(`Cykelpool\n${sv('notice.reported.deciders')}\n”Det står ett namn.”\nInskickad`);
    for (const name of [colleague.name, other.name]) expect(allOn(cardAbout(leader, id))).not.toContain(name);
    const history = allOn(await historyFor(employee));
    for (const secret of ['Det står ett namn.', colleague.name, sv('event.reported')])
      expect(history).not.toContain(secret);

    await pressesOn(leader, id, 'Texten kan stå kvar');
    await city.delivers();
    for (const person of [colleague, other]) {
      const answers = await gatheredFor(city, person);
      expect(answers.filter((text) => text === sv('notice.reportAnswered.reporters'))).toHaveLength(1);
    }
    await finds(colleague, 'Säg till om texten');
    expect((await pressesOn(colleague, id, 'Säg till')).message).toBe(sv('report.before'));
  });

  it('is hidden when the leader thinks so too, and those who said something are told', async () => {
    await finds(colleague, 'Säg till om texten');
    await pressesOn(colleague, id, 'Säg till');
    await city.delivers();
    await pressesOn(leader, id, 'Dölj texten');
    await pressesOn(leader, id, 'Dölj texten');
    await city.delivers();
    expect(await gatheredFor(city, colleague)).toContain(sv('notice.hidden.reporters'));
    expect(titlesOn(await leader.says(id))).toContain('Läs dold text');
  });
});

describe('an idea of a department that reads first', () => {
  let city: City;
  beforeAll(async () => {
    const organisation = structuredClone(exampleOrganisation());
    for (const department of organisation.departments) department.readFirst = department.code === 'VOO';
    city = await startCity({ organisation });
  });
  afterAll(() => city.stop());

  it('is read by others once its leader says so; the form says it, and whoever sent it is told', async () => {
    const [leader, employee, colleague] = [
      await city.arrives('leader'),
      await city.arrives('employee'),
      await city.arrives('colleague'),
    ];
    expect(allOn(await employee.says('idé'))).toContain(sv('form.openReadFirst'));
    const id = await sendsIdea(employee);
    await city.delivers();
    const group = { id: colleague.conversationId, conversationType: 'groupChat', isGroup: true, name: '' };
    const inGroup = await colleague.delivers({
      type: 'message',
      text: `<at>Idélotsen</at> ${id}`,
      conversation: group,
    });
    const read = await colleague.says(id);
    const week = await colleague.says('veckan');
    expect(seenOn(read)).toContain(sv('idea.unread'));
    for (const answer of [read, inGroup, week]) {
      expect(allOn(answer)).not.toContain('Cykelpool');
      // Where everybody sees the answer, no title is shown at all.
      if (answer !== inGroup) expect(allOn(answer)).toContain(sv('idea.unreadTitle'));
    }
    expect(allOn(await employee.says(id))).toContain('Cykelpool');
    expect(allOn(cardAbout(leader, id))).toContain('bilar varje morgon');
    await pressesOn(leader, id, 'Visa för alla');
    expect(allOn(await colleague.says(id))).toContain('bilar varje morgon');
    await city.delivers();
    const opened = sv('notice.openedToAll.submitter', { who: leader.name });
    expect(await gatheredFor(city, employee)).toContain(opened);
  });
});
