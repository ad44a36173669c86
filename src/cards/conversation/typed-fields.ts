import { isTyped } from '../press-data.js';
import { type Verb, type VerbData, verbs } from '../verbs.js';

/** The fields of a verb that hold what people type, whichever form it stands in: none of them has to say so. */
export const typedFields = (verb: Verb): string[] =>
  Object.entries(verbs[verb].shape).flatMap(([name, field]) => (isTyped(field) ? [name] : []));

/** All that somebody has typed into what a button sends. */
export const typedIn = <V extends Verb>(verb: V, data: VerbData<V>): string[] =>
  typedFields(verb).flatMap((name) => {
    const text = (data as Record<string, unknown>)[name];
    return typeof text === 'string' && text !== '' ? [text] : [];
  });
