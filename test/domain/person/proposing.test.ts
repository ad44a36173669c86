import fc from 'fast-check';
import { createDirectory } from '../../../src/domain/organisation/directory';
import { type PostChange, postLists } from '../../../src/domain/organisation/overlay/change';
import { holdersIn, sayAbout } from '../../../src/domain/person/changing-posts';
import { defaultPreferences, type Person } from '../../../src/domain/person/person';
import { askedAbout, isStillMeant, mayAnswer } from '../../../src/domain/person/proposing';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';

const directory = createDirectory(exampleOrganisation());
const newcomer = { name: 'Demo Ny', email: 'ny@soderhamra.example', title: 'Samordnare' };
const contacts = [
  ...new Map(
    [...directory.departments.flatMap((one) => holdersIn(one).map(({ contact }) => contact)), ...directory.office].map(
      (contact) => [contact.email, contact],
    ),
  ).values(),
  newcomer,
];
const known = ({ email, name }: { email: string; name: string }): Person => ({
  ...{ ref: `p${email}`, name, emails: [email], language: 'sv', languageChosen: true },
  ...{ preferences: defaultPreferences, welcomed: [], disowned: [] },
});
const somebody = fc.constantFrom(...contacts);
const changes: fc.Arbitrary<PostChange> = fc
  .record({
    department: fc.constantFrom(...directory.departments.map(({ code }) => code)),
    post: fc.constantFrom(...postLists),
    out: fc.option(somebody, { nil: undefined }),
    comes: fc.option(somebody, { nil: undefined }),
  })
  .filter(({ out, comes }) => (out ?? comes) !== undefined && out?.email !== comes?.email)
  .map(({ out, comes, ...place }) => ({
    ...{ kind: 'post', ...place },
    ...(out && { out }),
    ...(comes && { in: comes }),
  }));

describe('a proposal for a post', () => {
  it('is answered by nobody who has made it or would have the post, and by nobody who could not do it alone', () => {
    fc.assert(
      fc.property(changes, somebody, somebody, (change, proposer, reader) => {
        if (!mayAnswer(known(reader), { by: known(proposer).ref, change }, directory)) return;
        expect([proposer.email, change.in?.email]).not.toContain(reader.email);
        expect(sayAbout(known(reader), change, directory)).toBe('decides');
      }),
      // Few of all who are tried have a part in the department.
      { numRuns: 3000 },
    );
  });

  it('is asked of those alone who may answer it, and of somebody wherever a proposal can be made of who leads or stands in', () => {
    fc.assert(
      fc.property(changes, somebody, (change, proposer) => {
        if (sayAbout(known(proposer), change, directory) !== 'proposes') return;
        const asked = askedAbout(change, known(proposer), directory);
        expect(change.post === 'managers' || asked.length > 0).toBe(true);
        for (const one of asked)
          expect([one.email, mayAnswer(known(one), { by: known(proposer).ref, change }, directory)]).toEqual([
            one.email,
            true,
          ]);
      }),
      // Few of all who are tried have a part in the department.
      { numRuns: 3000 },
    );
  });

  it('means something as long as who leaves has the post and who comes does not', () => {
    const [leader] = directory.department('VOO')?.leaders ?? [];
    if (!leader) throw new Error('The example has no leader of VOO');
    const of = { kind: 'post', department: 'VOO', post: 'leaders' } as const;
    const means = (change: Omit<PostChange, keyof typeof of>) => isStillMeant({ ...of, ...change }, directory);
    expect([means({ out: leader }), means({ in: newcomer }), means({ out: leader, in: newcomer })]).toEqual([
      true,
      true,
      true,
    ]);
    expect([means({ out: newcomer }), means({ in: leader }), means({ unit: 'NONE', in: newcomer })]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
