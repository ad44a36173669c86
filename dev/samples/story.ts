import type { Command, CommandData, CommandType } from '../../src/domain/commands.js';
import { type Actor, decide, type Refusal, type Setting } from '../../src/domain/decide.js';
import { evolve } from '../../src/domain/evolve.js';
import type { Idea, IdeaEvent } from '../../src/domain/idea.js';
import type { Role } from '../../src/domain/policy.js';
import type { Words } from '../../src/domain/words.js';

/** Monday morning in Sweden; an answer from the leader is promised within 14 days. */
export const setting: Setting = {
  now: '2026-11-16T08:00:00.000Z',
  timeZone: 'Europe/Stockholm',
  answerDays: { leader: 14, submitter: 10, driver: 30, doer: 7 },
};
/** The same world on another day, at nine in the morning Swedish winter time. */
export const on = (day: string): Setting => ({ ...setting, now: `${day}T08:00:00.000Z` });

const actor = (ref: string, ...roles: Role[]): Actor => ({ ref, roles: new Set(roles) });

export const submitter = actor('pSUBMITTER', 'submitter');
export const leader = actor('pLEADER', 'decider');
export const otherLeader = actor('pOTHERLEADER', 'decider');
/** The leader who has explored is its driver too. */
export const driver = actor('pLEADER', 'decider', 'driver');
export const doer = actor('pDOER', 'doer');
export const office = actor('pOFFICE', 'office');
export const stranger = actor('pSTRANGER');
export const clock = actor('clock', 'clock');

const make = <T extends CommandType>(type: T, data: CommandData[T], words: Words = {}, turn?: number) =>
  ({ type, data, words, ...(turn !== undefined && { turn }) }) as Command;

/** Every command in its simplest accepted form. */
export const submit = (data: Partial<CommandData['submit']> = {}, words: Words = {}): Command =>
  make(
    'submit',
    { id: 'K7M4QX', submitter: 'pSUBMITTER', department: 'VOO', confidential: false, tier: 'leader', ...data },
    { title: 'Delade cyklar', problem: 'Personalen får vänta på bilar varje morgon.', ...words },
  );
export const edit = (words: Words = {}, confidential = false): Command =>
  make('edit', { confidential }, { title: 'Egna cyklar', problem: 'Bilarna räcker inte.', ...words });
export const withdraw: Command = make('withdraw', {});
export const ask = (question = 'Hur många väntar?'): Command => make('ask', {}, { question });
export const answer = (text = 'Sex personer.'): Command => make('answer', {}, { answer: text });
export const explore: Command = make('explore', {});
export const doNow = (person = 'pDOER', until = '2026-12-01'): Command => make('doNow', { doer: person, until });
export const acceptDoing: Command = make('acceptDoing', {});
export const declineDoing = (reason = 'Jag hinner inte.'): Command => make('declineDoing', {}, { reason });
export const reportDone = (done = 'Tre cyklar är köpta.'): Command => make('reportDone', {}, { done });
export const passOn = (
  department = 'SBK',
  tier: CommandData['passOn']['tier'] = 'leader',
  reason = 'Ni har hand om cyklarna.',
): Command => make('passOn', { department, tier }, { reason });
export const close = (words: Words = { reason: 'Det finns redan bilar.' }, channel?: string): Command =>
  make('close', channel === undefined ? {} : { channel }, words);
export const hide: Command = make('hide', {});
export const remind: Command = make('remind', {});

export const atTurn = (command: Command, turn: number): Command => ({ ...command, turn });

export type Step = readonly [Actor, Command] | readonly [Actor, Command, Setting];

export const submitted: Step = [submitter, submit()];

export interface Story {
  idea: Idea;
  events: readonly IdeaEvent[];
  /** What the command does to the idea; throws where it is refused. */
  when(actor: Actor, command: Command, world?: Setting): { before: Idea; event: IdeaEvent; idea: Idea };
  /** Why the command is refused; throws where it is not. */
  refusal(actor: Actor, command: Command, world?: Setting): Refusal;
}

/** An idea after these steps, each of which must be accepted. */
export function given(...steps: readonly Step[]): Story {
  const events: IdeaEvent[] = [];
  let idea: Idea | undefined;
  for (const [who, command, world] of steps) {
    const event = accepted(command, idea, who, world);
    idea = evolve(idea, event, 'K7M4QX');
    events.push(event);
  }
  if (!idea) throw new Error('A story begins with a step');
  const before = idea;
  return {
    idea: before,
    events,
    when(who, command, world) {
      const event = accepted(command, before, who, world);
      return { before, event, idea: evolve(before, event) };
    },
    refusal(who, command, world = setting) {
      const result = decide(command, before, who, world);
      if (result.ok) throw new Error(`${command.type} was accepted`);
      return result.refusal;
    },
  };
}

function accepted(command: Command, idea: Idea | undefined, who: Actor, world: Setting = setting): IdeaEvent {
  const result = decide(command, idea, who, world);
  if (!result.ok) throw new Error(`${command.type} was refused: ${result.refusal.code}`);
  const [event, ...others] = result.value;
  if (!event || others.length > 0) throw new Error(`${command.type} made ${result.value.length} events`);
  return event;
}

/** Every standing that an idea can have, by name. */
export const standings = {
  submitted: [submitted],
  asked: [submitted, [leader, ask()]],
  doingAsked: [submitted, [leader, doNow()]],
  doing: [submitted, [leader, doNow()], [doer, acceptDoing]],
  exploring: [submitted, [leader, explore]],
  exploringAsked: [submitted, [leader, explore], [driver, ask()]],
  inUse: [submitted, [leader, explore], [driver, reportDone()]],
  closed: [submitted, [leader, close()]],
  withdrawn: [submitted, [submitter, withdraw]],
} as const satisfies Record<string, readonly Step[]>;
export type StandingName = keyof typeof standings;
