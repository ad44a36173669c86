import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { isHandedIn } from '../../deciding/decided-on.js';
import { defineEvent } from '../../event.js';
import type { Idea } from '../../idea.js';
import type { Role } from '../../policy.js';
import { happens, stays } from '../../standing.js';
import { type CoreTime, MOST_SAME, sameIn } from '../../use/core.js';
import { acceptedBy } from '../conditions.js';

const works = (['driver', 'owner'] as const).map((task) => ({ task, hasAccepted: acceptedBy(task) }));

/** Those who do the work once they have said yes, and at any time those who decide; of a test whose result stands still, only those. */
const mayTell = (idea: Idea, roles: ReadonlySet<Role>): boolean =>
  roles.has('decider') ||
  (!isHandedIn(idea) && works.some(({ task, hasAccepted }) => roles.has(task) && hasAccepted(idea, roles)));

/** Where others are to take it in: of a test once whoever leads it proposes that. */
const travels = ({ stage, answers }: Idea): boolean => stage !== 'piloting' || answers.recommendation === 'scale';

/** What has to be the same wherever the idea is used, what each does in its own way, what must exist first, and how long it takes. */
export const tellCore = defineCommand('tellCore')<{ takes?: CoreTime }>({
  from: ['piloting', 'scaling', 'inUse'],
  by: ['driver', 'owner', 'decider'],
  words: { coreSame: 'required', coreOwn: 'optional', coreFirst: 'optional' },
  sameVersion: false,
  when: (idea, roles) => travels(idea) && mayTell(idea, roles),
  leadsTo: (context) => {
    const { data, words } = context;
    if (sameIn(words.coreSame ?? '').length > MOST_SAME) return refuse({ code: 'tooManySame' });
    return happens(coreTold, stays(context), data);
  },
});

export const coreTold = defineEvent('coreTold')<{ takes?: CoreTime }>({
  changes: (idea, { data: { takes }, words: { coreSame: same = '', coreOwn: own, coreFirst: first } }) => ({
    ...idea,
    core: { same, ...(own && { own }), ...(first && { first }), ...(takes && { takes }) },
  }),
  hears: ['owner', 'users'],
  gathers: true,
  leavesRights: true,
  wordsOf: 'record',
});
