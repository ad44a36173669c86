import { type Stage, type StageRow, stageNames, stageRow, stepCount } from '../domain/stages.js';
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

/** Several stages may be the same step; the last in the table is the usual one. */
const usualAt = (step: number): Stage | undefined => stageNames.findLast((name) => stageRow(name).step === step);

/** What usually comes after a stage: the next step, or from a short cut (a stage beside the usual one) the end of the way. */
const nextAfter = (stage: Stage, step: number): Stage | undefined =>
  usualAt(usualAt(step) === stage ? step + 1 : stepCount);

/**
 * Where the idea is on its way, the stage before and the one after: all six do not fit one line of a phone. One line for
 * parts/progress.json, none for an idea that left the way.
 */
export function progress({ say }: Kit, stage: Stage) {
  const { step } = stageRow(stage);
  if (step === undefined) return [];
  // Many ways lead to the end, and the stage does not say which.
  const before = step < stepCount ? usualAt(step - 1) : undefined;
  const after = nextAfter(stage, step);
  return [
    {
      step: say('stage.progress', { step, count: stepCount }),
      passed: before ? `${say(`stage.${before}`)} → ` : '',
      here: say(`stage.${stage}`),
      ahead: after ? ` → ${say(`stage.${after}`)}` : '',
    },
  ];
}
