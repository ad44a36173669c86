/** Which words of the manifest are translated, and under which keys a language file gives them. */
import type { TeamsManifestLatest } from '@microsoft/app-manifest';

/** A language file without its `$schema`: key such as `bots[0].commandLists[0].commands[2].title` → the words. */
export type Wording = Record<string, string>;

/**
 * The manifest's own words, which are those of its default language, under the keys of Teams' localisation format.
 * A complete language file has exactly these keys.
 */
export function wordingOf(manifest: TeamsManifestLatest): Wording {
  const { name, description } = manifest;
  return {
    ...present({
      'name.short': name.short,
      'name.full': name.full,
      'description.short': description.short,
      'description.full': description.full,
      ...keyed('description.features', description.features ?? []),
    }),
    ...commandWordingOf(manifest),
  };
}

/** What commands are called, of the bot and of its message extension. */
interface Commands {
  bots?: readonly { commandLists?: readonly { commands: readonly Named[] }[] }[];
  composeExtensions?: readonly { commands?: readonly (Named & { parameters?: readonly Named[] })[] }[];
}

/** The words of commands, with those of what each asks for. */
export function commandWordingOf({ bots = [], composeExtensions = [] }: Commands): Wording {
  const written = bots.flatMap(({ commandLists = [] }, b) =>
    commandLists.map(({ commands }, l) => keyed(`bots[${b}].commandLists[${l}].commands`, commands)),
  );
  const inChats = composeExtensions.flatMap(({ commands = [] }, e) =>
    commands.flatMap(({ parameters = [], ...command }, c) => {
      const path = `composeExtensions[${e}].commands[${c}]`;
      return [named(path, command), keyed(`${path}.parameters`, parameters)];
    }),
  );
  return present(Object.assign({}, ...written, ...inChats));
}

/** The words of a parsed language file. */
export function wordingOfFile(file: Wording): Wording {
  const { $schema: _schema, ...wording } = file;
  return wording;
}

interface Named {
  title: string;
  description?: string;
}

/** The words of a list, under the keys of its places. */
const keyed = (path: string, items: readonly Named[]): Record<string, string | undefined> =>
  Object.assign({}, ...items.map((item, i) => named(`${path}[${i}]`, item)));

const named = (path: string, { title, description }: Named): Record<string, string | undefined> => ({
  [`${path}.title`]: title,
  [`${path}.description`]: description,
});

function present(wording: Record<string, string | undefined>): Wording {
  return Object.fromEntries(
    Object.entries(wording).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
