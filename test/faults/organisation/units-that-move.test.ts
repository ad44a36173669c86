import { followUnits } from '../../../src/app/idea/clock/follow-units';
import type { Storage } from '../../../src/store/storage';
import { mortality } from '../../../testing/processes/mortal';
import * as story from '../../../testing/samples/idea/story';
import { fromUnit, undivided, unitsThatMove, withUnitIn } from '../../../testing/scenes/organisation/units-that-move';

const told = {
  moved: () => undefined,
  failed: (_id: string, error: unknown) => {
    throw error;
  },
};
const MINUTE = 60_000;
/** More requests than the run makes; one that never comes to an end is told of instead of waited for. */
const MOST_CALLS = 200;
const IDS = ['A00001', 'A00002', 'A00003'];

/** Storage whose requests stop after so many. */
function mortalStorage(storage: Storage, call: number) {
  const { death, guarded } = mortality(call);
  const { ideas, people } = storage;
  return { died: death.died, storage: { ...storage, ideas: guarded(ideas), people: guarded(people) } };
}

// The ideas of a unit follow it one by one, each in a commit of its own: whoever dies between them leaves a row that says how far it was.
it('loses and doubles nothing, wherever an instance dies while ideas follow their unit', async () => {
  const between = new Set<number>();
  const town = await unitsThatMove();
  for (let call = 0; call < MOST_CALLS; call++) {
    const ids = IDS.map((id) => `${id.slice(0, 1)}${String(call).padStart(3, '0')}${id.slice(4)}`);
    for (const id of ids) await town.tell(id, ...fromUnit('HTS', story.standings.submitted));
    await town.reorganises(withUnitIn(undivided, 'HTS', 'MIL'));
    const { died, storage } = mortalStorage(town.storage, call);
    const dying = town.open(storage);
    const work = (async () => {
      for (const left of await dying.unitMoves.list()) await followUnits(dying, left, told);
    })();
    const lived = await Promise.race([work.then(() => true), died.then(() => false)]);
    const moved = await Promise.all(ids.map(town.standsIn));
    between.add(moved.filter((department) => department === 'MIL').length);
    for (let round = 0; (await town.deps.unitMoves.list()).length > 0; round++) {
      if (round > 10) throw new Error('It never ends');
      for (const left of await town.deps.unitMoves.list()) await followUnits(town.deps, left, told);
      town.pass(2 * MINUTE);
    }
    for (const id of ids) {
      expect(await town.standsIn(id)).toBe('MIL');
      expect(await town.kindsOf(id)).toEqual(['submitted', 'movedWithUnit']);
    }
    if (lived) break;
    // As it was, for the next one.
    await town.reorganises(undivided);
    for (let round = 0; (await town.deps.unitMoves.list()).length > 0 && round < 10; round++) {
      for (const left of await town.deps.unitMoves.list()) await town.deps.unitMoves.done(left);
    }
  }
  expect([...between].sort()).toEqual([0, 1, 2, 3]);
});
