import { z } from 'zod';
import { plain, slug } from './spelling.js';

/**
 * Rules between the parts of an organisation file. They read a sketch that survives every fault in the shape, so
 * that a file with a bad address on line 3 and a double code on line 300 is told of both at once.
 */
export interface Breach {
  path: (string | number)[];
  message: string;
}

/** Every breach of the rules in the file as it was read from JSON. */
export function breaches(raw: unknown): Breach[] {
  const file = sketch.parse(raw);
  const units = file.departments.flatMap((department, d) =>
    department.units.map((unit, u) => ({ key: unit.code, path: ['departments', d, 'units', u, 'code'] })),
  );
  return [
    ...twice(
      entries(file.departments, 'departments'),
      (first) => `Two departments have this code (${first}): change one.`,
    ),
    ...twice(units, (first) => `Two units have this code (${first}): change one.`),
    ...twice(entries(file.goals, 'goals'), (first) => `Two goals have this code (${first}): write different codes.`),
    ...twice(
      entries(file.otherChannels, 'otherChannels'),
      (first) => `Two other channels have this code (${first}): write different codes.`,
    ),
    ...sharedAliases(file.departments),
    ...thinChains(file),
  ];
}

/** A person in the sketch is an address; one whose address cannot be read counts as somebody of their own. */
const address = z
  .object({ email: z.string().trim().toLowerCase().min(1) })
  .transform((contact) => contact.email)
  .nullable()
  .catch(null);
/** A list that cannot be read has a fault already: it is not also told that it has too few people. */
const unreadable = [null, null];
const people = z.array(address).default([]).catch(unreadable);
const word = z.string().trim().catch('');
const listOf = <T extends z.ZodType>(item: T) => z.array(item).catch([]);

const swedish = z.union([z.string(), z.object({ sv: z.string() }).transform((name) => name.sv)]).catch('');
const coded = z
  .object({ code: word, name: swedish })
  .transform(({ code, name }) => ({ code: code || slug(name) }))
  .catch({ code: '' });
const place = { code: word, aliases: listOf(word), leaders: people, deputies: people };
const nowhere = { code: '', aliases: [], leaders: unreadable, deputies: [] };
const department = z
  .object({ ...place, units: listOf(z.object(place).catch(nowhere)) })
  .catch({ ...nowhere, units: [] });
const parts = {
  departments: listOf(department),
  goals: listOf(coded),
  otherChannels: listOf(coded),
  innovationOffice: z.array(address).min(1).catch([null]),
};
const sketch = z.object(parts).catch({ departments: [], goals: [], otherChannels: [], innovationOffice: [] });
type Sketch = z.output<typeof sketch>;

interface Keyed {
  key: string;
  path: (string | number)[];
}

const entries = (list: { code: string }[], name: string): Keyed[] =>
  list.map(({ code }, index) => ({ key: code, path: [name, index, 'code'] }));

/** The second and later of those that have the same key in any case; nothing is said of empty keys. */
function twice(list: Keyed[], message: (firstPath: string) => string): Breach[] {
  const first = new Map<string, Keyed>();
  return list.flatMap((entry) => {
    const key = entry.key.toLowerCase();
    const earlier = first.get(key);
    if (key === '') return [];
    if (earlier) return [{ path: entry.path, message: message(written(earlier.path)) }];
    first.set(key, entry);
    return [];
  });
}

/** An alias must find one department. Units may share theirs ("administration"): a search then gives a choice. */
function sharedAliases(departments: Sketch['departments']): Breach[] {
  const owner = new Map<string, number>();
  return departments.flatMap(({ aliases }, d) =>
    aliases.flatMap((alias, a) => {
      const key = plain(alias);
      const earlier = owner.get(key) ?? d;
      owner.set(key, earlier);
      if (key === '' || earlier === d) return [];
      const message = `"${alias}" is already an alias of ${written(['departments', earlier])}: keep it in one of them.`;
      return [{ path: ['departments', d, 'aliases', a], message }];
    }),
  );
}

/** Nobody decides on an idea of their own, so two different people must be able to decide in every department. */
function thinChains(file: Sketch): Breach[] {
  return file.departments.flatMap((department, index) => {
    const able = [
      ...[department, ...department.units].flatMap(({ leaders, deputies }) => [...leaders, ...deputies]),
      ...file.innovationOffice,
    ];
    const known = able.filter((email) => email !== null);
    const different = new Set(known).size + (able.length - known.length);
    if (different >= 2) return [];
    const message =
      'Fewer than two different people can decide here, and nobody decides on their own idea: add a leader, a deputy or somebody in innovationOffice.';
    return [{ path: ['departments', index], message }];
  });
}

/** A path as it is written in messages: `departments[3].leaders[0].email`. */
export const written = (path: readonly PropertyKey[]): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index ? '.' : ''}${String(step)}`)).join('');
