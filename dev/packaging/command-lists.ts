/**
 * `npm run write:manifest` writes the lists of commands in manifest/ as the bot reads them: which they are, their order and their
 * words from src/domain/language/written-commands.ts, and what each is for from src/text.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TeamsManifestLatest } from '@microsoft/app-manifest';
import { type ListedCommand, listedCommands } from '../../src/domain/language/written-commands';
import { firstLanguage, type Language, languageCodes } from '../../src/domain/languages';
import { texts } from '../../src/text';
import { keyed, present, type Wording } from './languages';

const folder = join(__dirname, '..', '..', 'manifest');
const LIST = 'bots[0].commandLists[0].commands';

/** The commands that Teams offers in a language. */
const commandList = (language: Language): { title: string; description: string }[] =>
  (Object.keys(listedCommands) as ListedCommand[]).map((command) => ({
    title: listedCommands[command].words[language][0],
    description: texts[language][`command.${command}`],
  }));

/** The manifest, which speaks the first language, with its list of commands. */
export function manifestWithCommands(manifest: TeamsManifestLatest): TeamsManifestLatest {
  const commandLists = [{ scopes: ['personal' as const], commands: commandList(firstLanguage) }];
  return { ...manifest, bots: (manifest.bots ?? []).map((bot) => ({ ...bot, commandLists })) };
}

/** A language's file with its list of commands, at its end. */
export function fileWithCommands(file: Wording, language: Language): Wording {
  const others = Object.entries(file).filter(([key]) => !key.startsWith(LIST));
  return { ...Object.fromEntries(others), ...present(keyed(LIST, commandList(language))) };
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
