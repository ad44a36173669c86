/** An event of a record by its number, and as what somebody hears of it. */
export interface ToldEvent {
  seq: number;
  as: string;
}

/** Events that one message tells of, in one column: `5.followers 7.leader`. */
export const writeTold = (events: readonly ToldEvent[]): string =>
  events.map(({ seq, as }) => `${seq}.${as}`).join(' ');

/** What is none of them is passed over. */
export const readTold = (text: string): ToldEvent[] =>
  text.split(' ').flatMap((word) => {
    const [seq = '', as] = word.split('.');
    return as && /^\d+$/.test(seq) ? [{ seq: Number(seq), as }] : [];
  });
