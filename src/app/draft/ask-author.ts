import { ASKED_DAYS, endOf, isAsked, type KeptDraft } from '../../domain/draft/draft.js';
import type { Refusal } from '../../domain/idea/refusal.js';
import type { Words } from '../../domain/idea/words.js';
import { newPersonRef } from '../../domain/ids.js';
import { type EntraIdentity, heldRefsOf, type Person, type PersonRef } from '../../domain/person/person.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import type { ReadDraft } from '../../store/draft/drafts.js';
import type { Deps } from '../deps.js';
import { faultIn } from '../idea/submit-idea.js';

/** A message of somebody else's from which an idea could be made. */
export interface AuthorAsked {
  /** Of the dialog in which it is asked: sent three times it is one question. */
  idempotencyKey: string;
  /** The author's object id in Entra. */
  author: string;
  words: Words;
}

/** So many questions one person has open with others, and others with one person. */
const MOST_BY = 10;
const MOST_TO = 5;
/** More than both together, and what is answered, within the time that a question stands. */
const MOST_READ = 200;

/** `waits`: they have no chat with the bot yet, and are asked when they come. */
export type QuestionAsked = { waits: boolean };

/**
 * Asks whoever wrote a message whether it is to be sent in as their idea. Nothing is an idea before they say yes. The same person asks once about the same message,
 * and is told no more whatever the answer was. Whom the bot has not met is known by their identity when they come, as long as the question stands. Refuses words
 * that are missing or too long, whoever is the asker themself, too many questions. Three round trips, one more where the bot has not met them.
 */
export async function askAuthor(
  deps: Deps,
  asker: Person,
  { idempotencyKey: name, author, words }: AuthorAsked,
): Promise<Result<QuestionAsked, Refusal>> {
  const fault = faultIn(deps, words);
  if (fault) return refuse(fault);
  const { title = '', problem = '', solution, evidence, source } = words;
  const kept: Words = { title, problem, ...(solution && { solution }), ...(evidence && { evidence }) };
  for (;;) {
    const them = await whoWrote(deps, asker, author);
    if (!them) return refuse({ code: 'authorUnknown' });
    const { ref, waits, unmet, isNew } = them;
    const [withThem, own] = await Promise.all([deps.drafts.of(ref, MOST_READ), deps.drafts.of(asker.ref, MOST_READ)]);
    if (withThem.some((one) => one.by === asker.ref && isSame(one, name, words))) return accept({ waits });
    const now = deps.now();
    const open = (draft: KeptDraft) => draft.until > now;
    if (withThem.filter((one) => isAsked(one) && open(one)).length >= MOST_TO) return tooMany;
    if (own.filter((one) => one.of !== undefined && open(one)).length >= MOST_BY) return tooMany;
    const asked = { name, confidential: false, at: now, until: endOf(now, ASKED_DAYS) };
    const isKept = await deps.drafts.ask(
      { ...asked, person: ref, by: asker.ref, words: { ...kept, ...(source && { source }) }, ...(unmet && { unmet }) },
      // That they have asked is all that is kept with the asker.
      { ...asked, person: asker.ref, of: ref, words: {} },
      isNew,
    );
    // Of whom the bot has not met others may ask, or what stood of them may end, at the same moment: then it is read anew.
    if (isKept || !unmet) return accept({ waits });
  }
}

const tooMany = refuse({ code: 'tooManyAsked' } satisfies Refusal);

interface Author {
  ref: PersonRef;
  waits: boolean;
  /** Of whom the bot has not met. */
  unmet?: EntraIdentity;
  /** Nothing stands of them yet. */
  isNew: boolean;
}

/** Somebody other than the asker, met or not. One round trip, one more of whom the bot has not met. */
async function whoWrote(
  { people, random }: Deps,
  { identity: own, ref, also = [] }: Person,
  objectId: string,
): Promise<Author | undefined> {
  if (!own || own.objectId === objectId) return undefined;
  const identity = { tenant: own.tenant, objectId };
  const found = await people.byIdentity(identity);
  if (found && [ref, ...also].includes(found.person.ref)) return undefined;
  if (found) return { ref: found.person.ref, waits: !found.reach, isNew: false };
  const picked = await people.pickedAs(identity);
  return { ref: picked ?? newPersonRef(random), waits: true, unmet: identity, isNew: picked === undefined };
}

/** The same question, or one about the same message. */
const isSame = (before: ReadDraft, name: string, { source }: Words): boolean =>
  before.name === name || (source !== undefined && before.words.source === source);

/** What somebody has said to a question, whose words go: an idea has them, or nobody. */
export async function answered(
  { drafts, follows }: Pick<Deps, 'drafts' | 'follows'>,
  draft: ReadDraft,
  idea?: string,
): Promise<void> {
  // Whoever asked hears what becomes of it.
  if (idea && draft.by) await follows.add(idea, draft.by);
  const { source } = draft.words;
  await drafts.change(draft, { ...plain(draft), answered: true, words: source ? { source } : {} });
}

/** The question stands with whoever is to answer it. */
export const toldOf = ({ drafts }: Pick<Deps, 'drafts'>, draft: ReadDraft): Promise<boolean> =>
  drafts.change(draft, { ...plain(draft), told: true });

/** Of what stands with whoever has asked: no idea has come of it, for whatever reason. No round trip of anything else, else one. */
export const cameToNothing = async ({ commits }: Pick<Deps, 'commits'>, { of, name }: KeptDraft): Promise<boolean> =>
  of !== undefined && (await commits.effectOf(name)) === undefined;

const plain = ({ etag: _, kept: __, ...draft }: ReadDraft): KeptDraft => draft;

/** The question with this name that somebody is asked, and who asks; undefined where it is answered or gone. Two round trips. */
export async function openQuestion(deps: Deps, person: Pick<Person, 'ref' | 'also'>, name: string) {
  const found = await Promise.all(heldRefsOf(person).map((ref) => deps.drafts.get({ person: ref, name })));
  const draft = found.find((one) => one?.by);
  if (!draft?.by || !isAsked(draft) || draft.until <= deps.now()) return undefined;
  const names = await deps.people.namesOf([draft.by]);
  return { draft, asker: names.get(draft.by)?.name };
}
