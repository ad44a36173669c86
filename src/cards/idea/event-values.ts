import { isOpenTo } from '../../domain/idea/decide.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import type { PartName } from '../../domain/idea/fields.js';
import type { Idea, Waiting } from '../../domain/idea/idea.js';
import { isReady } from '../../domain/idea/needs.js';
import { isTheirTurn } from '../../domain/idea/policy.js';
import type { AdoptionStatus } from '../../domain/idea/use/adoption.js';
import type { Effect, Use } from '../../domain/idea/use/follow-up.js';
import { promisedDay } from '../../domain/idea/waiting/late.js';
import { workerOf } from '../../domain/idea/waiting/silence.js';
import type { PersonRef } from '../../domain/person/person.js';
import { type Day, daysBetween } from '../../domain/time.js';
import { dayText } from '../../text/dates.js';
import type { Values } from '../../text/index.js';
import { listText } from '../../text/lists.js';
import { shortPlaceName } from '../places.js';
import { amountText } from './parts/answers.js';
import { holderOf, waitsFor } from './parts/turn-band.js';
import { effectsText, timeText } from './parts/use-texts.js';
import { type Reading, titleFor } from './reading.js';

/** All that events say beside who and when, each kind a few of these. */
type AnyEventData = Partial<{
  driver: PersonRef;
  doer: PersonRef;
  owner: PersonRef;
  person: PersonRef;
  submitters: PersonRef[];
  department: string;
  departments: string[];
  uninvited: string[];
  from: string;
  into: string;
  part: PartName;
  amount: number;
  asked: number;
  cost: number;
  status: AdoptionStatus;
  test: { start: Day; end: Day };
  start: Day;
  end: Day;
  until: Day;
  passed: Day;
  days: number;
  months: number;
  use: Use;
  effects: readonly Effect[];
  elsewhere: boolean;
  reminders: number;
  channel: string;
  tryAgainOn: Day;
  again: true;
  hide: true;
  as: string;
  why: string;
}>;

/**
 * What an event says, to everybody: names, places, dates and amounts for the texts `event.…`, `notice.…` and
 * `week.decision.…`. What it has nothing to say of is empty.
 */
export function eventValues(reading: Reading, event: IdeaEvent): Values {
  const { context, idea, reader } = reading;
  const said = event.data as AnyEventData;
  const left = asLeft(idea, event.to.waiting);
  const day = (date: Day | undefined) => (date ? dayText(date, context.language, context.today) : '');
  const amount = (sum: number | undefined) => (sum === undefined ? '' : amountText(context, sum));
  const department = said.department ?? idea.department;
  return {
    ...people(reading, event, said),
    title: titleFor(reading),
    waits: waitsFor({ ...reading, idea: left }),
    role: event.to.waiting?.for ?? 'nobody',
    stage: event.to.stage,
    date: day(event.to.answerBy),
    passed: day(said.passed),
    promised: day(promisedDay(idea, context.settings.answerDays)),
    days: said.days ?? 0,
    years: Math.floor((said.months ?? 0) / 12),
    time: timeText(context, said.months ?? 0),
    use: said.use ?? 'none',
    effects: effectsText(context, said.effects ?? []) || 'none',
    elsewhere: String(said.elsewhere === true),
    reminders: said.reminders ?? idea.silence?.reminders ?? 0,
    holder: holderOf({ ...reading, idea: left }),
    // Of an idea that came from another one, its id.
    from: event.type === 'passedOn' ? shortPlaceName(context, { department: event.data.from }) : (said.from ?? ''),
    department: shortPlaceName(context, { department }),
    departments: listText(
      (said.departments ?? said.uninvited ?? []).map((code) => shortPlaceName(context, { department: code })),
      context.language,
    ),
    into: said.into ?? '',
    what: said.part ? context.t(`idea.need.${said.part}`) : '',
    amount: amount(said.amount),
    asked: amount(said.asked),
    // Of a no to money: to how much. What an earlier version has not kept, nobody knows.
    sum: (event.type === 'moneyDeclined' && amount(idea.earlierNo?.money?.asked)) || 'none',
    late: daysAfter(promisedDay(idea, context.settings.answerDays), event.day),
    cost: amount(said.cost),
    withdrawn: String((said.uninvited ?? []).length > 0),
    part: String((said.amount ?? 0) < (said.asked ?? 0)),
    free: String(said.cost === 0),
    start: day(said.test?.start ?? said.start),
    end: day(said.test?.end ?? said.until ?? said.end ?? idea.test?.end),
    status: said.status ?? idea.adoptions[department]?.status ?? '',
    ended: endedAs(idea, event, said),
    // Of a closing when it is read anew, of a question that it is asked once more.
    again: said.again ? 'yes' : day(said.tryAgainOn) || 'none',
    hide: String(said.hide === true),
    as: said.as ?? '',
    // In which post it was decided; of an event of an earlier version nobody knows.
    post: event.as?.role ?? 'none',
    why: said.why ?? '',
    id: idea.id,
    // About the reader.
    own: String(reader.roles.has('submitter')),
    yours: String(isTheirTurn(reader.ref, reader.roles, left)),
    worker: String(workerOf(left)?.person === reader.ref),
    editable: String(isOpenTo('edit', idea, reader.roles)),
    ready: isReady(idea) ? idea.stage : 'no',
  };
}

/** Who did it and whom it is about; `self` where that is the same person, `some` where it is about anybody. */
function people({ context, nameOf, authorOf }: Reading, event: IdeaEvent, said: AnyEventData) {
  const { driver, doer, owner, person, submitters = [] } = said;
  const whom = [driver, doer, owner, person, ...submitters].filter((ref) => ref !== undefined);
  const names = new Set(whom.map((ref) => nameOf(ref).text));
  return {
    who: authorOf(event).text,
    named: String(authorOf(event).known),
    whom: listText([...names], context.language),
    self: String(whom.includes(event.by)),
    some: String(whom.length > 0),
  };
}

/** How long after a day that was promised something happened; one at least where it is told at all. */
const daysAfter = (promised: Day | undefined, day: Day): number =>
  promised ? Math.max(1, daysBetween(promised, day)) : 1;

/** The idea as the event left it to wait: a message may be drawn when it has moved on. */
function asLeft(idea: Idea, waiting: Waiting | undefined): Idea {
  const { waiting: _, ...rest } = idea;
  return waiting ? { ...rest, waiting } : rest;
}

/** How an idea was closed: with another way for it, after a test, after it was used, or before all that. */
function endedAs(idea: Idea, event: IdeaEvent, { channel }: AnyEventData): 'elsewhere' | 'tested' | 'used' | 'early' {
  if (channel !== undefined) return 'elsewhere';
  // The log tells of events without their words; then the idea's own ending is the newest.
  const { tried, lesson } = Object.keys(event.words).length > 0 ? event.words : (idea.ending ?? {});
  if (tried || lesson) return 'tested';
  return idea.adoptions[idea.department]?.status === 'using' ? 'used' : 'early';
}
