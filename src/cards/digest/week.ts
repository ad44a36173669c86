import type { Digest } from '../../domain/digest/digest.js';
import type { Place } from '../../domain/organisation/place.js';
import type { Post } from '../../domain/person/posts.js';
import { addDays, mondayOf } from '../../domain/time.js';
import { daysText } from '../../text/dates.js';
import { buttonRows } from '../button-rows.js';
import { type CardContext, type Drawn, shows } from '../card-context.js';
import { stageWord } from '../idea/parts/stage-line.js';
import { placeName } from '../places.js';
import { reasons } from '../post-names.js';
import { type Button, button, type WeekPart } from '../verbs.js';
import { type WeekSection, weekParts } from './week-parts.js';

export interface WeekView {
  digest: Digest;
  posts: readonly Post[];
  /** Somebody asked for it; else it comes by itself, and says why and how to turn it off. */
  onDemand: boolean;
}

/** As many of each kind as a phone shows without getting lost; the rest open on a press. */
const MOST_ROWS = 5;
/** As many rows as a page of one part has. */
const PAGE = 8;
/** Fewer ideas than this are told better by the lists than by a chart. */
const CHART_FROM = 8;

const plain = { inputs: 'none' } as const;

/** A week of the reader's departments and units, in the order in which it matters to them, and all ideas by stage. */
export function week(context: CardContext, { digest, posts, onDemand }: WeekView): Drawn {
  const { t } = context;
  const sections = weekParts(context, digest);
  const why = onDemand
    ? []
    : reasons(
        context,
        posts.filter(({ role }) => role === 'manager'),
      );
  const card = context.draw('week', {
    heading: t('week.heading'),
    span: spanText(context, digest),
    scopes: scopes(context, digest.scopes).map((text) => ({ text })),
    sections: sections.map((part) => section(context, digest, part)),
    empty: sections.length === 0 ? [{ heading: t('week.empty'), what: t('week.emptyWhat') }] : [],
    charts: chart(context, digest),
    why: why.length > 0 ? why.map(({ reason }) => ({ text: reason })) : [{ text: t('week.reader') }],
    buttonRows: buttonRows(buttons(context, digest, onDemand)),
  });
  return {
    card,
    summary: summary(context, digest),
    ...shows(
      'titles',
      sections.flatMap(({ ideas }) => ideas.slice(0, MOST_ROWS + 1)),
    ),
  };
}

/** All of one part of a week, a page at a time; the whole week where it has no such part any more. */
export function weekPart(context: CardContext, view: WeekView, opened: { part: WeekPart; page: number }): Drawn {
  const { digest } = view;
  const found = weekParts(context, digest).find(({ part }) => part === opened.part);
  const from = opened.page * PAGE;
  const ideas = found?.ideas.slice(from, from + PAGE) ?? [];
  if (!found || ideas.length === 0) return week(context, view);
  const { t } = context;
  const turnTo = (title: 'button.showMore' | 'button.showPrevious', page: number): Button =>
    button(t(title), 'week', { week: digest.week, part: opened.part, page }, plain);
  const heading = t(`week.${opened.part}`, { count: found.ideas.length });
  const card = context.draw('week', {
    heading: t('week.heading'),
    span: spanText(context, digest),
    ...{ scopes: [], empty: [], charts: [], why: [] },
    sections: [{ heading, rows: ideas.map(found.rowOf), more: [] }],
    buttonRows: buttonRows([
      ...(found.ideas.length > from + PAGE ? [turnTo('button.showMore', opened.page + 1)] : []),
      ...(opened.page > 0 ? [turnTo('button.showPrevious', opened.page - 1)] : []),
      button(t('button.back'), 'week', { week: digest.week }, plain),
    ]),
  });
  return { card, summary: heading, ...shows('titles', ideas) };
}

function section(context: CardContext, { week: name }: Digest, { part, ideas, rowOf }: WeekSection) {
  const more = ideas.length - MOST_ROWS;
  // "och 1 till" would take the place of the row itself.
  const shown = more > 1 ? ideas.slice(0, MOST_ROWS) : ideas;
  return {
    heading: context.t(`week.${part}`, { count: ideas.length }),
    rows: shown.map(rowOf),
    more:
      more > 1
        ? [{ press: button(context.t('week.andMore', { count: more }), 'week', { week: name, part, page: 0 }, plain) }]
        : [],
  };
}

function spanText({ t, language, today }: CardContext, { week: name }: Digest): string {
  const monday = mondayOf(name);
  if (!monday) return name;
  return t('week.span', {
    week: Number(name.slice(-2)),
    days: daysText(monday, addDays(monday, 6), language, today),
  });
}

function scopes(context: CardContext, places: readonly Place[]): string[] {
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

function buttons({ t }: CardContext, { mine }: Digest, onDemand: boolean): Button[] {
  return [
    ...(mine.length > 0 ? [button(t('button.queue'), 'queue', {}, { ...plain, style: 'positive' })] : []),
    ...(onDemand ? [] : [button(t('button.stopDigest'), 'stopDigest', {}, plain)]),
  ];
}

const summary = ({ t }: CardContext, { mine, newIdeas, decisions }: Digest): string =>
  t('week.summary', { mine: mine.length, fresh: newIdeas.length, decisions: decisions.length });
