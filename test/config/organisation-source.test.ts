import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadOrganisation } from '../../src/config/organisation-source.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'idelotsen-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(content: string | Uint8Array): Promise<string> {
  const path = join(folder, 'organisation.json');
  await writeFile(path, content);
  return path;
}

const person = (name: string) => ({ name, email: `${name}@ort.example`, title: name });
const orten = {
  municipality: { name: 'Örten', innovationOffice: 'Innovationskontoret' },
  departments: [{ code: 'MIL', name: 'Miljö', headcount: 3, leaders: [person('a')] }],
  innovationOffice: [person('b')],
};

describe('an organisation file', () => {
  it('is read, also the example that a fresh install starts with', async () => {
    expect(await loadOrganisation('config/organisation.example.json')).toMatchObject({ ok: true });
    expect(await loadOrganisation(await file(JSON.stringify(orten)))).toMatchObject({
      ok: true,
      organisation: { municipality: { code: 'orten', name: 'Örten' } },
    });
  });

  it('may begin with a byte order mark', async () => {
    expect(await loadOrganisation(await file(`\uFEFF${JSON.stringify(orten)}`))).toMatchObject({ ok: true });
  });

  it.each<[why: string, content: string | Uint8Array, says: RegExp]>([
    ['is empty', '', /is not valid JSON/],
    ['is cut off', JSON.stringify(orten).slice(0, -5), /is not valid JSON/],
    ['is saved as Windows-1252', Buffer.from(JSON.stringify(orten), 'latin1'), /save it again as UTF-8/],
  ])('that %s has one fault, which names the file', async (_why, content, says) => {
    const path = await file(content);
    expect(await loadOrganisation(path)).toEqual({
      ok: false,
      faults: [{ path: '', message: expect.stringMatching(says) }],
    });
    expect(await loadOrganisation(path)).toMatchObject({ faults: [{ message: expect.stringContaining(path) }] });
  });

  it.each([
    ['is not there', 'none.json', /ENOENT.*set ORGANISATION_FILE/],
    ['is a folder', '.', /EISDIR.*set ORGANISATION_FILE/],
  ])('that %s cannot be read', async (_why, name, says) => {
    expect(await loadOrganisation(join(folder, name))).toEqual({
      ok: false,
      faults: [{ path: '', message: expect.stringMatching(says) }],
    });
  });

  it('with faults in it is not loaded, and every fault is listed by path', async () => {
    const faulty = { ...orten, goal: [], departments: [{ ...orten.departments[0], headcount: -1 }] };
    const loaded = await loadOrganisation(await file(JSON.stringify(faulty)));
    expect(loaded).toMatchObject({ ok: false });
    expect(loaded.ok ? [] : loaded.faults.map(({ path }) => path).sort()).toEqual(['departments[0].headcount', 'goal']);
  });
});
