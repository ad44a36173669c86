import fc from 'fast-check';
import { createDirectory } from '../../../../src/domain/organisation/directory';
import type { Contact, Organisation } from '../../../../src/domain/organisation/organisation';
import { parseOrganisation } from '../../../../src/domain/organisation/organisation-file';
import { applyChange, describable, placeOf } from '../../../../src/domain/organisation/overlay/apply';
import { asFile } from '../../../../src/domain/organisation/overlay/as-file';
import { type OverlayChange, overlayChangeSchema, postLists } from '../../../../src/domain/organisation/overlay/change';
import { differences } from '../../../../src/domain/organisation/overlay/difference';
import { type OverlayEntry, rebase } from '../../../../src/domain/organisation/overlay/overlay';
import { passedPosts } from '../../../../src/domain/organisation/overlay/passed-posts';
import { renaming } from '../../../../src/domain/organisation/overlay/renaming';
import { withChange } from '../../../../src/domain/organisation/overlay/with-change';
import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';
import { organisationOf } from '../../../../testing/samples/organisation/small-organisation';
import { undivided, withUnitIn } from '../../../../testing/scenes/organisation/units-that-move';

const contact = (name: string, title = name): Contact => ({ name, email: `${name}@ort.example`, title });
const town = () =>
  organisationOf({ MIL: { leaders: ['ann', 'bo'], deputies: ['cia'], managers: ['dan'] }, VOO: { leaders: ['eva'] } });
const names = (organisation: Organisation, department: string, post: (typeof postLists)[number] = 'leaders') =>
  placeOf(organisation, { department })?.[post].map(({ name }) => name);
const leader = (out: string | undefined, comes: string | undefined, department = 'MIL'): OverlayChange => ({
  ...{ kind: 'post', department, post: 'leaders' },
  ...(out && { out: contact(out) }),
  ...(comes && { in: contact(comes) }),
});
const aliases = (was: string[], now: string[], department = 'MIL'): OverlayChange => ({
  kind: 'aliases',
  department,
  was,
  now,
});
const merge = (department: string, into: string, along = true): OverlayChange => ({
  ...{ kind: 'merge', department, into, people: along },
  name: { sv: department, en: department },
});
let count = 0;
const entry = (change: OverlayChange): OverlayEntry => ({ id: `e${++count}`, change });
/** All of them made one after the other. */
function made(base: Organisation, ...changes: OverlayChange[]) {
  let all: OverlayEntry[] = [];
  for (const change of changes) {
    const after = withChange(base, all, entry(change));
    if (!after.ok) throw new Error(after.refusal.code);
    all = after.value.entries;
  }
  return all;
}
const changesOf = (entries: readonly OverlayEntry[]) => entries.map(({ change }) => change);

describe('a change beside the organisation file', () => {
  it('puts somebody where the one stood whose post they take', () => {
    const after = applyChange(town(), leader('ann', 'nia'));
    expect(after.ok && names(after.value, 'MIL')).toEqual(['nia', 'bo']);
  });

  it.each<[why: string, change: OverlayChange, code: string]>([
    ['of a department that there is not', leader('ann', 'nia', 'XXX'), 'noPlace'],
    ['by which somebody leaves a post that they do not have', leader('eva', 'nia'), 'noHolder'],
    ['by which somebody gets a post that they have', leader('ann', 'bo'), 'isHolder'],
    [
      'that no file may say',
      aliases(
        [],
        Array.from({ length: 21 }, (_, n) => `ord ${n}`),
      ),
      'invalid',
    ],
  ])('%s is refused', (_why, change, code) => {
    expect(applyChange(town(), change)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('is refused where its alias is another department’s', () => {
    const base = applyChange(town(), aliases([], ['hemtjänst'], 'VOO'));
    if (!base.ok) throw new Error('refused');
    expect(applyChange(base.value, aliases([], ['Hemtjänst']))).toMatchObject({ refusal: { code: 'invalid' } });
  });

  it('and the next of the same value are one, which names what the file says; none when that is said again', () => {
    expect(changesOf(made(town(), leader('ann', 'nia'), leader('nia', 'ole')))).toEqual([leader('ann', 'ole')]);
    expect(changesOf(made(town(), aliases([], ['a']), aliases(['a'], ['b'])))).toEqual([aliases([], ['b'])]);
    expect(made(town(), leader('ann', 'nia'), leader('nia', 'ann'))).toEqual([]);
    expect(made(town(), leader(undefined, 'nia'), leader('nia', undefined))).toEqual([]);
  });
});

describe('a department that becomes a part of another', () => {
  const withUnits = () => {
    const base = town();
    const [mil] = base.departments;
    if (!mil) throw new Error('no department');
    mil.aliases.push('miljö');
    const names = { sv: 'Bygglov', en: 'Permits' };
    mil.units.push({
      code: 'BYG',
      name: names,
      aliases: [],
      headcount: 1,
      ...{ leaders: [], deputies: [], managers: [] },
    });
    return base;
  };
  const afterwards = (base: Organisation, change: OverlayChange): Organisation => {
    const made = applyChange(base, change);
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value;
  };

  it('brings its code, its units and its other words, and those who led it and stood in; never who managed it', () => {
    const { departments } = afterwards(withUnits(), merge('MIL', 'VOO'));
    expect(departments).toMatchObject([
      {
        code: 'VOO',
        earlier: [{ code: 'MIL', name: { sv: 'MIL' } }],
        ...{ aliases: ['miljö'], headcount: 2, units: [{ code: 'BYG' }] },
        leaders: [{ name: 'eva' }, { name: 'ann' }, { name: 'bo' }],
        ...{ deputies: [{ name: 'cia' }], managers: [] },
      },
    ]);
  });

  it('brings nobody where they are not to come along', () => {
    expect(afterwards(town(), merge('MIL', 'VOO', false)).departments).toMatchObject([
      { leaders: [{ name: 'eva' }], deputies: [], managers: [] },
    ]);
  });

  it('brings the codes that it had itself', () => {
    const three = organisationOf({ MIL: {}, VOO: {}, KUL: {} });
    const { departments } = afterwards(afterwards(three, merge('MIL', 'VOO')), merge('VOO', 'KUL'));
    expect(departments.map(({ code, earlier }) => [code, ...earlier.map((one) => one.code)])).toEqual([
      ['KUL', 'VOO', 'MIL'],
    ]);
  });

  it.each([
    ['itself', merge('MIL', 'MIL'), 'noPlace'],
    ['one that there is not', merge('MIL', 'GONE'), 'noPlace'],
  ])('is refused for %s', (_which, change, code) => {
    expect(applyChange(town(), change)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('is refused where they would have had too many codes', () => {
    const codes = Array.from({ length: 10 }, (_, n) => `D${n}`);
    let all = organisationOf(Object.fromEntries(codes.map((code) => [code, {}])));
    for (const code of codes.slice(1, 9)) all = afterwards(all, merge(code, 'D0'));
    expect(applyChange(all, merge('D9', 'D0'))).toMatchObject({ ok: false, refusal: { code: 'tooLarge' } });
  });

  it.each<[what: string, next: Organisation, becomes: 'kept' | 'folded' | 'lost', codes: string[][]]>([
    ['has both still: it counts', town(), 'kept', [['VOO', 'MIL']]],
    ['has them as one: nothing is left of it', afterwards(town(), merge('MIL', 'VOO')), 'folded', [['VOO', 'MIL']]],
    ['has let it go: its code stays', organisationOf({ VOO: { leaders: ['eva'] } }), 'kept', [['VOO', 'MIL']]],
    ['has let the other one go: it is lost', organisationOf({ MIL: { leaders: ['ann'] } }), 'lost', [['MIL']]],
  ])('and a new file that %s', (_what, next, becomes, codes) => {
    const found = rebase(next, [entry(merge('MIL', 'VOO'))]);
    expect(found[becomes]).toHaveLength(1);
    expect(
      found.organisation.departments.map(({ code, earlier }) => [code, ...earlier.map((one) => one.code)]),
    ).toEqual(codes);
  });

  it('and a file into which all has been folded are the same again, whatever was changed before', () => {
    const entries = made(
      withUnits(),
      leader('eva', undefined, 'VOO'),
      aliases([], ['omsorg'], 'VOO'),
      leader(undefined, 'eva'),
      merge('MIL', 'VOO'),
    );
    const { organisation } = rebase(withUnits(), entries);
    expect(names(organisation, 'VOO')).toEqual(['ann', 'bo', 'eva']);
    const again = rebase(organisation, entries);
    expect(again.organisation).toEqual(organisation);
    expect(again).toMatchObject({ kept: [], newlyAsked: [], lost: [] });
  });
});

describe('what a file that has two departments as one changes', () => {
  it('is told as one of them, with its units, that becomes a part of the other', () => {
    const before = town();
    const [mil] = before.departments;
    const unit = { code: 'BYG', name: { sv: 'Bygglov', en: 'Permits' }, aliases: [], headcount: 1 };
    mil?.units.push({ ...unit, ...{ leaders: [], deputies: [], managers: [] } });
    const made = applyChange(before, merge('MIL', 'VOO', false));
    if (!made.ok) throw new Error(made.refusal.code);
    const again = describable(before);
    expect(again.ok && differences(again.value, made.value)).toEqual([
      { kind: 'placeMerged', place: 'MIL', name: 'MIL', into: 'VOO' },
      { kind: 'placeChanged', place: 'VOO', what: ['headcount', 'earlier'] },
    ]);
    expect(differences(before, before)).toEqual([]);
  });
});

describe('what a file that has a unit in another department changes', () => {
  it('is told as a unit that moves, with what is changed of it and nothing that came or went', () => {
    const before = undivided;
    const after = withUnitIn(before, 'HTS', 'MIL');
    expect(differences(before, after)).toEqual([{ kind: 'unitMoved', place: 'VOO.HTS', name: 'HTS', into: 'MIL.HTS' }]);
    const renamed = after.departments.map((one) => ({
      ...one,
      units: one.units.map((unit) => (unit.code === 'HTS' ? { ...unit, headcount: 12, managers: [] } : unit)),
    }));
    expect(differences(before, { ...after, departments: renamed })).toEqual([
      { kind: 'unitMoved', place: 'VOO.HTS', name: 'HTS', into: 'MIL.HTS' },
      { kind: 'placeChanged', place: 'MIL.HTS', what: ['headcount'] },
      { kind: 'post', place: 'MIL.HTS', post: 'managers', gone: [expect.anything()], come: [] },
    ]);
  });
});

describe('who is told that units are a part of another department', () => {
  const told = (before: Organisation, after: Organisation) =>
    passedPosts(createDirectory(before), createDirectory(after)).map(({ email, post, came, apart }) =>
      [email.split('@')[0], post, came, apart].join(' '),
    );

  it('is everybody with a post in either, once', () => {
    expect(told(undivided, withUnitIn(undivided, 'HTS', 'MIL')).sort()).toEqual([
      'green leader.MIL true VOO.MIL.HTS',
      'green-deputy deputy.MIL true VOO.MIL.HTS',
      'green-manager manager.MIL true VOO.MIL.HTS',
      'leader leader.VOO true VOO.MIL.HTS',
      'leader-deputy deputy.VOO true VOO.MIL.HTS',
      'leader-manager manager.VOO true VOO.MIL.HTS',
    ]);
  });

  it('is told of all that has moved at once, and of no post beside that', () => {
    const both = withUnitIn(withUnitIn(undivided, 'HTS', 'MIL'), 'HTN', 'SBK');
    const departments = both.departments.map((one) =>
      one.code === 'SBK' ? { ...one, leaders: [...one.leaders, ...(undivided.departments[0]?.leaders ?? [])] } : one,
    );
    const all = told(undivided, { ...both, departments });
    expect(all.filter((one) => one.startsWith('leader '))).toEqual(['leader leader.VOO true VOO.MIL.HTS,VOO.SBK.HTN']);
    expect(all.filter((one) => one.startsWith('green '))).toEqual(['green leader.MIL true VOO.MIL.HTS']);
  });
});

describe('who is told that a department has another code', () => {
  it('is nobody who had the post and has it', () => {
    const before = organisationOf({ MIL: { leaders: ['ann', 'bo'], deputies: ['cia'] }, KUL: { leaders: ['eva'] } });
    const departments = before.departments.map((one) =>
      one.code === 'MIL'
        ? { ...one, code: 'MOK', earlier: [{ code: 'MIL', name: one.name }], leaders: one.leaders.slice(1) }
        : one,
    );
    const passed = passedPosts(createDirectory(before), createDirectory({ ...before, departments }));
    expect(passed.map(({ email, post, came }) => [email.split('@')[0], post, came])).toEqual([
      ['ann', 'leader.MOK', false],
    ]);
  });
});

describe('who is told that two departments are one', () => {
  const told = (people: boolean) => {
    const before = organisationOf({
      MIL: { leaders: ['ann', 'bo'], deputies: ['cia'], managers: ['dan'] },
      VOO: { leaders: ['bo', 'eva'], managers: ['fia'] },
      KUL: { leaders: ['ann'] },
    });
    const made = applyChange(before, merge('MIL', 'VOO', people));
    if (!made.ok) throw new Error(made.refusal.code);
    const passed = passedPosts(createDirectory(before), createDirectory(made.value));
    return passed.map(({ email, post, came, merged }) => [email.split('@')[0], post, came, merged]).sort();
  };

  it.each([
    [
      true,
      [
        ['ann', 'leader.VOO', true, 'MIL'],
        ['bo', 'leader.VOO', true, 'MIL'],
        ['cia', 'deputy.VOO', true, 'MIL'],
        ['dan', 'manager.MIL', false, 'MIL'],
        ['eva', 'leader.VOO', true, 'MIL'],
        ['fia', 'manager.VOO', true, 'MIL'],
      ],
    ],
    [
      false,
      [
        ['ann', 'leader.MIL', false, 'MIL'],
        ['bo', 'leader.VOO', true, 'MIL'],
        ['cia', 'deputy.MIL', false, 'MIL'],
        ['dan', 'manager.MIL', false, 'MIL'],
        ['eva', 'leader.VOO', true, 'MIL'],
        ['fia', 'manager.VOO', true, 'MIL'],
      ],
    ],
  ])('is everybody with a post in either, once, where people come along: %s', (people, passed) => {
    expect(told(people)).toEqual(passed);
  });
});

describe('another name', () => {
  const [mil] = town().departments;
  const change = (name: string, aliases: string[] = [], others: string[] = [], called = 'Vård') => {
    if (!mil) throw new Error('no department');
    const now = { sv: name, en: name };
    const departments = [
      { ...mil, aliases },
      { ...mil, code: 'VOO', name: { sv: called, en: called }, aliases: others },
    ];
    return renaming({ departments }, { ...mil, aliases }, now).map((one) => ('now' in one ? one.now : undefined));
  };

  it('keeps the one before as a word, where there is room and nobody else has it', () => {
    expect(change('Klimat', ['luft'])).toEqual([{ sv: 'Klimat', en: 'Klimat' }, ['luft', 'MIL']]);
    expect(change('Klimat', ['mil'])).toHaveLength(1);
    expect(change('Klimat', [], ['Mil'])).toHaveLength(1);
    expect(
      change(
        'Klimat',
        Array.from({ length: 20 }, (_, n) => `ord ${n}`),
      ),
    ).toHaveLength(1);
    expect(change('Klimat', [], [], 'Mil')).toHaveLength(1);
    expect(change('MIL')).toHaveLength(1);
  });
});

describe('a new file, and the changes beside the one before', () => {
  const base = town();
  /** The file as it would be with these changes in it. */
  const file = (...changes: OverlayChange[]) =>
    changes.reduce((organisation, change) => {
      const after = applyChange(organisation, change);
      if (!after.ok) throw new Error(after.refusal.code);
      return after.value;
    }, base);

  it.each<
    [
      what: string,
      change: OverlayChange,
      file: Organisation,
      becomes: 'kept' | 'newlyAsked' | 'folded' | 'lost',
      leads: string[],
    ]
  >([
    ['says what it said: the change counts', leader('ann', 'nia'), base, 'kept', ['nia', 'bo']],
    [
      'says what the change made: nothing is left of it',
      leader('ann', 'nia'),
      file(leader('ann', 'nia')),
      'folded',
      ['nia', 'bo'],
    ],
    [
      'names a third: the office is asked, and the change counts until it answers',
      leader('ann', 'nia'),
      file(leader('ann', 'ole')),
      'newlyAsked',
      ['ole', 'bo', 'nia'],
    ],
    [
      'names both: the office is asked',
      leader('ann', 'nia'),
      file(leader(undefined, 'nia')),
      'newlyAsked',
      ['nia', 'bo'],
    ],
    ['has others beside: both count', leader('ann', 'nia'), file(leader('bo', 'ole')), 'kept', ['nia', 'ole']],
    [
      'has let them go too: nothing is left of it',
      leader('ann', undefined),
      file(leader('ann', undefined)),
      'folded',
      ['bo'],
    ],
    [
      'has another department: it is lost',
      leader('eva', 'nia', 'VOO'),
      organisationOf({ MIL: { leaders: ['ann', 'bo'] } }),
      'lost',
      ['ann', 'bo'],
    ],
    [
      'gives its alias to another: it is lost',
      aliases([], ['miljö']),
      file(aliases([], ['miljö'], 'VOO')),
      'lost',
      ['ann', 'bo'],
    ],
  ])('%s', (_what, change, next, becomes, leads) => {
    const found = rebase(next, [entry(change)]);
    expect(found[becomes]).toHaveLength(1);
    expect(names(found.organisation, 'MIL')).toEqual(leads);
  });

  it('are asked about once', () => {
    const next = file(leader('ann', 'ole'));
    const first = rebase(next, [entry(leader('ann', 'nia'))]);
    expect(first.kept).toMatchObject([{ asked: true }]);
    expect(rebase(next, first.kept)).toMatchObject({ kept: first.kept, newlyAsked: [] });
    // The file says again what it said.
    expect(rebase(base, first.kept).kept).toEqual([expect.not.objectContaining({ asked: true })]);
  });
});

describe('an organisation and a file that describes it', () => {
  it.each([
    ['the example', exampleOrganisation()],
    ['one without an office', parsed({ innovationOffice: [], lastResort: contact('zed', 'Kommunchef') })],
  ])('%s are the same', (_which, organisation) => {
    const again = parseOrganisation(JSON.parse(JSON.stringify(asFile(organisation))));
    expect(again).toEqual({ ok: true, organisation });
  });
});

function parsed(more: object): Organisation {
  const { municipality: _, ...file } = asFile(town()) as Record<string, unknown>;
  const found = parseOrganisation({ ...file, municipality: { name: 'Orten' }, ...more });
  if (!found.ok) throw new Error(JSON.stringify(found.faults));
  return found.organisation;
}

describe('whatever is changed, and whatever file comes', () => {
  const people = ['ann', 'bo', 'cia', 'dan', 'eva', 'nia'];
  const words = ['hemtjänst', 'Hemtjanst', 'skola', ''];
  const who = fc.constantFrom(...people).map((name) => contact(name));
  const place = { department: fc.constantFrom('MIL', 'VOO', 'GONE') };
  const list = fc.uniqueArray(fc.constantFrom(...words), { maxLength: 3 });
  const change: fc.Arbitrary<OverlayChange> = fc.oneof(
    fc
      .record(
        { kind: fc.constant('post' as const), ...place, post: fc.constantFrom(...postLists), out: who, in: who },
        { requiredKeys: ['kind', 'department', 'post'] },
      )
      .filter((one) => one.in !== undefined || one.out !== undefined),
    fc.record({ kind: fc.constant('aliases' as const), ...place, was: list, now: list }),
    fc.record({
      kind: fc.constant('sourcePlace' as const),
      name: fc.constantFrom('Miljöförv', 'Konsulter', 'constructor'),
      now: fc.constantFrom('MIL', 'VOO', 'GONE', null),
    }),
    fc
      .record({
        from: fc.constantFrom('MIL', 'VOO', 'KUL'),
        into: fc.constantFrom('MIL', 'VOO', 'KUL'),
        people: fc.boolean(),
      })
      .map(({ from, into, people: along }) => merge(from, into, along)),
  );
  const posts = fc.uniqueArray(fc.constantFrom(...people), { maxLength: 3 });
  const department = fc.record({ leaders: posts, deputies: posts, managers: posts });
  const file = fc
    .record({ MIL: department, VOO: department, KUL: department }, { requiredKeys: ['MIL'] })
    .map((one) => organisationOf(one));
  /** Who has which post, in no order: who comes back stands last. */
  const posted = (organisation: Organisation) => [
    Object.entries(organisation.sources?.places ?? {}).sort(),
    ...organisation.departments.map(({ code, aliases, earlier, ...posts }) => [
      ...[code, aliases.toSorted(), earlier],
      ...postLists.map((post) => posts[post].map(({ email }) => email).sort()),
    ]),
  ];

  it('is an organisation that a file could describe, with every change that was not refused, and is the same when it is made anew', () => {
    fc.assert(
      fc.property(file, fc.array(change, { maxLength: 8 }), (base, changes) => {
        let organisation = base;
        let entries: OverlayEntry[] = [];
        for (const one of changes) {
          const after = withChange(base, entries, entry(one));
          const alone = applyChange(organisation, one);
          expect(after.ok).toBe(alone.ok);
          if (!after.ok || !alone.ok) continue;
          organisation = alone.value;
          ({ entries } = after.value);
          expect(posted(after.value.organisation)).toEqual(posted(organisation));
          const again = rebase(base, entries);
          expect(again).toMatchObject({ kept: entries, newlyAsked: [], folded: [], lost: [] });
          for (const { change: kept } of entries) expect(overlayChangeSchema.safeParse(kept).success).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('loses no change without saying so, and is always an organisation that a file could describe', () => {
    fc.assert(
      fc.property(file, file, fc.array(change, { maxLength: 6 }), (base, next, changes) => {
        let entries: OverlayEntry[] = [];
        for (const one of changes) {
          const after = withChange(base, entries, entry(one));
          if (after.ok) ({ entries } = after.value);
        }
        const found = rebase(next, entries);
        expect([...found.kept, ...found.folded, ...found.lost].map(({ id }) => id).sort()).toEqual(
          entries.map(({ id }) => id).sort(),
        );
        expect(parseOrganisation(JSON.parse(JSON.stringify(asFile(found.organisation)))).ok).toBe(true);
        // What counts beside a file that has it all is nothing.
        const folded = rebase(found.organisation, found.kept);
        expect(posted(folded.organisation)).toEqual(posted(found.organisation));
      }),
      { numRuns: 60 },
    );
  });
});
