import type { CardContext } from '../../../src/cards/card-context';
import type { Idea } from '../../../src/domain/idea/idea';
import { anIdea } from '../../../testing/samples/idea/ideas';
import { type Content, everydayTitles } from '../../../testing/samples/text/content';

/** Different ideas: titles of everyday where `content` has the everyday one, else its title with a number. */
export function different(
  { language }: CardContext,
  { title, problem }: Pick<Content, 'title' | 'problem'>,
  changes: readonly Partial<Idea>[],
): Idea[] {
  const everyday = everydayTitles[language];
  return changes.map((change, at) =>
    anIdea({
      id: `K7M4Q${at}`,
      words: { title: (everyday.includes(title) && everyday[at]) || `${at + 1} ${title}`.slice(0, 120), problem },
      ...change,
    }),
  );
}
