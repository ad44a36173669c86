import type { IdeaStore } from '../../../src/store/idea/ideas.js';
import { given, standings } from '../../samples/idea/story.js';

/** Money for a test is granted: it stands in the list of what is to be registered. */
export async function writeRegistered(ideas: Pick<IdeaStore, 'registerAnew'>): Promise<void> {
  const { idea, events } = given(...standings.funded);
  const granted = events.at(-1);
  if (granted) await ideas.registerAnew(idea, granted);
}

/** What has been decided on money, and how much of each part a day has brought. */
export async function registeredIn(ideas: Pick<IdeaStore, 'registered' | 'countRegistered'>) {
  return [
    await ideas.registered('money', '2026-11-01', '2026-11-30', 10),
    [...(await ideas.countRegistered('2026-11-01', '2026-11-30'))],
  ];
}
