/** From manifest/ and the values of one municipality to the zip file that Teams takes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TeamsManifestLatest } from '@microsoft/app-manifest';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { version } from '../../package.json';
import { languageCodes } from '../../src/domain/languages';
import { problemsOf } from './checks';
import type { Wording } from './languages';
import { type PackageSettings, readPackageSettings } from './settings';

export type AssembledPackage = { ok: true; zip: Uint8Array } | { ok: false; problems: string[] };

const LANGUAGE_FILES = languageCodes.map((code) => `${code}.json`);
const ICON_FILES = ['color.png', 'outline.png'];

/** One date for all, so that the same input gives the same bytes. A zip file cannot say a date before 1980. */
const FILE_DATE = new Date(1980, 0, 1);

/**
 * Fills in the manifest in the folder, with the version of package.json, and packs it with its language files and icons, all at the root of the zip file.
 * Gives every problem, in a sentence each, when a value is missing or a placeholder, or when Teams would refuse the package.
 */
export async function assembleAppPackage(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<AssembledPackage> {
  const reading = readPackageSettings(env);
  if (!reading.ok) return reading;

  const template = await readFile(join(folder, 'manifest.json'), 'utf8');
  const manifest: TeamsManifestLatest = JSON.parse(filledIn(template, { ...reading.settings, VERSION: version }));
  const languageTexts = await readAll(folder, LANGUAGE_FILES);
  const languages = mapped(languageTexts, (content): Wording => JSON.parse(content.toString('utf8')));
  const icons = await readAll(folder, ICON_FILES);

  const problems = problemsOf({ manifest, languages, icons });
  if (problems.length > 0) return { ok: false, problems };

  const files: Zippable = {
    'manifest.json': strToU8(`${JSON.stringify(manifest, undefined, 2)}\n`),
    ...languageTexts,
    ...icons,
  };
  return { ok: true, zip: zipSync(files, { level: 9, mtime: FILE_DATE }) };
}

/** Replaces every `{{NAME}}` that has a value, which is escaped for the JSON string it stands in. */
function filledIn(template: string, values: PackageSettings & { VERSION: string }): string {
  return Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`{{${name}}}`, () => JSON.stringify(value).slice(1, -1)),
    template,
  );
}

async function readAll(folder: string, files: readonly string[]): Promise<Record<string, Buffer>> {
  const contents = files.map(async (file) => [file, await readFile(join(folder, file))] as const);
  return Object.fromEntries(await Promise.all(contents));
}

function mapped<A, B>(record: Record<string, A>, to: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}
