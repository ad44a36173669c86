import { DRAFT_DAYS, endOf, isSendable, type KeptDraft } from '../../domain/draft/draft.js';
import type { Idea } from '../../domain/idea/idea.js';
import { type EntraIdentity, heldRefsOf, type Person, type PersonRef } from '../../domain/person/person.js';
import { millisecondsOf } from '../../domain/time.js';
import type { DraftName, DueDraft, ReadDraft } from '../../store/draft/drafts.js';
import type { Deps } from '../deps.js';
import { isSound, type Submission } from '../idea/submit-idea.js';
import { answered } from './ask-author.js';
import { type SimilarIdea, similarIdeas } from './similar-ideas.js';

/** What somebody wants to send in, with what goes along. */
export type ToSend = Submission & { picture?: string | undefined };

/** What was written is kept, and what is like it is shown before it is sent in. */
export interface MetSimilar {
  draft: KeptDraft;
  similar: readonly SimilarIdea[];
}

/** `isNew`: nothing was kept under this name before, so nobody else shows it. */
export type JustMet = MetSimilar & { isNew: boolean };

/**
 * What somebody meets who sends in what is like something that exists: what they wrote is kept, and nothing is sent in yet. Undefined
 * where nothing is like it, where it would come back to be mended, and where it has been sent in already: then it goes the usual way. No
 * round trip where nothing is alike, else two; two more where it was kept before.
 */
export async function meetSimilar(deps: Deps, person: Person, sending: ToSend): Promise<JustMet | undefined> {
  // Whoever writes for somebody else is not the one whose problem it is.
  if (sending.forColleague?.trim() || !isSound(deps, person, sending)) return undefined;
  const similar = await similarIdeas(deps, person, sending.words);
  if (similar.length === 0) return undefined;
  const draft = draftOf(deps, person, sending);
  const [effect, isNew] = await Promise.all([deps.commits.effectOf(draft.name), deps.drafts.keep(draft)]);
  if (effect) {
    // It is an idea already: a press that came again, or was overtaken by the next one.
    const kept = isNew && (await deps.drafts.get(draft));
    if (kept) await deps.drafts.remove(kept);
    return undefined;
  }
  const kept = isNew ? draft : await keptAgain(deps, draft);
  return kept && { draft: kept, similar, isNew };
}

/** What was kept under this name before, as it is to be sent in now: its words may have been changed since. Undefined where it is answered or gone. */
async function keptAgain({ drafts }: Deps, after: KeptDraft): Promise<KeptDraft | undefined> {
  const before = await drafts.get(after);
  if (!before || !isSendable(before)) return undefined;
  const { person, name, at, until, by, told } = before;
  const draft = { ...after, person, name, at, until, ...(by && { by }), ...(told && { told }) };
  // Where somebody else comes first, it is the same press once more, or there is an answer, which the next press finds.
  if (JSON.stringify(sentIn(before)) !== JSON.stringify(sentIn(draft))) await drafts.change(before, draft);
  return draft;
}

/** What of a draft becomes the idea. */
const sentIn = ({ words, confidential, department, picture, challenge }: KeptDraft) => [
  Object.entries(words).sort(),
  confidential,
  department,
  picture,
  challenge,
];

function draftOf({ now }: Pick<Deps, 'now'>, { ref }: Person, sending: ToSend): KeptDraft {
  const { idempotencyKey: name, words, confidential, department, picture, challenge } = sending;
  const at = now();
  return {
    ...{ person: ref, name, words, confidential, at, until: endOf(at, DRAFT_DAYS) },
    ...(department && { department }),
    ...(picture && { picture }),
    ...(challenge && { challenge }),
  };
}

/** What is left of a draft: itself, the idea that it has become, or nothing. */
export type LeftOfDraft = { kind: 'draft'; draft: ReadDraft } | { kind: 'sent'; idea: Idea } | { kind: 'gone' };

/** A person's draft by its name, or what has become of it. One round trip; two more where it is no draft any more. */
export async function leftOfDraft(deps: Deps, person: Person, name: string): Promise<LeftOfDraft> {
  const found = await Promise.all(heldRefsOf(person).map((ref) => deps.drafts.get({ person: ref, name })));
  const draft = found.find((one) => one !== undefined && isSendable(one));
  if (draft && draft.until > deps.now()) return { kind: 'draft', draft };
  const effect = await deps.commits.effectOf(name);
  const stored = effect?.by === person.ref ? await deps.ideas.load(effect.id) : undefined;
  return stored ? { kind: 'sent', idea: stored.idea } : { kind: 'gone' };
}

/** So many drafts a list or a file shows: more nobody has at a time. */
const MOST_SHOWN = 100;

/** What somebody has written and not sent in, the newest first. One round trip's time. */
export async function draftsOf({ drafts, now }: Pick<Deps, 'drafts' | 'now'>, person: Person): Promise<ReadDraft[]> {
  const found = await Promise.all(heldRefsOf(person).map((ref) => drafts.of(ref, MOST_SHOWN)));
  return found.flat().filter(({ until }) => until > now());
}

/** Whoever has just been shown what is like their idea may write the number of a row; later than this, in milliseconds, a number means something else. */
const NUMBERED_MS = 60 * 60_000;

/**
 * The idea in a row, from 1 on, of what somebody has just been shown to be like what they want to send in; undefined where they have not been
 * shown anything lately, or no such row. Two round trips' time, one more where there is a draft.
 */
export async function similarInRow(deps: Deps, person: Person, row: number): Promise<Idea | undefined> {
  const [newest] = (await draftsOf(deps, person)).filter(isSendable);
  const since = newest && millisecondsOf(deps.now()) - millisecondsOf(newest.at);
  if (!newest || since === undefined || since > NUMBERED_MS) return undefined;
  return (await similarIdeas(deps, person, newest.words))[row - 1]?.idea;
}

/** It has become an idea: its words are there now, with its picture. Two round trips, one more where somebody else wanted it. */
export async function forgetDraft(deps: Deps, name: DraftName, idea: string): Promise<void> {
  const draft = await deps.drafts.get(name);
  if (draft) await (draft.by ? answered(deps, draft, idea) : deps.drafts.remove(draft));
}

/** "Nej": what was written is not to be sent in, and its words go. Gives what there was of it: an idea that it has become stays one. Five round trips at most. */
export async function dropDraft(deps: Deps, person: Person, name: string): Promise<LeftOfDraft> {
  const left = await leftOfDraft(deps, person, name);
  if (left.kind !== 'draft') return left;
  const { draft } = left;
  const effect = await deps.commits.effectOf(name);
  // Whoever said yes before died before noting it.
  if (effect) {
    await forgetDraft(deps, draft, effect.id);
    return leftOfDraft(deps, person, name);
  }
  await (draft.by ? answered(deps, draft) : deps.drafts.remove(draft));
  if (draft.picture) await deps.pictures.remove(draft.picture);
  return left;
}

/** Ends a draft of which the time has come. Done by any number at once it is one effect. Two round trips, one more for its picture. */
export async function endDraft(deps: Deps, due: DueDraft): Promise<void> {
  const draft = await deps.drafts.get(due);
  if (!draft) return deps.drafts.forget(due);
  // One that was sent in and is still there has left its picture to the idea.
  const effect = draft.picture ? await deps.commits.effectOf(draft.name) : undefined;
  if (draft.picture && !effect) await deps.pictures.remove(draft.picture);
  if (draft.unmet) await dropUnmet(deps, draft.person, draft.unmet);
  await deps.drafts.remove(draft);
}

/** Of whom the bot has not met, and for whom nothing else waits any more, nothing stays. Three round trips and more. */
async function dropUnmet(deps: Deps, ref: PersonRef, identity: EntraIdentity): Promise<void> {
  const waits = async () => {
    const [others, isTraced] = await Promise.all([deps.drafts.of(ref, MOST_SHOWN), deps.traces.any(ref)]);
    return isTraced || others.some(({ until }) => until > deps.now());
  };
  if (await deps.people.dropPicked(identity, ref, waits)) await deps.deliveries.removeAllOf(ref);
}

/** All that somebody has written and not sent in goes with them. Two round trips and more for each. */
export async function eraseDrafts({ drafts, pictures }: Pick<Deps, 'drafts' | 'pictures'>, ref: PersonRef) {
  for (const { picture } of await drafts.of(ref, Number.POSITIVE_INFINITY)) if (picture) await pictures.remove(picture);
  await drafts.removeAllOf(ref);
}
