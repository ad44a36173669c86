import { type Stage, stageRow, stages, stepCount } from '../../../src/domain/idea/stages.js';
import { isTextKey } from '../../../src/text/index.js';

describe('the idea’s way', () => {
  const names = Object.keys(stages) as Stage[];

  it('has its steps in order, from the first to the last', () => {
    const steps = names.flatMap((name) => stageRow(name).step ?? []);
    expect(steps).toEqual([...steps].sort());
    expect(new Set(steps)).toEqual(new Set(Array.from({ length: stepCount }, (_, n) => n + 1)));
  });

  it('asks for something wherever somebody has something to do, and for nothing where nobody has', () => {
    expect(names.filter((name) => stageRow(name).needs.length > 0)).toEqual(
      names.filter((name) => stageRow(name).open),
    );
  });

  it.each(names)('has a word for %s', (name) => {
    expect(isTextKey(`stage.${name}`)).toBe(true);
  });
});
