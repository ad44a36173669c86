import { isTyped } from '../press-data.js';
import { type Verb, type VerbData, verbs } from '../verbs.js';

const fieldsOf = new Map(
  Object.entries(verbs).map(([verb, { shape }]) => [
    verb,
    Object.entries(shape).flatMap(([name, field]) => (isTyped(field) ? [name] : [])),
  ]),
);

/** The fields of a verb that hold what people type, whichever form it stands in: none of them has to say so. */
export const typedFields = (verb: Verb): readonly string[] => fieldsOf.get(verb) ?? [];

/** All that somebody has typed into what a button sends. */
export const typedIn = <V extends Verb>(verb: V, data: VerbData<V>): string[] =>
  typedFields(verb).flatMap((name) => {
    const text = (data as Record<string, unknown>)[name];
    return typeof text === 'string' && text !== '' ? [text] : [];
  });
