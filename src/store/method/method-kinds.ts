import { z } from 'zod';
import { methodHelps } from '../../domain/method/method-use.js';
import { rowKind } from '../row-kinds.js';

/** How the rows are read by which it is known which methods are used, and whether they help. */
const count = z.number().default(0);

/** What an idea has said of a method that it has used; nothing yet of whether it helped. */
export const methodUseKind = rowKind('methodUse', { helped: z.enum(methodHelps).exactOptional() });

/** How many ideas have used a method in a month, and whether it helped those that said so. */
export const methodCountKind = rowKind('methodCount', { used: count, yes: count, some: count, no: count });
