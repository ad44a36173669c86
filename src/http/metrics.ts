import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Figures, Meter } from '../delivery/pacing/meter.js';

export interface Metrics extends Meter {
  /** Where the figures of the moment come from. */
  watch(figures: () => Promise<Figures>): void;
  /** Where it is counted which rows could not be read, by kind. */
  watchRows(counts: () => ReadonlyMap<string, number>): void;
  /** A turn was answered, after so many seconds. */
  answered(seconds: number): void;
  /** Storage's tables answered, after so many seconds. */
  stored(seconds: number): void;
  /** Everything in Prometheus' text format. */
  text(): Promise<{ contentType: string; body: string }>;
}

/** What operators measure of deliveries: counts since the start, and how it stands. No persons and no ideas. */
export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  const settled = new Counter({
    name: 'idelotsen_deliveries_total',
    help: 'Deliveries by what they tell of and the state that they came into',
    labelNames: ['kind', 'state'],
    registers,
  });
  const faults = new Counter({
    name: 'idelotsen_send_faults_total',
    help: 'Tries that did not succeed, by class',
    labelNames: ['class'],
    registers,
  });
  const gauge = (name: string, help: string) => new Gauge({ name: `idelotsen_${name}`, help, registers });
  const gauges: Record<keyof Figures, Gauge> = {
    queued: gauge('wake_ups_queued', 'Messages in the queue of wake-ups, about'),
    open: gauge('deliveries_open', 'Deliveries that are not finished, at the latest look through all of them'),
    oldestSeconds: gauge('oldest_owed_seconds', 'For how long the first of them has been due'),
    perSecond: gauge('send_rate', 'Messages a second that this instance may send now'),
    halted: gauge(
      'halted',
      '1 while sending rests, because an administrator has stopped the bot in Teams or most conversations fail',
    ),
  };
  const unread = new Gauge({
    name: 'idelotsen_rows_unread_total',
    help: 'How often a row was left out that this version cannot read, since the start, by kind',
    labelNames: ['kind'],
    registers,
  });
  const turns = new Histogram({
    name: 'idelotsen_turn_seconds',
    help: 'How long it took until what came from Teams was answered',
    buckets: [0.1, 0.25, 0.5, 1, 2, 4, 10],
    registers,
  });
  const requests = new Histogram({
    name: 'idelotsen_storage_seconds',
    help: 'How long it took until a table of storage answered',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  });
  let rows: () => ReadonlyMap<string, number> = () => new Map();
  let figures: (() => Promise<Figures>) | undefined;

  return {
    settled: (kind, state) => settled.inc({ kind, state }),
    answered: (seconds) => turns.observe(seconds),
    stored: (seconds) => requests.observe(seconds),
    failed: (fault) => faults.inc({ class: fault }),
    watch(source) {
      figures = source;
    },
    watchRows(source) {
      rows = source;
    },
    async text() {
      const now = await figures?.();
      for (const [name, value] of Object.entries(now ?? {})) gauges[name as keyof Figures].set(Number(value));
      for (const [kind, count] of rows()) unread.set({ kind }, count);
      return { contentType: registry.contentType, body: await registry.metrics() };
    },
  };
}
