import type { Place } from '../../organisation/place.js';
import type { Day } from '../../time.js';
import { isDecision } from '../deciding/decisions.js';
import { type IdeaEvent, meaningOf } from '../events.js';
import type { Idea, Waiting } from '../idea.js';
import { keepsPlace } from '../policy.js';

/** An idea as lists of a department have it, without being opened. What rows of an earlier version do not say is absent. */
export interface ListedIdea {
  id: string;
  department: string;
  /** Where in the department it comes from; never where that would tell a name that is kept. */
  unit?: string;
  stage?: Idea['stage'];
  test?: { end: Day };
}

/** What waits for somebody: whose role owes the answer, and until when. */
export interface OpenIdea extends ListedIdea, Pick<Idea, 'answerBy' | 'promised'> {
  waiting?: Pick<Waiting, 'for'>;
  reminded: boolean;
  escalated: boolean;
}

/** An event of which a week tells, and the idea as the event left it. It names nobody. */
export interface WeekEvent extends ListedIdea {
  event: IdeaEvent;
  /** A closing that says what a test has given. */
  tested?: true;
  /** An ending that says what was learned. */
  lesson?: true;
}

/** What a week tells of beside decisions; and what takes an idea out of it again, as moving with its unit does while somebody is waited for. */
const beside: ReadonlySet<IdeaEvent['type']> = new Set(['submitted', 'resultSubmitted', 'withdrawn'] as const);

export const isToldInWeek = (event: IdeaEvent): boolean =>
  isDecision(event) || beside.has(event.type) || (event.type === 'movedWithUnit' && event.to.waiting !== undefined);

/** What a week tells of an event, of the idea as it left it; undefined where it tells nothing. */
export const weekEventOf = (idea: Idea, event: IdeaEvent): WeekEvent | undefined =>
  isToldInWeek(event)
    ? {
        ...listed(idea),
        stage: event.to.stage,
        event: withoutPersons(event),
        ...((idea.ending?.tried || idea.ending?.lesson) && { tested: true as const }),
        ...(idea.ending?.lesson && { lesson: true as const }),
      }
    : undefined;

/** An idea as its department's lists have it. */
export const listed = (idea: Idea): ListedIdea => ({
  ...{ id: idea.id, department: idea.department, stage: idea.stage },
  ...(idea.unit && !keepsPlace(idea) && { unit: idea.unit }),
  ...(idea.test && { test: { end: idea.test.end } }),
});

/** Roles, places, dates and amounts: a week tells of no person, so that no row of it has to be found when one is erased. */
function withoutPersons(event: IdeaEvent): IdeaEvent {
  const { type, seq, at, day, adoption, to } = event;
  const persons = Object.keys(meaningOf(event).persons ?? {});
  const data = Object.fromEntries(Object.entries(event.data).filter(([field]) => !persons.includes(field)));
  const rest = { type, seq, at, day, by: 'clock', to: { stage: to.stage }, data, words: {} };
  return { ...rest, ...(adoption !== undefined && { adoption }) } as IdeaEvent;
}

/** The departments in whose week it stands: the one that has the idea, and the one that let it go, has lost it or answers for itself. */
export const departmentsTold = ({ department, event }: Pick<WeekEvent, 'department' | 'event'>): string[] => [
  ...new Set([department, otherIn(event) ?? department]),
];

function otherIn(event: IdeaEvent): string | undefined {
  switch (event.type) {
    case 'passedOn':
    case 'movedWithUnit':
      return event.data.from;
    case 'adopted':
    case 'notNow':
    case 'stoppedUsing':
      return event.data.department;
    default:
      return undefined;
  }
}

/** Whether an idea is of one of these places. It keeps the unit that it was written in, also while another department has it. */
export const isIn = (scopes: Scopes, department: string, { unit }: Pick<ListedIdea, 'unit'>): boolean =>
  scopes === 'everywhere' ||
  scopes.some((scope) => scope.department === department && (scope.unit === undefined || scope.unit === unit));

/** Departments and units of which somebody reads, or the whole municipality. */
export type Scopes = readonly Place[] | 'everywhere';
