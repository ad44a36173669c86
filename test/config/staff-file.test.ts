import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StaffPage } from '../../src/app/person/staff/look';
import { SourceRefused } from '../../src/app/person/staff/staff-source';
import { staffFile } from '../../src/config/staff-file';
import { type Sources, sourcesSchema } from '../../src/domain/organisation/sources/sources-schema';
import { blobServiceOf } from '../../src/store/storage';
import { testConnectionString, uniquePrefix } from '../../testing/storage/storage';

const ROWS = 'E-post;Förvaltning\r\nx@ort.example;Vård och omsorg\r\n';
const ENTRIES = [{ who: 'x@ort.example', department: 'Vård och omsorg' }];

describe('the personnel file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'personnel-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const account = () => ({ connectionString: testConnectionString() });
  async function read(place: string, file: object = {}): Promise<StaffPage['entries']> {
    const settings: Sources = sourcesSchema.parse({ file });
    const { pages } = await staffFile(place, () => settings.file, account()).read({});
    const all: StaffPage['entries'][number][] = [];
    for await (const page of pages) all.push(...page.entries);
    return all;
  }
  const write = async (bytes: string | Buffer): Promise<string> => {
    const path = join(folder, 'staff.csv');
    await writeFile(path, bytes);
    return path;
  };

  it('is read as it was saved: UTF-8 with or without its mark, or Windows-1252', async () => {
    for (const bytes of [ROWS, `\uFEFF${ROWS}`, Buffer.from(ROWS, 'latin1')])
      expect(await read(await write(bytes))).toEqual(ENTRIES);
  });

  it('is read with the delimiter and the letters that the organisation file names', async () => {
    const odd = ROWS.replaceAll(';', '|');
    expect(await read(await write(odd))).toEqual(ENTRIES);
    expect(await read(await write(odd), { delimiter: '|' })).toEqual(ENTRIES);
    const mixed = Buffer.from(ROWS.replace('Vård', 'VÃ¥rd'), 'latin1');
    expect(await read(await write(mixed), { encoding: 'windows-1252' })).toEqual([
      { who: 'x@ort.example', department: 'VÃ¥rd och omsorg' },
    ]);
  });

  it('is refused where it is not written in the letters that it is said to be', async () => {
    const path = await write(Buffer.from(ROWS, 'latin1'));
    await expect(read(path, { encoding: 'utf-8' })).rejects.toThrow(
      /is not written in utf-8.*leave sources.file.encoding out/,
    );
  });

  it('is no whole look where a quotation mark does not end: nobody is gone by the rows that are lost in it', async () => {
    const rows = [
      ...Array.from({ length: 9 }, (_, n) => `p${n}@ort.example;VOO`),
      'x@ort.example;"VOO',
      'y@ort.example;VOO',
    ];
    const reading = async (text: string) =>
      staffFile(await write(text), () => sourcesSchema.parse({ file: {} }).file).read({});
    const text = ['E-post;Förvaltning', ...rows].join('\r\n');
    expect(await reading(text)).toMatchObject({
      whole: false,
      faults: [expect.stringMatching(/^Row 11: begins a text/)],
    });
    expect(await reading(`${text}"`)).toMatchObject({
      whole: false,
      faults: [expect.stringMatching(/^Row 11: holds several/)],
    });
    expect(await reading(text.replace('"', ''))).toMatchObject({ whole: true, faults: [] });
  });

  it('may lie in blob storage, where the newest of a container counts', async () => {
    const name = `${uniquePrefix().toLowerCase()}staff`;
    const container = blobServiceOf(account()).getContainerClient(name);
    await container.create();
    await container.uploadBlockBlob('monday.csv', 'E-post;Förvaltning\r\n', 20);
    await container.uploadBlockBlob('tuesday.csv', ROWS, Buffer.byteLength(ROWS));
    expect(await read(`blob:${name}/`)).toEqual(ENTRIES);
    expect(await read(`blob:${name}/monday.csv`)).toEqual([]);
    await container.delete();
  });

  it('is refused with what to do where it is not there, is empty, or is not set up', async () => {
    await expect(read(join(folder, 'missing.csv'))).rejects.toThrow(/cannot be read \(ENOENT\): set STAFF_FILE/);
    await expect(read(await write(''))).rejects.toThrow(/is empty/);
    await expect(staffFile('x', () => undefined).read({})).rejects.toThrow(SourceRefused);
  });
});
