import type { Command } from '../../src/domain/commands.js';
import type { Actor } from '../../src/domain/decide.js';
import { type Audience, audiences, recipientsOf } from '../../src/domain/notices.js';
import * as story from './story.js';
import { given, submitted } from './story.js';

const deciders = ['pLEADER', 'pOTHERLEADER'];

/** Who is told, and as what, when this happens to an idea in that standing. */
function told(standing: story.StandingName, who: Actor, command: Command, world = story.setting) {
  const { event, idea } = given(...story.standings[standing]).when(who, command, world);
  return Object.fromEntries(recipientsOf(event, idea, deciders).map(({ person, as }) => [person, as]));
}

describe('who hears of', () => {
  it('a new idea: all who may decide on it', () => {
    const { idea, events } = given(submitted);
    expect(events.flatMap((event) => recipientsOf(event, idea, deciders))).toEqual([
      { person: 'pLEADER', as: 'deciders' },
      { person: 'pOTHERLEADER', as: 'deciders' },
    ]);
  });

  it.each<[string, Record<string, Audience>, Record<string, Audience>]>([
    ['a question: the submitter', told('submitted', story.leader, story.ask()), { pSUBMITTER: 'submitter' }],
    [
      'an answer: all who may decide',
      told('asked', story.submitter, story.answer()),
      { pLEADER: 'deciders', pOTHERLEADER: 'deciders' },
    ],
    [
      'an answer while exploring: the one who drives it',
      told('exploringAsked', story.submitter, story.answer()),
      { pLEADER: 'driver' },
    ],
    ['exploring: the submitter', told('submitted', story.leader, story.explore), { pSUBMITTER: 'submitter' }],
    [
      'doing it now: the doer and the submitter',
      told('submitted', story.leader, story.doNow()),
      { pDOER: 'doer', pSUBMITTER: 'submitter' },
    ],
    [
      'doing it oneself: the submitter',
      told('submitted', story.leader, story.doNow('pLEADER')),
      { pSUBMITTER: 'submitter' },
    ],
    [
      'doing it, asked of the submitter: the submitter, once, as the one who is asked',
      told('submitted', story.leader, story.doNow('pSUBMITTER')),
      { pSUBMITTER: 'doer' },
    ],
    ['a doer’s yes: the leader who asked', told('doingAsked', story.doer, story.acceptDoing), { pLEADER: 'leader' }],
    [
      'a doer’s no: all who may decide',
      told('doingAsked', story.doer, story.declineDoing()),
      { pLEADER: 'deciders', pOTHERLEADER: 'deciders' },
    ],
    [
      'what was done: the submitter and the leader',
      told('doing', story.doer, story.reportDone()),
      { pSUBMITTER: 'submitter', pLEADER: 'leader' },
    ],
    [
      'what the leader has done: the submitter',
      told('exploring', story.driver, story.reportDone()),
      { pSUBMITTER: 'submitter' },
    ],
    [
      'passing on: those who may decide there, and the submitter',
      told('submitted', story.otherLeader, story.passOn()),
      { pLEADER: 'deciders', pSUBMITTER: 'submitter' },
    ],
    [
      'closing while somebody does it: the submitter and the doer',
      told('doing', story.leader, story.close()),
      { pSUBMITTER: 'submitter', pDOER: 'doer' },
    ],
    [
      'closing by another leader: the submitter and the driver',
      told('exploring', story.otherLeader, story.close()),
      { pSUBMITTER: 'submitter', pLEADER: 'driver' },
    ],
    ['hiding: the submitter', told('inUse', story.leader, story.hide), { pSUBMITTER: 'submitter' }],
    ['withdrawing: who worked on it', told('doing', story.submitter, story.withdraw), { pDOER: 'doer' }],
    ['withdrawing what nobody worked on: nobody', told('submitted', story.submitter, story.withdraw), {}],
    ['an edit: nobody', told('submitted', story.submitter, story.edit()), {}],
    [
      'a reminder: those whom it waits for, and the submitter',
      told('submitted', story.clock, story.remind, story.on('2026-12-24')),
      { pLEADER: 'waitedFor', pOTHERLEADER: 'waitedFor', pSUBMITTER: 'submitter' },
    ],
    [
      'a reminder to the submitter: the submitter, once',
      told('asked', story.clock, story.remind, story.on('2026-12-24')),
      { pSUBMITTER: 'waitedFor' },
    ],
  ])('%s', (_what, actual, expected) => {
    expect(actual).toEqual(expected);
  });

  it('anything: never the one who did it, and nobody twice', () => {
    const everybody = ['pSUBMITTER', 'pLEADER', 'pOTHERLEADER', 'pDOER'];
    for (const [name, steps] of Object.entries(story.standings)) {
      const { events, idea } = given(...steps);
      for (const event of events) {
        for (const by of everybody) {
          const all = recipientsOf({ ...event, by }, { ...idea, driver: 'pLEADER' }, [
            'pLEADER',
            ...everybody,
            'pLEADER',
          ]);
          const people = all.map(({ person }) => person);
          expect({ name, people }).toEqual({ name, people: [...new Set(people)].filter((person) => person !== by) });
        }
      }
    }
  });

  it('every kind of event is thought of', () => {
    const known = Object.values(audiences).flat();
    expect(new Set(known)).toEqual(new Set(['deciders', 'submitter', 'doer', 'driver', 'leader', 'waitedFor']));
  });
});
