import fc from 'fast-check';
import { checkOrganisation, parseOrganisation } from '../../../../src/domain/organisation/organisation-file';
import { asFile } from '../../../../src/domain/organisation/overlay/as-file';
import { rebase } from '../../../../src/domain/organisation/overlay/overlay';
import {
  groupSays,
  isOfGroup,
  partOfGroups,
  withGroups,
  withoutGroups,
} from '../../../../src/domain/organisation/sources/group-posts';
import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';

const GROUP = '00000000-0000-0000-0000-00000000aaaa';
const members = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => ({ name: `Person ${from + n}`, email: `p${from + n}@ort.example` }));

describe('a look at the group that says who has a post', () => {
  it.each([
    ['the first ones', 0, 2, 0, 'changed'],
    ['one who takes over from another, alone in the post', 1, 1, 1, 'changed'],
    ['one of two who is another', 2, 2, 1, 'changed'],
    ['both of two at once', 2, 2, 2, 'waits'],
    ['two of three', 3, 3, 2, 'waits'],
    ['half of eight', 8, 4, 4, 'changed'],
    ['more than half of eight', 8, 3, 5, 'waits'],
    ['a tenth of a large one', 200, 180, 20, 'changed'],
    ['more than a tenth of a large one', 200, 179, 21, 'waits'],
    ['nobody, where there were two', 2, 0, 2, 'empty'],
    ['nobody, where nobody was', 0, 0, 0, 'empty'],
    ['the same', 7, 7, 0, 'same'],
  ])('judges %s', (_, before, after, gone, says) => {
    const were = members(before);
    expect(groupSays(were, [...were.slice(gone), ...members(Math.max(0, after - (before - gone)), 1000)])).toBe(says);
  });

  it('never empties a post, and is the same whatever the order', () => {
    const some = fc.uniqueArray(fc.integer({ min: 0, max: 30 })).map((ids) => ids.flatMap((id) => members(1, id)));
    fc.assert(
      fc.property(some, some, (before, after) => {
        const says = groupSays(before, after);
        if (after.length === 0) expect(says).toBe('empty');
        expect(groupSays(before.toReversed(), after.toReversed())).toBe(says);
        expect(groupSays(after, after)).toBe(after.length === 0 ? 'empty' : 'same');
      }),
    );
  });
});

describe('an organisation file that says posts by groups', () => {
  const contact = { name: '', email: '', title: '' };
  const example = asFile(exampleOrganisation()) as Record<string, unknown>;
  const fileWith = (posts: object[], more: object = {}) => ({
    ...example,
    ...more,
    sources: { graph: { posts: posts.map((one) => ({ group: GROUP, title: 'Innovationsledare', ...one })) } },
  });
  const departments = example.departments as { code: string; leaders: object[]; deputies: object[] }[];
  const without = departments.map((one) => (one.code === 'MIL' ? { ...one, leaders: [], deputies: [] } : one));
  const organisationOf = (file: object) => {
    const parsed = parseOrganisation(file);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    return parsed.organisation;
  };
  const held = (post: string, group = GROUP) => [{ post, group, people: members(2) }];
  const leadersIn = (organisation: ReturnType<typeof organisationOf>, code: string) =>
    organisation.departments.find((one) => one.code === code)?.leaders.map(({ email }) => email);

  it('leaves nothing of a post to be changed where the group says all of it; units that name people stay open', () => {
    const unit = { code: 'TIL', name: 'Tillsyn', headcount: 5 };
    const of = (more: object, group = GROUP) => {
      const places = without.map((one) => (one.code === 'MIL' ? { ...one, units: [{ ...unit, ...more }] } : one));
      const file = organisationOf(fileWith([{ post: 'leaders', department: 'MIL' }], { departments: places }));
      const now = withGroups(file, held('MIL.leaders', group)).departments.find(({ code }) => code === 'MIL');
      return (['leaders', 'deputies'] as const).map(
        (post) => now && partOfGroups(file, held('MIL.leaders', group), now, post),
      );
    };
    expect(of({})).toEqual(['all', undefined]);
    expect(of({ leaders: [{ name: 'N', email: 'n@ort.example', title: 'T' }] })).toEqual(['some', undefined]);
    expect(of({}, '00000000-0000-0000-0000-00000000bbbb')).toEqual([undefined, undefined]);
  });

  it('has those of the group in the post, with the title that it says; where it names people itself, they count', () => {
    const file = organisationOf(fileWith([{ post: 'leaders', department: 'MIL' }], { departments: without }));
    const filled = withGroups(file, held('MIL.leaders'));
    expect(filled.departments.find(({ code }) => code === 'MIL')?.leaders).toEqual(
      members(2).map((one) => ({ ...one, title: 'Innovationsledare' })),
    );
    const change = { kind: 'post', department: 'MIL', post: 'leaders' } as const;
    const [member = contact, stranger = contact] = [...members(1), ...members(1, 77)].map((one) => ({
      ...one,
      title: '',
    }));
    expect(isOfGroup(file, held('MIL.leaders'), { ...change, in: stranger })).toBe(true);
    expect(isOfGroup(file, held('MIL.leaders'), { ...change, out: member })).toBe(true);
    // Who has come in another way may go again.
    expect(isOfGroup(file, held('MIL.leaders'), { ...change, out: stranger })).toBe(false);
    expect(withoutGroups(filled, file, held('MIL.leaders'))).toEqual(file);
    expect(withGroups(file, held('MIL.leaders', 'another'))).toEqual(file);
    const named = organisationOf(fileWith([{ post: 'leaders', department: 'MIL' }]));
    expect(leadersIn(withGroups(named, held('MIL.leaders')), 'MIL')).toEqual(leadersIn(named, 'MIL'));
    expect(isOfGroup(named, held('MIL.leaders'), { ...change, in: stranger })).toBe(false);
  });

  it('loses nobody where a department becomes a part of another, whichever of them has a group; then all are named', () => {
    const change = {
      kind: 'merge' as const,
      department: 'MIL',
      into: 'VOO',
      people: true,
      name: { sv: 'Miljö', en: 'Environment' },
    };
    for (const [ofGroup, other] of [['MIL', 'VOO'] as const, ['VOO', 'MIL'] as const]) {
      const chosen = departments.map((one) => (one.code === ofGroup ? { ...one, leaders: [] } : one));
      const file = organisationOf(fileWith([{ post: 'leaders', department: ofGroup }], { departments: chosen }));
      const groups = held(`${ofGroup}.leaders`);
      const both = rebase(withGroups(file, groups), [{ id: 'A', change }]);
      expect(both.kept).toHaveLength(1);
      const everyone = [...members(2).map(({ email }) => email), ...(leadersIn(file, other) ?? [])].sort();
      expect(leadersIn(both.organisation, 'VOO')?.toSorted()).toEqual(everyone);
      const exported = withoutGroups(both.organisation, file, groups);
      expect(leadersIn(exported, 'VOO')?.toSorted()).toEqual(everyone);
      // What the program has written itself is a file that it takes, also where the place of a rule is gone.
      const taken = checkOrganisation(JSON.parse(JSON.stringify(asFile(exported))));
      expect(taken.ok ? [] : taken.faults).toEqual([]);
    }
  });

  it('keeps the name of an office that a group says, as a file and back', () => {
    const lastResort = { name: 'Sista', email: 'sista@ort.example', title: 'Kommunchef' };
    const office = { innovationOffice: [], lastResort };
    const file = organisationOf(fileWith([{ post: 'innovationOffice' }, { post: 'registrars' }], office));
    expect(file.municipality.innovationOffice).toEqual(exampleOrganisation().municipality.innovationOffice);
    expect(organisationOf(asFile(file))).toEqual(file);
    expect(withGroups(file, held('innovationOffice')).innovationOffice).toHaveLength(2);
  });

  it('is checked: places that there are, each post once, and a chain that a group fills is not too thin', () => {
    const chain = without.map((one) => ({ ...one, managers: one.code === 'MIL' ? [] : undefined }));
    const thin = { departments: chain, innovationOffice: [(example.innovationOffice as object[])[0]] };
    expect(checkOrganisation(fileWith([], thin)).ok).toBe(false);
    const groups = [
      { post: 'leaders', department: 'MIL' },
      { post: 'managers', department: 'MIL' },
    ];
    const faultsOf = (file: object) => {
      const checked = checkOrganisation(file);
      return checked.ok ? [] : checked.faults.map(({ path }) => path);
    };
    const ofMil = (faults: string[]) =>
      faults.filter((path) => path === `departments[${departments.findIndex(({ code }) => code === 'MIL')}]`);
    expect(ofMil(faultsOf(fileWith([], thin)))).toHaveLength(2);
    expect(ofMil(faultsOf(fileWith(groups, thin)))).toEqual([]);
    expect(faultsOf(fileWith([{ post: 'leaders', department: 'NONE' }]))).toEqual(['sources.graph.posts[0]']);
    expect(faultsOf(fileWith([groups[0] ?? {}, groups[0] ?? {}]))).toEqual(['sources.graph.posts[1]']);
    expect(faultsOf(fileWith([{ post: 'leaders' }, { post: 'registrars', department: 'MIL' }]))).toEqual([
      'sources.graph.posts[0].department',
      'sources.graph.posts[1].department',
    ]);
    // A place that goes later makes no file wrong.
    expect(parseOrganisation(fileWith([{ post: 'leaders', department: 'NONE' }])).ok).toBe(true);
  });
});
