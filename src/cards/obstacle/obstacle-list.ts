import type { ListedObstacle } from '../../app/obstacle/list-obstacles.js';
import type { Obstacle } from '../../domain/obstacle/obstacle.js';
import { buttonRows } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import type { IdeaRowPart } from '../layouts/parts.js';
import { note } from '../note.js';
import { button } from '../verbs.js';
import { isShared, lineOf, stageText, stopsText } from './obstacle-words.js';

/** As many as a phone shows without anybody getting lost. */
const MOST_ROWS = 10;
const plain = { inputs: 'none' } as const;

/** What stops ideas, that which stops most of them first. */
export function obstacleList(context: CardContext, listed: readonly ListedObstacle[]): Drawn {
  const { t } = context;
  const shown = listed.slice(0, MOST_ROWS);
  const heading = t('obstacle.list.heading');
  const about = t(listed.length > 0 ? 'obstacle.list.about' : 'obstacle.list.none');
  const card = context.draw('obstacles', {
    ...{ heading, about },
    rows: shown.map(({ obstacle, stops }) =>
      obstacleRow(context, obstacle, [
        ...(isShared(stops) ? [stopsText(context, stops)] : []),
        stageText(context, obstacle),
      ]),
    ),
    more: listed.length > MOST_ROWS ? [{ text: t('obstacle.list.more', { count: listed.length - MOST_ROWS }) }] : [],
    buttonRows: buttonRows([button(t('button.queue'), 'queue', {}, plain)]),
  });
  return {
    ...{ card, summary: heading },
    ...showsRecords(
      'titles',
      shown.map(({ obstacle: { id, seq } }) => ({ record: 'obstacle' as const, id, seq })),
    ),
  };
}

/** One as a row; the whole row opens it. */
export function obstacleRow(context: CardContext, obstacle: Obstacle, lines: readonly string[]): IdeaRowPart {
  const { t } = context;
  const id = t('obstacle.id', { id: obstacle.id });
  const title = lineOf(context, obstacle);
  return {
    ...{ id, title, stage: '', about: lines.map((text) => ({ text })), waits: [] },
    open: button(
      t('obstacle.open', { row: [id, title, ...lines].join(', ') }),
      'obstacle',
      { obstacle: obstacle.id, below: true },
      plain,
    ),
  };
}

/** Who may not see them all. */
export const obstaclesElsewhere = (context: CardContext): Drawn =>
  note(context, { heading: context.t('obstacle.list.heading'), lines: [context.t('obstacle.notYours')], buttons: [] });

/** What stands where a list of obstacles stood that showed words which are out of sight now. */
export const obstaclesChanged = (context: CardContext): Drawn =>
  note(context, {
    heading: context.t('listChanged.heading'),
    lines: [context.t('listChanged.what')],
    buttons: [button(context.t('obstacle.button.list'), 'obstacles', {}, plain)],
  });
