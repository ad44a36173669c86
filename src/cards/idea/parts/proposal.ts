import type { IdeaView } from '../../../app/idea/idea-view.js';
import { dayText } from '../../../text/dates.js';
import { type Line, type Section, section } from '../../paragraphs.js';
import { shortened } from '../../shortened.js';
import { type Reading, readingOf, titleFor } from '../reading.js';
import { submitterText } from './facts.js';
import { ideaWords, MOST_BESIDE, MOST_IN_COLUMN, wholeIn, wordParts } from './idea-words.js';
import { stageOf } from './stage-line.js';
import { answersMerge, asksReader } from './turn-band.js';

/** "Förslag: slå ihop med …, svar senast …", with why; none where nothing is proposed. */
export function proposalLine(reading: Reading, mergeInto: IdeaView | undefined): Section[] {
  const { context, idea } = reading;
  const { proposal } = idea;
  if (!proposal) return [];
  const other = mergeInto && readingOf(context, mergeInto);
  const date = dayText(proposal.until, context.language, context.today);
  const text = other?.seesWords
    ? context.t('idea.proposal', { title: titleFor(other), id: proposal.into, date })
    : context.t('idea.proposalById', { id: proposal.into, date });
  const reason = asksReader(reading) ? shortened(proposal.reason ?? '', MOST_BESIDE) : proposal.reason;
  return [...section('', text), ...section(context.t('idea.proposalReason'), reason)];
}

/** One of two ideas as it stands beside the other, for parts/side-by-side.json. */
interface Side {
  [column: string]: string | Line[];
  idAndStage: string;
  title: string;
  problem: Line[];
  by: string;
}

/** The idea that stands beside this one: to whoever says whether they are the same, or asks for that. */
export function besideOf(
  reading: Reading,
  { panel, mergeInto, likelyTwin }: Pick<IdeaView, 'mergeInto' | 'likelyTwin'> & { panel?: string | undefined },
  isOpen: boolean,
): IdeaView | undefined {
  if (isOpen) return panel === 'merge' ? likelyTwin : undefined;
  return answersMerge(reading) ? mergeInto : undefined;
}

/** Both ideas side by side. One pair or none. */
export const sideBySide = (reading: Reading, other: IdeaView | undefined): { sides: Side[] }[] =>
  other ? [{ sides: [sideOf(reading), sideOf(readingOf(reading.context, other))] }] : [];

/** What does not stand whole of the idea beside, for the fold. */
export function wordsBeside(reading: Reading, view: IdeaView | undefined): Section[] {
  if (!view) return [];
  const other = readingOf(reading.context, view);
  const whole = wholeIn(other, ['problem'], MOST_IN_COLUMN);
  const words = ideaWords(
    other,
    wordParts.filter((part) => !whole.includes(part)),
  );
  return words.length > 0 ? [...section('', reading.context.t('idea.id', { id: other.idea.id })), ...words] : [];
}

function sideOf(reading: Reading): Side {
  const { context, idea, seesWords } = reading;
  return {
    idAndStage: `${context.t('idea.id', { id: idea.id })} · ${stageOf(context, idea)}`,
    title: titleFor(reading),
    problem: seesWords ? [{ text: shortened(idea.words.problem, MOST_IN_COLUMN) }] : [],
    by: submitterText(reading),
  };
}
