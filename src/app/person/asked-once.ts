import type { Deps } from '../deps.js';

/**
 * The same, with each person's name and each address read once, however often it is asked for: for one card that shows
 * much of the same people, or to find out for whom one event is, where several audiences come from the same posts. It is made
 * for that alone, and what is written meanwhile is not seen in it: whether a leader is away or a post disowned says who may
 * decide, so that no decision is made with it.
 */
export function peopleAskedOnce<D extends Pick<Deps, 'people'>>(deps: D): D {
  const { people } = deps;
  const contacts = once(people.contacts);
  return {
    ...deps,
    people: {
      ...people,
      namesOf: once(people.namesOf),
      contacts: (emails: Iterable<string>) => contacts([...emails].map((email) => email.trim().toLowerCase())),
    },
  };
}

/** What is read of several keys at a time; of a key that was asked for before its first answer is given. */
function once<K, V>(read: (keys: Iterable<K>) => Promise<Map<K, V>>): (keys: Iterable<K>) => Promise<Map<K, V>> {
  const asked = new Map<K, Promise<Map<K, V>>>();
  return async (keys) => {
    const all = [...new Set(keys)];
    const unasked = all.filter((key) => !asked.has(key));
    const reading = read(unasked);
    for (const key of unasked) asked.set(key, reading);
    const found = await Promise.all(all.map(async (key) => [key, (await asked.get(key))?.get(key)] as const));
    return new Map(found.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
  };
}
