import { z } from 'zod';
import { plain, slug } from '../language/spelling.js';
import { firstLanguage } from '../languages.js';
import { mostInFile } from './schema-fields.js';

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
    ...codesTwice(file.departments),
    ...tooManyUnits(units.length),
    ...sharedAliases(file.departments),
    ...nobodyAtLast(file),
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

const firstName = z
  .union([z.string(), z.object({ [firstLanguage]: z.string() }).transform((name) => name[firstLanguage])])
  .catch('');
const coded = z
  .object({ code: word, name: firstName })
  .transform(({ code, name }) => ({ code: code || slug(name) }))
  .catch({ code: '' });
const place = { code: word, aliases: listOf(word), leaders: people, deputies: people, managers: people };
const nowhere = { code: '', aliases: [], leaders: unreadable, deputies: [], managers: unreadable };
const earlierCode = z.union([z.object({ code: word }).transform(({ code }) => code), word]).catch('');
const department = z
  .object({ ...place, units: listOf(z.object(place).catch(nowhere)), earlier: listOf(earlierCode) })
  .catch({ ...nowhere, units: [], earlier: [] });
/** A post that a group says; who is in it is not known here. */
const groupPost = z
  .object({ post: word, department: word, unit: word })
  .partial()
  .transform(({ post = '', department = '', unit = '' }) => [department, unit, post].filter(Boolean).join('.'))
  .catch('');
const parts = {
  departments: listOf(department),
  goals: listOf(coded),
  otherChannels: listOf(coded),
  municipality: z.object({ innovationOffice: z.unknown().optional() }).catch({ innovationOffice: 'unreadable' }),
  innovationOffice: z.array(address).default([]).catch([null]),
  lastResort: z.unknown().optional(),
  sources: z.object({ graph: z.object({ posts: listOf(groupPost) }) }).catch({ graph: { posts: [] } }),
};
const nothing = {
  departments: [],
  goals: [],
  otherChannels: [],
  innovationOffice: [null],
  lastResort: undefined,
  sources: { graph: { posts: [] } },
};
const sketch = z.object(parts).catch({ ...nothing, municipality: { innovationOffice: 'unreadable' } });
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

/** What is stored under an earlier code is one department's. */
function codesTwice(departments: Sketch['departments']): Breach[] {
  const present = new Map(departments.map(({ code }, d) => [code.toLowerCase(), d]));
  const before = new Map<string, number>();
  return departments.flatMap(({ earlier }, d) =>
    earlier.flatMap((code, e) => {
      const key = code.toLowerCase();
      const [now, other] = [present.get(key), before.get(key)];
      if (key === '') return [];
      before.set(key, other ?? d);
      const path = ['departments', d, 'earlier', e];
      if (now !== undefined) {
        const where = written(['departments', now, 'code']);
        return [{ path, message: `"${code}" is the code of a department now (${where}): keep it in one of them.` }];
      }
      if (other === undefined) return [];
      const where = written(['departments', other, 'earlier']);
      return [{ path, message: `"${code}" is an earlier code already (${where}): keep it there or here.` }];
    }),
  );
}

function tooManyUnits(count: number): Breach[] {
  if (count <= mostInFile.units) return [];
  const message = `There are ${count} units in all, and ${mostInFile.units} are the most: leave out those in which nobody has a post.`;
  return [{ path: ['departments'], message }];
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

/** Somebody must be there when nobody else is: the innovation office, which then has a name, or a last resort. */
function nobodyAtLast({ innovationOffice, lastResort, municipality }: Sketch): Breach[] {
  if (innovationOffice.length === 0 && lastResort === undefined) {
    const message =
      'Nobody is in innovationOffice: write here who decides when nobody else can, with name, email and title. Where one person leads alone, that is often the leader.';
    return [{ path: ['lastResort'], message }];
  }
  if (innovationOffice.length === 0 || municipality.innovationOffice !== undefined) return [];
  return [{ path: ['municipality', 'innovationOffice'], message: 'This is missing: write what the office is called.' }];
}

/** A department where fewer than two different people can decide on ideas, or on money. */
export interface ThinChain {
  /** Its place in the file, and its code, which is empty where it cannot be read. */
  index: number;
  department: string;
  on: 'ideas' | 'money';
  /** Addresses of those who can; none or one. */
  able: string[];
}

/**
 * Where a chain is too thin: nobody decides on what is their own, so each needs two. Takes a file as it was read from JSON
 * or the organisation made of it. No fault at a start, when people have left and the bot must go on; one where a file is
 * checked. `groups`: of a post that a group says, and a file names nobody for, there will be people; in an organisation they stand already.
 */
export function thinChains(raw: unknown, { groups = false } = {}): ThinChain[] {
  const file = sketch.parse(raw);
  const last = file.lastResort === undefined ? [] : [address.parse(file.lastResort)];
  const atLast = file.innovationOffice.length > 0 ? file.innovationOffice : last;
  const ofGroups = new Set(groups ? file.sources.graph.posts : []);
  type Place = Pick<Sketch['departments'][number], 'leaders' | 'deputies' | 'managers'>;
  const named = (one: Place, place: string, post: keyof Place) =>
    one[post].length === 0 && ofGroups.has(`${place}.${post}`) ? unreadable : one[post];
  const orOfGroups = (one: Place, place: string) => ({
    ...{ leaders: named(one, place, 'leaders'), deputies: named(one, place, 'deputies') },
    managers: named(one, place, 'managers'),
  });
  return file.departments.flatMap((department, index) => {
    const own = orOfGroups(department, department.code);
    const places = [own, ...department.units.map((unit) => orOfGroups(unit, `${department.code}.${unit.code}`))];
    const chains = {
      ideas: [...places.flatMap(({ leaders, deputies }) => [...leaders, ...deputies]), ...atLast],
      money: [...own.managers, ...atLast],
    };
    return (['ideas', 'money'] as const).flatMap((on): ThinChain[] => {
      const known = [...new Set(chains[on].filter((email) => email !== null))];
      const unknown = chains[on].filter((email) => email === null).length;
      return known.length + unknown >= 2 ? [] : [{ index, department: department.code, on, able: known }];
    });
  });
}

/** Chains that are too thin in `after` and were not before. */
export function newlyThin(before: readonly ThinChain[], after: readonly ThinChain[]): ThinChain[] {
  const nameOf = ({ department, on }: ThinChain) => `${department}.${on}`;
  const were = new Set(before.map(nameOf));
  return after.filter((one) => !were.has(nameOf(one)));
}

const thinMessages: { readonly [O in ThinChain['on']]: string } = {
  ideas:
    'Fewer than two different people can decide here, and nobody decides on their own idea: add a leader, a deputy',
  money:
    'Fewer than two different people can decide on money here, and nobody decides on money for what is their own: add a manager',
};

/** The same as breaches, for whoever checks a file. */
export function thinBreaches(raw: unknown): Breach[] {
  const { innovationOffice } = sketch.parse(raw);
  const last = innovationOffice.length > 0 ? 'somebody in innovationOffice' : 'another person as lastResort';
  return thinChains(raw, { groups: true }).map(({ index, on }) => ({
    path: ['departments', index],
    message: `${thinMessages[on]} or ${last}.`,
  }));
}

/** Groups that say who has a post of a place that there is not: no fault where the place goes later. */
export function placelessGroups(raw: unknown): Breach[] {
  const { departments, sources } = sketch.parse(raw);
  const places = departments.flatMap(({ code, units }) => [code, ...units.map((unit) => `${code}.${unit.code}`)]);
  const posts = new Set(
    places.flatMap((place) => ['leaders', 'deputies', 'managers'].map((post) => `${place}.${post}`)),
  );
  return sources.graph.posts.flatMap((post, at): Breach[] => {
    // Of what is no post of a place the shape has said so.
    if (!/\.(leaders|deputies|managers)$/.test(post) || posts.has(post)) return [];
    const message = `There is no such place as that of "${post}": correct the codes, or remove this.`;
    return [{ path: ['sources', 'graph', 'posts', at], message }];
  });
}

/** A path as it is written in messages: `departments[3].leaders[0].email`. */
export const written = (path: readonly PropertyKey[]): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index ? '.' : ''}${String(step)}`)).join('');
