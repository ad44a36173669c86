import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createMetrics } from '../../src/http/metrics';

const folder = join(__dirname, '../../infra/monitoring');
const dashboard = readFileSync(join(folder, 'dashboard.json'), 'utf8');
const alerts = readFileSync(join(folder, 'alerts.yaml'), 'utf8');

interface Rule {
  alert: string;
  expr: string;
  for?: string;
  labels: { severity: string };
  annotations: { summary: string; todo: string };
}
const rules = (parse(alerts) as { groups: { rules: Rule[] }[] }).groups.flatMap((group) => group.rules);

/** The names under which Prometheus finds what the bot exports, and the labels of each. */
async function exported(): Promise<Map<string, string[]>> {
  const metrics = createMetrics();
  metrics.settled('notice', 'failed');
  metrics.failed('throttled');
  metrics.answered(0.2);
  metrics.stored(0.01);
  metrics.watchRows(() => new Map([['idea', 1]]));
  metrics.watch(async () => ({ queued: 1, open: 1, oldestSeconds: 1, perSecond: 1, halted: false }));
  const { body } = await metrics.text();
  const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const found = new Map<string, string[]>();
  for (const line of lines) {
    const [, name = '', labels = ''] = /^(\w+)(?:\{(.*)\})? /.exec(line) ?? [];
    found.set(name, [...(found.get(name) ?? []), ...[...labels.matchAll(/(\w+)="/g)].map(([, label = '']) => label)]);
  }
  return found;
}

describe.each([
  ['the dashboard', dashboard],
  ['the alert rules', alerts],
])('%s', (_what, text) => {
  it('names no metric that the bot does not export, and no label that it does not have', async () => {
    const metrics = await exported();
    const named = [...text.matchAll(/\b(idelotsen_\w+)(?:\{([^}]*)\})?/g)];
    expect(named.length).toBeGreaterThan(6);
    expect(named.filter(([, name = '']) => !metrics.has(name)).map(([, name]) => name)).toEqual([]);
    for (const [, name = '', labels = ''] of named)
      for (const [, label = ''] of labels.matchAll(/(\w+)=/g)) expect(metrics.get(name)).toContain(label);
  });
});

test('a turn over two seconds is told apart, for there is a bound at two', async () => {
  const metrics = createMetrics();
  metrics.answered(1.9);
  metrics.answered(2.1);
  const { body } = await metrics.text();
  expect(body).toContain('idelotsen_turn_seconds_bucket{le="2"} 1');
  expect(body).toContain('idelotsen_turn_seconds_count 2');
});

test('each alert says what is so and what to do, and there is one of each kind', () => {
  for (const { annotations, labels } of rules) {
    expect(annotations.summary).toMatch(/\.$/);
    expect(annotations.todo).toMatch(/\.$/);
    expect(['critical', 'warning']).toContain(labels.severity);
  }
  const all = rules.map(({ expr }) => expr).join(' ');
  for (const what of [
    'oldest_owed',
    'state="failed"',
    'state="ambiguous"',
    'halted',
    'storage_seconds',
    'turn_seconds',
    'rows_unread',
  ])
    expect(all).toContain(what);
  for (const what of ['oldest_owed', 'failed', 'ambiguous', 'halted', 'storage_seconds', 'turn_seconds', 'rows_unread'])
    expect(dashboard).toContain(what);
});
