import { boardsOf } from '../../../src/domain/archive/board';
import { decisionPeriod, decisionPeriods } from '../../../src/domain/archive/decision-periods';
import { createDirectory } from '../../../src/domain/organisation/directory';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';

describe('boards', () => {
  const organisation = exampleOrganisation();
  const board = { sv: 'Omsorgsnämnden', en: 'The care board' };
  const boards = (of: Readonly<Record<string, typeof board>>) =>
    boardsOf(
      createDirectory({
        ...organisation,
        departments: organisation.departments.map((one) => {
          const its = of[one.code];
          return its ? { ...one, board: its } : one;
        }),
      }),
    );

  it('are a department each where the file names none', () => {
    expect(boards({}).map(({ code, departments }) => [code, departments])).toEqual(
      organisation.departments.map(({ code }) => [code, [code]]),
    );
  });

  it('have the departments together whose board is called the same', () => {
    const [first, second] = organisation.departments.map(({ code }) => code);
    const found = boards({ [first ?? '']: board, [second ?? '']: { ...board, sv: 'omsorgsnämnden' } });
    expect(found[0]).toEqual({ code: first, name: board, departments: [first, second] });
    expect(found).toHaveLength(organisation.departments.length - 1);
  });
});

describe('periods of decisions', () => {
  it('are this month and year, and those before', () => {
    expect(decisionPeriods('2026-01-31').map(({ name, from, to }) => [name, from, to])).toEqual([
      ['2026-01', '2026-01-01', '2026-01-31'],
      ['2025-12', '2025-12-01', '2025-12-31'],
      ['2026', '2026-01-01', '2026-12-31'],
      ['2025', '2025-01-01', '2025-12-31'],
    ]);
  });

  it.each(['', '2026-13', '2027', '2026-12', "2026' or 1", '1999'])('are none that is called "%s"', (name) => {
    expect(decisionPeriod(name, '2026-11-26')).toBeUndefined();
  });
});
