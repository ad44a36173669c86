import type { Deps } from '../../../src/app/deps.js';
import { type ChallengeStep, challengeAfter } from '../../samples/challenge/challenge-story.js';

/** Stores a challenge as these steps leave it, under an id of its own and in a place that is free. */
export async function storesChallenge(
  app: Pick<Deps, 'challenges' | 'commits'>,
  id: string,
  place: number,
  ...steps: readonly ChallengeStep[]
): Promise<void> {
  const [first, ...others] = challengeAfter(...steps).events;
  if (first?.type !== 'challengeProposed') throw new Error('A challenge begins by being proposed');
  const { after: _, ...rows } = app.challenges.write({
    ...{ before: undefined, id },
    events: [{ ...first, data: { ...first.data, place } }, ...others],
  });
  const saved = await app.commits.commit(rows, { idempotencyKey: `challenge.${id}` });
  if (saved.kind !== 'saved') throw new Error(`Challenge ${id} was not stored`);
}
