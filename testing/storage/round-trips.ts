import type { TableClient } from '@azure/data-tables';

type Policy = Parameters<TableClient['pipeline']['addPolicy']>[0];

/** Where a card stands is noted after the answer: nobody waits for it, and it may fall into the next thing that is done. */
export const isAside = (path: string, body: string): boolean => /(?:shown|copy)(?:\||%7C)/.test(`${path} ${body}`);

/**
 * Counts how many times something waits for storage, one time after the other. Answers are held back until every request
 * that can be made without them has been answered, and then let go together: that is one round trip, however many
 * requests it took and however fast each of them was.
 */
export function roundTripsTo(tables: readonly TableClient[]) {
  let rounds = 0;
  let inHand = 0;
  let held: (() => void)[] = [];

  /** Whoever was let go has made all its next requests when the event loop comes round. */
  function letGo(): void {
    setImmediate(() => {
      if (inHand > 0 || held.length === 0) return;
      rounds += 1;
      const all = held;
      held = [];
      for (const go of all) go();
    });
  }

  const inStep: Policy = {
    name: 'inStep',
    async sendRequest(request, next) {
      if (isAside(request.url, String(request.body ?? ''))) return next(request);
      inHand += 1;
      try {
        return await next(request);
      } finally {
        inHand -= 1;
        await new Promise<void>((resolve) => {
          held.push(resolve);
          letGo();
        });
      }
    },
  };
  for (const { pipeline } of tables) pipeline.addPolicy(inStep);

  return async (act: () => Promise<unknown>): Promise<number> => {
    const before = rounds;
    await act();
    return rounds - before;
  };
}

/** Counts the requests that something makes. */
export function requestsTo(tables: readonly TableClient[]) {
  let made = 0;
  const counted: Policy = {
    name: 'counted',
    sendRequest(request, next) {
      if (!isAside(request.url, String(request.body ?? ''))) made += 1;
      return next(request);
    },
  };
  for (const { pipeline } of tables) pipeline.addPolicy(counted);
  return async (act: () => Promise<unknown>): Promise<number> => {
    const before = made;
    await act();
    return made - before;
  };
}

/** How many requests these tables get while something is done, whatever they are about. */
export async function requestsDuring(tables: readonly TableClient[], work: () => Promise<unknown>): Promise<number> {
  let made = 0;
  const counting: Policy = {
    name: 'counting',
    sendRequest(request, next) {
      made += 1;
      return next(request);
    },
  };
  for (const { pipeline } of tables) pipeline.addPolicy(counting);
  await work();
  for (const { pipeline } of tables) pipeline.removePolicy(counting);
  return made;
}
