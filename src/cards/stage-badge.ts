import { type Stage, type StageRow, stageRow, stages, stepCount } from '../domain/stages.js';
import type { Kit } from './kit.js';

// A badge in Teams and the container that older clients show instead have different names for their looks.
const looks = {
  accent: { badge: 'Accent', container: 'accent' },
  good: { badge: 'Good', container: 'good' },
  warning: { badge: 'Warning', container: 'warning' },
  default: { badge: 'Default', container: 'emphasis' },
} as const satisfies Record<StageRow['tone'], object>;

/** The stage as a coloured word, for parts/badge.json. */
export function stageBadge({ say }: Kit, stage: Stage) {
  const look = looks[stageRow(stage).tone];
  return { word: say(`stage.${stage}`), style: look.badge, container: look.container };
}

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
