import { RestError, type TableClient } from '@azure/data-tables';
import { createFollower, type Follower, type TakesIn } from '../../../src/delivery/following/follower';
import { PlaceInLog } from '../../../src/delivery/following/place-in-log';
import { type Instant, instantOf, millisecondsOf } from '../../../src/domain/time';
import { logKey, recordsPartition } from '../../../src/store/keys';
import { LOG_PAGE, type LogEntry, openLog } from '../../../src/store/log';
import { openStorage } from '../../../src/store/storage';
import { until } from '../../../testing/processes/until';
import { close } from '../../../testing/scenes/town';
import { openScene } from '../../../testing/scenes/use-cases';
import { requestsTo } from '../../../testing/storage/round-trips';
import { testConnectionString, uniquePrefix } from '../../../testing/storage/storage';

const START = '2026-11-26T09:00:00.000Z';
const at = (seconds: number, from: Instant = START): Instant => instantOf(millisecondsOf(from) + seconds * 1000);
const keysOf = (entries: readonly LogEntry[]): string[] => entries.map(({ id }) => id);

/** A log in tables of its own, in which a test writes what happens, and instances that follow it. */
async function openFollowed() {
  const prefix = uniquePrefix();
  const open = () => openStorage({ connectionString: testConnectionString(), prefix });
  const storage = open();
  await storage.prepare();
  let now: Instant = START;
  const lines: { level: string; what: Record<string, unknown>; message: string }[] = [];
  const note = (level: string) => (what: object, message: string) =>
    void lines.push({ level, what: { ...what }, message });
  const followers: Follower[] = [];
  const partitionKey = recordsPartition('orten');

  return {
    lines,
    pass(seconds: number): void {
      now = at(seconds, now);
    },
    /** An instance, with storage of its own. */
    instance() {
      const { ideas, versions } = open();
      const log = { info: note('info'), warn: note('warn'), error: note('error') };
      const events = openLog({ ideas, versions }, 'orten');
      const follower = createFollower({ events, now: () => now, log });
      followers.push(follower);
      return { follower, ideas };
    },
    /** Something has happened at a time, and is stored now. */
    async happens(when: Instant, ...ids: readonly string[]): Promise<void> {
      const row = (id: string) => ({
        partitionKey,
        rowKey: logKey(when, id, 1),
        record: 'idea',
        body: JSON.stringify({ type: 'commented', seq: 1, at: when, by: 'p', to: { stage: 'submitted' } }),
      });
      for (let from = 0; from < ids.length; from += 100) {
        const some = ids.slice(from, from + 100);
        await storage.ideas.submitTransaction(some.map((id) => ['create', row(id)]));
      }
    },
    stop: () => Promise.all(followers.map((one) => one.stop())),
  };
}

/** Somebody who follows, and what they were given. */
function reader(): { given: LogEntry[][]; takes: TakesIn } {
  const given: LogEntry[][] = [];
  return { given, takes: async (entries) => void given.push([...entries]) };
}

/** From now on storage answers as it is told, without being asked. */
function refusing({ pipeline }: TableClient): { with: number | undefined } {
  const answers: { with: number | undefined } = { with: undefined };
  pipeline.addPolicy({
    name: 'refusing',
    sendRequest(request, next) {
      if (answers.with !== undefined) throw new RestError('busy', { statusCode: answers.with });
      return next(request);
    },
  });
  return answers;
}

describe('following the log', () => {
  let town: Awaited<ReturnType<typeof openFollowed>>;
  beforeEach(async () => {
    town = await openFollowed();
  });
  afterEach(() => town.stop());

  it('gives all that happens from a time on, once, in order of time', async () => {
    const { follower } = town.instance();
    const { given, takes } = reader();
    await town.happens(at(-600), 'BEFORE');
    follower.follow('test', START, takes);
    await town.happens(at(2), 'SECOND');
    await town.happens(at(1), 'FIRST1');
    await follower.look();
    await follower.look();
    town.pass(2);
    await town.happens(at(3), 'THIRD1');
    await follower.look();
    expect(given.map(keysOf)).toEqual([['FIRST1', 'SECOND'], ['THIRD1']]);
    expect(given[0]?.[0]).toMatchObject({ record: 'idea', at: at(1), event: { type: 'commented' } });
  });

  it('gives what was stored late, with an earlier time, once as well', async () => {
    const { follower } = town.instance();
    const { given, takes } = reader();
    follower.follow('test', START, takes);
    const seen = () => given.flatMap(keysOf);
    await town.happens(at(-110), 'LATE00');
    await follower.look();
    for (let minute = 1; minute <= 10; minute++) {
      const now = at(minute * 60);
      town.pass(60);
      await town.happens(now, `TIME${minute}`);
      await follower.look();
      await town.happens(at(-119, now), `LATE${minute}`);
      await follower.look();
      await follower.look();
    }
    expect(seen().toSorted()).toEqual(
      [...Array.from({ length: 10 }, (_, n) => [`LATE${n + 1}`, `TIME${n + 1}`]).flat(), 'LATE00'].toSorted(),
    );
  });

  it('remembers the keys of two minutes and no more', () => {
    const place = new PlaceInLog(START);
    for (let second = 0; second < 3600; second++) {
      const time = at(second);
      place.has([logKey(time, 'AAAAAA', second)], millisecondsOf(time));
      expect(place.remembered).toBeLessThanOrEqual(121);
    }
    expect(place.from).toBe(at(3599 - 120));
    expect(place.isNew(logKey(at(3598), 'AAAAAA', 3598))).toBe(false);
    expect(place.isNew(logKey(at(3598), 'BBBBBB', 3598))).toBe(true);
    expect(place.isNew(logKey(at(3000), 'BBBBBB', 1))).toBe(false);
  });

  it('asks storage once where nothing is new, however many follow', async () => {
    const { follower, ideas } = town.instance();
    for (const name of ['search', 'figures', 'organisation', 'ceilings']) {
      follower.follow(name, START, reader().takes);
    }
    const requests = requestsTo([ideas]);
    expect(await requests(() => follower.look())).toBe(1);
    await town.happens(at(1), 'AAAAAA', 'BBBBBB');
    expect(await requests(() => follower.look())).toBe(1);
    town.pass(600);
    expect(await requests(() => follower.look())).toBe(1);
  });

  it('asks storage nothing where nobody follows', async () => {
    const { follower, ideas } = town.instance();
    expect(await requestsTo([ideas])(() => follower.look())).toBe(0);
  });

  it('reads more than a page after a long stop, a page at a time', async () => {
    const { follower } = town.instance();
    const { given, takes } = reader();
    follower.follow('test', START, takes);
    const ids = Array.from({ length: LOG_PAGE + 3 }, (_, n) => `I${String(n).padStart(5, '0')}`);
    await town.happens(at(1), ...ids);
    town.pass(3600);
    await follower.look();
    expect(given.map(({ length }) => length)).toEqual([LOG_PAGE, 3]);
    expect(given.flatMap(keysOf)).toEqual(ids);
  });

  it('goes on from where it was when storage has answered 503 for an hour, and says so once', async () => {
    const { follower, ideas } = town.instance();
    const { given, takes } = reader();
    follower.follow('test', START, takes);
    await follower.look();
    const storage = refusing(ideas);
    storage.with = 503;
    for (let minute = 0; minute < 60; minute++) {
      town.pass(60);
      await town.happens(at(minute * 60 + 30), `DURING${minute}`);
      await follower.look();
    }
    storage.with = undefined;
    await follower.look();
    await follower.look();
    expect(given.flatMap(keysOf)).toEqual(Array.from({ length: 60 }, (_, n) => `DURING${n}`));
    expect(town.lines.map(({ level }) => level)).toEqual(['error', 'info']);
  });

  it('gives who has failed the same again, and the others what is new meanwhile', async () => {
    const { follower, ideas } = town.instance();
    const [well, ill] = [reader(), reader()];
    let fails = true;
    follower.follow('well', START, well.takes);
    follower.follow('ill', START, async (entries, stopping) => {
      if (fails) throw new Error('Not now');
      await ill.takes(entries, stopping);
    });
    for (let minute = 0; minute < 5; minute++) {
      await town.happens(at(minute * 60), `TIME0${minute}`);
      await follower.look();
      town.pass(60);
    }
    expect(well.given.map(keysOf)).toEqual([['TIME00'], ['TIME01'], ['TIME02'], ['TIME03'], ['TIME04']]);
    expect(ill.given).toEqual([]);
    fails = false;
    await follower.look();
    await town.happens(at(300), 'TIME05');
    await follower.look();
    expect(ill.given.map(keysOf)).toEqual([['TIME00', 'TIME01', 'TIME02', 'TIME03', 'TIME04'], ['TIME05']]);
    expect(well.given.flatMap(keysOf)).toHaveLength(6);
    expect(town.lines).toMatchObject([
      { level: 'error', what: { follower: 'ill' } },
      { level: 'info', what: { follower: 'ill' } },
    ]);
    // It has caught up: one reading does for both again.
    expect(await requestsTo([ideas])(() => follower.look())).toBe(1);
  });

  it('waits for nobody who takes long, and gives them nothing twice', async () => {
    const { follower } = town.instance();
    const [well, slow] = [reader(), reader()];
    let done: () => void = () => undefined;
    follower.follow('well', START, well.takes);
    follower.follow('slow', START, async (entries, stopping) => {
      await new Promise<void>((resolve) => {
        done = resolve;
      });
      await slow.takes(entries, stopping);
    });
    await town.happens(at(1), 'FIRST1');
    await follower.look();
    await town.happens(at(2), 'SECOND');
    await follower.look();
    expect(well.given.map(keysOf)).toEqual([['FIRST1'], ['SECOND']]);
    done();
    await until(() => slow.given.length === 1, { what: 'the slow one to be done' });
    const looked = follower.look();
    await until(() => well.given.length === 2 && slow.given.length === 1);
    await until(() => {
      done();
      return slow.given.length === 2;
    });
    await looked;
    await follower.look();
    expect(slow.given.map(keysOf)).toEqual([['FIRST1'], ['SECOND']]);
  });

  it('tells of what only a newer version understands that it happened, and leaves its kinds of record alone', async () => {
    const { follower, ideas } = town.instance();
    const { given, takes } = reader();
    follower.follow('test', START, takes);
    const row = (id: string, columns: object) =>
      ideas.createEntity({ partitionKey: recordsPartition('orten'), rowKey: logKey(START, id, 1), ...columns });
    await row('CHALLE', { record: 'poem', body: '{}' });
    await row('LATER1', { record: 'idea', body: JSON.stringify({ type: 'sharedByMars' }) });
    await follower.look();
    expect(given).toMatchObject([[{ id: 'LATER1', event: undefined }]]);
  });

  it('is over when whoever was given something is done with it, and gives nothing more', async () => {
    const { follower } = town.instance();
    let [begun, ended] = [false, false];
    follower.follow('test', START, async (_, stopping) => {
      begun = true;
      await new Promise((resolve) => stopping.addEventListener('abort', resolve));
      ended = true;
    });
    await town.happens(at(1), 'FIRST1');
    follower.start();
    await until(() => begun, { what: 'the first to be given' });
    await follower.stop();
    expect(ended).toBe(true);
    expect(town.lines).toEqual([]);
  });
});

describe('two instances', () => {
  let followers: Follower[] = [];
  afterEach(() => Promise.all(followers.map((one) => one.stop())));

  it('each hear within five seconds of what people do with the other, thanks among it, and once of each', async () => {
    const scene = await openScene();
    const log = { info() {}, warn() {}, error() {} };
    const { code } = scene.deps.settings().municipality;
    const readers = [reader(), reader()];
    followers = readers.map(({ takes }) => {
      const follower = createFollower({ events: openLog(scene.storage, code), now: scene.deps.now, log });
      follower.follow('test', scene.deps.now(), takes);
      follower.start();
      return follower;
    });
    const employee = await scene.arrives('employee');
    const leader = await scene.arrives('leader');
    const others = [leader, await scene.arrives('otherLeader')];
    const idea = await scene.submits(employee);
    const types = ({ given }: (typeof readers)[number]) => given.flat().map(({ event }) => event?.type);
    const all = (what: readonly string[]) =>
      until(() => readers.every((one) => types(one).length >= what.length), { within: 5000, what: String(what) });
    await all(['submitted']);
    for (const one of others) await scene.acts(one, idea, { type: 'thank', data: {}, words: {} });
    await all(['submitted', 'thanked', 'thanked']);
    await scene.acts(leader, idea, close);
    await all(['submitted', 'thanked', 'thanked', 'closed']);
    await Promise.all(followers.map((one) => one.look()));
    for (const one of readers) expect(types(one)).toEqual(['submitted', 'thanked', 'thanked', 'closed']);
  });
});
