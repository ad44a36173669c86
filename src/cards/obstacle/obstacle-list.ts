import type { ListedObstacle } from '../../app/obstacle/list-obstacles.js';
import type { Obstacle } from '../../domain/obstacle/obstacle.js';
import { buttonRows, pageButtons } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import type { IdeaRowPart } from '../layouts/parts.js';
import { note } from '../note.js';
import { button } from '../verbs.js';
import { isShared, lineOf, stageText, stopsText } from './obstacle-words.js';

/** As many as a phone shows without anybody getting lost. */
const MOST_ROWS = 10;
const plain = { inputs: 'none' } as const;

/** What stops ideas, that which stops most of them first: a page of it, counted from 0. */
export function obstacleList(context: CardContext, listed: readonly ListedObstacle[], wanted = 0): Drawn {
  const { t } = context;
  // There may be fewer by now than when the button was drawn.
  const page = Math.min(wanted, Math.max(0, Math.ceil(listed.length / MOST_ROWS) - 1));
  const from = page * MOST_ROWS;
  const shown = listed.slice(from, from + MOST_ROWS);
  const left = Math.max(0, listed.length - from - MOST_ROWS);
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
    more: left > 0 ? [{ text: t('obstacle.list.more', { count: left }) }] : [],
    buttonRows: buttonRows([
      ...pageButtons(context, { page, more: left > 0 }, (title, to) =>
        button(title, 'obstacles', { page: to, inPlace: true }, plain),
      ),
      button(t('button.queue'), 'queue', {}, plain),
    ]),
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
