import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type ParsedOrganisation, parseOrganisation } from '../domain/organisation/organisation-file.js';

/**
 * Reads the organisation file at `path` (relative to the working directory), whole or not at all. A file that cannot
 * be read or is no JSON has one fault, with an empty path; else the faults are those of `parse`.
 */
export async function loadOrganisation(path: string, parse = parseOrganisation): Promise<ParsedOrganisation> {
  const file = resolve(path);
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return fault(
      `The organisation file ${file} cannot be read (${reasonOf(error)}): set ORGANISATION_FILE to its path.`,
    );
  }
  let text: string;
  try {
    // Strict, so that a file saved as Windows-1252 is told of instead of losing its å, ä and ö. Takes the BOM away.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fault(`The organisation file ${file} is not UTF-8 text: save it again as UTF-8.`);
  }
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return fault(`The organisation file ${file} is not valid JSON: ${reasonOf(error)}. Correct it there.`);
  }
  return parse(raw);
}

const fault = (message: string): ParsedOrganisation => ({ ok: false, faults: [{ path: '', message }] });

/** The system's own code where there is one ("ENOENT"), else what the error says. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message.replace(/\.$/, '');
}
