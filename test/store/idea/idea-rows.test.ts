import type { Command } from '../../../src/domain/idea/commands.js';
import { decide } from '../../../src/domain/idea/decide.js';
import { checkersOf } from '../../../src/domain/idea/deciding/checks.js';
import { openOpinions } from '../../../src/domain/idea/deciding/opinions.js';
import { evolve } from '../../../src/domain/idea/evolve.js';
import type { Idea } from '../../../src/domain/idea/idea.js';
import { successorAsked } from '../../../src/domain/idea/people/successor.js';
import { fromIdeaRow, joinEvent } from '../../../src/store/idea/idea-reading.js';
import { listRows, splitEvent, toIdeaRow } from '../../../src/store/idea/idea-rows.js';
import { type DueKind, dueDays } from '../../../src/store/idea/state/due-days.js';
import { inManyLives } from '../../../testing/properties/lives.js';
import { standingNames, storyOf } from '../../../testing/samples/idea/standings.js';
import * as story from '../../../testing/samples/idea/story.js';

describe.each(standingNames)('the rows of an idea that is %s', (standing) => {
  const { idea, events } = storyOf(standing);
  const lists = listRows(idea, story.setting);

  it('make the idea again', () => {
    expect(fromIdeaRow(toIdeaRow(idea, lists), idea.id)).toEqual({ ok: true, value: { idea, lists } });
  });

  it('keep each event apart from its words, and join them again', () => {
    for (const event of events) {
      const { row, text } = splitEvent(event);
      expect(JSON.parse(row.body)).not.toHaveProperty('words');
      expect(joinEvent(row, text)).toEqual({ event });
      expect(text === undefined).toBe(Object.keys(event.words).length === 0);
      expect(joinEvent(row, undefined)).toEqual({ event: { ...event, words: {} } });
    }
  });

  it('stand in one queue and in the department’s list while it waits, and in none after', () => {
    const those = (prefix: string) => Object.keys(lists).filter((key) => key.startsWith(prefix));
    const waits = idea.waiting ? 1 : 0;
    const invited = Object.values(idea.adoptions).filter(({ status }) => status === 'invited').length;
    expect(those('list|waits|invited.')).toHaveLength(invited);
    const takesOver =
      (successorAsked(idea) ? 1 : 0) + (idea.checksUntil ? checkersOf(idea).length : 0) + openOpinions(idea).length;
    const beside = (idea.askedColleagues?.length ?? 0) + (idea.proposal ? 1 : 0) + takesOver;
    expect(those('list|waits|')).toHaveLength(waits + invited + beside);
    expect(those('offer|')).toHaveLength(idea.proposal ? 1 : 0);
    expect(those('list|open|')).toHaveLength(waits);
    expect(those('list|asked|')).toHaveLength(idea.question ? 1 : 0);
    expect(those('list|mine|')).toHaveLength(1 + idea.coSubmitters.length);
    expect(those('due|')).toHaveLength(dueDays(idea).length);
  });
});

describe('what time brings an idea', () => {
  it.each<[(typeof standingNames)[number], [DueKind, string][]]>([
    ['submitted', [['remind', '2026-12-01']]],
    ['asked', [['remind', '2026-11-27']]],
    ['reminded', [['escalate', '2026-12-16']]],
    [
      'escalated',
      [
        ['remindAgain', '2026-12-30'],
        ['tellDelay', '2026-12-31'],
      ],
    ],
    ['askedForMoney', [['remind', '2026-12-01']]],
    [
      'piloting',
      [
        ['remind', '2027-03-01'],
        ['askProgress', '2026-12-31'],
        ['lookHalfWay', '2027-01-14'],
      ],
    ],
    ['scaling', [['remind', '2026-12-01']]],
    [
      'adopted',
      [
        ['remind', '2026-12-01'],
        ['checkAdoption.SBK', '2027-07-01'],
      ],
    ],
    [
      'spread',
      [
        ['askFollowUp', '2027-05-16'],
        ['askImprovement', '2026-12-14'],
      ],
    ],
    ['improvementAsked', [['askFollowUp', '2027-05-16']]],
    ['closedForNow', [['comeBack', '2027-01-15']]],
    ['closed', []],
    ['woken', [['endWaking', '2027-07-02']]],
    ['withdrawn', []],
    ['merged', []],
    [
      'colleagueAsked',
      [
        ['remind', '2026-12-01'],
        ['lapseJoining.pSOMEBODY', '2026-11-27'],
      ],
    ],
    [
      'mergeProposed',
      [
        ['remind', '2026-12-01'],
        ['endProposal', '2026-12-01'],
      ],
    ],
  ])('that is %s', (standing, due) => {
    expect(dueDays(storyOf(standing).idea)).toEqual(due);
  });

  it('is not to ask whether it got better while nobody may read it, and is so when they may again', () => {
    const { idea } = storyOf('inUse');
    const asks = (one: typeof idea) => dueDays(one).some(([kind]) => kind === 'askImprovement');
    expect([asks({ ...idea, hidden: true }), asks({ ...idea, withheld: true }), asks(idea)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('comes at eight in the morning, by the clocks of the municipality', () => {
    const { idea } = storyOf('submitted');
    const dueAt = (answerBy: string, zone: string) => {
      const key = Object.keys(listRows({ ...idea, answerBy }, { ...story.setting, timeZone: zone })).find((one) =>
        one.startsWith('due|'),
      );
      return new Date(Number(key?.split('|')[1])).toISOString();
    };
    expect(dueAt('2026-11-30', 'Europe/Stockholm')).toBe('2026-12-01T07:00:00.000Z');
    expect(dueAt('2026-06-30', 'Europe/Stockholm')).toBe('2026-07-01T06:00:00.000Z');
    expect(dueAt('2026-10-24', 'Europe/Stockholm')).toBe('2026-10-25T07:00:00.000Z');
    expect(dueAt('2026-11-30', 'Europe/Helsinki')).toBe('2026-12-01T06:00:00.000Z');
  });

  it('can be done on its day, and is not due that day any more: no date is looked at for ever', () => {
    inManyLives(({ idea }) => {
      for (const [kind, day] of dueDays(idea)) {
        const after = onItsDay(idea, kind, day);
        expect(dueDays(after)).not.toContainEqual([kind, day]);
      }
    });
  });
});

/** What the clock makes of an idea on a day that is due, or as soon as the idea has come that far. */
function onItsDay(idea: Idea, kind: DueKind, day: string): Idea {
  const [type = '', department = ''] = kind.split('.');
  const data = { tier: 'office', department, person: department, why: 'date' };
  const command = { type, data, words: {}, decisionVersion: idea.decisionVersion } as unknown as Command;
  const changed = idea.changedAt.slice(0, 10);
  const result = decide(command, idea, story.clock, story.on(day > changed ? day : changed));
  if (!result.ok) throw new Error(`${kind} on ${day}: ${result.refusal.code}`);
  return evolve(idea, result.value);
}
