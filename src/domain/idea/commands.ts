import { commandDefinitions } from '../idea-commands.js';
import type { CommandDefinition, Rule } from './command.js';
import type { Words } from './words.js';

/** Every command on an idea, by its name. */
export const commands = commandDefinitions;

type Commands = typeof commands;
export type CommandType = keyof Commands;

/** What people (and the clock) can ask of an idea, with what each needs to know beside its words. */
export type CommandData = {
  [T in CommandType]: Commands[T] extends CommandDefinition<T, infer Data> ? Data : never;
};

export interface CommandOf<T extends CommandType> {
  type: T;
  data: CommandData[T];
  words: Words;
  /** The version that the pressed card showed; absent where the command does not come from a card. */
  decisionVersion?: number;
}
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];

/** Who may do what, when, and in which words. `decide` and the cards' buttons both read it. */
export const rules: { readonly [T in CommandType]: Rule } = commands;
