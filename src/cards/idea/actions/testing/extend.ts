import { LONGEST_EXTENSION_MONTHS } from '../../../../domain/idea/commands/testing/test-end.js';
import { day } from '../../../press-data.js';
import { action } from '../action.js';
import { dayAhead, reasonField } from '../panel-fields.js';

export const extend = action('extend', {
  inputs: { until: day },
  data: ({ until = '' }) => ({ until }),
  offers: {
    extend: {
      forward: true,
      panel: {
        fields: (reading, kept) => [
          dayAhead(reading, 'until', reading.context.t('field.testUntil'), {
            value: kept.until,
            after: reading.idea.test?.end,
            months: LONGEST_EXTENSION_MONTHS,
            required: true,
          }),
          reasonField(reading, 'panel.extend.reason', kept, 'field.reason.missing'),
        ],
      },
    },
  },
});
