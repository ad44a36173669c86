import { addDays } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import type { FunderTier } from '../../idea.js';
import { forDeciders, forDriver, happens, waitsFor } from '../../standing.js';
import { withoutQuestion } from '../changes.js';
import { isAskedOfMoney } from '../conditions.js';
import { answering } from './replied.js';

/** So many days somebody has at least when a question of theirs has been answered. */
const LEAST_LEFT = 3;

/** Answers an open question: those whose idea it is, or of the money the driver. */
export const answer = defineCommand('answer')({
  from: ['submitted', 'exploring', 'planning'],
  by: ['submitter', 'driver'],
  words: { answer: 'required' },
  sameVersion: false,
  when: (idea, roles) => idea.question !== undefined && roles.has(isAskedOfMoney(idea) ? 'driver' : 'submitter'),
  refusedAs: (idea) => (idea.question ? undefined : { code: 'noQuestion' }),
  leadsTo: (context) => {
    const { idea, today } = context;
    const { question, money } = idea;
    if (question?.backTo === 'funder' && money) {
      const answerBy = addDays(today, Math.max(LEAST_LEFT, question.left ?? 0));
      return happens(answered, waitsFor(context, idea.stage, { for: 'funder' }, answerBy), { funder: money.funder });
    }
    const back = question?.backTo === 'driver' ? forDriver : forDeciders;
    return happens(answered, back(context, idea.stage), {});
  },
});

/** `funder`: who had asked before deciding on the money. */
export const answered = defineEvent('answered')<{ funder?: FunderTier }>({
  changes: (idea, { seq }) => answering(withoutQuestion(idea), seq, 'question', idea.question),
  hears: ['driver', 'funder', 'deciders'],
  atOnce: ['driver', 'funder', 'deciders'],
  // It goes to the one who drives, where somebody does.
  tells: ({ as }, _, { waiting }) => as !== 'deciders' || waiting?.for === 'deciders',
  wordsOf: 'person',
  news: 'answered',
});
