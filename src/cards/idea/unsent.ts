import { type FieldName, fields } from '../../domain/idea/fields.js';
import { limits, type WordKey } from '../../domain/idea/words.js';
import { type Section, section } from '../paragraphs.js';
import { shortened } from '../shortened.js';
import type { FormValues } from './actions/tables.js';
import type { Reading } from './reading.js';

/** Two answers of the longest kind, the most that one form asks for but for the idea's own; a card has no room for more. */
const LONGEST = 8000;

const texts = (Object.keys(fields) as FieldName[]).filter((name) => fields[name].kind === 'text');
const written: readonly (WordKey | FieldName)[] = [...(Object.keys(limits) as WordKey[]), ...texts];

/** What somebody wrote into a form that came too late: they can copy it, for nothing typed is lost. One section or none. */
export function unsent({ context }: Reading, kept: FormValues = {}): Section[] {
  const words = written.flatMap((key) => kept[key]?.trim() || []);
  return section(context.t('idea.unsent'), shortened(words.join('\n'), LONGEST));
}
