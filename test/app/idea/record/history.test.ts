import type { IdeaView } from '../../../../src/app/idea/idea-view.js';
import { openIdea } from '../../../../src/app/idea/open-idea.js';
import { MOST_NAMES } from '../../../../src/app/idea/people/names.js';
import type { RecordShown } from '../../../../src/app/idea/record/record-shown.js';
import { moveInIdea } from '../../../../src/app/identity/move-in-idea.js';
import type { Command } from '../../../../src/domain/idea/commands.js';
import type { Person } from '../../../../src/domain/person/person.js';
import type { RecordPlace } from '../../../../src/domain/record.js';
import { appAtWork } from '../../../../testing/scenes/app-at-work.js';
import { asVersion1, manyComment } from '../../../../testing/scenes/popular.js';

const MANY = 2000;
const close: Command = { type: 'close', data: {}, words: { reason: 'Vi har redan en.' } };
const reopen: Command = { type: 'reopen', data: { tier: 'leader' }, words: { reason: 'Den behövs ändå.' } };
const comment: Command = { type: 'comment', data: {}, words: { comment: 'Min egen' } };

describe('the history of an idea', () => {
  const scene = async () => {
    const town = await appAtWork();
    const people = await town.allArrive('submitter', 'leader', 'reader');
    const { id } = await town.submits(people.submitter);
    const { deps } = town;
    return {
      ...{ town, id, ...people },
      manyComment: (count: number, by?: (n: number) => string) => manyComment(town, id, count, by),
      asVersion1: (which?: (seq: number) => boolean) =>
        asVersion1(
          { storage: town.storage, ideas: deps.ideas, municipality: deps.settings().municipality.code },
          id,
          which,
        ),
      seen: (person: Person, shown: RecordShown) => openIdea(deps, person, id, { shown }),
      /** The numbers of the events on each page, from the newest on. */
      async pages(person: Person, of: 'all' | 'decisions' | 'comments' = 'all'): Promise<number[][]> {
        const pages: number[][] = [];
        let place: RecordPlace | undefined = {};
        do {
          const view: IdeaView | undefined = await openIdea(deps, person, id, { shown: { of, ...place } });
          pages.push((view?.history ?? []).map(({ seq }) => seq).reverse());
          place = view?.earlier;
        } while (place && pages.length < 200);
        return pages;
      },
    };
  };
  const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, n) => from - n);

  it('is shown thirty at a time, the newest first, each with its words', async () => {
    const { manyComment: comments, pages, seen, reader } = await scene();
    await comments(70);
    const all = await pages(reader);
    expect(all.map(({ length }) => length)).toEqual([30, 30, 11]);
    expect(all.flat()).toEqual(down(71, 1));
    const view = await seen(reader, { of: 'all', below: 42 });
    expect(view?.history?.at(-1)).toMatchObject({ seq: 41, words: { comment: 'Kommentar 41' } });
    expect(view?.history?.[0]).toMatchObject({ seq: 12, words: { comment: 'Kommentar 12' } });
  });

  it.each([
    ['few', 5, 0],
    ['few, with newer ones', 5, 40],
    ['a page of them', 29, 1],
    ['many', 95, 0],
    ['many, with newer ones', 95, 12],
    ['many, with many newer ones', 64, 31],
  ])('of rows of version 1 is the same: %s', async (_what, before, since) => {
    const { manyComment: comments, asVersion1: toVersion1, pages, reader, town, id } = await scene();
    await comments(before);
    await toVersion1();
    await comments(since);
    expect((await pages(reader)).flat()).toEqual(down(1 + before + since, 1));
    expect((await pages(reader)).slice(0, -1).every(({ length }) => length === 30)).toBe(true);
    const whole = await town.deps.ideas.history(id);
    expect(whole.map(({ seq }) => seq)).toEqual(down(1 + before + since, 1).reverse());
    for (const seq of [1, 2, 1 + before, 1 + before + since]) {
      expect(await town.deps.ideas.event(id, seq)).toMatchObject({ seq });
    }
  });

  it.each([
    ['few', 20, 3],
    ['a page of them', 29, 2],
    ['many', 95, 3],
    ['many, mostly by the earlier one', 95, -3],
    ['blocks of them', 140, 40],
  ])('leaves nothing out where both versions have written in turn: %s', async (_what, count, every) => {
    const { manyComment: comments, asVersion1: toVersion1, pages, reader } = await scene();
    await comments(count);
    const isEarlier = (seq: number) =>
      every === 40 ? Math.floor(seq / every) % 2 === 0 : (seq % every === 0) === every > 0;
    // The newest is this version's: the others stop when it has come.
    await toVersion1((seq) => seq <= count && isEarlier(seq));
    expect((await pages(reader)).flat()).toEqual(down(1 + count, 1));
  });

  it('costs as many requests of two thousand events as of thirty, whatever of it is open', async () => {
    const asked = [];
    for (const count of [60, MANY]) {
      const { town, id, seen, leader, reader, manyComment: comments } = await scene();
      await town.acts(leader, id, close);
      await town.acts(leader, id, reopen);
      await town.acts(reader, id, comment);
      await comments(count, (n) => `pTALK${n % 60}`);
      const requests = (person: Person, shown?: RecordShown) =>
        town.requestsOf(() => openIdea(town.deps, person, id, { ...(shown && { shown }) }));
      const one = {
        card: await requests(reader),
        history: await requests(reader, { of: 'all' }),
        further: await requests(reader, { of: 'all', below: 40 }),
        why: await requests(reader, { of: 'decisions' }),
        comments: await requests(leader, { of: 'comments' }),
        own: await requests(reader, { of: 'comments' }),
        comment: await requests(leader, { of: 'event', seq: 5 }),
      };
      // The idea, its events, their words, the reader's own follow, the tally and their thanks; and names.
      expect(one.history).toBeLessThanOrEqual(6 + MOST_NAMES);
      asked.push(one);
      const decided = await seen(reader, { of: 'decisions' });
      expect(decided?.decided?.map(({ event, stage }) => [event.type, stage, event.words.reason])).toEqual([
        ['reopened', 'closed', 'Den behövs ändå.'],
        ['closed', 'submitted', 'Vi har redan en.'],
      ]);
      const own = await seen(reader, { of: 'comments' });
      expect(own?.history?.map(({ words }) => words.comment)).toEqual(['Min egen']);
    }
    expect(asked[1]).toEqual(asked[0]);
  });

  it('gives decisions and comments in pages of their own, also of rows of version 1', async () => {
    const { town, id, leader, pages, manyComment: comments, asVersion1: toVersion1 } = await scene();
    for (let n = 0; n < 9; n++) {
      await town.acts(leader, id, close);
      await town.acts(leader, id, reopen);
    }
    await comments(10);
    await toVersion1();
    await comments(10);
    await town.acts(leader, id, close);
    const decisions = await pages(leader, 'decisions');
    expect(decisions.map(({ length }) => length)).toEqual([15, 4]);
    expect(decisions.flat()).toEqual([40, ...down(19, 2)]);
    const talk = await pages(leader, 'comments');
    expect(talk.map(({ length }) => length)).toEqual([8, 8, 4]);
    expect(talk.flat()).toEqual(down(39, 20));
  });

  it('names forty people at most, however many have talked and have the idea', async () => {
    const { town, id, reader, manyComment: comments } = await scene();
    await comments(40);
    let names = 0;
    const people = { ...town.deps.people };
    people.namesOf = async (refs) => {
      names = [...refs].length;
      return town.deps.people.namesOf(refs);
    };
    await openIdea({ ...town.deps, people }, reader, id, { shown: { of: 'all' } });
    expect(names).toBeGreaterThan(25);
    expect(names).toBeLessThanOrEqual(MOST_NAMES);
  });

  it('finds a comment under whichever reference of its writer', async () => {
    const { town, id, reader, leader, manyComment: comments } = await scene();
    await comments(1, () => 'pEARLIER');
    await comments(40);
    await moveInIdea(town.deps, id, 'pEARLIER', reader.ref);
    const now = { ...reader, also: ['pEARLIER'] };
    const theirs = await openIdea(town.deps, now, id, { shown: { of: 'comments' } });
    expect(theirs?.history?.map(({ by }) => by)).toEqual(['pEARLIER']);
    expect((await openIdea(town.deps, leader, id, { shown: { of: 'comments' } }))?.history).toHaveLength(8);
  });
});
