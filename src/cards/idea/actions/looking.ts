import type { Role } from '../../../domain/idea/policy.js';
import type { Offers } from './action.js';

/** Roles that hear of everything anyway. */
const hears: readonly Role[] = ['submitter', 'joined', 'driver', 'doer', 'owner'];

/** What a card offers that is no command: it changes nothing of the idea. */
export const looking = {
  follow: {
    when: ({ follows, reader }) => follows === false && !hears.some((role) => reader.roles.has(role)),
  },
  unfollow: { when: ({ follows }) => follows === true },
  into: {
    when: ({ idea }) => idea.ending?.into !== undefined,
    title: ({ context, idea }) => context.t('button.into', { into: idea.ending?.into ?? '' }),
  },
  history: {},
} as const satisfies Offers;
