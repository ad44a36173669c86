import type { Contact, Department, Organisation, Unit } from '../organisation-schema.js';
import type { PostChange } from '../overlay/change.js';
import { type GroupRule, postCode } from './sources-schema.js';

/** Somebody in a group, as far as a post needs it. */
export type GroupMember = Pick<Contact, 'name' | 'email'>;

/** Who is known to be in the group that says who has a post. */
export interface HeldGroup {
  /** Of the post: `MIL.leaders`. */
  post: string;
  group: string;
  people: readonly GroupMember[];
  /** The group has not been read yet: they are those who had the post before it said who has it. */
  unread?: true;
}

/** The posts that groups say, as the organisation file has them. */
export const groupRulesOf = ({ sources }: Organisation): readonly GroupRule[] => sources?.graph?.posts ?? [];

/** Whom a file names for a post; undefined where it has no such place. */
export function namedFor(
  organisation: Organisation,
  { post, department: code, unit }: Pick<GroupRule, 'post' | 'department' | 'unit'>,
): readonly Contact[] | undefined {
  if (post === 'innovationOffice' || post === 'registrars') return organisation[post];
  const department = organisation.departments.find((one) => one.code === code);
  return (unit === undefined ? department : department?.units.find((one) => one.code === unit))?.[post];
}

/**
 * What a file says, with those in its posts whom groups name: in posts for which it names nobody itself, and of which it says the
 * group. What is changed beside the file begins there, as at names. Made in time linear in the organisation.
 */
export function withGroups(file: Organisation, held: readonly HeldGroup[]): Organisation {
  const rules = groupRulesOf(file);
  if (rules.length === 0 || held.length === 0) return file;
  const known = new Map(held.map((one) => [one.post, one]));
  const filled = new Map<string, Contact[]>();
  for (const rule of rules) {
    const one = known.get(postCode(rule));
    if (one?.group !== rule.group) continue;
    filled.set(
      postCode(rule),
      one.people.map(({ name, email }) => ({ name, email, title: rule.title })),
    );
  }
  return eachPost(file, (post, named) => (named.length > 0 ? named : (filled.get(post) ?? named)));
}

/**
 * An organisation as a file may say it whose groups go on saying who has a post: without those who have one by a group alone. Where
 * others stand beside them (a department became a part of another), all are named, so that nobody is lost.
 */
export function withoutGroups(
  organisation: Organisation,
  file: Organisation,
  held: readonly HeldGroup[],
): Organisation {
  const filled = new Map<string, string>();
  eachPost(withGroups(file, held), (post, people) => {
    filled.set(post, JSON.stringify(people));
    return people;
  });
  const said = new Set(
    groupRulesOf(file)
      .filter((rule) => namedFor(file, rule)?.length === 0)
      .map(postCode),
  );
  const left = eachPost(organisation, (post, people) =>
    said.has(post) && filled.get(post) === JSON.stringify(people) ? [] : people,
  );
  const rules = groupRulesOf(organisation);
  return rules.length === 0
    ? left
    : withRules(
        left,
        rules.flatMap((rule) => ruleNow(organisation, rule)),
      );
}

function withRules(organisation: Organisation, posts: GroupRule[]): Organisation {
  const { sources } = organisation;
  return sources?.graph
    ? { ...organisation, sources: { ...sources, graph: { ...sources.graph, posts } } }
    : organisation;
}

/** A rule of the place where it is by now; none of a department that has become a part of another one, whose people stand there by name. */
function ruleNow({ departments }: Organisation, rule: GroupRule): GroupRule[] {
  const { department, unit } = rule;
  if (department === undefined) return [rule];
  const place = departments.find((one) =>
    unit === undefined ? one.code === department : one.units.some(({ code }) => code === unit),
  );
  return place ? [{ ...rule, department: place.code }] : [];
}

/** An organisation with other people in its posts, each named by its code. */
function eachPost(organisation: Organisation, peopleIn: (post: string, people: Contact[]) => Contact[]): Organisation {
  const inPlace = <T extends Unit | Department>(one: T, place: string): T => ({
    ...one,
    leaders: peopleIn(`${place}.leaders`, one.leaders),
    deputies: peopleIn(`${place}.deputies`, one.deputies),
    managers: peopleIn(`${place}.managers`, one.managers),
  });
  return {
    ...organisation,
    departments: organisation.departments.map((department) => ({
      ...inPlace(department, department.code),
      units: department.units.map((unit) => inPlace(unit, `${department.code}.${unit.code}`)),
    })),
    innovationOffice: peopleIn('innovationOffice', organisation.innovationOffice),
    registrars: peopleIn('registrars', organisation.registrars),
  };
}

/** Of what is known of groups, what an organisation still asks them for: not where it names people itself. */
export function heldStill(organisation: Organisation, held: readonly HeldGroup[]): HeldGroup[] {
  const groups = new Map(
    groupRulesOf(organisation)
      .filter((rule) => (namedFor(organisation, rule) ?? []).length === 0)
      .map((rule) => [postCode(rule), rule.group]),
  );
  return held.filter(({ post, group }) => groups.get(post) === group);
}

/** What all that is known of groups takes at most, in characters: it stands in one row, a third of what that takes. */
export const MOST_WRITTEN = 150_000;

/**
 * What is known of an organisation's groups at its beginning. Whoever had a post before a group said who has it keeps it until that
 * group has been read, so that nobody is told that it is taken from them and given back, and no post is empty meanwhile. `before`:
 * organisations that were in force, the first goes first.
 */
export function heldFirst(
  organisation: Organisation,
  held: readonly HeldGroup[],
  before: readonly Organisation[],
): HeldGroup[] {
  const known = heldStill(organisation, held);
  const has = new Set(known.map(({ post }) => post));
  const kept = groupRulesOf(organisation).flatMap((rule): HeldGroup[] => {
    const post = postCode(rule);
    if (has.has(post) || namedFor(organisation, rule)?.length !== 0) return [];
    const people = hadIn(organisation, rule, before).map(({ name, email }) => ({ name, email }));
    return people.length > 0 ? [{ post, group: rule.group, people, unread: true }] : [];
  });
  const all = [...known, ...kept];
  return JSON.stringify(all).length <= MOST_WRITTEN ? all : known;
}

/** Who had a post, also under an earlier code of its department. */
function hadIn(after: Organisation, rule: GroupRule, before: readonly Organisation[]): readonly Contact[] {
  const now = after.departments.find(({ code }) => code === rule.department);
  const codes = [rule.department, ...(now?.earlier ?? []).map(({ code }) => code)];
  for (const organisation of before) {
    for (const department of codes) {
      const people = namedFor(organisation, { post: rule.post, department, unit: rule.unit });
      if (people) return people;
    }
  }
  return [];
}

/**
 * Whether a change is the group's to make: of a post whose people it says, by the file without groups and what is known of them. Who has
 * come to it in another way may leave it again.
 */
export function isOfGroup(file: Organisation, held: readonly HeldGroup[], change: PostChange): boolean {
  const known = saidByGroup(file, held, change);
  const { out, in: comes } = change;
  return known !== undefined && (comes !== undefined || known.people.some(({ email }) => email === out?.email));
}

type PostOfPlace = Pick<PostChange, 'department' | 'unit' | 'post'>;

/** Who has a post by a group; undefined where none says it, or nobody is known to be in it. */
function saidByGroup(file: Organisation, held: readonly HeldGroup[], post: PostOfPlace): HeldGroup | undefined {
  const rule = groupRulesOf(file).find((one) => postCode(one) === postCode(post));
  const known = held.find((one) => rule && one.post === postCode(rule) && one.group === rule.group);
  return rule && known && known.people.length > 0 && namedFor(file, rule)?.length === 0 ? known : undefined;
}

/** Whether groups say who has a post of a department: all that anybody could change of it and its units, or some; undefined: nothing. */
export function partOfGroups(
  file: Organisation,
  held: readonly HeldGroup[],
  department: Department,
  post: PostChange['post'],
): 'all' | 'some' | undefined {
  const saidOf = (unit: string | undefined, people: readonly Contact[]) => {
    const known = saidByGroup(file, held, { department: department.code, post, ...(unit !== undefined && { unit }) });
    return { known, others: people.filter(({ email }) => !known?.people.some((one) => one.email === email)) };
  };
  const units = department.units.map((unit) => saidOf(unit.code, unit[post]));
  const said = [saidOf(undefined, department[post]), ...units];
  if (said.every(({ known }) => !known)) return undefined;
  return said[0]?.known && said.every(({ others }) => others.length === 0) ? 'all' : 'some';
}

/**
 * What a look at a group comes to. same: nothing. changed: whoever is in it has the post. empty: nobody is in it, which no post is
 * emptied for. waits: so many are gone at once that it may be a bad answer; it counts when the group says it still a day later.
 */
export type GroupSays = 'same' | 'changed' | 'empty' | 'waits';

/** From so many on a tenth is what leaves in an ordinary day; among fewer it is one, or half of them. */
const LARGE_GROUP = 10;
const ORDINARY_PART = 0.1;
const ORDINARY_COUNT = 5;

export function groupSays(before: readonly GroupMember[], after: readonly GroupMember[]): GroupSays {
  if (after.length === 0) return 'empty';
  const are = new Map(after.map((one) => [one.email, one]));
  const gone = before.filter(({ email }) => !are.has(email)).length;
  const isSame =
    gone === 0 && before.length === after.length && before.every(({ email, name }) => are.get(email)?.name === name);
  if (isSame) return 'same';
  const ordinary =
    before.length < LARGE_GROUP ? before.length / 2 : Math.max(ORDINARY_COUNT - 1, before.length * ORDINARY_PART);
  return gone <= Math.max(1, ordinary) ? 'changed' : 'waits';
}
