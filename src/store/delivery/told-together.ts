/** An event of a record by its number, as what somebody hears of it, and of what type it is; rows of earlier versions say no type. */
export interface ToldEvent {
  seq: number;
  as: string;
  type?: string;
}

/** So many older events of one type, told by their number alone. */
export interface ToldCount {
  count: number;
  as: string;
  type?: string;
}

/** What is told together: events by name, and how many more. */
export interface ToldTogether {
  named: readonly ToldEvent[];
  counted: readonly ToldCount[];
}

/** So many of one record are told by name, the newest: a card quotes the last and counts the others. */
const MOST_NAMED = 30;

/** Of one record: the newest by name, and of each type the newest one; of the others how many there are. Pure. */
export function shortened({ named, counted }: ToldTogether): ToldTogether {
  const once = new Map(named.map((event) => [event.seq, event]));
  const newestFirst = [...once.values()].sort((one, other) => other.seq - one.seq);
  const types = new Set<string>();
  const kept = newestFirst.filter((event, n) => {
    const isFirst = !types.has(typeOf(event));
    types.add(typeOf(event));
    return isFirst || n < MOST_NAMED;
  });
  const others = newestFirst.filter((event) => !kept.includes(event));
  return { named: kept.toReversed(), counted: summed([...counted, ...others.map(countOf)]) };
}

/** The same with no event by name. Pure. */
export const onlyCounted = ({ named, counted }: ToldTogether): ToldCount[] =>
  summed([...counted, ...named.map(countOf)]);

const typeOf = ({ as, type = '' }: Pick<ToldEvent, 'as' | 'type'>): string => `${as}.${type}`;
const countOf = ({ seq: _, ...event }: ToldEvent): ToldCount => ({ ...event, count: 1 });

function summed(counts: readonly ToldCount[]): ToldCount[] {
  const sums = new Map<string, ToldCount>();
  for (const one of counts) {
    const before = sums.get(typeOf(one))?.count ?? 0;
    sums.set(typeOf(one), { ...one, count: before + one.count });
  }
  return [...sums.values()];
}

/**
 * Events that one message tells of, in one column: `5.followers.commented 7.leader.thanked`, and before them what is only
 * counted, `+12.followers.commented`, which an earlier version passes over.
 */
export const writeTold = (told: ToldTogether): string => {
  const { named, counted } = shortened(told);
  const withType = ({ as, type }: Pick<ToldEvent, 'as' | 'type'>) => (type ? `${as}.${type}` : as);
  return [
    ...counted.map((one) => `+${one.count}.${withType(one)}`),
    ...named.map((one) => `${one.seq}.${withType(one)}`),
  ].join(' ');
};

/** The events that are told by name. What is none of them is passed over. */
export const readTold = (text: string): ToldEvent[] =>
  wordsOf(text, /^\d+$/).map(({ number, ...rest }) => ({ seq: number, ...rest }));

/** How many more. */
export const readCounted = (text: string): ToldCount[] =>
  wordsOf(text, /^\+\d+$/).map(({ number, ...rest }) => ({ count: number, ...rest }));

const wordsOf = (text: string, begins: RegExp) =>
  text.split(' ').flatMap((word) => {
    const [number = '', as, type] = word.split('.');
    return as && begins.test(number) ? [{ number: Number(number), as, ...(type && { type }) }] : [];
  });
