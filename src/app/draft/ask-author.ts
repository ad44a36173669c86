import { ASKED_DAYS, endOf, isAsked, type KeptDraft } from '../../domain/draft/draft.js';
import type { Refusal } from '../../domain/idea/refusal.js';
import type { Words } from '../../domain/idea/words.js';
import type { Person } from '../../domain/person/person.js';
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

/**
 * Asks whoever wrote a message whether it is to be sent in as their idea. Nothing is an idea before they say yes. The same person asks once about the same message,
 * and is told no more whatever the answer was. Gives why it cannot be asked: words that are missing or too long, an author whom the bot cannot write to, too
 * many questions. Three round trips.
 */
export async function askAuthor(deps: Deps, asker: Person, { idempotencyKey: name, author, words }: AuthorAsked) {
  const fault = faultIn(deps, words);
  if (fault) return fault;
  const theirs = await knownAuthor(deps, asker, author);
  if (!theirs) return { code: 'authorUnknown' } satisfies Refusal;
  const [withThem, own] = await Promise.all([deps.drafts.of(theirs, MOST_READ), deps.drafts.of(asker.ref, MOST_READ)]);
  if (withThem.some((one) => one.by === asker.ref && isSame(one, name, words))) return undefined;
  const now = deps.now();
  const open = (draft: KeptDraft) => draft.until > now;
  if (withThem.filter((one) => isAsked(one) && open(one)).length >= MOST_TO) return tooMany;
  if (own.filter((one) => one.of !== undefined && open(one)).length >= MOST_BY) return tooMany;
  const { title = '', problem = '', solution, evidence, source } = words;
  const kept: Words = { title, problem, ...(solution && { solution }), ...(evidence && { evidence }) };
  const asked = { name, confidential: false, at: now, until: endOf(now, ASKED_DAYS) };
  await deps.drafts.keep(
    { ...asked, person: theirs, by: asker.ref, words: { ...kept, ...(source && { source }) } },
    // That they have asked is all that is kept with the asker.
    { ...asked, person: asker.ref, of: theirs, words: {} },
  );
  return undefined;
}

const tooMany = { code: 'tooManyAsked' } satisfies Refusal;

/** Somebody other than the asker who can be written to in their own chat. */
async function knownAuthor(deps: Deps, { identity, ref, also = [] }: Person, objectId: string) {
  const found = identity && (await deps.people.byIdentity({ tenant: identity.tenant, objectId }));
  if (!found?.reach || [ref, ...also].includes(found.person.ref)) return undefined;
  return found.person.ref;
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
export async function openQuestion(deps: Deps, { ref }: Pick<Person, 'ref'>, name: string) {
  const draft = await deps.drafts.get({ person: ref, name });
  if (!draft?.by || !isAsked(draft) || draft.until <= deps.now()) return undefined;
  const names = await deps.people.namesOf([draft.by]);
  return { draft, asker: names.get(draft.by)?.name };
}
