/**
 * The table of benchmarks. A new one is an entry here: what measures it, and its rows with their budgets. `counts` are the
 * same on every machine, so CI holds them to their budgets; `times` are ratios and only printed.
 */
import { countCardBytes } from './cards/card-bytes';
import { timeCards } from './cards/card-speed';
import { RATE, timeDigest } from './digest/digest-rate';
import { LEAST_OF_RATE, MOST_GROWTH } from './digest/run';
import type { Figure } from './figure';
import { timeColdStart } from './processes/cold-start';
import type { Setting } from './setting';
import { timeFlood } from './turns/flood';
import { countMessages } from './turns/messages';
import { countPiles, PILED, timePiles } from './turns/piles';
import { countRoundTrips } from './turns/round-trips';
import { countSameAsks } from './turns/same-asks';
import { timeTurns } from './turns/turn-speed';
import { countTwoSizes } from './turns/two-sizes';

export type Budget = { atMost: number } | { atLeast: number } | { exactly: number };

export interface Row {
  what: string;
  unit: string;
  /** What is held to the budget: our own figure, its ratio to the reference, or what three quarters of the rounds' ratios reach. */
  judged: 'ours' | 'ratio' | 'lowerQuartile';
  budget: Budget;
  /** Whether the budget is the design's or was set here, so that what is good stays so. */
  from: 'design' | 'own';
}

export interface Benchmark {
  name: string;
  /** What stands in the table's middle column. */
  reference?: string;
  rows: Record<string, Row>;
  measure: (setting: Setting) => Promise<Record<string, Figure>>;
}

/** A benchmark whose measurement gives a figure for each of its rows. */
const benchmark = <Name extends string>(one: {
  name: string;
  reference?: string;
  rows: Record<Name, Row>;
  measure: (setting: Setting) => Promise<Record<Name, Figure>>;
}): Benchmark => one;

const row =
  (judged: Row['judged'], from: Row['from'], unit: string) =>
  (what: string, budget: Budget): Row => ({ what, unit, judged, budget, from });

const trips = row('ours', 'design', '');
const count = row('ours', 'own', '');
const bytes = row('ours', 'own', 'bytes');
const same = row('ratio', 'own', '');
const turn = row('lowerQuartile', 'design', '/s');
const digest = row('ours', 'design', '');

/** How often what is timed is timed, unless somebody asks for fewer. */
export const ROUNDS = 40;

/** A card with its summary, as it is sent. */
const MOST_BYTES = 26 * 1024;

const bareBot = 'bare bot';

export const counts: readonly Benchmark[] = [
  benchmark({
    name: 'Storage round trips, one after the other',
    measure: countRoundTrips,
    rows: {
      help: trips('help', { atMost: 1 }),
      status: trips('status', { atMost: 2 }),
      mine: trips('my ideas', { atMost: 2 }),
      submit: trips('submit', { atMost: 3 }),
      decide: trips('decide', { atMost: 3 }),
      helpFirst: trips('help, first in half a minute', { atMost: 1 }),
      statusFirst: trips('status, first in half a minute', { atMost: 2 }),
      mineFirst: trips('my ideas, first in half a minute', { atMost: 2 }),
      submitFirst: trips('submit, first in half a minute', { atMost: 3 }),
      decideFirst: trips('decide, first in half a minute', { atMost: 3 }),
    },
  }),
  benchmark({
    name: 'What both bots ask of storage, so that the comparison is fair',
    reference: bareBot,
    measure: countSameAsks,
    rows: {
      mineRequests: same('my ideas, requests', { exactly: 1 }),
      mineBytes: same('my ideas, bytes', { atMost: MOST_GROWTH }),
      submitRequests: same('submit, requests', { exactly: 1 }),
      submitBytes: same('submit, bytes', { atMost: 1.15 }),
      decideRequests: same('decide, requests', { exactly: 1 }),
      // A row of a queue also says whose idea it is and how old, which the bare bot's does not.
      decideBytes: same('decide, bytes', { atMost: 1.25 }),
    },
  }),
  benchmark({
    name: 'Requests of a turn when ten times as many ideas wait',
    reference: '24 ideas',
    measure: countTwoSizes,
    rows: {
      myData: same('what is stored about me', { exactly: 1 }),
      mine: same('my ideas, requests', { exactly: 1 }),
      myTurn: same('waits for me', { exactly: 1 }),
      week: same('the week', { exactly: 1 }),
      open: same('an idea is opened', { exactly: 1 }),
    },
  }),
  benchmark({
    name: `Storage round trips of what waits for a leader, ${PILED} ideas in piles`,
    measure: countPiles,
    rows: { trips: trips('my turn', { atMost: 3 }) },
  }),
  benchmark({
    name: 'Messages that one idea causes',
    measure: countMessages,
    rows: {
      toActor: count('to the one who writes', { exactly: 1 }),
      ofSubmit: count('to others when it is sent in, for each leader', { exactly: 1 }),
      ofDecide: count('to others when it is decided on', { exactly: 1 }),
      largestMessage: bytes('the largest of them', { atMost: MOST_BYTES }),
    },
  }),
  benchmark({
    name: 'The largest card of the gallery',
    measure: countCardBytes,
    rows: {
      typical: bytes('with typical content', { atMost: MOST_BYTES }),
      long: bytes('with everything as long as it may be', { atMost: MOST_BYTES }),
      empty: bytes('with as little as there can be', { atMost: MOST_BYTES }),
      hostile: bytes('with code and markup', { atMost: MOST_BYTES }),
    },
  }),
];

export const times: readonly Benchmark[] = [
  benchmark({
    name: 'Turns answered, four at a time',
    reference: bareBot,
    measure: timeTurns,
    rows: {
      help: turn('help', { atLeast: 0.95 }),
      mine: turn('my ideas', { atLeast: 0.95 }),
      submit: turn('submit', { atLeast: 0.95 }),
      decide: turn('decide', { atLeast: 0.9 }),
      memory: row('ratio', 'design', 'MB')('memory afterwards', { atMost: 1.4 }),
    },
  }),
  benchmark({
    name: `What waits for a leader, ${PILED} ideas in piles`,
    measure: timePiles,
    rows: { time: row('ours', 'design', 'ms')('my turn', { atMost: 300 }) },
  }),
  benchmark({
    name: 'Others’ turns while one person floods the bot',
    reference: 'without a flood',
    measure: timeFlood,
    rows: { others: row('ratio', 'own', 'ms')('my ideas, of the others', { atMost: 1.25 }) },
  }),
  benchmark({
    name: 'Cold start',
    reference: 'bare bot without storage',
    measure: timeColdStart,
    rows: {
      start: row('ratio', 'design', 'ms')('to the first answer', { atMost: 1.8 }),
      memory: row('ratio', 'own', 'MB')('memory then', { atMost: 2.5 }),
    },
  }),
  benchmark({
    name: 'Cards drawn',
    reference: 'template alone',
    measure: timeCards,
    rows: { cards: row('ratio', 'design', '/s')('what people see most', { atLeast: 0.7 }) },
  }),
  benchmark({
    name: `A week's digest at ${RATE} messages a second`,
    measure: timeDigest,
    rows: {
      rate: digest('of the set rate, over the run', { atLeast: LEAST_OF_RATE }),
      busiest: digest('messages in the busiest second', { atMost: RATE }),
      unserved: digest('recipients with no message or two', { exactly: 0 }),
      growth: digest('memory late in the run, of that early in it', { atMost: 1.15 }),
    },
  }),
];

/** Whether a figure keeps its row's budget. */
export const keeps = (figure: Figure, { judged, budget }: Row): boolean =>
  isWithin(judgedValue(figure, judged), budget);

function judgedValue({ ours, ratio }: Figure, judged: Row['judged']): number {
  if (judged === 'ours') return ours.median;
  return (judged === 'ratio' ? ratio?.median : ratio?.from) ?? Number.NaN;
}

function isWithin(value: number, budget: Budget): boolean {
  if ('atMost' in budget) return value <= budget.atMost;
  return 'atLeast' in budget ? value >= budget.atLeast : value === budget.exactly;
}
