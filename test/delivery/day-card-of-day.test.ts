import { mergeIdea } from '../../src/app/idea/merge-idea';
import type { Deliveries } from '../../src/delivery/deliveries';
import { processDelivery } from '../../src/delivery/sending/worker';
import type { Command } from '../../src/domain/idea/commands';
import { newIdempotencyKey } from '../../src/domain/ids';
import type { Person } from '../../src/domain/person/person';
import { owed } from '../../src/store/delivery/deliveries';
import { dailyRun } from '../../src/store/keys';
import { inLanguage } from '../../src/text/index';
import * as story from '../../testing/samples/idea/story';
import { close, minutes, Town } from '../../testing/scenes/town';

const sv = inLanguage('sv');

// Several instances, and whatever happens while a card is on its way or stands.
describe('the one day card of a day', () => {
  let town: Town;
  let deliveries: Deliveries;
  let submitter: Person;
  let leader: Person;
  let planner: Person;

  beforeEach(async () => {
    // A Tuesday, ten in the morning.
    town = await Town.open('2026-11-24T09:00:00.000Z');
    deliveries = town.deliveries();
    submitter = await town.arrives('submitter');
    leader = await town.arrives('leader');
  });
  afterEach(() => {
    expect(town.log.filter(({ level }) => level === 'error')).toEqual([]);
    return town.close();
  });

  async function delivers(): Promise<void> {
    await deliveries.tick();
    town.pass(minutes(2));
    await deliveries.tick();
  }
  const posts = (name: string): number => town.chat(name).length;
  const shown = (name: string): string => town.shows(name);
  const state = async (person: Person, run: string) => town.parts().deliveries.get({ person: person.ref, run });

  /** A card that was due on Friday and could not come, and another one for Monday. */
  async function twoForMonday() {
    const names = ['2026-11-27', '2026-11-30'].map((day) => ({ person: leader.ref, run: dailyRun(day) }));
    await town.submits(submitter);
    await town.prefers('leader', { newIdeas: 'daily' });
    await deliveries.tick();
    town.now = '2026-11-30T07:00:00.000Z';
    await town.submits(submitter, 'VOO', 'Skjul');
    const due = town.now;
    await town.parts().deliveries.add(names.map((name) => owed(name, { kind: 'daily', gathers: true }, due, due)));
    return names;
  }

  it('has its day to itself: of two that are due one comes, though another instance posts between drawing and claim', async () => {
    const names = await twoForMonday();
    const [first, second] = names;
    if (!first || !second) throw new Error('No cards are owed');
    const parts = town.parts();
    const before = posts('leader');
    let hasPosted = false;
    const near: typeof parts.pacing.near = async (...asked) => {
      // It has looked, and drawn what it says; just now another instance posts the other card.
      if (!hasPosted) await processDelivery(town.parts(), first);
      hasPosted = true;
      return parts.pacing.near(...asked);
    };
    await processDelivery({ ...parts, pacing: { ...parts.pacing, near } }, second);
    expect(posts('leader') - before).toBe(1);
    expect(await state(leader, first.run)).toMatchObject({ state: 'sent', postedOn: '2026-11-30' });
    expect(await state(leader, second.run)).toMatchObject({ state: 'owed', due: '2026-12-01T07:00:00.000Z' });
  });

  it('gives its day to one of the cards that claim it at once, and to the same again', async () => {
    const names = await twoForMonday();
    const store = town.parts().deliveries;
    const rows = (await Promise.all(names.map((name) => store.get(name)))).flatMap((row) => row ?? []);
    const claims = await Promise.all(
      rows.map((row) => store.claimDay(row, { ...row, state: 'sending' }, '2026-11-30')),
    );
    expect(claims.filter((one) => one === 'taken')).toHaveLength(1);
    const [mine] = claims.flatMap((one) => (one === 'taken' ? [] : (one ?? [])));
    if (!mine) throw new Error('Nobody has claimed it');
    expect(await store.claimDay(mine, mine, '2026-11-30')).toMatchObject({ run: mine.run });
    const other = await store.get(names.find(({ run }) => run !== mine.run) ?? mine);
    if (!other) throw new Error('The other one is gone');
    expect(await store.claimDay(other, other, '2026-12-01')).toMatchObject({ run: other.run });
  });

  it('that could not come on Friday tells of the week on Monday, and no other one is owed beside it', async () => {
    await town.prefers('leader', { newIdeas: 'daily' });
    for (const title of ['A', 'B', 'C', 'D']) await town.submits(submitter, 'VOO', title);
    await delivers();
    // Due at four minutes to six; nobody looks before six.
    town.now = '2026-11-27T16:55:00.000Z';
    await town.submits(submitter, 'VOO', 'Fredag');
    await deliveries.tick();
    town.now = '2026-11-27T17:10:00.000Z';
    await deliveries.tick();
    const before = posts('leader');
    town.now = '2026-11-30T07:00:00.000Z';
    const both = [deliveries, town.deliveries()];
    for (let n = 0; n < 3; n++) {
      await Promise.all(both.map((one) => one.tick()));
      town.pass(minutes(2));
    }
    expect(posts('leader') - before).toBe(1);
    for (const text of ['Fredag', sv('day.part.week', { count: 1 })]) expect(shown('leader')).toContain(text);
    expect(await state(leader, dailyRun('2026-11-27'))).toMatchObject({ state: 'sent', postedOn: '2026-11-30' });
    expect(await state(leader, dailyRun('2026-11-30'))).toBeUndefined();
  });

  /** The leader comments on another idea of the submitter's. */
  async function comments(title: string, text: string): Promise<void> {
    const { id } = await town.submits(submitter, 'VOO', title);
    await town.acts(leader, id, { type: 'comment', data: {}, words: { comment: text } });
  }

  it.each(['posted', 'drawn anew'])(
    'tells what is gathered while it is being %s, in its place and soon',
    async (how) => {
      if (how === 'drawn anew') {
        await comments('Cykelställ', 'Ett.');
        await delivers();
      }
      await comments('Skjul', 'Två.');
      await deliveries.tick();
      town.pass(minutes(2));
      const before = posts('submitter');
      const parts = town.parts();
      let isOut = false;
      const { teams } = parts;
      const gathers = async () => {
        if (isOut) return;
        isOut = true;
        await comments('Bänkar', 'Tre.');
        await town.deliveries().tick();
      };
      const slow: typeof teams = {
        ...teams,
        send: async (...asked) => {
          await gathers();
          return teams.send(...asked);
        },
        update: async (...asked) => {
          await gathers();
          return teams.update(...asked);
        },
      };
      await processDelivery({ ...parts, teams: slow }, { person: submitter.ref, run: dailyRun('2026-11-24') });
      expect(isOut).toBe(true);
      expect(shown('submitter')).not.toContain('Tre.');
      town.pass(minutes(2));
      await deliveries.tick();
      expect(posts('submitter') - before).toBe(how === 'posted' ? 1 : 0);
      for (const text of ['Två.', 'Tre.']) expect(shown('submitter')).toContain(text);
    },
  );

  /** An idea that another department uses, and asks this one to take in. */
  async function invites(): Promise<string> {
    const { id } = await town.submits(submitter, 'SBK', 'Delade cyklar');
    for (const command of [story.doNow(planner.ref, '2026-12-11'), story.reportDone(), story.invite('VOO')]) {
      expect(await town.acts(planner, id, command)).toMatchObject({ ok: true });
    }
    return id;
  }

  /** What somebody is asked beside the way of an idea in their department, and how that ends without a word from them. */
  const beside: readonly [
    what: string,
    who: string,
    asks: () => Promise<string>,
    ends: (id: string) => Promise<unknown>,
  ][] = [
    [
      'an invitation that another leader has answered',
      'other-leader',
      invites,
      (id) => town.acts(leader, id, { ...story.notNow(), data: { department: 'VOO' } } as Command),
    ],
    ['an invitation to an idea that has ended', 'other-leader', invites, (id) => town.acts(planner, id, close)],
    [
      'a question whether an idea is theirs too that is taken back with it',
      'submitter',
      async () => {
        const friend = await town.arrives('friend');
        const { id } = await town.submits(friend, 'SBK', 'Delade cyklar');
        await town.acts(friend, id, story.addCoSubmitter(submitter.ref));
        return id;
      },
      async (id) => town.acts(await town.arrives('friend'), id, story.withdraw),
    ],
    [
      'a proposal to put two ideas together that has ended',
      'other-leader',
      async () => {
        const { id: into } = await town.submits(submitter, 'VOO', 'Elbilar');
        const { id, decisionVersion } = await town.submits(submitter, 'SBK', 'Delade cyklar');
        const words = { reason: 'De handlar om samma sak.' };
        const idempotencyKey = newIdempotencyKey(town.app.random);
        await mergeIdea(town.app, planner, { id, into, decisionVersion, idempotencyKey, words });
        return id;
      },
      (id) => town.acts(planner, id, close),
    ],
  ];

  it.each(beside)('says no longer that %s waits, and alerts nobody', async (_, who, asks, ends) => {
    planner = await town.arrives('planner');
    await town.arrives('other-leader');
    for (const name of ['leader', 'other-leader', 'planner']) await town.prefers(name, { newIdeas: 'daily' });
    const id = await asks();
    // What has come to their day card stands there, with what they are asked beside.
    await comments('Skjul', 'Ett.');
    await delivers();
    expect(shown(who)).toContain('Delade cyklar');
    const before = posts(who);
    await ends(id);
    await delivers();
    expect(posts(who)).toBe(before);
    expect(shown(who)).not.toContain('Delade cyklar');
  });

  it('says no longer that something waits which has been answered since, by whomever, and alerts nobody', async () => {
    const other = await town.arrives('other-leader');
    for (const name of ['leader', 'other-leader']) await town.prefers(name, { newIdeas: 'daily' });
    const { id } = await town.submits(submitter, 'VOO', 'Delade cyklar');
    await town.submits(submitter, 'VOO', 'Skjul');
    await delivers();
    const before = ['leader', 'other-leader'].map(posts);
    for (const name of ['leader', 'other-leader']) expect(shown(name)).toContain(sv('day.waits', { count: 2 }));
    await town.acts(other, id, close);
    await delivers();
    expect(['leader', 'other-leader'].map(posts)).toEqual(before);
    for (const name of ['leader', 'other-leader']) {
      expect(shown(name)).toContain(sv('day.waits', { count: 1 }));
      expect(shown(name)).not.toContain('Delade cyklar');
    }
  });
});
