import { wordsOf } from '../../../testing/cards/card';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';
import { type City, days, startCity } from '../../../testing/scenes/city';
import { cardAbout, en, idOn, pressesOn, seenOn } from '../../../testing/scenes/everyday';

/** The main job in English, by three people whose Teams is: nothing of what they see is Swedish but names. */
describe('the whole story in English', () => {
  let city: City;
  beforeAll(async () => {
    const organisation = exampleOrganisation();
    organisation.departments = organisation.departments.filter(({ code }) => ['VOO', 'MIL'].includes(code));
    city = await startCity({ organisation });
  });
  afterAll(() => city.stop());

  it('goes from install to use, and no Swedish word is shown', async () => {
    const leader = await city.arrives('leader', 'en-GB');
    const manager = await city.arrives('manager', 'en-US');
    const employee = city.person('employee', 'en-US');
    await employee.installs();
    await employee.presses(en('button.pickPlace'), { department: 'VOO.HTN' });

    await employee.says('idea');
    const sent = await employee.presses(en('button.submit'), { problem: 'We wait for cars.', title: 'Bike pool' });
    const id = idOn(sent);
    expect(seenOn(sent)).toContain(en('notice.submitted.actor'));
    await city.delivers();

    await pressesOn(leader, id, en('button.ask'));
    await pressesOn(leader, id, en('button.sendQuestion'), { question: 'How many bikes?' });
    await city.delivers();
    await employee.says('About ten');
    await employee.presses(en('quote.yes'));
    await city.delivers();

    await pressesOn(leader, id, en('button.explore'));
    await city.delivers();
    expect(seenOn(cardAbout(employee, id))).toContain(
      en('notice.explored.submitter', { who: leader.name, self: 'true', whom: '' }),
    );
    await pressesOn(leader, id, en('button.more'));
    await pressesOn(leader, id, en('button.done.exploring'));
    await pressesOn(leader, id, en('button.done.exploring'), { done: 'The bikes are here.' });
    city.pass(days(4));
    await city.delivers();

    for (const words of ['help', 'my ideas', `status ${id}`, 'my turn', 'leader', 'leader environment', 'thanks']) {
      await employee.says(words);
    }
    for (const words of ['my turn', 'week', 'week 2026-W48', 'settings', 'hi']) await manager.says(words);
    await leader.says('queue');

    const inFile = JSON.stringify(exampleOrganisation()).match(/(?<="name":"|"title":")[^"]+/g) ?? [];
    // The municipality also without the word for one, as its own words to its employees have it.
    const names = [...inFile, 'Söderhamra']
      // Longest first, for one name may hold another.
      .toSorted((one, other) => other.length - one.length);
    const shown = [employee, leader, manager]
      .flatMap((person) => [
        ...person.chat().flatMap(({ texts }) => texts),
        ...city.connector
          .sent(person.conversationId)
          .flatMap(({ activity }) => [...wordsOf(activity), activity.summary]),
      ])
      .map((text) => names.reduce((rest, name) => rest.replaceAll(name, ''), text ?? ''));
    expect(shown.length).toBeGreaterThan(100);
    expect(shown.filter((text) => /[åäöÅÄÖ]/.test(text))).toEqual([]);
  });
});
