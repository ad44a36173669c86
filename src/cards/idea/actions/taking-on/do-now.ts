import { openDay } from '../../../../domain/organisation/calendar/calendar.js';
import { addDays, addMonths } from '../../../../domain/time.js';
import { dateField } from '../../../fields.js';
import { day } from '../../../press-data.js';
import { action } from '../action.js';
import { namedIn, naming, personFields } from '../naming.js';

/** The longest that a task may take, in months: the domain refuses more. */
const LONGEST_TASK = 12;

export const doNow = action('doNow', {
  inputs: { ...naming, until: day },
  asks: (press) => ({ colleague: namedIn(press) }),
  data: ({ until = '' }, { colleague }) => ({ doer: colleague, until }),
  offers: {
    doNow: {
      panel: {
        fields: (reading, kept, { colleagues }) => {
          const { t, today, settings } = reading.context;
          const until = {
            value: kept.until ?? openDay(addDays(today, settings.answerDays.doer), settings.calendar),
            min: today,
            max: addMonths(today, LONGEST_TASK),
            missing: t('field.until.missing', { field: t('field.until') }),
          };
          return [
            ...personFields(reading, 'field.doer', kept, colleagues),
            dateField('until', t('field.until'), until),
          ];
        },
      },
    },
  },
});
