import type { Deps } from '../../../src/app/deps';
import { answerLoss, lookAtSource } from '../../../src/app/person/staff/look-at-source';
import { SourceRefused, type StaffSource } from '../../../src/app/person/staff/staff-source';
import { followSources } from '../../../src/delivery/following/follow-sources';
import { newIdempotencyKey } from '../../../src/domain/ids';
import { sourcesSchema } from '../../../src/domain/organisation/sources/sources-schema';
import type { StaffEntry } from '../../../src/domain/organisation/sources/staff';
import { openRuns } from '../../../src/store/delivery/runs';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';
import { openScene, type Scene } from '../../../testing/scenes/use-cases';

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
  const following = (app: Deps = scene.deps) => {
    const note = (level: string) => (what: object) => void log.push({ level, what });
    return followSources({
      app,
      runs: openRuns(scene.storage, app.settings().municipality.code, () => newIdempotencyKey(app.random)),
      sources: [source],
      log: { info: note('info'), warn: note('warn'), error: note('error') },
    });
  };
  const known = async () => {
    let count = 0;
    for await (const page of scene.deps.staff.all('file')) count += page.length;
    return count;
  };

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

  it('are not asked where the organisation file names none', async () => {
    const none = await openScene();
    await following(none.deps).look();
    expect(reads).toBe(0);
  });
});
