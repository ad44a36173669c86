/**
 * The idea's way as a table: one row a stage, and what the rest of the product asks of a stage is a column. A new
 * stage is a row here, a row in each command's `from` (commands.ts) and its texts; the compiler names what is missing.
 */
export interface StageRow {
  /** Place on the way from 1, for "Steg 2 av 4"; undefined beside or after it. */
  step?: number;
  /** How the badge looks. The stage's word always stands beside the colour. */
  tone: 'accent' | 'good' | 'warning' | 'default';
  /** Whose answer time (organisation file's answerDays) runs; undefined where the idea waits for nobody. */
  answers?: 'leader' | 'driver' | 'doer';
  /** What the idea needs to go on, in the order in which a card shows it. */
  needs: readonly ('title' | 'problem' | 'done')[];
}

export const stages = {
  submitted: { step: 1, tone: 'accent', answers: 'leader', needs: ['title', 'problem'] },
  doing: { step: 2, tone: 'accent', answers: 'doer', needs: ['done'] },
  exploring: { step: 2, tone: 'accent', answers: 'driver', needs: ['done'] },
  inUse: { step: 3, tone: 'good', needs: [] },
  closed: { tone: 'default', needs: [] },
  withdrawn: { tone: 'default', needs: [] },
} as const satisfies Record<string, StageRow>;

export type Stage = keyof typeof stages;

/** How many steps the way has. */
export const stepCount = Math.max(...Object.values(stages).map((row) => ('step' in row ? row.step : 0)));

export const stageRow = (stage: Stage): StageRow => stages[stage];
