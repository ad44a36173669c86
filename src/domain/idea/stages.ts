import type { PartName } from './fields.js';

/** Who has an answer time in the organisation file. */
export const answerRoles = ['leader', 'submitter', 'driver', 'doer', 'funder', 'owner'] as const;
export type AnswerRole = (typeof answerRoles)[number];

/**
 * The idea's way as a table: one row a stage, and what the rest of the product asks of a stage is a column. A new
 * stage is a row here, a row in each command's `from` (commands.ts) and its texts; the compiler names what is missing.
 */
export interface StageRow {
  /** Place on the way from 1, for "Steg 2 av 6"; undefined beside or after it. */
  step?: number;
  /** True while somebody has something to do with it. */
  open: boolean;
  /** A test decides what becomes of it: closing it says what was tried and learned, not only why not. */
  tested: boolean;
  /** A test has shown what it is worth: departments are asked to take it in, and an owner looks after it. */
  spreads: boolean;
  /** What the idea needs to go on, in the order in which a card shows it; and what it may have beside (needs.ts). */
  needs: readonly PartName[];
}

export const stages = {
  submitted: { step: 1, open: true, tested: false, spreads: false, needs: ['idea'] },
  doing: { step: 2, open: true, tested: false, spreads: false, needs: ['done'] },
  exploring: {
    step: 2,
    open: true,
    tested: false,
    spreads: false,
    needs: ['concerned', 'source', 'expectation', 'worth'],
  },
  planning: {
    step: 3,
    open: true,
    tested: false,
    spreads: false,
    needs: ['cost', 'activity', 'time', 'sign', 'goal', 'partners', 'procurement', 'agreement', 'money'],
  },
  piloting: { step: 4, open: true, tested: true, spreads: false, needs: ['soFar', 'result', 'used'] },
  scaling: { step: 5, open: true, tested: true, spreads: true, needs: ['owner', 'departments'] },
  inUse: { step: 6, open: false, tested: false, spreads: true, needs: [] },
  closed: { open: false, tested: false, spreads: false, needs: [] },
  withdrawn: { open: false, tested: false, spreads: false, needs: [] },
} as const satisfies Record<string, StageRow>;

export type Stage = keyof typeof stages;

export const stageNames = Object.keys(stages) as readonly Stage[];

/** How many steps the way has. */
export const stepCount = Math.max(...Object.values(stages).map((row) => ('step' in row ? row.step : 0)));

export const stageRow = (stage: Stage): StageRow => stages[stage];
