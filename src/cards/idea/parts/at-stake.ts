import { askedIn, type Resources, takenBy } from '../../../domain/idea/deciding/resources.js';
import type { EventType, IdeaEvent } from '../../../domain/idea/events.js';
import type { FieldName, PartName } from '../../../domain/idea/fields.js';
import { isDecidedOutside } from '../../../domain/idea/policy.js';
import type { Day } from '../../../domain/time.js';
import { daysText, dayText } from '../../../text/dates.js';
import type { TextKey, Values } from '../../../text/index.js';
import type { CardContext } from '../../card-context.js';
import { type Fact, type Line, type LinkButton, paragraphs, type Section, section } from '../../paragraphs.js';
import { placeName } from '../../places.js';
import { shortened } from '../../shortened.js';
import { checksFact } from '../actions/before-test/check-lines.js';
import { agreedLines, stopFact, successorFact } from '../actions/testing/agreed.js';
import { isInvited } from '../adopting.js';
import { delegationOf } from '../funders.js';
import { atStart, type Reading } from '../reading.js';
import { coreFacts } from '../use/core-lines.js';
import { amountText, answerText, documentLinks, grantedText, resourcesText } from './answers.js';
import { assignedText, moneyLabel, submitterText } from './facts.js';
import { aboutWords, ideaWords, MOST_BESIDE, type WordPart, wholeIn } from './idea-words.js';
import { answersMerge, judgesText, type StakeKind } from './turn-band.js';

/** What is decided on, in the order in which it is read, for parts/at-stake.json; the whole of it is a press away. */
export interface Stake {
  kind: StakeKind;
  /** One large sum, and what it is beside it. One or none. */
  figure: { amount: string; note: Line[] }[];
  /** The problem of an idea that is new to the reader. */
  words: Section[];
  /** Of the idea's words, those that stand here whole; undefined where none is begun. */
  wholeWords?: readonly WordPart[];
  rows: Fact[];
  /** The document in which a plan or a calculation stands. One or none. */
  links: LinkButton[];
  /** The parts that stand here whole, and so nowhere else on the card. */
  parts: ReadonlySet<PartName>;
}

/** The same for parts/at-stake.json. */
export const shownStake = ({ figure, words, rows, links }: Stake) => ({ figure, words, rows, links });

/** So much of a new idea's problem stands where somebody decides: the card has to fit one screen. */
const MOST_OF_WORDS = 300;
/** So much of what a test gave, to whoever is asked to go on from it. */
export const MOST_OF_RESULT = 200;
/** So much of any other answer. */
const BEGINNING = 160;
/** So much of the problem beside what must be the same wherever it is solved so. */
const MOST_BESIDE_CORE = 80;
/** And so much of an earlier answer. */
const ANSWER = 60;

/** What this reader is asked to decide on, first of all that their card shows. Undefined where they are asked nothing of the kind. */
export function atStake(reading: Reading, history: readonly IdeaEvent[] = [], told?: IdeaEvent): Stake | undefined {
  const kind = kindOf(reading);
  const known = { events: [...history, ...(told ? [told] : [])], isBesideAnswer: told?.type === 'answered' };
  return kind && { kind, ...stakes[kind](reading, known) };
}

/** Events of which a card tells all by what is at stake, since when and until when; a heading would say it twice. */
const toldByStake: ReadonlySet<EventType> = new Set([
  ...(['submitted', 'planSubmitted', 'planApproved', 'ownPlanSent', 'resultSubmitted'] as const),
  ...(['reminded', 'escalated', 'remindedAgain'] as const),
  ...(['invited', 'scaled'] as const),
]);
export const isToldBy = (stake: Stake | undefined, { type }: IdeaEvent): boolean =>
  stake !== undefined && toldByStake.has(type);

function kindOf(reading: Reading): StakeKind | undefined {
  const { idea, reader, theirTurn } = reading;
  const { waiting, stage } = idea;
  if (judgesText(reading) || answersMerge(reading)) return undefined;
  if (isInvited(reading) && !theirTurn) return 'use';
  if (!waiting) return undefined;
  const asked =
    theirTurn || (reader.roles.has('noter') && (waiting.for === 'funder' || isDecidedOutside(idea, waiting)));
  if (!asked) return undefined;
  if (waiting.for === 'funder') return 'money';
  if (waiting.for !== 'deciders') return undefined;
  if (stage === 'submitted') return 'idea';
  if (stage === 'planning' && idea.driver) return 'plan';
  return stage === 'piloting' && idea.driver ? 'result' : undefined;
}

const nothing: Omit<Stake, 'kind'> = { figure: [], words: [], rows: [], links: [], parts: new Set() };

/** The problem, up to so many characters, with why it is out of sight where it is. */
const beginning = (reading: Reading, most: number): Pick<Stake, 'words' | 'wholeWords'> => ({
  words: [...aboutWords(reading), ...ideaWords(reading, ['problem'], most)],
  wholeWords: wholeIn(reading, ['problem'], most),
});

/** The same without a heading, where it stands alone beside something else that is read. */
function beginningAlone(reading: Reading, most = MOST_BESIDE): Pick<Stake, 'words' | 'wholeWords'> {
  const { words, ...rest } = beginning(reading, most);
  return { words: words.map((part) => ({ ...part, heading: [] })), ...rest };
}

/** What has happened, the newest last; beside an answer there is less room for the rest. */
interface WhatHappened {
  events: readonly IdeaEvent[];
  isBesideAnswer: boolean;
}

const stakes: { readonly [K in StakeKind]: (reading: Reading, known: WhatHappened) => Omit<Stake, 'kind'> } = {
  idea: (reading, { isBesideAnswer }) => {
    const { context, idea } = reading;
    if (isBesideAnswer) return { ...nothing, ...beginningAlone(reading) };
    const unit = reading.nameOf(idea.submitter).known && idea.unit ? { unit: idea.unit } : {};
    return {
      ...nothing,
      ...beginning(reading, MOST_OF_WORDS),
      rows: [
        row(reading, 'stake.from', submitterText(reading), placeName(context, { department: idea.origin, ...unit })),
      ],
    };
  },
  plan: (reading) => planned(reading, 'stake.cost', takenBy(reading.idea)),
  money: (reading, { events, isBesideAnswer }) => {
    const { context, idea } = reading;
    const money = idea.money ? askedIn(idea.money) : takenBy(idea);
    const asked = planned(reading, 'stake.money', money, delegationOf(context, idea));
    // An earlier no, or an answer, says more than who has approved the plan, and there is room for one of them.
    const more = idea.earlierNo?.money || isBesideAnswer ? [] : approvedBy(reading, events);
    return { ...asked, rows: [...asked.rows, ...more] };
  },
  result: (reading) => {
    const { context, idea } = reading;
    const { recommendation: recommended, reached } = idea.answers;
    const reach = goal(reading);
    return {
      ...nothing,
      rows: [
        ...full(reading, 'stake.outcome', 'outcome'),
        ...reach.rows,
        row(reading, 'stake.reached', reached && answerText(context, 'reached', reached)),
        { label: context.t('idea.agreed'), values: agreedLines(reading) },
        ...full(reading, 'stake.learned', 'learned'),
        row(reading, moneyLabel(idea.money), grantedText(reading)),
        row(reading, 'stake.recommended', recommended && answerText(context, 'recommendation', recommended)),
        ...earlierNo(reading, 'result'),
      ].filter(hasValues),
      parts: new Set<PartName>(['result', 'used', ...reach.parts]),
    };
  },
  use: (reading, { events }) => {
    const { context, idea } = reading;
    const { outcome = '', learned = '' } = idea.answers;
    const travels = coreFacts(reading);
    const result = [
      ...full(reading, 'stake.learned', 'learned', MOST_OF_RESULT),
      row(reading, moneyLabel(idea.money), grantedText(reading)),
      askedBy(reading, events),
    ];
    // What has to be the same says more than what the test taught and cost, and there is room for one of them.
    const rows = idea.core
      ? [...travels, row(reading, 'stake.from', placeName(context, { department: idea.department }))]
      : result;
    const isWhole = !idea.core && [outcome, learned].every((text) => text.length <= MOST_OF_RESULT);
    return {
      ...nothing,
      ...beginningAlone(reading, idea.core ? MOST_BESIDE_CORE : MOST_BESIDE),
      rows: [...full(reading, 'stake.outcome', 'outcome', idea.core ? BEGINNING : MOST_OF_RESULT), ...rows].filter(
        hasValues,
      ),
      parts: new Set(isWhole ? (['result'] as const) : []),
    };
  },
};

/** Who asks a department to take the idea in, and where it has been tested. */
function askedBy(reading: Reading, events: readonly IdeaEvent[]): Fact {
  const { context, idea } = reading;
  const event = events.findLast(({ type }) => type === 'invited' || type === 'scaled');
  const who = event && atStart(reading.authorOf(event));
  return row(reading, 'stake.from', who, placeName(context, { department: idea.department }));
}

/** A plan, or its money: how much, what for, when, what is to be reached, and who leads the work. */
function planned(
  reading: Reading,
  note: 'stake.cost' | 'stake.money',
  taken: Resources,
  delegation = '',
): Omit<Stake, 'kind'> {
  const { context, idea } = reading;
  const { activity = '', companions, start, end } = idea.answers;
  const reach = goal(reading);
  const isWhole = activity.length <= BEGINNING && companions === undefined;
  return {
    figure: [figure(context, note, taken, delegation)],
    words: [],
    rows: [
      row(reading, 'stake.what', inShort(activity)),
      row(reading, 'stake.when', start && end && testDays(context, start, end)),
      ...reach.rows,
      ...(idea.waiting?.for === 'deciders'
        ? [
            stopFact(reading),
            ...successorFact(reading),
            ...checksFact(reading),
            row(reading, 'idea.fact.driver', assignedText(reading, idea.driver)),
            ...earlierNo(reading, 'plan'),
          ]
        : []),
      ...earlierNo(reading, 'money'),
    ].filter(hasValues),
    links: documentLinks(reading),
    parts: new Set<PartName>(['cost', 'money', 'time', ...(isWhole ? (['activity'] as const) : []), ...reach.parts]),
  };
}

/** One large sum, with the hours beside it; or those alone. */
function figure(
  context: CardContext,
  note: 'stake.cost' | 'stake.money',
  taken: Resources,
  delegation: string,
): Stake['figure'][number] {
  const { amount, hours } = taken;
  const values: Values = { delegation: delegation ? shortened(delegation, BEGINNING) : 'none' };
  if (amount === 0 || hours === 0)
    return { amount: resourcesText(context, taken), note: [{ text: context.t(note, values) }] };
  const more = { ...values, hours: resourcesText(context, { amount: 0, hours }) };
  return { amount: amountText(context, amount), note: [{ text: context.t(`${note}.more`, more) }] };
}

/** "1 december–28 februari 2027": the year once, on one line of a phone. A test that was to have begun begins today. */
function testDays({ language, today }: CardContext, planned: Day, end: Day): string {
  const start = planned < today && today <= end ? today : planned;
  const isInOneYear = start.slice(0, 4) === end.slice(0, 4);
  return isInOneYear
    ? daysText(start, end, language, today)
    : `${dayText(start, language, start)}–${dayText(end, language, today)}`;
}

/** Who has approved the plan whose money is asked for; nobody else where whoever leads the work decides on ideas. One or none. */
function approvedBy(reading: Reading, events: readonly IdeaEvent[]): Fact[] {
  const event = events.findLast(({ type }) => type === 'planApproved' || type === 'ownPlanSent');
  if (!event) return [];
  const own = event.type === 'ownPlanSent';
  return [
    row(reading, 'stake.approvedBy', own ? reading.context.t('stake.approvedBy.none') : reading.authorOf(event).text),
  ];
}

/** What is to be reached: a goal that is measured, else how it is seen that it worked. */
function goal(reading: Reading): { rows: Fact[]; parts: PartName[] } {
  const { context, idea } = reading;
  const { measure = '', today = '', target = '', sign = '' } = idea.answers;
  if (measure && target) {
    const values = { measure: inShort(measure), today: inShort(today), target: inShort(target) };
    const isWhole = [measure, today, target].every(({ length }) => length <= BEGINNING);
    const text = context.t(today ? 'stake.goal' : 'stake.goal.noToday', values);
    return { rows: [row(reading, 'stake.reach', text)], parts: isWhole ? ['goal'] : [] };
  }
  return {
    rows: [row(reading, 'stake.reach', inShort(sign))].filter(hasValues),
    parts: sign.length <= BEGINNING ? ['sign'] : [],
  };
}

/** What was answered the last time. One or none. */
function earlierNo(reading: Reading, what: 'money' | 'plan' | 'result'): Fact[] {
  const { context, idea } = reading;
  const no = idea.earlierNo?.[what];
  if (!no) return [];
  const values: Values = {
    date: dayText(no.on, context.language, context.today),
    amount: no.asked === undefined ? '' : resourcesText(context, { amount: no.asked, hours: no.askedHours ?? 0 }),
    reason: inShort(no.reason, ANSWER),
  };
  return [row(reading, 'stake.earlier', context.t(`stake.earlier.${what}`, values))];
}

/** What whoever leads the work was answered, as long as it is with them to change it. */
export function answeredBefore(reading: Reading): Section[] {
  const { idea, theirTurn } = reading;
  if (!theirTurn || idea.waiting?.for !== 'driver') return [];
  const whats = { planning: ['money', 'plan'], piloting: ['result'] } as const;
  const nos = idea.stage === 'planning' || idea.stage === 'piloting' ? whats[idea.stage] : [];
  return nos
    .flatMap((what) => earlierNo(reading, what))
    .flatMap(({ label, values: [line] }) => section(label, line?.text));
}

const inShort = (text: string, most = BEGINNING): string => shortened(text.replace(/\s+/g, ' '), most);

const row = ({ context }: Reading, label: TextKey, ...values: (string | undefined)[]): Fact => ({
  label: context.t(label),
  values: values.flatMap((text) => (text ? [{ text }] : [])),
});

const full = (reading: Reading, label: TextKey, name: FieldName, most = Number.POSITIVE_INFINITY): Fact[] => {
  const given = reading.idea.answers[name];
  return given ? [{ label: reading.context.t(label), values: paragraphs(shortened(given, most)) }] : [];
};

const hasValues = ({ values }: Fact): boolean => values.length > 0;
