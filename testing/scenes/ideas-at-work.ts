import { settleAdoptions } from '../../src/app/idea/use/settle-adoptions.js';
import type { Command } from '../../src/domain/idea/commands.js';
import { type Actor, decide, type Setting } from '../../src/domain/idea/decide.js';
import type { IdeaEvent } from '../../src/domain/idea/events.js';
import type { Idea } from '../../src/domain/idea/idea.js';
import { type Committed, type Operation, openCommits } from '../../src/store/commit.js';
import { openDue } from '../../src/store/due.js';
import { type Change, openIdeas, type StoredIdea } from '../../src/store/idea/ideas.js';
import { openSteps } from '../../src/store/steps.js';
import { openStorage, type StorageObserver } from '../../src/store/storage.js';
import { type Step, setting } from '../samples/idea/story.js';
import { testConnectionString, uniquePrefix } from '../storage/storage.js';

export const MUNICIPALITY = 'orten';

/** What came of a change; the idea that it made where it is saved. */
export type Saved = Exclude<Committed, { kind: 'saved' }> | { kind: 'saved'; idea: Idea };

/** A store of ideas in tables of its own, with a look behind it. */
export async function ideasAtWork(connectionString = testConnectionString()) {
  const counted: StorageObserver & { requests: number } = {
    requests: 0,
    started() {
      this.requests++;
    },
    finished() {},
  };
  const prefix = uniquePrefix();
  const storage = openStorage({ connectionString, prefix, observer: counted });
  await storage.prepare();
  const ideas = openIdeas(storage, MUNICIPALITY, () => setting);
  const due = openDue(storage, MUNICIPALITY);
  const steps = openSteps(storage, MUNICIPALITY);
  const { commit, effectOf } = openCommits(storage, MUNICIPALITY);
  let ops = 0;

  /** Writes a change as its use case would; what it leaves to do with adoptions is done at once, as delivery would. */
  async function save(change: Change & Operation): Promise<Saved> {
    const { saved, step } = await commits(change);
    if (saved.kind === 'saved' && step) await settleAdoptions({ ideas, steps }, step.to, step);
    return saved;
  }

  /** Writes a change and no more; with the step that it leaves. */
  async function commits({ idempotencyKey, shownIn, step, unchanged, ...change }: Change & Operation) {
    const written = ideas.write(change);
    const operation = {
      idempotencyKey,
      ...(shownIn && { shownIn }),
      ...(step && { step }),
      ...(unchanged && { unchanged }),
    };
    const committed = await commit(written, operation);
    const saved: Saved = committed.kind === 'saved' ? { kind: 'saved', idea: written.after } : committed;
    return { saved, step: written.step };
  }

  /** What a command makes of an idea as it was read; throws where it is refused. */
  function eventsOf(
    before: StoredIdea | undefined,
    who: Actor,
    command: Command,
    world: Setting = setting,
  ): IdeaEvent[] {
    const decision = decide(command, before?.idea, who, world);
    if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.refusal.code}`);
    return [decision.value];
  }

  /** Decides and saves on what is stored, each step as an operation of its own unless `idempotencyKey` names it. */
  async function act(id: string, [who, command, world]: Step, idempotencyKey = `OP${++ops}`): Promise<Saved> {
    const before = await ideas.load(id);
    return save({ before, id, idempotencyKey, events: eventsOf(before, who, command, world) });
  }

  return {
    storage,
    ideas,
    due,
    steps,
    save,
    effectOf,
    eventsOf,
    act,

    /** Decides and saves, and leaves the step for others to do. */
    async presses(id: string, [who, command, world]: Step) {
      const before = await ideas.load(id);
      return commits({ before, id, idempotencyKey: `OP${++ops}`, events: eventsOf(before, who, command, world) });
    },

    /** Does what is left to do with ideas' adoptions, as the worker would. */
    async settles(): Promise<void> {
      for (const step of await steps.list(100)) {
        await settleAdoptions({ ideas, steps }, step.to, step);
        await steps.done(step);
      }
    },

    /** Carries out a story, which must succeed. */
    async tell(id: string, ...steps: readonly Step[]): Promise<void> {
      for (const step of steps) {
        const { kind } = await act(id, step);
        if (kind !== 'saved') throw new Error(`A step ended in ${kind}`);
      }
    },

    /** The idea as stored; throws where there is none. */
    async stored(id: string): Promise<StoredIdea> {
      const found = await ideas.load(id);
      if (!found) throw new Error(`No idea ${id}`);
      return found;
    },

    /** Every row of the table Ideas, by key. */
    async rows(): Promise<Map<string, Record<string, unknown>>> {
      const rows = new Map<string, Record<string, unknown>>();
      for await (const row of storage.ideas.listEntities()) rows.set(row.rowKey ?? '', row);
      return rows;
    },

    async keys(prefix = ''): Promise<string[]> {
      return [...(await this.rows()).keys()].filter((key) => key.startsWith(prefix)).sort();
    },

    /** How many requests to storage some work makes. */
    async requestsOf(work: () => Promise<unknown>): Promise<number> {
      const before = counted.requests;
      await work();
      return counted.requests - before;
    },
  };
}

export type IdeasAtWork = Awaited<ReturnType<typeof ideasAtWork>>;

/** Where an idea stands in the lists of those who have something to do, as keys without their ends. */
export async function listsOf(work: IdeasAtWork, id: string): Promise<string[]> {
  const keys = [
    ...(await work.keys('list|waits|')),
    ...(await work.keys('list|asked|')),
    ...(await work.keys('list|open|')),
  ];
  return keys.map((key) => key.replace('list|', '').replace(`|${id}`, ''));
}

/** The minutes at which time brings something to any idea. */
export const dueIn = async (work: IdeasAtWork): Promise<string[]> =>
  (await work.keys('due|')).map((key) => new Date(Number(key.split('|')[1])).toISOString().slice(0, 16));
