import { defineCommand } from '../../command.js';
import { withNo } from '../../deciding/earlier-no.js';
import { defineDecision, type Noted } from '../../event.js';
import { forDriver, happens } from '../../standing.js';
import { withoutQuestion } from '../changes.js';
import { isWith, reason } from '../conditions.js';

/** Those who decide send a plan or a result back with a comment. */
export const sendBack = defineCommand('sendBack')({
  from: ['planning', 'piloting'],
  by: ['decider'],
  words: reason,
  sameVersion: true,
  when: (idea) => isWith('deciders', idea) && idea.driver?.accepted === true,
  leadsTo: (context) => happens(sentBack, forDriver(context, context.idea.stage), {}),
});

export const sentBack = defineDecision('sentBack')<Noted>({
  changes: (idea, event) => withNo(withoutQuestion(idea), idea.stage === 'piloting' ? 'result' : 'plan', event),
  hears: ['driver'],
  atOnce: ['driver'],
  wordsOf: 'record',
  inPost: true,
});
