import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TeamsManifestLatest } from '@microsoft/app-manifest';
import { fileWithCommands, manifestWithCommands } from '../../dev/packaging/command-lists';
import { wordingOf, wordingOfFile } from '../../dev/packaging/languages';
import { version } from '../../package.json';
import { listedCommands } from '../../src/domain/language/written-commands';
import { byLanguage, firstLanguage, type Language, languageCodes } from '../../src/domain/languages';
import { MUNICIPALITY } from '../../testing/manifest/municipality';

const FOLDER = join(__dirname, '..', '..', 'manifest');
/** All that fills the template in: a municipality's own values, and the version that the package has. */
const VALUES = { ...MUNICIPALITY, VERSION: version };
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

const template: TeamsManifestLatest = JSON.parse(read('manifest.json'));
const wordings = byLanguage((language) => wordingOfFile(JSON.parse(read(`${language}.json`))));

const commands = (language: Language, part: 'title' | 'description') =>
  Object.entries(wordings[language])
    .filter(([key]) => key.startsWith('bots[0].commandLists[0].commands[') && key.endsWith(part))
    .map(([, text]) => text);

describe('the Teams manifest', () => {
  it('follows the schema it names, as the vendor’s own validator sees it', () => {
    const filled = read('manifest.json').replace(/\{\{(\w+)\}\}/g, (_, name: keyof typeof VALUES) =>
      JSON.stringify(VALUES[name]).slice(1, -1),
    );
    // In a process of its own: the package loads an ES module by require, which Node can and Jest cannot.
    const validator = `
      const { AppManifestUtils } = require('@microsoft/app-manifest');
      const manifest = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
      AppManifestUtils.validateAgainstSchema(manifest).then((faults) => console.log(JSON.stringify(faults)));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', validator], {
      cwd: join(FOLDER, '..'),
      input: filled,
      encoding: 'utf8',
    });
    expect({ faults: stdout.trim(), stderr }).toEqual({ faults: '[]', stderr: '' });
  });

  it('holds no id, address or publisher of its own, only placeholders', () => {
    const placeholders = new Set(read('manifest.json').match(/(?<=\{\{)\w+(?=\}\})/g));
    expect([...placeholders].sort()).toEqual(Object.keys(VALUES).sort());
    expect(read('manifest.json').match(/https:\/\/[^"]+/g)).toEqual([template.$schema]);
  });

  it('speaks Swedish first and English always', () => {
    expect(template.localizationInfo).toEqual({
      defaultLanguageTag: 'sv',
      defaultLanguageFile: 'sv.json',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    });
    expect(wordings.sv).toEqual(wordingOf(template));
  });

  it('names every language of the bot, the first one first', () => {
    const [first, ...others] = languageCodes;
    expect(first).toBe(firstLanguage);
    expect(template.localizationInfo).toEqual({
      defaultLanguageTag: first,
      defaultLanguageFile: `${first}.json`,
      additionalLanguages: others.map((code) => ({ languageTag: code, file: `${code}.json` })),
    });
  });

  it.each(languageCodes)('says everything in %s, in the same order', (language) => {
    expect(Object.keys(wordings[language])).toEqual(Object.keys(wordings[firstLanguage]));
    expect(Object.values(wordings[language])).not.toContain('');
  });

  it.each(languageCodes)('lists the written commands in %s, each by the first of its words', (language) => {
    expect(commands(language, 'title')).toEqual(Object.values(listedCommands).map(({ words }) => words[language][0]));
  });

  it('has the lists of commands that are written from those that the bot reads (npm run write:manifest)', () => {
    expect(template).toEqual(manifestWithCommands(template));
    for (const language of languageCodes) {
      const file = JSON.parse(read(`${language}.json`));
      expect(Object.entries(file)).toEqual(Object.entries(fileWithCommands(file, language)));
    }
  });

  it('is a bot to talk with in the personal chat, which may ask to hand over a file', () => {
    expect(template.bots).toHaveLength(1);
    expect(template.bots?.[0]).toMatchObject({
      scopes: ['personal'],
      isNotificationOnly: false,
      supportsFiles: true,
      commandLists: [{ scopes: ['personal'] }],
    });
  });

  it('searches for ideas in every chat, a command for each list, and unfolds links to the bot’s own address', () => {
    const [extension, ...others] = template.composeExtensions ?? [];
    expect(others).toEqual([]);
    expect(extension?.botId).toBe(template.bots?.[0]?.botId);
    const searches = extension?.commands?.filter(({ type }) => type === 'query') ?? [];
    expect(searches.map(({ id, title }) => [id, title])).toEqual([
      ['all', 'Alla'],
      ['inUse', 'Används'],
      ['piloting', 'Testas'],
      ['lessons', 'Lärdomar'],
    ]);
    for (const { context, initialRun, parameters } of searches) {
      expect([context, initialRun, parameters?.length]).toEqual([['compose', 'commandBox'], true, 1]);
    }
    const forms = extension?.commands?.filter(({ type }) => type === 'action') ?? [];
    expect(forms.map(({ id, title, context, fetchTask }) => [id, title, context, fetchTask])).toEqual([
      ['fromMessage', 'Gör en idé av meddelandet', ['message'], true],
      ['newIdea', 'Skicka en idé', ['compose', 'commandBox'], true],
    ]);
    expect(extension?.messageHandlers).toEqual([
      { type: 'link', value: { domains: template.validDomains, supportsAnonymizedPayloads: false } },
    ]);
  });

  it('names no domain by a wildcard', () => {
    expect(template.validDomains).toEqual(['{{BOT_DOMAIN}}']);
  });

  it('offers the same commands in both languages', () => {
    expect(commands('sv', 'title')).toEqual([
      'idé',
      'mina idéer',
      'status',
      'min tur',
      'idag',
      'sök',
      'utmaningar',
      'innovationsledare',
      'veckan',
      'inställningar',
      'mina uppgifter',
      'hjälp',
    ]);
    expect(commands('en', 'title')).toEqual([
      'idea',
      'my ideas',
      'status',
      'my turn',
      'today',
      'search',
      'challenges',
      'leader',
      'week',
      'settings',
      'my data',
      'help',
    ]);
  });

  it.each(languageCodes)('has short command words in %s, none twice and none with a slash', (language) => {
    const titles = commands(language, 'title');
    expect(new Set(titles).size).toBe(titles.length);
    for (const title of titles) expect(title).toMatch(/^[^/]{1,32}$/);
    for (const description of commands(language, 'description')) expect(description).toMatch(/^.{1,128}$/);
  });
});
