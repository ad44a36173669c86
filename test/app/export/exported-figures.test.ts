import { exportedFigures } from '../../../src/app/export/exported-figures';
import { countAnew } from '../../../src/app/figures/count-ideas';
import { openScene } from '../../../testing/scenes/use-cases';

it('counts units in which somebody has said that they have the same problem, as the follow-up does', async () => {
  const scene = await openScene();
  const { deps } = scene;
  const units = deps.directory().departments.flatMap(({ units: some }) => some.map(({ code }) => code));
  for (const unit of units) deps.besideLog.sameProblem(unit, deps.now().slice(0, 10));
  await deps.besideLog.write();
  scene.pass(365 * 86_400_000);
  await deps.figureState.claim('counter', deps.now(), true);
  await countAnew(deps, { me: 'counter' });
  await deps.figureState.release('counter');

  const found = await exportedFigures(deps, { names: false });
  const breadth = found.flatMap(({ lines }) => lines.filter(({ name }) => name === 'breadth'));
  expect(units.length).toBeGreaterThanOrEqual(7);
  expect(breadth.map(({ current }) => current)).toContainEqual({ few: false, cases: units.length, hits: units.length });
});
