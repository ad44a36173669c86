import type { IdeaView } from '../../app/idea/idea-view.js';
import type { EventType, IdeaEvent } from '../../domain/idea/events.js';
import { stages } from '../../domain/idea/stages.js';
import { type Section, section } from '../paragraphs.js';
import { shortened } from '../shortened.js';
import { beforeTest } from './actions/before-test/check-lines.js';
import { opinions } from './actions/opinions/opinion-lines.js';
import { agreedSoFar } from './actions/testing/agreed.js';
import { type Hearer, type Told, tellsResult, wordsSaid } from './happened.js';
import { answeredBefore, MOST_OF_RESULT, type Stake } from './parts/at-stake.js';
import { endingOf, latestLine, openQuestion } from './parts/idea-ending.js';
import { aboutWords, ideaWords, MOST_IN_COLUMN, type WordPart, wholeIn, wordParts } from './parts/idea-words.js';
import { proposalLine } from './parts/proposal.js';
import { answersMerge, asksReader, judgesText } from './parts/turn-band.js';
import { leadsNow, type Reading } from './reading.js';

/** Which of the idea's words begin above the fold, and which of them stand there whole. Undefined for none. */
export function wordsOnTop(
  reading: Reading,
  told: Told | undefined,
  { stake, isPair, isFolded }: { stake: Stake | undefined; isPair: boolean; isFolded: boolean },
): { sections: Section[]; whole: readonly WordPart[] } | undefined {
  if (isPair) return { sections: aboutWords(reading), whole: wholeIn(reading, ['problem'], MOST_IN_COLUMN) };
  if (stake?.wholeWords) return { sections: [], whole: stake.wholeWords };
  if (stake || !isFolded || !isNewTo(reading, told)) return undefined;
  const { most, parts } = roomFor(reading, told);
  return {
    sections: [...aboutWords(reading), ...ideaWords(reading, parts, most)],
    whole: wholeIn(reading, parts, most),
  };
}

/** So much of each stands beside a question. */
const MOST_ASKED = 200;

/**
 * Beside what a test gave there is room for the problem, and beside a question for what the submitter wants to do about it.
 * Whoever judges a text that somebody has reported reads all of it.
 */
function roomFor(reading: Reading, told: Told | undefined): { parts: readonly WordPart[]; most: number } {
  const isShort = asksReader(reading) && reading.idea.report === undefined;
  const most = isShort ? MOST_ASKED : Number.POSITIVE_INFINITY;
  if (told && tellsResult(told.event)) return { parts: ['problem'], most };
  return { parts: isShort ? ['problem', 'solution'] : wordParts, most };
}

/** The reader is told what was answered to a question about the idea: whoever asked it has read the idea. */
export const isAnswer = ({ idea, reader }: Reading, told: Told | undefined): boolean =>
  told?.event.type === 'answered' && idea.replied?.seq === told.event.seq && idea.replied.to.by === reader.ref;

const firstMeeting: ReadonlySet<Hearer> = new Set(['concerned', 'invited', 'added', 'consulted']);

/** Whether the reader meets the idea with this card, and so reads its words first: a colleague has written it, or asks something of them. */
const isNewTo = (reading: Reading, told: Told | undefined): boolean => {
  const isAsked = asksReader(reading) && told?.as !== 'actor' && !reading.reader.roles.has('submitter');
  return (
    (isAsked && !leadsNow(reading) && !isAnswer(reading, told)) ||
    (told !== undefined && (firstMeeting.has(told.as) || (told.event.type === 'submitted' && told.as === 'submitter')))
  );
};

/** What is known beside the idea itself. */
interface Circumstances {
  happened?: Told | undefined;
  mergeInto?: IdeaView | undefined;
  history?: readonly IdeaEvent[] | undefined;
}

/** Events of which a card tells in the words that the ending is. */
const saysEnding: ReadonlySet<EventType> = new Set(['done', 'closed', 'stoppedAsAgreed', 'entered']);

/** The open question, the ending and what a test taught, each unless the card says it elsewhere. */
export function standing(
  reading: Reading,
  { happened, mergeInto, history = [] }: Circumstances,
  stake?: Stake,
): Section[] {
  const told = happened?.event.type;
  const isMerge = answersMerge(reading);
  return [
    ...(told === 'reported' ? [] : reportOf(reading, history)),
    ...(happened?.as === 'answerers' ? [] : proposalLine(reading, mergeInto)),
    ...(told === 'asked' || isMerge ? [] : openQuestion(reading)),
    ...(told === 'moneyDeclined' || told === 'sentBack' ? [] : answeredBefore(reading)),
    ...opinions(reading),
    ...(stake?.kind === 'plan' ? [] : beforeTest(reading)),
    ...(stake?.kind === 'result' ? [] : agreedSoFar(reading)),
    ...(told === 'progressReported' ? [] : latestLine(reading)),
    ...(told && saysEnding.has(told) ? [] : endingOf(reading)),
    ...(stake?.kind === 'use' || (happened && happened.as !== 'actor' && tellsResult(happened.event))
      ? []
      : lesson(reading)),
  ];
}

/** Why somebody has reported the text, to whoever judges it. */
function reportOf(reading: Reading, history: readonly IdeaEvent[]): Section[] {
  const event = judgesText(reading) ? history.findLast(({ type }) => type === 'reported') : undefined;
  return event ? wordsSaid(reading, event) : [];
}

/** What the test taught, for everybody, once it is over; a closing says it in its own words. */
function lesson(reading: Reading): Section[] {
  const { context, idea } = reading;
  const { learned = '' } = idea.answers;
  const shown = asksReader(reading) ? shortened(learned, MOST_OF_RESULT) : learned;
  return stages[idea.stage].spreads ? section(context.t('idea.learned'), shown) : [];
}
