import type { TransactionAction } from '@azure/data-tables';
import { aboutOf, type PostChange } from '../../domain/organisation/overlay/change.js';
import type { Instant } from '../../domain/time.js';
import { inRange, prefixRange } from '../keys.js';
import { ifReadable, type ReadableRow, readable, surelyReadable } from '../row-kinds.js';
import { readRow, readRows, unlessChanged, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import * as keys from './organisation-keys.js';
import { endedProposalKind, type proposalEnds, proposalKind, untoldKind } from './version-kinds.js';

/** What somebody of a department proposes for a post there. */
export interface Proposal {
  /** The key of the press that made it. */
  id: string;
  change: PostChange;
  at: Instant;
  /** Whoever proposes it, by reference. */
  by: string;
  /** Those who can answer have been asked. */
  told?: true;
  /** The office has been asked as well, because they have not answered. */
  officeTold?: true;
}
export type StoredProposal = Proposal & { etag: string };

/** How a proposal ends: by whom, where somebody has answered. */
export interface ProposalEnd {
  what: (typeof proposalEnds)[number];
  at: Instant;
  answeredBy?: string;
}

/** One that has ended. `at`: when it did. */
export type EndedProposal = Pick<Proposal, 'id' | 'change' | 'by'> & ProposalEnd;

/** So many ended ones are looked through, a month's of the largest city. */
const MOST_ENDED = 1000;

export type ProposalStore = ReturnType<typeof openProposals>;

/**
 * What ends a proposal, to stand in one transaction with what comes of it. A row by its id is the guard: it can be made once, so the
 * one that goes is this one.
 */
export function endingActions(
  partitionKey: string,
  { id, change, by }: Pick<Proposal, 'id' | 'change' | 'by'>,
  end: ProposalEnd,
): TransactionAction[] {
  const ended = { by, change: JSON.stringify(change), ...end };
  return [
    ['create', { partitionKey, rowKey: keys.endedKey(id), ...ended }],
    ['create', { partitionKey, rowKey: keys.untoldKey(id), at: end.at }],
    ['delete', { partitionKey, rowKey: keys.proposalKey(aboutOf(change)) }],
  ];
}

/**
 * Proposals of who is to have which post, beside the organisation that they would change, so that an answer and its change are one
 * transaction. Of one place and post there is one at a time.
 */
export function openProposals(storage: Pick<Storage, 'people' | 'versions'>, municipality: string) {
  const { people: table, versions } = storage;
  const partitionKey = keys.organisationPartition(municipality);
  const rowsOf = (prefix: string) => readRows<object>(table, inRange(partitionKey, prefixRange(prefix)));
  const toProposal = ({ id, change, at, by, told, officeTold, etag }: ReadableRow<Proposal>): StoredProposal => ({
    ...{ id, change, at, by, etag },
    ...(told && { told }),
    ...(officeTold && { officeTold }),
  });

  return {
    /** Makes one, where none stands of the same place and post: false where one does. One round trip. */
    add: ({ id, change, at, by }: Omit<Proposal, 'told' | 'officeTold'>): Promise<boolean> => {
      const rowKey = keys.proposalKey(aboutOf(change));
      const row = { partitionKey, rowKey, id, change: JSON.stringify(change), at, by };
      return unlessChanged(table.createEntity(row));
    },

    /** The one of a place and post, as `aboutOf` names them. One round trip. */
    async of(about: string): Promise<StoredProposal | undefined> {
      // Nobody may ask for another beside one that only a newer release can read.
      const row = surelyReadable(versions, proposalKind, await readRow(table, partitionKey, keys.proposalKey(about)));
      return row && toProposal(row);
    },

    /** All that nobody has ended: one for each place and post at most. One round trip. */
    all: async (): Promise<StoredProposal[]> =>
      readable(versions, proposalKind, await rowsOf(keys.allProposals)).map(toProposal),

    /** Those of a department and its units. One round trip. */
    in: async (department: string): Promise<StoredProposal[]> =>
      readable(versions, proposalKind, await rowsOf(keys.proposalsIn(department))).map(toProposal),

    /** How many somebody has made since then, or seen end: of more than a thousand ended ones, of a thousand. One round trip. */
    async madeBy(person: string, since: Instant): Promise<number> {
      const [open, over] = await Promise.all([
        rowsOf(keys.allProposals),
        readRows<object>(table, inRange(partitionKey, prefixRange(keys.allEnded)), { limit: MOST_ENDED }),
      ]);
      const all = [...readable(versions, proposalKind, open), ...readable(versions, endedProposalKind, over)];
      return all.filter(({ by, at }) => by === person && at >= since).length;
    },

    /** Those who can answer have been asked, the office as well or without it. */
    toldOf: ({ change, etag }: StoredProposal, which: 'told' | 'officeTold' = 'told'): Promise<void> => {
      const entity = { partitionKey, rowKey: keys.proposalKey(aboutOf(change)), [which]: true };
      return unlessGone(table.updateEntity(entity, 'Merge', { etag }));
    },

    /** Ends one from which nothing comes; false where it has ended before. One round trip. */
    end: (proposal: Proposal, end: ProposalEnd): Promise<boolean> =>
      unlessChanged(table.submitTransaction(endingActions(partitionKey, proposal, end))),

    /** How one has ended; undefined while it stands, and long afterwards. One round trip. */
    async ended(id: string): Promise<EndedProposal | undefined> {
      const row = ifReadable(versions, endedProposalKind, await readRow(table, partitionKey, keys.endedKey(id)));
      if (!row) return undefined;
      const { change, at, by, what, answeredBy } = row;
      return { ...{ id, change, at, by, what }, ...(answeredBy && { answeredBy }) };
    },

    /** Those of which whoever proposed them has to be told the end. One round trip. */
    async untold(): Promise<{ id: string; etag: string }[]> {
      const rows = readable(versions, untoldKind, await rowsOf(keys.allUntold));
      return rows.map(({ rowKey, etag }) => ({ id: rowKey.slice(keys.allUntold.length), etag }));
    },

    /** They are owed that message. */
    paid: ({ id, etag }: { id: string; etag: string }): Promise<void> =>
      unlessGone(table.deleteEntity(partitionKey, keys.untoldKey(id), { etag })),
  };
}
