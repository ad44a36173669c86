import type { BoardSum, DelegatedDecisions } from '../../app/archive/registry.js';
import type { DecisionPeriod } from '../../domain/archive/decision-periods.js';
import { nameIn } from '../../domain/organisation/organisation.js';
import { timeText } from '../../text/dates.js';
import { buttonRows, pageButtons } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { resourcesText } from '../idea/parts/answers.js';
import { type Content, element, htmlPage, proseOf, table } from '../print/html-page.js';
import { button } from '../verbs.js';
import { decisionTold, periodText } from './decision-told.js';

const plain = { inputs: 'none' } as const;
/** So many boards stand on a card; all of them are in the file. */
const MOST_BOARDS = 15;

/** "Delegationsbeslut": the boards with decisions in a period, or those of one as a text to copy. */
export const delegatedCard = (context: CardContext, view: DelegatedDecisions): Drawn =>
  view.board ? decisionsCard(context, view) : boardsCard(context, view);

function boardsCard(context: CardContext, view: DelegatedDecisions): Drawn {
  const { t, settings } = context;
  const { period, periods, boards, isCut } = view;
  const heading = t('registry.delegated.heading');
  const shown = boards.slice(0, MOST_BOARDS);
  const when = periodText(context, period);
  const none = { text: t('registry.none', { period: when }) };
  const card = context.draw('registry', {
    ...{ heading, place: `${settings.municipality.name} · ${when}` },
    about: [
      boards.length > 0 ? { text: t('registry.choose') } : none,
      ...(isCut || shown.length < boards.length ? [{ text: t('registry.cut') }] : []),
    ],
    rows: shown.map((sum) => {
      const title = nameIn(sum.board.name, context.language);
      const text = sumText(context, sum);
      const label = `${title}, ${text}`;
      return {
        ...{ title, text },
        press: button(label, 'delegated', { period: period.name, board: sum.board.code, page: 0 }, plain),
      };
    }),
    buttonRows: buttonRows([
      ...(boards.length > 0
        ? [button(t('registry.file'), 'delegated', { period: period.name, file: true }, plain)]
        : []),
      ...periods
        .filter(({ name }) => name !== period.name)
        .map((one) => button(periodButton(context, one), 'delegated', { period: one.name }, plain)),
      button(t('button.back'), 'followUp', {}, plain),
    ]),
  });
  return { card, summary: heading };
}

/** "oktober 2026", "Hela 2026". */
const periodButton = (context: CardContext, period: DecisionPeriod): string =>
  period.name.length === 4 ? context.t('registry.year', { year: period.name }) : periodText(context, period);

/** "3 beslut, 140 000 kr beviljat". */
function sumText(context: CardContext, { count, amount, hours }: BoardSum): string {
  const granted = amount + hours > 0 ? resourcesText(context, { amount, hours }) : '';
  return context.t('registry.sum', { count, granted: granted || 'none' });
}

function decisionsCard(context: CardContext, view: DelegatedDecisions): Drawn {
  const { t } = context;
  const { period, board, decisions, page, more } = view;
  const heading = t('registry.delegated.heading');
  const where = { period: period.name, ...(board && { board: board.code }) };
  const lines = [firstLine(context, view), ...decisions.map((one) => decisionLine(context, view, one))];
  const card = context.draw('note', {
    heading,
    lines: lines.map((text) => ({ text })),
    buttonRows: buttonRows([
      ...(decisions.length > 0 ? [button(t('registry.file'), 'delegated', { ...where, file: true }, plain)] : []),
      ...pageButtons(context, { page, more }, (title, to) => button(title, 'delegated', { ...where, page: to }, plain)),
      button(t('button.back'), 'delegated', { period: period.name }, plain),
    ]),
    links: [],
  });
  const records = decisions.map(({ idea: { id, seq } }) => ({ record: 'idea' as const, id, seq }));
  return { ...{ card, summary: heading }, ...showsRecords('quotes', records) };
}

/** "Delegationsbeslut om pengar och arbetstid: Äldrenämnden, november 2026." */
function firstLine(context: CardContext, { board, period, decisions }: DelegatedDecisions): string {
  const { t, language, settings } = context;
  const place = board ? nameIn(board.name, language) : settings.municipality.name;
  const when = periodText(context, period);
  return decisions.length > 0
    ? t('registry.first', { place, period: when })
    : t('registry.first.none', { place, period: when });
}

/** A decision in one line, as it is copied. */
function decisionLine(
  context: CardContext,
  { names }: DelegatedDecisions,
  decision: DelegatedDecisions['decisions'][number],
): string {
  const { t } = context;
  const { id, day, title, diary, what, by, delegation, reason } = decisionTold(context, decision, names);
  return [
    t('registry.line', { day, id, title, what }),
    t('registry.line.by', { by }),
    delegation ? t('registry.line.delegation', { delegation }) : t('registry.line.noDelegation'),
    diary ? t('registry.line.diary', { diary }) : t('registry.line.noDiary'),
    ...(reason ? [t('registry.line.reason', { reason })] : []),
  ].join(' ');
}

/** The same as a page to read, print and put before the board: a table for each board. */
export function delegatedPage(context: CardContext, view: DelegatedDecisions, at: string): string {
  const { t, language, settings, timeZone } = context;
  const { decisions, isCut, boards } = view;
  const title = firstLine(context, view);
  const made = t('record.made', { municipality: settings.municipality.name, time: timeText(at, timeZone) });
  return htmlPage(
    { language, title, about: made, madeAt: at },
    element('h1', {}, t('registry.delegated.heading')),
    element('p', { class: 'lead' }, title),
    element('p', {}, made),
    ...(isCut ? [element('p', {}, t('registry.cut.file'))] : []),
    ...boards
      .filter(({ board }) => !view.board || board.code === view.board.code)
      .map((sum) => boardPart(context, view, sum, decisions)),
  );
}

const columns = ['day', 'idea', 'diary', 'what', 'by', 'delegation', 'reason'] as const;

function boardPart(
  context: CardContext,
  { names }: DelegatedDecisions,
  sum: BoardSum,
  decisions: DelegatedDecisions['decisions'],
): Content {
  const { t, language, directory } = context;
  const { board } = sum;
  const own = decisions.filter(({ department }) => board.departments.includes(directory.codeNow(department)));
  if (own.length === 0) return [];
  const name = nameIn(board.name, language);
  const rows = own.map((one) => {
    const told = decisionTold(context, one, names);
    const cell: Record<(typeof columns)[number], Content> = {
      ...{ day: told.day, idea: [element('p', {}, told.id), element('p', {}, told.title)] },
      ...{ diary: told.diary, what: told.what, by: told.by, delegation: told.delegation },
      reason: proseOf(told.reason),
    };
    return columns.map((column) => cell[column]);
  });
  return element(
    'section',
    {},
    element('h2', {}, name),
    element('p', {}, sumText(context, sum)),
    table(
      name,
      columns.map((column) => t(`registry.column.${column}`)),
      rows,
    ),
  );
}
