import { z } from 'zod';
import {
  code,
  day,
  decisionVersion,
  eventNumber,
  idempotencyKey,
  line,
  oneOf,
  page,
  recordId,
  toggle,
  words,
} from '../press-data.js';
import { challengeActs, challengePanels } from './challenge-panels.js';

/** What the buttons of challenges send. */
export const challengeVerbs = {
  /** All of them, a page at a time; `inPlace`: where the page before it stood. */
  challenges: z.object({ page, inPlace: toggle }),
  /** One of them with what of its card is open, in place; `below`: as a message of its own. */
  challenge: z.object({ challenge: recordId, panel: oneOf(challengePanels), below: toggle }),
  challengeForm: z.object({}),
  /** `offers`: time, place and person, those chosen, with commas between; `whose`: a department's code, or what stands for the municipality. */
  publishChallenge: z.object({
    idempotencyKey,
    ...{ problem: words, title: line, tried: words, offers: code, money: line, owner: code },
    ...{ answerBy: day, resultBy: day, goal: code, whose: code },
  }),
  actOnChallenge: z.object({
    ...{ challenge: recordId, decisionVersion, idempotencyKey, act: z.enum(challengeActs) },
    ...{ reason: words, result: words, owner: code, department: code },
    ...{ organisation: line, proposal: words, buys: toggle },
    /** Which answer from outside is corrected, and its last correction, as the form showed it. */
    ...{ answer: eventNumber, correction: eventNumber },
  }),
  /** "Samma problem hos oss", or not any more. */
  challengeSame: z.object({ challenge: recordId, on: toggle }),
  /** The ideas that answer it, a page at a time. */
  challengeAnswers: z.object({ challenge: recordId, page }),
  /** What a workplace can do with it in a quarter of an hour. */
  challengeAgenda: z.object({ challenge: recordId }),
} as const;
