import fc from 'fast-check';
import {
  adviceOn,
  checkOrganisation,
  faultLine,
  parseOrganisation,
} from '../../../src/domain/organisation/organisation-file.js';
import { thinChains } from '../../../src/domain/organisation/organisation-rules.js';
import { exampleFile } from '../../../testing/samples/organisation/example-organisation.js';

const anna = { name: 'Innovationsledare Miljö', email: 'Leder.Miljo@Ort.example', title: 'Innovationsledare' };
const bo = { name: 'Innovationschef', email: 'chef@ort.example', title: 'Innovationschef' };
const miljo = { code: 'MIL', name: 'Miljö', headcount: 12, leaders: [anna] };
const smallest = {
  municipality: { name: 'Lilla Orten', innovationOffice: 'Innovationskontoret' },
  departments: [miljo],
  innovationOffice: [bo],
};

const faultsOf = (raw: unknown): { path: string; message: string }[] => {
  const parsed = parseOrganisation(raw);
  return parsed.ok ? [] : parsed.faults;
};
// Each part right or anything at all.
const as = (value: unknown, other: fc.Arbitrary<unknown>) => fc.oneof(fc.constant(value), other);
const miljoAs = (other: fc.Arbitrary<unknown>) => ({
  code: as(miljo.code, other),
  name: as(miljo.name, other),
  headcount: as(miljo.headcount, other),
  leaders: as(miljo.leaders, other),
});
const smallestAs = (other: fc.Arbitrary<unknown>) => ({
  municipality: as(smallest.municipality, other),
  innovationOffice: as(smallest.innovationOffice, other),
});

const accepted = (raw: unknown) => {
  const parsed = parseOrganisation(raw);
  if (!parsed.ok) throw new Error(parsed.faults.map(faultLine).join('\n'));
  return parsed.organisation;
};

describe('a file that says only what it must', () => {
  it('is a whole organisation, with what it leaves out filled in', () => {
    expect(accepted(smallest)).toEqual({
      municipality: {
        code: 'lilla-orten',
        name: 'Lilla Orten',
        defaultLanguage: 'sv',
        innovationOffice: { sv: 'Innovationskontoret', en: 'Innovationskontoret' },
      },
      goals: [],
      otherChannels: [],
      answers: {},
      registrars: [],
      retention: { words: 'keep' },
      departments: [
        {
          code: 'MIL',
          kind: 'department',
          name: { sv: 'Miljö', en: 'Miljö' },
          aliases: [],
          headcount: 12,
          leaders: [{ ...anna, email: 'leder.miljo@ort.example' }],
          deputies: [],
          managers: [],
          units: [],
          readFirst: false,
          costLimit: 100_000,
          earlier: [],
        },
      ],
      innovationOffice: [bo],
      digest: { day: 1, hour: 8, timeZone: 'Europe/Stockholm' },
      leadingHours: 2,
      smallTest: { costLimit: 5000 },
      calendar: {
        quietPeriods: [
          { from: '12-24', to: '12-31' },
          { from: '07-06', to: '07-19' },
        ],
        closedDays: [],
      },
      answerDays: { leader: 14, submitter: 14, driver: 30, doer: 7, funder: 14, owner: 14 },
    });
  });

  it('makes codes of goals and other channels from their Swedish names', () => {
    const named = {
      ...smallest,
      goals: [{ name: { sv: 'Grön stad', en: 'Green city' } }],
      otherChannels: [{ name: 'Felanmälan', link: 'mailto:fel@ort.example' }],
    };
    expect(accepted(named)).toMatchObject({ goals: [{ code: 'gron-stad' }], otherChannels: [{ code: 'felanmalan' }] });
  });

  it('keeps what it says about digests and answer days, and fills in the rest', () => {
    const organisation = accepted({ ...smallest, digest: { day: 5 }, answerDays: { leader: 10 } });
    expect(organisation.digest).toEqual({ day: 5, hour: 8, timeZone: 'Europe/Stockholm' });
    expect(organisation.answerDays.leader).toBe(10);
  });

  it('keeps what a department may spend by itself, and whom to ask about procurement', () => {
    const departments = [{ ...miljo, costLimit: 0 }];
    const organisation = accepted({ ...smallest, departments, procurement: bo });
    expect(organisation.departments[0]?.costLimit).toBe(0);
    expect(organisation.procurement).toEqual(bo);
  });

  it('may point to its JSON schema', () => {
    expect(accepted({ $schema: './organisation.schema.json', ...smallest })).not.toHaveProperty('$schema');
  });
});

describe('one fault', () => {
  const department = (change: object) => ({ ...smallest, departments: [{ ...miljo, ...change }] });
  const two = (one: object, other: object) => ({
    ...smallest,
    departments: [
      { ...miljo, ...one },
      { ...miljo, code: 'SBK', ...other },
    ],
  });
  const unit = (code: string) => ({ code, name: 'Enhet', headcount: 1 });

  it.each<[what: string, raw: unknown, path: string, says: RegExp]>([
    ['no object at all', null, '', /Write an object/],
    ['a list', [], '', /Write an object/],
    ['no departments', { ...smallest, departments: [] }, 'departments', /add at least one/],
    ['departments missing', { ...smallest, departments: undefined }, 'departments', /missing: write a list/],
    [
      'an empty office',
      { ...department({ deputies: [bo] }), innovationOffice: [] },
      'lastResort',
      /who decides when nobody else can/,
    ],
    ['a key that is mistyped', department({ leader: [] }), 'departments[0].leader', /no such key.*leaders/],
    [
      'texts that are erased without a decision',
      { ...smallest, retention: { words: 'erase' } },
      'retention.decision',
      /Write the decision/,
    ],
    ['a mistyped key at the top', { ...smallest, goal: [] }, 'goal', /no such key.*goals/],
    ['a name without English', department({ name: { sv: 'Miljö' } }), 'departments[0].name.en', /missing/],
    [
      'a name in an unknown language',
      department({ name: { sv: 'a', en: 'b', fi: 'c' } }),
      'departments[0].name.fi',
      /no such/,
    ],
    ['a name that is a number', department({ name: 7 }), 'departments[0].name', /each language/],
    ['no name', department({ name: undefined }), 'departments[0].name', /missing/],
    ['an empty name', department({ name: ' ' }), 'departments[0].name', /empty/],
    ['half a person', department({ headcount: 1.5 }), 'departments[0].headcount', /a whole number/],
    ['fewer than nobody', department({ headcount: -1 }), 'departments[0].headcount', /at least 0/],
    ['an unknown kind', department({ kind: 'bolag' }), 'departments[0].kind', /"department", "company"/],
    [
      'no e-mail address',
      department({ leaders: [{ ...anna, email: 'anna' }] }),
      'departments[0].leaders[0].email',
      /e-mail/,
    ],
    ['a code with a slash', department({ code: 'A/B' }), 'departments[0].code', /storage keys/],
    ['a code with a bar', department({ code: 'A|B' }), 'departments[0].code', /storage keys/],
    ['a code with a full stop', department({ code: 'A.B' }), 'departments[0].code', /storage keys/],
    ['a code with a comma', department({ code: 'A,B' }), 'departments[0].code', /storage keys/],
    ['less than nothing to spend', department({ costLimit: -1 }), 'departments[0].costLimit', /at least 0/],
    ['a code with a control character', department({ code: 'A\u0085B' }), 'departments[0].code', /storage keys/],
    ['an empty code', department({ code: '' }), 'departments[0].code', /empty/],
    ['a time zone that is none', { ...smallest, digest: { timeZone: 'Europe/Stockholn' } }, 'digest.timeZone', /IANA/],
    ['an hour after midnight', { ...smallest, digest: { hour: 24 } }, 'digest.hour', /at most 23/],
    ['no days to answer', { ...smallest, answerDays: { leader: 0 } }, 'answerDays.leader', /at least 1/],
    [
      'a link that is no link',
      { ...smallest, otherChannels: [{ name: 'Fel', link: 'javascript:alert(1)' }] },
      'otherChannels[0].link',
      /https:/,
    ],
    [
      'a name that gives no code',
      { ...smallest, municipality: { name: '东京', innovationOffice: 'x' } },
      'municipality.code',
      /write a code/,
    ],
    [
      'a language we do not speak',
      { ...smallest, municipality: { ...smallest.municipality, defaultLanguage: 'fi' } },
      'municipality.defaultLanguage',
      /"sv", "en"/,
    ],
    ['an earlier code that is none', department({ earlier: [3] }), 'departments[0].earlier[0]', /a code, or/],
    ['an earlier code that is one now', two({}, { earlier: ['mil'] }), 'departments[1].earlier[0]', /\[0\]\.code/],
    [
      'an earlier code of two departments',
      two({ earlier: ['SBF'] }, { earlier: ['A', { code: 'sbf', name: 'Samhälle' }] }),
      'departments[1].earlier[1]',
      /departments\[0\]\.earlier/,
    ],
    [
      'more earlier codes than are looked up',
      department({ earlier: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] }),
      'departments[0].earlier',
      /it can hold 8/,
    ],
    ['two departments with one code', two({}, { code: 'mil' }), 'departments[1].code', /departments\[0\]\.code/],
    [
      'two units with one code',
      two({ units: [unit('X')] }, { units: [unit('X')] }),
      'departments[1].units[0].code',
      /units\[0\]/,
    ],
    [
      'two goals with one code',
      { ...smallest, goals: [{ name: 'Grön' }, { name: 'grön' }] },
      'goals[1].code',
      /different codes/,
    ],
    [
      'an alias of two',
      two({ aliases: ['Luft'] }, { aliases: ['a', 'luft'] }),
      'departments[1].aliases[1]',
      /departments\[0\]/,
    ],
    [
      'an office without a name',
      { ...smallest, municipality: { name: 'Lilla Orten' } },
      'municipality.innovationOffice',
      /what the office is called/,
    ],
  ])('%s is told of by its path, and alone', (_what, raw, path, says) => {
    expect(faultsOf(raw)).toEqual([{ path, message: expect.stringMatching(says) }]);
  });
});

describe('many faults', () => {
  it('are all told of in one pass, those of shape and those of rules', () => {
    const faults = faultsOf({
      municipality: { name: '', innovationOffice: { sv: 'x' } },
      departments: [
        { ...miljo, leaders: [{ ...anna, email: 'x' }], manager: [] },
        { ...miljo, code: 'SBK', leaders: [] },
        { ...miljo, headcount: '12', leaders: 'Anna', units: [{ code: 'A' }, { code: 'A', name: 'B', headcount: 1 }] },
        'SBK',
      ],
      innovationOffice: [bo],
      digest: { timeZone: 'x' },
    });
    expect(faults.map(({ path }) => path).sort()).toEqual(
      [
        'municipality.name',
        'municipality.innovationOffice.en',
        'departments[0].leaders[0].email',
        'departments[0].manager',
        'departments[2].headcount',
        'departments[2].leaders',
        'departments[2].units[0].name',
        'departments[2].units[0].headcount',
        'departments[2].units[1].code',
        'departments[2].code',
        'departments[3]',
        'digest.timeZone',
      ].sort(),
    );
  });

  it('of one value are told of together', () => {
    const slashes = {
      ...smallest,
      departments: [
        { ...miljo, code: 'A/B' },
        { ...miljo, code: 'A/B' },
      ],
    };
    expect(faultsOf(slashes).map(({ path }) => path)).toEqual([
      'departments[0].code',
      'departments[1].code',
      'departments[1].code',
    ]);
  });

  it('are never a surprise, whatever the file holds', () => {
    const department = fc.record({ ...miljoAs(fc.jsonValue()), units: fc.jsonValue() }, { requiredKeys: [] });
    const file = fc.record({
      ...smallestAs(fc.jsonValue()),
      departments: fc.array(fc.oneof(department, fc.jsonValue())),
    });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), file), (raw) => {
        const parsed = parseOrganisation(raw);
        if (!parsed.ok) expect(parsed.faults.every(({ message }) => /[.]$/.test(message))).toBe(true);
      }),
    );
  });

  it('are one line each for the operator', () => {
    expect(faultLine({ path: 'goals[0].name', message: 'This is missing.' })).toBe('goals[0].name: This is missing.');
    expect(faultLine({ path: '', message: 'No JSON.' })).toBe('No JSON.');
  });
});

describe('a chain of people that is too thin', () => {
  const cia = { name: 'Chef Miljö', email: 'chef.miljo@ort.example', title: 'Chef' };
  const whole = { ...miljo, managers: [cia] };
  const file = (change: object, more: object = {}) => ({
    ...smallest,
    departments: [{ ...whole, ...change }],
    ...more,
  });
  const checked = (raw: unknown) => {
    const parsed = checkOrganisation(raw);
    return parsed.ok ? [] : parsed.faults.map(({ path, message }) => [path, message.replace(/:.*/, '')]);
  };
  const noIdeas = 'Fewer than two different people can decide here, and nobody decides on their own idea';
  const noMoney =
    'Fewer than two different people can decide on money here, and nobody decides on money for what is their own';
  const noOffice = { innovationOffice: [], municipality: { name: 'Lilla Orten' }, lastResort: bo };

  it.each<[string, unknown, string[]]>([
    ['is none where two can decide on ideas and two on money', file({}), []],
    ['is one for ideas', file({ leaders: [{ ...bo, email: 'CHEF@ort.example' }] }), [noIdeas]],
    ['is one for money', file({ managers: [] }), [noMoney]],
    ['is one for both', file({ leaders: [], managers: [bo] }), [noIdeas, noMoney]],
    ['is none when a unit has the second one', file({ leaders: [], units: [{ ...miljo, code: 'U' }] }), []],
    [
      'does not count a unit’s manager, who decides on no money',
      file({ managers: [], units: [{ ...whole, code: 'U' }] }),
      [noMoney],
    ],
    ['counts the last resort where there is no office', file({}, noOffice), []],
    ['is one where the last resort is alone', file({ leaders: [] }, noOffice), [noIdeas]],
  ])('%s', (_what, raw, faults) => {
    expect(checked(raw)).toEqual(faults.map((message) => ['departments[0]', message]));
    // The bot starts with it all the same: people leave between two checks.
    expect(accepted(raw).departments).toHaveLength(1);
  });

  it('is told of beside every other fault of the file', () => {
    expect(checked(file({ leaders: [], headcount: -1 })).map(([path]) => path)).toEqual([
      'departments[0].headcount',
      'departments[0]',
    ]);
  });

  it('is never a surprise, whatever the file holds', () => {
    fc.assert(fc.property(fc.jsonValue(), (raw) => void checkOrganisation(raw)));
  });
});

describe('a municipality without an innovation office', () => {
  it('names a last resort, by whose title it is called', () => {
    const { municipality, lastResort } = accepted({
      ...smallest,
      municipality: { name: 'Lilla Orten' },
      innovationOffice: [],
      lastResort: { ...bo, title: 'Kommundirektör' },
    });
    expect(municipality.innovationOffice).toEqual({ sv: 'Kommundirektör', en: 'Kommundirektör' });
    expect(lastResort?.email).toBe('chef@ort.example');
  });
});

describe('the example', () => {
  it('is a whole municipality with at least twelve departments and companies', () => {
    const { departments, goals, otherChannels } = accepted(exampleFile());
    expect(departments.length).toBeGreaterThanOrEqual(12);
    expect(departments.filter(({ units }) => units.length > 0).length).toBeGreaterThanOrEqual(3);
    expect(departments.every(({ leaders, managers }) => leaders.length > 0 && managers.length > 0)).toBe(true);
    expect(departments.flatMap(({ units }) => units).every(({ managers }) => managers.length > 0)).toBe(true);
    expect([goals.length, otherChannels.length]).toEqual([5, 11]);
  });
});

describe('a post that a group says', () => {
  const rule = {
    post: 'deputies',
    department: 'MIL',
    group: '00000000-0000-0000-0000-00000000aaa1',
    title: 'Ersättare',
  };
  const file = {
    municipality: { name: 'Lilla Orten' },
    departments: [miljo],
    lastResort: anna,
    sources: { graph: { posts: [rule] } },
  };

  it('will have people where a file is checked, and has none where nobody stands in it in the organisation', () => {
    const on = (options?: { groups: boolean }) => thinChains(file, options).map((one) => one.on);
    expect(on({ groups: true })).toEqual(['money']);
    expect(on()).toEqual(['ideas', 'money']);
  });
});

describe('what a file that can be used leaves out', () => {
  const advised = (more: object): string[] => adviceOn(accepted({ ...smallest, ...more }));
  const delegation = 'Delegationsordning 2026, punkt 2';

  it('is told where nobody decides on money, and not where somebody does', () => {
    expect(advised({})).toEqual([expect.stringMatching(/^departments\[0\]\.delegation: /)]);
    expect(advised({ officeDelegation: delegation })).toEqual([]);
    expect(advised({ departments: [{ ...miljo, delegation }] })).toEqual([]);
  });

  it('is told where a word for one department is what another or a unit of another is called; such a file is read', () => {
    const unit = { code: 'HTS', name: 'Hemtjänst Söder', headcount: 5 };
    const care = { ...miljo, code: 'VOO', name: 'Vård och omsorg', units: [unit], earlier: ['OMS'] };
    const words = (...aliases: string[]) =>
      advised({ officeDelegation: delegation, departments: [{ ...miljo, aliases }, care] });
    expect(words('vård & omsorg', 'hts', 'Hemtjänst söder', 'oms', 'luft', miljo.name)).toEqual(
      [0, 1, 2, 3].map((at) => expect.stringMatching(new RegExp(`^departments\\[0\\]\\.aliases\\[${at}\\]: .*VOO`))),
    );
    expect(words('luft')).toEqual([]);
  });

  it('is told where a source’s name leads to no place', () => {
    const sources = { places: { Miljöförv: 'MIL', Hamnen: 'HAM', Bolaget: null } };
    expect(advised({ officeDelegation: delegation, sources })).toEqual([
      expect.stringMatching(/^sources\.places\["Hamnen"\]: .*"HAM"/),
    ]);
  });
});
