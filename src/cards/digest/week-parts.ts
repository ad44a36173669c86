import type { ReadWeek } from '../../app/digest/week.js';
import type { Digest } from '../../domain/digest/digest.js';
import { partOf, partsOf, type WeekPart } from '../../domain/digest/parts.js';
import type { Idea } from '../../domain/idea/idea.js';
import { isSubmitter, maySeePlace } from '../../domain/idea/policy.js';
import { isWork } from '../../domain/idea/waiting/late.js';
import { dayText } from '../../text/dates.js';
import type { CardContext } from '../card-context.js';
import { ideaRow } from '../idea/lists/idea-row.js';
import { queueRow } from '../idea/lists/queue-row.js';
import { type Reader, readingOf } from '../idea/reading.js';
import { shortPlaceName } from '../places.js';
import { shortened } from '../shortened.js';
import { decisionLine } from './week-decisions.js';

export type WeekRow = ReturnType<typeof ideaRow>;

/** One part of a week: how many ideas it tells of, and those that are shown, each with its row. */
export interface WeekSection {
  part: WeekPart;
  ids: readonly string[];
  /** Of so many of them, in their order, those that can be shown. */
  shown: (from: number, to: number) => Idea[];
  rowOf: (idea: Idea) => WeekRow;
}

/** Longer lessons stand on the idea's own card. */
const LONGEST_LESSON = 140;
/** And so does what is longer in a goal. */
const LONGEST_GOAL = 60;

/** A week's parts, each with how its ideas are told of. */
export function partsOfWeek(context: CardContext, week: ReadWeek): WeekSection[] {
  const { digest, ideas } = week;
  const decided = new Map(digest.decisions.map((it) => [it.id, it]));
  const late = new Map(digest.late.map((it) => [it.id, it]));
  const lines: { readonly [P in WeekPart]?: (idea: Idea) => string } = {
    late: ({ id }) => lateLine(context, late.get(id)),
    tested: (idea) => testedLine(context, idea, week),
    testing: (idea) => testingLine(context, idea, week),
    new: (idea) => newLine(context, idea, week),
  };
  const rowIn = (part: WeekPart, idea: Idea): WeekRow => {
    if (part === 'mine') return queueRow(context, idea, waitingFor(idea, week));
    const decision = decided.get(idea.id);
    const line =
      decision && partOf(decision) === part
        ? decisionLine(reading(context, idea, week), decision.event)
        : (lines[part]?.(idea) ?? '');
    return row(context, idea, week, line);
  };
  return partsOf(digest).map(({ part, ids }) => ({
    ...{ part, ids },
    shown: (from, to) => ids.slice(from, to).flatMap((id) => ideas.get(id) ?? []),
    rowOf: (idea) => rowIn(part, idea),
  }));
}

const lateLine = ({ t }: CardContext, late: Digest['late'][number] | undefined): string =>
  late ? t(`week.lateFor.${late.role}`, { days: late.days }) : '';

/** An idea as somebody reads of it who may also be its submitter or the one it waits for. No names: a digest tells of roles. */
const row = (context: CardContext, idea: Idea, week: ReadWeek, line: string): WeekRow =>
  ideaRow(context, idea, readerOf(idea, week), { text: line, bold: false });

const reading = (context: CardContext, idea: Idea, week: ReadWeek) =>
  readingOf(context, { idea, reader: readerOf(idea, week), names: new Map() });

/** Whatever it is that the reader is to do with it: they read all of it. */
const waitingFor = (idea: Idea, { reader }: ReadWeek): Reader => ({
  ref: reader,
  roles: new Set([isSubmitter(reader, idea) ? 'submitter' : 'decider'] as const),
});

const readerOf = (idea: Idea, { deciding, reader }: ReadWeek): Reader => ({
  ref: reader,
  roles: new Set([
    ...(isSubmitter(reader, idea) ? ['submitter' as const] : []),
    ...(deciding.has(idea.id) ? ['decider' as const] : []),
  ]),
});

/** When its test ended, and what it taught as far as that has been told. */
function testedLine(context: CardContext, idea: Idea, week: ReadWeek): string {
  const { answers, test } = reading(context, idea, week).idea;
  const learned = answers.learned ?? answers.outcome;
  const ended =
    test && test.end < context.today
      ? context.t('week.testEnded', { day: dayText(test.end, context.language, context.today) })
      : '';
  const told = learned ? shortened(learned, LONGEST_LESSON) : context.t('week.noResult');
  return [ended, goalText(context, answers), told].filter(Boolean).join(' · ');
}

/** Until when it is tested, and what is to be reached. */
function testingLine(context: CardContext, idea: Idea, week: ReadWeek): string {
  const { answers, test } = reading(context, idea, week).idea;
  const until = test ? context.t('week.testUntil', { day: dayText(test.end, context.language, context.today) }) : '';
  return [until, goalText(context, answers)].filter(Boolean).join(' · ');
}

/** What a test is to reach; where nothing is measured, by what it shows that it works. */
function goalText({ t }: CardContext, { measure, today, target, sign }: Idea['answers']): string {
  const short = (text = '') => shortened(text, LONGEST_GOAL);
  const values = { measure: short(measure), today: short(today), target: short(target) };
  const goal = measure && target ? t(today ? 'stake.goal' : 'stake.goal.noToday', values) : short(sign);
  return goal ? t('week.testGoal', { goal }) : '';
}

/** Where it comes from and when an answer is promised; the whole card is about the same leaders, so they are not named. */
function newLine(context: CardContext, idea: Idea, week: ReadWeek): string {
  const { department, unit, waiting, answerBy } = idea;
  const seesPlace = maySeePlace(readerOf(idea, week).roles, idea);
  const place = shortPlaceName(context, { department, ...(unit && seesPlace && { unit }) });
  if (!waiting || !answerBy) return place;
  return context.t(isWork(idea) ? 'week.doneBy' : 'week.answerBy', {
    place,
    day: dayText(answerBy, context.language, context.today),
  });
}
