import { join } from 'node:path';
import type { TeamsManifestLatest } from '@microsoft/app-manifest';
import { strFromU8, unzipSync } from 'fflate';
import { assembleAppPackage } from '../../dev/packaging/assemble';
import { type Wording, wordingOfFile } from '../../dev/packaging/languages';
import { byLanguage, type Language } from '../../src/domain/languages';
import { MUNICIPALITY } from './municipality';

/** The package as a municipality uploads it, unpacked. */
export interface AppPackage {
  files: Record<string, Uint8Array>;
  manifest: TeamsManifestLatest;
  languages: Record<Language, Wording>;
}

export async function unpackedPackage(): Promise<AppPackage> {
  const made = await assembleAppPackage(join(__dirname, '..', '..', 'manifest'), MUNICIPALITY);
  if (!made.ok) throw new Error(made.problems.join('\n'));
  const files = unzipSync(made.zip);
  const read = (file: string) => JSON.parse(strFromU8(files[file] ?? new Uint8Array()));
  return {
    files,
    manifest: read('manifest.json'),
    languages: byLanguage((language) => wordingOfFile(read(`${language}.json`))),
  };
}

/** The words that Teams offers in its command menu. */
export const commandsIn = (wording: Wording): string[] =>
  Object.entries(wording)
    .filter(([key]) => /^bots\[.*\.commands\[\d+\]\.title$/.test(key))
    .map(([, title]) => title);
