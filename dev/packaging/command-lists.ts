/**
 * `npm run write:manifest` writes the lists of commands in manifest/ as the bot reads them: which they are, their order and their
 * words from src/domain/language/written-commands.ts, what each is for from src/text, and those of the message extension from
 * message-extension.ts.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TeamsManifestLatest } from '@microsoft/app-manifest';
import { type ListedCommand, listedCommands } from '../../src/domain/language/written-commands';
import { firstLanguage, type Language, languageCodes } from '../../src/domain/languages';
import { texts } from '../../src/text';
import { commandWordingOf, type Wording } from './languages';
import { messageExtension } from './message-extension';

const folder = join(__dirname, '..', '..', 'manifest');
const LIST = 'bots[0].commandLists[0].commands';

/** The commands that Teams offers in a language. */
const commandList = (language: Language): { title: string; description: string }[] =>
  (Object.keys(listedCommands) as ListedCommand[]).map((command) => ({
    title: listedCommands[command].words[language][0],
    description: texts[language][`command.${command}`],
  }));

/** The manifest, which speaks the first language, with its lists of commands. */
export function manifestWithCommands(manifest: TeamsManifestLatest): TeamsManifestLatest {
  const commandLists = [{ scopes: ['personal' as const], commands: commandList(firstLanguage) }];
  const bots = (manifest.bots ?? []).map((bot) => ({ ...bot, commandLists }));
  return { ...manifest, bots, composeExtensions: [messageExtension(firstLanguage)] };
}

/** A language's file with its lists of commands, at its end. */
export function fileWithCommands(file: Wording, language: Language): Wording {
  const others = Object.entries(file).filter(([key]) => !key.startsWith(LIST) && !key.startsWith('composeExtensions['));
  const own = {
    bots: [{ commandLists: [{ commands: commandList(language) }] }],
    composeExtensions: [messageExtension(language)],
  };
  return { ...Object.fromEntries(others), ...commandWordingOf(own) };
}

function writeAnew<T>(file: string, anew: (content: T) => T): void {
  const path = join(folder, file);
  writeFileSync(path, JSON.stringify(anew(JSON.parse(readFileSync(path, 'utf8'))), null, 2));
  execFileSync(join(folder, '..', 'node_modules', '.bin', 'biome'), ['format', '--write', path], { stdio: 'inherit' });
}

if (require.main === module) {
  writeAnew('manifest.json', manifestWithCommands);
  for (const language of languageCodes)
    writeAnew(`${language}.json`, (file: Wording) => fileWithCommands(file, language));
}
