import type { ReadWeek, ShownOfWeek } from '../../app/digest/week.js';
import { type Digest, isEmpty } from '../../domain/digest/digest.js';
import { shownOf, type WeekPart } from '../../domain/digest/parts.js';
import { daysOf, isMonth } from '../../domain/digest/period.js';
import { monthOf, monthsAfter } from '../../domain/figures/months.js';
import { newestEvent } from '../../domain/idea/events.js';
import type { Scopes } from '../../domain/idea/reading/in-week.js';
import { capitalised } from '../../domain/language/tidy.js';
import { isOnePlace } from '../../domain/organisation/place.js';
import type { Post } from '../../domain/person/posts.js';
import { daysText, monthText } from '../../text/dates.js';
import { buttonRows, pageButtons } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { stageWord } from '../idea/parts/stage-line.js';
import { isCut } from '../layouts/fitting.js';
import { reasons } from '../person/post-names.js';
import { placeName } from '../places.js';
import { type Button, button } from '../verbs.js';
import { factsOfWeek } from './week-facts.js';
import { partsOfWeek, type WeekSection } from './week-parts.js';

export interface WeekView extends ReadWeek {
  posts: readonly Post[];
  /** Somebody asked for it; else it comes by itself, and says why and how to turn it off. */
  onDemand: boolean;
}

/** As many of each kind as a phone shows without getting lost; the rest open on a press. */
const MOST_ROWS = 5;
/** As few of each kind are shown where more would be too large a card. */
const FEWEST_ROWS = 1;
/** As many rows as a page of one part has. */
const PAGE = 8;

/** What is shown of a week, or of one of its parts: "och 1 till" would take the place of the row itself. */
export const shownOfWeek = (opened?: { part: WeekPart; page: number }): ShownOfWeek => ({
  most: MOST_ROWS + 1,
  ...(opened && { page: { part: opened.part, from: opened.page * PAGE, to: (opened.page + 1) * PAGE } }),
});
/** Fewer ideas than this are told better by the lists than by a chart. */
const CHART_FROM = 8;

const plain = { inputs: 'none' } as const;

/**
 * A week or month of the reader's departments and units, in the order in which it matters to them, and all ideas by stage. Of each
 * part as many rows as there is room for with all that is written in them.
 */
export function week(context: CardContext, view: WeekView): Drawn {
  const sections = partsOfWeek(context, view);
  for (let rows = MOST_ROWS; rows > FEWEST_ROWS; rows--) {
    const drawn = weekOf(context, view, sections, rows);
    if (!isCut(drawn.card)) return drawn;
  }
  return weekOf(context, view, sections, FEWEST_ROWS);
}

function weekOf(context: CardContext, view: WeekView, sections: readonly WeekSection[], rows: number): Drawn {
  const { t } = context;
  const { digest, posts, onDemand } = view;
  const facts = factsOfWeek(context, view);
  const why = onDemand
    ? []
    : reasons(
        context,
        posts.filter(({ role }) => role === 'manager'),
      );
  const card = context.draw('week', {
    heading: headingOf(context, digest),
    span: spanText(context, digest),
    scopes: scopes(context, digest.scopes).map((text) => ({ text })),
    sections: sections.map((part) => section(context, digest, part, rows)),
    facts: facts.map(({ name, text }) => ({ name: `${name}: `, text })),
    empty:
      isEmpty(digest) && facts.length === 0 ? [{ heading: emptyOf(context, digest), what: t('week.emptyWhat') }] : [],
    charts: chart(context, digest),
    why: why.length > 0 ? why.map(({ reason }) => ({ text: reason })) : [{ text: t('week.reader') }],
    buttonRows: buttonRows(buttons(context, view)),
  });
  return {
    card,
    summary: summary(context, digest),
    ...showsRecords('titles', sections.flatMap(({ shown }) => shown(0, rows + 1)).map(newestEvent)),
  };
}

/** All of one part of a week, a page at a time; the whole week where it has no such part any more. */
export function weekPart(context: CardContext, view: WeekView, opened: { part: WeekPart; page: number }): Drawn {
  const { digest } = view;
  const found = partsOfWeek(context, view).find(({ part }) => part === opened.part);
  const from = opened.page * PAGE;
  const ideas = found?.shown(from, from + PAGE) ?? [];
  if (!found || ideas.length === 0) return week(context, view);
  const { t } = context;
  const heading = t(`week.${opened.part}`, { count: found.ids.length });
  const card = context.draw('week', {
    heading: headingOf(context, digest),
    span: spanText(context, digest),
    ...{ scopes: [], facts: [], empty: [], charts: [], why: [] },
    sections: [{ heading, rows: ideas.map(found.rowOf), more: [] }],
    buttonRows: buttonRows([
      ...pageButtons(context, { page: opened.page, more: found.ids.length > from + PAGE }, (title, page) =>
        button(title, 'week', { ...periodOf(digest), part: opened.part, page }, plain),
      ),
      button(t('button.back'), 'week', periodOf(digest), plain),
    ]),
  });
  return { card, summary: heading, ...showsRecords('titles', ideas.map(newestEvent)) };
}

function section(context: CardContext, digest: Digest, { part, ids, shown, rowOf }: WeekSection, rows: number) {
  const most = Math.min(rows, shownOf[part] ?? rows);
  const more = ids.length - most;
  return {
    heading: context.t(`week.${part}`, { count: ids.length }),
    rows: shown(0, more > 1 ? most : ids.length).map(rowOf),
    more:
      more > 1
        ? [
            {
              press: button(
                context.t('week.andMore', { count: more }),
                'week',
                { ...periodOf(digest), part, page: 0 },
                plain,
              ),
            },
          ]
        : [],
  };
}

/** Which week or month a button opens. */
const periodOf = ({ week: period }: Digest) => (isMonth(period) ? { month: period } : { week: period });

const headingOf = ({ t }: CardContext, { week: period }: Digest): string =>
  isMonth(period) ? t('week.month.heading') : t('week.heading');
const emptyOf = ({ t }: CardContext, { week: period }: Digest): string =>
  isMonth(period) ? t('week.month.empty') : t('week.empty');

export function spanText({ t, language, today }: CardContext, { week: name }: Pick<Digest, 'week'>): string {
  const days = daysOf(name);
  if (!days) return name;
  if (isMonth(name)) return capitalised(monthText(days.first, language, today));
  return t('week.span', { week: Number(name.slice(-2)), days: daysText(days.first, days.last, language, today) });
}

function scopes(context: CardContext, places: Scopes): string[] {
  // Of the only place there is no list.
  if (places === 'everywhere' || isOnePlace(context.directory)) return [context.settings.municipality.name];
  const more = places.length - MOST_ROWS;
  const shown = more > 1 ? places.slice(0, MOST_ROWS) : places;
  const named = shown.map((place) => {
    const headcount = (context.directory.unit(place.unit ?? '')?.unit ?? context.directory.department(place.department))
      ?.headcount;
    const name = placeName(context, place);
    return headcount ? context.t('week.scope', { name, headcount }) : name;
  });
  return more > 1 ? [...named, context.t('week.andMore', { count: more })] : named;
}

/** One or none. Numbers are text here; the template makes them numbers again. */
function chart(context: CardContext, { counts }: Digest) {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total < CHART_FROM) return [];
  const bars = counts.map(({ stage, count }) => ({ stage: stageWord(context, stage), count: String(count) }));
  return [{ title: context.t('week.chart'), bars }];
}

/** Figures are for those who lead and manage, as soon as they are counted. */
function buttons(
  { t, settings, today }: CardContext,
  { digest: { mine, week: period }, posts, onDemand }: WeekView,
): Button[] {
  const readsFigures = settings.measuring !== undefined && posts.some(({ role }) => role !== 'registrar');
  return [
    ...(mine.length > 0 ? [button(t('button.queue'), 'queue', {}, { ...plain, style: 'positive' })] : []),
    ...(readsFigures ? [button(t('figures.heading'), 'overview', {}, plain)] : []),
    ...(onDemand && !isMonth(period)
      ? [button(t('week.month.heading'), 'week', { month: monthsAfter(monthOf(today), -1) }, plain)]
      : []),
    ...(onDemand ? [] : [button(t('button.stopDigest'), 'stopDigest', {}, plain)]),
  ];
}

function summary({ t }: CardContext, { week: period, mine, newIdeas, decisions }: Digest): string {
  const counts = { mine: mine.length, fresh: newIdeas.length, decisions: decisions.length };
  return isMonth(period) ? t('week.month.summary', counts) : t('week.summary', counts);
}
