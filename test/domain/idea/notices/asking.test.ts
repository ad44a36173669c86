import type { Command } from '../../../../src/domain/idea/commands.js';
import type { Actor } from '../../../../src/domain/idea/decide.js';
import type { IdeaEvent } from '../../../../src/domain/idea/events.js';
import { asksToAct, isAnswered, isPutTo } from '../../../../src/domain/idea/notices/asking.js';
import type { Audience } from '../../../../src/domain/idea/notices/audiences.js';
import type { Role } from '../../../../src/domain/idea/policy.js';
import { type EveryStanding, storyOf } from '../../../../testing/samples/idea/standings.js';
import * as story from '../../../../testing/samples/idea/story.js';

const { leader, submitter, clock, adopter } = story;
const decides: readonly Role[] = ['decider'];

/** What happens, to whom it is told, as whom, and whether that asks them to act. */
type Row = [
  what: string,
  EveryStanding,
  Actor,
  Command,
  { ref: string; roles: readonly Role[]; as: Audience },
  boolean,
  string?,
];
const rows: Row[] = [
  [
    'a question asks the submitter',
    'submitted',
    leader,
    story.ask(),
    { ref: 'pSUBMITTER', roles: ['submitter'], as: 'submitter' },
    true,
  ],
  [
    'an answer asks those who decide',
    'asked',
    submitter,
    story.answer(),
    { ref: 'pLEADER', roles: decides, as: 'deciders' },
    true,
  ],
  [
    'a reminder asks',
    'submitted',
    clock,
    story.remind,
    { ref: 'pLEADER', roles: decides, as: 'waitedFor' },
    true,
    '2026-12-24',
  ],
  [
    '… and is news to the submitter',
    'submitted',
    clock,
    story.remind,
    { ref: 'pSUBMITTER', roles: ['submitter'], as: 'submitter' },
    false,
    '2026-12-24',
  ],
  [
    'a question to an adopter asks',
    'adopted',
    clock,
    story.checkAdoption,
    { ref: 'pADOPTER', roles: [], as: 'adopters' },
    true,
    '2027-07-01',
  ],
  [
    'a question about use asks the owner',
    'spread',
    clock,
    story.askFollowUp,
    { ref: 'pOWNER', roles: [], as: 'owner' },
    true,
    '2027-07-01',
  ],
  [
    'a comment asks nobody',
    'exploring',
    adopter,
    story.comment(),
    { ref: 'pFOLLOWER', roles: ['reader'], as: 'followers' },
    false,
  ],
  [
    'the end asks nobody',
    'submitted',
    leader,
    story.close(),
    { ref: 'pSUBMITTER', roles: ['submitter'], as: 'submitter' },
    false,
  ],
];

describe('what asks somebody to act, and is better sent twice than never', () => {
  it.each(rows.map((row) => [row[0], row] as const))('%s', (_what, row) => {
    const [, standing, who, command, { ref, roles, as }, asks, day] = row;
    const { event, idea } = storyOf(standing).when(who, command, day === undefined ? story.setting : story.on(day));
    expect(asksToAct(event, { ref, roles: new Set(roles), as }, idea)).toBe(asks);
  });

  it('is put to somebody while the idea waits for them, and is no question of a follower’s', () => {
    const { event, idea } = storyOf('submitted').when(leader, story.ask());
    expect(isPutTo(event, { ref: 'pSUBMITTER', roles: new Set(), as: 'submitter' }, idea)).toBe(true);
    expect(isPutTo(event, { ref: 'pFOLLOWER', roles: new Set(), as: 'followers' }, idea)).toBe(false);
  });
});

describe('what those who decide were asked to decide', () => {
  const begun = storyOf('submitted');
  const submitted = begun.events[0] as IdeaEvent;
  const answeredBy = (command: Command, as: Audience = 'deciders') => {
    const { idea } = begun.when(leader, command);
    return isAnswered(submitted, as, idea);
  };

  it('is answered when the idea has gone on, also to one of themselves who is to do the work', () => {
    expect(isAnswered(submitted, 'deciders', begun.idea)).toBe(false);
    expect(answeredBy(story.explore)).toBe(true);
    expect(answeredBy(story.ask())).toBe(true);
    expect(answeredBy(story.close())).toBe(true);
    expect(answeredBy(story.explore, 'submitter')).toBe(false);
  });

  it('is not answered by what changes nothing, and what only tells them something stays told', () => {
    expect(answeredBy(story.comment())).toBe(false);
    const { event } = begun.when(adopter, story.comment());
    const { idea } = begun.when(leader, story.explore);
    expect(isAnswered(event, 'deciders', idea)).toBe(false);
  });
});
