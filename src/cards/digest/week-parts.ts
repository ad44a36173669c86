import type { Digest } from '../../domain/digest/digest.js';
import type { Decision } from '../../domain/idea/deciding/decisions.js';
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
import type { WeekPart } from '../verbs.js';
import { decisionLine } from './week-decisions.js';

export type WeekRow = ReturnType<typeof ideaRow>;

/** One part of a week: the ideas that it tells of, each with its row. */
export interface WeekSection {
  part: WeekPart;
  ideas: Idea[];
  rowOf: (idea: Idea) => WeekRow;
}

/** Longer lessons stand on the idea's own card. */
const LONGEST_LESSON = 140;

/** What a decision is about: what is used now, money, a test that has ended, or something else. */
const aboutOf: { readonly [T in Decision['type']]: WeekPart | ((event: Decision, idea: Idea) => WeekPart) } = {
  done: 'inUse',
  usedHere: 'inUse',
  spread: 'inUse',
  adopted: (event) => (event.type === 'adopted' && event.data.status === 'using' ? 'inUse' : 'decided'),
  granted: 'money',
  moneyDeclined: 'money',
  planApproved: (event) => (event.type === 'planApproved' && event.data.funder ? 'money' : 'decided'),
  ownPlanSent: (event) => (event.type === 'ownPlanSent' && event.data.funder ? 'money' : 'decided'),
  scaled: 'tested',
  closed: (_, { ending }) => (ending?.tried || ending?.lesson ? 'tested' : 'decided'),
  ...{ explored: 'decided', doingAsked: 'decided', planned: 'decided', sentBack: 'decided', extended: 'decided' },
  ...{ notNow: 'decided', stoppedUsing: 'decided', backToTest: 'decided', retired: 'decided' },
  ...{ passedOn: 'decided', merged: 'decided', reopened: 'decided' },
};

const aboutDecision = ({ idea, event }: Digest['decisions'][number]): WeekPart => {
  const about = aboutOf[event.type];
  return typeof about === 'function' ? about(event, idea) : about;
};

/**
 * A week's parts in the order in which a manager reads them: what waits for them, what is used now, money, what is late,
 * tests that have ended, new ideas, and what else was decided. Each idea is in one of them; a part that tells of nothing is
 * left out.
 */
export function weekParts(context: CardContext, digest: Digest): WeekSection[] {
  const { mine, decisions, late, tested, newIdeas } = digest;
  const decided = new Map(decisions.map((it) => [it.idea, it.event]));
  const about = (part: WeekPart) => decisions.filter((it) => aboutDecision(it) === part).map(({ idea }) => idea);
  const lateness = new Map(late.map(({ idea, role, days }) => [idea, context.t(`week.lateFor.${role}`, { days })]));
  const decisionRow = (idea: Idea): WeekRow => {
    const event = decided.get(idea);
    return row(context, idea, digest, event ? decisionLine(reading(context, idea, digest), event) : '');
  };
  const all: WeekSection[] = [
    { part: 'mine', ideas: mine, rowOf: (idea) => queueRow(context, idea, waitingFor(idea, digest)) },
    { part: 'inUse', ideas: about('inUse'), rowOf: decisionRow },
    { part: 'money', ideas: about('money'), rowOf: decisionRow },
    {
      part: 'late',
      ideas: [...lateness.keys()],
      rowOf: (idea) => row(context, idea, digest, lateness.get(idea) ?? ''),
    },
    {
      part: 'tested',
      ideas: [...about('tested'), ...tested],
      rowOf: (idea) =>
        decided.has(idea) && about('tested').includes(idea)
          ? decisionRow(idea)
          : row(context, idea, digest, testedLine(context, idea, digest)),
    },
    { part: 'new', ideas: newIdeas, rowOf: (idea) => row(context, idea, digest, newLine(context, idea, digest)) },
    { part: 'decided', ideas: about('decided'), rowOf: decisionRow },
  ];
  // What became of an idea says more than that it is new.
  const telling = [...all.filter(({ part }) => part !== 'new'), ...all.filter(({ part }) => part === 'new')];
  const told = new Map<Idea, WeekPart>();
  for (const { part, ideas } of telling) for (const idea of ideas) if (!told.has(idea)) told.set(idea, part);
  return all.flatMap(({ ideas, part, rowOf }) => {
    const own = [...new Set(ideas)].filter((idea) => told.get(idea) === part);
    return own.length > 0 ? [{ part, ideas: own, rowOf }] : [];
  });
}

/** An idea as somebody reads of it who may also be its submitter or the one it waits for. No names: a digest tells of roles. */
const row = (context: CardContext, idea: Idea, digest: Digest, line: string): WeekRow =>
  ideaRow(context, idea, readerOf(idea, digest), { text: line, bold: false });

const reading = (context: CardContext, idea: Idea, digest: Digest) =>
  readingOf(context, { idea, reader: readerOf(idea, digest), names: new Map() });

/** Whatever it is that the reader is to do with it: they read all of it. */
const waitingFor = (idea: Idea, { reader }: Digest): Reader => ({
  ref: reader,
  roles: new Set([isSubmitter(reader, idea) ? 'submitter' : 'decider'] as const),
});

const readerOf = (idea: Idea, { deciding = [], reader }: Digest): Reader => ({
  ref: reader,
  roles: new Set([
    ...(isSubmitter(reader, idea) ? ['submitter' as const] : []),
    ...(deciding.includes(idea) ? ['decider' as const] : []),
  ]),
});

/** When its test ended, and what it taught as far as that has been told. */
function testedLine(context: CardContext, idea: Idea, digest: Digest): string {
  const { answers, test } = reading(context, idea, digest).idea;
  const learned = answers.learned ?? answers.outcome;
  const ended =
    test && test.end < context.today
      ? context.t('week.testEnded', { day: dayText(test.end, context.language, context.today) })
      : '';
  const told = learned ? shortened(learned, LONGEST_LESSON) : context.t('week.noResult');
  return [ended, told].filter(Boolean).join(' · ');
}

/** Where it comes from and when an answer is promised; the whole card is about the same leaders, so they are not named. */
function newLine(context: CardContext, idea: Idea, digest: Digest): string {
  const { department, unit, waiting, answerBy } = idea;
  const seesPlace = maySeePlace(readerOf(idea, digest).roles, idea);
  const place = shortPlaceName(context, { department, ...(unit && seesPlace && { unit }) });
  if (!waiting || !answerBy) return place;
  return context.t(isWork(idea) ? 'week.doneBy' : 'week.answerBy', {
    place,
    day: dayText(answerBy, context.language, context.today),
  });
}
