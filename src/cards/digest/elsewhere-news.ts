import type { FromElsewhere } from '../../app/search/near-elsewhere.js';
import { newestEvent } from '../../domain/idea/events.js';
import type { PersonRef } from '../../domain/person/person.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext } from '../card-context.js';
import { asDayRow } from '../idea/lists/day-row.js';
import { ideaRow } from '../idea/lists/idea-row.js';
import { shortPlaceName } from '../places.js';
import { shortened } from '../shortened.js';
import { button } from '../verbs.js';
import type { DayNews } from './day.js';
import { fitPanelsAt } from './fit-panels.js';

/** So much of the title of what waits stands in the row. */
const LONGEST_TITLE = 60;

/** What others use or test and is like what the reader's department needs, with what can be said of it for that department. */
export function fitNews(context: CardContext, { idea, near }: FromElsewhere, reader: PersonRef): DayNews {
  const text = context.t('day.fits', { title: shortened(near.words.title, LONGEST_TITLE) });
  const place = shortPlaceName(context, { department: idea.department });
  const row = ideaRow(context, idea, { ref: reader, roles: new Set() }, { text, bold: false }, place);
  const says = fitPanelsAt(idea.stage).map((panel) =>
    button(
      context.t(`button.${panel}`),
      'open',
      { idea: idea.id, panel, department: near.department },
      { inputs: 'none' },
    ),
  );
  return { part: 'fits', name: newestEvent(idea), row: { ...asDayRow(row), buttonRows: buttonRows(says) } };
}

/**
 * What another department has come to, and which of the reader's ideas it is like, in a row of their day card; `waits`: that
 * one waits for the reader.
 */
export function elsewhereNews(
  context: CardContext,
  { idea, near }: FromElsewhere,
  { reader, waits }: { reader: PersonRef; waits: boolean },
): DayNews {
  const text = context.t('day.elsewhere', { title: shortened(near.words.title, LONGEST_TITLE), waits: String(waits) });
  const place = shortPlaceName(context, { department: idea.department });
  const row = ideaRow(context, idea, { ref: reader, roles: new Set() }, { text, bold: false }, place);
  return { part: 'elsewhere', name: newestEvent(idea), row: asDayRow(row) };
}
