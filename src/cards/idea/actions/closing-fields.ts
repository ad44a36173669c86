import { closingWords, FARTHEST_TRY_AGAIN_MONTHS } from '../../../domain/idea/commands/ending/closing-words.js';
import { type Field, wordField } from '../../fields.js';
import type { Reading } from '../reading.js';
import { channelField, dayAhead, hideField, type Kept, reasonField } from './panel-fields.js';

export const isAfterTest = (idea: Reading['idea']): boolean => closingWords(idea).required.includes('lesson');

/** Before a test why we do not go on, or the other way that is right; after one what we tried and learned, as far as it has been told. */
export function closingFields(reading: Reading, kept: Kept): Field[] {
  const { kit, idea } = reading;
  const { say } = kit;
  const later = [
    wordField(say, 'tryAgain', { value: kept.tryAgain, optional: true }),
    dayAhead(reading, 'tryAgainOn', say('field.optional', { label: say('field.tryAgainOn') }), {
      value: kept.tryAgainOn,
      months: FARTHEST_TRY_AGAIN_MONTHS,
      required: false,
    }),
  ];
  if (isAfterTest(idea)) {
    const { activity, learned } = idea.answers;
    return [
      wordField(say, 'tried', { value: kept.tried ?? activity, required: 'field.tried.missing' }),
      wordField(say, 'lesson', { value: kept.lesson ?? learned, required: 'field.lesson.missing' }),
      ...later,
    ];
  }
  if (idea.stage === 'inUse') {
    return [reasonField(reading, 'panel.closeUsed.reason', kept, 'field.reason.missing'), ...later];
  }
  // The reason is not required here: with another way chosen it may be empty, which only the domain can judge.
  const elsewhere = channelField(reading, kept.channel);
  const hide = elsewhere.length > 0 ? [hideField(reading, 'panel.close.hide', kept)] : [];
  return [wordField(say, 'reason', { value: kept.reason }), ...elsewhere, ...hide, ...later];
}
