import { createDirectory } from '../../../../src/domain/organisation/directory';
import type { Organisation } from '../../../../src/domain/organisation/organisation';
import { applyChange } from '../../../../src/domain/organisation/overlay/apply';
import { aboutOf, type OverlayChange, type SplitChange } from '../../../../src/domain/organisation/overlay/change';
import { movedUnits } from '../../../../src/domain/organisation/overlay/moved-units';
import { rebase } from '../../../../src/domain/organisation/overlay/overlay';
import { unitsNamed } from '../../../../src/domain/organisation/overlay/units-named';
import { withChange } from '../../../../src/domain/organisation/overlay/with-change';
import { undivided, withUnitIn } from '../../../../testing/scenes/organisation/units-that-move';

const contact = (name: string) => ({ name, email: `${name}@ort.example`, title: name });
const toMil: SplitChange = { kind: 'split', department: 'VOO', into: 'MIL', units: ['HTS'] };
const toNew: SplitChange = {
  ...{ kind: 'split', department: 'VOO', into: 'hemtjanst', units: ['HTS', 'HTN'] },
  created: { name: { sv: 'Hemtjänst', en: 'Home Care' }, leaders: [contact('ann')], managers: [contact('bo')] },
};
const entry = (id: string, change: OverlayChange) => ({ id, change });
const made = (organisation: Organisation, ...changes: OverlayChange[]): Organisation =>
  changes.reduce((before, change) => {
    const after = applyChange(before, change);
    if (!after.ok) throw new Error(after.refusal.code);
    return after.value;
  }, organisation);
const shape = ({ departments }: Organisation) =>
  departments.map(({ code, units, headcount }) => [code, units.map((unit) => unit.code).join(' '), headcount]);

describe('units that become another department’s', () => {
  it('are a part of it, with their posts and the people who work there, and move', () => {
    const after = made(
      { ...undivided, departments: undivided.departments.map((one) => ({ ...one, headcount: 30 })) },
      toMil,
    );
    expect(shape(after)).toEqual([
      ['VOO', 'HTN', 20],
      ['MIL', 'HTS', 40],
      ['SBK', '', 30],
    ]);
    expect(movedUnits(createDirectory(undivided), createDirectory(after))).toMatchObject([
      { from: 'VOO', into: 'MIL' },
    ]);
    expect(createDirectory(after).managedBy('HTS@ort.example')).toContainEqual({ department: 'MIL', unit: 'HTS' });
    expect(aboutOf(toMil)).toBe('split.VOO.MIL');
  });

  it('make a new one, beside the one that they leave, with its rules and no delegation of its own', () => {
    const strict = undivided.departments.map((one) => ({
      ...one,
      readFirst: true,
      costLimit: 7,
      aliases: one.code === 'VOO' ? ['hemtjänst'] : [],
    }));
    const after = made({ ...undivided, departments: strict }, toNew);
    expect(after.departments.map(({ code }) => code)).toEqual(['VOO', 'hemtjanst', 'MIL', 'SBK']);
    const [left, begun] = after.departments;
    expect(begun).toMatchObject({
      name: { sv: 'Hemtjänst', en: 'Home Care' },
      readFirst: true,
      costLimit: 7,
      deputies: [],
    });
    expect(begun?.delegation).toBeUndefined();
    expect([begun?.leaders, begun?.managers]).toEqual([[contact('ann')], [contact('bo')]]);
    // The word that is its name finds it, and not the one that was.
    expect(left).toMatchObject({ units: [], aliases: [] });
  });

  it('are not moved where there is no such department, none of them, or nothing to make', () => {
    const refusal = (change: SplitChange) => {
      const after = applyChange(undivided, change);
      return after.ok ? 'made' : after.refusal.code;
    };
    for (const change of [
      { ...toMil, department: 'GONE' },
      { ...toMil, into: 'GONE' },
      { ...toMil, into: 'VOO' },
      { ...toMil, units: ['GONE'] },
    ])
      expect(refusal(change)).toBe('noPlace');
    const many = Array.from({ length: 1000 }, (_, at) => ({
      ...(undivided.departments[0]?.units[0] ?? never()),
      code: `U${at}`,
    }));
    const full = undivided.departments.map((one) => (one.code === 'MIL' ? { ...one, units: many } : one));
    const after = applyChange({ ...undivided, departments: full }, toMil);
    expect(after.ok ? 'made' : after.refusal.code).toBe('tooLarge');
  });

  it('are known by sources where they are now', () => {
    const posts = [{ post: 'leaders' as const, department: 'VOO', unit: 'HTS', group: 'g', title: 'Ledare' }];
    const sources = {
      places: { Söder: 'VOO.HTS', Norr: 'VOO.HTN', Annat: null },
      graph: { department: 'department' as const, posts },
    };
    const after = made(
      {
        ...undivided,
        sources: {
          ...sources,
          graph: {
            ...sources.graph,
            posts: [{ ...(posts[0] ?? never()), group: '00000000-0000-0000-0000-00000000aaa1' }],
          },
        },
      },
      toMil,
    );
    expect(after.sources?.places).toEqual({ Söder: 'MIL.HTS', Norr: 'VOO.HTN', Annat: null });
    expect(after.sources?.graph?.posts).toMatchObject([{ department: 'MIL', unit: 'HTS' }]);
  });
});

describe('a split beside a file', () => {
  const before: OverlayChange = { kind: 'post', department: 'VOO', unit: 'HTS', post: 'managers', in: contact('cia') };
  const after: OverlayChange = { kind: 'post', department: 'hemtjanst', post: 'leaders', in: contact('dag') };

  it('stands with what was changed before and after it', () => {
    const { kept, lost, organisation } = rebase(undivided, [entry('a', before), entry('b', toNew), entry('c', after)]);
    expect([kept.length, lost]).toEqual([3, []]);
    const begun = organisation.departments.find(({ code }) => code === 'hemtjanst');
    expect(begun?.leaders.map(({ name }) => name)).toEqual(['ann', 'dag']);
    expect(begun?.units[0]?.managers.map(({ name }) => name)).toEqual(['chief', 'cia']);
  });

  it('and all that was changed is a part of a file that says the same', () => {
    const rule: OverlayChange = { kind: 'sourcePlace', name: 'Söder', now: 'VOO.HTS' };
    const all = [entry('a', before), entry('r', rule), entry('b', toNew), entry('c', after)];
    const file = made(undivided, before, rule, toNew, after);
    const { kept, folded, lost, organisation } = rebase(file, all);
    expect([kept, lost, folded.map(({ id }) => id)]).toEqual([[], [], ['a', 'r', 'b', 'c']]);
    expect(organisation).toEqual(file);
  });

  it('means nothing of a file that has neither', () => {
    const others = undivided.departments.filter(({ code }) => code !== 'VOO');
    expect(rebase({ ...undivided, departments: others }, [entry('b', toMil)])).toMatchObject({
      kept: [],
      lost: [{ id: 'b' }],
    });
    // In a file that has moved them itself nothing is left of it.
    expect(rebase(withUnitIn(undivided, 'HTS', 'MIL'), [entry('b', toMil)])).toMatchObject({
      kept: [],
      folded: [{ id: 'b' }],
    });
  });

  it('is no change of what was changed before it', () => {
    const first = withChange(
      undivided,
      [entry('a', { kind: 'aliases', department: 'VOO', was: [], now: ['vård'] })],
      entry('b', toMil),
    );
    if (!first.ok) throw new Error(first.refusal.code);
    const then = withChange(
      undivided,
      first.value.entries,
      entry('c', { kind: 'aliases', department: 'VOO', was: ['vård'], now: ['omsorg'] }),
    );
    expect(then.ok && then.value.entries.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('is followed by units that go on, and that come back', () => {
    const on: OverlayChange = { ...toMil, department: 'MIL', into: 'SBK' };
    const back: OverlayChange = { ...toMil, department: 'SBK', into: 'VOO' };
    const { kept, organisation } = rebase(undivided, [entry('a', toMil), entry('b', on), entry('c', back)]);
    expect(kept).toHaveLength(3);
    expect(shape(organisation).map(([code, units]) => `${code}: ${units}`)).toEqual(['VOO: HTN HTS', 'MIL: ', 'SBK: ']);
  });

  it('and a merge after it bring the units back', () => {
    const merge: OverlayChange = {
      ...{ kind: 'merge', department: 'hemtjanst', into: 'VOO', people: false },
      name: { sv: 'Hemtjänst', en: 'Home Care' },
    };
    const { kept, organisation } = rebase(undivided, [entry('a', toNew), entry('b', merge)]);
    expect(kept).toHaveLength(2);
    expect(organisation.departments[0]?.units.map(({ code }) => code)).toEqual(['HTS', 'HTN']);
    expect(createDirectory(organisation).codeNow('hemtjanst')).toBe('VOO');
  });
});

test('units are named by code, name or another word, and a word of several is none’s', () => {
  const [first, second] = undivided.departments[0]?.units ?? [];
  if (!first || !second) throw new Error('There are no units');
  const units = [
    { ...first, name: { sv: 'Hemtjänst Söder', en: 'Home Care South' }, aliases: ['söder'] },
    { ...second, name: { sv: 'Hemtjänst Norr', en: 'Home Care North' }, aliases: ['hemtjänsten'] },
    { ...second, code: 'HTX', aliases: ['hemtjänsten'] },
  ];
  const named = (written: string) => unitsNamed({ units }, written);
  expect(named('HTS,HTN')).toEqual({ codes: ['HTS', 'HTN'], unknown: [] });
  expect(named('hemtjanst norr; home care south, Söder')).toEqual({ codes: ['HTN', 'HTS'], unknown: [] });
  expect(named('hemtjänsten, Öster, ')).toEqual({ codes: [], unknown: ['hemtjänsten', 'Öster'] });
  expect(named('')).toEqual({ codes: [], unknown: [] });
});

function never(): never {
  throw new Error('It is not there');
}
