import { refuse } from '../../../result.js';
import type { Day } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineDecision } from '../../event.js';
import { forTest, happens } from '../../standing.js';
import { reason } from '../conditions.js';
import { withTestUntil } from '../planning/test-days.js';
import { endRefused } from '../testing/test-end.js';

interface BackToTest {
  end: Day;
}

/** It is tested once more before others take it in. */
export const backToTest = defineCommand('backToTest')<BackToTest>({
  from: ['scaling'],
  by: ['decider'],
  words: reason,
  sameVersion: true,
  leadsTo: (context) => {
    const { data, today } = context;
    const refused = endRefused(data.end, today);
    return refused ? refuse(refused) : happens(testedAgain, forTest(context, data.end), data);
  },
});

export const testedAgain = defineDecision('backToTest')<BackToTest>({
  // The owner stays until another is named, and so hears of it.
  changes: (idea, { day, data }) => withTestUntil(idea, data.end, day),
  hears: ['driver', 'owner', 'submitter'],
  atOnce: ['driver'],
  wordsOf: 'record',
  inPost: true,
});
