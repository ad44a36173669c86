import { z } from 'zod';
import { methodHelps } from '../../../domain/method/method-use.js';
import { code, oneOf, page, partName, recordId } from '../../press-data.js';

/** From which idea's card a method was opened. */
const fromIdea = recordId.optional();

/** What the buttons of methods send. */
export const methodsVerbs = {
  /** All of them, by stage, a page at a time; `idea`: from whose card they were opened. */
  methods: z.object({ page, idea: fromIdea }),
  /** A screen of one, the first is 0; without its name that which fits what an idea needs. */
  method: z.object({ method: code, idea: fromIdea, part: partName, page }),
  /** "Vi har använt den", and whether it helped. */
  useMethod: z.object({ method: code, idea: recordId, part: partName, helped: oneOf(methodHelps) }),
} as const;
