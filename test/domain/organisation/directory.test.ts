import { searchDepartments } from '../../../src/domain/organisation/department-search.js';
import { createDirectory } from '../../../src/domain/organisation/directory.js';
import { nameIn } from '../../../src/domain/organisation/organisation.js';
import { parseOrganisation } from '../../../src/domain/organisation/organisation-file.js';
import { parsePlace } from '../../../src/domain/organisation/place.js';
import { parsePost } from '../../../src/domain/person/posts.js';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation.js';

const person = (name: string) => ({ name, email: `${name}@ort.example`, title: name });
const parsed = parseOrganisation({
  municipality: { name: 'Orten', innovationOffice: { sv: 'Innovationskontoret', en: 'Innovation Office' } },
  departments: [
    {
      code: 'VOO',
      name: { sv: 'Vård', en: 'Care' },
      headcount: 10,
      leaders: [person('leader1'), person('leader2')],
      deputies: [person('deputy')],
      managers: [person('boss')],
      units: [
        {
          code: 'HT',
          name: 'Hemtjänst',
          headcount: 4,
          leaders: [person('unitleader')],
          managers: [person('boss'), person('head')],
        },
      ],
    },
    { code: 'SBK', name: 'Bygg', headcount: 5, leaders: [person('leader1')], managers: [person('boss')] },
    { code: 'HAM', name: 'Hamn', headcount: 1 },
  ],
  innovationOffice: [person('office1'), person('office2')],
});
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const directory = createDirectory(parsed.organisation);
const at = (...names: string[]) => names.map((name) => `${name}@ort.example`);
const deciders = (code: string, ...excluded: string[]) => {
  const { role, contacts } = directory.decidersOf(code, at(...excluded));
  return [role, ...contacts.map(({ name }) => name)];
};

describe('a department by a code that it has had before', () => {
  const [care, ...others] = parsed.organisation.departments;
  if (!care) throw new Error('no department');
  const earlier = [{ code: 'SOC', name: { sv: 'Sociala', en: 'Social' } }, { code: 'HVO' }];
  const now = createDirectory({ ...parsed.organisation, departments: [{ ...care, earlier }, ...others] });

  it('is the same one, with the same people', () => {
    for (const code of ['VOO', 'SOC', 'HVO']) {
      expect([now.department(code)?.code, now.codeNow(code)]).toEqual(['VOO', 'VOO']);
      expect(now.leadersOf(code)).toEqual(directory.leadersOf('VOO'));
      expect(now.deputiesOf(code)).toEqual(directory.deputiesOf('VOO'));
      expect(now.decidersOf(code, at('leader1'))).toEqual(directory.decidersOf('VOO', at('leader1')));
    }
    expect(parsePlace('SOC.HT', now)).toEqual({ department: 'VOO', unit: 'HT' });
    expect(parsePost('manager.SOC.HT', now)).toEqual({ role: 'manager', department: 'VOO', unit: 'HT' });
  });

  it('has all codes under which something may be stored, and a stranger’s code only itself', () => {
    expect(now.everyCode(['SOC', 'SBK', 'VOO'])).toEqual(['VOO', 'SOC', 'HVO', 'SBK']);
    expect([now.codeNow('X'), now.everyCode(['X'])]).toEqual(['X', ['X']]);
  });

  it('leads nobody into a place of their own, and is found by the name that it had', () => {
    expect(now.departmentsLedBy('leader1@ort.example')).toEqual(['VOO', 'SBK']);
    expect(now.departments.map(({ code }) => code)).toEqual(['VOO', 'SBK', 'HAM']);
    for (const written of ['SOC', 'sociala', 'Social', 'hvo'])
      expect(searchDepartments(now, written)).toMatchObject({ kind: 'one', hit: { department: { code: 'VOO' } } });
  });
});

describe('a directory', () => {
  it('finds departments and units by code', () => {
    expect(directory.department('SBK')?.name.sv).toBe('Bygg');
    expect(directory.unit('HT')).toMatchObject({ unit: { code: 'HT' }, department: { code: 'VOO' } });
    expect([directory.department('X'), directory.unit('VOO')]).toEqual([undefined, undefined]);
  });

  it('knows what each person is, by e-mail in any case', () => {
    expect(directory.departmentsLedBy(' Leader1@ORT.example')).toEqual(['VOO', 'SBK']);
    expect(directory.deputyIn('deputy@ort.example')).toEqual(['VOO']);
    expect(directory.managedBy('boss@ort.example')).toEqual([
      { department: 'VOO' },
      { department: 'VOO', unit: 'HT' },
      { department: 'SBK' },
    ]);
    expect(directory.managedBy('head@ort.example')).toEqual([{ department: 'VOO', unit: 'HT' }]);
    expect([directory.isOffice('OFFICE2@ort.example'), directory.isOffice('boss@ort.example')]).toEqual([true, false]);
  });

  it('knows nothing of a stranger', () => {
    const stranger = 'stranger@ort.example';
    expect([directory.departmentsLedBy(stranger), directory.deputyIn(stranger), directory.managedBy(stranger)]).toEqual(
      [[], [], []],
    );
  });

  it('cannot be changed through what it gives', () => {
    directory.departmentsLedBy('leader1@ort.example').push('HAM');
    expect(directory.departmentsLedBy('leader1@ort.example')).toEqual(['VOO', 'SBK']);
  });

  it('counts a unit’s leaders among the department’s', () => {
    expect(directory.leadersOf('VOO').map(({ name }) => name)).toEqual(['leader1', 'leader2', 'unitleader']);
    expect(directory.departmentsLedBy('unitleader@ort.example')).toEqual(['VOO']);
  });
});

describe('who decides', () => {
  it.each([
    { why: 'every leader', code: 'VOO', excluded: [], who: ['leader', 'leader1', 'leader2', 'unitleader'] },
    {
      why: 'the leaders who did not submit',
      code: 'VOO',
      excluded: ['leader1'],
      who: ['leader', 'leader2', 'unitleader'],
    },
    {
      why: 'the deputy after the leaders',
      code: 'VOO',
      excluded: ['leader1', 'leader2', 'unitleader'],
      who: ['deputy', 'deputy'],
    },
    {
      why: 'the office where there is no deputy',
      code: 'SBK',
      excluded: ['leader1'],
      who: ['office', 'office1', 'office2'],
    },
    { why: 'the office where there is no leader', code: 'HAM', excluded: ['office1'], who: ['office', 'office2'] },
    {
      why: 'the office for a department that is gone',
      code: 'OLD',
      excluded: [],
      who: ['office', 'office1', 'office2'],
    },
    { why: 'nobody when all are excluded', code: 'HAM', excluded: ['office1', 'office2'], who: ['office'] },
  ])('is $why', ({ code, excluded, who }) => {
    expect(deciders(code, ...excluded)).toEqual(who);
  });
});

describe('the example', () => {
  const example = createDirectory(exampleOrganisation());

  it('has the three people of the demo', () => {
    expect(example.departmentsLedBy('innovationsledare.vard@soderhamra.example')).toEqual(['VOO']);
    expect(example.managedBy('chef.vard@soderhamra.example')).toEqual([{ department: 'VOO' }]);
    expect(JSON.stringify(exampleOrganisation())).not.toContain('medarbetare@soderhamra.example');
  });

  it('lets somebody decide in every department when its first leader has an idea', () => {
    for (const { code, leaders } of example.departments) {
      expect(
        example.decidersOf(
          code,
          leaders.slice(0, 1).map(({ email }) => email),
        ).contacts,
      ).not.toEqual([]);
    }
  });
});

it('a name is given in the reader’s language', () => {
  const name = { sv: 'Vård', en: 'Care' };
  expect([nameIn(name, 'sv'), nameIn(name, 'en')]).toEqual(['Vård', 'Care']);
});
