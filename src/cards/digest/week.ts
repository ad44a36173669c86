import type { Digest } from '../../domain/digest/digest.js';
import type { Place } from '../../domain/organisation/place.js';
import type { Post } from '../../domain/person/posts.js';
import { addDays, mondayOf } from '../../domain/time.js';
import { daysText } from '../../text/dates.js';
import { buttonRows } from '../button-rows.js';
import { stageWord } from '../idea/parts/stage-line.js';
import { type Drawn, type Kit, shows } from '../kit.js';
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
export function week(kit: Kit, { digest, posts, onDemand }: WeekView): Drawn {
  const { say } = kit;
  const sections = weekParts(kit, digest);
  const why = onDemand
    ? []
    : reasons(
        kit,
        posts.filter(({ role }) => role === 'manager'),
      );
  const card = kit.draw('week', {
    heading: say('week.heading'),
    span: spanText(kit, digest),
    scopes: scopes(kit, digest.scopes).map((text) => ({ text })),
    sections: sections.map((part) => section(kit, digest, part)),
    empty: sections.length === 0 ? [{ heading: say('week.empty'), what: say('week.emptyWhat') }] : [],
    charts: chart(kit, digest),
    why: why.length > 0 ? why.map(({ reason }) => ({ text: reason })) : [{ text: say('week.reader') }],
    buttonRows: buttonRows(buttons(kit, digest, onDemand)),
  });
  return {
    card,
    summary: summary(kit, digest),
    ...shows(
      'titles',
      sections.flatMap(({ ideas }) => ideas.slice(0, MOST_ROWS + 1)),
    ),
  };
}

/** All of one part of a week, a page at a time; the whole week where it has no such part any more. */
export function weekPart(kit: Kit, view: WeekView, opened: { part: WeekPart; page: number }): Drawn {
  const { digest } = view;
  const found = weekParts(kit, digest).find(({ part }) => part === opened.part);
  const from = opened.page * PAGE;
  const ideas = found?.ideas.slice(from, from + PAGE) ?? [];
  if (!found || ideas.length === 0) return week(kit, view);
  const { say } = kit;
  const turnTo = (title: 'button.showMore' | 'button.showPrevious', page: number): Button =>
    button(say(title), 'week', { week: digest.week, part: opened.part, page }, plain);
  const heading = say(`week.${opened.part}`, { count: found.ideas.length });
  const card = kit.draw('week', {
    heading: say('week.heading'),
    span: spanText(kit, digest),
    ...{ scopes: [], empty: [], charts: [], why: [] },
    sections: [{ heading, rows: ideas.map(found.rowOf), more: [] }],
    buttonRows: buttonRows([
      ...(found.ideas.length > from + PAGE ? [turnTo('button.showMore', opened.page + 1)] : []),
      ...(opened.page > 0 ? [turnTo('button.showPrevious', opened.page - 1)] : []),
      button(say('button.back'), 'week', { week: digest.week }, plain),
    ]),
  });
  return { card, summary: heading, ...shows('titles', ideas) };
}

function section(kit: Kit, { week: name }: Digest, { part, ideas, rowOf }: WeekSection) {
  const more = ideas.length - MOST_ROWS;
  // "och 1 till" would take the place of the row itself.
  const shown = more > 1 ? ideas.slice(0, MOST_ROWS) : ideas;
  return {
    heading: kit.say(`week.${part}`, { count: ideas.length }),
    rows: shown.map(rowOf),
    more:
      more > 1
        ? [{ press: button(kit.say('week.andMore', { count: more }), 'week', { week: name, part, page: 0 }, plain) }]
        : [],
  };
}

function spanText({ say, language, today }: Kit, { week: name }: Digest): string {
  const monday = mondayOf(name);
  if (!monday) return name;
  return say('week.span', {
    week: Number(name.slice(-2)),
    days: daysText(monday, addDays(monday, 6), language, today),
  });
}

function scopes(kit: Kit, places: readonly Place[]): string[] {
  const more = places.length - MOST_ROWS;
  const shown = more > 1 ? places.slice(0, MOST_ROWS) : places;
  const named = shown.map((place) => {
    const headcount = (kit.directory.unit(place.unit ?? '')?.unit ?? kit.directory.department(place.department))
      ?.headcount;
    const name = placeName(kit, place);
    return headcount ? kit.say('week.scope', { name, headcount }) : name;
  });
  return more > 1 ? [...named, kit.say('week.andMore', { count: more })] : named;
}

/** One or none. Numbers are text here; the template makes them numbers again. */
function chart(kit: Kit, { counts }: Digest) {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total < CHART_FROM) return [];
  const bars = counts.map(({ stage, count }) => ({ stage: stageWord(kit, stage), count: String(count) }));
  return [{ title: kit.say('week.chart'), bars }];
}

function buttons({ say }: Kit, { mine }: Digest, onDemand: boolean): Button[] {
  return [
    ...(mine.length > 0 ? [button(say('button.queue'), 'queue', {}, { ...plain, style: 'positive' })] : []),
    ...(onDemand ? [] : [button(say('button.stopDigest'), 'stopDigest', {}, plain)]),
  ];
}

const summary = ({ say }: Kit, { mine, newIdeas, decisions }: Digest): string =>
  say('week.summary', { mine: mine.length, fresh: newIdeas.length, decisions: decisions.length });
