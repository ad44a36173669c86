import { checkNames } from '../../../../domain/idea/deciding/check-names.js';
import { checksOf, saysBuying } from '../../../../domain/idea/deciding/checks.js';
import { choicesField } from '../../../fields.js';
import { line } from '../../../press-data.js';
import { action } from '../action.js';

export const askChecks = action('askChecks', {
  inputs: { checks: line },
  asks: ({ checks = '' }) => ({ checks }),
  data: (_press, { checks }) => checks,
  offers: {
    askChecks: {
      panel: {
        sends: 'button.askChecks.send',
        fields: ({ context: { t }, idea }, kept) => [
          choicesField(
            {
              id: 'checks',
              label: t('field.optional', { label: t('field.checks') }),
              choices: checkNames
                .filter((name) => name !== 'buying' || !saysBuying(idea))
                .map((value) => ({ title: t(`check.asks.${value}`), value })),
              value: kept.checks ?? checksOf(idea).join(','),
              placeholder: t('field.choose'),
            },
            { open: true },
          ),
        ],
      },
    },
  },
});
