import { type City, days, startCity } from '../../../../../testing/scenes/city';
import { allOn, cardAbout, pressesOn, seenOn, sendsIdea, sv, titlesOn } from '../../../../../testing/scenes/everyday';
import { gatheredFor } from '../../../../../testing/scenes/told';
import type { Person } from '../../../../../testing/teams/person';

describe('a line on how the work goes', () => {
  let city: City;
  let employee: Person;
  let follower: Person;
  let driver: Person;
  let id: string;
  beforeAll(async () => {
    city = await startCity();
    driver = await city.arrives('leader');
    employee = await city.arrives('employee');
    follower = await city.arrives('colleague');
    id = await sendsIdea(employee);
    await city.delivers();
    await pressesOn(driver, id, 'Utforska idén');
    await follower.says(id);
    await pressesOn(follower, id, 'Följ');
    await city.delivers();
  });
  afterAll(() => city.stop());

  it('can be written at any time, and the submitter and those who follow it read it', async () => {
    await pressesOn(driver, id, 'Fler val');
    await pressesOn(driver, id, 'En rad om läget');
    const answer = await pressesOn(driver, id, 'Skicka raden', { progress: 'Cyklarna kommer i maj.' });
    expect(seenOn(answer)).toContain(sv('notice.progressReported.actor'));
    await city.delivers();
    expect(await gatheredFor(city, employee)).toContain(sv('notice.progressReported.submitter', { who: driver.name }));
    expect(await gatheredFor(city, follower)).toContain(sv('notice.progressReported.followers', { who: driver.name }));
    expect(seenOn(await employee.says('idag'))).toContain('Cyklarna kommer i maj.');
  });

  it('is asked for after a quiet month by the reminder, and then by a question that typed words answer', async () => {
    // A month from now is between Christmas and New Year, when nobody is reminded.
    city.pass(days(40));
    await city.delivers();
    expect(titlesOn(cardAbout(driver, id))).toContain('En rad om läget');
    city.pass(days(31));
    await city.delivers();
    expect(await gatheredFor(city, driver)).toContain(sv('notice.progressAsked.waitedFor'));
    const offer = await driver.says('De är beställda.');
    expect(seenOn(offer)).toContain(sv('quote.progressHeading', { title: 'Cykelpool' }));
    const sent = await driver.presses(sv('quote.progressYes'));
    expect(seenOn(sent)).toContain(sv('notice.progressReported.actor'));
    await city.delivers();
    expect(allOn(await employee.says(id))).toContain('De är beställda.');
    // Answered: what is typed now is no line.
    expect(seenOn(await driver.says('Vi borde ha fler bänkar.'))).not.toContain('läget');
  });

  it('is no line when it is longer than one', async () => {
    city.pass(days(31));
    await city.delivers();
    expect(seenOn(await driver.says('Lång. '.repeat(80)))).not.toContain('läget');
  });
});
