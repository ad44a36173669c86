import { decidersOf, tierFor } from '../../../../src/app/idea/people/deciders';
import { changePerson } from '../../../../src/app/person/change-person';
import { chainOf, type DecisionChain, type PostHolder } from '../../../../src/app/person/post-holders';
import { without } from '../../../../testing/samples/organisation/organisations';
import { addressOf } from '../../../../testing/scenes/city-people';
import { openScene, type Scene } from '../../../../testing/scenes/use-cases';

const link = (ref: string, installed = true): PostHolder => ({
  contact: { name: ref, email: `${ref}@example.org`, title: '' },
  card: { ref, installed, disowned: [] },
  marks: [],
});
const unknown: PostHolder = { contact: { name: 'new', email: 'new@example.org', title: '' }, marks: [] };

describe('who will decide on a new idea', () => {
  const chain = (some: Partial<DecisionChain>): DecisionChain => ({
    leader: [],
    deputy: [],
    office: [link('office')],
    ...some,
  });
  it.each<[string, DecisionChain, string]>([
    ['a leader who can be reached', chain({ leader: [link('a')] }), 'leader'],
    ['the other leader, when one is the submitter', chain({ leader: [link('me'), link('b')] }), 'leader'],
    [
      'the deputy, when the only leader is the submitter',
      chain({ leader: [link('me')], deputy: [link('d')] }),
      'deputy',
    ],
    [
      'the deputy, when no leader has installed the bot',
      chain({ leader: [link('a', false)], deputy: [link('d')] }),
      'deputy',
    ],
    ['the office, when leader and deputy are unknown', chain({ leader: [unknown], deputy: [unknown] }), 'office'],
    [
      'the office, when the submitter is leader and deputy',
      chain({ leader: [link('me')], deputy: [link('me')] }),
      'office',
    ],
    ['the office, when there is nobody', chain({}), 'office'],
  ])('is %s', (_who, some, tier) => {
    expect(tierFor(some, { submitter: 'me', coSubmitters: [] })).toBe(tier);
  });
});

describe('everybody who gets an idea to decide on', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await openScene();
  });

  const refOf = async (...roles: Parameters<typeof addressOf>[0][]) => {
    const cards = await scene.deps.people.contacts(roles.map(addressOf));
    return roles.map((role) => cards.get(addressOf(role))?.ref);
  };
  const idea = { department: 'VOO', tier: 'leader', submitter: 'nobody', coSubmitters: [] as string[] } as const;

  it('is each leader, met or not, and each has one reference from then on', async () => {
    const leader = await scene.arrives('leader');
    const deciders = await decidersOf(scene.deps, idea);
    expect(deciders).toEqual(await refOf('leader', 'otherLeader'));
    expect(deciders).toContain(leader.ref);
    expect(await decidersOf(scene.deps, idea)).toEqual(deciders);
  });

  it('is never the submitter', async () => {
    const leader = await scene.arrives('leader');
    expect(await decidersOf(scene.deps, { ...idea, submitter: leader.ref })).not.toContain(leader.ref);
  });

  it('is the deputy too while a leader is away, that day included', async () => {
    await scene.arrives('leader', { awayUntil: '2026-11-26' });
    expect(await decidersOf(scene.deps, idea)).toEqual(await refOf('leader', 'otherLeader', 'deputy'));
    scene.pass(24 * 3600_000);
    expect(await decidersOf(scene.deps, idea)).toEqual(await refOf('leader', 'otherLeader'));
  });

  it('is the office as well once the idea has come to it', async () => {
    const deciders = await decidersOf(scene.deps, { ...idea, tier: 'office' });
    expect(deciders).toEqual(expect.arrayContaining(await refOf('leader', 'deputy', 'office')));
  });

  it('is not somebody who has said that the post is not theirs', async () => {
    await scene.arrives('leader', { disowned: ['leader.VOO'] });
    expect(await decidersOf(scene.deps, idea)).toEqual(await refOf('otherLeader'));
    expect((await chainOf(scene.deps, 'VOO')).leader).toHaveLength(1);
  });

  it('is the office for a department that has lost all its leaders and deputies', async () => {
    scene = await openScene(without('VOO', 'leaders', 'deputies'));
    const office = scene.deps.directory().office;
    expect(await decidersOf(scene.deps, idea)).toHaveLength(office.length);
  });

  it('finds out about a change of somebody’s away time at once', async () => {
    const leader = await scene.arrives('leader');
    const read = await scene.deps.people.byRef(leader.ref);
    if (!read) throw new Error('The leader is gone');
    await changePerson(scene.deps, read, ({ person }) => ({ person: { ...person, awayUntil: '2026-12-24' } }));
    expect(await decidersOf(scene.deps, idea)).toHaveLength(3);
  });
});
