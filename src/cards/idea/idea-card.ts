import type { IdeaView } from '../../app/idea/idea-view.js';
import { asksForTheSame } from '../../domain/idea/deciding/earlier-no.js';
import { type EventType, type IdeaEvent, newestEvent } from '../../domain/idea/events.js';
import type { PartName } from '../../domain/idea/fields.js';
import { seesEvent } from '../../domain/idea/reading/words-of-events.js';
import type { Refusal } from '../../domain/idea/refusal.js';
import type { Door } from '../../domain/organisation/doors.js';
import { labelOf } from '../../domain/record.js';
import { buttonRows } from '../button-rows.js';
import type { About, CardContext, Drawn } from '../card-context.js';
import type { Field } from '../fields.js';
import type { CardData } from '../layouts/cards.js';
import { isCut } from '../layouts/fitting.js';
import type { Choice } from '../layouts/parts.js';
import { besideIdea } from '../organisation/door-words.js';
import { goalsField } from '../organisation/goals.js';
import type { Section } from '../paragraphs.js';
import { refusalText } from '../refusal-text.js';
import { type Button, button } from '../verbs.js';
import { pickedField } from './actions/naming.js';
import { MOST_BUTTONS, nextSteps, receiptSteps, type Steps } from './actions/next-steps.js';
import { isOffered } from './actions/offers.js';
import { type Opened, openedIn } from './actions/opened.js';
import { diaryField } from './actions/panel-fields.js';
import type { FormValues, PanelName } from './actions/tables.js';
import type { IdeaAdditions } from './additions.js';
import { canBeStopped, happening, type QuotedWords, receipt, type Told, whyTold } from './happened.js';
import { atStake, isToldBy, shownStake } from './parts/at-stake.js';
import { commentButton, handlingOf } from './parts/comments.js';
import { details } from './parts/idea-details.js';
import { elsewhere } from './parts/idea-ending.js';
import { wholeWordsButton } from './parts/idea-words.js';
import { besideOf, sideBySide, wordsBeside } from './parts/proposal.js';
import { stageLine, stageOf } from './parts/stage-line.js';
import { asksReader, judgesText, turnBand, turnWords } from './parts/turn-band.js';
import { leadsNow, type Reading, readingOf, titleFor } from './reading.js';
import { unsent } from './unsent.js';
import { isAnswer, standing, wordsOnTop } from './words-on-top.js';

/** How an idea is drawn for its reader, beside what they see of it: what has just happened, and what is open. */
export interface IdeaCardProps extends IdeaView {
  /** What has just happened, told on top, and as what the reader hears of it. */
  happened?: Told | undefined;
  panel?: PanelName | undefined;
  /** Which part of what is needed, with the panel `part`. */
  part?: PartName | undefined;
  /** A part was saved just now and this one follows it: how many are left. */
  left?: number | undefined;
  /** Which comment, by its event's number, with the panel `said`. */
  said?: number | undefined;
  /** Before which place in the record, with a panel of it; absent: the newest. */
  below?: number | undefined;
  before?: string | undefined;
  /** Which page, with a panel that is read a page at a time. */
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
  /** With what the reader begins a reason, in their own words. */
  phrases?: readonly string[] | undefined;
}

export type IdeaCard = (context: CardContext, view: IdeaCardProps) => Drawn;

/** The idea card with what other rooms add to it. */
export const ideaCardWith =
  (additions: IdeaAdditions): IdeaCard =>
  (context, view) =>
    drawn(additions, context, view);

function drawn(additions: IdeaAdditions, context: CardContext, given: IdeaCardProps): Drawn {
  const view = seenIn(given);
  const { idea, happened, fault, history = [], pictures = [] } = view;
  const reading = readingOf(context, view);
  const reply = replySteps(reading, view);
  const steps = withoutSame(nextSteps(reading, [...nextInQueue(reading, view), ...reply]), reply);
  const opened = openedIn(reading, view, steps, additions.panels);
  const told = toldOf(reading, view);
  const asked = opened ? undefined : atStake(reading, history, happened?.event);
  const stake = asked?.kind === 'idea' && isAnswer(reading, happened) ? undefined : asked;
  const tells = happened && isToldBy(stake, happened.event) ? [] : told;
  const atWork = !opened && seesWork(reading, view);
  const folded = isFolded(reading, view, opened);
  const readsAlone = [opened?.history, opened?.why, opened?.comments].some((list) => list?.length);
  const record = opened !== undefined && (readsAlone || view.panel === 'words');
  const other = besideOf(reading, view, opened !== undefined);
  const pair = sideBySide(reading, other);
  const stands = opened ? [] : [...standing(reading, view, stake), ...additions.sections.flatMap((of) => of(reading))];
  const words = wordsOnTop(reading, happened, {
    stake,
    isPair: pair.length > 0,
    isFolded: folded && !opened && !atWork,
  });
  const inline = opened || view.receipt ? { seen: [], folded: [] } : inlineFields(reading, view);
  const goals = opened || view.receipt ? { seen: [], folded: [] } : goalsToChoose(reading, view, steps);
  const isHeadline = folded && tells.length > 0;
  const data: CardData['idea'] = {
    fault: fault && !opened?.panel.length ? [{ text: refusalText(context.t, fault) }] : [],
    unsent: fault && !opened?.panel.length ? unsent(reading, view.kept) : [],
    happened: tells,
    // Two ideas side by side have each their own.
    head:
      pair.length > 0
        ? []
        : [{ stageLine: stageLine(context, idea.id, idea.stage, stageOf(context, idea)), title: titleFor(reading) }],
    // Of what happened and the idea itself, the one that matters more to this reader is the heading.
    headlineSize: isHeadline ? 'Large' : 'Default',
    titleSize: isHeadline ? 'Default' : 'Large',
    told: tells.length > 0,
    band: turnBand(reading, asked?.kind),
    stake: stake ? [shownStake(stake)] : [],
    pair,
    standing: [...stands, ...(words?.sections ?? [])],
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
            wordsAbove: words?.whole,
            stake,
            part: view.panel === 'part' ? view.part : undefined,
            beside: wordsBeside(reading, other),
            fields: [...inline.folded, ...goals.folded],
            added: additions.facts,
            above: linesOf([...told, ...(opened?.panel ?? [])], stands),
          }),
        ],
    panel: opened?.panel ?? [],
    menu: opened?.menu ?? [],
    history: opened?.history ?? [],
    decided: opened?.why ?? [],
    comments: opened?.comments ?? [],
    inline: inline.seen,
    goals: goals.seen,
    why: happened && !view.receipt && !fault ? whyShown(reading, happened) : [],
    whole: [],
    buttonRows: buttonRows(buttons(reading, view, opened, steps)),
  };
  const drawn = context.draw('idea', data);
  // What had to be cut can be read whole.
  const card = isCut(drawn) && !opened ? context.draw('idea', { ...data, whole: wholeWordsButton(reading) }) : drawn;
  const gist = [summary(reading), context.t('idea.id', { id: idea.id })];
  return { card, summary: told[0]?.headline ?? summary(reading), gist, about: aboutOf(view) };
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

/** An idea's own card, with the one that may stand beside it. */
const aboutOf = ({ idea, mergeInto, likelyTwin }: IdeaCardProps): About => ({
  card: labelOf(newestEvent(idea)),
  records: [{ idea }, mergeInto ?? [], likelyTwin ?? []].flat().map((shown) => newestEvent(shown.idea)),
});

/** Only the events that this reader is told of at all. */
function seenIn({ happened, history, ...rest }: IdeaCardProps): IdeaCardProps {
  const sees = (event: IdeaEvent): boolean => seesEvent(rest.reader, event);
  return {
    ...rest,
    // Whoever is told of it by a message of their own is one whom it is for.
    ...(happened && (happened.as !== 'onlooker' || sees(happened.event)) && { happened }),
    ...(history && { history: history.filter(sees) }),
    ...(rest.decided && { decided: rest.decided.filter(({ event }) => sees(event)) }),
  };
}

function toldOf(reading: Reading, { happened, receipt: received }: IdeaCardProps) {
  if (received) return [receipt(reading, received.officeInstead)];
  if (!happened) return [];
  const { event, as } = happened;
  const told = happening(reading, event, as);
  return [asksReader(reading) && saidByTurn.has(event.type) ? { ...told, next: [] } : told];
}

/** Events after which "Din tur" says what happens now. */
const saidByTurn: ReadonlySet<EventType> = new Set(['answered', 'moneyDeclined', 'reported']);

/** Why the reader is told, and where to choose. "Din tur" says why something is asked of them: then one small line says where. */
const whyShown = (reading: Reading, told: Told) =>
  whyTold(reading, told.event, told.as).map(({ text }) =>
    asksReader(reading) && !canBeStopped(told)
      ? { text: reading.context.t('notice.stop'), isNews: false }
      : { text, isNews: true },
  );

/** Events in the middle of the reader's own work, which goes on where it was. */
const atWork: ReadonlySet<EventType> = new Set(['filled']);
const isAtWork = ({ happened }: IdeaCardProps): boolean => happened?.as === 'actor' && atWork.has(happened.event.type);

/** Whoever drives the idea and is to go on with it sees what is needed without unfolding the rest, which they know. */
const seesWork = (reading: Reading, view: IdeaCardProps): boolean =>
  isAtWork(view) ||
  (leadsNow(reading) &&
    !reading.reader.disclosed &&
    !reading.idea.question &&
    // After a no to money there is one thing to change, and a button for it.
    !asksForTheSame(reading.idea));

/** A card that asks something of its reader or tells them of something is short, and so is a form: the rest opens on a press. */
function isFolded(reading: Reading, view: IdeaCardProps, opened: Opened | undefined): boolean {
  if (reading.reader.disclosed) return false;
  return opened !== undefined || view.receipt !== undefined || view.happened !== undefined || asksReader(reading);
}

/**
 * What goes along with a button of the card itself: the number under which a decision on money is kept, and who drives an
 * idea that is to be explored, the reader where nobody else is chosen. Beside an answer there is no room for either: the
 * number is folded away, and whoever did not ask chooses who drives it with the button of that name.
 */
function inlineFields(reading: Reading, { colleagues = [], happened, kept }: IdeaCardProps) {
  const none: { fields: Field[] }[] = [];
  const isBesideAnswer = happened?.event.type === 'answered';
  if (isOffered(reading, 'grant')) {
    const diary = [{ fields: [diaryField(reading, {})] }];
    return isBesideAnswer ? { seen: none, folded: diary } : { seen: diary, folded: none };
  }
  const isBusy = (isBesideAnswer && !isAnswer(reading, happened)) || judgesText(reading) || reading.idea.proposal;
  if (isBusy || !isOffered(reading, 'explore') || colleagues.length < 2) return { seen: none, folded: none };
  const driver = pickedField(reading.context, 'field.driver', colleagues, kept?.person ?? colleagues[0]?.value);
  return { seen: [{ fields: [driver] }], folded: none };
}

/**
 * The municipality's goals, where the idea can be taken on by a button: they open on a press, and are open where too many were
 * chosen. Beside an answer or a proposal they are folded away with the rest.
 */
function goalsToChoose({ context, idea }: Reading, { kept, happened }: IdeaCardProps, { seen }: Steps) {
  const none: { fields: Field[] }[] = [];
  if (!seen.some(({ data }) => data.do === 'explore')) return { seen: [], folded: none };
  const fields = goalsField(context, kept?.goals ?? idea.goals?.join(','));
  const isShown = kept?.goals !== undefined;
  if (fields.length === 0) return { seen: [], folded: none };
  if (happened?.event.type === 'answered' || idea.proposal) return { seen: [], folded: [{ fields }] };
  return { seen: [{ title: context.t('button.chooseGoals'), isFolded: !isShown, isShown, fields }], folded: none };
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
  const parts = [titleFor(reading), stageOf(context, idea), ...(idea.waiting ? [turnWords(reading)] : [])];
  return parts.join(' · ');
}
