/** What several rounds gave: the median, and between what the middle half of the rounds lies. */
export interface Spread {
  median: number;
  from: number;
  to: number;
}

/** The spread of one number or more; throws for none. A quartile between two rounds is drawn on the line between them. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number => {
    const place = part * (sorted.length - 1);
    const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    if (below === undefined || above === undefined) throw new Error('No round has been measured');
    return below + (above - below) * (place - Math.floor(place));
  };
  return { median: at(0.5), from: at(0.25), to: at(0.75) };
}

/** Something that was counted and not measured. */
export const exactly = (count: number): Spread => ({ median: count, from: count, to: count });
