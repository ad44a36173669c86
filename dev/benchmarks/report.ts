import type { Figure } from './figure';
import { type Benchmark, type Budget, keeps, type Row } from './rows';
import type { Spread } from './spread';

/** One row of the table with what was found. */
export interface Finding {
  benchmark: Benchmark;
  row: Row;
  figure: Figure;
}

const HEAD = ['what', 'Idélotsen', 'reference', 'ratio', 'budget', ''];

/** The findings as one Markdown table, every benchmark's rows under its name. */
export function tableOf(findings: readonly Finding[]): string {
  const lines: string[][] = [];
  let last: Benchmark | undefined;
  for (const finding of findings) {
    const { benchmark, row, figure } = finding;
    if (benchmark !== last) lines.push([`**${benchmark.name}**`, '', benchmark.reference ?? '', '', '', '']);
    last = benchmark;
    lines.push([
      row.what + (figure.note ? ` (${figure.note})` : ''),
      amount(figure.ours, row.unit),
      figure.reference ? amount(figure.reference, row.unit) : '',
      figure.ratio ? spread(figure.ratio, (value) => value.toFixed(2)) : '',
      `${limit(row.budget)}${row.judged === 'ours' ? '' : ' ×'}${row.from === 'own' ? ' (own)' : ''}`,
      keeps(figure, row) ? 'within' : '**over**',
    ]);
  }
  const all = [HEAD, ...lines];
  const widths = HEAD.map((_, column) => Math.max(...all.map((line) => [...(line[column] ?? '')].length), 3));
  const draw = (cells: string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [draw(HEAD), draw(widths.map((width) => '-'.repeat(width))), ...lines.map(draw)].join('\n');
}

const limit = (budget: Budget): string => {
  if ('atMost' in budget) return `≤ ${number(budget.atMost)}`;
  return 'atLeast' in budget ? `≥ ${number(budget.atLeast)}` : `= ${number(budget.exactly)}`;
};

const amount = (of: Spread, unit: string): string => {
  const text = spread(of, number);
  return unit.startsWith('/') ? text + unit : `${text} ${unit}`.trim();
};

/** The median, and where it is not one number only, between what the middle half lies. */
const spread = ({ median, from, to }: Spread, text: (value: number) => string): string =>
  from === to ? text(median) : `${text(median)} (${text(from)}–${text(to)})`;

/** Three figures are enough of anything measured; counts are whole. */
const number = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
