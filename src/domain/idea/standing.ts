import { openDay } from '../organisation/calendar/calendar.js';
import { accept } from '../result.js';
import { addDays, type Day } from '../time.js';
import type { CommandContext, Outcome } from './command.js';
import type { EventDefinition } from './event.js';
import type { Standing, Waiting } from './idea.js';
import type { AnswerRole, Stage } from './stages.js';
import type { Words } from './words.js';

/** Something happened, and the idea stands where `to` says. */
export const happens = <T extends string, Data extends object>(
  { type }: EventDefinition<T, Data>,
  to: Standing,
  data: NoInfer<Data>,
  words?: Words,
): Outcome => accept({ type, data, to, ...(words && { words }) });

type Dated = Pick<CommandContext, 'setting' | 'today'>;

/** Where the idea stands: what a command that only adds something leaves as it is. */
export function stays({ idea }: Pick<CommandContext, 'idea'>): Standing {
  const { stage, waiting, answerBy } = idea;
  return { stage, ...(waiting && { waiting }), ...(answerBy && { answerBy }) };
}

export const ended = (stage: Stage): Standing => ({ stage });

/** The day until which a role has to answer when it is asked today: its days counted out, and then the next day that is open. */
export const within = ({ setting, today }: Dated, role: AnswerRole): Day =>
  openDay(addDays(today, setting.answerDays[role]), setting.calendar);

export const answerRole = (waiting: Waiting): AnswerRole => (waiting.for === 'deciders' ? 'leader' : waiting.for);

/** In this stage, waiting for somebody from today. */
export const waitsFor = (
  context: Dated,
  stage: Stage,
  waiting: Waiting,
  answerBy = within(context, answerRole(waiting)),
): Standing => ({ stage, waiting, answerBy });

export const forDeciders = (context: Dated, stage: Stage): Standing => waitsFor(context, stage, { for: 'deciders' });

/** Waits for the driver, of a test until its end; for the deciders where nobody drives. */
export function forDriver(context: Dated & Pick<CommandContext, 'idea'>, stage: Stage): Standing {
  const { driver, test } = context.idea;
  if (stage === 'piloting' && test && test.end > context.today) return forTest(context, test.end);
  if (!driver) return forDeciders(context, stage);
  return waitsFor(context, stage, { for: 'driver', person: driver.person });
}

/** A test runs, and its driver answers by its last day. */
export function forTest(context: Dated & Pick<CommandContext, 'idea'>, end: Day): Standing {
  const { driver } = context.idea;
  return driver
    ? waitsFor(context, 'piloting', { for: 'driver', person: driver.person }, end)
    : forDeciders(context, 'piloting');
}
