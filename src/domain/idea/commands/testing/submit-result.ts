import { refuse } from '../../../result.js';
import { type Day, earlierOf } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { isReady } from '../../needs.js';
import { forDeciders, happens } from '../../standing.js';
import { acceptedBy } from '../conditions.js';
import { isRunning } from './test-end.js';

/** The driver hands in what came of the test. `early`: it has ended before its last day. */
export const submitResult = defineCommand('submitResult')<{ early?: true }>({
  from: ['piloting'],
  by: ['driver'],
  words: {},
  sameVersion: true,
  when: (idea, roles) => acceptedBy('driver')(idea, roles) && idea.waiting?.for === 'driver' && isReady(idea),
  leadsTo: (context) => {
    const { idea, data, today } = context;
    const to = forDeciders(context, 'piloting');
    if (!isRunning(idea, today)) return happens(resultSubmitted, to, {});
    return data.early ? happens(resultSubmitted, to, { ended: today }) : refuse({ code: 'testNotEnded' });
  },
});

/** `ended`: the test ended on this day, before the one that was agreed. */
export const resultSubmitted = defineEvent('resultSubmitted')<{ ended?: Day }>({
  changes: (idea, { data: { ended } }) => {
    if (!ended || !idea.test) return idea;
    const test = { start: earlierOf(idea.test.start, ended), end: ended };
    return { ...idea, answers: { ...idea.answers, end: ended }, test };
  },
  hears: ['deciders', 'granter', 'successor', 'partners'],
  atOnce: ['deciders'],
  tellsResult: true,
  wordsOf: 'record',
});
