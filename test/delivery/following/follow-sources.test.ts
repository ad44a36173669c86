import type { Deps } from '../../../src/app/deps';
import { decidersOf } from '../../../src/app/idea/people/deciders';
import { answerLoss, lookAtSource } from '../../../src/app/person/staff/look-at-source';
import { SourceRefused, type StaffSource } from '../../../src/app/person/staff/staff-source';
import { openNames } from '../../../src/app/person/staff/unknown-places';
import { staffHappening } from '../../../src/app/staff-happenings';
import { followSources } from '../../../src/delivery/following/follow-sources';
import { newIdempotencyKey } from '../../../src/domain/ids';
import { sourcesSchema } from '../../../src/domain/organisation/sources/sources-schema';
import type { StaffEntry } from '../../../src/domain/organisation/sources/staff';
import { openRuns } from '../../../src/store/delivery/runs';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';
import { addressOf } from '../../../testing/scenes/city-people';
import { explore, openScene, type Scene } from '../../../testing/scenes/use-cases';

const HOUR_MS = 3_600_000;

describe('the sources of who works where', () => {
  let scene: Scene;
  let people: StaffEntry[];
  let reads: number;
  let log: { level: string; what: object }[];
  let refusal: SourceRefused | undefined;
  beforeEach(async () => {
    scene = await openScene({ ...exampleOrganisation(), sources: sourcesSchema.parse({ file: {} }) });
    people = Array.from({ length: 50 }, (_, n) => ({ who: `p${n}@ort.example`, department: 'VOO' }));
    [reads, log, refusal] = [0, [], undefined];
  });

  const source: StaffSource = {
    name: 'file',
    tenant: '',
    async read() {
      reads += 1;
      if (refusal) throw refusal;
      const entries = [...people];
      return {
        whole: true,
        faults: [],
        pages: (async function* () {
          yield { entries, gone: [] };
        })(),
      };
    },
  };
  const graphSays = async (entry: StaffEntry) => ({
    whole: false,
    faults: [],
    pages: (async function* () {
      yield { entries: [entry], gone: [] };
    })(),
  });
  const following = (app: Deps = scene.deps, sources: readonly StaffSource[] = [source]) => {
    const note = (level: string) => (what: object) => void log.push({ level, what });
    return followSources({
      app,
      runs: openRuns(scene.storage, app.settings().municipality.code, () => newIdempotencyKey(app.random)),
      sources,
      log: { info: note('info'), warn: note('warn'), error: note('error') },
    });
  };
  const known = async () => {
    let count = 0;
    for await (const page of scene.deps.staff.all('file')) count += page.length;
    return count;
  };

  it('are left in the middle of an answer where the bot stops, and nothing is told of it', async () => {
    let isAsked = () => {};
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    const busy: StaffSource = {
      ...source,
      read: (_state, stopping) =>
        new Promise((_resolve, reject) => {
          stopping?.addEventListener('abort', () => reject(stopping.reason), { once: true });
          isAsked();
        }),
    };
    const instance = following(scene.deps, [busy]);
    instance.start();
    await asked;
    await instance.stop();
    expect([log, await known()]).toEqual([[], 0]);
  });

  it('are looked at once a night, by one instance', async () => {
    const instances = [following(), following(), following()];
    await Promise.all(instances.map((one) => one.look()));
    await Promise.all(instances.map((one) => one.look()));
    expect([reads, await known()]).toEqual([1, 50]);
    scene.pass(24 * HOUR_MS);
    await Promise.all(instances.map((one) => one.look()));
    expect(reads).toBe(2);
  });

  it('are tried again within the hour when one cannot be used, which operators are told of', async () => {
    refusal = new SourceRefused(['the column “Personnummer” has personal identity numbers']);
    const one = following();
    await one.look();
    await one.look();
    expect(reads).toBe(1);
    expect(log).toEqual([{ level: 'error', what: { source: 'file', first: refusal.lines[0], faults: 1 } }]);
    refusal = undefined;
    scene.pass(HOUR_MS);
    await one.look();
    expect([reads, await known()]).toEqual([2, 50]);
  });

  it('take nobody away when half are missing, until the office has said yes; then at once', async () => {
    const one = following();
    await one.look();
    people = people.slice(0, 25);
    scene.pass(24 * HOUR_MS);
    await one.look();
    expect(await known()).toBe(50);
    expect(log.filter(({ level }) => level === 'warn')).toEqual([
      { level: 'warn', what: { source: 'file', gone: 25, of: 50, departments: 1 } },
    ]);
    const answer = { source: 'file', gone: 25, yes: true } as const;
    const leader = await scene.arrives('leader');
    expect(await answerLoss(scene.deps, leader, answer)).toMatchObject({ ok: false });
    const office = await scene.arrives('office');
    expect(await answerLoss(scene.deps, office, { ...answer, gone: 24 })).toMatchObject({ value: 'gone' });
    expect(await answerLoss(scene.deps, office, answer)).toMatchObject({ value: 'allowed' });
    await one.look();
    expect(await known()).toBe(25);
  });

  it('hold a yes for a week, and no longer', async () => {
    const look = () => lookAtSource(scene.deps, source, { write: true });
    await look();
    people = people.slice(0, 25);
    await look();
    const office = await scene.arrives('office');
    await answerLoss(scene.deps, office, { source: 'file', gone: 25, yes: true });
    scene.pass(7 * 24 * HOUR_MS);
    expect((await look()).held).toBe(true);
    expect(await known()).toBe(50);
  });

  describe('who says that somebody', () => {
    const names = (...roles: Parameters<typeof addressOf>[0][]) =>
      people.push(...roles.map((role) => ({ who: addressOf(role), department: 'VOO' })));
    const says = async (change: (entries: StaffEntry[]) => StaffEntry[]) => {
      people = change(people);
      scene.pass(24 * HOUR_MS);
      await following().look();
    };
    const not = (role: Parameters<typeof addressOf>[0]) => (all: StaffEntry[]) =>
      all.filter(({ who }) => who !== addressOf(role));

    it('is gone, give what was theirs to do back to those who decide, once; the idea they had stays theirs', async () => {
      names('colleague', 'leader');
      await says((all) => all);
      const leader = await scene.arrives('leader');
      const colleague = await scene.arrives('colleague');
      const own = await scene.submits(colleague);
      const idea = await scene.submits(await scene.arrives('employee'));
      await scene.acts(leader, idea, explore(colleague.ref));
      await says(not('colleague'));
      await says((all) => all);
      const after = (await scene.deps.ideas.load(idea.id))?.idea;
      expect(after).toMatchObject({ stage: 'exploring', waiting: { for: 'deciders' } });
      expect(after).not.toHaveProperty('driver');
      const types = (await scene.deps.ideas.history(idea.id)).map(({ type }) => type);
      expect(types.filter((type) => type === 'handedBack')).toHaveLength(1);
      expect((await scene.deps.ideas.load(own.id))?.idea).toMatchObject({ submitter: colleague.ref });
    });

    it('is away, let the deputies act until they are back, and take nothing from them', async () => {
      names('leader', 'deputy');
      await says((all) => all);
      const leader = await scene.arrives('leader');
      const deputy = await scene.arrives('deputy');
      const idea = await scene.submits(await scene.arrives('employee'));
      await scene.acts(leader, idea, explore(leader.ref));
      expect(await decidersOf(scene.deps, idea)).not.toContain(deputy.ref);
      await says((all) => all.map((one) => (one.who === addressOf('leader') ? { ...one, away: true } : one)));
      expect(await decidersOf(scene.deps, idea)).toEqual(expect.arrayContaining([leader.ref, deputy.ref]));
      expect((await scene.deps.ideas.load(idea.id))?.idea).toMatchObject({ driver: { person: leader.ref } });
      await says((all) => all.map(({ away: _, ...one }) => one));
      expect(await decidersOf(scene.deps, idea)).not.toContain(deputy.ref);
    });

    it('is gone, let them act again as soon as they stand there again', async () => {
      names('leader', 'deputy');
      await says((all) => all);
      const leader = await scene.arrives('leader');
      const deputy = await scene.arrives('deputy');
      const idea = await scene.submits(await scene.arrives('employee'));
      await says(not('leader'));
      expect(await decidersOf(scene.deps, idea)).toContain(deputy.ref);
      names('leader');
      await says((all) => all);
      expect(await decidersOf(scene.deps, idea)).toContain(leader.ref);
      expect(await decidersOf(scene.deps, idea)).not.toContain(deputy.ref);
    });

    it('is protected, show their name and unit no more at once, until none says so', async () => {
      names('colleague');
      await says((all) => all);
      const { ref, identity = { tenant: '', objectId: '' } } = await scene.arrives('colleague');
      const stored = async () => (await scene.deps.people.byRef(ref))?.person;
      const isShown = async () => (await scene.deps.people.namesOf([ref])).has(ref);
      expect([await isShown(), (await stored())?.department]).toEqual([true, 'VOO']);
      const is = (hidden: boolean) => (all: StaffEntry[]) =>
        all.map(({ protected: _, ...one }) =>
          hidden && one.who === addressOf('colleague') ? { ...one, protected: true as const } : one,
        );
      await says(is(true));
      expect(await isShown()).toBe(false);
      expect(await stored()).not.toMatchObject({ department: expect.anything() });
      // Graph's group says it too, so that the file alone shows nobody.
      const [mark = ''] = await scene.deps.marks.of({ identity, emails: [] });
      await scene.deps.staff.write('graph', [{ mark, entry: { protected: true } }]);
      await says(is(false));
      expect(await isShown()).toBe(false);
      await lookAtSource(
        scene.deps,
        { ...source, name: 'graph', tenant: identity.tenant, read: async () => graphSays({ who: identity.objectId }) },
        { write: true, happens: staffHappening(scene.deps, { name: 'graph', tenant: identity.tenant }) },
      );
      expect(await isShown()).toBe(true);
    });

    it('is gone and was protected, show their name to nobody all the same', async () => {
      names('colleague');
      await says((all) => all.map((one) => (one.who === addressOf('colleague') ? { ...one, protected: true } : one)));
      const { ref } = await scene.arrives('colleague');
      await says(not('colleague'));
      expect((await scene.deps.people.namesOf([ref])).has(ref)).toBe(false);
    });

    it('is gone whom another one still knows, take nothing from them', async () => {
      names('colleague');
      await says((all) => all);
      const leader = await scene.arrives('leader');
      const colleague = await scene.arrives('colleague');
      const { identity = { tenant: '', objectId: '' } } = colleague;
      const [mark = ''] = await scene.deps.marks.of({ identity, emails: [] });
      await scene.deps.staff.write('graph', [{ mark, entry: { who: identity.objectId, department: 'VOO' } }]);
      const idea = await scene.submits(await scene.arrives('employee'));
      await scene.acts(leader, idea, explore(colleague.ref));
      await says(not('colleague'));
      expect((await scene.deps.ideas.load(idea.id))?.idea).toMatchObject({ driver: { person: colleague.ref } });
    });
  });

  it('tell how many are in what no place is called, each name once, those of most people first', async () => {
    people = [
      ...people,
      ...Array.from({ length: 3 }, (_, n) => ({ who: `m${n}@ort.example`, department: n ? 'Miljöförv' : 'MILJÖFÖRV' })),
      { who: 'k@ort.example', department: 'Konsulter' },
    ];
    await following().look();
    expect((await openNames(scene.deps)).open).toEqual([
      { name: expect.stringMatching(/^miljöförv$/i), people: 3 },
      { name: 'Konsulter', people: 1 },
    ]);
  });

  it('are not asked where the organisation file names none', async () => {
    const none = await openScene();
    await following(none.deps).look();
    expect(reads).toBe(0);
  });
});
