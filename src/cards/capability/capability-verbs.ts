import { z } from 'zod';
import { code, day, idempotencyKey, line, oneOf, page, toggle } from '../press-data.js';

/** What is answered to a statement: how far it is true, or that one does not know. */
const step = oneOf(['0', '1', '2', '3', '4', '5']);

/** The fields of the statements, by their places: their names say nothing of what they ask. */
export const stepFields = [
  ...(['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9', 's10', 's11', 's12'] as const),
] as const;

const steps = Object.fromEntries(stepFields.map((field) => [field, step])) as {
  [F in (typeof stepFields)[number]]: typeof step;
};

/** `year`: of which round; `sealed`: what the screens before have said. */
const said = { year: code, sealed: code, ...steps };

/** What the buttons send by which people are asked once a year how it is to try something new. */
export const capabilityVerbs = {
  /** A screen, the first is 0; `below`: as a message of its own. */
  surveyScreen: z.object({ ...said, page, below: toggle }),
  sendAnswers: z.object(said),
  /** "Inte i år". */
  skipSurvey: z.object({ year: code }),
  /** What was answered in a department, or in the whole. */
  capability: z.object({ department: code, below: toggle }),
  /** "Fråga alla", by the office. */
  beginSurvey: z.object({}),
  /** What somebody has done themselves as a manager; `department`: from whose page it was opened. */
  managerMirror: z.object({ department: code }),
  promiseForm: z.object({ department: code }),
  /** "Vad ska ni ändra i år?": one line and a day. */
  promiseChange: z.object({ idempotencyKey, department: code, what: line, until: day }),
} as const;
