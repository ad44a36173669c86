import { similarInRow } from '../../../app/draft/kept-draft.js';
import { recordWith } from '../../records.js';
import type { Answer } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

/** "1": a row of what has been shown to be like the writer's idea, for whoever types. Undefined for any other text, and where nothing has been shown. */
export async function readRow(turn: Turn, text: string): Promise<Answer | undefined> {
  const [, row] = /^([1-9])[.)]?$/.exec(text.trim()) ?? [];
  const idea = row && (await similarInRow(turn.deps, turn.person, Number(row)));
  return idea ? recordWith(turn, idea.id) : undefined;
}
