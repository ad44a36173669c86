import { createDirectory } from '../../../domain/organisation/directory.js';
import type { Organisation } from '../../../domain/organisation/organisation.js';
import { type MovedUnits, movedUnits } from '../../../domain/organisation/overlay/moved-units.js';
import type { Deps } from '../../deps.js';

/** Units that another organisation would have in another department, with how many ideas of theirs wait for anybody. */
export interface MovingIdeas extends MovedUnits {
  ideas: number;
}

/** Reads all that waits in the departments that units would leave: for operators, and no turn's work. No idea is opened. */
export async function movingIdeas(
  { ideas }: Pick<Deps, 'ideas'>,
  was: Organisation,
  is: Organisation,
): Promise<MovingIdeas[]> {
  const found: MovingIdeas[] = [];
  for (const moved of movedUnits(createDirectory(was), createDirectory(is))) {
    let count = 0;
    for (const code of moved.codes)
      await ideas.eachOpen(code, ({ unit }) => {
        if (unit !== undefined && moved.units.includes(unit)) count += 1;
      });
    found.push({ ...moved, ideas: count });
  }
  return found;
}
