import type { Digest } from '../domain/digest.js';
import type { Idea } from '../domain/idea.js';
import type { Place } from '../domain/place.js';
import { isSubmitter, maySeePlace } from '../domain/policy.js';
import type { Post } from '../domain/posts.js';
import { addDays, mondayOf } from '../domain/time.js';
import { daysText, dayText } from '../text/dates.js';
import { buttonRows } from './button-rows.js';
import { ideaRow } from './idea-row.js';
import { type Drawn, type Kit, shows } from './kit.js';

import { placeName, shortPlaceName } from './places.js';
import { reasons } from './post-names.js';
import { queueRow } from './queue-row.js';
import { type Reader, readingOf } from './reading.js';
import { stageBadge } from './stage-badge.js';
import { type Button, button } from './verbs.js';
import { decisionLine, thanks } from './week-decisions.js';

export interface WeekView {
  digest: Digest;
  posts: readonly Post[];
  /** Somebody asked for it; else it comes by itself, and says why and how to turn it off. */
  onDemand: boolean;
}

/** As many of each kind as a phone shows without getting lost; the rest are told by their number. */
const MOST_ROWS = 5;
/** Fewer ideas than this are told better by the lists than by a chart. */
const CHART_FROM = 8;

/** A week of the reader's departments and units: what waits for them, what is new, decided and late, and all by stage. */
export function week(kit: Kit, { digest, posts, onDemand }: WeekView): Drawn {
  const { say } = kit;
  const { mine, newIdeas, decisions, late } = digest;
  const sections = [
    section(kit, 'mine', mine, (idea) => queueRow(kit, idea, waitingFor(idea, digest))),
    section(kit, 'new', newIdeas, (idea) => row(kit, idea, digest, newLine(kit, idea, digest))),
    section(
      kit,
      'decisions',
      decisions,
      ({ idea, event }) =>
        row(kit, idea, digest, decisionLine(readingOf(kit, idea, readerOf(idea, digest), new Map()), event)),
      thanks(kit, digest.reader, decisions),
    ),
    section(kit, 'late', late, ({ idea, role, days }) => row(kit, idea, digest, say(`week.lateFor.${role}`, { days }))),
  ].flat();
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
    sections,
    empty: sections.length === 0 ? [{ heading: say('week.empty'), what: say('week.emptyWhat') }] : [],
    charts: chart(kit, digest),
    why: why.length > 0 ? why.map(({ reason }) => ({ text: reason })) : [{ text: say('week.reader') }],
    buttonRows: buttonRows(buttons(kit, digest, onDemand)),
  });
  const told = [mine, newIdeas, ...[decisions, late].map((some) => some.map(({ idea }) => idea))];
  return {
    card,
    summary: summary(kit, digest),
    ...shows(
      'titles',
      told.flatMap((some) => some.slice(0, MOST_ROWS + 1)),
    ),
  };
}

type Row = ReturnType<typeof ideaRow>;

function section<T>(
  kit: Kit,
  kind: 'mine' | 'new' | 'decisions' | 'late',
  list: readonly T[],
  rowOf: (it: T) => Row,
  /** What can be pressed under the row of an idea with this title: nothing, as a rule. */
  under: (it: T, title: string) => Button[] = () => [],
) {
  if (list.length === 0) return [];
  const more = list.length - MOST_ROWS;
  // "och 1 till" would take the place of the row itself.
  const shown = more > 1 ? list.slice(0, MOST_ROWS) : list;
  return [
    {
      heading: kit.say(`week.${kind}`, { count: list.length }),
      rows: shown.map((it) => {
        const row = rowOf(it);
        return { row: [row], under: under(it, row.title).map((press) => ({ actions: [press] })) };
      }),
      more: more > 1 ? [{ text: kit.say('week.andMore', { count: more }) }] : [],
    },
  ];
}

/** An idea as somebody reads of it who may also be its submitter or the one it waits for. No names: a digest tells of roles. */
const row = (kit: Kit, idea: Idea, digest: Digest, line: string): Row =>
  ideaRow(kit, idea, readerOf(idea, digest), { text: line, bold: false });

/** Whatever it is that the reader is to do with it: they read all of it. */
const waitingFor = (idea: Idea, { reader }: Digest): Reader => ({
  ref: reader,
  roles: new Set([isSubmitter(reader, idea) ? 'submitter' : 'decider'] as const),
});

const readerOf = (idea: Idea, { deciding = [], reader }: Digest): Reader => ({
  ref: reader,
  roles: new Set([
    ...(isSubmitter(reader, idea) ? ['submitter' as const] : []),
    ...(deciding.includes(idea) ? ['decider' as const] : []),
  ]),
});

/** Where it comes from and when an answer is promised; the whole card is about the same leaders, so they are not named. */
function newLine(kit: Kit, idea: Idea, digest: Digest): string {
  const { department, unit, waiting, answerBy } = idea;
  const seesPlace = maySeePlace(readerOf(idea, digest).roles, idea);
  const place = shortPlaceName(kit, { department, ...(unit && seesPlace && { unit }) });
  if (!waiting || !answerBy) return place;
  return kit.say('week.answerBy', { place, day: dayText(answerBy, kit.language, kit.today) });
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
  const bars = counts.map(({ stage, count }) => ({ stage: stageBadge(kit, stage).word, count: String(count) }));
  return [{ title: kit.say('week.chart'), axis: kit.say('week.chartAxis'), bars }];
}

function buttons({ say }: Kit, { mine }: Digest, onDemand: boolean): Button[] {
  const plain = { inputs: 'none' } as const;
  return [
    ...(mine.length > 0 ? [button(say('button.queue'), 'queue', {}, { ...plain, style: 'positive' })] : []),
    ...(onDemand ? [] : [button(say('button.stopDigest'), 'stopDigest', {}, plain)]),
  ];
}

const summary = ({ say }: Kit, { mine, newIdeas, decisions }: Digest): string =>
  say('week.summary', { mine: mine.length, fresh: newIdeas.length, decisions: decisions.length });
