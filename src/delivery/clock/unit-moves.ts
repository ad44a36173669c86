import { followUnits } from '../../app/idea/clock/follow-units.js';
import type { DeliveryDeps } from '../deps.js';

/** Lets ideas follow their units to other departments, a round for each version that moved some. True as long as any has not been looked at once. */
export async function followMovedUnits({ app, log }: DeliveryDeps, stopping?: AbortSignal): Promise<boolean> {
  const left = await app.unitMoves.list();
  if (left.length === 0) return false;
  // Where a unit is now this instance must know at least as well as whoever moved it.
  await app.organisationChanged();
  for (const one of left) {
    if (stopping?.aborted) return true;
    const { version } = one;
    await followUnits(
      app,
      one,
      {
        moved: (ideas) => log.info({ version, ideas }, 'Ideas have followed their units to other departments'),
        failed: (id, error, last) =>
          log.error(
            { version, id, err: error },
            last
              ? 'An idea has not followed its unit, and is not tried again'
              : 'An idea could not follow its unit; a later look tries again',
          ),
      },
      stopping,
    );
  }
  return (await app.unitMoves.list()).some(({ looked }) => !looked);
}
