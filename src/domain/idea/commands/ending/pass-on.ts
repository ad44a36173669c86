import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineDecision } from '../../event.js';
import type { Tier } from '../../idea.js';
import { forDeciders, happens } from '../../standing.js';
import { onceBack, pausedOn, type UntilBack } from '../../waiting/paused.js';
import { without } from '../changes.js';
import { maybeReason } from '../conditions.js';

interface PassedOn extends UntilBack {
  department: string;
  tier: Tier;
  /** That department reads ideas before others do. */
  readFirst?: true;
}

/** An idea moves on to another department. */
export const passOn = defineCommand('passOn')<PassedOn>({
  from: ['submitted', 'exploring', 'planning'],
  by: ['decider', 'office'],
  words: maybeReason,
  sameVersion: true,
  leadsTo: (context) => {
    const { idea, data } = context;
    if (data.department === idea.department) return refuse({ code: 'sameDepartment' });
    return happens(passedOn, forDeciders(onceBack(context, data), 'submitted'), { from: idea.department, ...data });
  },
});

export const passedOn = defineDecision('passedOn')<PassedOn & { from: string }>({
  changes: (idea, { day, data }) => ({
    ...without(
      idea,
      'question',
      'leader',
      'driver',
      'successor',
      'checks',
      'checkedBy',
      'opinions',
      'money',
      'earlierNo',
    ),
    ...pausedOn(day, data),
    department: data.department,
    tier: data.tier,
    concerns: idea.concerns.filter((code) => code !== data.department),
  }),
  hears: ['deciders', 'submitter', 'formerDeciders'],
  atOnce: ['deciders'],
  leadersIn: ({ data }) => [data.from],
  bringsIdea: true,
  wordsOf: 'record',
  inPost: true,
  chain: () => 'homeOrOffice',
  newTask: () => true,
  opens: ({ data }) => !data.readFirst,
});
