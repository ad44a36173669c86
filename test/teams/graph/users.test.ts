import { isProtected } from '../../../src/app/organisation/protected-people';
import { lookAtSource } from '../../../src/app/person/staff/look-at-source';
import { SourceRefused } from '../../../src/app/person/staff/staff-source';
import type { GraphSource } from '../../../src/domain/organisation/sources/sources-schema';
import type { StaffEntry } from '../../../src/domain/organisation/sources/staff';
import { graphUsers } from '../../../src/teams/graph/users';
import { type AppAtWork, appAtWork } from '../../../testing/scenes/app-at-work';
import { type EntraUser, startGraph } from '../../../testing/teams/graph';

const GROUP = '00000000-0000-0000-0000-00000000aaaa';

describe('Microsoft Graph', () => {
  let graph: Awaited<ReturnType<typeof startGraph>>;
  let work: AppAtWork;
  let waited: number[];
  let settings: GraphSource;
  beforeEach(async () => {
    [graph, work] = await Promise.all([startGraph({ pageSize: 10 }), appAtWork()]);
    waited = [];
    settings = { department: 'department', unit: 'officeLocation' };
  });
  afterEach(() => graph.close());

  const source = () =>
    graphUsers(
      {
        root: graph.root,
        tenant: 'orten',
        token: async (anew) => (anew ? graph.token : 'old-token'),
        pause: async (milliseconds) => void waited.push(milliseconds),
        answersWithinMs: 300,
      },
      () => settings,
      work.deps.now,
    );
  const look = () => lookAtSource(work.deps, source(), { write: true });
  const stored = async () => {
    const rows: StaffEntry[] = [];
    for await (const page of work.deps.staff.all('graph')) rows.push(...page.map(({ entry }) => entry));
    return rows.sort((one, other) => (one.who ?? '').localeCompare(other.who ?? ''));
  };
  const users = (count: number, department = 'Vård', from = 0): EntraUser[] =>
    Array.from({ length: count }, (_, n) => ({ id: `u${String(from + n).padStart(3, '0')}`, department }));

  it('tells of everybody page by page, asking for no field that is not used; then of what has changed', async () => {
    graph.has(...users(35), { id: 'guest', department: 'Vård', userType: 'Guest' });
    expect((await look()).counts).toMatchObject({ fresh: 35 });
    const [, first = ''] = graph.requests;
    expect(new URL(first, graph.root).searchParams.get('$select')).toBe(
      'id,department,officeLocation,accountEnabled,userType',
    );
    const before = graph.requests.length;
    graph.has(
      { id: 'u001', department: 'Miljö', officeLocation: 'Tillsyn' },
      { id: 'u002', department: 'Vård', accountEnabled: false },
    );
    graph.removes('u003');
    expect((await look()).counts).toMatchObject({ changed: 2, gone: 1 });
    expect(graph.requests.length - before).toBeLessThanOrEqual(2);
    const after = await stored();
    expect(after).toHaveLength(34);
    expect(after[1]).toEqual({ who: 'u001', department: 'Miljö', unit: 'Tillsyn' });
  });

  it('has somebody away whose account is closed, and takes nothing from them', async () => {
    graph.has(...users(3));
    await look();
    graph.has({ id: 'u001', department: 'Vård', accountEnabled: false });
    await look();
    expect((await stored())[1]).toEqual({ who: 'u001', department: 'Vård', away: true });
  });

  it('is believed once, however often it repeats itself and whatever empty pages it sends', async () => {
    Object.assign(graph.state, { repeats: true, empties: true });
    graph.has(...users(45));
    expect((await look()).counts).toMatchObject({ fresh: 45, gone: 0 });
    expect(await stored()).toHaveLength(45);
  });

  it('is asked for everybody anew when it has forgotten where the last look ended, and once a week', async () => {
    graph.has(...users(30));
    await look();
    graph.state.forgets = true;
    graph.removes('u000');
    expect((await look()).counts).toMatchObject({ same: 29, gone: 1 });
    graph.state.forgets = false;
    graph.has({ id: 'u001', department: 'Miljö' });
    expect((await look()).counts).toMatchObject({ changed: 1, same: 0 });
    work.comes('2026-11-24');
    expect((await look()).counts).toMatchObject({ same: 29 });
  });

  it('is waited for as long as it says when it is busy, and asked again when it is silent', async () => {
    graph.has(...users(5));
    graph.answersNext(429, 'TooManyRequests', { 'retry-after': '17' });
    graph.answersNext(503, 'ServiceNotAvailable', { 'retry-after': '999999' });
    graph.answersNext(502, 'BadGateway');
    graph.isSilentNext();
    expect((await look()).counts).toMatchObject({ fresh: 5 });
    expect(waited).toEqual([17_000, 300_000, 4_000, 8_000]);
  });

  it('takes nobody away when half of everybody is missing', async () => {
    graph.has(...users(60));
    await look();
    Object.assign(graph.state, { forgets: true, shows: 0.5 });
    expect(await look()).toMatchObject({ held: true, loss: { of: 60, gone: 30 } });
    expect(await stored()).toHaveLength(60);
    graph.state.shows = 1;
    expect(await look()).toMatchObject({ held: false, counts: { same: 60 } });
  });

  it('takes nobody away when it breaks off, and the next look begins where this one did', async () => {
    graph.has(...users(30));
    await look();
    graph.removes('u000');
    graph.has({ id: 'u001', department: 'Miljö' });
    graph.answersNext(400, 'BadRequest');
    await expect(look()).rejects.toThrow('400 BadRequest');
    expect((await look()).counts).toMatchObject({ gone: 1, changed: 1 });
  });

  it('says with a group who has protected personal data: no name of a place and no id of theirs is stored', async () => {
    settings = { ...settings, protectedGroup: GROUP };
    graph.groups.set(GROUP, new Set(['u001']));
    graph.has(...users(3));
    await look();
    expect(await stored()).toEqual(
      [{ protected: true }, users(1)[0], users(1, 'Vård', 2)[0]].map((one) =>
        one && 'id' in one ? { who: one.id, department: one.department } : one,
      ),
    );
    // Who comes into the group has not changed themselves.
    graph.groups.get(GROUP)?.add('u002');
    await look();
    expect((await stored()).filter((one) => one.protected)).toHaveLength(2);
    expect(JSON.stringify(await stored())).not.toContain('u002');
  });

  it('knows by every address those whom a group protects, also when nobody has met them, and by no longer than they are in it', async () => {
    settings = { ...settings, protectedGroup: GROUP };
    const deps = {
      ...work.deps,
      settings: () => ({ ...work.deps.settings(), sources: { places: {}, graph: settings } }),
    };
    graph.groups.set(GROUP, new Set(['u001']));
    graph.has(...users(3), {
      ...{ id: 'u001', department: 'Vård', mail: 'Skyddad@ort.example', userPrincipalName: 'u001@ort.example' },
      proxyAddresses: ['smtp:annan@ort.example', 'SIP:u001@ort.example'],
    });
    const addresses = ['skyddad@ort.example', 'u001@ort.example', 'annan@ort.example', 'u002@ort.example'];
    const known = () => Promise.all(addresses.map((email) => isProtected(deps, email)));
    expect(await known()).toEqual([false, false, false, false]);
    await look();
    expect(await known()).toEqual([true, true, true, false]);
    const kept = JSON.stringify(await work.deps.sourceStates.read('graph'));
    expect(kept).not.toMatch(/ort\.example|u001/);
    graph.groups.get(GROUP)?.delete('u001');
    await look();
    expect(await known()).toEqual([false, false, false, false]);
  });

  it('is refused with what to do where the app may not ask', async () => {
    graph.answersNext(403, 'Authorization_RequestDenied');
    await expect(look()).rejects.toThrow(SourceRefused);
    graph.answersNext(403, 'Authorization_RequestDenied');
    await expect(look()).rejects.toThrow(/User\.Read\.All/);
  });

  it('is shown the token on no other host, whatever address it gives', async () => {
    const other = await startGraph();
    graph.has(...users(1));
    await work.deps.sourceStates.change('graph', () => ({
      next: `${other.root}/v1.0/users/delta`,
      wholeAt: work.deps.now(),
    }));
    await expect(look()).rejects.toThrow('another host');
    expect(other.requests).toEqual([]);
    await other.close();
  });
});
