import { z } from 'zod';
import type { UndertakingAct } from '../../app/undertaking/act-on-undertaking.js';
import {
  code,
  day,
  decisionVersion,
  idempotencyKey,
  line,
  oneOf,
  page,
  recordId,
  toggle,
  words,
} from '../press-data.js';

/** What of an undertaking's card can be open: what somebody writes, or chooses. */
export const undertakingPanels = ['finish', 'move', 'drop'] as const;
export type UndertakingPanel = (typeof undertakingPanels)[number];

/** Which command a panel sends. */
export const undertakingSends = {
  ...{ finish: 'finishUndertaking', move: 'moveUndertaking', drop: 'dropUndertaking' },
} as const satisfies { readonly [P in UndertakingPanel]: UndertakingAct };

/** The panel in which a command is written; undefined of one that a press alone sends. */
export const undertakingPanelOf = (act: UndertakingAct): UndertakingPanel | undefined =>
  undertakingPanels.find((panel) => undertakingSends[panel] === act);

const acts: { readonly [A in UndertakingAct]: true } = {
  ...{ finishUndertaking: true, moveUndertaking: true, dropUndertaking: true },
  ...{ hideUndertaking: true, showUndertaking: true },
};
const undertakingActs = Object.keys(acts) as [UndertakingAct, ...UndertakingAct[]];

/** What the buttons of undertakings send. */
export const undertakingVerbs = {
  /** What a department, or without one every department, has undertaken for a year. */
  undertakings: z.object({ department: code, year: code, page }),
  /** The form for a new one of a department, for a year. */
  undertakingForm: z.object({ department: code, year: code }),
  addUndertaking: z.object({ idempotencyKey, department: code, what: line, who: line, until: day }),
  /** One of them with what of its card is open, in place; `below`: as a message of its own. */
  undertaking: z.object({ undertaking: recordId, panel: oneOf(undertakingPanels), below: toggle }),
  actOnUndertaking: z.object({
    ...{ undertaking: recordId, decisionVersion, idempotencyKey, undertakingAct: z.enum(undertakingActs) },
    ...{ until: day, why: words, result: words },
  }),
} as const;
