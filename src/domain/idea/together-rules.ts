import { type Idea, MOST_ASKED, MOST_CO_SUBMITTERS } from './idea.js';
import type { Rule } from './rule.js';
import { stageNames, stages } from './stages.js';

const open = stageNames.filter((stage) => stages[stage].open);

/** So many can be asked, whatever they answer: nobody can ask without end, and an idea keeps its size. */
const mayAskMore = ({ coSubmitters, askedColleagues = [], saidNo = [] }: Idea): boolean =>
  askedColleagues.length < MOST_ASKED &&
  coSubmitters.length + askedColleagues.length + saidNo.length < MOST_CO_SUBMITTERS;

const someAsked = ({ askedColleagues }: Idea): boolean => askedColleagues !== undefined;
const isProposed = ({ proposal }: Idea): boolean => proposal !== undefined;

/** Who has an idea together, and which idea becomes a part of which. */
export const togetherRules = {
  addCoSubmitter: { from: open, by: ['submitter'], words: {}, sameTurn: false, when: mayAskMore },
  acceptJoining: { from: open, by: ['invitee'], words: {}, sameTurn: false, when: someAsked },
  declineJoining: { from: open, by: ['invitee'], words: {}, sameTurn: false, when: someAsked },
  // Whoever is the only one to have it withdraws it instead.
  stepOut: {
    from: stageNames,
    by: ['submitter', 'joined'],
    words: {},
    sameTurn: false,
    when: (it, roles) => roles.has('joined') || (roles.has('submitter') && it.coSubmitters.length > 0),
  },
  lapseJoining: { from: open, by: ['clock'], words: {}, sameTurn: false, when: someAsked },

  merge: { from: open, by: ['decider'], words: { reason: 'optional' }, sameTurn: true },
  proposeMerge: {
    from: open,
    by: ['decider'],
    words: { reason: 'optional' },
    sameTurn: true,
    when: (it) => !isProposed(it),
  },
  acceptMerge: { from: open, by: ['answerer'], words: {}, sameTurn: true, when: isProposed },
  declineMerge: { from: open, by: ['answerer'], words: {}, sameTurn: true, when: isProposed },
  endProposal: { from: open, by: ['clock'], words: {}, sameTurn: false, when: isProposed },
  absorb: {
    from: stageNames.filter((stage) => stage !== 'withdrawn'),
    by: ['merger'],
    words: {},
    sameTurn: false,
    // Two ideas that have become parts of each other would both be out of reach.
    when: (it) => !it.ending?.into,
  },
} as const satisfies Record<string, Rule>;
