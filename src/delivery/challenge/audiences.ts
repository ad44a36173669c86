import { partnersOf } from '../../app/challenge/sharing-challenge.js';
import type { Deps } from '../../app/deps.js';
import { chainOf, holderPages, knownOf, linksTo } from '../../app/person/post-holders.js';
import type { Challenge } from '../../domain/challenge/challenge.js';
import type { ChallengeEvent } from '../../domain/challenge/events.js';
import type { ChallengeAudience } from '../../domain/challenge/notices.js';
import type { PersonRef } from '../../domain/person/person.js';

/** So many of those who may be thousands are told at a time, and so much is read at the same time. */
const PAGE = 500;
const READ_AT_ONCE = 100;

/** Who hears as one of these, a page at a time. */
export async function* audiencePages(
  app: Deps,
  challenge: Challenge,
  event: ChallengeEvent,
  as: ChallengeAudience,
): AsyncGenerator<PersonRef[]> {
  const { publisher, owner } = challenge;
  switch (as) {
    case 'publisher':
      yield [publisher];
      return;
    case 'owner':
      yield owner?.accepted ? [owner.person] : [];
      return;
    case 'asked':
      yield owner && !owner.accepted ? [owner.person] : [];
      return;
    case 'formerOwner':
      yield 'former' in event.data && event.data.former ? [event.data.former] : [];
      return;
    case 'deciders':
      yield await decidersOf(app, challenge);
      return;
    case 'answerers':
      for await (const ids of app.challenges.answerPages(challenge.id, READ_AT_ONCE)) {
        const ideas = await app.ideas.loadAll(ids);
        yield ideas.flatMap(({ submitter, coSubmitters, submittersLeft }) =>
          submittersLeft ? [] : [submitter, ...coSubmitters],
        );
      }
      return;
    case 'partners':
      yield await partnersOf(app, challenge);
      return;
    case 'followers':
      yield* app.follows.pages(challenge.id, PAGE);
      return;
    case 'interested':
      yield* app.listeners.pages('challenges', PAGE);
      return;
    case 'procurement':
      yield await buyersOf(app);
      return;
    case 'registrars':
      yield await knownOf(app, app.directory().registrars, 'registrar');
      return;
    case 'leaders':
      yield* leaders(app);
  }
}

/** Who leads or manages the department whose it is; of the municipality's, and where there is nobody, the innovation office. */
async function decidersOf(app: Deps, { department }: Challenge): Promise<PersonRef[]> {
  const place = department === undefined ? undefined : app.directory().department(department);
  const office = () => knownOf(app, app.directory().office, 'office');
  if (!place) return office();
  const [chain, links] = await Promise.all([chainOf(app, place.code), linksTo(app, place.managers)]);
  const all = [...chain.leader, ...links(place.managers, `manager.${place.code}`)];
  const found = all.flatMap(({ card }) => (card ? [card.ref] : []));
  return found.length > 0 ? found : office();
}

/** Whom the organisation file names for what is bought; where it names nobody, or nobody whom the bot has met, the innovation office. */
async function buyersOf(app: Deps): Promise<PersonRef[]> {
  const { procurement } = app.settings();
  const found = procurement ? await knownOf(app, [procurement], 'procurement') : [];
  return found.length > 0 ? found : knownOf(app, app.directory().office, 'office');
}

/** Who leads any department, without those who have said that the post is not theirs: so many at a time. */
async function* leaders({ directory, people }: Pick<Deps, 'directory' | 'people'>): AsyncGenerator<PersonRef[]> {
  const led = directory().departments.flatMap(({ code }) =>
    directory()
      .leadersOf(code)
      .map(({ email }) => ({ email, post: `leader.${code}` })),
  );
  yield* holderPages({ people }, led);
}
