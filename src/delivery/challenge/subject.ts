import { type ChallengeView, viewChallenge } from '../../app/challenge/challenge-view.js';
import { rolesIn } from '../../app/challenge/roles.js';
import type { Deps } from '../../app/deps.js';
import type { CardContext } from '../../cards/card-context.js';
import { challengeCard } from '../../cards/challenge/challenge-card.js';
import { challengeRow } from '../../cards/challenge/challenge-list.js';
import { challengeDayRows, toldText } from '../../cards/challenge/challenge-told.js';
import { challengesChanged } from '../../cards/challenge/list-changed.js';
import type { Challenge } from '../../domain/challenge/challenge.js';
import type { ChallengeEvent } from '../../domain/challenge/events.js';
import {
  type ChallengeAudience,
  challengeNotices,
  challengeRank,
  isAnnouncedTo,
  stillAsks,
} from '../../domain/challenge/notices.js';
import type { ChallengeRole } from '../../domain/challenge/policy.js';
import { mayReadChallenge } from '../../domain/challenge/reading.js';
import type { Person } from '../../domain/person/person.js';
import { namedIn, ofRecords } from '../record/record-subject.js';
import type { Drawing, DrawReason, SubjectKind } from '../subject.js';
import { hears } from './hears.js';

/** Somebody, and what they are to a challenge now. */
interface ChallengeReader {
  person: Person;
  roles: ReadonlySet<ChallengeRole>;
}

/** Challenges, as far as others hear of them. */
export const challengeSubject: SubjectKind<Challenge, ChallengeEvent, ChallengeReader> = {
  load: async (app, id) => (await app.challenges.load(id))?.challenge,
  ...ofRecords<Challenge, ChallengeEvent>((app) => app.challenges),
  hears,
  isNewsToSome: (event) => newsOf(event),
  // What an organisation has answered stands in a list of answers, and on no card of the challenge.
  takesAway: ({ type }) => (type === 'outsideCorrected' ? 'quotes' : type === 'challengeHidden'),
  isOutOfSight: ({ hidden, outside }) => hidden === true || outside?.corrected === true,
  reader: async (app, person, challenge) => ({ person, roles: rolesIn(app, person, challenge) }),
  mayRead: (challenge, { roles }) => mayReadChallenge(challenge, roles),
  async urgency(_app, challenge, { event, as }) {
    const notice = challengeNotices(event, challenge).find((one) => one.as === as);
    return notice?.urgency ?? 'day';
  },
  announces: (as) => isAnnouncedTo(as as ChallengeAudience),
  stillAsked: (challenge, { event, as }, { roles }) => stillAsks(event, as as ChallengeAudience, challenge, roles),
  async newsRows(app, context, person, ids) {
    const all = await app.challenges.loadAll(ids);
    return all.flatMap((challenge) => {
      const { id, seq, words, publisher } = challenge;
      if (!mayReadChallenge(challenge, rolesIn(app, person, challenge))) return [];
      const row = challengeRow(context, { ...challenge, title: words.title ?? '' });
      return [{ name: { record: 'challenge' as const, id, seq }, row, isOwn: publisher === person.ref }];
    });
  },
  async dayRows(app, context, challenge, { person }, told) {
    const view = await viewChallenge(
      app,
      person,
      challenge,
      told.map(({ event }) => event),
    );
    return challengeDayRows(context, view, namedIn<ChallengeAudience, ChallengeEvent>(told));
  },
  draw,
  listChanged: challengesChanged,
};

/** Whether what is told of it is news to any who hear of it. */
const newsOf = (event: ChallengeEvent): boolean => mayBeNews.has(event.type);
const mayBeNews: ReadonlySet<ChallengeEvent['type']> = new Set([
  ...(['challengeProposed', 'ownershipAccepted', 'ownerNamed', 'challengeLapsed', 'resultLate', 'resultTold'] as const),
  ...(['leftUntold', 'challengeWithdrawn', 'challengeHidden', 'challengeShown', 'partTaken', 'partLeft'] as const),
  ...(['outsideAnswered', 'outsideCorrected'] as const),
]);

const isOfOutside = ({ type }: ChallengeEvent): boolean => type === 'outsideAnswered' || type === 'outsideCorrected';

/** Its card as it is now, for one reader. */
async function draw(
  app: Deps,
  context: CardContext,
  challenge: Challenge,
  { person }: ChallengeReader,
  reason: DrawReason<ChallengeEvent>,
): Promise<Drawing> {
  const happened = reason.for === 'update' ? reason.history.slice(-1) : [reason.event];
  const view = await viewChallenge(app, person, challenge, happened);
  const message = challengeCard(context, {
    ...{ ...view, person, told: toldIn(context, view, person, reason) },
    wrote: reason.for === 'notice' ? saidWith(reason.event) : undefined,
  });
  const asks =
    reason.for === 'notice' && asksReader(reason.event, reason.as as ChallengeAudience, challenge, view.roles);
  return { message, follows: asks || reason.for === 'update', asks };
}

/** Whom somebody who says no to owning it thinks of instead. */
const saidWith = ({ type, words }: ChallengeEvent): string | undefined =>
  type === 'ownershipDeclined' ? words.reason : undefined;

function toldIn(context: CardContext, view: ChallengeView, { ref }: Person, reason: DrawReason<ChallengeEvent>) {
  if (reason.for === 'update') {
    const event = reason.history.at(-1);
    // What comes in from outside is told to those who read it alone.
    if (!event || (isOfOutside(event) && !view.outside)) return undefined;
    return toldText(context, view, { event, as: event.by === ref ? 'actor' : 'publisher' });
  }
  const as = reason.for === 'notice' ? (reason.as as ChallengeAudience) : 'actor';
  return toldText(context, view, { event: reason.event, as });
}

/** Whether what is told asks its reader for something still. */
const asksReader = (
  event: ChallengeEvent,
  as: ChallengeAudience,
  challenge: Challenge,
  roles: ReadonlySet<ChallengeRole>,
): boolean =>
  challengeNotices(event, challenge).some((one) => one.as === as && challengeRank(one) === 'decision') &&
  stillAsks(event, as, challenge, roles);
