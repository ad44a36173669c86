import { todayIn } from '../../../app/deps.js';
import { changePerson } from '../../../app/person/meet-person.js';
import { departmentPicker } from '../../../cards/person/department-picker.js';
import { postDisowned } from '../../../cards/person/post-welcome.js';
import { type SettingsNote, settings as settingsCard } from '../../../cards/person/settings.js';
import { welcome } from '../../../cards/person/welcome.js';
import type { VerbData } from '../../../cards/verbs.js';
import { type Place, parsePlace } from '../../../domain/organisation/place.js';
import type { Person, Preferences } from '../../../domain/person/person.js';
import { listPosts, type Post, parsePost, postName, postsOf } from '../../../domain/person/posts.js';
import { ownPosts } from '../../../domain/person/welcome.js';
import { isDay } from '../../../domain/time.js';
import { type Answer, here, nothing, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';
import { leaders } from './leaders.js';

const postsOfPerson = ({ deps }: Turn, person: Person): Post[] => ownPosts(person, deps.directory);

/** Changes the person and goes on as who they then are. */
async function amend(
  turn: Turn,
  change: (person: Person) => Person | undefined,
): Promise<{ turn: Turn; changed: boolean }> {
  const { person: me, changed } = await changePerson(turn.deps, turn.me, ({ person, reach }) => {
    const next = change(person);
    return next && { person: next, ...(reach && { reach }) };
  });
  return { turn: turn.become(me), changed };
}

/** Somebody has installed the bot: they are welcomed, once. That goes out by itself, for nobody has asked for an answer. */
export async function greet(turn: Turn): Promise<Answer> {
  await turn.welcome();
  return nothing;
}

/** Works there now: a unit of an earlier department does not come along. */
const movedTo = ({ unit: _, ...person }: Person, place: Place): Person => ({ ...person, ...place });

/** Where the person works, asked for once; then what they wanted when they were asked. */
export async function pickDepartment(turn: Turn, data: VerbData<'pickDepartment'>): Promise<Answer> {
  const place = parsePlace(data.department ?? '', turn.deps.directory);
  if (!place) return here(departmentPicker(turn.kit, data.wanted));
  const { turn: after } = await amend(turn, (person) => movedTo(person, place));
  return data.wanted === 'leader' ? leaders(after, {}) : here(welcome(after.kit, place));
}

/** Somebody whose department was not known has named it with their first idea: they are not asked again. */
export async function settleIn(turn: Turn, department: string | undefined): Promise<void> {
  const place = department && parsePlace(department, turn.deps.directory);
  if (place) await amend(turn, (person) => (person.department ? undefined : { ...person, ...place }));
}

/** "Det stämmer inte": the post's messages stop here, and a line in the log tells the operators. */
export async function disown(turn: Turn, data: VerbData<'disown'>): Promise<Answer> {
  const post = parsePost(data.post, turn.deps.directory);
  const holds =
    post && listPosts(postsOf(turn.person.emails, turn.deps.directory)).some((it) => postName(it) === data.post);
  if (!post || !holds) return tell(turn.kit.say('reply.unknownButton'));
  const { turn: after } = await amend(turn, (person) =>
    person.disowned.includes(data.post) ? undefined : { ...person, disowned: [...person.disowned, data.post] },
  );
  return here(postDisowned(after.kit, post));
}

const settingsFor = (turn: Turn, note?: SettingsNote, person = turn.person): Answer =>
  here(settingsCard(turn.kit, person, postsOfPerson(turn, person), note));

export const settings = async (turn: Turn): Promise<Answer> => settingsFor(turn);

export const changeDepartment = async (turn: Turn): Promise<Answer> => here(departmentPicker(turn.kit));

const switches = ['digest', 'reminders', 'comments', 'followed'] as const;
type Switches = Pick<Preferences, (typeof switches)[number]>;

/** The switches as the form has them; one that it does not show stays as it was. */
const switched = (before: Switches, data: VerbData<'saveSettings'>): Switches =>
  Object.fromEntries(
    switches.map((one) => [one, data[one] === undefined ? before[one] : data[one] === 'true']),
  ) as Record<keyof Switches, boolean>;

/** Saves what the form holds; a date that has passed, or is none, is said, and nothing is saved but all is still there. */
export async function saveSettings(turn: Turn, data: VerbData<'saveSettings'>): Promise<Answer> {
  const away = data.awayUntil?.trim() ?? '';
  const place = parsePlace(data.department ?? '', turn.deps.directory);
  const filledIn = ({ awayUntil: _, otherLanguage: __, ...person }: Person): Person => ({
    ...(place ? movedTo(person, place) : person),
    ...(data.language && { language: data.language, languageChosen: true }),
    ...(away && { awayUntil: away }),
    preferences: {
      newIdeas: data.newIdeas ?? person.preferences.newIdeas,
      ...switched(person.preferences, data),
    },
  });
  if (away && (!isDay(away) || away < todayIn(turn.deps))) {
    return settingsFor(turn, 'dateNotAhead', filledIn(turn.person));
  }
  const { turn: after } = await amend(turn, filledIn);
  return settingsFor(after, 'saved');
}
