import type { Command, CommandData, CommandType } from '../../../src/domain/idea/commands.js';
import type { Words } from '../../../src/domain/idea/words.js';

/** A command as the domain takes it. */
export const make = <T extends CommandType>(
  type: T,
  data: CommandData[T],
  words: Words = {},
  decisionVersion?: number,
) => ({ type, data, words, ...(decisionVersion !== undefined && { decisionVersion }) }) as Command;
