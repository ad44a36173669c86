import { LONGEST_EXTENSION_MONTHS } from '../../../../domain/idea/commands/testing/test-end.js';
import { day } from '../../../press-data.js';
import { action } from '../action.js';
import { dayAhead, reasonField } from '../panel-fields.js';

export const backToTest = action('backToTest', {
  inputs: { until: day },
  data: ({ until = '' }) => ({ end: until }),
  offers: {
    backToTest: {
      panel: {
        fields: (reading, kept) => [
          dayAhead(reading, 'until', reading.context.t('field.testUntil'), {
            value: kept.until,
            months: LONGEST_EXTENSION_MONTHS,
            required: true,
          }),
          reasonField(reading, 'panel.backToTest.reason', kept, 'field.reason.missing'),
        ],
      },
    },
  },
});
