import { isOpenTo } from '../../domain/idea/decide.js';
import { agreedStop } from '../../domain/idea/deciding/agreed-stop.js';
import { declinedOf } from '../../domain/idea/deciding/earlier-no.js';
import { isNothing, type Resources, takenBy } from '../../domain/idea/deciding/resources.js';
import { type IdeaEvent, meaningOf } from '../../domain/idea/events.js';
import type { PartName } from '../../domain/idea/fields.js';
import type { Idea, Waiting } from '../../domain/idea/idea.js';
import { isReady } from '../../domain/idea/needs.js';
import { isTheirTurn } from '../../domain/idea/policy.js';
import type { AdoptionStatus } from '../../domain/idea/use/adoption.js';
import type { Effect, Use } from '../../domain/idea/use/follow-up.js';
import { promisedDay } from '../../domain/idea/waiting/late.js';
import { workerOf } from '../../domain/idea/waiting/silence.js';
import { aloneIn } from '../../domain/organisation/place.js';
import type { PersonRef } from '../../domain/person/person.js';
import { type Day, daysBetween } from '../../domain/time.js';
import { dayText } from '../../text/dates.js';
import type { Values } from '../../text/index.js';
import { listText } from '../../text/lists.js';
import { few } from '../organisation/few.js';
import { shortPlaceName } from '../places.js';
import { partInWords, resourcesText } from './parts/answers.js';
import { holderOf, waitsForText } from './parts/turn-band.js';
import { durationText, effectsText } from './parts/use-texts.js';
import { type PersonLabel, type Reading, titleFor } from './reading.js';

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
  askedHours: number;
  cost: number;
  hours: number;
  status: AdoptionStatus;
  test: { start: Day; end: Day };
  start: Day;
  end: Day;
  until: Day;
  passed: Day;
  back: Day;
  days: number;
  months: number;
  use: Use;
  effects: readonly Effect[];
  elsewhere: boolean;
  others: number;
  reminders: number;
  channel: string;
  tryAgainOn: Day;
  again: true;
  hide: true;
  as: string;
  why: string;
  had: readonly string[];
  waitedAs: string;
}>;

/** An event that is told of, with what several of its values are made of. */
interface ValueSource {
  reading: Reading;
  event: IdeaEvent;
  data: AnyEventData;
  department: string;
  /** The idea as the event left it to wait. */
  left: Idea;
}

/**
 * What an event says, to everybody: names, places, dates and amounts for the texts `event.…`, `notice.…` and
 * `week.decision.…`. What it has nothing to say of is empty.
 */
const values: Readonly<Record<string, (told: ValueSource) => Value>> = {
  // Who did it and whom it is about; `self` where that is the same person, `some` where it is about anybody.
  who: ({ reading, event }) => reading.authorOf(event).text,
  named: ({ reading, event }) => String(reading.authorOf(event).known),
  whom: ({ reading, event }) => {
    const names = new Set(whomOf(event).map((ref) => reading.nameOf(ref).text));
    return listText([...names], reading.context.language);
  },
  self: ({ event }) => String(event.by !== 'clock' && whomOf(event).includes(event.by)),
  some: ({ event }) => String(whomOf(event).length > 0),

  title: ({ reading }) => titleFor(reading),
  // Those who decide read it again, whoever it waits for beside that.
  waits: ({ reading, event, left }) =>
    waitsForText({
      ...reading,
      idea: event.type === 'obstacleLifted' ? { ...left, waiting: { for: 'deciders' } } : left,
    }),
  role: ({ event }) => event.to.waiting?.for ?? 'nobody',
  stage: ({ event }) => event.to.stage,
  date: ({ reading, event }) => day(reading, event.to.answerBy),
  passed: ({ reading, data }) => day(reading, data.passed),
  back: ({ reading, data }) => day(reading, data.back),
  promised: ({ reading }) => day(reading, promisedIn(reading)),
  days: ({ data }) => data.days ?? 0,
  years: ({ data }) => Math.floor((data.months ?? 0) / 12),
  time: ({ reading: { context }, data }) => durationText(context, data.months ?? 0),
  use: ({ data }) => data.use ?? 'none',
  effects: ({ reading: { context }, data }) => effectsText(context, data.effects ?? []) || 'none',
  elsewhere: ({ data }) => String(data.elsewhere === true),
  others: ({ data }) => data.others ?? 0,
  // So many have pressed, with the first of them.
  pressed: ({ data }) => (data.others ?? 0) + 1,
  reminders: ({ reading, data }) => data.reminders ?? reading.idea.silence?.reminders ?? 0,
  holder: ({ reading, left }) => holderOf({ ...reading, idea: left }),
  // Of an idea that came from another one, its id.
  from: ({ reading: { context }, event, data }) =>
    event.type === 'passedOn' ? shortPlaceName(context, { department: event.data.from }) : (data.from ?? ''),
  department: ({ reading: { context }, department }) => shortPlaceName(context, { department }),
  departments: ({ reading: { context }, event, data }) =>
    listText(
      few(
        context,
        (data.departments ?? data.uninvited ?? []).map((code) => shortPlaceName(context, { department: code })),
      ),
      context.language,
    ) || (meaningOf(event).reaction ? 'none' : ''),
  into: ({ data }) => data.into ?? '',
  what: ({ reading, data }) => (data.part ? partInWords(reading, data.part) : ''),
  amount: ({ reading, data }) => resources(reading, data.amount, data.hours),
  asked: ({ reading, data }) => resources(reading, data.asked, data.askedHours),
  // Of a no to money or hours: to how much. What an earlier version has not kept, nobody knows.
  sum: ({ reading, event }) => (event.type === 'moneyDeclined' && sumOf(reading, declinedOf(reading.idea))) || 'none',
  late: ({ reading, event }) => daysAfter(promisedIn(reading), event.day),
  cost: ({ reading, data }) => resources(reading, data.cost, data.hours),
  withdrawn: ({ data }) => String((data.uninvited ?? []).length > 0),
  // Of what was asked for a part, all, or all where that was nothing but hours.
  part: ({ data: { amount = 0, asked = 0, hours = 0, askedHours = 0 } }) =>
    amount < asked || hours < askedHours ? 'true' : asked > 0 ? 'false' : 'hours',
  // Whether money was asked for, or hours alone: by the event where it says so, else by the plan.
  takes: ({ reading: { idea }, data: { asked, askedHours = 0 } }) => {
    const { amount, hours } = asked === undefined ? takenBy(idea) : { amount: asked, hours: askedHours };
    return amount === 0 && hours > 0 ? 'hours' : 'money';
  },
  // What a test takes: nothing, hours alone, or money.
  free: ({ data: { cost, hours = 0 } }) =>
    cost !== 0 ? 'false' : isNothing({ amount: cost, hours }) ? 'true' : 'hours',
  start: ({ reading, data }) => day(reading, data.test?.start ?? data.start),
  end: ({ reading, data }) => day(reading, data.test?.end ?? data.until ?? data.end ?? reading.idea.test?.end),
  status: ({ reading, data, department }) => data.status ?? reading.idea.adoptions[department]?.status ?? '',
  ended: ({ reading, event, data }) => endedAs(reading.idea, event, data),
  // Until when it is promised to wait.
  rests: ({ reading, event, data }) => (event.type === 'postponed' ? day(reading, data.until) : ''),
  // Of a closing when it is read anew, of a question that it is asked once more.
  again: ({ reading, data }) => (data.again ? 'yes' : day(reading, data.tryAgainOn) || 'none'),
  hide: ({ data }) => String(data.hide === true),
  // It was agreed before the test when it stops, and others say yes to going on.
  agreed: ({ reading: { idea, reader } }) =>
    String(agreedStop(idea) !== undefined && !isOpenTo('extend', idea, reader.roles)),
  as: ({ data }) => data.as ?? '',
  // In which post it was decided; of an event of an earlier version nobody knows.
  post: ({ event }) => event.as?.role ?? 'none',
  why: ({ data }) => data.why ?? '',
  // What somebody had to do who is not there any more, and whether the idea waited for them.
  task: ({ data }) => data.had?.[0] ?? 'none',
  waited: ({ data }) => String(data.waitedAs !== undefined),
  id: ({ reading }) => reading.idea.id,
  // Whether there is no other department to speak of.
  alone: ({ reading: { context } }) => aloneIn(context.directory).alone,

  // About the reader.
  own: ({ reading }) => String(reading.reader.roles.has('submitter')),
  yours: ({ reading: { reader }, left }) => String(isTheirTurn(reader.ref, reader.roles, left)),
  worker: ({ reading, left }) => String(workerOf(left)?.person === reading.reader.ref),
  editable: ({ reading: { idea, reader } }) => String(isOpenTo('edit', idea, reader.roles)),
  ready: ({ reading: { idea } }) => (isReady(idea) ? idea.stage : 'no'),
};

type Value = Values[string];

/** What an event says; `more` goes before it. Each is worked out when a text asks for it: of forty, a sentence has one or two. */
export function eventValues(reading: Reading, event: IdeaEvent, more: Values = {}): Values {
  const { idea } = reading;
  const data = event.data as AnyEventData;
  const left = asLeft(idea, event.to.waiting);
  const told = { reading, event, data, department: data.department ?? idea.department, left };
  return new Proxy(more, {
    has: (_, name) => Object.hasOwn(more, name) || Object.hasOwn(values, name),
    get: (_, name) => more[String(name)] ?? values[String(name)]?.(told),
  });
}

/** Fields that name whoever did something, or who is told of beside it: not those to whom it happens. */
const besideIt: ReadonlySet<string> = new Set([
  ...([
    'authors',
    'submitter',
    'coSubmitters',
    'by',
    'asker',
    'askers',
    'former',
    'kept',
    'barred',
    'formerly',
    'leaver',
    'partsBy',
    'leftBy',
  ] as const),
]);

/** Who did it and to whom it happens, as they are called. */
export const labelsOf = (reading: Reading, event: IdeaEvent): PersonLabel[] => [
  reading.authorOf(event),
  ...whomOf(event).map(reading.nameOf),
];

/** To whom it happens: everybody else whom the event says that it names. */
const whomOf = (event: IdeaEvent): PersonRef[] => {
  const data = event.data as Readonly<Record<string, PersonRef | readonly PersonRef[] | undefined>>;
  const fields = Object.keys(meaningOf(event).persons ?? {}).filter((field) => !besideIt.has(field));
  return fields.flatMap((field) => data[field] ?? []);
};

const day = ({ context }: Reading, date: Day | undefined): string =>
  date ? dayText(date, context.language, context.today) : '';

const sumOf = ({ context }: Reading, sum: Resources | undefined): string => (sum ? resourcesText(context, sum) : '');

const resources = (reading: Reading, amount: number | undefined, hours = 0): string =>
  sumOf(reading, amount === undefined ? undefined : { amount, hours });

const promisedIn = ({ context, idea }: Reading): Day | undefined => promisedDay(idea, context.settings.answerDays);

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
