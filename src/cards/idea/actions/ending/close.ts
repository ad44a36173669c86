import { closingWords, FARTHEST_TRY_AGAIN_MONTHS } from '../../../../domain/idea/commands/ending/closing-words.js';
import { type Field, wordField } from '../../../fields.js';
import { type Section, section } from '../../../paragraphs.js';
import { code, day, line } from '../../../press-data.js';
import { openingField } from '../../ending/openings.js';
import { quotedFrom } from '../../ending/own-lines.js';
import type { Reading } from '../../reading.js';
import { action, type Choices, type FormValuesOf } from '../action.js';
import { channelField, dayAhead, hideField, hiding, reasonField } from '../panel-fields.js';

/** `opening`: with what the reason begins, before a test. */
const inputs = { channel: code, tryAgainOn: day, opening: line, ...hiding };

export const close = action('close', {
  inputs,
  asks: ({ channel }) => ({ channel: channel?.trim() || undefined }),
  data: ({ tryAgainOn, hide }, { channel }) => ({
    ...(channel && { channel, ...(hide === 'true' && { hide: true as const }) }),
    ...(tryAgainOn?.trim() && { tryAgainOn: tryAgainOn.trim() }),
  }),
  offers: {
    close: {
      panel: {
        texts: ({ idea }) => (isAfterTest(idea) ? 'closeTested' : idea.stage === 'inUse' ? 'closeUsed' : 'close'),
        quotes: ownWords,
        fields: closingFields,
      },
    },
  },
});

export const isAfterTest = (idea: Reading['idea']): boolean => closingWords(idea).required.includes('lesson');

/** Before a test the idea's own words stand beside the field, so that they are answered. */
function ownWords({ context: { t }, idea, seesWords }: Reading): Section[] {
  const isBefore = seesWords && !isAfterTest(idea) && idea.stage !== 'inUse';
  return isBefore ? section(t('panel.close.theirWords'), quotedFrom(idea)) : [];
}

/** Before a test why we do not go on, or the other way that is right; after one what we tried and learned, as far as it has been told. */
function closingFields(reading: Reading, kept: FormValuesOf<typeof inputs>, { phrases }: Choices): Field[] {
  const { context, idea } = reading;
  const { t } = context;
  const later = [
    wordField(t, 'tryAgain', { value: kept.tryAgain, optional: true }),
    dayAhead(reading, 'tryAgainOn', t('field.optional', { label: t('field.tryAgainOn') }), {
      value: kept.tryAgainOn,
      months: FARTHEST_TRY_AGAIN_MONTHS,
      required: false,
    }),
  ];
  if (isAfterTest(idea)) {
    const { activity, learned } = idea.answers;
    return [
      wordField(t, 'tried', { value: kept.tried ?? activity, required: 'field.tried.missing' }),
      wordField(t, 'lesson', { value: kept.lesson ?? learned, required: 'field.lesson.missing' }),
      ...later,
    ];
  }
  if (idea.stage === 'inUse') {
    return [reasonField(reading, 'panel.closeUsed.reason', kept, 'field.reason.missing'), ...later];
  }
  // The reason is not required here: with another way chosen it may be empty, which only the domain can judge.
  const elsewhere = channelField(reading, kept.channel);
  const hide = elsewhere.length > 0 ? [hideField(reading, 'panel.close.hide', kept)] : [];
  const reason = wordField(t, 'reason', { value: kept.reason, placeholder: 'field.reason.goesOn' });
  return [openingField(t, phrases, kept.opening), reason, ...elsewhere, ...hide, ...later];
}
