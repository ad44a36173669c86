import { refuse } from '../../../result.js';
import { hasCome } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import type { Tier } from '../../idea.js';
import { forDeciders, happens } from '../../standing.js';
import { onceBack, pausedOn, type UntilBack } from '../../waiting/paused.js';
import { startsAgain } from '../changes.js';

interface CameBack extends UntilBack {
  tier: Tier;
}

/** The day has come on which an idea that was closed is to be tried again. */
export const comeBack = defineCommand('comeBack')<CameBack>({
  from: ['closed'],
  by: ['clock'],
  words: {},
  sameVersion: false,
  when: (idea) => idea.ending?.tryAgainOn !== undefined,
  leadsTo: (context) =>
    hasCome(context.idea.ending?.tryAgainOn, context.today)
      ? happens(cameBack, forDeciders(onceBack(context, context.data), 'submitted'), context.data)
      : refuse({ code: 'notNow' }),
});

export const cameBack = defineEvent('cameBack')<CameBack>({
  changes: (idea, { day, data }) => ({ ...startsAgain(idea, data.tier), ...pausedOn(day, data) }),
  hears: ['deciders', 'submitter', 'partners', 'followers'],
  atOnce: ['deciders'],
  wordsOf: 'record',
  news: 'reopened',
});
