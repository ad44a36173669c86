import type { Tier } from './idea.js';
import type { PersonRef } from './person.js';
import type { Role } from './policy.js';
import type { Stage } from './stages.js';
import type { Day } from './time.js';
import type { WordKey, Words } from './words.js';

/** What people (and the clock) can ask of an idea, with what each needs to know beside its words. */
export interface CommandData {
  submit: { id: string; submitter: PersonRef; department: string; unit?: string; confidential: boolean; tier: Tier };
  edit: { confidential: boolean };
  withdraw: object;
  ask: object;
  answer: object;
  explore: object;
  doNow: { doer: PersonRef; until: Day };
  acceptDoing: object;
  declineDoing: object;
  reportDone: object;
  passOn: { department: string; tier: Tier };
  close: { channel?: string };
  hide: object;
  remind: object;
}

export type CommandType = keyof CommandData;

interface CommandOf<T extends CommandType> {
  type: T;
  data: CommandData[T];
  words: Words;
  /** The turn of the card that was pressed; absent where the command does not come from a card. */
  turn?: number;
}
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];

interface Rule {
  /** The stages in which it can be done; empty: it creates the idea. */
  from: readonly Stage[];
  /** Any one of these roles is enough. */
  by: readonly Role[];
  words: Partial<Record<WordKey, 'required' | 'optional'>>;
  /** A card of an earlier turn is refused. Off where the command means the same at any turn. */
  sameTurn: boolean;
}

const anyStage = ['submitted', 'doing', 'exploring', 'inUse', 'closed', 'withdrawn'] as const;
const open = ['submitted', 'doing', 'exploring'] as const;
const idea = { title: 'required', problem: 'required', solution: 'optional', evidence: 'optional' } as const;

/** Who may do what, when, and in which words. `decide` and the cards' buttons both read it. */
export const rules: { readonly [T in CommandType]: Rule } = {
  submit: { from: [], by: [], words: idea, sameTurn: false },
  edit: { from: ['submitted'], by: ['submitter'], words: idea, sameTurn: false },
  withdraw: { from: open, by: ['submitter'], words: {}, sameTurn: false },
  ask: { from: ['submitted', 'exploring'], by: ['decider', 'driver'], words: { question: 'required' }, sameTurn: true },
  answer: { from: ['submitted', 'exploring'], by: ['submitter'], words: { answer: 'required' }, sameTurn: false },
  explore: { from: ['submitted'], by: ['decider'], words: {}, sameTurn: true },
  doNow: { from: ['submitted'], by: ['decider'], words: {}, sameTurn: true },
  acceptDoing: { from: ['doing'], by: ['doer'], words: {}, sameTurn: true },
  declineDoing: { from: ['doing'], by: ['doer'], words: { reason: 'optional' }, sameTurn: true },
  reportDone: {
    from: ['doing', 'exploring'],
    by: ['doer', 'driver', 'decider'],
    words: { done: 'required' },
    sameTurn: true,
  },
  passOn: { from: ['submitted'], by: ['decider', 'office'], words: { reason: 'optional' }, sameTurn: true },
  close: { from: open, by: ['decider'], words: { reason: 'required', tryAgain: 'optional' }, sameTurn: true },
  hide: { from: anyStage, by: ['decider'], words: {}, sameTurn: false },
  remind: { from: open, by: ['clock'], words: {}, sameTurn: true },
};
