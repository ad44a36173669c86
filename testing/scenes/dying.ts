import { type Deps, openDeps } from '../../src/app/deps.js';
import { mortal } from '../processes/mortal.js';
import type { Town } from './town.js';

/** More calls than anything takes here; what never comes to an end is told of instead of waited for. */
const MOST_CALLS = 80;

/**
 * Does something once for each call to storage that it makes, dying before that one, and then once more as people and Teams do.
 * `meanwhile`: what another instance does in between; it delivers where nothing is said. Gives how often it died.
 */
export async function dyingAtEachCall<T>(
  town: Town,
  prepare: () => Promise<(deps: Deps) => Promise<T>>,
  holds: (outcome: T) => Promise<void>,
  meanwhile: () => Promise<void> = () => town.deliveries().tick(),
): Promise<number> {
  for (let call = 0; call < MOST_CALLS; call++) {
    const act = await prepare();
    const { source, death } = mortal(town.source(), call);
    const { organisation } = town;
    const dying = openDeps(
      { ...town.storage, ...source.storage },
      { organisation, now: town.app.now, random: town.app.random },
    );
    const lived = await Promise.race([act(dying).then(() => true), death.died.then(() => false)]);
    await meanwhile();
    await holds(await act(town.app));
    if (lived) return call;
  }
  throw new Error('It never came to an end');
}
