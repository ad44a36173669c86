import type { PersonRef } from '../../person/person.js';
import { addDays, type Day, laterOf } from '../../time.js';
import type { Idea, Tier, Waiting } from '../idea.js';
import { laterTier } from '../policy.js';

/**
 * What happens while nobody answers. The first date is followed by a reminder and an escalation with dates of their own;
 * from then on the next in the chain hears every fortnight and the submitters every month, until somebody decides. Whoever
 * has said yes to the work and is quiet is asked for one line. All of it is counted in days of the idea's own record.
 */
const FORTNIGHT_DAYS = 14;
const MONTH_DAYS = 30;
/** A reminder that comes within so many days asks for the same thing: one message is enough. */
const SOON_DAYS = 7;

type WorkRole = 'driver' | 'doer' | 'owner';
type ByName = Extract<Waiting, { person: PersonRef }>;

/** Whoever has said yes to the work that the idea waits for. */
export function workerOf(idea: Pick<Idea, 'waiting' | WorkRole>): (ByName & { for: WorkRole }) | undefined {
  const { waiting } = idea;
  if (!waiting || !('person' in waiting) || waiting.for === 'submitter') return undefined;
  return idea[waiting.for]?.accepted ? { for: waiting.for, person: waiting.person } : undefined;
}

/** The submitters who are told how long it takes: not the one who does the work, for they are asked themselves. */
export function toldOfDelay(
  idea: Pick<Idea, 'submitter' | 'coSubmitters' | 'submittersLeft' | 'waiting' | WorkRole>,
): PersonRef[] {
  if (idea.submittersLeft) return [];
  const worker = workerOf(idea)?.person;
  return [idea.submitter, ...idea.coSubmitters].filter((person) => person !== worker);
}

/** Of an idea that an earlier version of the bot left silent, the day after its last date. */
const lastDay = ({ answerBy }: Pick<Idea, 'answerBy'>, days: number): Day | undefined =>
  answerBy && addDays(answerBy, 1 - days);

/** When the next in the chain is reminded: a fortnight after the last time, or a month after a line from whoever does the work. */
export function remindAgainOn(idea: Idea): Day | undefined {
  const last = idea.silence?.remindedOn ?? lastDay(idea, FORTNIGHT_DAYS);
  if (!idea.waiting || !idea.escalated || !last) return undefined;
  const line = workerOf(idea) && idea.progress?.on;
  return laterOf(addDays(last, FORTNIGHT_DAYS), line && addDays(line, MONTH_DAYS));
}

/** How far in the chain those who hear of the silence have come: the tier that decides, or a later one that is only told. */
export const toldTier = ({ tier, silence }: Pick<Idea, 'tier' | 'silence'>): Tier =>
  laterTier(tier, silence?.told ?? tier);

/** When the submitters are told again how long it has taken: a month after they last heard, and after an escalation that is nearer. */
export function tellDelayOn(idea: Idea): Day | undefined {
  const { waiting, reminded, escalated, answerBy } = idea;
  const last = idea.silence?.toldOn ?? lastDay(idea, MONTH_DAYS);
  if (!waiting || !reminded || !answerBy || !last || toldOfDelay(idea).length === 0) return undefined;
  const day = addDays(last, MONTH_DAYS);
  return escalated || day <= answerBy ? day : undefined;
}

/** When whoever does the work is asked for a line: after a quiet month, of a test from its first day. A reminder that is near asks for it too. */
export function askProgressOn(idea: Idea): Day | undefined {
  const { quiet, stage, test, answerBy, reminded, changedAt } = idea;
  if (!workerOf(idea) || !answerBy) return undefined;
  // Of an idea of an earlier version nothing is known but when it last changed; a date in UTC is near enough.
  const since = laterOf(quiet?.since ?? changedAt.slice(0, 10), stage === 'piloting' ? test?.start : undefined);
  const day = addDays(since, MONTH_DAYS);
  return !reminded && day > addDays(answerBy, 1 - SOON_DAYS) ? undefined : day;
}
