import type { ObstacleView } from '../../app/obstacle/obstacle-view.js';
import type { ObstacleEvent } from '../../domain/obstacle/events.js';
import type { ObstacleAudience } from '../../domain/obstacle/notices.js';
import type { CardContext } from '../card-context.js';
import { button } from '../verbs.js';
import { dateText, lineOf } from './obstacle-words.js';

/** An event, and as what somebody hears of it; `actor`: they have done it themselves. */
export interface ObstacleTold {
  event: ObstacleEvent;
  as: ObstacleAudience | 'actor';
}

/** What has happened, in one line. */
export function obstacleTold(
  context: CardContext,
  { obstacle, names, stops }: Pick<ObstacleView, 'obstacle' | 'names'> & Partial<Pick<ObstacleView, 'stops'>>,
  { event, as }: ObstacleTold,
): string {
  const { t } = context;
  const { type, by } = event;
  const owner = (by !== 'clock' && names.get(by)) || t('obstacle.someone');
  const date = dateText(context, type === 'obstacleTaken' ? event.data.until : obstacle.until);
  if (as === 'actor') return didText(context, event, { date, onlyThere: stops?.onlyThere });
  if (type === 'obstacleGivenUp' && as === 'keeper') return t('obstacle.told.obstacleGivenUp.keeper');
  if (type === 'obstacleLate' && as === 'keeper') return t('obstacle.told.obstacleLate.keeper', { date });
  return t(`obstacle.told.${type}`, { owner, date });
}

function didText(
  { t }: CardContext,
  { type }: ObstacleEvent,
  { date, onlyThere }: { date: string; onlyThere: true | undefined },
): string {
  switch (type) {
    case 'obstacleRemoved':
      return t(onlyThere ? 'obstacle.did.obstacleRemoved.there' : 'obstacle.did.obstacleRemoved');
    case 'obstacleNamed':
    case 'obstacleTaken':
    case 'obstacleReleased':
    case 'obstacleHidden':
    case 'obstacleShown':
      return t(`obstacle.did.${type}`, { date });
    default:
      return '';
  }
}

/** What happened to an obstacle, as rows of its reader's day card. */
export const obstacleDayRows = (
  context: CardContext,
  view: Pick<ObstacleView, 'obstacle' | 'names'>,
  told: readonly ObstacleTold[],
) =>
  told.map((one) => {
    const { obstacle } = view;
    const { id, seq } = obstacle;
    const title = lineOf(context, obstacle);
    const text = obstacleTold(context, view, one);
    return {
      part: one.as === 'namer' ? ('news' as const) : ('asked' as const),
      name: { record: 'obstacle' as const, id, seq },
      row: {
        ...{ title, lines: [{ text }], tag: [{ text: context.t('obstacle.tag') }] },
        press: button(
          context.t('obstacle.open', { row: `${title}, ${text}` }),
          'obstacle',
          { obstacle: id, below: true },
          { inputs: 'none' },
        ),
      },
    };
  });
