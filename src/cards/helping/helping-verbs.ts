import { z } from 'zod';
import { helpAreas } from '../../domain/helping/help.js';
import { helpHours } from '../../domain/helping/helper.js';
import { code, idempotencyKey, line, oneOf, recordId, toggle } from '../press-data.js';

/** What the buttons send by which people ask each other for help with an idea. `help`: a question, by the key of the press that asked. */
export const helpingVerbs = {
  /** The form in which help is asked for, in the place of the idea's card. */
  helpForm: z.object({ idea: recordId }),
  askForHelp: z.object({ idea: recordId, idempotencyKey, helpArea: oneOf(helpAreas), helpWith: line }),
  /** A question as its reader has it; `below`: as a message of its own. */
  helping: z.object({ idea: recordId, help: idempotencyKey, below: toggle }),
  answerHelp: z.object({ idea: recordId, help: idempotencyKey, yes: toggle }),
  thankHelp: z.object({ idea: recordId, help: idempotencyKey, thanksFor: line }),
  /** "Det här kan jag hjälpa till med". */
  helpOffer: z.object({}),
  /** `helpAreas`: several, with commas between. */
  saveHelpOffer: z.object({ helpAreas: code, helpHours: oneOf(helpHours), tellsManager: toggle }),
} as const;
