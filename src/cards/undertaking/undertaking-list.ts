import type { UndertakingsOfYear } from '../../app/undertaking/list-undertakings.js';
import { MOST_A_YEAR, type Undertaking } from '../../domain/undertaking/undertaking.js';
import { buttonRows, pageButtons } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import type { IdeaRowPart } from '../layouts/parts.js';
import { note } from '../note.js';
import { placeName } from '../places.js';
import { button } from '../verbs.js';
import { stageText, whatOf } from './undertaking-words.js';

/** As many as a phone shows without anybody getting lost. */
const MOST_ROWS = 8;
const plain = { inputs: 'none' } as const;

export interface UndertakingListView extends UndertakingsOfYear {
  page: number;
  /** What has happened, or was refused, in one line. */
  told?: string | undefined;
}

/** What a department, or every department, has undertaken for a year. */
export function undertakingList(context: CardContext, view: UndertakingListView): Drawn {
  const { t } = context;
  const { year, years, department, undertakings, mayAdd, isFull, page, told, followedFrom } = view;
  const heading = t('undertaking.list.heading', { year });
  const from = page * MOST_ROWS;
  const shown = undertakings.slice(from, from + MOST_ROWS);
  const where = department ? { department: department.code } : {};
  const place = department ? placeName(context, { department: department.code }) : context.settings.municipality.name;
  const none = t(mayAdd ? 'undertaking.list.begin' : 'undertaking.list.none');
  const card = context.draw('undertakings', {
    ...{ heading, place },
    told: told ? [{ text: told }] : [],
    about: undertakings.length === 0 ? [{ text: none }] : [],
    rows: shown.map((one) => undertakingRow(context, one, department === undefined)),
    more: mayAdd && isFull ? [{ text: t('undertaking.list.full', { count: MOST_A_YEAR }) }] : [],
    buttonRows: buttonRows([
      ...(mayAdd && !isFull
        ? [button(t('undertaking.button.add'), 'undertakingForm', { ...where, year }, { ...plain, style: 'positive' })]
        : []),
      ...pageButtons(context, { page, more: undertakings.length > from + MOST_ROWS }, (title, to) =>
        button(title, 'undertakings', { ...where, year, page: to }, plain),
      ),
      ...years
        .filter((one) => one !== year)
        .map((one) =>
          button(t('undertaking.list.heading', { year: one }), 'undertakings', { ...where, year: one, page: 0 }, plain),
        ),
      ...(followedFrom ? [button(t('button.back'), 'followUp', followedFrom, plain)] : []),
    ]),
  });
  return {
    ...{ card, summary: told ?? heading },
    ...showsRecords(
      'titles',
      shown.map(({ id, seq }) => ({ record: 'undertaking' as const, id, seq })),
    ),
  };
}

/** One as a row; the whole row opens it. `isNamed`: its department stands in it. */
export function undertakingRow(context: CardContext, undertaking: Undertaking, isNamed = true): IdeaRowPart {
  const { t } = context;
  const { department, words, hidden } = undertaking;
  const id = t('undertaking.id', { id: undertaking.id });
  const title = whatOf(context, undertaking);
  const about = [
    ...(isNamed ? [placeName(context, { department })] : []),
    ...(words.who && !hidden ? [words.who] : []),
    stageText(context, undertaking),
  ].join(' · ');
  return {
    ...{ id, title, stage: '', about: [{ text: about }], waits: [] },
    open: button(
      t('undertaking.open', { row: [id, title, about].join(', ') }),
      'undertaking',
      { undertaking: undertaking.id, below: true },
      plain,
    ),
  };
}

/** What stands where a list of undertakings stood that showed words which are out of sight now. */
export const undertakingsChanged = (context: CardContext): Drawn =>
  note(context, {
    heading: context.t('listChanged.heading'),
    lines: [context.t('listChanged.what')],
    buttons: [button(context.t('undertaking.button.list'), 'undertakings', {}, plain)],
  });
