import type { Calendar } from '../organisation/calendar/calendar.js';
import type { PersonRef } from '../person/person.js';
import { deniedBy, firstFree, nextEvent, ruledWords } from '../record-decision.js';
import { accept, type Result, refuse } from '../result.js';
import { type Day, dayOf, type Instant } from '../time.js';
import { yearOf } from '../year-parts.js';
import { type UndertakingCommand, type UndertakingCommandType, undertakingRules } from './commands.js';
import { nextDue, untilRefused } from './days.js';
import type { UndertakingEvent, UndertakingEventData, UndertakingEventType } from './events.js';
import type { UndertakingRole } from './policy.js';
import type { UndertakingRefusal } from './refusal.js';
import { MOST_A_YEAR, MOST_DROPPED, type Undertaking } from './undertaking.js';
import { undertakingLimits } from './words.js';

export interface UndertakingActor {
  ref: PersonRef | 'clock';
  roles: ReadonlySet<UndertakingRole>;
  /** Of one in the making: whether they may undertake something for its department. */
  mayAdd?: boolean;
}

/** What a decision needs to know of the world. */
export interface UndertakingSetting {
  now: Instant;
  timeZone: string;
  calendar: Calendar;
  /** Of one in the making: which of its year's places its department has taken. */
  placesTaken?: readonly number[];
  /** And how many it has dropped of that year's. */
  dropped?: number;
}

/** What is made to happen, without what every event has. */
type UndertakingMaking = {
  [T in UndertakingEventType]: { type: T; data: UndertakingEventData[T] };
}[UndertakingEventType];

/**
 * What a command makes happen to an undertaking: an event, or a refusal. Pure and total. Rights come before the version and the
 * version before the words, so that nobody learns by trying.
 */
export function decideUndertaking(
  command: UndertakingCommand,
  undertaking: Undertaking | undefined,
  actor: UndertakingActor,
  setting: UndertakingSetting,
): Result<UndertakingEvent, UndertakingRefusal> {
  const denied = undertakingDenied(command, undertaking, actor);
  if (denied) return refuse(denied);
  const words = ruledWords(undertakingRules[command.type].words, undertakingLimits, command.words);
  if (!words.ok) return words;
  const today = dayOf(setting.now, setting.timeZone);
  const made = leadsTo(command, undertaking, { ...setting, today });
  if (!made.ok) return made;
  const envelope = { ...nextEvent(undertaking, actor.ref, setting.now, today), words: words.value };
  // `UndertakingMaking` has matched data to type, which a union that is spread does not say any more.
  return accept({ ...made.value, ...envelope } as UndertakingEvent);
}

/** Why this actor cannot give this command now, whatever its words; undefined when they can. */
export function undertakingDenied(
  { type, decisionVersion }: { type: UndertakingCommandType; decisionVersion?: number | undefined },
  undertaking: Undertaking | undefined,
  { roles, mayAdd }: Pick<UndertakingActor, 'roles' | 'mayAdd'>,
): UndertakingRefusal | undefined {
  return deniedBy(undertakingRules[type], decisionVersion, undertaking, { roles, mayMake: mayAdd });
}

/** Whether somebody with these roles could do this now, words aside: what a card offers. */
export const isUndertakingOpenTo = (
  type: UndertakingCommandType,
  undertaking: Undertaking,
  roles: ReadonlySet<UndertakingRole>,
): boolean => undertakingDenied({ type }, undertaking, { roles }) === undefined;

function leadsTo(
  command: UndertakingCommand,
  undertaking: Undertaking | undefined,
  { today, calendar, placesTaken = [], dropped = 0 }: UndertakingSetting & { today: Day },
): Result<UndertakingMaking, UndertakingRefusal> {
  if (command.type === 'addUndertaking') {
    const { until, department } = command.data;
    const refused = untilRefused(until, today);
    if (refused) return refuse(refused);
    const place = firstFree(placesTaken, MOST_A_YEAR);
    if (place === undefined) return refuse({ code: 'yearFull' });
    if (dropped >= MOST_DROPPED) return refuse({ code: 'yearSpent' });
    return accept({ type: 'undertakingAdded', data: { department, until, year: yearOf(until), place } });
  }
  // Of no other command there may be none.
  if (!undertaking) return refuse({ code: 'notFound' });
  switch (command.type) {
    case 'moveUndertaking': {
      const { until } = command.data;
      const refused = untilRefused(until, today, undertaking.year);
      if (refused) return refuse(refused);
      return until === undertaking.until
        ? refuse({ code: 'notNow' })
        : accept({ type: 'undertakingMoved', data: { until } });
    }
    case 'finishUndertaking':
      return accept({ type: 'undertakingDone', data: {} });
    case 'dropUndertaking':
      return accept({ type: 'undertakingDropped', data: {} });
    case 'hideUndertaking':
      return accept({ type: 'undertakingHidden', data: {} });
    case 'showUndertaking':
      return accept({ type: 'undertakingShown', data: {} });
    case 'bringNext':
      return brought(undertaking, today, calendar);
  }
}

function brought(
  undertaking: Undertaking,
  today: Day,
  calendar: Calendar,
): Result<UndertakingMaking, UndertakingRefusal> {
  const due = nextDue(undertaking, calendar);
  if (!due || due.on > today) return refuse({ code: 'notNow' });
  return due.type === 'undertakingReminded'
    ? accept({ type: due.type, data: { part: due.part, year: undertaking.year } })
    : accept({ type: due.type, data: {} });
}
