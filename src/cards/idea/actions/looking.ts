import { driven } from '../../../domain/idea/commands/conditions.js';
import type { Role } from '../../../domain/idea/policy.js';
import { isTakenAway } from '../../../domain/idea/reading/visibility.js';
import { mayAskForHelp } from '../../../domain/idea/use/asking-for-help.js';
import { mayTellHowItBecame } from '../../../domain/idea/use/how-it-became.js';
import { mayTellBack } from '../../../domain/idea/use/tell-back.js';
import { isSmallMunicipality } from '../../../domain/organisation/place.js';
import { hasSolution } from '../use/core-lines.js';
import type { Offer, Offers } from './action.js';

/** Roles that hear of everything anyway. */
const hears: readonly Role[] = ['submitter', 'joined', 'driver', 'doer', 'owner', 'successor'];

/** What a card offers that is no command: it changes nothing of the idea. */
export const looking = {
  follow: {
    when: ({ follows, reader }) => follows === false && !hears.some((role) => reader.roles.has(role)),
  },
  unfollow: { when: ({ follows }) => follows === true },
  takeBackNeed: { when: ({ knowsReactions, reacted }) => knowsReactions && reacted.need.mine },
  into: {
    when: ({ idea }) => idea.ending?.into !== undefined,
    title: ({ context, idea }) => context.t('button.into', { into: idea.ending?.into ?? '' }),
  },
  tellBack: { when: ({ idea, reader }) => mayTellBack(idea, reader.roles) },
  askForHelp: { when: ({ idea, reader }) => mayAskForHelp(idea, reader) },
  workTogether: {
    // Where few work, a group is a colleague who is asked.
    title: ({ context: { t, directory } }) =>
      t(isSmallMunicipality(directory) ? 'group.button.askColleague' : 'button.workTogether'),
    when: ({ idea, reader: { roles } }) =>
      driven.some((stage) => stage === idea.stage) &&
      !isTakenAway(idea) &&
      (roles.has('decider') || roles.has('member') || (roles.has('driver') && idea.driver?.accepted === true)),
  },
  howItBecame: { when: ({ idea, reader }) => mayTellHowItBecame(idea, reader.roles) },
  // Where departments have it, it is read about beside them (adopters.ts).
  solution: {
    when: (reading) => hasSolution(reading) && Object.keys(reading.idea.adoptions).length === 0,
    shows: 'solution',
  },
  history: { shows: 'history' },
  needLines: {
    when: ({ knowsReactions, reacted, reader }) =>
      knowsReactions && reacted.need.count > 0 && reader.roles.has('decider'),
    shows: 'needLines',
  },
} as const satisfies Offers;

/** Those that lead elsewhere than to a panel of the card: which button each is says next-steps.ts. */
export type LeadsElsewhere = Exclude<keyof typeof looking, 'history' | 'needLines' | 'solution'>;

/** What a room after the idea's may offer beside: a panel of its own. */
export type Shows = Readonly<Record<string, Offer & { shows: string }>>;
