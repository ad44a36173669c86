import { archiveIdeas } from '../../../src/app/archive/archive-ideas';
import { type DestroysFrom, destroyIdeas, finishDestruction, toDestroy } from '../../../src/app/archive/destroy-ideas';
import type { IdeaRecord } from '../../../src/app/archive/record-of-idea';
import { followIdea } from '../../../src/app/idea/follow-idea';
import { createIndexKeeper } from '../../../src/app/search/keep-index';
import type { RetentionRules } from '../../../src/domain/archive/ended';
import type { IdeaEvent } from '../../../src/domain/idea/events';
import type { Person } from '../../../src/domain/person/person';
import { openArchived } from '../../../src/store/archive/archived';
import { openDestructions } from '../../../src/store/archive/destructions';
import { openDeliveries, owed } from '../../../src/store/delivery/deliveries';
import { eventRun } from '../../../src/store/keys';
import { intercepted } from '../../../testing/processes/mortal';
import { addPicture, close, comment, withdraw } from '../../../testing/samples/idea/story';
import { type AppAtWork, appAtWork } from '../../../testing/scenes/app-at-work';
import { allStored, thoseWith } from '../../../testing/storage/all-stored';

const DECISION = 'KS 2026/150 § 60';
const rules: RetentionRules = { closed: { archive: true, destroyAfterYears: 2, decision: DECISION } };

describe('ideas that the rules of retention speak of', () => {
  let town: AppAtWork;
  let people: Record<'leader' | 'employee' | 'colleague', Person>;
  let kept: IdeaRecord[];
  beforeEach(async () => {
    town = await appAtWork('2026-11-16');
    people = await town.allArrive('leader', 'employee', 'colleague');
    kept = [];
  });

  function depsBy(ideas: RetentionRules, storage = town.storage): DestroysFrom {
    const settings = town.deps.settings();
    const { code } = settings.municipality;
    return {
      ...town.deps,
      settings: () => ({ ...settings, retention: { ...settings.retention, ideas } }),
      archived: openArchived(storage, code),
      destructions: openDestructions(storage, code),
    };
  }
  const archives = (before = '2029-01-01', again = false) =>
    archiveIdeas(
      { ...town.deps, ...depsBy(rules) },
      { before, again, keep: async (record) => void kept.push(record), unread: fail },
    );
  const fail = (id: string) => {
    throw new Error(id);
  };

  async function ended(title = 'Kanariecyklar'): Promise<string> {
    const { employee, colleague, leader } = people;
    const { id } = await town.submits(employee);
    await town.acts(colleague, id, comment(title));
    await followIdea(town.deps, colleague, id, true);
    await town.acts(leader, id, close({ reason: `${title} finns redan.` }));
    return id;
  }

  it('are archived when they have ended before the day, once as long as nothing more happens to them', async () => {
    const id = await ended();
    await town.submits(people.employee);
    expect(await archives('2026-11-16')).toEqual({ kept: 0, before: 0, unread: 0 });
    expect(await archives('2026-11-17')).toEqual({ kept: 1, before: 0, unread: 0 });
    expect(kept.map(({ copy, view }) => [copy, view.idea.id])).toEqual([['whole', id]]);
    expect(await archives('2026-11-17')).toEqual({ kept: 0, before: 1, unread: 0 });
    await town.acts(people.colleague, id, comment('Ett ord till.'));
    expect(await archives('2026-11-17')).toEqual({ kept: 1, before: 0, unread: 0 });
    expect(kept.at(-1)?.view.history.at(-1)?.words).toEqual({ comment: 'Ett ord till.' });
    expect(await archives('2026-11-17', true)).toEqual({ kept: 1, before: 0, unread: 0 });
  });

  it('are archived with what was thanked, and anew when somebody thanks after that', async () => {
    const id = await ended();
    await archives();
    expect(kept.at(-1)?.said).toEqual([]);
    await town.acts(people.colleague, id, { type: 'thank', data: {}, words: { thanks: 'Bra att ni provade.' } });
    expect(await archives()).toMatchObject({ kept: 1, before: 0 });
    expect(kept.at(-1)?.said).toMatchObject([{ said: 'thank', text: 'Bra att ni provade.' }]);
    expect(await archives()).toMatchObject({ kept: 0, before: 1 });
  });

  it('are archived once though something has happened that no copy tells', async () => {
    const id = await ended();
    const stored = await town.deps.ideas.load(id);
    const last = (await town.deps.ideas.history(id)).at(-1);
    if (!stored || !last) throw new Error(id);
    const { idea } = stored;
    const event = {
      ...last,
      type: 'improvementAsked',
      seq: idea.seq + 1,
      at: town.deps.now(),
      by: 'clock',
      data: {},
      words: {},
    };
    const written = town.deps.ideas.write({ before: stored, id, events: [event as IdeaEvent] });
    await town.deps.commits.commit(written, { idempotencyKey: 'NOBODYASKED' });
    expect(await archives()).toMatchObject({ kept: 1, before: 0 });
    expect(await archives()).toMatchObject({ kept: 0, before: 1 });
  });

  it('are not archived, and so kept, where one of their pictures is not there', async () => {
    const { id } = await town.submits(people.employee);
    await town.acts(people.employee, id, addPicture('GONE.jpg'));
    await town.acts(people.leader, id, close({ reason: 'Det finns redan.' }));
    const unread: string[] = [];
    const archiving = {
      before: '2029-01-01',
      keep: async () => undefined,
      unread: (one: string) => void unread.push(one),
    };
    expect(await archiveIdeas({ ...town.deps, ...depsBy(rules) }, archiving)).toEqual({
      kept: 0,
      before: 0,
      unread: 1,
    });
    expect(unread).toEqual([id]);
  });

  it('are destroyed only when their years have gone, they are archived, and a decision allows it', async () => {
    const id = await ended();
    town.comes('2028-11-16');
    expect(await toDestroy(depsBy(rules))).toEqual([]);
    town.comes('2028-11-17');
    const rule = { endedAs: 'closed', years: 2, decision: DECISION };
    expect(await toDestroy(depsBy(rules))).toEqual([{ rule, ids: [], waiting: 1 }]);
    expect(await toDestroy(depsBy({}))).toEqual([]);
    await archives();
    expect(await toDestroy(depsBy(rules))).toEqual([{ rule, ids: [id], waiting: 0 }]);
    await town.acts(people.colleague, id, comment('Ett ord till.'));
    expect(await toDestroy(depsBy(rules))).toEqual([]);
  });

  /** An idea that goes and one that stays, with messages and a picture of the first; when its years have gone. */
  async function oneOfTwo(): Promise<{ id: string; stays: string }> {
    const id = await ended();
    const { id: stays } = await town.submits(people.colleague);
    await town.acts(people.colleague, stays, withdraw);
    const deliveries = openDeliveries(town.storage, town.deps.settings().municipality.code, () => 'mark');
    const notice = { kind: 'notice', record: 'idea', id, seq: 2, as: 'submitter' } as const;
    await deliveries.add([
      owed({ person: people.employee.ref, run: eventRun(id, 2) }, notice, town.deps.now(), town.deps.now()),
    ]);
    await archives();
    town.comes('2028-11-17');
    return { id, stays };
  }

  it('leave no trace but the report and that they are gone, and others are as they were', async () => {
    const { id, stays } = await oneOfTwo();
    const others = thoseWith(await allStored(town.storage), [stays]);
    const removed: string[] = [];
    const index = {
      put: async () => undefined,
      remove: async (gone: readonly { id: string }[]) => void removed.push(...gone.map((one) => one.id)),
    };
    const began = town.deps.now();

    const deps = depsBy(rules);
    const done = await destroyIdeas(deps, await toDestroy(deps));
    expect(done).toMatchObject({ ideas: 1, left: 0 });

    const after = await allStored(town.storage);
    expect(thoseWith(after, ['kanariecyklar'])).toEqual([]);
    const named = thoseWith(after, [id]);
    expect(named).toHaveLength(2);
    expect(named.filter((row) => /"(?:destroyed\||log\|.*\|destroyed)/.test(row))).toHaveLength(2);
    expect(thoseWith(after, [stays])).toEqual(others);
    expect(await deps.destructions.all()).toEqual([
      { endedAs: 'closed', years: 2, decision: DECISION, at: began, part: 0, ids: [id], pictures: [], done: true },
    ]);
    // Every instance's index takes it out, and what it counted for stays.
    const rows = await town.deps.eventLog.page(began);
    await createIndexKeeper(town.deps, index).changed(town.deps.eventLog.read(rows));
    expect(removed).toEqual([id]);
    expect(await destroyIdeas(deps, await toDestroy(deps))).toEqual({ ideas: 0, rows: 0, left: 0 });
  });

  it('are kept where somebody takes them up again just then', async () => {
    const { id } = await oneOfTwo();
    const deps = depsBy(rules);
    const found = await toDestroy(deps);
    await town.acts(people.colleague, id, comment('Vi tar upp den igen.'));
    expect(await destroyIdeas(deps, found)).toEqual({ ideas: 0, rows: 0, left: 1 });
    expect((await town.record(id)).at(-1)).toBe('commented');
    expect(await deps.destructions.all()).toMatchObject([{ ids: [] }]);
  });

  it('are gone whole after a power cut at any call to storage, when the next run has finished it', async () => {
    for (let calls = 0; ; calls++) {
      const { id } = await oneOfTwo();
      let left = calls;
      const guarded = <T extends object>(client: T): T =>
        intercepted(client, () => {
          if (left-- <= 0) throw new Error('the power is gone');
          return undefined;
        });
      const { ideas, people: table, deliveries } = town.storage;
      const failing = { ideas: guarded(ideas), people: guarded(table), deliveries: guarded(deliveries) };
      const broken = depsBy(rules, { ...town.storage, ...failing });
      const deps = depsBy(rules);
      const found = await toDestroy(deps);
      const whole = await destroyIdeas({ ...deps, destructions: broken.destructions }, found).then(
        () => true,
        () => false,
      );
      await finishDestruction(deps);
      const rest = thoseWith(await allStored(town.storage), [id]);
      const begun = (await deps.destructions.all()).some(({ ids }) => ids.includes(id));
      // Before the report stands nothing has gone; once it does, all goes.
      if (begun) expect(rest).toHaveLength(2);
      else expect(await town.record(id)).toContain('closed');
      if (whole) break;
      town = await appAtWork('2026-11-16');
      people = await town.allArrive('leader', 'employee', 'colleague');
    }
  });
});
