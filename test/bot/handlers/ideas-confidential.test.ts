import { type City, days, startCity } from '../../support/city';
import type { Person } from '../../support/person';
import { cardAbout, choosesMore, pressesOn, seenOn, sendsIdea, sv } from '../everyday';

const NAME = 'Demo Hemlig Medarbetare';

describe('an idea whose submitter shows their name to the innovation leader only', () => {
  let city: City;
  let employee: Person;
  let colleague: Person;
  let leader: Person;
  let manager: Person;
  let environment: Person;
  beforeEach(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
    manager = await city.arrives('manager');
    environment = await city.arrives('environmentLeader');
    colleague = await city.arrives('colleague');
    employee = city.teams.person({ name: NAME, email: 'hemlig@soderhamra.example' });
    await employee.installs();
    await employee.presses('Välj', { department: 'VOO' });
  });
  afterEach(() => city.stop());

  /** Everything that ever stood in anybody's chat, summaries and buttons' data too. */
  const everythingIn = (...people: Person[]) =>
    JSON.stringify(people.map((person) => [person.chat(), city.connector.sent(person.conversationId)]));

  it('is named on the leaders’ cards, with a word that others do not see it', async () => {
    const id = await sendsIdea(employee, { confidential: 'true' });
    await city.delivers();
    expect(seenOn(cardAbout(leader, id))).toContain(sv('idea.fact.submitterConfidential', { name: NAME }));
  });

  it('is named to nobody else: in no card, list, week, notice or update', async () => {
    const id = await sendsIdea(employee, { confidential: 'true' });
    await city.delivers();
    for (const reader of [colleague, manager, environment]) {
      for (const words of [id, `status ${id}`, 'min tur', 'mina idéer', 'veckan']) await reader.says(words);
    }
    await leader.presses('Ställ en fråga', {}, { on: cardAbout(leader, id).activityId });
    await pressesOn(leader, id, 'Skicka frågan', { question: 'Hur många?' });
    await city.delivers();
    await pressesOn(employee, id, 'Svara');
    await pressesOn(employee, id, 'Skicka svaret', { answer: 'Tio.' });
    await city.delivers();
    for (const reader of [colleague, manager, environment]) {
      for (const words of [id, 'min tur', 'veckan']) await reader.says(words);
    }
    expect(everythingIn(colleague, manager, environment)).not.toContain(NAME);
    expect(everythingIn(colleague, manager)).toContain(sv('idea.fact.submitterHidden'));
    expect(everythingIn(leader)).toContain(NAME);
  });

  it('is named to the new leaders when it is passed on, and then no more to the former ones', async () => {
    const id = await sendsIdea(employee, { confidential: 'true' });
    await city.delivers();
    await choosesMore(leader, id, 'Skicka vidare', { department: 'MIL' });
    await city.delivers();
    expect(seenOn(cardAbout(environment, id))).toContain(NAME);
    expect(seenOn(await leader.says(id))).not.toContain(NAME);
  });

  it('is named to no doer, driver’s colleague or manager when it goes on and ends', async () => {
    const id = await sendsIdea(employee, { confidential: 'true' });
    await city.delivers();
    await choosesMore(leader, id, 'Gör direkt', { personEmail: colleague.email });
    await city.delivers();
    await pressesOn(colleague, id, 'Jag gör det');
    await pressesOn(colleague, id, 'Det är gjort');
    await pressesOn(colleague, id, 'Det är gjort', { done: 'Klart.' });
    await city.delivers();
    city.pass(days(4) - 60_000);
    await city.delivers();
    await manager.says('veckan 47');
    expect(everythingIn(colleague, manager, environment)).not.toContain(NAME);
  });

  it('is named in no digest', async () => {
    await sendsIdea(employee, { confidential: 'true' });
    const before = manager.chat().length;
    city.pass(days(4));
    await city.delivers();
    expect(manager.chat()).toHaveLength(before + 1);
    expect(everythingIn(manager)).not.toContain(NAME);
  });

  it('is named to all again when the submitter edits it so', async () => {
    const id = await sendsIdea(employee, { confidential: 'true' });
    await pressesOn(employee, id, 'Ändra idén');
    await employee.presses(sv('button.saveIdea'), { confidential: 'false' });
    expect(seenOn(await colleague.says(id))).toContain(NAME);
  });

  it('shows the submitter their own name', async () => {
    const id = await sendsIdea(employee, { confidential: 'true' });
    expect(seenOn(await employee.says(id))).toContain(NAME);
  });
});
