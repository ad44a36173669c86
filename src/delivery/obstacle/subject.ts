import type { Deps } from '../../app/deps.js';
import { viewObstacle } from '../../app/obstacle/obstacle-view.js';
import { rolesByObstacle } from '../../app/obstacle/roles.js';
import type { CardContext } from '../../cards/card-context.js';
import { obstacleCard } from '../../cards/obstacle/obstacle-card.js';
import { obstacleRow, obstaclesChanged } from '../../cards/obstacle/obstacle-list.js';
import { obstacleDayRows, obstacleTold } from '../../cards/obstacle/obstacle-told.js';
import { stageText } from '../../cards/obstacle/obstacle-words.js';
import type { ObstacleEvent } from '../../domain/obstacle/events.js';
import { type ObstacleAudience, obstacleNotices } from '../../domain/obstacle/notices.js';
import type { Obstacle } from '../../domain/obstacle/obstacle.js';
import { mayReadObstacle, type ObstacleRole } from '../../domain/obstacle/policy.js';
import type { Person } from '../../domain/person/person.js';
import { namedIn, ofRecords } from '../record/record-subject.js';
import type { Drawing, DrawReason, SubjectKind, ToldAs } from '../subject.js';
import { obstacleHears } from './hears.js';

/** Somebody, and what they are to an obstacle now. */
interface ObstacleReader {
  person: Person;
  roles: ReadonlySet<ObstacleRole>;
}

/** Obstacles, as far as others hear of them. */
export const obstacleSubject: SubjectKind<Obstacle, ObstacleEvent, ObstacleReader> = {
  load: async (app, id) => (await app.obstacles.load(id))?.obstacle,
  ...ofRecords<Obstacle, ObstacleEvent>((app) => app.obstacles),
  hears: obstacleHears,
  isNewsToSome: (event) => obstacleNotices(event).some(({ urgency }) => urgency === 'day'),
  takesAway: ({ type }) => type === 'obstacleHidden',
  reader: async (app, person, obstacle) => ({ person, roles: rolesByObstacle(app, person, obstacle) }),
  mayRead: (obstacle, { roles }) => mayReadObstacle(obstacle, roles),
  urgency: async (_app, _obstacle, { event, as }) =>
    obstacleNotices(event).find((one) => one.as === as)?.urgency ?? 'day',
  announces: () => false,
  stillAsked,
  newsRows: async (app, context, person, ids) =>
    (await app.obstacles.loadAll(ids)).flatMap((obstacle) => {
      const { id, seq, namedBy } = obstacle;
      if (!mayReadObstacle(obstacle, rolesByObstacle(app, person, obstacle))) return [];
      const row = obstacleRow(context, obstacle, [stageText(context, obstacle)]);
      return [{ name: { record: 'obstacle' as const, id, seq }, row, isOwn: namedBy === person.ref }];
    }),
  async dayRows(app, context, obstacle, { person }, told) {
    const view = await viewObstacle(app, person, obstacle);
    return obstacleDayRows(context, view, namedIn<ObstacleAudience, ObstacleEvent>(told));
  },
  draw,
  listChanged: obstaclesChanged,
};

/** Whoever is reminded is asked as long as they take care of it, by the same day. */
function stillAsked(
  { stage, owner, reminded }: Obstacle,
  { event, as }: ToldAs<ObstacleEvent>,
  { person }: ObstacleReader,
): boolean {
  const asks = event.type === 'obstacleReminded' || event.type === 'obstacleLate';
  if (!asks) return true;
  return stage === 'taken' && reminded === true && (as !== 'keeper' || owner === person.ref);
}

/** Its card as it is now, for one reader. */
async function draw(
  app: Deps,
  context: CardContext,
  obstacle: Obstacle,
  { person }: ObstacleReader,
  reason: DrawReason<ObstacleEvent>,
): Promise<Drawing> {
  const view = await viewObstacle(app, person, obstacle);
  const event = reason.for === 'update' ? reason.history.at(-1) : reason.event;
  const as = reason.for === 'notice' ? (reason.as as ObstacleAudience) : 'actor';
  const seenAs = event && reason.for === 'update' && event.by !== person.ref ? 'namer' : as;
  const told = event && obstacleTold(context, view, { event, as: seenAs });
  const asks = reason.for === 'notice' && as === 'keeper' && obstacle.stage === 'taken';
  return {
    message: obstacleCard(context, { ...view, told }),
    ...{ follows: asks || reason.for === 'update', asks },
  };
}
