import fc from 'fast-check';
import type { Command, CommandData, CommandType } from '../../src/domain/commands.js';
import { type Actor, decide, isOpenTo } from '../../src/domain/decide.js';
import { evolve, replay } from '../../src/domain/evolve.js';
import type { Idea, IdeaEvent } from '../../src/domain/idea.js';
import { createDirectory } from '../../src/domain/organisation.js';
import { isTheirTurn, type Role, rolesOn } from '../../src/domain/policy.js';
import { stages } from '../../src/domain/stages.js';
import { addDays, instantOf, millisecondsOf } from '../../src/domain/time.js';
import { limits, tidy, type WordKey, type Words } from '../../src/domain/words.js';
import { isTextKey } from '../../src/text/index.js';
import { organisationOf } from './small-organisation.js';
import { setting } from './story.js';

const directory = createDirectory(
  organisationOf({
    VOO: { leaders: ['leader', 'colleague'], deputies: ['deputy'], managers: ['boss'] },
    SBK: { leaders: ['builder'], managers: ['boss'] },
    HAM: {},
    office: ['office', 'colleague'],
  }),
);
const people = ['leader', 'colleague', 'deputy', 'boss', 'builder', 'office', 'employee'];
const emailOf = (name: string) => `${name}@ort.example`;

/** Somebody tries something, perhaps from an old card and on another day; what it means is judged when it is tried. */
interface Attempt {
  who: string;
  words: Words;
  data: { [T in CommandType]: CommandData[T] };
  wild: boolean;
  choice: number;
  aLeaderIsAway: boolean;
  /** How much older than the idea the pressed card is; undefined: no card. */
  age: number | undefined;
  /** Milliseconds by which the clock has moved, also backwards. */
  later: number;
}

const person = fc.constantFrom(...people);
const written = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('Cyklar', 'Därför.', ' Sex\r\npersoner ') },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 50 }) },
  { weight: 1, arbitrary: fc.constantFrom('', ' \u200B', 'å'.repeat(4001)) },
);
const words: fc.Arbitrary<Words> = fc.record(
  Object.fromEntries((Object.keys(limits) as WordKey[]).map((key) => [key, written])) as Record<
    WordKey,
    fc.Arbitrary<string>
  >,
);
const tier = fc.constantFrom('leader', 'deputy', 'office');
const none = fc.constant({});
const data = {
  edit: fc.record({ confidential: fc.boolean() }),
  withdraw: none,
  ask: none,
  answer: none,
  explore: none,
  doNow: fc.record({
    doer: person,
    until: fc.oneof(
      fc.nat(500).map((days) => addDays('2026-11-10', days)),
      fc.constantFrom('', 'snart', '2026-02-30'),
    ),
  }),
  acceptDoing: none,
  declineDoing: none,
  reportDone: none,
  passOn: fc.record({ department: fc.constantFrom('VOO', 'SBK', 'HAM'), tier }),
  close: fc.record({ channel: fc.constantFrom('', 'fel', 'incident') }, { requiredKeys: [] }),
  hide: none,
  remind: none,
  submit: fc.record({
    id: fc.constant('K7M4QX'),
    submitter: person,
    department: fc.constant('VOO'),
    confidential: fc.boolean(),
    tier,
  }),
};
const attempt: fc.Arbitrary<Attempt> = fc.record({
  who: fc.oneof(person, fc.constantFrom('waitedFor', 'submitter', 'clock')),
  words,
  data: fc.record(data) as fc.Arbitrary<{ [T in CommandType]: CommandData[T] }>,
  // Mostly what a card would offer, so that ideas come far; now and then whatever there is.
  wild: fc.constantFrom(true, false, false),
  choice: fc.nat(1000),
  aLeaderIsAway: fc.boolean(),
  age: fc.constantFrom(undefined, 0, 0, 0, 1),
  later: fc.constantFrom(0, 1, 60_000, 86_400_000, 40 * 86_400_000, -3_600_000),
});
const attempts = fc.array(attempt, { minLength: 1, maxLength: 25 });
const submission = fc.record({
  submitter: person,
  unit: fc.constantFrom(undefined, 'HTS'),
  tier,
  confidential: fc.boolean(),
});

function rolesNow(who: string, idea: Idea, aLeaderIsAway: boolean): ReadonlySet<Role> {
  if (who === 'clock') return new Set(['clock']);
  return rolesOn({ ref: who, emails: [emailOf(who)] }, idea, directory, aLeaderIsAway);
}

function actorOf({ who, aLeaderIsAway }: Attempt, idea: Idea): Actor {
  const name =
    who === 'submitter'
      ? idea.submitter
      : who === 'waitedFor'
        ? (people.find((one) => isTheirTurn(one, rolesNow(one, idea, aLeaderIsAway), idea)) ?? 'employee')
        : who;
  return { ref: name, roles: rolesNow(name, idea, aLeaderIsAway) };
}

function commandOf({ words, data, wild, choice, age }: Attempt, idea: Idea, { roles }: Actor): Command {
  const all = Object.keys(data) as CommandType[];
  const open = wild ? [] : all.filter((type) => isOpenTo(type, idea, roles));
  const some = open.length > 0 ? open : all;
  const type = some[choice % some.length] ?? 'submit';
  return { type, data: data[type], words, ...(age !== undefined && { turn: idea.turn - age }) } as Command;
}

type Seen = (step: { before: Idea; event: IdeaEvent; after: Idea; actor: Actor }) => void;

/** An idea's life: what is accepted happens, what is refused changes nothing. */
function live(
  {
    unit,
    ...first
  }: { submitter: string; unit: string | undefined; tier: 'leader' | 'deputy' | 'office'; confidential: boolean },
  list: readonly Attempt[],
  see: Seen = () => {},
) {
  const submit: Command = {
    type: 'submit',
    data: { id: 'K7M4QX', department: 'VOO', ...(unit && { unit }), ...first },
    words: { title: 'Cyklar', problem: 'Bilarna räcker inte.' },
  };
  let now = millisecondsOf(setting.now);
  const begun = decide(submit, undefined, { ref: first.submitter, roles: new Set() }, setting);
  if (!begun.ok) throw new Error(begun.refusal.code);
  const events = [...begun.value];
  let idea = evolve(undefined, events[0] as IdeaEvent, 'K7M4QX');
  for (const one of list) {
    now += one.later;
    const actor = actorOf(one, idea);
    const command = commandOf(one, idea, actor);
    const result = decide(command, idea, actor, { ...setting, now: instantOf(now) });
    if (!result.ok) {
      if (!isTextKey(`refusal.${result.refusal.code}`)) throw new Error(`No text for ${result.refusal.code}`);
      continue;
    }
    for (const event of result.value) {
      const before = idea;
      idea = evolve(idea, event);
      events.push(event);
      see({ before, event, after: idea, actor });
    }
  }
  return { idea, events };
}

const always = (see: Seen) =>
  fc.assert(
    fc.property(submission, attempts, (first, list) => {
      live(first, list, see);
    }),
    { numRuns: 150 },
  );

describe('whatever people try', () => {
  it('ideas come to every stage and meet every event here, so that the rest of this file says something', () => {
    const stagesSeen = new Set<string>();
    const eventsSeen = new Set<string>(['submitted']);
    for (const [first, list] of fc.sample(fc.tuple(submission, attempts), { numRuns: 300, seed: 2026 })) {
      live(first, list, ({ after, event }) => {
        stagesSeen.add(after.stage);
        eventsSeen.add(event.type);
      });
    }
    expect([...stagesSeen].sort()).toEqual(Object.keys(stages).sort());
    expect(eventsSeen.size).toBe(14);
  });

  it('an idea waits for one or for nobody, and whom it waits for has a date', () => {
    always(({ after }) => {
      const waits = 'answers' in stages[after.stage];
      expect(after.waiting !== undefined).toBe(waits);
      expect(after.answerBy !== undefined).toBe(waits);
      expect(after.waitingSince !== undefined).toBe(waits);
    });
  });

  it('the turn rises by one exactly when stage, whom it waits for, or department changes', () => {
    always(({ before, after, event }) => {
      const standing = ({ stage, waiting, department, doer }: Idea) => ({
        stage,
        waiting,
        department,
        accepted: doer?.accepted,
      });
      const moved = JSON.stringify(standing(before)) !== JSON.stringify(standing(after));
      expect({ event: event.type, turn: after.turn }).toEqual({
        event: event.type,
        turn: before.turn + (moved ? 1 : 0),
      });
    });
  });

  it('events are numbered one by one, and each is later than the one before', () => {
    always(({ before, after, event }) => {
      expect(event.seq).toBe(before.seq + 1);
      expect(after.seq).toBe(event.seq);
      expect(event.at > before.changedAt).toBe(true);
      expect(after.changedAt).toBe(event.at);
    });
  });

  it('the record makes the idea again, also after it has been stored as JSON', () => {
    fc.assert(
      fc.property(submission, attempts, (first, list) => {
        const { idea, events } = live(first, list);
        expect(replay('K7M4QX', events)).toEqual(idea);
        expect(replay('K7M4QX', JSON.parse(JSON.stringify(events)))).toEqual(JSON.parse(JSON.stringify(idea)));
      }),
      { numRuns: 150 },
    );
  });

  it('an idea is never closed with only a no, and never in use without a word on what was done', () => {
    always(({ after }) => {
      if (after.stage === 'closed') expect(after.ending?.reason || after.ending?.channel).toBeTruthy();
      if (after.stage === 'inUse') expect(after.ending?.done).toBeTruthy();
    });
  });

  it('nobody decides on their own idea', () => {
    always(({ event, after, actor }) => {
      if (actor.ref !== after.submitter) return;
      expect(actor.roles.has('decider')).toBe(false);
      // As doer of their own idea they may tell that it is done, once they have been asked by somebody else.
      expect(['edited', 'answered', 'withdrawn', 'doingAccepted', 'doingDeclined', 'done']).toContain(event.type);
      if (event.type === 'done') expect(after.doer).toEqual({ person: actor.ref, accepted: true });
    });
  });

  it('an open question and waiting for the submitter are the same thing', () => {
    always(({ after }) => {
      expect(after.question !== undefined).toBe(after.waiting?.for === 'submitter');
      if (after.question) expect(after).toMatchObject({ asked: true, waiting: { person: after.submitter } });
    });
  });

  it('those who do the work are known: doing has a doer, exploring a driver', () => {
    always(({ after }) => {
      if (after.waiting?.for === 'doer') expect(after.doer?.person).toBe(after.waiting.person);
      if (after.waiting?.for === 'driver') expect(after.driver).toBe(after.waiting.person);
      if (after.stage === 'doing') expect(after.waiting?.for).toBe('doer');
      if (after.stage === 'exploring') expect(after.leader).toBeDefined();
    });
  });

  it('words are tidy and within their limits', () => {
    always(({ event, after }) => {
      for (const [key, text] of Object.entries({ ...event.words, ...after.words }) as [WordKey, string][]) {
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(limits[key]);
        expect(tidy(text)).toBe(text);
      }
    });
  });

  it('a reminder belongs to one turn', () => {
    always(({ before, after }) => {
      if (after.turn > before.turn) expect(after.reminded).toBe(false);
      if (after.reminded) expect(after.waiting).toBeDefined();
    });
  });

  it('where an idea came from, who had it and when never change', () => {
    always(({ before, after }) => {
      for (const part of ['id', 'submitter', 'origin', 'unit', 'createdAt'] as const) {
        expect(after[part]).toBe(before[part]);
      }
    });
  });

  it('hidden words come back only by being rewritten', () => {
    always(({ before, after, event }) => {
      if (before.hidden && !after.hidden) expect(event).toMatchObject({ type: 'edited', by: before.submitter });
    });
  });
});
