import { randomBytes } from 'node:crypto';
import type { Deps } from '../../../src/app/deps';
import { actOnIdea } from '../../../src/app/idea/act-on-idea';
import { followIdea } from '../../../src/app/idea/follow-idea';
import { openIdea } from '../../../src/app/idea/open-idea';
import { submitIdea } from '../../../src/app/idea/submit-idea';
import { meetPerson } from '../../../src/app/person/meet-person';
import { erasePerson, finishLeaving } from '../../../src/app/privacy/erase-person';
import { staffHappening } from '../../../src/app/staff-happenings';
import { createServices } from '../../../src/create-services';
import type { Command } from '../../../src/domain/idea/commands';
import { deciderKey } from '../../../src/domain/idea/deciding/decider';
import { newIdempotencyKey } from '../../../src/domain/ids';
import type { Organisation } from '../../../src/domain/organisation/organisation-schema';
import type { Person } from '../../../src/domain/person/person';
import { accept } from '../../../src/domain/result';
import { type Instant, instantOf, millisecondsOf } from '../../../src/domain/time';
import { type DeliveryStore, owed } from '../../../src/store/delivery/deliveries';
import { openStorage, type Storage } from '../../../src/store/storage';
import { intercepted } from '../../../testing/processes/mortal';
import { organisationOf } from '../../../testing/samples/organisation/small-organisation';
import { allStored, thoseWith } from '../../../testing/storage/all-stored';
import { testConnectionString, uniquePrefix } from '../../../testing/storage/storage';

const NAME = 'Kanarie Medarbetare';
const EMAIL = 'kanarie@ort.example';
const OBJECT = 'kanarie-object-id';
const CHAT = 'a:kanarie-chat';
/** All that says who the person is. */
const WHO = [NAME, EMAIL, OBJECT, CHAT, '29:kanarie'];
const OWN_WORDS = 'Cyklarna behöver dubbdäck.';
const PIXEL = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('bild av en cykel')]);

type Words = Organisation['retention'];
const keep: Words = { words: 'keep' };
const erase: Words = { words: 'erase', decision: 'KS 2026/7' };

/** A power cut: from the n-th call to storage on, nothing is done any more. */
function failing(storage: Storage) {
  let left = Number.POSITIVE_INFINITY;
  const guarded = <T extends object>(client: T): T =>
    intercepted(client, () => {
      if (left-- <= 0) throw new Error('the power is gone');
      return undefined;
    });
  const { ideas, people, deliveries } = storage;
  return {
    storage: { ...storage, ideas: guarded(ideas), people: guarded(people), deliveries: guarded(deliveries) },
    failsAfter: (calls: number) => {
      left = calls;
    },
  };
}

describe('somebody who has their data erased', () => {
  let storage: Storage;
  let power: ReturnType<typeof failing>;
  let deps: Deps;
  let now: Instant;
  let people: Record<'leader' | 'other' | 'colleague', Person>;

  beforeEach(async () => {
    storage = openStorage({ connectionString: testConnectionString(), prefix: uniquePrefix() });
    await storage.prepare();
    power = failing(storage);
    now = '2026-11-26T09:00:00.000Z';
    deps = depsWith(keep);
    people = {
      leader: await arrives('leader', 'leader@ort.example'),
      other: await arrives('other-leader', 'other-leader@ort.example'),
      colleague: await arrives('colleague', 'colleague@ort.example'),
    };
  });

  function depsWith(retention: Words): Deps {
    const organisation = {
      ...organisationOf({
        VOO: { leaders: ['leader', 'other-leader'] },
        SBK: { leaders: ['builder'] },
        office: ['office'],
      }),
      retention,
      sources: { places: {}, graph: { department: 'department' as const } },
    };
    const random = (size: number) => randomBytes(size);
    const log = { info() {}, warn() {}, error() {} };
    const runtime = {
      identity: { kind: 'none' } as const,
      organisation: () => organisation,
      storage: power.storage,
      random,
      log,
    };
    return createServices({ ...runtime, now: () => now }).app;
  }

  const later = (milliseconds: number) => {
    now = instantOf(millisecondsOf(now) + milliseconds);
  };

  async function arrives(name: string, email: string, objectId = `object-${email}`): Promise<Person> {
    const reach = { serviceUrl: 'https://teams', conversation: `a:${email}`, bot: 'bot', user: email, tenant: 'orten' };
    const { met } = await meetPerson(deps, {
      identity: { tenant: 'orten', objectId },
      language: 'sv',
      reach: objectId === OBJECT ? { ...reach, conversation: CHAT, user: '29:kanarie' } : reach,
      roster: async () => ({ name, emails: [email] }),
    });
    return met.person;
  }
  const kanarie = () => arrives(NAME, EMAIL, OBJECT);

  async function submits(person: Person, title = OWN_WORDS, forColleague?: string): Promise<string> {
    const words = { title, problem: title };
    const submission = {
      idempotencyKey: newIdempotencyKey(deps.random),
      words,
      confidential: true,
      department: 'VOO',
      forColleague,
    };
    const submitted = await submitIdea(deps, person, submission);
    if (!submitted.ok) throw new Error(submitted.refusal.code);
    return submitted.value.id;
  }

  async function acts(person: Person, id: string, command: Command): Promise<void> {
    const request = {
      id,
      idempotencyKey: newIdempotencyKey(deps.random),
      type: command.type,
      command: () => accept(command),
    };
    const outcome = await actOnIdea(deps, person, request);
    if (!outcome.ok) throw new Error(`${command.type}: ${outcome.refusal.code}`);
  }

  /** An idea of the person's with a question that they have answered, and a picture. */
  async function ownIdea(me: Person): Promise<string> {
    const id = await submits(me);
    await acts(people.leader, id, { type: 'ask', data: {}, words: { question: 'Hur många?' } });
    await acts(me, id, { type: 'answer', data: {}, words: { answer: OWN_WORDS } });
    const picture = `${newIdempotencyKey(deps.random)}.jpg`;
    const jpeg = { type: 'image/jpeg', extension: 'jpg', begins: [0xff, 0xd8, 0xff] } as const;
    await deps.pictures.put(picture, PIXEL, jpeg, me.ref);
    await acts(me, id, { type: 'addPicture', data: { picture }, words: {} });
    return id;
  }

  /** Another's idea that the person drives, follows and has commented, with its card in their chat and messages to them. */
  async function otherIdea(me: Person): Promise<string> {
    const id = await submits(people.colleague, 'Någon annans idé');
    await acts(people.leader, id, { type: 'explore', data: { driver: me.ref }, words: {} });
    await acts(me, id, { type: 'acceptDriving', data: {}, words: {} });
    await acts(me, id, { type: 'comment', data: {}, words: { comment: OWN_WORDS } });
    await followIdea(deps, me, id, true);
    await deps.sentCards.put({
      record: 'idea',
      id,
      person: me.ref,
      conversation: CHAT,
      activity: '1:1',
      decisionVersion: 1,
      seq: 1,
    });
    const { deliveries } = withDelivery();
    const name = { person: me.ref, run: `event.${id}.000001` };
    const update = { kind: 'update', record: 'idea', id: id, seq: 1, conversation: CHAT, activity: '1:1' } as const;
    const sent = { ...owed({ ...name, run: `event.${id}.000002` }, update, now, now), state: 'sent' as const };
    await deliveries.add([owed(name, update, now, now), sent]);
    await deps.drafts.keep({
      ...{ person: me.ref, name: newIdempotencyKey(deps.random), words: { title: OWN_WORDS, problem: OWN_WORDS } },
      ...{ confidential: false, at: now, until: '2026-12-26T09:00:00.000Z' },
    });
    return id;
  }

  /** Both sources say where the person works. */
  async function sourcesTellOf(me: Person): Promise<void> {
    const [byId = '', byAddress = ''] = await deps.marks.of(me);
    await deps.staff.write('graph', [{ mark: byId, entry: { who: OBJECT, department: 'VOO' } }]);
    await deps.staff.write('file', [{ mark: byAddress, entry: { who: EMAIL, department: 'VOO' } }]);
  }

  // The same store as the use cases have, with all that delivery does to it.
  const withDelivery = () => ({
    deliveries: deps.deliveries as unknown as DeliveryStore,
  });

  const everything = () => allStored(storage);
  const idea = async (id: string) => {
    const stored = await deps.ideas.load(id);
    if (!stored) throw new Error(`No idea ${id}`);
    return stored.idea;
  };

  /** What the clock does until nobody is leaving any more. */
  async function clockGoesOn(): Promise<void> {
    later(6 * 60_000);
    for (const leaving of await deps.people.leaving()) expect(await finishLeaving(deps, leaving)).toBe(true);
    expect(await deps.people.leaving()).toEqual([]);
  }

  it('stands in no table, queue or picture any more, and every decision stays', async () => {
    const me = await kanarie();
    const [own, other] = [await ownIdea(me), await otherIdea(me)];
    await sourcesTellOf(me);
    const before = await Promise.all([own, other].map((id) => deps.ideas.history(id)));
    expect(thoseWith(await everything(), WHO).length).toBeGreaterThan(4);

    expect(await erasePerson(deps, me)).toBe(true);
    await clockGoesOn();

    const stored = await everything();
    expect(thoseWith(stored, WHO)).toEqual([]);
    expect(thoseWith(stored, [`follow|${other}|${me.ref}`, `copy|${other}`, `trace|${me.ref}`, 'leaving|'])).toEqual(
      [],
    );
    expect(await deps.deliveries.allOf(me.ref)).toEqual([]);
    expect(stored.filter((row) => row.includes('"open|') && row.includes(me.ref))).toEqual([]);
    const after = await Promise.all([own, other].map((id) => deps.ideas.history(id)));
    for (const [n, events] of before.entries()) expect(after[n]?.slice(0, events.length)).toEqual(events);
  });

  it('takes their own words and pictures along where the organisation has decided so', async () => {
    deps = depsWith(erase);
    const me = await kanarie();
    const [own, other] = [await ownIdea(me), await otherIdea(me)];
    expect(thoseWith(await everything(), ['dubbdäck', 'bild av en cykel']).length).toBeGreaterThan(4);
    await erasePerson(deps, me);
    const stored = await everything();
    expect(thoseWith(stored, [...WHO, 'dubbdäck', 'bild av en cykel'])).toEqual([]);
    expect((await idea(own)).words).toEqual({ title: '', problem: '' });
    expect((await idea(other)).words.title).toBe('Någon annans idé');
    expect((await deps.ideas.history(own)).map(({ type }) => type)).toEqual([
      ...['submitted', 'asked', 'answered', 'pictureAdded', 'personLeft'],
    ]);
    expect((await deps.ideas.event(own, 2))?.words).toEqual({ question: 'Hur många?' });
  });

  it('leaves an idea with those who had it together with them, words and all', async () => {
    deps = depsWith(erase);
    const me = await kanarie();
    const id = await submits(me, OWN_WORDS, people.colleague.emails[0]);
    await acts(people.colleague, id, { type: 'acceptJoining', data: {}, words: {} });
    await erasePerson(deps, me);
    expect(await idea(id)).toMatchObject({
      submitter: people.colleague.ref,
      coSubmitters: [],
      words: { title: OWN_WORDS },
    });
    expect(thoseWith(await everything(), WHO)).toEqual([]);
  });

  it('is waited for no more: those who decide get the idea, and it stands in their queue', async () => {
    const me = await kanarie();
    const id = await otherIdea(me);
    expect((await deps.ideas.waiting(me.ref)).map((row) => row.id)).toEqual([id]);
    await erasePerson(deps, me);
    expect(await idea(id)).toMatchObject({ stage: 'exploring', waiting: { for: 'deciders' } });
    expect(await deps.ideas.waiting(me.ref)).toEqual([]);
    expect((await deps.ideas.waiting('leader.VOO')).map((row) => row.id)).toContain(id);
    await acts(people.other, id, { type: 'nameDriver', data: { driver: people.other.ref }, words: {} });
  });

  it('leaves a leader’s ideas to the other leader', async () => {
    const own = await submits(people.colleague, 'Ledarens');
    await acts(people.leader, own, { type: 'explore', data: { driver: people.leader.ref }, words: {} });
    await erasePerson(deps, people.leader);
    const left = await idea(own);
    expect(left).toMatchObject({ waiting: { for: 'deciders' } });
    expect(left.leader).toBeUndefined();
    await acts(people.other, own, { type: 'close', data: {}, words: { reason: 'Vi har redan en.' } });
    expect(thoseWith(await everything(), ['object-leader@ort.example', 'a:leader@ort.example'])).toEqual([]);
  });

  describe('and has decided something', () => {
    const decide = async (id: string) => {
      await acts(people.leader, id, { type: 'explore', data: { driver: people.colleague.ref }, words: {} });
      await acts(people.leader, id, { type: 'comment', data: {}, words: { comment: 'Bra.' } });
    };
    const namedIn = async (id: string) => {
      const page = await openIdea(deps, people.other, id);
      if (!page) throw new Error(`No idea ${id}`);
      return [page.names.get(people.leader.ref), page.names.get(deciderKey(people.leader.ref))];
    };
    const post = { role: 'leader', department: 'VOO', place: { sv: 'VOO', en: 'VOO' } };

    it('leaves name and post with the decision, and is found by no address or identity', async () => {
      const id = await submits(people.colleague, 'Lånecyklar');
      await decide(id);
      expect((await deps.ideas.history(id)).map(({ as }) => as)).toEqual([undefined, post, undefined]);
      expect(await namedIn(id)).toEqual(['leader', undefined]);
      expect(await erasePerson(deps, people.leader)).toBe(true);
      expect(await namedIn(id)).toEqual([undefined, 'leader']);
      await clockGoesOn();
      expect(await namedIn(id)).toEqual([undefined, 'leader']);

      const row = await storage.people.getEntity('orten', `person|${people.leader.ref}`);
      expect(Object.keys(row).filter((key) => !/^(odata|etag|timestamp|.*Key)/.test(key))).toEqual(['decider']);
      expect(JSON.parse(String(row.decider))).toEqual({ name: 'leader', posts: [post], until: '2026-11-26' });
      const gone = ['object-leader@ort.example', 'a:leader@ort.example', '"leader@ort.example'];
      expect(thoseWith(await everything(), gone)).toEqual([]);
      expect(await deps.people.contacts(['leader@ort.example'])).toEqual(new Map());
      expect(await deps.people.byRef(people.leader.ref)).toBeUndefined();

      // Whoever comes with the same identity is somebody else, and the record still says who decided.
      const back = await arrives('leader', 'leader@ort.example');
      expect(back.ref).not.toBe(people.leader.ref);
      expect(await namedIn(id)).toEqual([undefined, 'leader']);
    });

    it('leaves nothing of who has a post and has decided nothing', async () => {
      const id = await submits(people.colleague, 'Lånecyklar');
      await acts(people.leader, id, { type: 'comment', data: {}, words: { comment: 'Bra.' } });
      await erasePerson(deps, people.leader);
      await clockGoesOn();
      expect(await namedIn(id)).toEqual([undefined, undefined]);
      expect((await everything()).filter((row) => row.includes(`"person|${people.leader.ref}"`))).toEqual([]);
    });

    it('leaves no name where the organisation names a decision that allows it', async () => {
      deps = depsWith({ words: 'keep', deciders: { names: 'remove', decision: 'KS 2026/8' } });
      const id = await submits(people.colleague, 'Lånecyklar');
      await decide(id);
      await erasePerson(deps, people.leader);
      await clockGoesOn();
      expect(await namedIn(id)).toEqual([undefined, undefined]);
    });

    it('leaves no name of who has become protected since: only in which post it was decided', async () => {
      const id = await submits(people.colleague, 'Lånecyklar');
      await decide(id);
      const identity = { tenant: 'orten', objectId: 'object-leader@ort.example' };
      const source = { name: 'graph', tenant: 'orten' } as const;
      await staffHappening(deps, source)({ kind: 'protected', who: identity.objectId });
      expect(await namedIn(id)).toEqual([undefined, undefined]);
      const me = await deps.people.byIdentity(identity);
      if (!me) throw new Error('The leader is not known');
      await erasePerson(deps, me.person);
      expect(await namedIn(id)).toEqual([undefined, undefined]);
      await clockGoesOn();
      expect(await namedIn(id)).toEqual([undefined, undefined]);
      expect((await deps.ideas.history(id)).map(({ as }) => as)).toEqual([undefined, post, undefined]);
    });

    it('leaves it whenever the power goes in the middle of it', async () => {
      let cuts = 0;
      for (let calls = 0, done = false; !done; calls += 2) {
        people.leader = await arrives('leader', 'leader@ort.example');
        const id = await submits(people.colleague, 'Lånecyklar');
        await decide(id);
        power.failsAfter(calls);
        done = await erasePerson(deps, people.leader).catch(() => false);
        power.failsAfter(Number.POSITIVE_INFINITY);
        if (!done) cuts += 1;
        const still = await deps.people.byRef(people.leader.ref);
        if (still) await erasePerson(deps, still.person);
        // Also while it is not finished.
        expect(await namedIn(id)).toEqual([undefined, 'leader']);
        await clockGoesOn();
        expect(await namedIn(id)).toEqual([undefined, 'leader']);
        expect(thoseWith(await everything(), ['object-leader@ort.example', 'a:leader@ort.example'])).toEqual([]);
      }
      expect(cuts).toBeGreaterThan(7);
    });
  });

  it('is a new person when they come back, to whom nothing of before belongs', async () => {
    const me = await kanarie();
    const id = await ownIdea(me);
    await erasePerson(deps, me);
    const back = await kanarie();
    expect(back.ref).not.toBe(me.ref);
    expect(back.welcomed).toEqual([]);
    expect(await deps.ideas.mine(back.ref, 10)).toEqual([]);
    expect((await idea(id)).submittersLeft).toBe(true);
    // What the first one left behind is still cleared away, and the new one stays.
    await clockGoesOn();
    expect((await deps.people.byRef(back.ref))?.person.name).toBe(NAME);
    await erasePerson(deps, back);
    await clockGoesOn();
    expect(thoseWith(await everything(), WHO)).toEqual([]);
  });

  it('is erased of what was written for them in the same moment, too', async () => {
    const me = await kanarie();
    const id = await otherIdea(me);
    await erasePerson(deps, me);
    await deps.sentCards.put({
      record: 'idea',
      id,
      person: me.ref,
      conversation: CHAT,
      activity: '1:2',
      decisionVersion: 1,
      seq: 9,
    });
    await withDelivery().deliveries.add([owed({ person: me.ref, run: 'late' }, { kind: 'daily' }, now, now)]);
    expect(thoseWith(await everything(), WHO)).not.toEqual([]);
    const [leaving] = await deps.people.leaving();
    if (!leaving) throw new Error('Nobody is leaving');
    expect(await finishLeaving(deps, leaving)).toBe(false);
    expect(thoseWith(await everything(), WHO)).toEqual([]);
    expect(await deps.deliveries.allOf(me.ref)).toEqual([]);
    await clockGoesOn();
  });

  it('is kept in mind while something of theirs is in a kind of record that only a newer version knows', async () => {
    const me = await kanarie();
    const own = await submits(me);
    const newer = { partitionKey: 'orten|0', rowKey: `trace|${me.ref}|NEWER1`, record: 'later' };
    await storage.ideas.createEntity(newer);
    expect(await erasePerson(deps, me)).toBe(false);
    expect(thoseWith(await everything(), WHO)).toEqual([]);
    expect((await deps.traces.of(me.ref)).map(({ id }) => id)).toEqual(['NEWER1']);
    expect((await idea(own)).submittersLeft).toBe(true);
    later(6 * 60_000);
    const [leaving] = await deps.people.leaving();
    if (!leaving) throw new Error('Nobody is leaving');
    expect(await finishLeaving(deps, leaving)).toBe(false);
    await storage.ideas.deleteEntity(newer.partitionKey, newer.rowKey);
    await clockGoesOn();
  });

  it('is erased whole, whenever the power goes in the middle of it', async () => {
    deps = depsWith(erase);
    let cuts = 0;
    for (let calls = 0, done = false; !done; calls += 3) {
      const me = await kanarie();
      const [own, other] = [await ownIdea(me), await otherIdea(me)];
      power.failsAfter(calls);
      done = await erasePerson(deps, me).catch(() => false);
      power.failsAfter(Number.POSITIVE_INFINITY);
      if (done) continue;
      cuts += 1;
      // Either nothing has happened yet and they ask once more, or nobody can be named any more and the clock goes on.
      const still = await deps.people.byRef(me.ref);
      if (still) await erasePerson(deps, still.person);
      else expect(thoseWith(await everything(), [NAME, EMAIL, OBJECT])).toEqual([]);
      await clockGoesOn();
      expect(thoseWith(await everything(), [...WHO, 'dubbdäck', 'bild av en cykel'])).toEqual([]);
      for (const id of [own, other]) {
        expect((await deps.ideas.history(id)).filter(({ type }) => type === 'personLeft')).toHaveLength(1);
      }
    }
    expect(cuts).toBeGreaterThan(7);
    // Each cut looks through all that is stored.
  });
});
