import { askForDataFile, dataFileOf } from '../../src/app/privacy/data-files';
import { assemble } from '../../src/delivery/deliveries';
import { makeDataFiles } from '../../src/delivery/privacy/data-files';
import type { Person } from '../../src/domain/person/person';
import { openDataFiles } from '../../src/store/person/data-files';
import { mortal } from '../../testing/processes/mortal';
import { manyFollowed } from '../../testing/scenes/popular';
import { Town } from '../../testing/scenes/town';

/** More calls than making a file and offering it take. */
const MOST_CALLS = 60;

// A part of a file counts once: by the row that says how far it is.
describe('a file of somebody’s data that is made outside the turn', () => {
  let town: Town;
  let reader: Person;
  let ids: string[];
  beforeAll(async () => {
    town = await Town.open();
    const submitter = await town.arrives('submitter');
    reader = await town.arrives('reader');
    const { id } = await town.submits(submitter);
    await town.deliveries().tick();
    ids = await manyFollowed({ storage: town.storage, deps: town.app }, id, reader.ref, 45);
  });
  afterAll(() => town.close());

  const offers = () =>
    town
      .chat('reader')
      .flatMap(({ activity }) => activity.attachments ?? [])
      .filter(({ contentType }) => contentType.endsWith('file.consent'));

  async function made(): Promise<string> {
    const content = await (await dataFileOf(town.app, reader))?.content();
    if (!content || content.bytes instanceof Uint8Array) throw new Error('There is no file');
    const chunks: Buffer[] = [];
    for await (const chunk of content.bytes.stream) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString('utf8');
  }

  it('is whole, and offered once, when the one who makes it dies before any of its calls', async () => {
    let deaths = 0;
    for (let call = 0; call < MOST_CALLS; call++) {
      const before = offers().length;
      await askForDataFile(town.app, reader);
      const { source, death, guarded, guardedFiles } = mortal(town.source(), call);
      const { storage } = town;
      const dataFiles = openDataFiles(
        {
          people: guarded(storage.people),
          files: () => guardedFiles(storage.files()),
          versions: storage.versions,
        },
        town.organisation().municipality.code,
      );
      const dying = assemble({ ...source, app: { ...town.app, dataFiles } }).deps;
      const lived = await Promise.race([makeDataFiles(dying).then(() => true), death.died.then(() => false)]);
      await Promise.all([town.deliveries().tick(), town.deliveries().tick()]);
      await town.deliveries().tick();
      const text = await made();
      expect({ call, offers: offers().length - before }).toEqual({ call, offers: 1 });
      expect({ call, missing: ids.filter((id) => text.split(`${id}:`).length !== 2) }).toEqual({ call, missing: [] });
      await (await dataFileOf(town.app, reader))?.remove();
      expect(await town.app.dataFiles.all()).toEqual([]);
      if (lived) break;
      deaths++;
    }
    expect(deaths).toBeGreaterThan(10);
    expect(town.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
