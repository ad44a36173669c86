import { createIndexKeeper } from '../../src/app/search/keep-index';
import { newsFromOthers } from '../../src/app/search/news-from-others';
import { createSearchIndex } from '../../src/app/search-index/create-search-index';
import type { Deliveries } from '../../src/delivery/deliveries';
import type { Idea } from '../../src/domain/idea/idea';
import type { Person } from '../../src/domain/person/person';
import { inLanguage } from '../../src/text/index';
import { buttonsOf, cardsIn } from '../../testing/cards/card';
import * as story from '../../testing/samples/idea/story';
import { days, minutes, Town } from '../../testing/scenes/town';

import { current, type Post } from '../../testing/teams/posts';

const sv = inLanguage('sv');
const waiting = 'Elcyklar till hemtjänstens personal när bilarna inte räcker till morgonens hembesök';
const learned = 'Cykelpool för hemtjänstens personal, bilarna räcker inte till alla hembesök på morgonen';
/** What is told of most depends on what others write of. */
const others = [
  'Lugn läshörna i väntrummet',
  'Skyltar till biblioteket',
  'Frukt till skolans café',
  'Odlingslådor vid äldreboendet',
  'Samåkning till kommunens möten',
  'Bokbyte i fritidsgården',
  'Solskydd på förskolans gård',
  'Enklare schema för vikarier',
];
const comment = { type: 'comment', data: {}, words: { comment: 'Bra tänkt.' } } as const;

describe('something from elsewhere, in the day card', () => {
  let town: Town;
  let deliveries: Deliveries;
  let planner: Person;
  let submitter: Person;
  let index: ReturnType<typeof createSearchIndex>;

  beforeEach(async () => {
    // A Tuesday, ten in the morning.
    town = await Town.open('2026-11-24T09:00:00.000Z');
    index = createSearchIndex({ names: [] });
    town.app.searching = { search: index.search, similar: index.similar, compare: index.compare, isWhole: () => true };
    deliveries = town.deliveries();
    await town.arrives('leader');
    planner = await town.arrives('planner');
    submitter = await town.arrives('submitter');
  });
  afterEach(async () => {
    await index.close();
    await town.close();
  });

  /** An idea that another department tests. */
  async function testedElsewhere(title = learned): Promise<Idea> {
    const idea = await town.submits(submitter, 'SBK', title);
    const fills = [...story.explored(), [story.driver, story.plan] as const, ...story.planned(0)];
    const commands = [story.exploreWith(planner.ref), ...fills.map(([, command]) => command), story.submitPlan];
    for (const command of [...commands, story.approvePlan()]) await town.acts(planner, idea.id, command);
    expect(await town.app.ideas.load(idea.id)).toMatchObject({ idea: { stage: 'piloting' } });
    return idea;
  }
  /** One that it uses: it was there already when its department began. */
  async function usedElsewhere(): Promise<Idea> {
    const idea = await town.submits(submitter, 'SBK', learned);
    for (const command of [story.exploreWith(planner.ref), story.reportDone()])
      await town.acts(planner, idea.id, command);
    return idea;
  }
  async function findable(): Promise<void> {
    const noise = { version: 1, problem: 'Det saknas i dag.', departments: ['SBK'], goals: [], stage: 'submitted' };
    await index.put(others.map((title, n) => ({ ...noise, id: `OTHER${n}`, title })));
    await createIndexKeeper(town.app, index).build();
  }
  /** What the buttons of somebody's newest card carry. */
  const pressesOn = (name: string) =>
    buttonsOf(cardsIn(current(town.chat(name).at(-1) as Post))[0]).flatMap(({ data }) =>
      data ? [data as Record<string, unknown>] : [],
    );
  /** Something new of an idea that waits for the leader, and their card of it. */
  async function cardOf(id: string, name = 'leader'): Promise<string> {
    await town.acts(submitter, id, comment);
    await deliveries.tick();
    town.pass(minutes(2));
    await deliveries.tick();
    return town.shows(name);
  }
  const part = sv('day.part.elsewhere', { count: 1 });

  it('is what another department tests of the need that waits for a leader, and what it is like', async () => {
    await testedElsewhere();
    const { id } = await town.submits(submitter, 'VOO', waiting);
    await findable();
    const card = await cardOf(id);
    expect(card).toContain(part);
    expect(card).toContain(learned);
    expect(card).toContain('Liknar ”Elcyklar till hemtjänstens personal');
  });

  it('stays when the card is drawn anew, and is not told again on another day', async () => {
    await testedElsewhere();
    const { id } = await town.submits(submitter, 'VOO', waiting);
    await findable();
    expect(await cardOf(id)).toContain(learned);
    town.pass(minutes(70));
    expect(await cardOf(id)).toContain(learned);
    town.pass(days(1));
    const next = await cardOf(id);
    expect(next).toContain(waiting);
    expect(next).not.toContain(learned);
  });

  const nothings: [string, () => Promise<unknown>][] = [
    ['has not come to anything', () => town.submits(submitter, 'SBK', learned)],
    ['is out of sight', async () => town.acts(planner, (await testedElsewhere()).id, story.hide)],
    ['is of another need', () => testedElsewhere('Läslov på biblioteket för barnen i stadsdelen')],
  ];
  it.each(nothings)('is nothing that %s', async (_, happens) => {
    await happens();
    const { id } = await town.submits(submitter, 'VOO', waiting);
    await findable();
    expect(await cardOf(id)).not.toContain(part);
  });

  it('is told to somebody without a post when they have chosen it, and alone brings them no card either', async () => {
    await testedElsewhere();
    const employee = await town.arrives('employee');
    const { id } = await town.submits(employee, 'VOO', waiting);
    await findable();
    expect(await cardOf(id, 'employee')).not.toContain(part);
    await town.prefers('employee', { dayNews: { elsewhere: true } });
    town.pass(days(3));
    const card = await cardOf(id, 'employee');
    for (const text of [part, learned, 'Liknar ”Elcyklar till hemtjänstens personal']) expect(card).toContain(text);
    // It waits for somebody else.
    expect(card).not.toContain('som väntar på dig');
    const before = town.chat('employee').length;
    for (let day = 0; day < 4; day++) {
      town.pass(days(1));
      await deliveries.tick();
    }
    expect(town.chat('employee').length).toBe(before);
  });

  it('is not told to a holder of a post who has left it out', async () => {
    await testedElsewhere();
    await town.prefers('leader', { dayNews: { elsewhere: false } });
    const { id } = await town.submits(submitter, 'VOO', waiting);
    await findable();
    expect(await cardOf(id)).not.toContain(part);
  });

  describe('that may fit a leader’s department', () => {
    const fits = sv('day.part.fits');
    const other = 'Cykelpool för hemtjänstens personal när bilarna inte räcker till alla morgonens hembesök';
    /** Nothing waits for the leader, and the department has a need all the same. */
    async function driven(): Promise<void> {
      const { id } = await town.submits(submitter, 'VOO', waiting);
      await town.acts(await town.arrives('leader'), id, story.exploreWith(submitter.ref));
      await deliveries.tick();
    }
    const onDay = async (at: string) => {
      town.now = at;
      await deliveries.tick();
      town.pass(minutes(2));
      await deliveries.tick();
    };

    it('is on the card of the week, at most two of it, and brings that card by itself', async () => {
      await driven();
      await testedElsewhere();
      await testedElsewhere(other);
      await findable();
      // A Monday.
      await onDay('2026-11-30T08:00:00.000Z');
      const card = town.shows('leader');
      expect(card).toContain(fits);
      for (const title of [learned, other]) expect(card).toContain(title);
      expect(card).toContain('hos er.');
      // Nobody takes in what is only tested: whoever has the problem too can be part of it.
      expect(pressesOn('leader').filter(({ panel }) => panel)).toMatchObject([
        { panel: 'need', department: 'VOO' },
        { panel: 'need', department: 'VOO' },
      ]);
    });

    it('can be taken in from there where it is used, by a form that opens below', async () => {
      await driven();
      const { id } = await usedElsewhere();
      await findable();
      await onDay('2026-11-30T08:00:00.000Z');
      expect(pressesOn('leader').filter(({ panel }) => panel)).toEqual([
        { verb: 'open', idea: id, panel: 'adopt', department: 'VOO' },
        { verb: 'open', idea: id, panel: 'tryFirst', department: 'VOO' },
      ]);
    });

    const answers = {
      'has taken in': { type: 'adopt', data: { department: 'VOO', status: 'testing', start: '2026-11-24' }, words: {} },
      'has said no to': { type: 'notNow', data: { department: 'VOO' }, words: { reason: 'Vi bygger om.' } },
    } as const;
    it.each(Object.entries(answers))('is nothing that it %s', async (_, answer) => {
      await driven();
      const { id } = await usedElsewhere();
      await town.acts(await town.arrives('leader'), id, answer);
      await findable();
      await onDay('2026-11-30T08:00:00.000Z');
      expect(town.shows('leader')).not.toContain(fits);
    });

    it('is told every fourth week at most, and nothing of it twice in 90 days', async () => {
      await driven();
      await testedElsewhere();
      await findable();
      await onDay('2026-11-30T08:00:00.000Z');
      expect(town.shows('leader')).toContain(learned);
      await testedElsewhere(other);
      await findable();
      await onDay('2026-12-14T08:00:00.000Z');
      expect(town.shows('leader')).not.toContain(other);
      await onDay('2027-01-11T08:00:00.000Z');
      expect(town.shows('leader')).toContain(other);
      expect(town.shows('leader')).not.toContain(learned);
    });

    it('is not told to a leader who has left out what others have found out, nor on a quiet day', async () => {
      await driven();
      await testedElsewhere();
      await findable();
      const before = town.chat('leader').length;
      await onDay('2026-11-27T08:00:00.000Z');
      await town.prefers('leader', { dayNews: { elsewhere: false } });
      await onDay('2026-11-30T08:00:00.000Z');
      expect(town.chat('leader').length).toBe(before);
    });
  });

  it('is nothing that its reader has met by looking for something new', async () => {
    const { id: met } = await testedElsewhere();
    const { id } = await town.submits(submitter, 'VOO', waiting);
    await findable();
    const leader = await town.arrives('leader');
    const { ideas } = await newsFromOthers(town.app, leader);
    expect(ideas.map((one) => one.id)).toEqual([met]);
    expect(await cardOf(id)).not.toContain(part);
  });

  it('is told to nobody who looks for something new afterwards', async () => {
    const { id: told } = await testedElsewhere();
    const { id } = await town.submits(submitter, 'VOO', waiting);
    await findable();
    expect(await cardOf(id)).toContain(learned);
    const { ideas } = await newsFromOthers(town.app, await town.arrives('leader'));
    expect(ideas.map((one) => one.id)).not.toContain(told);
  });

  it('alone brings no card', async () => {
    const { id } = await town.submits(submitter, 'VOO', waiting);
    await cardOf(id);
    const before = town.chat('leader').length;
    await testedElsewhere();
    await findable();
    for (let day = 0; day < 3; day++) {
      town.pass(days(1));
      await deliveries.tick();
    }
    expect(town.chat('leader').length).toBe(before);
  });
});
