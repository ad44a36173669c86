import type { AwayRefusal } from '../../../app/person/posts/away.js';
import { setAway } from '../../../app/person/posts/away.js';
import { changeAliases, changePost, changeTitle, type PostsRefusal } from '../../../app/person/posts/change-posts.js';
import { departmentPosts } from '../../../cards/person/posts/department-posts.js';
import { NOBODY, type PostsKept, postsForm } from '../../../cards/person/posts/posts-form.js';
import { holdersForPart, isPostPart, type PostsPart, partsFor } from '../../../cards/person/posts/posts-parts.js';
import { officeName } from '../../../cards/places.js';
import { refusalText } from '../../../cards/refusal-text.js';
import type { VerbData } from '../../../cards/verbs.js';
import type { Department } from '../../../domain/organisation/organisation.js';
import { type PostList, postLists } from '../../../domain/organisation/overlay/change.js';
import { holderOf } from '../../../domain/person/changing-posts.js';
import { accept, type Result, refuse } from '../../../domain/result.js';
import { type Answer, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

type PostsPress = VerbData<'changePosts'>;
/** Why a press has changed nothing. */
type PressRefusal = PostsRefusal | AwayRefusal | 'titleMissing';

/** What can be changed of a department, or the form for one part of it; `note`: what came of the last press. */
export async function posts(
  turn: Turn,
  { department: code = '', part }: VerbData<'posts'>,
  note?: string,
): Promise<Answer> {
  const { context } = turn;
  const department = context.directory.department(code);
  if (!department) return tell(refused(turn, 'noPlace'));
  const open = partsFor(turn.person, department, context.directory);
  if (part) return ofPart(turn, department, part, open, {});
  return open.length > 0 ? here(departmentPosts(context, code, open, note)) : tell(refused(turn, 'notAllowed'));
}

/** The form for a part, to whom it is open. */
function ofPart(
  turn: Turn,
  department: Department,
  part: PostsPart,
  open: readonly PostsPart[],
  back: { kept?: PostsKept; fault?: string | undefined; asksName?: boolean },
): Answer {
  const { context, person } = turn;
  if (!open.includes(part)) return tell(refused(turn, 'notAllowed', part));
  const holders = holdersForPart(person, department, part, context.directory);
  return here(postsForm(context, { department, part, holders, ...back }));
}

/** Makes the change; a refused one comes back with all that was written. */
export async function changePosts(turn: Turn, press: PostsPress): Promise<Answer> {
  const { department: code = '', part } = press;
  const made = await carryOut(turn, press);
  if (made.ok) {
    turn.stored();
    return posts(made.value, { department: code }, turn.context.t('posts.changed'));
  }
  const { refusal } = made;
  const isOver = refusal === 'noHolder' || refusal === 'noPlace' || refusal === 'notAllowed' || !part;
  if (isOver) return posts(turn, { department: code }, refused(turn, refusal, part));
  return formAgain(turn, press, refused(turn, refusal), refusal === 'nameMissing');
}

/** The form as it was sent, where what was written may be private. */
export const changePostsAgain = async (
  turn: Turn,
  press: PostsPress,
  fault?: Parameters<typeof refusalText>[1],
): Promise<Answer> =>
  formAgain(turn, press, fault && refusalText(turn.context.t, fault), press.personName !== undefined);

function formAgain(turn: Turn, { idempotencyKey: _, ...kept }: PostsPress, fault?: string, asksName = false): Answer {
  const { directory } = turn.context;
  const department = directory.department(kept.department ?? '');
  if (!department || !kept.part) return tell(refused(turn, 'noPlace'));
  const open = partsFor(turn.person, department, directory);
  return ofPart(turn, department, kept.part, open, { kept: kept as PostsKept, fault, asksName });
}

/** Who manages, the office alone says: a manager is told so, instead of that a manager may. */
const refused = ({ context }: Turn, refusal: PressRefusal, part?: PostsPart): string =>
  context.t(`posts.refusal.${refusal === 'notAllowed' && part === 'managers' ? 'onlyOffice' : refusal}`, {
    office: officeName(context),
  });

/** The turn as it goes on when it is done. */
async function carryOut(turn: Turn, press: PostsPress): Promise<Result<Turn, PressRefusal>> {
  const { part } = press;
  const meant = part === 'away' ? whoIn(turn, press) : undefined;
  if (part === 'away') return meant ? away(turn, press, meant) : refuse('noHolder');
  const made = await change(turn, press);
  return made.ok ? accept(turn.become(turn.me)) : made;
}

async function change(turn: Turn, press: PostsPress): Promise<Result<unknown, PressRefusal>> {
  const { deps, person } = turn;
  const { department = '', part, idempotencyKey, words = '' } = press;
  if (!part) return refuse('noPlace');
  if (isPostPart(part)) return changePost(deps, person, postForm(turn, part, press), idempotencyKey);
  if (part === 'aliases') return changeAliases(deps, person, { department, written: words }, idempotencyKey);
  const meant = whoIn(turn, press);
  if (!meant) return refuse('noHolder');
  const title = press.title?.trim() ?? '';
  if (title === '') return refuse('titleMissing');
  return changeTitle(deps, person, { department, title, ...meant }, idempotencyKey);
}

function postForm({ context }: Turn, post: PostList, press: PostsPress) {
  const { department = '', out = '', person = '', personEmail = '', personName: name = '', title = '' } = press;
  // What is written goes before who is picked.
  const named = personEmail.trim() || (person === NOBODY ? '' : person);
  const usual = context.t(`posts.${post}`);
  return { department, post, out: out === NOBODY ? '' : out, named, name, title, usual };
}

/** Who is meant by `post|unit|address`. */
function whoIn({ context }: Turn, { department: code = '', who = '' }: PostsPress) {
  const department = context.directory.department(code);
  const post = postLists.find((one) => who.startsWith(`${one}|`));
  const holder = department && post && holderOf(department, post, who.slice(post.length + 1));
  return holder && { post, holder };
}

async function away(
  turn: Turn,
  { department = '', until = '', idempotencyKey }: PostsPress,
  { holder }: NonNullable<ReturnType<typeof whoIn>>,
): Promise<Result<Turn, PressRefusal>> {
  const set = await setAway(turn.deps, turn.person, { department, holder, until: until.trim() }, (person, day) =>
    turn.tellsAway(person, day, idempotencyKey),
  );
  if (!set.ok) return set;
  return accept(turn.become(set.value?.person.ref === turn.person.ref ? set.value : turn.me));
}
