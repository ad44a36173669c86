import type { Idea } from './idea.js';
import { wordsAreErased } from './people/leaving.js';
import type { Role } from './policy.js';
import { isOutOfSight, mayDisclose } from './reading/visibility.js';
import { stageNames } from './stages.js';

/** Who may say what is read by whom, of an idea and of a comment: rows of `rules`. */
export const readingRules = {
  hide: { from: stageNames, by: ['decider'], words: {}, sameTurn: false, when: (it: Idea) => !it.hidden },
  show: { from: stageNames, by: ['decider'], words: {}, sameTurn: false, when: (it: Idea) => it.hidden },
  readHidden: { from: stageNames, by: ['decider', 'registrar'], words: {}, sameTurn: false, when: mayDisclose },
  openToAll: { from: stageNames, by: ['decider'], words: {}, sameTurn: false, when: (it: Idea) => it.unread === true },
  report: {
    from: stageNames,
    by: ['reader'],
    words: { reason: 'optional' },
    sameTurn: false,
    // Whoever decides hides it. Nobody says something about what they cannot read.
    when: (it: Idea, roles: ReadonlySet<Role>) =>
      !roles.has('decider') && !isOutOfSight(it, { ref: '', roles }) && !wordsAreErased(it),
  },
  answerReport: {
    from: stageNames,
    by: ['decider'],
    words: {},
    sameTurn: false,
    when: (it: Idea) => it.report !== undefined,
  },

  editComment: { from: stageNames, by: ['reader'], words: { comment: 'required' }, sameTurn: false },
  removeComment: { from: stageNames, by: ['reader'], words: {}, sameTurn: false },
  hideComment: { from: stageNames, by: ['decider'], words: {}, sameTurn: false },
  showComment: { from: stageNames, by: ['decider'], words: {}, sameTurn: false },
  withholdWords: {
    from: ['withdrawn'],
    by: ['submitter'],
    words: {},
    sameTurn: false,
    when: (it: Idea) => !it.withheld,
  },
} as const;
