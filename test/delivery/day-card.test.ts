import { submitIdea } from '../../src/app/idea/submit-idea';
import { assemble, type Deliveries } from '../../src/delivery/deliveries';
import { processDrafts } from '../../src/delivery/draft/due-drafts';
import { ASKED_DAYS, endOf } from '../../src/domain/draft/draft';
import { MOST_NEW_AT_ONCE_A_WEEK, type Person, WAITING_KEPT_UP_WITH } from '../../src/domain/person/person';
import { dailyRun, eventRun } from '../../src/store/keys';
import { inLanguage } from '../../src/text/index';
import { close, days, explore, hours, minutes, Town } from '../../testing/scenes/town';
import { tooLarge } from '../../testing/teams/misbehaviour';
import { current } from '../../testing/teams/posts';

const sv = inLanguage('sv');
const comment = (text: string) => ({ type: 'comment', data: {}, words: { comment: text } }) as const;

describe('the day card', () => {
  let town: Town;
  let deliveries: Deliveries;
  let submitter: Person;
  let leader: Person;

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

  /** What is new goes out: at once, or when it has been gathered. */
  async function delivers(): Promise<void> {
    await deliveries.tick();
    town.pass(minutes(2));
    await deliveries.tick();
  }
  const posts = (name: string): number => town.chat(name).length;
  const shown = (name: string): string => town.shows(name);
  const state = async (person: Person, run: string) => town.parts().deliveries.get({ person: person.ref, run });

  it('tells what needs no message, once, and is drawn anew in its place without another message', async () => {
    const { id } = await town.submits(submitter);
    await town.acts(leader, id, comment('Bra tänkt.'));
    await delivers();
    expect(posts('submitter')).toBe(1);
    expect(shown('submitter')).toContain('Bra tänkt.');
    expect(await state(submitter, eventRun(id, 2))).toMatchObject({ state: 'moot', reason: 'in the day card' });
    expect(await state(submitter, dailyRun('2026-11-24'))).toMatchObject({ state: 'sent', postedOn: '2026-11-24' });

    // What is said of the same idea within the hour is told together.
    await town.acts(leader, id, comment('En fråga till.'));
    await delivers();
    town.pass(minutes(60));
    await delivers();
    expect(posts('submitter')).toBe(1);
    expect(shown('submitter')).toContain('En fråga till.');
    expect(shown('submitter')).toContain('Din idé har fått 2 nya kommentarer.');
    expect(shown('submitter')).not.toContain('Bra tänkt.');
  });

  it('comes again with what was only drawn, two days between at least for whoever has no post', async () => {
    const [first, second] = [await town.submits(submitter), await town.submits(submitter, 'VOO', 'Skjul')];
    await town.acts(leader, first.id, comment('Ett.'));
    await delivers();
    await town.acts(leader, second.id, comment('Två.'));
    await delivers();
    town.pass(days(2));
    await delivers();
    expect(posts('submitter')).toBe(1);
    town.pass(days(1));
    await delivers();
    expect(posts('submitter')).toBe(2);
    expect(shown('submitter')).toContain('Två.');
    expect(shown('submitter')).not.toContain('Ett.');
    town.pass(days(10));
    await delivers();
    expect(posts('submitter')).toBe(2);
  });

  it('is gathered for a while, so that one sitting at an idea is one card', async () => {
    const [first, second] = [await town.submits(submitter), await town.submits(submitter, 'VOO', 'Skjul')];
    await town.acts(leader, first.id, comment('Ett.'));
    await deliveries.tick();
    expect(posts('submitter')).toBe(0);
    await town.acts(leader, second.id, comment('Två.'));
    await deliveries.tick();
    town.pass(minutes(2));
    await deliveries.tick();
    expect(posts('submitter')).toBe(1);
    expect(shown('submitter')).toContain('Två.');
    expect(await town.parts().deliveries.day.of(submitter.ref)).toHaveLength(2);
  });

  it.each([
    ['in the evening', '2026-11-24T17:30:00.000Z', '2026-11-25T07:00:00.000Z'],
    ['at night', '2026-11-24T02:00:00.000Z', '2026-11-24T07:00:00.000Z'],
    ['on Friday evening', '2026-11-27T19:00:00.000Z', '2026-11-30T07:00:00.000Z'],
    ['on a Sunday', '2026-11-29T11:00:00.000Z', '2026-11-30T07:00:00.000Z'],
  ])('waits %s for the next morning on which people are at work', async (_, happens, comes) => {
    const { id } = await town.submits(submitter);
    await deliveries.tick();
    town.now = happens;
    await town.acts(leader, id, comment('Bra tänkt.'));
    await delivers();
    expect(posts('submitter')).toBe(0);
    town.now = comes;
    await deliveries.tick();
    expect(posts('submitter')).toBe(1);
  });

  it('is not posted late in the evening when the bot was down', async () => {
    const { id } = await town.submits(submitter);
    await town.acts(leader, id, comment('Bra tänkt.'));
    await deliveries.tick();
    town.now = '2026-11-24T20:00:00.000Z';
    await deliveries.tick();
    expect(posts('submitter')).toBe(0);
    town.now = '2026-11-25T07:00:00.000Z';
    await deliveries.tick();
    expect(posts('submitter')).toBe(1);
    // It counts for the day on which it came.
    await town.acts(leader, (await town.submits(submitter, 'VOO', 'Skjul')).id, comment('Mer.'));
    await delivers();
    expect(posts('submitter')).toBe(1);
  });

  it('says nothing where all of it has been answered or taken back meanwhile', async () => {
    await town.prefers('leader', { newIdeas: 'daily' });
    const other = await town.arrives('other-leader');
    const { id } = await town.submits(submitter);
    await deliveries.tick();
    await town.acts(other, id, close);
    await delivers();
    expect(posts('leader')).toBe(0);
    expect(await state(leader, dailyRun('2026-11-24'))).toMatchObject({ state: 'moot', reason: 'nothing new' });
    expect(await town.parts().deliveries.day.of(leader.ref)).toEqual([]);
  });

  it('shows those who decide their new ideas, whoever has chosen that, and what waits for them', async () => {
    await town.prefers('leader', { newIdeas: 'daily' });
    await town.submits(submitter, 'VOO', 'Delade cyklar');
    await town.submits(submitter, 'VOO', 'Skjul för cyklar');
    await delivers();
    expect(posts('leader')).toBe(1);
    for (const text of ['Delade cyklar', 'Skjul för cyklar', sv('day.waits', { count: 2 })]) {
      expect(shown('leader')).toContain(text);
    }
    // The next day's are in the next day's card.
    town.pass(days(1));
    await town.submits(submitter, 'VOO', 'Bänkar');
    await delivers();
    expect(posts('leader')).toBe(2);
    expect(shown('leader')).toContain('Bänkar');
  });

  it('is where new ideas go when more wait than somebody keeps up with, but for the first of a week, though they have chosen all at once', async () => {
    const many = WAITING_KEPT_UP_WITH + MOST_NEW_AT_ONCE_A_WEEK + 2;
    for (let n = 0; n < many; n++) {
      await town.submits(submitter, 'VOO', `Idé nummer ${n}`);
      await deliveries.tick();
    }
    expect(posts('leader')).toBe(WAITING_KEPT_UP_WITH + MOST_NEW_AT_ONCE_A_WEEK);
    await delivers();
    expect(posts('leader')).toBe(WAITING_KEPT_UP_WITH + MOST_NEW_AT_ONCE_A_WEEK + 1);
    for (const text of [`Idé nummer ${many - 2}`, `Idé nummer ${many - 1}`, sv('day.newHere')])
      expect(shown('leader')).toContain(text);
    // Another week has places of its own.
    town.now = '2026-11-30T09:00:00.000Z';
    await delivers();
    const before = posts('leader');
    await town.submits(submitter, 'VOO', 'Idé på måndagen');
    await deliveries.tick();
    expect(posts('leader') - before).toBe(1);
    expect(shown('leader')).toContain('Idé på måndagen');
  });

  it('is what ideas wait for only where there is one: without it each new idea comes by itself', async () => {
    await town.prefers('leader', { dayCard: false, newIdeas: 'daily' });
    await town.submits(submitter);
    await delivers();
    expect(posts('leader')).toBe(1);
    expect(shown('leader')).toContain('Cykelpool för hemtjänsten');
  });

  it('is not owed to whoever has turned it off, who still gets what is asked of them', async () => {
    await town.prefers('submitter', { dayCard: false });
    const { id } = await town.submits(submitter);
    await town.acts(leader, id, comment('Bra tänkt.'));
    await delivers();
    expect(posts('submitter')).toBe(0);
    expect(await state(submitter, eventRun(id, 2))).toMatchObject({ state: 'moot', reason: 'day card off' });
    await town.acts(leader, id, explore);
    await delivers();
    expect(posts('submitter')).toBe(1);
  });

  it.each([
    [4, 1],
    [3, 0],
  ])(
    'tells who leads and the office on Monday of a week with %i new ideas: a quiet one brings no card',
    async (count, cards) => {
      await town.arrives('office');
      await town.arrives('manager');
      for (let n = 0; n < count; n++) await town.submits(submitter, 'VOO', `Idé ${n}`);
      await delivers();
      const before = posts('leader');
      town.now = '2026-11-30T07:00:00.000Z';
      await delivers();
      expect([posts('leader') - before, posts('office')]).toEqual([cards, cards]);
      for (const name of cards > 0 ? ['leader', 'office'] : []) {
        expect(shown(name)).toContain(sv('day.part.week', { count: 1 }));
        expect(shown(name)).toContain(sv('day.week', { fresh: count, decisions: 0, tested: 0, late: 0 }));
      }
      // Managers have the week in a message of its own.
      expect(posts('manager')).toBe(1);
      expect(shown('manager')).toContain(sv('week.heading'));
      town.pass(days(1));
      await delivers();
      expect([posts('leader') - before, posts('office')]).toEqual([cards, cards]);
    },
  );

  it('tells the office also of what is late, in whatever department', async () => {
    await town.arrives('office');
    await town.arrives('planner');
    for (let n = 0; n < 4; n++) await town.submits(submitter, n < 2 ? 'VOO' : 'SBK', `Idé ${n}`);
    await delivers();
    town.now = '2026-12-14T07:00:00.000Z';
    await delivers();
    expect(shown('office')).toContain(sv('day.week', { fresh: 0, decisions: 0, tested: 0, late: 4 }));
  });

  it('stands without a comment that has been hidden since, and with all else', async () => {
    const { id } = await town.submits(submitter);
    await town.acts(leader, id, comment('Olämpligt.'));
    await town.acts(leader, (await town.submits(submitter, 'VOO', 'Skjul')).id, comment('Bra tänkt.'));
    await delivers();
    expect(shown('submitter')).toContain('Olämpligt.');
    const [, said] = await town.app.ideas.history(id);
    await town.acts(leader, id, { type: 'hideComment', data: { comment: said?.seq ?? 0, by: leader.ref }, words: {} });
    await delivers();
    expect(posts('submitter')).toBe(1);
    expect(shown('submitter')).not.toContain('Olämpligt.');
    expect(shown('submitter')).toContain('Bra tänkt.');
  });

  it('comes in the short form where Teams finds it too large, and that is told as well', async () => {
    const { id } = await town.submits(submitter);
    await town.acts(leader, id, comment('Bra tänkt.'));
    await deliveries.tick();
    town.connector.misbehave(({ kind }) => kind === 'post', [tooLarge()]);
    town.pass(minutes(2));
    await deliveries.tick();
    await deliveries.tick();
    expect(town.says('submitter')).toEqual([
      sv('day.summary', { waits: 0, fresh: 0, decided: 0, news: 1, week: 'false' }),
    ]);
    expect(await town.parts().deliveries.day.of(submitter.ref)).toMatchObject([{ told: '2026-11-24' }]);
  });

  it('is drawn once more where something is gathered while it is on its way, and forgets nothing', async () => {
    const { id } = await town.submits(submitter);
    await town.acts(leader, id, comment('Ett.'));
    await deliveries.tick();
    town.pass(minutes(2));
    // The card is drawn and claimed; just then another comment is gathered by another instance.
    const row = await state(submitter, dailyRun('2026-11-24'));
    if (!row) throw new Error('No card is owed');
    const claimed = { ...row, state: 'sending', deadline: town.now, postedOn: '2026-11-24' } as typeof row;
    await town.parts().deliveries.change(row, claimed);
    await town.acts(leader, (await town.submits(submitter, 'VOO', 'Skjul')).id, comment('Två.'));
    await town.deliveries().tick();
    expect(await state(submitter, dailyRun('2026-11-27'))).toMatchObject({ state: 'owed' });
    expect(await town.parts().deliveries.day.of(submitter.ref)).toHaveLength(2);
  });

  it('goes on where the instance that gathered was killed: each is told once', async () => {
    const { id } = await town.submits(submitter);
    await town.acts(leader, id, comment('Bra tänkt.'));
    const others = [town.deliveries(), town.deliveries()];
    await Promise.all([deliveries, ...others].map((one) => one.tick()));
    town.pass(minutes(2));
    await Promise.all([deliveries, ...others].map((one) => one.tick()));
    expect(posts('submitter')).toBe(1);
    town.pass(hours(24 * 4));
    await delivers();
    expect(posts('submitter')).toBe(1);
  });

  describe('of a question that has come to no idea', () => {
    const NAME = 'ASKED00000000000';
    const told = sv('day.askEnded.title');
    /** The submitter has asked the leader, fourteen days ago. */
    async function asked(): Promise<void> {
      const { app } = town;
      const draft = { name: NAME, confidential: false, at: app.now(), until: endOf(app.now(), ASKED_DAYS) };
      await app.drafts.keep(
        { ...draft, person: leader.ref, by: submitter.ref, words: { title: 'Skjul', problem: 'Det regnar.' } },
        { ...draft, person: submitter.ref, of: leader.ref, words: {} },
      );
      await delivers();
      town.pass(days(ASKED_DAYS));
    }
    const left = () => town.app.drafts.of(submitter.ref, 10);

    it('tells whoever asked, once, also where an instance was killed after that was owed', async () => {
      await asked();
      const { deps } = assemble(town.source());
      const dies = { ...deps.app.drafts, remove: () => Promise.reject(new Error('killed')) };
      await processDrafts({ ...deps, log: { ...deps.log, error: () => {} }, app: { ...deps.app, drafts: dies } });
      expect(await left()).toHaveLength(1);
      for (let day = 0; day < 4; day++) {
        await delivers();
        town.pass(days(1));
      }
      expect(await left()).toEqual([]);
      expect([posts('submitter'), posts('leader')]).toEqual([1, 1]);
      expect(shown('submitter').split(told)).toHaveLength(2);
      expect(shown('submitter')).toContain('24 november');
    });

    it('tells nobody where it is an idea, and nobody who has turned the day card off', async () => {
      await asked();
      await town.prefers('submitter', { dayCard: false });
      await delivers();
      await town.prefers('submitter', { dayCard: true });
      await asked();
      const words = { title: 'Skjul', problem: 'Det regnar.' };
      const sent = await submitIdea(town.app, leader, {
        ...{ idempotencyKey: NAME, words, confidential: false, department: 'VOO' },
      });
      expect(sent.ok).toBe(true);
      await delivers();
      town.pass(days(4));
      await delivers();
      expect(await left()).toEqual([]);
      expect(
        town
          .chat('submitter')
          .map((post) => JSON.stringify(current(post)))
          .join(),
      ).not.toContain(told);
    });
  });
});
