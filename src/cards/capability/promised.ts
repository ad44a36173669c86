import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import type { TextKey } from '../../text/index.js';
import type { CardContext } from '../card-context.js';
import { stageText, whatOf } from '../undertaking/undertaking-words.js';

/** What a department has promised, in somebody's words, and how it stands; nothing where it has not. */
export const promisedPart = (context: CardContext, label: TextKey, promised: Undertaking | undefined) =>
  promised ? [{ label: context.t(label), text: whatOf(context, promised), state: stageText(context, promised) }] : [];

/** The record whose words stand there. */
export const promisedRecords = (promised: Undertaking | undefined) =>
  promised ? [{ record: 'undertaking' as const, id: promised.id, seq: promised.seq }] : [];
