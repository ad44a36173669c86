import { PNG } from 'pngjs';
import { wordingOf } from '../../dev/packaging/languages';
import { readMessage } from '../../src/bot/conversation/commands';
import { firstLanguage, type Language, languageCodes } from '../../src/domain/languages';
import { type AppPackage, commandsIn, unpackedPackage } from '../../testing/manifest/app-package';

describe('Store validation of the package', () => {
  let app: AppPackage;
  beforeAll(async () => {
    app = await unpackedPackage();
  });

  it('Manifest: version 1.10 or later, and the app’s own version is SemVer', () => {
    const [major = 0, minor = 0] = app.manifest.manifestVersion.split('.').map(Number);
    expect(major === 1 && minor >= 10).toBe(true);
    expect(app.manifest.version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('Icons: the colour icon is 192 × 192 pixels, the outline icon 32 × 32, white on a transparent ground', () => {
    const { color, outline } = app.manifest.icons;
    const read = (file: string) => PNG.sync.read(Buffer.from(app.files[file] ?? []));
    const [coloured, outlined] = [read(color), read(outline)];
    expect([coloured.width, coloured.height]).toEqual([192, 192]);
    expect([outlined.width, outlined.height]).toEqual([32, 32]);
    const pixels = Array.from({ length: 32 * 32 }, (_, at) => [...outlined.data.subarray(at * 4, at * 4 + 4)]);
    const transparent = pixels.filter(([, , , opacity]) => opacity === 0);
    const white = pixels.filter(
      ([red, green, blue, opacity]) => opacity && red === 255 && green === 255 && blue === 255,
    );
    expect(transparent.length).toBeGreaterThan(0);
    expect(white.length).toBeGreaterThan(0);
    expect(transparent.length + white.length).toBe(pixels.length);
  });

  it('Domains: no wildcards, and none that the app does not need', () => {
    const { validDomains = [] } = app.manifest;
    expect(validDomains).toHaveLength(1);
    expect(validDomains.join()).not.toContain('*');
  });

  it('Links: support, privacy and terms of use are there, each its own and over https', () => {
    const { websiteUrl, privacyUrl, termsOfUseUrl } = app.manifest.developer;
    const links = [websiteUrl, privacyUrl, termsOfUseUrl];
    expect(new Set(links).size).toBe(3);
    for (const link of links) expect(new URL(link).protocol).toBe('https:');
  });

  it('Localisation: there is a file for each language, and none lacks a text or has one too many', () => {
    const { defaultLanguageFile, additionalLanguages = [] } = app.manifest.localizationInfo ?? {};
    const named = [defaultLanguageFile, ...additionalLanguages.map(({ file }) => file)];
    expect(named).toEqual(languageCodes.map((code) => `${code}.json`));
    for (const file of named) expect(app.files).toHaveProperty([String(file)]);
    const keys = Object.keys(wordingOf(app.manifest)).sort();
    for (const wording of Object.values(app.languages)) {
      expect(Object.keys(wording).sort()).toEqual(keys);
      expect(Object.values(wording).filter((text) => text.trim() === '')).toEqual([]);
    }
  });

  it.each(languageCodes)('Commands, %s: no duplicates, no “/”, and each is one that the bot knows', (language) => {
    const titles = commandsIn(app.languages[language]);
    expect(titles.length).toBeGreaterThan(0);
    expect(new Set(titles.map((title) => title.toLowerCase())).size).toBe(titles.length);
    for (const title of titles) expect(title).not.toContain('/');
    const meanings = titles.map((title) => readMessage(title).command);
    expect(meanings).not.toContain('text');
    expect(new Set(meanings).size).toBe(titles.length);
  });

  it.each(languageCodes)('Commands mean the same, in the same order, in %s', (language) => {
    const meanings = (one: Language) => commandsIn(app.languages[one]).map((title) => readMessage(title).command);
    expect(meanings(language)).toEqual(meanings(firstLanguage));
  });

  it('Scope: personal only, so no team or group chat is ever offered the bot', () => {
    expect(app.manifest.bots?.map(({ scopes }) => scopes)).toEqual([['personal']]);
  });
});
