import type { ExportedNeighbour } from '../../app/export/neighbour-records.js';
import type { Challenge } from '../../domain/challenge/challenge.js';
import type { ChallengeEvent } from '../../domain/challenge/events.js';
import { capitalised } from '../../domain/language/tidy.js';
import type { ObstacleEvent } from '../../domain/obstacle/events.js';
import type { Obstacle } from '../../domain/obstacle/obstacle.js';
import type { Instant } from '../../domain/time.js';
import type { UndertakingEvent } from '../../domain/undertaking/events.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import { timeText } from '../../text/dates.js';
import type { CardContext } from '../card-context.js';
import { whoseName } from '../challenge/challenge-words.js';
import { sentence } from '../idea/happened.js';
import { atStart } from '../idea/reading.js';
import { postIn } from '../person/post-names.js';
import { shortPlaceName } from '../places.js';
import type { ExportedEvent } from './idea-tables.js';
import { type TableOf, tableOf } from './table-of.js';

/** What happened to an idea, or to a record beside the ideas: `id` is whose. */
interface ExportedHappening {
  at: Instant;
  id: string;
  what: string;
  /** By role; by name where names are taken along. */
  who: string;
  post?: string | undefined;
  /** Where an idea stood afterwards. */
  stage?: string | undefined;
  department: string;
  kind: string;
}

/** What happened: who did it by role or post, and by name where names are taken along. */
export function eventTable(context: CardContext): TableOf<ExportedHappening> {
  return tableOf<ExportedHappening>(
    context,
    'events',
    [
      { name: 'time', width: 17, kind: 'time', cell: ({ at }) => ({ time: timeText(at, context.timeZone) }) },
      { name: 'id', width: 10, cell: ({ id }) => id },
      { name: 'what', width: 70, cell: ({ what }) => what },
      { name: 'who', width: 26, cell: ({ who }) => who },
      { name: 'post', width: 34, cell: ({ post }) => post },
      { name: 'stage', width: 18, cell: ({ stage }) => stage },
      { name: 'department', width: 28, cell: ({ department }) => department },
      { name: 'kind', width: 20, cell: ({ kind }) => kind },
    ],
    true,
  );
}

export function ideaEventRow(context: CardContext, { reading, event }: ExportedEvent): ExportedHappening {
  const { t } = context;
  return {
    ...{ at: event.at, id: reading.idea.id, kind: event.type, what: sentence(reading, event, `event.${event.type}`) },
    who: event.by === 'clock' ? t('export.clock') : atStart(reading.authorOf(event)),
    ...{ post: postIn(context, event)[0], stage: t(`stage.${event.to.stage}`) },
    department: shortPlaceName(context, { department: event.adoption ?? reading.idea.department }),
  };
}

/** That an organisation outside has answered is told to those who receive it, and stands in no file. */
type ToldOfChallenge = Exclude<ChallengeEvent, { type: `outside${string}` }>;
const isTold = (event: ChallengeEvent): event is ToldOfChallenge => !event.type.startsWith('outside');

export const challengeEventRows = (
  context: CardContext,
  { record, events, names }: ExportedNeighbour<Challenge, ChallengeEvent>,
): ExportedHappening[] =>
  events.filter(isTold).map((event) => {
    const { by, data } = event;
    const isOwner = by === record.owner?.person;
    const role = by === record.publisher ? 'publisher' : isOwner ? 'owner' : undefined;
    return {
      ...{ at: event.at, id: record.id, kind: event.type, what: context.t(`export.event.${event.type}`) },
      who: whoIn(context, { by, name: names.get(by) }, role && context.t(`challenge.role.${role}`)),
      department: whoseName(context, 'department' in data ? data : record),
    };
  });

export const obstacleEventRows = (
  context: CardContext,
  { record, events, names }: ExportedNeighbour<Obstacle, ObstacleEvent>,
): ExportedHappening[] =>
  events.map(({ at, by, type }) => {
    const isOwner = by === record.owner;
    return {
      ...{ at, id: record.id, kind: type, what: context.t(`export.event.${type}`) },
      who: whoIn(context, { by, name: names.get(by) }, isOwner ? context.t('obstacle.role.owner') : undefined),
      department: shortPlaceName(context, record),
    };
  });

export const activityEventRows = (
  context: CardContext,
  { record, events, names }: ExportedNeighbour<Undertaking, UndertakingEvent>,
): ExportedHappening[] =>
  events.map(({ at, by, type }) => ({
    ...{ at, id: record.id, kind: type, what: context.t(`export.event.${type}`) },
    who: whoIn(context, { by, name: names.get(by) }),
    department: shortPlaceName(context, record),
  }));

/** Who has done something with a record beside the ideas: the clock, a name, a role, or somebody. */
const whoIn = (
  { t }: CardContext,
  { by, name }: { by: string; name: string | undefined },
  role = t('export.colleague'),
): string => (by === 'clock' ? t('export.clock') : (name ?? capitalised(role)));
