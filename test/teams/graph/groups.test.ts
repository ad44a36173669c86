import { changeOrganisation } from '../../../src/app/organisation/change-organisation';
import { lookAtGroups } from '../../../src/app/organisation/groups/look-at-groups';
import { readInForce } from '../../../src/app/organisation/in-force';
import { takeIn } from '../../../src/app/organisation/take-in';
import { followGroups } from '../../../src/delivery/following/follow-groups';
import type { Log } from '../../../src/delivery/log';
import { withoutGroups } from '../../../src/domain/organisation/sources/group-posts';
import { graphGroups } from '../../../src/teams/graph/groups';
import { hours, organisationFile, Town } from '../../../testing/scenes/town';
import { startGraph } from '../../../testing/teams/graph';

const LEADERS = '00000000-0000-0000-0000-00000000aaa1';
const OFFICE = '00000000-0000-0000-0000-00000000aaa2';
const HIDDEN = '00000000-0000-0000-0000-00000000aaa3';
const NOW = '2026-11-24T09:00:00.000Z';

describe('posts that come from the members of a group', () => {
  let graph: Awaited<ReturnType<typeof startGraph>>;
  let town: Town;
  let log: { level: string; what: object; message: string }[];
  const contact = (name: string) => ({ name, email: `${name}@example.org`, title: 'Demo' });
  const [care, building] = organisationFile.departments;
  const title = 'Innovationsledare';
  const posts = [
    { post: 'leaders', department: 'SBK', group: LEADERS, title },
    { post: 'registrars', group: OFFICE, title: 'Registrator' },
    // The file names people here, who count.
    { post: 'managers', department: 'SBK', group: OFFICE, title: 'Chef' },
  ];
  const file = {
    ...organisationFile,
    departments: [care, { ...building, leaders: [], deputies: [contact('deputy')] }],
    sources: { graph: { protectedGroup: HIDDEN, posts } },
  };

  beforeEach(async () => {
    [graph, town] = await Promise.all([startGraph({ pageSize: 2 }), Town.inForce(NOW, file)]);
    log = [];
    graph.groups.set(LEADERS, new Set(['planner', 'builder']));
    graph.groups.set(OFFICE, new Set(['registrar']));
    graph.groups.set(HIDDEN, new Set());
    for (const id of ['planner', 'builder', 'registrar', 'third', 'fourth', 'guest', 'nameless', 'hidden'])
      graph.has({ id, displayName: id, mail: `${id.toUpperCase()}@example.org`, userPrincipalName: `${id}@o.example` });
    graph.has(
      { id: 'guest', displayName: 'guest', mail: 'guest@other.example', userType: 'Guest' },
      { id: 'nameless' },
    );
  });
  afterEach(() => Promise.all([graph.close(), town.close()]));

  const source = () =>
    graphGroups({ root: graph.root, tenant: 't', token: async () => graph.token, pause: async () => undefined });
  const look = (more = {}) => lookAtGroups(town.app, source(), { write: true, ...more });
  const found = async (more = {}) =>
    Object.fromEntries(((await look(more))?.groups ?? []).map((one) => [one.post, one.found]));
  async function inForce() {
    const read = await readInForce(town.app.organisationVersions, 'town');
    if (!read?.ok) throw new Error('Nothing is in force');
    return read;
  }
  const leaders = async () => (await inForce()).organisation.departments[1]?.leaders.map(({ name }) => name);
  const put = (raw: object, hash: string) =>
    takeIn(
      { versions: town.app.organisationVersions, code: 'town', now: () => town.now },
      { raw, text: JSON.stringify(raw), hash },
    );
  /** Who has come to leading, and who has left it, by all versions since one. */
  const passedSince = async (since: number) =>
    (await town.app.organisationVersions.owed())
      .filter(({ version }) => version > since)
      .flatMap(({ passed }) => passed.map(({ email, came }) => `${came ? '+' : '-'}${email.split('@')[0]}`));
  const follow = () => {
    const note = (level: string) => (what: object, message: string) => void log.push({ level, what, message });
    const told: Log = { info: note('info'), warn: note('warn'), error: note('error') };
    return followGroups({
      app: { ...town.app, settings: () => ({ ...town.app.settings() }) },
      source: source(),
      log: told,
    });
  };

  it('are in force for everybody after one look, in one version, and those who come and go are told what moves', async () => {
    expect(await found()).toEqual({ 'SBK.leaders': 'changed', registrars: 'changed', 'SBK.managers': 'named' });
    const { organisation, version, file: as, standing } = await inForce();
    expect(organisation.departments[1]?.leaders).toEqual([
      { name: 'builder', email: 'builder@example.org', title },
      { name: 'planner', email: 'planner@example.org', title },
    ]);
    expect([organisation.registrars.length, version]).toEqual([1, 2]);
    // What is exported has no names of theirs, so that the group goes on saying who it is.
    expect(withoutGroups(organisation, as, standing.groups ?? [])).toEqual(as);
    const came = (name: string) => ({ email: `${name}@example.org`, post: 'leader.SBK', came: true });
    expect((await town.app.organisationVersions.owed()).flatMap(({ passed }) => passed)).toEqual([
      came('builder'),
      came('planner'),
    ]);
    expect((await town.app.organisationVersions.events()).at(-1)).toMatchObject({
      ...{ what: 'groups', by: 'graph', about: 'post.SBK.leaders post.registrars' },
    });
    expect(await found()).toMatchObject({ 'SBK.leaders': 'same' });
    expect((await inForce()).version).toBe(2);
  });

  it('change when one leaves and another comes; a dry look changes nothing', async () => {
    await look();
    graph.groups.set(LEADERS, new Set(['planner', 'third']));
    expect(await found({ write: false })).toMatchObject({ 'SBK.leaders': 'changed' });
    expect(await leaders()).toEqual(['builder', 'planner']);
    await look();
    expect(await leaders()).toEqual(['planner', 'third']);
  });

  it('leave out whom the personnel file protects, also who has the post already and has never come', async () => {
    graph.groups.set(LEADERS, new Set(['planner', 'builder', 'third']));
    await look();
    expect(await leaders()).toEqual(['builder', 'planner', 'third']);
    const protects = async (name: string) => {
      const [mark = ''] = await town.app.marks.of({ emails: [`${name}@example.org`] });
      await town.app.staff.write('file', [{ mark, entry: { protected: true } }]);
    };
    await protects('third');
    expect((await look())?.groups[0]).toMatchObject({ leftOut: 1 });
    expect(await leaders()).toEqual(['builder', 'planner']);
    expect((await look())?.version).toBeUndefined();
    // Nobody is left: no bad answer, so the name goes all the same.
    await protects('planner');
    await protects('builder');
    await look();
    expect(await leaders()).toEqual([]);
  });

  it('leave out guests, protected people and who has no address; a closed account stays, for they are away', async () => {
    graph.groups.set(LEADERS, new Set(['planner', 'guest', 'nameless', 'hidden', 'builder']));
    graph.groups.set(HIDDEN, new Set(['hidden']));
    graph.has({ id: 'builder', displayName: 'builder', mail: 'builder@example.org', accountEnabled: false });
    expect((await look())?.groups[0]).toMatchObject({ leftOut: 2 });
    expect(await leaders()).toEqual(['builder', 'planner']);
  });

  it('are not emptied by a group without members, nor by one that is not there, nor by a Graph that refuses', async () => {
    await look();
    graph.groups.set(LEADERS, new Set());
    expect(await found({ sure: true })).toMatchObject({ 'SBK.leaders': 'empty' });
    graph.groups.delete(LEADERS);
    expect(await found({ sure: true })).toMatchObject({ 'SBK.leaders': 'unreadable', registrars: 'same' });
    graph.answersNext(403, 'Authorization_RequestDenied');
    await expect(look()).rejects.toThrow(/GroupMember\.Read\.All/);
    expect([await leaders(), (await inForce()).version]).toEqual([['builder', 'planner'], 2]);
  });

  it('of whom all are others at once wait until the group has said so for a day, or somebody is sure', async () => {
    await look();
    graph.groups.set(LEADERS, new Set(['third', 'fourth']));
    expect(await found()).toMatchObject({ 'SBK.leaders': 'waits' });
    town.pass(hours(19));
    expect(await found()).toMatchObject({ 'SBK.leaders': 'waits' });
    // Another answer begins anew.
    graph.groups.set(LEADERS, new Set(['third', 'registrar']));
    town.pass(hours(2));
    expect(await found()).toMatchObject({ 'SBK.leaders': 'waits' });
    expect(await leaders()).toEqual(['builder', 'planner']);
    town.pass(hours(21));
    expect(await found()).toMatchObject({ 'SBK.leaders': 'changed' });
    expect(await leaders()).toEqual(['registrar', 'third']);
    graph.groups.set(LEADERS, new Set(['planner', 'builder']));
    await look({ sure: true });
    expect(await leaders()).toEqual(['builder', 'planner']);
  });

  it('are not changed in the chat while the group says them; what else is changed there leaves them alone', async () => {
    await look();
    const by = (idempotencyKey: string) => ({ by: 'pOFFICE', why: 'chat', idempotencyKey });
    const post = { kind: 'post', department: 'SBK', in: contact('third') } as const;
    expect(await changeOrganisation(town.app, { ...post, post: 'leaders' }, by('A'))).toEqual({
      ok: false,
      refusal: 'fromGroup',
    });
    expect(await changeOrganisation(town.app, { ...post, post: 'deputies' }, by('B'))).toMatchObject({ ok: true });
    expect(await leaders()).toEqual(['builder', 'planner']);
    const owed = (await town.app.organisationVersions.owed()).filter(({ version }) => version === 3);
    expect(owed.flatMap(({ passed }) => passed)).toEqual([
      { email: 'third@example.org', post: 'deputy.SBK', came: true },
    ]);
  });

  it('stay when another file comes, as long as it names the group; where it names people, those count', async () => {
    await look();
    await put({ ...file, answerDays: { leader: 20 } }, 'file2');
    expect(await leaders()).toEqual(['builder', 'planner']);
    await put({ ...file, departments: [care, { ...building, leaders: [contact('named')] }] }, 'file3');
    expect(await leaders()).toEqual(['named']);
    const owed = (await town.app.organisationVersions.owed()).filter(({ version }) => version === 4);
    expect(owed.flatMap(({ passed }) => passed)).toContainEqual({
      email: 'planner@example.org',
      post: 'leader.SBK',
      came: false,
    });
    await put({ ...file, sources: { graph: { posts: [] } } }, 'file4');
    expect([await leaders(), (await inForce()).standing.groups]).toEqual([[], undefined]);
  });

  it('stay with those whom the file named, until the group has been read: nobody hears that it is taken and given back', async () => {
    const named = (...names: string[]) => ({
      ...file,
      departments: [care, { ...building, leaders: names.map(contact), deputies: [contact('deputy')] }],
    });
    await put(named('planner', 'third'), 'named');
    const leaves = { kind: 'post', department: 'SBK', post: 'leaders', out: contact('third') } as const;
    await changeOrganisation(
      town.app,
      { ...leaves, in: contact('fourth') },
      { by: 'p', why: 'chat', idempotencyKey: 'A' },
    );
    const since = (await inForce()).version;
    await put(file, 'ruled');
    expect([await leaders(), await passedSince(since)]).toEqual([['planner', 'fourth'], []]);
    // Nothing is left of the change: the group says it from now on.
    expect((await inForce()).standing.changes).toEqual([]);
    graph.answersNext(403, 'Authorization_RequestDenied');
    await expect(look()).rejects.toThrow(/GroupMember\.Read\.All/);
    graph.groups.set(LEADERS, new Set());
    expect(await found()).toMatchObject({ 'SBK.leaders': 'empty' });
    expect(await leaders()).toEqual(['planner', 'fourth']);
    // The first answer counts, however many are others; the next one waits as ever.
    graph.groups.set(LEADERS, new Set(['planner', 'builder']));
    expect(await found()).toMatchObject({ 'SBK.leaders': 'changed' });
    expect([await leaders(), await passedSince(since)]).toEqual([
      ['builder', 'planner'],
      ['+builder', '-fourth'],
    ]);
    graph.groups.set(LEADERS, new Set(['third', 'fourth']));
    expect(await found()).toMatchObject({ 'SBK.leaders': 'waits' });
    // Names again, and the group again: whom the file named last keep it, not who was in the group before them.
    await put(named('fourth'), 'named again');
    await put({ ...file, answerDays: { leader: 20 } }, 'ruled again');
    expect(await leaders()).toEqual(['fourth']);
  });

  it('stay when the rule gets another group, also under another code of the department; one with the same people tells nobody', async () => {
    await look();
    const since = (await inForce()).version;
    const OTHER = '00000000-0000-0000-0000-00000000aaa4';
    const [rule, office] = posts;
    const moved = (more: object) => ({ sources: { graph: { posts: [{ ...rule, group: OTHER, ...more }, office] } } });
    await put({ ...file, ...moved({}) }, 'moved');
    expect(await leaders()).toEqual(['builder', 'planner']);
    graph.groups.set(OTHER, new Set(['planner', 'builder']));
    expect(await found()).toMatchObject({ 'SBK.leaders': 'same' });
    const { version, standing } = await inForce();
    expect(standing.groups?.some(({ unread }) => unread)).toBe(false);
    // It has been read: what is another answer altogether waits.
    graph.groups.set(OTHER, new Set(['third', 'fourth']));
    expect(await found()).toMatchObject({ 'SBK.leaders': 'waits' });
    expect([await leaders(), (await inForce()).version]).toEqual([['builder', 'planner'], version]);
    expect(await passedSince(since)).toEqual([]);
    const renamed = { ...building, code: 'NEW', earlier: ['SBK'], leaders: [], deputies: [contact('deputy')] };
    await put({ ...file, departments: [care, renamed], ...moved({ department: 'NEW' }) }, 'renamed');
    expect(await leaders()).toEqual(['builder', 'planner']);
  });

  it('are looked at every hour by one of the instances, at once by another file, and operators hear once of what is wrong', async () => {
    const [one, other] = [follow(), follow()];
    await Promise.all([one.look(), other.look()]);
    await one.look();
    expect(log.map(({ level }) => level)).toEqual(['info']);
    const asked = graph.requests.length;
    graph.groups.set(LEADERS, new Set());
    await other.look();
    expect(graph.requests).toHaveLength(asked);
    for (let hour = 0; hour < 3; hour++) {
      town.pass(hours(1));
      await Promise.all([one.look(), other.look()]);
    }
    expect(log.slice(1)).toEqual([
      expect.objectContaining({ level: 'warn', what: { post: 'SBK.leaders', group: LEADERS, found: 'empty' } }),
    ]);
    const raw = { ...file, answerDays: { leader: 20 } };
    const { organisationVersions: versions } = town.app;
    await takeIn({ versions, code: 'town', now: () => town.now }, { raw, text: JSON.stringify(raw), hash: 'file2' });
    graph.groups.set(LEADERS, new Set(['planner', 'builder', 'third']));
    await one.look();
    expect(await leaders()).toEqual(['builder', 'planner', 'third']);
    graph.answersNext(403, 'Authorization_RequestDenied');
    town.pass(hours(1));
    await one.look();
    expect(log.at(-1)).toMatchObject({
      level: 'error',
      what: { first: expect.stringContaining('GroupMember.Read.All') },
    });
  });

  it('are in one version where several look at the same moment, or somebody changes something meanwhile', async () => {
    await Promise.all([look(), look(), look()]);
    expect((await inForce()).version).toBe(2);
    graph.groups.set(LEADERS, new Set(['planner', 'third']));
    const aliases = { kind: 'aliases' as const, department: 'VOO', was: [], now: ['vård'] };
    const made = changeOrganisation(town.app, aliases, { by: 'pOFFICE', why: 'chat', idempotencyKey: 'C' });
    await Promise.all([look(), made, look()]);
    const { organisation, version } = await inForce();
    expect([version, organisation.departments[0]?.aliases, await leaders()]).toEqual([
      4,
      ['vård'],
      ['planner', 'third'],
    ]);
    // Each has been told of once.
    const owed = (await town.app.organisationVersions.owed()).flatMap(({ passed }) => passed);
    expect(owed.filter(({ email }) => email === 'third@example.org')).toHaveLength(1);
  });
});
