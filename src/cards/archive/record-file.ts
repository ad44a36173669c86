import type { IdeaRecord } from '../../app/archive/record-of-idea.js';
import { dayOf } from '../../domain/time.js';
import type { CardContext } from '../card-context.js';
import type { RecordFormat } from './archive-verbs.js';
import { recordHtml } from './record-html.js';
import { recordJson } from './record-json.js';

/** A record as somebody keeps it: its name says which it is, which copy, and of which day. */
export function recordFileOf(
  context: CardContext,
  record: IdeaRecord,
  format: RecordFormat,
): { name: string; bytes: Uint8Array } {
  const { copy, at, view } = record;
  const day = dayOf(at, context.timeZone);
  const name = [context.t('record.fileName'), view.idea.id, context.t(`record.fileName.${copy}`), day].join('-');
  return format === 'page'
    ? { name: `${name}.html`, bytes: Buffer.from(recordHtml(context, record), 'utf8') }
    : { name: `${name}.json`, bytes: Buffer.from(recordJson(context, record), 'utf8') };
}
