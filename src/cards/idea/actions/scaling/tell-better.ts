import { keepings } from '../../../../domain/idea/use/core.js';
import { choiceField, type Field, wordField } from '../../../fields.js';
import { code, oneOf } from '../../../press-data.js';
import { isAskedWhatIsBetter, ownAdoption, saysHowItGoes } from '../../adopting.js';
import type { Reading } from '../../reading.js';
import { action, type FormValuesOf } from '../action.js';

const inputs = { department: code, keeps: oneOf(keepings) };

/** What has become better where the reader's own department uses the idea. */
export const tellBetter = action('tellBetter', {
  inputs,
  data: ({ department = '', keeps }) => ({ department, ...(keeps && { keeps }) }),
  offers: {
    tellBetter: {
      when: saysHowItGoes,
      forward: true,
      asked: isAskedWhatIsBetter,
      inDepartment: true,
      panel: {
        fields: (reading, kept) => [
          wordField(reading.context.t, 'better', {
            value: kept.better ?? ownAdoption(reading)?.better,
            required: 'field.better.missing',
          }),
          ...keepsField(reading, kept),
        ],
      },
    },
  },
});

/** Whether the department does what must be the same; asked only where that has been said. */
function keepsField(reading: Reading, kept: FormValuesOf<typeof inputs>): Field[] {
  const { context, idea } = reading;
  const { t } = context;
  if (!idea.core) return [];
  const choices = keepings.map((value) => ({ title: t(`idea.keeps.${value}`), value }));
  return [
    choiceField(
      {
        ...{ id: 'keeps', label: t('field.optional', { label: t('field.keeps') }), placeholder: t('field.choose') },
        ...{ choices, value: kept.keeps ?? ownAdoption(reading)?.keeps },
      },
      { open: true },
    ),
  ];
}
