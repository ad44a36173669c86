import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { stageNames } from '../../stages.js';
import { happens, stays } from '../../standing.js';

/** A line that somebody has written with "Samma problem hos oss", as storage knows it. `by`: its writer, whom nobody is told of. */
interface EarlierLine {
  by: PersonRef;
  out?: 'hidden' | undefined;
}

/** Those who decide take such a line out of sight. That somebody has the problem stands. */
export const hideNeed = defineCommand('hideNeed')<EarlierLine>({
  from: stageNames,
  by: ['decider'],
  words: {},
  sameVersion: false,
  leadsTo: (context) => {
    const { by, out } = context.data;
    return out ? refuse({ code: 'notNow' }) : happens(needHidden, stays(context), { by });
  },
});

export const needHidden = defineEvent('needHidden')<{ by: PersonRef }>({
  persons: { by: 'traced' },
  untold: { by: true },
  changes: (idea) => ({ ...idea, linesOut: true }),
  hears: ['commenter'],
  leavesRights: true,
  wordsOf: 'record',
  idle: true,
  takesAway: () => true,
  ofReaction: ({ data }) => ({ reaction: 'need', person: data.by, out: 'hidden' }),
});
