import { partFromGroups } from '../../../app/organisation/change-organisation.js';
import type { AwayRefusal } from '../../../app/person/posts/away.js';
import { setAway } from '../../../app/person/posts/away.js';
import { changeAliases, changePost, changeTitle, type PostChanged } from '../../../app/person/posts/change-posts.js';
import { confirmPosts } from '../../../app/person/posts/check-posts.js';
import { type MergeDepartmentsRefusal, renameDepartment } from '../../../app/person/posts/merge-departments.js';
import {
  answerProposal as answerProposalUseCase,
  type ProposeRefusal,
  proposalEndsOn,
  proposalsIn,
} from '../../../app/person/posts/proposals.js';
import type { SplitDepartmentRefusal } from '../../../app/person/posts/split-departments.js';
import { departmentPosts } from '../../../cards/person/posts/department-posts.js';
import { mergeForm } from '../../../cards/person/posts/merging.js';
import { NOBODY, type PostsKept, postsForm } from '../../../cards/person/posts/posts-form.js';
import {
  holdersForPart,
  isOfItself,
  isPostPart,
  type PostsPart,
  partsFor,
} from '../../../cards/person/posts/posts-parts.js';
import { proposalAnswered, whoAnswers } from '../../../cards/person/posts/proposal.js';
import { splitForm } from '../../../cards/person/posts/splitting.js';
import { officeName } from '../../../cards/places.js';
import { refusalText } from '../../../cards/refusal-text.js';
import type { VerbData } from '../../../cards/verbs.js';
import type { Department } from '../../../domain/organisation/organisation.js';
import { type PostList, postLists } from '../../../domain/organisation/overlay/change.js';
import { holderOf, sayOnPost } from '../../../domain/person/changing-posts.js';
import { askedAbout } from '../../../domain/person/proposing.js';
import { accept, type Result, refuse } from '../../../domain/result.js';
import { dayText } from '../../../text/dates.js';
import { type Answer, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

type PostsPress = VerbData<'changePosts'>;
/** Why a press has changed nothing. */
type PressRefusal =
  | MergeDepartmentsRefusal
  | SplitDepartmentRefusal
  | ProposeRefusal
  | AwayRefusal
  | 'titleMissing'
  | 'placeNameMissing';
type ProposalMade = Extract<PostChanged, { kind: 'proposed' }>['proposal'];
/** The turn as it goes on; what has been proposed, where nothing has changed yet. */
interface Done {
  after: Turn;
  proposal?: ProposalMade;
}

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
  if (part) return opened(turn, department, part, open);
  if (open.length === 0) return tell(refused(turn, 'notAllowed'));
  const proposals = await proposalsIn(turn.deps, turn.person, department.code);
  return here(departmentPosts(context, department.code, open, { note, proposals }));
}

/** The form for a part; where groups say all of it, what stands and where that is changed. */
async function opened(
  turn: Turn,
  department: Department,
  part: PostsPart,
  open: readonly PostsPart[],
): Promise<Answer> {
  const asked = isPostPart(part) && open.includes(part);
  const ofGroups = asked ? await partFromGroups(turn.deps, department.code, part) : undefined;
  if (ofGroups === 'all') return posts(turn, { department: department.code }, refused(turn, 'fromGroup'));
  return ofPart(turn, department, part, open, { fromGroup: ofGroups === 'some' });
}

/** The form for a part, to whom it is open. */
function ofPart(
  turn: Turn,
  department: Department,
  part: PostsPart,
  open: readonly PostsPart[],
  back: { kept?: PostsKept; fault?: string | undefined; asksName?: boolean; fromGroup?: boolean },
): Answer {
  const { context, person } = turn;
  if (!open.includes(part)) return tell(refused(turn, 'notAllowed', part));
  const holders = holdersForPart(person, department, part, context.directory);
  const { code } = department;
  if (part === 'merge') return here(mergeForm(context, department));
  if (part === 'split') return here(splitForm(context, department));
  const more = part === 'aliases' ? open.filter(isOfItself) : [];
  const proposes =
    isPostPart(part) && sayOnPost(person, { department: code, post: part }, context.directory) === 'proposes';
  return here(postsForm(context, { department, part, holders, proposes, more, ...back }));
}

/** They are right as they stand. */
export async function postsRight(turn: Turn, { department = '' }: VerbData<'postsRight'>): Promise<Answer> {
  const said = await confirmPosts(turn.deps, turn.person, department);
  return posts(turn, { department }, said.ok ? turn.context.t('posts.check.thanks') : undefined);
}

/** After these there is nothing to write in the form. */
const overWith: ReadonlySet<PressRefusal> = new Set(['noHolder', 'noPlace', 'notAllowed', 'fromGroup'] as const);

/** Makes the change; a refused one comes back with all that was written. */
export async function changePosts(turn: Turn, press: PostsPress): Promise<Answer> {
  const { department: code = '', part } = press;
  const made = await carryOut(turn, press);
  if (made.ok) {
    turn.stored();
    const { after, proposal } = made.value;
    const note = proposal ? sentText(turn, proposal) : turn.context.t('posts.changed');
    return posts(after, { department: code }, note);
  }
  const { refusal } = made;
  const isOver = overWith.has(refusal) || !part;
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

const isOfficeOnly = (part: PostsPart): boolean => part === 'managers' || isOfItself(part);

/** Who manages, and what a department is, the office alone says: a manager is told so, instead of that a manager may. */
export const refused = ({ context }: Turn, refusal: PressRefusal, part?: PostsPart): string =>
  context.t(`posts.refusal.${refusal === 'notAllowed' && part && isOfficeOnly(part) ? 'onlyOffice' : refusal}`, {
    office: officeName(context),
  });

/** Who has been asked about what was proposed, and until when. */
function sentText({ deps, context, person }: Turn, proposal: ProposalMade): string {
  const day = dayText(proposalEndsOn(deps, proposal), context.language, context.today);
  return context.t('posts.proposed', {
    names: whoAnswers(context, askedAbout(proposal.change, person, context.directory)),
    day,
  });
}

/** Whether somebody is to have a post, as another proposes: nobody answers who is a part of it. */
export async function answerProposal(turn: Turn, { proposal, yes }: VerbData<'answerProposal'>): Promise<Answer> {
  if (proposal === undefined) return tell(refused(turn, 'notAsked'));
  const answered = await answerProposalUseCase(turn.deps, turn.person, proposal, yes);
  if (!answered.ok) return tell(refused(turn, answered.refusal));
  const { what, change } = answered.value;
  if (what === 'expired' || what === 'overtaken') return tell(refused(turn, 'notAsked'));
  turn.stored();
  const after = turn.become(turn.me);
  return here(proposalAnswered(after.context, what, change));
}

/** What the press has come to. */
async function carryOut(turn: Turn, press: PostsPress): Promise<Result<Done, PressRefusal>> {
  const { part } = press;
  const meant = part === 'away' ? whoIn(turn, press) : undefined;
  if (part === 'away') return meant ? away(turn, press, meant) : refuse('noHolder');
  const made = await change(turn, press);
  if (!made.ok) return made;
  return accept({ after: turn.become(turn.me), ...(made.value && { proposal: made.value }) });
}

async function change(turn: Turn, press: PostsPress): Promise<Result<ProposalMade | undefined, PressRefusal>> {
  const { deps, person } = turn;
  const { department = '', part, idempotencyKey, words = '' } = press;
  if (!part) return refuse('noPlace');
  if (isPostPart(part)) {
    const made = await changePost(deps, person, postForm(turn, part, press), idempotencyKey);
    return made.ok ? accept(made.value.kind === 'proposed' ? made.value.proposal : undefined) : made;
  }
  if (part === 'aliases')
    return nothingProposed(await changeAliases(deps, person, { department, written: words }, idempotencyKey));
  if (part === 'name') {
    const name = { sv: press.placeName ?? '', en: press.placeNameEn ?? '' };
    return nothingProposed(await renameDepartment(deps, person, { department, name }, idempotencyKey));
  }
  const meant = whoIn(turn, press);
  if (!meant) return refuse('noHolder');
  const title = press.title?.trim() ?? '';
  if (title === '') return refuse('titleMissing');
  return nothingProposed(await changeTitle(deps, person, { department, title, ...meant }, idempotencyKey));
}

const nothingProposed = <R>(made: Result<unknown, R>): Result<undefined, R> => (made.ok ? accept(undefined) : made);

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
): Promise<Result<Done, PressRefusal>> {
  const set = await setAway(turn.deps, turn.person, { department, holder, until: until.trim() }, (person, day) =>
    turn.tellsAway(person, day, idempotencyKey),
  );
  if (!set.ok) return set;
  return accept({ after: turn.become(set.value?.person.ref === turn.person.ref ? set.value : turn.me) });
}
