import type { IdeaView } from '../../app/idea/idea-view.js';
import { asksForTheSame } from '../../domain/idea/deciding/earlier-no.js';
import type { EventType, IdeaEvent } from '../../domain/idea/events.js';
import type { PartName } from '../../domain/idea/fields.js';
import type { Idea } from '../../domain/idea/idea.js';
import { seesEvent } from '../../domain/idea/reading/words-of-events.js';
import type { Refusal } from '../../domain/idea/refusal.js';
import { stages } from '../../domain/idea/stages.js';
import type { Door } from '../../domain/organisation/doors.js';
import { labelOf } from '../../domain/record.js';
import { buttonRows } from '../button-rows.js';
import type { About, CardContext, Drawn } from '../card-context.js';
import { besideIdea } from '../language/door-words.js';
import type { Choice } from '../layouts/parts.js';
import { type Section, section } from '../paragraphs.js';
import { refusalText } from '../refusal-text.js';
import { type Button, button } from '../verbs.js';
import { pickedField } from './actions/naming.js';
import { MOST_BUTTONS, nextSteps, receiptSteps, type Steps } from './actions/next-steps.js';
import { isOffered } from './actions/offers.js';
import { type Opened, openedIn } from './actions/opened.js';
import { diaryField } from './actions/panel-fields.js';
import type { FormValues, PanelName } from './actions/tables.js';
import { type Hearer, happening, type QuotedWords, receipt, tellsResult, whyTold } from './happened.js';
import { answeredBefore, atStake, isToldBy, shownStake } from './parts/at-stake.js';
import { commentButton, handlingOf } from './parts/comments.js';
import { details } from './parts/idea-details.js';
import { elsewhere, endingOf, latestLine, openQuestion } from './parts/idea-ending.js';
import { ideaWords } from './parts/idea-words.js';
import { proposalLine, sideBySide } from './parts/proposal.js';
import { stageLine } from './parts/stage-line.js';
import { turnBand, turnWords } from './parts/turn-band.js';
import { type Reading, readingOf, titleFor } from './reading.js';
import { unsent } from './unsent.js';

/** How an idea is drawn for its reader, beside what they see of it: what has just happened, and what is open. */
export interface IdeaCardProps extends IdeaView {
  /** What has just happened, told on top, and as what the reader hears of it. */
  happened?: { event: IdeaEvent; as: Hearer } | undefined;
  panel?: PanelName | undefined;
  /** Which part of what is needed, with the panel `part`. */
  part?: PartName | undefined;
  /** A part was saved just now and this one follows it: how many are left. */
  left?: number | undefined;
  /** Which comment, by its event's number, with the panel `said`. */
  said?: number | undefined;
  /** Which page of them, with the panel `comments`. */
  page?: number | undefined;
  /** Why the last try was refused: shown in the open panel, or on top where none is open. */
  fault?: Refusal | undefined;
  kept?: FormValues | undefined;
  /** How many more ideas wait for the reader. */
  queue?: number | undefined;
  /** The answer to "Skicka idén"; `officeInstead`: nobody in the department can be reached yet; `door`: where it belongs if it has happened. */
  receipt?: { officeInstead: boolean; door?: Door | undefined } | undefined;
  /** Whom a panel offers for a task: `value` is an e-mail address, `me` (first) or `submitter`. */
  colleagues?: readonly Choice[] | undefined;
  /** Other ideas that the panel `merge` offers: `value` is an id. */
  targets?: readonly Choice[] | undefined;
}

/** The idea card: one idea as one reader may see it, with what they can do. Receipts and notices are cuts of it. */
export function ideaCard(context: CardContext, given: IdeaCardProps): Drawn {
  const view = seenIn(given);
  const { idea, happened, fault, history = [], pictures = [] } = view;
  const reading = readingOf(context, view);
  const reply = replySteps(reading, view);
  const steps = withoutSame(nextSteps(reading, [...nextInQueue(reading, view), ...reply]), reply);
  const opened = openedIn(reading, view, steps);
  const told = toldOf(reading, view);
  const stake = opened ? undefined : atStake(reading, [...history, ...(happened ? [happened.event] : [])]);
  const tells = happened && isToldBy(stake, happened.event) ? [] : told;
  const atWork = !opened && seesWork(reading, view);
  const folded = isFolded(reading, view, opened);
  const wordsAbove = folded && !opened && !stake && !atWork && isNewTo(reading, view);
  // Beside what a test gave there is room for the problem.
  const withResult = happened !== undefined && tellsResult(happened.event);
  const record = opened !== undefined && [opened.history, opened.why, opened.comments].some(({ length }) => length > 0);
  const pair = opened ? [] : sideBySide(reading, view.mergeInto);
  const stands = opened ? [] : standing(reading, view);
  const isHeadline = folded && tells.length > 0;
  const card = context.draw('idea', {
    fault: fault && !opened?.panel.length ? [{ text: refusalText(context.t, fault) }] : [],
    unsent: fault && !opened?.panel.length ? unsent(reading, view.kept) : [],
    happened: tells,
    stageLine: stageLine(context, idea.id, idea.stage),
    title: titleFor(reading),
    // Of what happened and the idea itself, the one that matters more to this reader is the heading.
    headlineSize: isHeadline ? 'Large' : 'Default',
    titleSize: isHeadline ? 'Default' : 'Large',
    told: tells.length > 0,
    band: turnBand(reading, stake?.kind),
    stake: stake ? [shownStake(stake)] : [],
    pair,
    standing: [...stands, ...(wordsAbove ? ideaWords(reading, withResult ? 'problem' : 'all') : [])],
    elsewhere: opened ? [] : [...elsewhere(reading), ...besideIdea(context, view.receipt?.door)],
    details: record
      ? []
      : [
          details(reading, {
            history,
            pictures,
            folded,
            atWork: folded && atWork,
            still: opened !== undefined,
            wordsAbove: wordsAbove && !withResult,
            stake,
            part: view.panel === 'part' ? view.part : undefined,
            problemAbove: pair.length > 0 || (wordsAbove && withResult),
            above: linesOf([...told, ...(opened?.panel ?? [])], stands),
          }),
        ],
    panel: opened?.panel ?? [],
    menu: opened?.menu ?? [],
    history: opened?.history ?? [],
    decided: opened?.why ?? [],
    comments: opened?.comments ?? [],
    inline: opened || view.receipt ? [] : inlineFields(reading, view.colleagues ?? []),
    why: happened && !view.receipt && !fault ? whyTold(reading, happened.event, happened.as) : [],
    buttonRows: buttonRows(buttons(reading, view, opened, steps)),
  });
  return { card, summary: told[0]?.headline ?? summary(reading), about: aboutOf(view) };
}

/** What people have said and stands in what is told, in an open form's quotes or below it; with what was noted beside. */
const linesOf = (
  parts: readonly { said?: readonly QuotedWords[]; quotes?: readonly Section[] }[],
  sections: readonly Section[],
): ReadonlySet<string> =>
  new Set(
    [
      ...parts.flatMap(({ said = [], quotes = [] }) => [
        ...said.flatMap((one) => [...one.notes, ...one.sections.flatMap(({ lines }) => lines)]),
        ...quotes.flatMap(({ lines }) => lines),
      ]),
      ...sections.flatMap(({ lines }) => lines),
    ].map(({ text }) => text),
  );

/** An idea's own card, with the one that it is proposed to become a part of where that one stands beside it. */
const aboutOf = ({ idea, mergeInto }: IdeaCardProps): About => ({
  card: labelOf({ record: 'idea', id: idea.id }),
  records: [idea, ...(mergeInto ? [mergeInto.idea] : [])].map(({ id, seq }) => ({ record: 'idea', id, seq })),
});

/** Only the events that this reader is told of at all. */
function seenIn({ happened, history, ...rest }: IdeaCardProps): IdeaCardProps {
  const sees = (event: IdeaEvent): boolean => seesEvent(rest.reader, event);
  return {
    ...rest,
    // Whoever is told of it by a message of their own is one whom it is for.
    ...(happened && (happened.as !== 'onlooker' || sees(happened.event)) && { happened }),
    ...(history && { history: history.filter(sees) }),
  };
}

/** The open question, the ending and what a test taught, each unless the card says it elsewhere. */
function standing(reading: Reading, { happened, mergeInto }: IdeaCardProps): Section[] {
  const told = happened?.event.type;
  return [
    ...(happened?.as === 'answerers' ? [] : proposalLine(reading, mergeInto)),
    ...(told === 'asked' ? [] : openQuestion(reading)),
    ...(told === 'moneyDeclined' || told === 'sentBack' ? [] : answeredBefore(reading)),
    ...(told === 'progressReported' ? [] : latestLine(reading)),
    ...(told === 'done' || told === 'closed' ? [] : endingOf(reading)),
    ...(happened && happened.as !== 'actor' && tellsResult(happened.event) ? [] : lesson(reading)),
  ];
}

/** What the test taught, for everybody, once it is over; a closing says it in its own words. */
function lesson({ context, idea }: Reading): Section[] {
  return stages[idea.stage].spreads ? section(context.t('idea.learned'), idea.answers.learned) : [];
}

function toldOf(reading: Reading, { happened, receipt: received }: IdeaCardProps) {
  if (received) return [receipt(reading, received.officeInstead)];
  return happened ? [happening(reading, happened.event, happened.as)] : [];
}

/** Events in the middle of the reader's own work, which goes on where it was. */
const atWork: ReadonlySet<EventType> = new Set(['filled']);
const isAtWork = ({ happened }: IdeaCardProps): boolean => happened?.as === 'actor' && atWork.has(happened.event.type);

/** Whoever drives the idea and is to go on with it sees what is needed without unfolding the rest, which they know. */
const seesWork = ({ idea, reader, theirTurn }: Reading, view: IdeaCardProps): boolean =>
  isAtWork(view) ||
  (leadsNow(idea, theirTurn) &&
    !reader.disclosed &&
    !idea.question &&
    // After a no to money there is one thing to change, and a button for it.
    !asksForTheSame(idea));

const leadsNow = ({ waiting, driver }: Idea, theirTurn: boolean): boolean =>
  theirTurn && waiting?.for === 'driver' && driver?.accepted === true;

/** A card that asks something of its reader or tells them of something is short, and so is a form: the rest opens on a press. */
function isFolded({ reader, theirTurn }: Reading, view: IdeaCardProps, opened: Opened | undefined): boolean {
  if (reader.disclosed) return false;
  return opened !== undefined || view.receipt !== undefined || view.happened !== undefined || theirTurn;
}

const firstMeeting: ReadonlySet<Hearer> = new Set(['concerned', 'invited', 'added']);

/** Whether the reader meets the idea with this card, and so reads its words first: a colleague has written it, or asks something of them. */
const isNewTo = ({ idea, reader, theirTurn }: Reading, { happened }: IdeaCardProps): boolean =>
  (theirTurn && happened?.as !== 'actor' && !reader.roles.has('submitter') && !leadsNow(idea, theirTurn)) ||
  (happened !== undefined &&
    (firstMeeting.has(happened.as) || (happened.event.type === 'submitted' && happened.as === 'submitter')));

/**
 * What goes along with a button of the card itself: the number under which a decision on money is kept, and who drives an
 * idea that is to be explored, the reader where nobody else is chosen.
 */
function inlineFields(reading: Reading, colleagues: readonly Choice[]) {
  if (isOffered(reading, 'grant')) return [{ fields: [diaryField(reading, {})] }];
  if (isOffered(reading, 'explore') && colleagues.length > 1) {
    return [{ fields: [pickedField(reading.context, 'field.driver', colleagues, colleagues[0]?.value)] }];
  }
  return [];
}

function buttons(reading: Reading, view: IdeaCardProps, opened: Opened | undefined, { seen }: Steps): Button[] {
  if (opened) return opened.buttons;
  if (view.receipt) return receiptSteps(reading);
  return [...seen, ...aboutComment(reading, view).slice(0, MOST_BUTTONS - seen.length)];
}

/** What can be done with the comment that the card tells of. One or none. */
function aboutComment(reading: Reading, { happened }: IdeaCardProps): Button[] {
  const handling = happened && handlingOf(reading, happened.event);
  return handling ? [commentButton(reading, happened.event, handling)] : [];
}

/** "Svara" on a message that tells of a comment: its form quotes it. One or none. */
function replySteps({ context, idea, reader }: Reading, { happened }: IdeaCardProps): Button[] {
  const isTold = happened?.event.type === 'commented' && happened.as !== 'actor' && happened.as !== 'onlooker';
  if (!isTold || idea.talk?.seq !== happened?.event.seq || idea.talk?.by === reader.ref) return [];
  const look = { style: 'positive', inputs: 'none' } as const;
  return [button(context.t('button.answer'), 'panel', { idea: idea.id, panel: 'comment' }, look)];
}

/** To write about the idea is one thing, whatever its button says. */
function withoutSame({ seen, more }: Steps, reply: readonly Button[]): Steps {
  const isOther = (step: Button): boolean => reply.includes(step) || step.data.panel !== 'comment';
  if (reply.length === 0) return { seen, more };
  return { seen: seen.filter(isOther), more: more.filter(({ press }) => isOther(press)) };
}

/** After an outcome, what else waits for the one who gave it. */
function nextInQueue({ context }: Reading, view: IdeaCardProps): Button[] {
  const { happened, queue = 0 } = view;
  if (happened?.as !== 'actor' || isAtWork(view) || queue === 0) return [];
  return [button(context.t('button.next', { count: queue }), 'next', {}, { style: 'positive', inputs: 'none' })];
}

function summary(reading: Reading): string {
  const { context, idea } = reading;
  const parts = [titleFor(reading), context.t(`stage.${idea.stage}`), ...(idea.waiting ? [turnWords(reading)] : [])];
  return parts.join(' · ');
}
