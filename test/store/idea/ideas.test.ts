import { replay } from '../../../src/domain/idea/evolve.js';
import { rankOfEvent } from '../../../src/domain/idea/notices/ranks.js';
import { dayOf } from '../../../src/domain/time.js';
import { owesKey } from '../../../src/store/keys.js';
import * as story from '../../../testing/samples/idea/story.js';
import { submitted } from '../../../testing/samples/idea/story.js';
import { type IdeasAtWork, ideasAtWork } from '../../../testing/scenes/ideas-at-work.js';

const ID = 'K7M4QX';
let work: IdeasAtWork;
beforeEach(async () => {
  work = await ideasAtWork();
});

describe('a new idea', () => {
  it('is stored with all that belongs to it, in one request', async () => {
    const events = work.eventsOf(undefined, story.submitter, story.submit());
    const save = () => work.save({ before: undefined, id: ID, idempotencyKey: 'OPSUBMIT', events });
    expect(await work.requestsOf(save)).toBe(1);
    expect(await work.keys()).toEqual([
      'due|1796108400000|K7M4QX|remind',
      'event|K7M4QX|-999998',
      'list|mine|pSUBMITTER|8205183999999|K7M4QX',
      'list|open|VOO|K7M4QX',
      'list|waits|leader.VOO|2026-11-30|K7M4QX',
      'log|1794816000000|K7M4QX|000001',
      'op|OPSUBMIT',
      'outbox|r0|1794816000000|K7M4QX|000001',
      'record|K7M4QX',
      'text|K7M4QX|000001',
      'trace|pSUBMITTER|K7M4QX',
      'week|2026-W47|VOO|1794816000000|K7M4QX|000001',
    ]);
    expect(new Date(1796108400000).toISOString()).toBe('2026-12-01T07:00:00.000Z');
  });

  it('is answered as it was stored', async () => {
    const saved = await work.act(ID, submitted);
    expect(saved).toEqual({ kind: 'saved', idea: story.given(submitted).idea });
    expect((await work.stored(ID)).idea).toEqual(story.given(submitted).idea);
  });

  it('is a conflict where another idea has its id, and then nothing of it is stored', async () => {
    await work.tell(ID, submitted);
    const keys = await work.keys();
    const events = work.eventsOf(
      undefined,
      { ...story.submitter, ref: 'pOTHER' },
      story.submit({ submitter: 'pOTHER' }),
    );
    expect(await work.save({ before: undefined, id: ID, idempotencyKey: 'OPOTHER', events })).toEqual({
      kind: 'conflict',
    });
    expect(await work.keys()).toEqual(keys);
    expect((await work.stored(ID)).idea.submitter).toBe('pSUBMITTER');
  });
});

describe('an idea that is not there', () => {
  it('is not found, nor its history, nor what an operation did', async () => {
    expect(await work.ideas.load(ID)).toBeUndefined();
    expect(await work.ideas.history(ID)).toEqual([]);
    expect(await work.ideas.event(ID, 1)).toBeUndefined();
    expect(await work.effectOf('OPNONE')).toBeUndefined();
  });

  it('is left out among others', async () => {
    await work.tell(ID, submitted);
    await work.tell('A2A2A2', submitted);
    const found = await work.ideas.loadAll(['A2A2A2', 'B3B3B3', ID]);
    expect(found.map(({ id }) => id)).toEqual(['A2A2A2', ID]);
  });
});

describe.each(Object.entries(story.standings))('an idea that is %s', (_name, steps) => {
  it('reads as it was decided, and its stored record makes it again', async () => {
    await work.tell(ID, ...steps);
    const { idea, events } = story.given(...steps);
    expect((await work.stored(ID)).idea).toEqual(idea);
    const history = await work.ideas.history(ID);
    expect(history).toEqual(events);
    expect(replay(ID, history)).toEqual(idea);
    expect(await work.ideas.event(ID, events.length)).toEqual(events.at(-1));
  });

  it('owes messages for each event, and can be read in time order without its words', async () => {
    await work.tell(ID, ...steps);
    const { events } = story.given(...steps);
    const owed = events.map((event) => owesKey(rankOfEvent(event), event.at, ID, event.seq));
    expect(await work.keys('outbox|')).toEqual(owed.sort());
    const log = await work.ideas.log('2026-11-16T08:00:00.000Z', '2026-11-16T08:00:01.000Z');
    expect(log).toEqual(events.map((event) => ({ id: ID, event: { ...event, words: {} } })));
  });
});

describe('a change', () => {
  it('is one request; reading before it two at the same time, one of them for adoptions', async () => {
    await work.tell(ID, submitted);
    expect(await work.requestsOf(() => work.act(ID, [story.leader, story.explore]))).toBe(3);
  });

  it('remembers in which card the actor already sees it', async () => {
    await work.tell(ID, submitted);
    const before = await work.stored(ID);
    const events = work.eventsOf(before, story.leader, story.explore);
    await work.save({ before, id: ID, idempotencyKey: 'OP', events, shownIn: 'activity-1' });
    const [event] = events;
    expect((await work.rows()).get(owesKey('answer', event?.at ?? '', ID, 2))).toMatchObject({
      of: 'idea',
      id: ID,
      seq: 2,
      shownIn: 'activity-1',
    });
  });

  it('of several events is still one, and each of them owes its messages', async () => {
    await work.tell(ID, submitted);
    const before = await work.stored(ID);
    const { events } = story.given(...story.standings.exploring, [story.driver, story.reportDone()]);
    const save = () => work.save({ before, id: ID, idempotencyKey: 'OP', events: events.slice(1) });
    expect(await work.requestsOf(save)).toBe(1);
    expect(await work.keys('outbox|')).toHaveLength(3);
    expect((await work.stored(ID)).idea.stage).toBe('inUse');
    expect(await work.effectOf('OP')).toEqual({ record: 'idea', id: ID, seq: 3, by: 'pLEADER' });
  });

  it('of nothing is a mistake of ours', async () => {
    await work.tell(ID, submitted);
    const before = await work.stored(ID);
    await expect(work.save({ before, id: ID, idempotencyKey: 'OP', events: [] })).rejects.toThrow(ID);
  });

  it('leaves nothing behind when storage refuses it', async () => {
    await work.tell(ID, submitted);
    const rows = await work.rows();
    const before = await work.stored(ID);
    const [event] = work.eventsOf(before, story.leader, story.ask());
    if (!event) throw new Error('No event');
    const tooMuch = { ...event, words: { question: 'å'.repeat(40_000) } };
    await expect(work.save({ before, id: ID, idempotencyKey: 'OP', events: [tooMuch] })).rejects.toThrow();
    expect(await work.rows()).toEqual(rows);
  });

  it('takes words away that an edit has taken away', async () => {
    await work.tell(ID, [story.submitter, story.submit({}, { solution: 'Köp tre.', evidence: 'Räknat.' })]);
    await work.tell(ID, [story.submitter, story.edit({ evidence: 'Räknat två gånger.' })]);
    expect((await work.stored(ID)).idea.words).toEqual({
      title: 'Egna cyklar',
      problem: 'Bilarna räcker inte.',
      evidence: 'Räknat två gånger.',
    });
  });
});

describe('the log', () => {
  it('gives what happened in [from, to), whatever the idea', async () => {
    await work.tell(ID, submitted, [story.leader, story.explore, story.on('2026-11-18')]);
    await work.tell('A2A2A2', [story.submitter, story.submit({ id: 'A2A2A2' }), story.on('2026-11-17')]);
    const log = await work.ideas.log('2026-11-16T08:00:00.000Z', '2026-11-18T08:00:00.000Z');
    expect(log.map(({ id, event }) => [id, event.type, dayOf(event.at, 'Europe/Stockholm')])).toEqual([
      [ID, 'submitted', '2026-11-16'],
      ['A2A2A2', 'submitted', '2026-11-17'],
    ]);
    expect(await work.ideas.log('2026-11-18T08:00:00.001Z', '2026-12-01T00:00:00.000Z')).toEqual([]);
  });
});

describe('what time brings', () => {
  it('is due on the morning after the answer date, the oldest first and no more than asked for', async () => {
    await work.tell('A2A2A2', [story.submitter, story.submit({ id: 'A2A2A2' }), story.on('2026-11-17')]);
    await work.tell(ID, submitted);
    expect(await work.due.by('2026-12-01T07:00:00.000Z')).toEqual([]);
    expect(await work.due.by('2026-12-01T07:00:00.001Z')).toEqual([{ record: 'idea', id: ID, kind: 'remind' }]);
    expect((await work.due.by('2027-01-01T00:00:00.000Z')).map(({ id }) => id)).toEqual([ID, 'A2A2A2']);
    expect(await work.due.by('2027-01-01T00:00:00.000Z', 1)).toHaveLength(1);
  });

  it('is consumed by the reminder, which sets the next date, and by the escalation, after which it goes on', async () => {
    await work.tell(ID, submitted, [story.clock, story.remind, story.on('2026-12-01')]);
    expect(await work.due.by('2027-01-01T00:00:00.000Z')).toEqual([{ record: 'idea', id: ID, kind: 'escalate' }]);
    await work.tell(ID, [story.clock, story.escalate, story.on('2026-12-16')]);
    expect(await work.due.by('2036-01-01T00:00:00.000Z')).toEqual([
      { record: 'idea', id: ID, kind: 'remindAgain' },
      { record: 'idea', id: ID, kind: 'tellDelay' },
    ]);
  });

  it('of one idea is each kind on its own day', async () => {
    await work.tell(ID, ...story.standings.scaling);
    await work.tell(ID, [story.adopter, story.adopt(), story.on('2027-04-01')]);
    await work.tell(ID, [story.owner, story.spread(), story.on('2027-04-02')]);
    expect(await work.due.by('2036-01-01T00:00:00.000Z')).toEqual([
      { record: 'idea', id: ID, kind: 'askImprovement' },
      { record: 'idea', id: ID, kind: 'checkAdoption.SBK' },
      { record: 'idea', id: ID, kind: 'askFollowUp' },
    ]);
    expect(await work.keys('due|')).toEqual([
      `due|${Date.UTC(2027, 3, 30, 6)}|${ID}|askImprovement`,
      `due|${Date.UTC(2027, 6, 1, 6)}|${ID}|checkAdoption.SBK`,
      `due|${Date.UTC(2027, 9, 2, 6)}|${ID}|askFollowUp`,
    ]);
  });
});

describe('words that go for good', () => {
  it('go also when they are changed at the same moment, each time in the version that was read', async () => {
    await work.tell(ID, submitted);
    const { ideas: table } = work.storage;
    const removes = table.deleteEntity.bind(table);
    const named: (string | undefined)[] = [];
    table.deleteEntity = async (partitionKey, rowKey, options) => {
      named.push(options?.etag);
      if (named.length === 1)
        await table.updateEntity({ partitionKey, rowKey, title: 'Ändrat' }, 'Merge', { etag: '*' });
      return removes(partitionKey, rowKey, options);
    };
    await work.ideas.eraseWords(ID, [1, 7]);
    expect(await work.keys('text|')).toEqual([]);
    expect(named).toHaveLength(2);
    expect(named).not.toContain('*');
  });
});
