/** Which words of the manifest are translated, and under which keys a language file gives them. */
import type { TeamsManifestLatest } from '@microsoft/app-manifest';

/** A language file without its `$schema`: key such as `bots[0].commandLists[0].commands[2].title` → the words. */
export type Wording = Record<string, string>;

/**
 * The manifest's own words, which are those of its default language, under the keys of Teams' localisation format.
 * A complete language file has exactly these keys.
 */
export function wordingOf(manifest: TeamsManifestLatest): Wording {
  const { name, description, bots = [] } = manifest;
  return present({
    'name.short': name.short,
    'name.full': name.full,
    'description.short': description.short,
    'description.full': description.full,
    ...keyed('description.features', description.features ?? []),
    ...Object.assign(
      {},
      ...bots.flatMap((bot, b) =>
        (bot.commandLists ?? []).map((list, l) => keyed(`bots[${b}].commandLists[${l}].commands`, list.commands)),
      ),
    ),
  });
}

/** The words of a parsed language file. */
export function wordingOfFile(file: Wording): Wording {
  const { $schema: _schema, ...wording } = file;
  return wording;
}

/** The words of a list, under the keys of its places. */
export function keyed(
  path: string,
  items: readonly { title: string; description?: string }[],
): Record<string, string | undefined> {
  return Object.fromEntries(
    items.flatMap((item, i) => [
      [`${path}[${i}].title`, item.title],
      [`${path}[${i}].description`, item.description],
    ]),
  );
}

export function present(wording: Record<string, string | undefined>): Wording {
  return Object.fromEntries(
    Object.entries(wording).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
