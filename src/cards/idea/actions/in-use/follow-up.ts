import { effects, MOST_EFFECTS, uses } from '../../../../domain/idea/use/follow-up.js';
import { choiceField, choicesField, type Field, wordField } from '../../../fields.js';
import { type Section, section } from '../../../paragraphs.js';
import { line, oneOf } from '../../../press-data.js';
import { optionText } from '../../parts/answers.js';
import { expectedOf } from '../../parts/use-texts.js';
import type { Reading } from '../../reading.js';
import { action, type FormValuesOf } from '../action.js';

const inputs = { use: oneOf(uses), effects: line };

export const followUp = action('followUp', {
  inputs,
  data: ({ use, effects: chosen = '' }) => ({
    ...(use && { use }),
    effects: effects.filter((one) => chosen.split(',').includes(one)),
  }),
  offers: {
    followUp: {
      forward: true,
      asked: ({ idea, reader }) =>
        idea.followUpAsked === true &&
        (reader.roles.has('owner') || (reader.roles.has('decider') && idea.owner?.accepted !== true)),
      panel: { quotes, fields },
    },
  },
});

/** What was expected stands above the question what came of it. */
function quotes(reading: Reading): Section[] {
  const expected = expectedOf(reading);
  return expected.length > 0 ? [...section('', reading.context.t('panel.followUp.expected')), ...expected] : [];
}

/** "Används idén?", where it is seen, and a line that may be left out. */
function fields({ context }: Reading, kept: FormValuesOf<typeof inputs>): Field[] {
  const { t } = context;
  const choices = (options: readonly string[]) =>
    options.map((value) => ({ title: optionText(context, value), value }));
  const seen = (kept.effects ?? '').split(',').filter(Boolean);
  return [
    choiceField(
      { id: 'use', label: t('field.use'), choices: choices(uses), value: kept.use, placeholder: t('field.choose') },
      { open: true, missing: t('field.use.missing') },
    ),
    choicesField(
      {
        id: 'effects',
        label: t('field.optional', { label: t('field.effects', { most: MOST_EFFECTS }) }),
        choices: choices(effects),
        value: seen.join(','),
        placeholder: t('field.choose'),
      },
      { open: true },
    ),
    wordField(t, 'went', { value: kept.went, optional: true }),
  ];
}
