import { placeOf, type Rank } from '../../domain/rank.js';

/** What waits in line; it settles when it has been done. */
interface InLine {
  place: number;
  begin: () => Promise<void>;
}

/** One after the other: what goes first by its rank, and within a rank in the order of asking. */
export function createLine() {
  const waiting: InLine[] = [];
  let busy = false;

  async function goOn(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) await next.begin();
    busy = false;
  }

  return <T>(rank: Rank, act: () => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const place = placeOf(rank);
      const after = waiting.findIndex((one) => one.place > place);
      const begin = () => act().then(resolve, reject);
      waiting.splice(after < 0 ? waiting.length : after, 0, { place, begin });
      void goOn();
    });
}
