import type { TransactionAction } from '@azure/data-tables';
import { type ChangeRows, MOST_ENTITIES, openCommits, TooManyEntities } from '../../src/store/commit.js';
import { recordsPartition } from '../../src/store/keys.js';
import { type IdeasAtWork, ideasAtWork, MUNICIPALITY } from '../../testing/scenes/ideas-at-work.js';

const partitionKey = recordsPartition(MUNICIPALITY);
let work: IdeasAtWork;
let commit: ReturnType<typeof openCommits>['commit'];
beforeEach(async () => {
  work = await ideasAtWork();
  ({ commit } = openCommits(work.storage, MUNICIPALITY));
});

const owes = [{ seq: 1, at: '2026-11-24T09:00:00.000Z', rank: 'decision' }] as const;
/** A change of so many rows, which owes one message. */
const written = (entities: number): ChangeRows => ({
  ...{ record: 'idea', id: 'K7M4QX', seq: 1, by: 'pONE', owes },
  entities: Array.from({ length: entities }, (_, n): TransactionAction => {
    return ['create', { partitionKey, rowKey: `row|${n}` }];
  }),
});

describe('a change', () => {
  it('takes a hundred entities, the operation and what is owed counted', async () => {
    expect(await commit(written(MOST_ENTITIES - 2), { idempotencyKey: 'OP' })).toEqual({ kind: 'saved' });
    expect(await work.keys()).toHaveLength(MOST_ENTITIES);
  });

  it('of more is refused by name, and nothing is asked of storage', async () => {
    const refused = commit(written(MOST_ENTITIES - 1), { idempotencyKey: 'OP' });
    expect(await work.requestsOf(() => refused.catch(() => undefined))).toBe(0);
    await expect(refused).rejects.toBeInstanceOf(TooManyEntities);
    await expect(refused).rejects.toMatchObject({ id: 'K7M4QX', entities: 101 });
    expect(await work.keys()).toEqual([]);
  });

  it('is done under its operation once, and says what that did', async () => {
    await commit(written(1), { idempotencyKey: 'OP', shownIn: 'activity-1' });
    expect(await commit(written(3), { idempotencyKey: 'OP' })).toEqual({
      kind: 'before',
      effect: { record: 'idea', id: 'K7M4QX', seq: 1, by: 'pONE' },
    });
    expect(await commit(written(3), { idempotencyKey: 'OTHER' })).toEqual({ kind: 'conflict' });
    expect(await work.keys()).toEqual(['op|OP', 'outbox|r0|1795510800000|K7M4QX|000001', 'row|0']);
  });
});
