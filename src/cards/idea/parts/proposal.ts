import type { IdeaView } from '../../../app/idea/idea-view.js';
import { dayText } from '../../../text/dates.js';
import { type Line, type Section, section } from '../../paragraphs.js';
import { shortened } from '../../shortened.js';
import { type Reading, readingOf, titleFor } from '../reading.js';
import { submitterText } from './facts.js';

/** So much of a problem stands beside another one on a phone. */
const BEGINNING = 200;

/** "Förslag: slå ihop med …, svar senast …", with why; none where nothing is proposed. */
export function proposalLine({ context, idea }: Reading, mergeInto: IdeaView | undefined): Section[] {
  const { proposal } = idea;
  if (!proposal) return [];
  const other = mergeInto && readingOf(context, mergeInto);
  const date = dayText(proposal.until, context.language, context.today);
  const text = other?.seesWords
    ? context.t('idea.proposal', { title: titleFor(other), id: proposal.into, date })
    : context.t('idea.proposalById', { id: proposal.into, date });
  return [...section('', text), ...section(context.t('idea.proposalReason'), proposal.reason)];
}

/** One of two ideas as it stands beside the other, for parts/side-by-side.json. */
interface Side {
  [column: string]: string | Line[];
  id: string;
  title: string;
  stage: string;
  problem: Line[];
  by: string;
}

/** Both ideas side by side, to whoever says whether they are the same. One pair or none. */
export function sideBySide(reading: Reading, mergeInto: IdeaView | undefined): { sides: Side[] }[] {
  if (!mergeInto || !reading.reader.roles.has('answerer')) return [];
  return [{ sides: [sideOf(reading), sideOf(readingOf(reading.context, mergeInto))] }];
}

function sideOf(reading: Reading): Side {
  const { context, idea, seesWords } = reading;
  return {
    id: context.t('idea.id', { id: idea.id }),
    title: titleFor(reading),
    stage: context.t(`stage.${idea.stage}`),
    problem: seesWords ? [{ text: shortened(idea.words.problem, BEGINNING) }] : [],
    by: submitterText(reading),
  };
}
