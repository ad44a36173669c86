import type { Actor } from '../../../src/domain/idea/decide.js';
import type { IdeaEvent } from '../../../src/domain/idea/events.js';
import type { RecordPlace } from '../../../src/domain/record.js';
import type { Step } from '../../../testing/samples/idea/story.js';
import * as story from '../../../testing/samples/idea/story.js';
import { type IdeasAtWork, ideasAtWork, MUNICIPALITY } from '../../../testing/scenes/ideas-at-work.js';
import { asVersion1 } from '../../../testing/scenes/popular.js';

const ID = 'K7M4QX';
const PAGE = 30;
const spring = story.on('2027-04-01');
const summer = story.on('2027-06-01');

let work: IdeasAtWork;
beforeEach(async () => {
  work = await ideasAtWork();
});

const departments = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `D${String(n).padStart(3, '0')}`);
const leaderOf = (department: string): Actor => ({ ...story.adopter, ref: `p${department}`, leads: [department] });
const adopts = (department: string, status: 'using' | 'testing' = 'using', world = spring): Step => [
  leaderOf(department),
  { type: 'adopt', data: { department, status, start: '2027-04-01' }, words: { contact: `Enhetschef ${department}` } },
  world,
];
const declines = (department: string): Step => [
  leaderOf(department),
  { type: 'notNow', data: { department }, words: { reason: `${department} bygger om.` } },
  spring,
];
const comments = (comment: string, world = spring): Step => [story.stranger, story.comment(comment), world];
const scalingTo = (...codes: string[]): Step[] => [
  ...story.standings.tested,
  [story.leader, story.scale(codes)],
  [story.owner, story.acceptOwning],
];
const labelOf = ({ type, seq, adoption }: IdeaEvent) => `${type} ${adoption ?? ''}${seq}`;

/** All pages of a record, the newest first, each as it is read for a card. */
async function pages(): Promise<IdeaEvent[][]> {
  const read: IdeaEvent[][] = [];
  let place: RecordPlace | undefined = {};
  while (place) {
    const page: { events: IdeaEvent[]; earlier?: RecordPlace } = await work.ideas.newest(ID, { ...place, limit: PAGE });
    read.push(await work.ideas.withWords(ID, page.events));
    place = page.earlier;
  }
  return read;
}

describe('the record of an idea that departments take in', () => {
  it('is read a page at a time, with what happened to adoptions where it happened, and every word', async () => {
    const codes = departments(40);
    await work.tell(ID, ...scalingTo(...codes));
    for (const code of codes) {
      await work.tell(ID, Number(code.slice(1)) % 3 === 0 ? declines(code) : adopts(code, 'testing'));
      if (Number(code.slice(1)) % 5 === 0) await work.tell(ID, comments(`Efter ${code}`));
    }
    await work.tell(ID, adopts('D001', 'using', summer), comments('Sist', summer));
    const whole = await work.ideas.history(ID);
    const read = await pages();
    expect(read.slice(0, -1).map(({ length }) => length)).toEqual(read.slice(0, -1).map(() => PAGE));
    const all = read.flat();
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    const byLabel = (one: IdeaEvent, other: IdeaEvent) => (labelOf(one) < labelOf(other) ? -1 : 1);
    expect(all.toSorted(byLabel)).toEqual(whole.toSorted(byLabel));
    expect(all.slice(0, 2).map(({ words }) => words)).toEqual([{ comment: 'Sist' }, { contact: 'Enhetschef D001' }]);
  });

  it('leaves nothing out, and nothing twice, where its older events are rows of version 1', async () => {
    await work.tell(ID, ...scalingTo(...departments(12)));
    for (let n = 0; n < 40; n++) await work.tell(ID, comments(`Nummer ${n}`));
    await asVersion1({ ...work, municipality: MUNICIPALITY }, ID);
    for (const code of departments(12)) await work.tell(ID, adopts(code), comments(`Efter ${code}`));
    const whole = await work.ideas.history(ID);
    const all = (await pages()).flat();
    expect(all.map(labelOf).toSorted()).toEqual(whole.map(labelOf).toSorted());
    expect(new Set(all.map(labelOf)).size).toBe(whole.length);
    expect(all.every(({ type, words }) => type !== 'commented' || words.comment)).toBe(true);
  });

  it('costs as many requests with the answers of 235 departments as with those of 3', async () => {
    const costs = [];
    for (const count of [3, 235]) {
      work = await ideasAtWork();
      const codes = departments(count);
      await work.tell(ID, ...scalingTo(...codes));
      for (const code of codes) await work.tell(ID, adopts(code));
      await work.tell(ID, comments('Sist'));
      const { events } = await work.ideas.newest(ID, { limit: PAGE });
      costs.push({
        newest: await work.requestsOf(() => work.ideas.newest(ID, { limit: PAGE })),
        words: await work.requestsOf(() => work.ideas.withWords(ID, events)),
        why: await work.requestsOf(() => work.ideas.decisions(ID, { limit: PAGE })),
        whole: await work.requestsOf(() => work.ideas.history(ID)),
      });
    }
    expect(costs[1]).toEqual(costs[0]);
    expect(costs[0]).toMatchObject({ newest: 2, whole: 2 });
  });

  it('says who decided for a department, at which stage, among the other decisions', async () => {
    await work.tell(ID, ...scalingTo('SBK', 'UTB'), adopts('SBK'), comments('Fint'), declines('UTB'));
    const { decisions } = await work.ideas.decisions(ID, { limit: 2 });
    expect(decisions.map(({ event, stage }) => [labelOf(event), stage])).toEqual([
      ['notNow UTB1', 'scaling'],
      ['adopted SBK1', 'scaling'],
    ]);
    const rest = await work.ideas.decisions(ID, { limit: 30, below: undefined });
    expect(rest.earlier).toBeUndefined();
    const whole = await work.ideas.history(ID);
    expect(rest.decisions.length).toBeGreaterThan(4);
    expect(rest.decisions.map(({ event }) => labelOf(event))).toEqual(
      whole
        .filter((event) => rest.decisions.some((one) => labelOf(one.event) === labelOf(event)))
        .map(labelOf)
        .toReversed(),
    );
  });

  it('loses the words of an adoption’s event when they are erased, wherever it is read', async () => {
    await work.tell(ID, ...scalingTo('SBK', 'UTB'), adopts('SBK'), declines('UTB'));
    await work.ideas.eraseWords(`${ID}~UTB`, [1, 2]);
    expect((await work.ideas.event(`${ID}~UTB`, 1))?.words).toEqual({});
    expect((await work.ideas.event(`${ID}~SBK`, 1))?.words).toEqual({ contact: 'Enhetschef SBK' });
    expect(await work.keys(`text|${ID}~`)).toEqual([expect.stringContaining('|SBK|000001')]);
    expect((await pages()).flat().find(({ adoption }) => adoption === 'UTB')?.words).toEqual({});
    expect(await work.ideas.eventsBetween(`${ID}~SBK`, 1, 1)).toMatchObject([{ words: { contact: 'Enhetschef SBK' } }]);
  });
});
