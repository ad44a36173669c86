import { type Instant, millisecondsOf } from '../../domain/time.js';
import type { Progress } from '../../store/delivery/deliveries.js';

/** A row from further ahead than this was written while a clock was wrong, and what it says of times is not true. */
const AHEAD_MS = 60_000;

/** Whether an open delivery is to be seen to now. */
export const isDue = ({ due, at }: Pick<Progress, 'due' | 'at'>, now: Instant): boolean =>
  due <= now || millisecondsOf(at) > millisecondsOf(now) + AHEAD_MS;
