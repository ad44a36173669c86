/** As many as one thinks about at a time. */
export const BATCH = 5;

/**
 * What needs thought, in batches: in an order of its own for each `seed`, so that the oldest or the most familiar is not always
 * first, with one of what is least like the usual in each. `unlike`: the least usual first.
 */
export function batchesOf(ids: readonly string[], unlike: readonly string[], seed: string): string[][] {
  const count = Math.ceil(ids.length / BATCH);
  const there = new Set(ids);
  const odd = unlike.filter((id) => there.has(id)).slice(0, count);
  const rest = shuffled(
    ids.filter((id) => !odd.includes(id)),
    seed,
  );
  return Array.from({ length: count }, (_, at) => {
    const own = odd[at];
    const others = rest.splice(0, own === undefined ? BATCH : BATCH - 1);
    return own === undefined ? others : shuffled([own, ...others], seed);
  });
}

/** The same order for the same seed, whatever order they come in. */
export const shuffled = (ids: readonly string[], seed: string): string[] =>
  ids
    .map((id) => ({ id, at: placeOf(`${seed}|${id}`) }))
    .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id);

/** A number that looks like chance, of a text (FNV-1a, 32 bits, mixed once more). */
function placeOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
