import { coreTimes } from '../../../../domain/idea/use/core.js';
import { choiceField, wordField } from '../../../fields.js';
import { oneOf } from '../../../press-data.js';
import { action } from '../action.js';

const inputs = { takes: oneOf(coreTimes) };

/** What travels with a solution, by those who know it: a few lines, with what is there already. */
export const tellCore = action('tellCore', {
  inputs,
  data: ({ takes }) => (takes ? { takes } : {}),
  offers: {
    tellCore: {
      panel: {
        sends: 'button.save',
        fields: ({ context: { t }, idea: { core } }, kept) => [
          wordField(t, 'coreSame', { value: kept.coreSame ?? core?.same, required: 'field.coreSame.missing' }),
          wordField(t, 'coreOwn', { value: kept.coreOwn ?? core?.own, optional: true }),
          wordField(t, 'coreFirst', {
            value: kept.coreFirst ?? core?.first,
            optional: true,
            placeholder: 'field.coreFirst.hint',
          }),
          choiceField(
            {
              ...{
                id: 'takes',
                label: t('field.optional', { label: t('field.takes') }),
                placeholder: t('field.choose'),
              },
              choices: coreTimes.map((value) => ({ title: t(`idea.core.takes.${value}`), value })),
              value: kept.takes ?? core?.takes,
            },
            { open: true },
          ),
        ],
      },
    },
  },
});
