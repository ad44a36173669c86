import { openDay } from '../../organisation/calendar.js';
import { accept, type Result } from '../../result.js';
import { addDays, type Day } from '../../time.js';
import type { CommandData, CommandType } from '../commands.js';
import type { Actor, Setting } from '../decide.js';
import type { EventData, EventType } from '../events.js';
import type { Idea, Standing, Waiting } from '../idea.js';
import type { Refusal } from '../refusal.js';
import type { AnswerRole, Stage } from '../stages.js';
import type { Words } from '../words.js';

/** What a command meets: the idea as it stands, who gives it, and the day. Its words are tidied and within their limits. */
export interface Occasion<T extends CommandType> {
  data: CommandData[T];
  words: Words;
  idea: Idea;
  actor: Actor;
  setting: Setting;
  today: Day;
}

/** An event in the making: `words` only where they are not simply those of the command. */
export type Happening = {
  [T in EventType]: { type: T; data: EventData[T]; to: Standing; words?: Words };
}[EventType];
export type Outcome = Result<Happening, Refusal>;
export type Consequences<T extends CommandType> = { readonly [K in T]: (occasion: Occasion<K>) => Outcome };

type Any = Occasion<CommandType>;

/** Something happened, and the idea stands where `to` says. */
export function happens<T extends EventType>(type: T, to: Standing, data: EventData[T], words?: Words): Outcome {
  return accept({ type, data, to, ...(words && { words }) } as Happening);
}

/** Where the idea stands: what a command that only adds something leaves as it is. */
export function stays({ idea }: Pick<Any, 'idea'>): Standing {
  const { stage, waiting, answerBy } = idea;
  return { stage, ...(waiting && { waiting }), ...(answerBy && { answerBy }) };
}

export const ended = (stage: Stage): Standing => ({ stage });

/** The day until which a role has to answer when it is asked today: its days counted out, and then the next day that is open. */
export const within = ({ setting, today }: Pick<Any, 'setting' | 'today'>, role: AnswerRole): Day =>
  openDay(addDays(today, setting.answerDays[role]), setting.calendar);

export const answerRole = (waiting: Waiting): AnswerRole => (waiting.for === 'deciders' ? 'leader' : waiting.for);

/** In this stage, waiting for somebody from today. */
export const waitsFor = (
  occasion: Pick<Any, 'setting' | 'today'>,
  stage: Stage,
  waiting: Waiting,
  answerBy = within(occasion, answerRole(waiting)),
): Standing => ({ stage, waiting, answerBy });

export const forDeciders = (occasion: Pick<Any, 'setting' | 'today'>, stage: Stage): Standing =>
  waitsFor(occasion, stage, { for: 'deciders' });

/** Waits for the driver, of a test until its end; for the deciders where nobody drives. */
export function forDriver(occasion: Pick<Any, 'setting' | 'today' | 'idea'>, stage: Stage): Standing {
  const { driver, test } = occasion.idea;
  if (stage === 'piloting' && test && test.end > occasion.today) return forTest(occasion, test.end);
  if (!driver) return forDeciders(occasion, stage);
  return waitsFor(occasion, stage, { for: 'driver', person: driver.person });
}

/** A test runs, and its driver answers by its last day. */
export function forTest(occasion: Pick<Any, 'setting' | 'today' | 'idea'>, end: Day): Standing {
  const { driver } = occasion.idea;
  return driver
    ? waitsFor(occasion, 'piloting', { for: 'driver', person: driver.person }, end)
    : forDeciders(occasion, 'piloting');
}
