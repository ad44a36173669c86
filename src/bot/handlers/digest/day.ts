import { dayNow } from '../../../delivery/digest/day-card.js';
import type { Answer } from '../../turns/answer.js';
import { here } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

/** The day card as it is now, for somebody who asks for it. What it tells comes by itself all the same. */
export async function day({ deps, context, person }: Turn): Promise<Answer> {
  return here(await dayNow({ app: deps, deliveries: deps.deliveries, context: () => context }, person));
}
