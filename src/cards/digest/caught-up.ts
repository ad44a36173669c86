import type { MyTurn } from '../../app/idea/lists/my-turn.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { PersonRef } from '../../domain/person/person.js';
import { buttonRows } from '../button-rows.js';
import { ideaRow } from '../idea/lists/idea-row.js';
import { turnRows } from '../idea/lists/my-turn.js';
import { type Drawn, type Kit, shows } from '../kit.js';
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
export function caughtUp(kit: Kit, { turn, news, reader }: CaughtUpView): Drawn {
  const { say } = kit;
  const waiting = new Set(turn.ideas.map(({ id }) => id));
  const told = news.filter(({ id }) => !waiting.has(id));
  const plain = { inputs: 'none' } as const;
  const own = told.some(({ submitter }) => submitter === reader);
  const card = kit.draw('caught-up', {
    heading: say('caughtUp.heading'),
    about: say('caughtUp.about'),
    sections: [
      ...section(kit, 'week.mine', turn.counts.all, turnRows(kit, turn, reader)),
      ...section(
        kit,
        'caughtUp.news',
        told.length,
        told.map((idea) => newsRow(kit, idea, reader)),
      ),
    ],
    buttonRows: buttonRows([
      ...(turn.counts.all > 0 ? [button(say('button.queue'), 'queue', {}, { ...plain, style: 'positive' })] : []),
      ...(own ? [button(say('button.mine'), 'mine', {}, plain)] : []),
    ]),
  });
  const drawn = {
    card,
    summary: say('caughtUp.summary', { mine: turn.counts.all, news: told.length }),
    ...shows('titles', [...turn.ideas, ...told]),
  };
  return withStopLine(kit, drawn, 'notice.stop');
}

type NewsRow = ReturnType<typeof ideaRow>;

const newsRow = (kit: Kit, idea: Idea, reader: PersonRef): NewsRow =>
  ideaRow(kit, idea, { ref: reader, roles: new Set(idea.submitter === reader ? (['submitter'] as const) : []) });

/** One or none. "och 1 till" would take the place of the row itself. */
function section(kit: Kit, heading: 'week.mine' | 'caughtUp.news', count: number, rows: readonly NewsRow[]) {
  if (count === 0) return [];
  const shown = count - MOST_ROWS > 1 ? rows.slice(0, MOST_ROWS) : [...rows];
  const more = count - shown.length;
  return [
    {
      heading: kit.say(heading, { count }),
      rows: shown,
      more: more > 0 ? [{ text: kit.say('week.andMore', { count: more }) }] : [],
    },
  ];
}
