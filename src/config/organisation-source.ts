import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { hashOf, type OrganisationSource, type SourceRead } from '../app/organisation/organisation-source.js';
import { type ParsedOrganisation, parseOrganisation } from '../domain/organisation/organisation-file.js';
import { openBlobFile } from '../store/organisation/blob-file.js';
import type { StorageAccount } from '../store/storage.js';

/** Where the organisation file is: a path, relative to the working directory, or an address in blob storage. */
export function organisationSource(place: string, account?: StorageAccount): OrganisationSource {
  const name = nameOfPlace(place);
  const bytes = isBlobAddress(place) && account ? openBlobFile(account, place) : () => readFile(name);
  return { name, read: async () => readSource(name, bytes) };
}

/** Whether it is in blob storage: `blob:CONTAINER/NAME` in the bot's own account, or an address. */
export const isBlobAddress = (place: string): boolean => /^(blob:|https?:\/\/)/i.test(place);

/** What a path or an address is called, for people: what stands after the ? of an address may be a secret. */
export const nameOfPlace = (place: string): string =>
  isBlobAddress(place) ? place.replace(/\?.*$/, '') : resolve(place);

async function readSource(name: string, read: () => Promise<Uint8Array>): Promise<SourceRead> {
  let bytes: Uint8Array;
  try {
    bytes = await read();
  } catch (error) {
    const message = `The organisation file ${name} cannot be read (${reasonOf(error)}): set ORGANISATION_FILE to its path.`;
    return { kind: 'unreadable', fault: { path: '', message } };
  }
  const faulty = (message: string): SourceRead => ({
    ...{ kind: 'faulty', hash: hashOf(Buffer.from(bytes).toString('latin1')) },
    faults: [{ path: '', message }],
  });
  let text: string;
  try {
    // Strict, so that a file saved as Windows-1252 is told of instead of losing its å, ä and ö. Takes the BOM away.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return faulty(`The organisation file ${name} is not UTF-8 text: save it again as UTF-8.`);
  }
  if (text.trim() === '') {
    return faulty(
      `The organisation file ${name} is not valid JSON: it is empty. Write {} in it and check it again: each check says what is missing.`,
    );
  }
  try {
    const raw: unknown = JSON.parse(text);
    const same = JSON.stringify(raw);
    return { kind: 'file', raw, text: same, hash: hashOf(same) };
  } catch (error) {
    return faulty(`The organisation file ${name} is not valid JSON: ${reasonOf(error)}. Correct it there.`);
  }
}

/**
 * Reads the organisation file at `path` (relative to the working directory), whole or not at all. A file that cannot
 * be read or is no JSON has one fault, with an empty path; else the faults are those of `parse`.
 */
export async function loadOrganisation(path: string, parse = parseOrganisation): Promise<ParsedOrganisation> {
  return organisationIn(await organisationSource(path).read(), parse);
}

/** The organisation in what has been read; its faults else. */
export function organisationIn(found: SourceRead, parse = parseOrganisation): ParsedOrganisation {
  if (found.kind === 'unreadable') return { ok: false, faults: [found.fault] };
  return found.kind === 'faulty' ? { ok: false, faults: [...found.faults] } : parse(found.raw);
}

/** The system's own code where there is one ("ENOENT"), else what the error says. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message.replace(/\.$/, '');
}
