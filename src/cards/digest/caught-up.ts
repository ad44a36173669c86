import type { MyTurn } from '../../app/idea/lists/my-turn.js';
import { newestEvent } from '../../domain/idea/events.js';
import type { PersonRef } from '../../domain/person/person.js';
import { type EventName, labelOf } from '../../domain/record.js';
import { buttonRows } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { turnRows } from '../idea/lists/my-turn.js';
import type { IdeaRowPart } from '../layouts/parts.js';
import { withStopLine } from '../person/stop-line.js';
import { button } from '../verbs.js';

/** A record in what somebody has missed, as its kind draws it: its row, up to which event it is told, and whether it is the reader's own. */
export interface NewsRow {
  name: EventName;
  row: IdeaRowPart;
  isOwn: boolean;
}

export interface CaughtUpView {
  /** What waits for the reader now. */
  turn: MyTurn;
  /** The records of which something happened that the reader was to be told, the newest first. */
  news: readonly NewsRow[];
  reader: PersonRef;
}

/** As many of each kind as a phone shows without getting lost; the rest are told by their number. */
const MOST_ROWS = 5;

/** One card in place of many messages, for somebody who could not be reached: what waits for them, and what is new. */
export function caughtUp(context: CardContext, { turn, news, reader }: CaughtUpView): Drawn {
  const { t } = context;
  const waiting = turn.ideas.map(newestEvent);
  const labels = new Set(waiting.map(labelOf));
  const told = news.filter(({ name }) => !labels.has(labelOf(name)));
  const plain = { inputs: 'none' } as const;
  const own = told.some(({ isOwn }) => isOwn);
  const card = context.draw('sections', {
    heading: t('caughtUp.heading'),
    about: t('caughtUp.about'),
    sections: [
      ...section(context, 'week.mine', turn.counts.all, turnRows(context, turn, reader)),
      ...section(
        context,
        'caughtUp.news',
        told.length,
        told.map(({ row }) => row),
      ),
    ],
    buttonRows: buttonRows([
      ...(turn.counts.all > 0 ? [button(t('button.queue'), 'queue', {}, { ...plain, style: 'positive' })] : []),
      ...(own ? [button(t('button.mine'), 'mine', {}, plain)] : []),
    ]),
  });
  const drawn = {
    card,
    summary: t('caughtUp.summary', { mine: turn.counts.all, news: told.length }),
    ...showsRecords('titles', [...waiting, ...told.map(({ name }) => name)]),
  };
  return withStopLine(context, drawn, 'notice.stop');
}

/** One or none. "och 1 till" would take the place of the row itself. */
function section(
  context: CardContext,
  heading: 'week.mine' | 'caughtUp.news',
  count: number,
  rows: readonly IdeaRowPart[],
) {
  if (count === 0) return [];
  const shown = count - MOST_ROWS > 1 ? rows.slice(0, MOST_ROWS) : [...rows];
  const more = count - shown.length;
  return [
    {
      heading: context.t(heading, { count }),
      rows: shown,
      more: more > 0 ? [{ text: context.t('week.andMore', { count: more }) }] : [],
    },
  ];
}
