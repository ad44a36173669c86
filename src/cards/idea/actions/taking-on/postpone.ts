import { FARTHEST_WAIT_MONTHS } from '../../../../domain/idea/commands/taking-on/postpone.js';
import { addMonths, type Day } from '../../../../domain/time.js';
import { monthText } from '../../../../text/dates.js';
import { choiceField } from '../../../fields.js';
import { day } from '../../../press-data.js';
import { hasNoRoom } from '../../lists/tests-here.js';
import type { Reading } from '../../reading.js';
import { action, type PanelSpec } from '../action.js';
import { reasonField } from '../panel-fields.js';

/** As far ahead as is proposed: a test takes about as long. */
const USUAL_MONTHS = 3;

const inputs = { until: day };

/** The first days of the months to come, as far ahead as can be promised. */
const months = ({ context: { today } }: Reading): Day[] =>
  Array.from({ length: FARTHEST_WAIT_MONTHS }, (_, at) => `${addMonths(today, at + 1).slice(0, 7)}-01`);

const proposed = (reading: Reading): Day => months(reading)[USUAL_MONTHS - 1] ?? '';

const monthIn = ({ context: { language, today } }: Reading, month: Day): string => monthText(month, language, today);

const form = {
  opens: 'postpone',
  texts: 'postpone',
  sends: 'button.postpone.send',
  fields: (reading, kept) => {
    const { t } = reading.context;
    const choices = months(reading).map((value) => ({ title: monthIn(reading, value), value }));
    const value = kept.until ?? proposed(reading);
    return [
      choiceField(
        { id: 'until', label: t('field.month'), choices, value, placeholder: t('field.choose') },
        { missing: t('field.month.missing') },
      ),
      reasonField(reading, 'panel.postpone.reason', kept),
    ];
  },
} as const satisfies PanelSpec<typeof inputs>;

const title = (reading: Reading): string =>
  reading.context.t('button.postpone', { month: monthIn(reading, proposed(reading)) });

/**
 * "Vänta till februari": a promise with a date, and no no. Another month is chosen in its form. Where more tests go on than
 * the department brings to an end in a year it stands beside "Utforska idén".
 */
export const postpone = action('postpone', {
  inputs,
  data: ({ until = '' }) => ({ until }),
  offers: {
    postpone: { title, when: (reading) => !hasNoRoom(reading), panel: form },
    postponeInstead: { title, when: hasNoRoom, panel: form },
  },
});
