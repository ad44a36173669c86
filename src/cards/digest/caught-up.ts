import type { MyTurn } from '../../app/idea/lists/my-turn.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { PersonRef } from '../../domain/person/person.js';
import { buttonRows } from '../button-rows.js';
import { type CardContext, type Drawn, shows } from '../card-context.js';
import { ideaRow } from '../idea/lists/idea-row.js';
import { turnRows } from '../idea/lists/my-turn.js';
import { withStopLine } from '../stop-line.js';
import { button } from '../verbs.js';

export interface CaughtUpView {
  /** What waits for the reader now. */
  turn: MyTurn;
  /** Ideas of which something happened that the reader was to be told, the newest first. */
  news: readonly Idea[];
  reader: PersonRef;
}

/** As many of each kind as a phone shows without getting lost; the rest are told by their number. */
const MOST_ROWS = 5;

/** One card in place of many messages, for somebody who could not be reached: what waits for them, and what is new. */
export function caughtUp(context: CardContext, { turn, news, reader }: CaughtUpView): Drawn {
  const { t } = context;
  const waiting = new Set(turn.ideas.map(({ id }) => id));
  const told = news.filter(({ id }) => !waiting.has(id));
  const plain = { inputs: 'none' } as const;
  const own = told.some(({ submitter }) => submitter === reader);
  const card = context.draw('caught-up', {
    heading: t('caughtUp.heading'),
    about: t('caughtUp.about'),
    sections: [
      ...section(context, 'week.mine', turn.counts.all, turnRows(context, turn, reader)),
      ...section(
        context,
        'caughtUp.news',
        told.length,
        told.map((idea) => newsRow(context, idea, reader)),
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
    ...shows('titles', [...turn.ideas, ...told]),
  };
  return withStopLine(context, drawn, 'notice.stop');
}

type NewsRow = ReturnType<typeof ideaRow>;

const newsRow = (context: CardContext, idea: Idea, reader: PersonRef): NewsRow =>
  ideaRow(context, idea, { ref: reader, roles: new Set(idea.submitter === reader ? (['submitter'] as const) : []) });

/** One or none. "och 1 till" would take the place of the row itself. */
function section(
  context: CardContext,
  heading: 'week.mine' | 'caughtUp.news',
  count: number,
  rows: readonly NewsRow[],
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
