import { myTurn } from '../../app/idea/lists/my-turn.js';
import type { Drawn } from '../../cards/card-context.js';
import { ideasMovedOn } from '../../cards/person/notes.js';
import type { Person } from '../../domain/person/person.js';
import type { DeliveryDeps } from '../deps.js';

/** That many ideas have come to somebody at once; or why that is not said any more. */
export async function movedOnNote(
  { app, context }: Pick<DeliveryDeps, 'app' | 'context'>,
  person: Person,
): Promise<Drawn | string> {
  const { counts } = await myTurn(app, person, 'all', 0);
  return counts.all > 0 ? ideasMovedOn(context(person.language), counts.all) : 'nothing waits';
}
