import { createHash } from 'node:crypto';
import { type Reaction, reactionNames, reactions } from '../../domain/idea/reactions.js';
import type { WordKey } from '../../domain/idea/words.js';
import type { Day, Instant } from '../../domain/time.js';
import type { Deps } from '../deps.js';

/** What somebody has written of an idea that stands beside its record: with a press, or when they nominated it. Whose it is no copy says. */
export interface SaidBeside {
  said: Reaction | 'nomination';
  /** Of a nomination the day alone is kept. */
  when: Instant | Day;
  text: string;
  /** Those who decide have taken it out of sight. */
  hidden?: true;
  /** Of a nomination: the code of its class. */
  class?: string;
}

/** All of it, of so many presses of each kind at most, the oldest of each kind first. One round trip's time, for each thousand presses. */
export async function saidBeside(
  { reactions: pressed, nominations }: Pick<Deps, 'reactions' | 'nominations'>,
  id: string,
  most?: number,
): Promise<SaidBeside[]> {
  const [nominated, ...lines] = await Promise.all([
    nominations.of(id),
    ...reactionNames.map((name) => pressed.lines(id, name, most)),
  ]);
  const written = reactionNames.flatMap((said, at) => {
    const line: WordKey = reactions[said].line;
    return (lines[at] ?? []).flatMap(({ at: when, words, out }): SaidBeside[] => {
      const text = words[line];
      return text ? [{ said, when, text, ...(out && { hidden: true }) }] : [];
    });
  });
  const why = nominated
    .filter(({ no }) => !no)
    .map(({ on, why: text, class: code }): SaidBeside => ({ said: 'nomination', when: on, text, class: code }));
  return [...written, ...why];
}

/** By which it is seen whether it has changed; empty of nothing. */
export const markOf = (said: readonly SaidBeside[]): string =>
  said.length > 0 ? createHash('sha256').update(JSON.stringify(said)).digest('hex') : '';
