import { anybody, type ExportedIdea } from '../../app/export/exported-records.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import { maySeePlace } from '../../domain/idea/policy.js';
import { capitalised } from '../../domain/language/tidy.js';
import { nameIn } from '../../domain/organisation/organisation.js';
import { dayOf } from '../../domain/time.js';
import { NO_YEAR } from '../../text/dates.js';
import type { CardContext } from '../card-context.js';
import { stageOf } from '../idea/parts/stage-line.js';
import { holderOf } from '../idea/parts/turn-band.js';
import { type Reading, readingOf, titleFor } from '../idea/reading.js';
import { placeName, shortPlaceName } from '../places.js';
import { type ColumnOf, dayCell, type TableOf, tableOf } from './table-of.js';

/** An idea as everybody may read it, with names where those are taken along: what has been taken back is read by nobody. */
export function exportedReading(context: CardContext, { idea, names }: Pick<ExportedIdea, 'idea' | 'names'>): Reading {
  const shown = idea.stage === 'withdrawn' ? { ...idea, hidden: true } : idea;
  return readingOf({ ...context, today: NO_YEAR }, { idea: shown, reader: anybody, names });
}

/** What happened, and to which idea. */
export interface ExportedEvent {
  reading: Reading;
  event: IdeaEvent;
}

/** The ideas as they stand. `names`: who has which part in them as well. */
export function ideaTable(context: CardContext, names: boolean): TableOf<Reading> {
  const { t, timeZone, language, directory, settings } = context;
  const words = (text: string | undefined, { seesWords }: Reading) => (seesWords ? text : undefined);
  const department = (code: string) => shortPlaceName(context, { department: code });
  const goalName = (code: string) => {
    const goal = settings.goals.find((one) => one.code === code);
    return goal ? nameIn(goal.name, language) : code;
  };
  const unitOf = ({ idea, reader }: Reading) => {
    const { department: code, unit } = idea;
    return unit && maySeePlace(reader.roles, idea) ? placeName(context, { department: code, unit }) : undefined;
  };
  const columns: ColumnOf<Reading>[] = [
    { name: 'id', width: 10, cell: ({ idea }) => idea.id },
    { name: 'title', width: 40, cell: titleFor },
    { name: 'problem', width: 60, cell: (reading) => words(reading.idea.words.problem, reading) },
    { name: 'solution', width: 60, cell: (reading) => words(reading.idea.words.solution, reading) },
    { name: 'stage', width: 18, cell: ({ idea }) => stageOf(context, idea) },
    { name: 'department', width: 28, cell: ({ idea }) => department(idea.department) },
    { name: 'unit', width: 28, cell: unitOf },
    {
      name: 'cameFrom',
      width: 28,
      cell: ({ idea }) =>
        directory.codeNow(idea.origin) === directory.codeNow(idea.department) ? undefined : department(idea.origin),
    },
    { name: 'sentOn', width: 12, kind: 'day', cell: ({ idea }) => ({ day: dayOf(idea.createdAt, timeZone) }) },
    { name: 'changedOn', width: 12, kind: 'day', cell: ({ idea }) => ({ day: dayOf(idea.changedAt, timeZone) }) },
    {
      name: 'waitsFor',
      width: 28,
      cell: (reading) => (reading.idea.waiting ? capitalised(holderOf(reading)) : undefined),
    },
    {
      name: 'waitingSince',
      width: 12,
      kind: 'day',
      cell: ({ idea }) => dayCell(idea.waiting && idea.waitingSince && dayOf(idea.waitingSince, timeZone)),
    },
    {
      name: 'promised',
      width: 12,
      kind: 'day',
      cell: ({ idea }) => dayCell(idea.waiting && (idea.promised ?? idea.answerBy)),
    },
    { name: 'goals', width: 28, cell: ({ idea }) => idea.goals?.map(goalName).join(', ') },
    { name: 'challenge', width: 10, cell: ({ idea }) => idea.challenge },
    { name: 'obstacle', width: 10, cell: ({ idea }) => idea.obstacle },
    { name: 'testStart', width: 12, kind: 'day', cell: ({ idea }) => dayCell(idea.test?.start) },
    { name: 'testEnd', width: 12, kind: 'day', cell: ({ idea }) => dayCell(idea.test?.end) },
    { name: 'measure', width: 30, cell: ({ idea }) => idea.answers.measure },
    { name: 'before', width: 18, cell: ({ idea }) => idea.answers.today },
    { name: 'target', width: 18, cell: ({ idea }) => idea.answers.target },
    { name: 'outcome', width: 60, cell: ({ idea }) => idea.answers.outcome },
    { name: 'usedBy', width: 12, kind: 'number', cell: ({ idea }) => usersOf(idea.adoptions) },
    { name: 'reason', width: 60, cell: ({ idea }) => idea.ending?.reason },
    { name: 'lesson', width: 60, cell: ({ idea }) => idea.ending?.lesson ?? idea.answers.learned },
  ];
  const who = (name: 'sentBy' | 'leader' | 'driver' | 'owner', of: (reading: Reading) => string | undefined) => ({
    ...{ name, width: 26 },
    cell: (reading: Reading) => {
      const ref = of(reading);
      const label = ref === undefined ? undefined : reading.nameOf(ref);
      return label?.known ? label.text : undefined;
    },
  });
  const people: ColumnOf<Reading>[] = [
    who('sentBy', ({ idea }) => idea.submitter),
    who('leader', ({ idea }) => idea.leader),
    who('driver', ({ idea }) => (idea.driver?.accepted ? idea.driver.person : undefined)),
    who('owner', ({ idea }) => (idea.owner?.accepted ? idea.owner.person : undefined)),
  ];
  return tableOf({ t }, 'ideas', names ? [...columns, ...people] : columns);
}

const usersOf = (adoptions: Reading['idea']['adoptions']): number | undefined =>
  Object.values(adoptions).filter(({ status }) => status === 'using').length || undefined;
