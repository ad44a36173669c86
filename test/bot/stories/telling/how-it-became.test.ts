import { type City, startCity } from '../../../../testing/scenes/city';
import { allOn, choosesMore, pressesOn, seenOn, sv } from '../../../../testing/scenes/everyday';
import { arrivals, following } from '../../../../testing/scenes/told';
import { openOneDrive } from '../../../../testing/teams/one-drive';
import type { Person } from '../../../../testing/teams/person';

const PROBLEM = 'Hemtjänsten väntar på bilar varje morgon.';
const DONE = 'Tio cyklar står vid porten.';

type Who = 'submitter' | 'leader' | 'colleague';

/** What is told outside of the product of an idea that is used; each step begins where the one before ended. */
describe('how an idea became', () => {
  let city: City;
  let people: Record<Who, Person>;
  let id: string;
  beforeAll(async () => {
    city = await startCity();
    people = await arrivals(city, { submitter: 'employee', leader: 'leader', colleague: 'colleague' });
    const story = following(city, people);
    await people.submitter.says('idé');
    const sent = await people.submitter.presses('Skicka idén', { problem: PROBLEM, title: 'Cykelpool' });
    id = /([0-9A-Z]{6})/.exec(seenOn(sent))?.[1] ?? '';
    await story.news();
  });
  afterAll(() => city.stop());

  /** Teams' newest question whether somebody wants a file. */
  const questionTo = (person: Person) =>
    city.connector
      .sent(person.conversationId)
      .flatMap(({ activity }) => activity.attachments ?? [])
      .findLast(({ contentType }) => contentType.endsWith('file.consent'));
  const press = (who: Who) => people[who].presses({ verb: 'howItBecame', data: { idea: id } });

  it('is not told before it is used or has ended', async () => {
    expect(allOn(await people.leader.says(id))).not.toContain(sv('button.howItBecame'));
    expect((await press('leader')).message).toBe(sv('telling.became.notYours'));
  });

  it('is told in a text to copy by those who have it or work with it, and names nobody', async () => {
    const { leader, submitter, colleague } = people;
    await pressesOn(leader, id, 'Utforska idén');
    await leader.says(id);
    await choosesMore(leader, id, sv('button.done.exploring'), { done: DONE });
    await leader.says(id);
    await pressesOn(leader, id, sv('button.more'));
    const text = seenOn(await pressesOn(leader, id, sv('button.howItBecame')));
    for (const line of ['Cykelpool', PROBLEM, DONE, sv('telling.became.need'), sv('telling.became.did')])
      expect(text).toContain(line);
    for (const { name } of [leader, submitter]) expect(text).not.toContain(name);
    expect(seenOn(await press('submitter'))).toContain(DONE);
    expect((await colleague.presses({ verb: 'howItBecame', data: { idea: id } })).message).toBe(
      sv('telling.became.notYours'),
    );
  });

  it('is a page to print for those who want it as a file, and for nobody else', async () => {
    const drive = await openOneDrive();
    try {
      await people.leader.presses({ verb: 'howItBecame', data: { idea: id, file: 'true' } });
      const question = questionTo(people.leader);
      expect(question).toMatchObject({ name: `sa-blev-det-${id}.html` });
      const { acceptContext } = (question?.content ?? {}) as { acceptContext?: object };
      const accepts = (person: Person) =>
        person.delivers({
          ...{ type: 'invoke', name: 'fileConsent/invoke' },
          value: { type: 'fileUpload', action: 'accept', context: acceptContext, uploadInfo: drive.place },
        });
      expect((await accepts(people.leader)).message).toBe(sv('file.saved'));
      expect(drive.puts).toHaveLength(1);
      expect(drive.puts[0]?.bytes.toString('utf8')).toContain(`<p>${DONE}</p>`);
      expect((await accepts(people.colleague)).message).toBe(sv('file.gone'));
      expect(drive.puts).toHaveLength(1);
    } finally {
      drive.close();
    }
  });

  it('is in the list of what each has had a part in, as they have had it', async () => {
    const { leader, submitter, colleague } = people;
    await submitter.says('mina idéer');
    const mine = seenOn(await submitter.presses(sv('telling.mine.heading')));
    expect(mine).toContain('Cykelpool');
    expect(mine).toContain(sv('telling.mine.had'));
    const led = seenOn(await leader.presses({ verb: 'myContribution', data: {} }));
    expect(led).toContain(sv('telling.mine.tookOn'));
    expect(seenOn(await colleague.presses({ verb: 'myContribution', data: {} }))).toContain(sv('telling.mine.none'));
  });
});
