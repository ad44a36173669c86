import { type SaidPlace, saysPlace } from './staff.js';

/** More than this part of all, or of a department, goes in no ordinary night: the office is asked first. */
const ORDINARY_PART = 0.1;
/** And fewer than so many are ordinary, as long as somebody is left there: in a small department two who leave are a tenth. */
const ORDINARY_COUNT = 5;
/** A department of one who leaves is an ordinary night. */
const SMALLEST_EMPTIED = 2;

/** Who has gone, or has no place any more, out of how many. */
export interface Loss {
  of: number;
  gone: number;
  /** Departments, by what the source calls them, that lose more than is ordinary, or all of theirs; the most first. */
  departments: readonly { name: string; of: number; gone: number }[];
}

const isOrdinary = ({ of, gone }: { of: number; gone: number }): boolean =>
  gone < ORDINARY_COUNT || gone <= of * ORDINARY_PART;

/** Nobody is left of a department, and others are there: its last ones may be what an answer has forgotten. */
const isEmptied = ({ of, gone }: { of: number; gone: number }, all: number): boolean =>
  gone === of && of >= SMALLEST_EMPTIED && of < all;

/** Whether nothing of it is done before the office has said yes. */
export const asksFirst = ({ departments, ...all }: Loss): boolean => !isOrdinary(all) || departments.length > 0;

/**
 * Whether a yes holds for a loss: for what was asked, and for the little that a day adds. A yes to two departments is none to
 * a third.
 */
export const isAllowed = (loss: Loss, allowed: Loss): boolean =>
  loss.gone <= Math.ceil(allowed.gone * (1 + ORDINARY_PART)) &&
  loss.departments.every(({ name }) => allowed.departments.some((one) => one.name === name));

/** Counts what one look at a source takes away, a person at a time; memory grows with departments and not with people. */
export class LossCount {
  private of = 0;
  private gone = 0;
  private readonly places = new Map<string, { of: number; gone: number }>();

  /** One who was known before, and whether they are lost: gone, or without any place where they had one. */
  add(before: SaidPlace, isLost: boolean): void {
    this.of += 1;
    if (isLost) this.gone += 1;
    if (!saysPlace(before)) return;
    const name = before.department ?? before.unit ?? '';
    const place = this.places.get(name) ?? { of: 0, gone: 0 };
    place.of += 1;
    if (isLost) place.gone += 1;
    this.places.set(name, place);
  }

  get loss(): Loss {
    const departments = [...this.places]
      .flatMap(([name, counts]) => (isOrdinary(counts) && !isEmptied(counts, this.of) ? [] : [{ name, ...counts }]))
      .sort((one, other) => other.gone - one.gone);
    return { of: this.of, gone: this.gone, departments };
  }
}
