/** What Teams and its store ask of an app package, each check giving one sentence for every problem. */
import { readFileSync } from 'node:fs';
import type { TeamsManifestLatest } from '@microsoft/app-manifest';
import Ajv, { type ValidateFunction } from 'ajv';
import { PNG } from 'pngjs';
import { type Wording, wordingOf, wordingOfFile } from './languages';

/** Everything that goes into the package, read and with the placeholders filled in. */
export interface AppPackageParts {
  manifest: TeamsManifestLatest;
  /** Language files by file name, as they stand in the package. */
  languages: Record<string, Wording>;
  /** PNG files by file name. */
  icons: Record<string, Buffer>;
}

/**
 * The newest generally available version (August 2026), whose schemas come with `@microsoft/app-manifest`.
 * They are read from there without the package's own entry, which needs Node 20.19 to load one of its dependencies.
 */
const SCHEMA_VERSION = '1.30';
const MANIFEST_SCHEMA = 'MicrosoftTeams.schema.json';
const LANGUAGE_SCHEMA = 'MicrosoftTeams.Localization.schema.json';

/** Limits of the schema up to version 1.17. Newer ones allow far more than anyone reads in a menu. */
const COMMAND_LIMITS = { title: 32, description: 128 };

const SEMVER = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** Every problem of the package, or an empty list. Its form is judged first: the other checks rely on it. */
export function problemsOf(parts: AppPackageParts): string[] {
  const ofForm = [
    ...formProblems('manifest.json', parts.manifest, MANIFEST_SCHEMA),
    ...Object.entries(parts.languages).flatMap(([file, wording]) => formProblems(file, wording, LANGUAGE_SCHEMA)),
  ];
  if (ofForm.length > 0) return ofForm;
  return [
    ...leftPlaceholders(parts),
    ...manifestProblems(parts.manifest),
    ...languageProblems(parts),
    ...iconProblems(parts),
  ];
}

function formProblems(file: string, content: { $schema?: string }, schemaFile: string): string[] {
  if (content.$schema !== `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA_VERSION}/${schemaFile}`) {
    return [`${file} must name version ${SCHEMA_VERSION} of its schema in $schema.`];
  }
  const validate = validatorOf(schemaFile);
  if (validate(content)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${file} does not follow Teams' schema: ${instancePath} ${message} ${JSON.stringify(params)}.`,
  );
}

/** Teams' schemas are of draft 4, which they use no more of than later drafts know, and have patterns of before ES2015. */
function validatorOf(schemaFile: string): ValidateFunction {
  const folder = `@microsoft/app-manifest/build/json-schemas/teams/v${SCHEMA_VERSION}`;
  const { $schema: _draft, ...schema } = JSON.parse(readFileSync(require.resolve(`${folder}/${schemaFile}`), 'utf8'));
  return new Ajv({ allErrors: true, strict: false, unicodeRegExp: false, validateFormats: false }).compile(schema);
}

function leftPlaceholders({ manifest, languages }: AppPackageParts): string[] {
  return Object.entries({ 'manifest.json': manifest, ...languages }).flatMap(([file, content]) =>
    [...new Set(JSON.stringify(content).match(/\{\{.*?\}\}/g))].map(
      (placeholder) => `${file} still has the placeholder ${placeholder}.`,
    ),
  );
}

function manifestProblems({ version, validDomains = [] }: TeamsManifestLatest): string[] {
  return [
    ...(SEMVER.test(version) ? [] : [`manifest.json has the version "${version}", which is not of the form 1.2.3.`]),
    ...validDomains
      .filter((domain) => domain.includes('*'))
      .map((domain) => `manifest.json has the domain "${domain}": Teams' store refuses wildcards.`),
  ];
}

/** The default language's file says what the manifest says; every other file has exactly the same keys. */
function languageProblems({ manifest, languages }: AppPackageParts): string[] {
  const own = wordingOf(manifest);
  const { defaultLanguageFile, additionalLanguages = [] } = manifest.localizationInfo ?? {};
  const named = [defaultLanguageFile ?? '', ...additionalLanguages.map(({ file }) => file)];
  return named.flatMap((file) => {
    const wording = languages[file];
    if (!wording) return [`localizationInfo names the language file "${file}", which is missing.`];
    const words = wordingOfFile(wording);
    return [
      ...missing(own, words).map((key) => `${file} lacks "${key}".`),
      ...missing(words, own).map((key) => `${file} has "${key}", which the manifest does not have.`),
      ...(file === defaultLanguageFile
        ? Object.keys(own)
            .filter((key) => key in words && words[key] !== own[key])
            .map((key) => `${file} and manifest.json differ in "${key}".`)
        : []),
      ...commandProblems(file, words),
    ];
  });
}

function missing(expected: Wording, given: Wording): string[] {
  return Object.keys(expected).filter((key) => !(key in given));
}

function commandProblems(file: string, words: Wording): string[] {
  const of = (part: keyof typeof COMMAND_LIMITS) =>
    Object.entries(words).filter(([key]) => key.includes('.commands[') && key.endsWith(`.${part}`));
  return [
    ...twice(of('title')).map((title) => `${file} has "${title}" twice.`),
    ...of('title')
      .filter(([, title]) => title.includes('/'))
      .map(([, title]) => `${file} has a slash in "${title.toLowerCase()}".`),
    ...(['title', 'description'] as const).flatMap((part) =>
      of(part)
        .filter(([, text]) => text.length > COMMAND_LIMITS[part])
        .map(([key]) => `${file} has more than ${COMMAND_LIMITS[part]} characters in "${key}".`),
    ),
  ];
}

/** Titles that stand twice in one list, whatever their case. What commands ask for is a list of each. */
function twice(titles: [string, string][]): string[] {
  const seen = new Set<string>();
  return titles.flatMap(([key, written]) => {
    const title = written.toLowerCase();
    const place = `${key.replace(/\[\d+\]\.title$/, '')} ${title}`;
    const again = seen.has(place);
    seen.add(place);
    return again ? [title] : [];
  });
}

function iconProblems({ manifest, icons }: AppPackageParts): string[] {
  const { color, outline } = manifest.icons;
  return [
    ...pictureProblems(color, icons[color], 192, (_r, _g, _b, opacity) => opacity === 255, 'be opaque everywhere'),
    ...pictureProblems(
      outline,
      icons[outline],
      32,
      (red, green, blue, opacity) => opacity === 0 || (red === 255 && green === 255 && blue === 255),
      'be white on a transparent ground',
    ),
  ];
}

/** Sizes and colours: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package */
function pictureProblems(
  file: string,
  content: Buffer | undefined,
  side: number,
  allows: (red: number, green: number, blue: number, opacity: number) => boolean,
  must: string,
): string[] {
  if (!content) return [`The icon ${file} is missing.`];
  const { width, height, data } = PNG.sync.read(content);
  const pixels = Array.from({ length: width * height }, (_, i) => data.subarray(i * 4, i * 4 + 4));
  return [
    ...(width === side && height === side
      ? []
      : [`The icon ${file} is ${width} × ${height} pixels, not ${side} × ${side}.`]),
    ...(pixels.every(([r = 0, g = 0, b = 0, opacity = 0]) => allows(r, g, b, opacity))
      ? []
      : [`The icon ${file} must ${must}.`]),
  ];
}
