import { type Stage, type StageRow, stageRow, stages, stepCount } from '../domain/stages.js';
import type { Kit } from './kit.js';

// Teams draws a badge; older clients show a coloured word instead, where green and yellow would be too pale to read.
const looks = {
  accent: { style: 'Accent', color: 'Accent' },
  good: { style: 'Good', color: 'Default' },
  warning: { style: 'Warning', color: 'Default' },
  default: { style: 'Default', color: 'Default' },
} as const satisfies Record<StageRow['tone'], object>;

/** The stage as a coloured word, for parts/badge.json. */
export const stageBadge = ({ say }: Kit, stage: Stage) => ({
  word: say(`stage.${stage}`),
  ...looks[stageRow(stage).tone],
});

const names = Object.keys(stages) as Stage[];

/** The way as words, where the idea is now in bold: one list for parts/progress.json, empty for an idea that left the way. */
export function progress({ say }: Kit, stage: Stage) {
  const { step } = stageRow(stage);
  if (step === undefined) return [];
  // Several stages may be the same step; the last in the table is the usual one, and the idea's own goes before it.
  const way = Array.from({ length: stepCount }, (_, at) =>
    at + 1 === step ? stage : names.findLast((name) => stageRow(name).step === at + 1),
  ).filter((name) => name !== undefined);
  const words = way.map((name) => say(`stage.${name}`));
  const joined = (list: string[]) => list.join(' → ');
  return [
    {
      step: say('stage.progress', { step, count: stepCount }),
      passed: step > 1 ? `${joined(words.slice(0, step - 1))} → ` : '',
      here: words[step - 1] ?? '',
      ahead: step < words.length ? ` → ${joined(words.slice(step))}` : '',
    },
  ];
}
