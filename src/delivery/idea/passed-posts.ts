import { queueIds } from '../../app/idea/lists/queues.js';
import { noteWelcome } from '../../app/person/note-welcome.js';
import type { Drawn } from '../../cards/card-context.js';
import { departmentMerged, postCame, postLeft, unitsMoved } from '../../cards/person/passed-posts.js';
import type { PassedPost } from '../../domain/organisation/overlay/passed-posts.js';
import { readWay } from '../../domain/organisation/overlay/passed-units.js';
import type { Person } from '../../domain/person/person.js';
import { parsePost, postName } from '../../domain/person/posts.js';
import { ownPosts } from '../../domain/person/welcome.js';
import type { DeliveryDeps } from '../deps.js';
import { askWhatCounts } from '../person/asked-changes.js';
import { oweNote } from '../person/notes.js';

type NoteDeps = Pick<DeliveryDeps, 'app' | 'context'>;

/** That a post has come to somebody, with what waits there now; or why that is not said any more. */
async function postCameNote({ app, context }: NoteDeps, name: string, person: Person): Promise<Drawn | string> {
  const post = ownPosts(person, app.directory()).find((one) => postName(one) === name);
  if (!post) return 'not theirs any more';
  return postCame(context(person.language), post, name, (await queueIds(app, person)).length);
}

/** That somebody has left a post, and who has it; or why that is not said any more. */
function postLeftNote({ app, context }: NoteDeps, name: string, person: Person): Drawn | string {
  const directory = app.directory();
  const post = parsePost(name, directory);
  if (!post || !('department' in post)) return 'department gone';
  if (ownPosts(person, directory).some((one) => postName(one) === name)) return 'theirs again';
  const { department, role } = post;
  const now = role === 'leader' ? directory.leadersOf(department) : directory.deputiesOf(department);
  return postLeft(context(person.language), post, now);
}

/** That a department has become a part of another, and what that means for somebody with a post in either; or why that is not said any more. */
async function departmentMergedNote(
  { app, context }: NoteDeps,
  about: string,
  person: Person,
): Promise<Drawn | string> {
  const directory = app.directory();
  const [merged = ''] = about.split('.');
  const into = directory.department(merged);
  if (!into || into.code === merged) return 'a department of its own again';
  const own = ownPosts(person, directory).find((one) => 'department' in one && one.department === into.code);
  const waiting = own && own.role !== 'manager' ? (await queueIds(app, person)).length : undefined;
  return departmentMerged(context(person.language), {
    ...{ merged, into, own, waiting },
    now: directory.leadersOf(into.code),
  });
}

/** That units have come to other departments, and what that means for somebody with a post where they were or are; or why that is not said any more. */
async function unitsMovedNote({ app, context }: NoteDeps, about: string, person: Person): Promise<Drawn | string> {
  const directory = app.directory();
  const ways = about
    .split(',')
    .map(readWay)
    .filter(({ into, unit }) => {
      const now = unit === undefined ? directory.department(into) : directory.unit(unit)?.department;
      return now?.code === into;
    });
  if (ways.length === 0) return 'elsewhere again';
  const places = new Set(ways.flatMap(({ from, into }) => [directory.codeNow(from), into]));
  const own = ownPosts(person, directory).filter((one) => 'department' in one && places.has(one.department));
  const waiting = own.some(({ role }) => role !== 'manager') ? (await queueIds(app, person)).length : undefined;
  const now = [
    ...new Map(ways.flatMap(({ into }) => directory.leadersOf(into)).map((one) => [one.email, one])).values(),
  ];
  return unitsMoved(context(person.language), { ways, own, waiting, now });
}

/** What notes of posts that have come or gone say now, by what they are of. */
export const passedNotes = {
  ...{ postCame: postCameNote, postLeft: postLeftNote },
  ...{ departmentMerged: departmentMergedNote, unitsMoved: unitsMovedNote },
};

/** So many are told in a round of the clock; a whole municipality that is made anew is told in a dozen of them. */
const MOST_IN_ROUND = 300;

/**
 * Those who have got or lost a post in which ideas wait are told, and the office is asked where a file says something else than the chat, once for each version that did it, whichever instance does
 * it and wherever one dies. Whoever has not met the bot is welcomed to the post when they come.
 */
export async function tellOfPassedPosts(deps: DeliveryDeps): Promise<void> {
  const { app } = deps;
  const { organisationVersions } = app;
  const owed = await organisationVersions.owed();
  if (owed.length === 0) return;
  // What is said is drawn from the organisation as this instance has it.
  await app.organisationChanged();
  // Who is told that units have moved reads what waits when their ideas have come along.
  const moving = new Set((await app.unitMoves.list()).flatMap(({ version, looked }) => (looked ? [] : [version])));
  let told = 0;
  for (const { passed, asks, ...row } of owed) {
    const { version } = row;
    if (moving.has(version)) continue;
    if (asks) await askWhatCounts(deps, version);
    for (const one of passed) await tell(deps, version, one, passed);
    await organisationVersions.paid(row);
    told += passed.length;
    if (told >= MOST_IN_ROUND) return;
  }
}

async function tell(
  deps: DeliveryDeps,
  version: number,
  { email, post, came, merged, apart }: PassedPost,
  passed: readonly PassedPost[],
): Promise<void> {
  const { app } = deps;
  const ref = (await app.people.contacts([email])).get(email)?.ref;
  const me = ref === undefined ? undefined : await app.people.byRef(ref);
  if (!me?.reach) return;
  if (merged !== undefined) {
    // One message each, whatever they have been by however many addresses.
    await oweNote(
      deps,
      [me.person.ref],
      { note: 'departmentMerged', about: `${merged}.${post}` },
      `${merged}.${version}`,
    );
    if (came) await noteWelcome(app, me, [post]);
    return;
  }
  if (apart !== undefined) {
    await oweNote(deps, [me.person.ref], { note: 'unitsMoved', about: apart }, `${post}.${version}`);
    if (came) await noteWelcome(app, me, [post]);
    return;
  }
  // The same person by another of their addresses.
  const isAlso = passed.some((one) => one.post === post && one.came !== came && me.person.emails.includes(one.email));
  if (isAlso) return;
  const note = { note: came ? 'postCame' : 'postLeft', about: post } as const;
  await oweNote(deps, [me.person.ref], note, `${post}.${version}`);
  // That was their welcome to it.
  if (came) await noteWelcome(app, me, [post]);
}
