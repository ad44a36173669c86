import { actOnIdea } from '../../../../src/app/idea/act-on-idea.js';
import { openIdea } from '../../../../src/app/idea/open-idea.js';
import { takeBackReaction, telling } from '../../../../src/app/idea/record/reactions.js';
import { moveInIdea } from '../../../../src/app/identity/move-in-idea.js';
import { erasePerson } from '../../../../src/app/privacy/erase-person.js';
import type { Command } from '../../../../src/domain/idea/commands.js';
import { decide } from '../../../../src/domain/idea/decide.js';
import { newIdempotencyKey } from '../../../../src/domain/ids.js';
import type { Person, PersonRef } from '../../../../src/domain/person/person.js';
import { accept } from '../../../../src/domain/result.js';
import { addDays } from '../../../../src/domain/time.js';
import { MOST_COUNTED } from '../../../../src/store/idea/reactions.js';
import { setting } from '../../../../testing/samples/idea/story.js';
import { appAtWork } from '../../../../testing/scenes/app-at-work.js';
import { countAll, manyThank } from '../../../../testing/scenes/popular.js';

const MANY = 1500;
const thank = (thanks?: string): Command => ({ type: 'thank', data: {}, words: thanks ? { thanks } : {} });

describe('thanks for an idea', () => {
  const scene = async () => {
    const town = await appAtWork();
    const people = await town.allArrive('submitter', 'leader', 'reader', 'other');
    const { id } = await town.submits(people.submitter);
    const municipality = town.deps.settings().municipality.code;
    return {
      ...{ town, id, ...people },
      /** What somebody reads of the thanks when they open it. */
      thanksSeenBy: async (person: typeof people.reader) => (await openIdea(town.deps, person, id))?.reactions?.thank,
      counts: () => countAll(town.deps, MOST_COUNTED),
      manyThank: (count: number) => manyThank({ storage: town.storage, municipality }, id, count),
      /** As an earlier version stored it: in the idea's own row. */
      async thanksOfBefore(person: string) {
        const before = await town.deps.ideas.load(id);
        const actor = { ref: person, roles: new Set(['reader'] as const), leads: [] };
        const decided = decide(thank('Som förr'), before?.idea, actor, setting);
        if (!decided.ok) throw new Error(decided.refusal.code);
        const written = town.deps.ideas.write({ before, id, events: [decided.value] });
        await town.deps.commits.commit(written, { idempotencyKey: `BEFORE.${person}` });
      },
    };
  };

  it('are seen at once by the one who thanks, and by others when they are counted', async () => {
    const { town, id, reader, other, thanksSeenBy, counts } = await scene();
    const { etag } = (await town.deps.ideas.load(id)) ?? {};
    const outcome = await town.tries(reader, id, thank('Bra tänkt'));
    expect(outcome).toMatchObject({
      ok: true,
      event: { type: 'thanked', by: reader.ref, words: { thanks: 'Bra tänkt' } },
      view: { reactions: { thank: { count: 1, mine: true } } },
    });
    expect(await thanksSeenBy(other)).toEqual({ count: 0, mine: false });
    await counts();
    expect(await thanksSeenBy(other)).toEqual({ count: 1, mine: false });
    expect((await town.deps.ideas.load(id))?.etag).toBe(etag);
    expect(await town.record(id)).toEqual(['submitted']);
  });

  it('are given once: the same press again says the same, another one that it was done before', async () => {
    const { town, id, reader, counts, thanksSeenBy } = await scene();
    const press = () => town.tries(reader, id, thank('Bra tänkt'), 'PRESS');
    const answers = [await press(), ...(await Promise.all([press(), press(), press()]))];
    for (const answer of answers) {
      expect(answer).toMatchObject({ ok: true, event: { type: 'thanked', words: { thanks: 'Bra tänkt' } } });
    }
    expect(await town.tries(reader, id, thank())).toMatchObject({ ok: false, refusal: { code: 'thankedBefore' } });
    await counts();
    expect(await thanksSeenBy(reader)).toEqual({ count: 1, mine: true });
  });

  it('are not for one’s own idea', async () => {
    const { town, id, submitter } = await scene();
    expect(await town.tries(submitter, id, thank())).toMatchObject({ ok: false, refusal: { code: 'notNow' } });
  });

  it('of an earlier version count with the others, and nobody thanks twice', async () => {
    const { town, id, reader, other, thanksOfBefore, counts } = await scene();
    await thanksOfBefore(reader.ref);
    expect(await town.tries(reader, id, thank())).toMatchObject({ ok: false, refusal: { code: 'thankedBefore' } });
    await town.acts(other, id, thank());
    await counts();
    const seen = await openIdea(town.deps, reader, id);
    expect([seen?.idea.thankedBy, seen?.reactions?.thank]).toEqual([[reader.ref], { count: 1, mine: false }]);
    // Where that one and this one turn out to be one person, they have thanked once.
    await moveInIdea(town.deps, id, reader.ref, other.ref);
    await counts();
    const now = await openIdea(town.deps, other, id);
    expect([now?.idea.thankedBy, now?.reactions?.thank]).toEqual([[other.ref], { count: 0, mine: false }]);
  });

  it.each([
    ['keep', { thanks: 'Bra tänkt' }],
    ['erase', {}],
  ] as const)('stand when whoever thanked is erased, and their words by the rule "%s"', async (rule, words) => {
    const { town, id, reader, other, counts, thanksSeenBy } = await scene();
    await town.acts(reader, id, thank('Bra tänkt'));
    await counts();
    const retention = { words: rule, ...(rule === 'erase' && { decision: 'KS 1' }) };
    const deps = { ...town.deps, settings: () => ({ ...town.deps.settings(), retention }) };
    await erasePerson(deps, reader);
    await counts();
    expect(await thanksSeenBy(other)).toEqual({ count: 1, mine: false });
    expect((await town.deps.reactions.of(id, 'thank', reader.ref))?.words).toEqual(words);
    expect(await town.deps.traces.of(reader.ref)).toEqual([]);
  });

  it('cost the same, to give and to open the idea, at one and at fifteen hundred', async () => {
    const one = await scene();
    await one.manyThank(1);
    const many = await scene();
    await many.manyThank(MANY);
    const asked = [];
    for (const { town, id, reader, leader, counts, thanksSeenBy } of [one, many]) {
      await counts();
      const opened = await town.requestsOf(() => openIdea(town.deps, leader, id));
      const pressed = await town.requestsOf(() => town.acts(reader, id, thank()));
      const again = await town.requestsOf(() => openIdea(town.deps, reader, id));
      asked.push({ opened, pressed, again, seen: (await thanksSeenBy(leader))?.count });
    }
    const [few, lots] = asked;
    expect(few?.seen).toBe(1);
    expect(lots).toEqual({ ...few, seen: MANY });
  });
});

describe('the same problem in other departments', () => {
  const need = (text?: string): Command => ({ type: 'need', data: {}, words: text ? { need: text } : {} });
  /** Somebody with a department, as their profile has it. */
  const of = (department: string, person: Person): Person => ({ ...person, department });

  async function neededIdea() {
    const town = await appAtWork();
    const people = await town.allArrive('submitter', 'leader', 'reader', 'other');
    const { id } = await town.submits(people.submitter);
    const counts = () => countAll(town.deps, MOST_COUNTED);
    const seenBy = async (person: Person) => (await openIdea(town.deps, person, id))?.reactions?.need;
    let day = '2026-11-16';
    const says = (person: Person, text?: string) => {
      // Nobody says it twice within a millisecond.
      day = addDays(day, 1);
      town.comes(day);
      return town.acts(person, id, need(text));
    };
    return { town, id, ...people, counts, seenBy, says };
  }

  it('is counted by department, once for each person, and lets them follow the idea', async () => {
    const { town, id, reader, other, leader, counts, seenBy } = await neededIdea();
    const said = await town.tries(of('SBK', reader), id, need('Varje vecka'));
    expect(said).toMatchObject({ ok: true, event: { type: 'needed' }, view: { reactions: { need: { count: 1 } } } });
    await town.acts(of('KUL', other), id, need());
    expect(await town.tries(of('SBK', reader), id, need())).toMatchObject({ refusal: { code: 'neededBefore' } });
    await counts();
    expect(await seenBy(leader)).toEqual({ count: 2, mine: false, departments: { SBK: 1, KUL: 1 } });
    expect(await town.deps.follows.follows(id, reader.ref)).toBe(true);
    const telling = await town.deps.reactions.tally(id, 'need');
    expect(telling.telling?.newest).toHaveLength(2);
  });

  it('has a line that those who decide hide: told to nobody any more, with as many requests for one as for many', async () => {
    const asked = [];
    for (const more of [0, 30]) {
      const { town, id, reader, other, leader, counts, says } = await neededIdea();
      for (let n = 0; n < more; n++) await says({ ...reader, ref: `pMANY${n}` }, `Rad ${n}`);
      await counts();
      await says(reader, 'Chefen är lat');
      await says(other, 'Varje vecka');
      await counts();
      const opened = async () => (await openIdea(town.deps, leader, id, { withLines: true }))?.needLines ?? [];
      const line = (await opened()).find(({ text }) => text === 'Chefen är lat');
      if (!line) throw new Error('The line is not shown');
      expect(JSON.stringify(await opened())).not.toContain(reader.ref);
      expect((await openIdea(town.deps, other, id, { withLines: true }))?.needLines).toEqual([]);
      const hides = (person: Person, idempotencyKey = newIdempotencyKey(town.deps.random)) =>
        actOnIdea(town.deps, person, {
          ...{ id, idempotencyKey, type: 'hideNeed', asks: { needLine: line.name } },
          command: (found) => {
            const { needLine } = found as unknown as { needLine: { by: PersonRef } };
            return accept({ type: 'hideNeed', data: needLine, words: {} });
          },
        });
      expect(await hides(other)).toMatchObject({ ok: false, refusal: { code: 'notAllowed' } });
      const key = newIdempotencyKey(town.deps.random);
      const requests = await town.requestsOf(async () => {
        expect(await hides(leader, key)).toMatchObject({ ok: true, event: { type: 'needHidden' } });
      });
      // The same press again is the same; another one finds nothing.
      expect(await hides(leader, key)).toMatchObject({ ok: true, event: { type: 'needHidden' } });
      expect(await hides(leader)).toMatchObject({ ok: false, refusal: { code: 'notNow' } });
      const { idea } = (await town.deps.ideas.load(id)) ?? {};
      const tally = await town.deps.reactions.tally(id, 'need');
      if (!idea || !tally.telling) throw new Error('Nothing is told');
      const told = await telling(town.deps, idea, 'need', tally.telling.from);
      expect(told?.words.need).toContain('Varje vecka');
      expect(JSON.stringify([told, await opened()])).not.toContain('lat');
      expect(tally.count).toBe(more + 2);
      // It is their own still; said anew, it is another line.
      expect(await town.deps.reactions.of(id, 'need', reader.ref)).toMatchObject({
        out: 'hidden',
        words: { need: 'Chefen är lat' },
      });
      await takeBackReaction(town.deps, reader, id, 'need');
      await says(reader, 'På måndagar');
      expect(await town.deps.reactions.of(id, 'need', reader.ref)).not.toHaveProperty('out');
      asked.push(requests);
    }
    expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeLessThanOrEqual(2 * 8);
  });

  it('is one person’s where two references turn out to be, in the department where they said it first', async () => {
    const { town, id, reader, other, leader, counts, seenBy } = await neededIdea();
    await town.acts(of('SBK', reader), id, need());
    await town.acts(of('KUL', other), id, need());
    await counts();
    await moveInIdea(town.deps, id, reader.ref, other.ref);
    await counts();
    expect(await seenBy(leader)).toEqual({ count: 1, mine: false, departments: { KUL: 1 } });
  });

  it('is taken back by whoever said it: with their line, before it is counted or after, and however often', async () => {
    const { town, id, reader, other, leader, counts, seenBy, says } = await neededIdea();
    const { deps } = town;
    const ideaNow = async () => {
      const found = (await deps.ideas.load(id))?.idea;
      if (!found) throw new Error('The idea is gone');
      return found;
    };
    const takesBack = (person: Person) => takeBackReaction(deps, person, id, 'need');
    await says(of('KUL', other));
    // Not counted yet: it never is.
    await says(of('SBK', reader), 'Varje vecka');
    await takesBack(reader);
    expect(await deps.reactions.of(id, 'need', reader.ref)).toBeUndefined();
    await counts();
    expect(await seenBy(leader)).toEqual({ count: 1, mine: false, departments: { KUL: 1 } });
    // Counted: taken off once, by two presses at once.
    await says(of('SBK', reader), 'Varje vecka');
    await counts();
    expect(await seenBy(leader)).toMatchObject({ count: 2, departments: { KUL: 1, SBK: 1 } });
    await Promise.all([takesBack(reader), takesBack(reader)]);
    await takesBack(reader);
    // Said and taken back again before anybody has counted.
    for (let times = 0; times < 3; times++) {
      await says(of('MIL', reader));
      await takesBack(reader);
    }
    await counts();
    expect(await seenBy(leader)).toEqual({ count: 1, mine: false, departments: { KUL: 1 } });
    expect(await telling(deps, await ideaNow(), 'need', 0)).toMatchObject({
      words: {},
      data: { departments: ['KUL'] },
    });
    expect(await takeBackReaction(deps, reader, 'ZZZZZZ', 'need')).toBe(false);
  });

  it('follows any order of saying so, taking it back and counting', async () => {
    const { town, id, reader, other, leader, seenBy, says } = await neededIdea();
    const people = [of('SBK', reader), of('KUL', other)] as const;
    const said = new Set<Person>();
    // Every order of four of these, one after the other on the same idea.
    const steps = [
      ...people.map((person) => async () => {
        if (said.has(person)) await takeBackReaction(town.deps, person, id, 'need');
        else await says(person);
        if (!said.delete(person)) said.add(person);
      }),
      () => countAll(town.deps, 1),
    ];
    for (let order = 0; order < 3 ** 4; order++) {
      for (let at = 0; at < 4; at++) await steps[Math.floor(order / 3 ** at) % 3]?.();
    }
    await countAll(town.deps, MOST_COUNTED);
    const departments = Object.fromEntries([...said].map(({ department }) => [department, 1]));
    const seen = await seenBy(leader);
    expect({ count: seen?.count, departments: seen?.departments ?? {} }).toEqual({ count: said.size, departments });
  });

  it('is said in a line that goes with who wrote it, while their department stays counted', async () => {
    const { town, id, reader, leader, counts, seenBy } = await neededIdea();
    await town.acts(of('SBK', reader), id, need('Varje vecka'));
    const { reactions } = town.deps;
    expect(await reactions.of(id, 'need', reader.ref)).toMatchObject({ words: { need: 'Varje vecka' } });
    await reactions.eraseWords(id, reader.ref);
    expect(await reactions.of(id, 'need', reader.ref)).toMatchObject({ department: 'SBK', words: {} });
    await counts();
    expect(await seenBy(leader)).toMatchObject({ count: 1, departments: { SBK: 1 } });
  });
});
