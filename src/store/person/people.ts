import type { TransactionAction } from '@azure/data-tables';
import {
  type EntraIdentity,
  nameOf,
  otherRefsOf,
  type Person,
  type PersonRef,
  unmet,
} from '../../domain/person/person.js';
import type { Day, Instant } from '../../domain/time.js';
import * as keys from '../keys.js';
import { ifReadable, type KeptColumns, type ReadableRow, surelyReadable, withKept } from '../row-kinds.js';
import { unlessUnreadable } from '../row-versions.js';
import { readRow, unlessChanged } from '../rows.js';
import type { Storage } from '../storage.js';
import { type Keeping, type LeavingRow, openLeavers, type PersonColumns } from './leavers.js';
import { contactKind, nameless, personKind } from './person-kinds.js';
import { openPicked } from './picked.js';
import { asItIs, placedNow } from './placed-now.js';

/** Where in Teams a person can be written to: what a conversation reference says, as plain text. */
export interface ConversationReference {
  serviceUrl: string;
  conversation: string;
  bot: string;
  user: string;
  tenant: string;
}

/** A refusal may be Teams' own fault: only on the third day of them is a chat called closed. */
const MOST_REFUSED_DAYS = 3;

export const chatIsClosed = (refusedOn: readonly Day[] = []): boolean => refusedOn.length >= MOST_REFUSED_DAYS;

export interface StoredPerson {
  person: Person;
  /** Absent until the person installs the bot, and again after they remove it. */
  reach?: ConversationReference;
  /** On which days Teams has refused to write there since it last took a message. */
  refusedOn?: Day[];
}

/** A person as read: the row and its version are what the next write must name. */
export interface ReadPerson extends StoredPerson {
  from: { rowKey: string; etag: string; kept?: KeptColumns };
}

/** What an e-mail address leads to: enough to know whether somebody can be reached, without reading the person. */
export interface ContactCard {
  ref: PersonRef;
  awayUntil?: Day;
  /** Away for a time that nobody has told, as a source says. */
  absent?: true;
  installed: boolean;
  /** Posts of which the person has said that they are not theirs. */
  disowned: string[];
  /** References that are theirs too, or may be. */
  others?: PersonRef[];
}

/** The card's columns; a list is stored as JSON. */
type ContactRow = Omit<ContactCard, 'disowned' | 'others' | 'absent'> & {
  disowned: string;
  others?: string;
  absent: boolean;
};

export type PeopleStore = ReturnType<typeof openPeople>;

/**
 * People: the only place where names, addresses and identities stand. A person is written twice, under their reference
 * and under their identity, because both a click and a delivery may spend one round trip only; both rows, and one for
 * each e-mail address, change in one transaction, so that the etag of either guards all. `codeNow`: of a place's department.
 */
export function openPeople(storage: Pick<Storage, 'people' | 'versions'>, municipality: string, codeNow = asItIs) {
  const { people: table, versions } = storage;
  const partitionKey = keys.peoplePartition(municipality);

  /** Throws where somebody's row cannot be read: who they are is not guessed. */
  const read = async (rowKey: string): Promise<ReadPerson | undefined> => {
    const found = await readRow(table, partitionKey, rowKey);
    const row = surelyReadable(versions, personKind, found, rowKey.startsWith('aad|') ? nameless(rowKey) : rowKey);
    if (row?.same) return read(keys.personKey(row.same));
    // Without a body it is what is left of somebody who has left.
    if (!row?.body) return undefined;
    const from = { rowKey, etag: row.etag, ...(row.kept && { kept: row.kept }) };
    return { ...placedNow(row.body, codeNow), from };
  };

  const leavers = openLeavers(table, versions, partitionKey);
  const nameBehind = async (ref: PersonRef): Promise<{ name: string; left: boolean } | undefined> => {
    const row: ReadableRow<PersonColumns> | undefined = ifReadable(
      versions,
      personKind,
      await readRow(table, partitionKey, keys.personKey(ref)),
    );
    if (row?.body) {
      const name = nameOf(row.body.person);
      return name === undefined ? undefined : { name, left: false };
    }
    // Another reference of the same person.
    if (row?.same) return nameBehind(row.same);
    const name = row && (await leavers.nameIn(row));
    return name ? { name, left: true } : undefined;
  };

  const contact = async (email: string): Promise<ContactCard | undefined> => {
    const found = await readRow(table, partitionKey, keys.emailKey(email));
    const row = surelyReadable(versions, contactKind, found);
    if (!row) return undefined;
    const { ref, installed, awayUntil, absent, disowned, others } = row;
    const away = { ...(awayUntil && { awayUntil }), ...(absent && { absent }) };
    return { ...{ ref, installed, disowned }, ...away, ...(others && { others }) };
  };

  const picking = openPicked(table, versions, partitionKey, {
    read,
    unmetBody,
  });

  return {
    /** The person who writes. One round trip. */
    byIdentity: (identity: EntraIdentity) => read(keys.identityKey(identity)),

    /** One round trip. */
    byRef: (ref: PersonRef) => read(keys.personKey(ref)),

    /** Several people at once, by the reference that was asked for; those who are gone are left out. One round trip's time. */
    async byRefs(refs: Iterable<PersonRef>): Promise<Map<PersonRef, ReadPerson>> {
      const found = await Promise.all(
        [...new Set(refs)].map(async (ref) => [ref, await unlessUnreadable(read(keys.personKey(ref)))] as const),
      );
      return new Map(found.flatMap(([ref, stored]) => (stored ? [[ref, stored]] : [])));
    },

    /**
     * The names of these people. Of somebody who has left and had decided something it is known with `left`: it stands at
     * their decisions and nowhere else. One round trip's time, two where somebody is just leaving.
     */
    async namesOf(refs: Iterable<PersonRef>): Promise<Map<PersonRef, { name: string; left: boolean }>> {
      const found = await Promise.all([...new Set(refs)].map(async (ref) => [ref, await nameBehind(ref)] as const));
      return new Map(found.flatMap(([ref, named]) => (named ? [[ref, named]] : [])));
    },

    noteDecided: leavers.noteDecided,

    settled: leavers.settled,

    /** What is known behind e-mail addresses; those that nobody has met are left out. One round trip's time. */
    async contacts(emails: Iterable<string>): Promise<Map<string, ContactCard>> {
      const unique = [...new Set([...emails].map((email) => email.trim().toLowerCase()))];
      const found = await Promise.all(
        unique.map(async (email) => [email, await unlessUnreadable(contact(email))] as const),
      );
      return new Map(found.flatMap(([email, card]) => (card ? [[email, card]] : [])));
    },

    /**
     * The reference of whoever has this address, met or not: somebody who is only named gets a row that they take over
     * when they come. Two who name the same person at once agree on one reference.
     */
    async refOf(named: { email: string; name: string }, newRef: () => PersonRef): Promise<PersonRef> {
      const known = await contact(named.email);
      if (known) return known.ref;
      const ref = newRef();
      const person: Person = { ...unmet, ref, name: named.name, emails: [named.email.trim().toLowerCase()] };
      if (await save({ person }, undefined)) return ref;
      const winner = await contact(named.email);
      if (!winner) throw new Error('An e-mail row was taken and then was not there');
      return winner.ref;
    },

    ...picking,

    save,

    leave,

    leaving: leavers.leaving,

    gone: leavers.gone,
  };

  /**
   * Takes away everything that says who a person is, in one transaction: what remains to be done for them goes by their
   * reference. Of somebody who may have decided something, `keeping` says what is kept beside it until that is known.
   * False when somebody else wrote first, true also when it had been done before.
   */
  async function leave(
    ref: PersonRef,
    since: Instant,
    keeping?: (person: Person) => Keeping | undefined,
    marks: readonly string[] = [],
  ): Promise<boolean> {
    const own = await read(keys.personKey(ref));
    if (!own) return true;
    // They may have been asked for by a reference of before.
    const rowKey = keys.personKey(own.person.ref);
    const { ref: known, identity, emails, also = [] } = own.person;
    const kept = keeping?.(own.person);
    const left: LeavingRow = {
      since,
      ...(marks.length > 0 && { marks: JSON.stringify(marks) }),
      ...(kept && { name: kept.name, held: JSON.stringify(kept.held) }),
    };
    const [picked, ...found] = await Promise.all([identity && picking.pickedAs(identity), ...emails.map(contact)]);
    const pointers = [
      ...(identity ? [keys.identityKey(identity)] : []),
      ...(identity && picked ? [keys.pickedKey(identity)] : []),
      // Somebody else may have come with an address since.
      ...emails.filter((_, at) => found[at]?.ref === known).map(keys.emailKey),
    ];
    return unlessChanged(
      table.submitTransaction([
        // Emptied and not deleted: in a transaction, only what is written can name the version that it was read in.
        ['update', { partitionKey, rowKey }, 'Replace', { etag: own.from.etag }],
        ...pointers.map((pointer): TransactionAction => ['delete', { partitionKey, rowKey: pointer }]),
        ['create', { partitionKey, rowKey: keys.leavingKey(known), ...left }],
        // What stands under a reference that was theirs before goes too.
        ...also.flatMap((one): TransactionAction[] => [
          ['update', { partitionKey, rowKey: keys.personKey(one) }, 'Replace', { etag: '*' }],
          ['create', { partitionKey, rowKey: keys.leavingKey(one), ...left }],
        ]),
      ]),
    );
  }

  /**
   * Writes a person and all that points to them. `before` is what was read: its version guards the write, and rows of
   * addresses that the person no longer has are removed. `losing` are those who have had any of the person's addresses and
   * have them no longer, as they were read: an address is one person's. `claim`: whose ideas may be theirs, which the office
   * is asked. False when somebody else wrote first: read again.
   */
  async function save(
    stored: StoredPerson,
    before: ReadPerson | undefined,
    losing: readonly ReadPerson[] = [],
    claim?: { of: PersonRef; at: Instant },
  ): Promise<boolean> {
    const { person } = stored;
    const actions: TransactionAction[] = [...bodyRows(stored, before)];
    for (const loser of losing) {
      const emails = loser.person.emails.filter((email) => !person.emails.includes(email));
      actions.push(...bodyRows({ ...loser, person: { ...loser.person, emails } }, loser));
    }
    if (claim) actions.push(['create', { partitionKey, rowKey: keys.claimKey(person.ref), ...claim }]);
    const card = contactRow(stored);
    for (const email of person.emails) {
      const entity = { partitionKey, rowKey: keys.emailKey(email), ...card };
      // Somebody who is only named must not take an address over; one who has come with it does, whoever had it before.
      const isTheirs = person.identity !== undefined;
      const wasTheirs = before?.person.emails.includes(email) === true;
      // What a newer version has beside that stays, unless it was another's.
      if (wasTheirs) actions.push(['upsert', { ...{ awayUntil: '', others: '' }, ...entity }, 'Merge']);
      else actions.push(isTheirs ? ['upsert', entity, 'Replace'] : ['create', entity]);
    }
    for (const email of before?.person.emails ?? []) {
      // Somebody else may have come with an address that this person has left: then its row is theirs.
      if (person.emails.includes(email) || (await contact(email))?.ref !== person.ref) continue;
      actions.push(['delete', { partitionKey, rowKey: keys.emailKey(email) }]);
    }
    return unlessChanged(table.submitTransaction(actions));
  }

  /** The two rows of a person, alike: both change in every transaction, so the etag of the one that was read guards both. */
  function bodyRows(stored: StoredPerson, before: ReadPerson | undefined) {
    const { person } = stored;
    const body = bodyOf(stored);
    const write = (rowKey: string, existed: boolean): TransactionAction => {
      const etag = before?.from.rowKey === rowKey ? before.from.etag : '*';
      const entity = withKept({ partitionKey, rowKey, body }, before?.from.kept);
      return existed ? ['update', entity, 'Replace', { etag }] : ['create', entity];
    };
    const { identity } = person;
    return [
      write(keys.personKey(person.ref), before !== undefined),
      ...(identity ? [write(keys.identityKey(identity), before?.person.identity !== undefined)] : []),
    ];
  }
}

/** A person as their rows hold them. */
export const bodyOf = ({ person, reach, refusedOn = [] }: StoredPerson): string =>
  JSON.stringify({ person, ...(reach && { reach }), ...(refusedOn.length > 0 && { refusedOn }) });

/** The same of somebody of whom nothing is known but the reference that waits for them. */
export const unmetBody = (ref: PersonRef): string => bodyOf({ person: { ...unmet, ref, name: '', emails: [] } });

/** What an address of a person leads to. */
export const contactRow = ({ person, reach, refusedOn = [] }: StoredPerson): ContactRow => {
  const others = otherRefsOf(person);
  return {
    ref: person.ref,
    installed: reach !== undefined && !chatIsClosed(refusedOn),
    disowned: JSON.stringify(person.disowned),
    absent: person.absent === true,
    ...(person.awayUntil && { awayUntil: person.awayUntil }),
    ...(others.length > 0 && { others: JSON.stringify(others) }),
  };
};
