import { makeDataFiles } from '../../../../src/delivery/privacy/data-files';
import { openDataFiles } from '../../../../src/store/person/data-files';
import { type City, days, startCity } from '../../../../testing/scenes/city';
import { seenOn, sendsIdea, sv, titlesOn } from '../../../../testing/scenes/everyday';
import { manyFollowed } from '../../../../testing/scenes/popular';
import { allStored, thoseWith } from '../../../../testing/storage/all-stored';
import { openOneDrive } from '../../../../testing/teams/one-drive';
import type { Person } from '../../../../testing/teams/person';

// Somebody about whom there is more than one turn reads: their file is made by the clock's work.
describe('mina uppgifter of somebody with very many records', () => {
  let city: City;
  let reader: Person;
  let drive: Awaited<ReturnType<typeof openOneDrive>>;
  let ids: string[];
  let ref: string;
  beforeEach(async () => {
    city = await startCity();
    drive = await openOneDrive();
    const employee = await city.arrives('employee');
    reader = await city.arrives('colleague');
    const id = await sendsIdea(employee);
    await city.delivers();
    ref = (await city.app.people.contacts([reader.email])).get(reader.email)?.ref ?? '';
    ids = await manyFollowed({ storage: city.storage, deps: city.app }, id, ref, 45);
  });
  afterEach(async () => {
    drive.close();
    await city.stop();
  });

  const offersTo = (person: Person) =>
    city.connector
      .sent(person.conversationId)
      .filter(({ deleted }) => !deleted)
      .flatMap(({ id, activity }) => (activity.attachments ?? []).map((attachment) => ({ id, ...attachment })))
      .filter(({ contentType }) => contentType.endsWith('file.consent'));
  const answers = (value: object) =>
    reader.delivers({
      type: 'invoke',
      name: 'fileConsent/invoke',
      value: { type: 'fileUpload', context: {}, ...value },
      replyToId: offersTo(reader).at(-1)?.id ?? '',
    });
  const says = () => answers({ action: 'accept', uploadInfo: drive.place });
  const text = () => drive.puts.at(-1)?.bytes.toString('utf8') ?? '';

  it('says that the file takes a while, offers it once when it is there, and keeps it no longer than it is offered', async () => {
    expect(seenOn(await reader.says('mina uppgifter'))).toContain(sv('data.comes'));
    expect(offersTo(reader)).toEqual([]);
    await city.delivers();
    await city.delivers();
    const [offer, ...more] = offersTo(reader);
    expect(more).toEqual([]);
    expect(offer).toMatchObject({ name: 'idelotsen-mina-uppgifter-2026-11-26.txt' });
    expect((await says()).message).toBe(sv('data.saved'));
    expect(offer).toMatchObject({ content: { sizeInBytes: drive.puts[0]?.bytes.length } });
    expect(text().startsWith('\uFEFFMINA UPPGIFTER\r\n')).toBe(true);
    for (const id of ids) expect(text().split(`${id}:`)).toHaveLength(2);
    expect(text()).toContain(reader.email);
    // A part does not know how many there are.
    expect(text()).toMatch(/^IDÉER\r$/m);
    expect(text()).not.toMatch(/^(?:IDÉER|MEDDELANDEN TILL DIG) \(/m);
    expect(text().split(sv('data.whyText'))).toHaveLength(2);
    expect(await city.app.dataFiles.all()).toEqual([]);
    // Nor is it there to be taken once more: it is made anew.
    expect((await says()).message).toBe(sv('data.comes'));
  });

  it('can be read in the chat meanwhile, part by part', async () => {
    await reader.says('mina uppgifter');
    let page = await reader.presses('Läs här i chatten');
    let read = seenOn(page);
    for (let pages = 0; titlesOn(page).includes(sv('button.showMore')) && pages < 20; pages++) {
      page = await reader.presses(sv('button.showMore'));
      read += seenOn(page);
    }
    for (const part of [...ids, reader.email, sv('data.whyText')]) expect(read).toContain(part);
  });

  it('is made once and whole when two make it and one of them dies anywhere', async () => {
    for (let writes = 0; writes < 6; writes++) {
      await reader.says('mina uppgifter');
      const before = offersTo(reader).length;
      let left = writes;
      const files = city.storage.files();
      const dying = openDataFiles(
        {
          people: city.storage.people,
          versions: city.storage.versions,
          files: () =>
            new Proxy(files, {
              get(target, name) {
                if (left-- <= 0) throw new Error('power cut');
                const member = Reflect.get(target, name, target);
                return typeof member === 'function' ? member.bind(target) : member;
              },
            }),
        },
        city.organisation().municipality.code,
      );
      const { delivery } = city.parts();
      const log = { info() {}, warn() {}, error() {} };
      await makeDataFiles({ ...delivery, log, app: { ...delivery.app, dataFiles: dying } });
      await Promise.all([makeDataFiles(delivery), makeDataFiles(delivery)]);
      await city.delivers();
      await city.delivers();
      expect(offersTo(reader).length - before).toBe(1);
      expect((await says()).message).toBe(sv('data.saved'));
      for (const id of ids) expect(text().split(`${id}:`)).toHaveLength(2);
    }
  });

  it('goes when nobody has taken it for three days, and when it is declined', async () => {
    await reader.says('mina uppgifter');
    await city.delivers();
    expect(await city.app.dataFiles.all()).toHaveLength(1);
    city.pass(days(3) + 1);
    await city.delivers();
    expect(await city.app.dataFiles.all()).toEqual([]);
    await reader.says('mina uppgifter');
    await city.delivers();
    expect((await answers({ action: 'decline' })).message).toBe(sv('data.declined'));
    expect(await city.app.dataFiles.all()).toEqual([]);
    expect(thoseWith(await allStored(city.storage), ['MINA UPPGIFTER'])).toEqual([]);
  });

  it('goes with the person', async () => {
    await reader.says('mina uppgifter');
    await city.delivers();
    await reader.presses({ verb: 'eraseMeNow', data: { verb: 'eraseMeNow' } });
    expect(await city.app.dataFiles.all()).toEqual([]);
    expect(thoseWith(await allStored(city.storage), [reader.email])).toEqual([]);
  });
});
