import { takesPart } from '../../../../domain/idea/use/adoption.js';
import { addMonths } from '../../../../domain/time.js';
import { dateField, type Field, wordField } from '../../../fields.js';
import { code, day, oneOf } from '../../../press-data.js';
import { goesOnHere, isInvited, ownStatus } from '../../adopting.js';
import type { Reading } from '../../reading.js';
import { action, type FormValuesOf } from '../action.js';

/** Adoption may have begun before it is told here, or be agreed for later. */
const EARLIEST_START_MONTHS = 24;
const LATEST_START_MONTHS = 12;

const inputs = { department: code, status: oneOf(['testing', 'using']), start: day };

export const adopt = action('adopt', {
  inputs,
  // Whoever has read what has to be the same says what they change.
  leaves: ({ core }) => (core ? 'adapt' : undefined),
  data: ({ department = '', status = 'using', start }, { today }) => ({
    department,
    status,
    start: start?.trim() || today,
  }),
  offers: {
    adopt: {
      when: (reading) => reading.asDepartment !== undefined && ownStatus(reading) !== 'using' && goesOnHere(reading),
      forward: true,
      asked: isInvited,
      inDepartment: true,
      says: { status: 'using' },
      panel: { fields: adoptingFields },
    },
    tryFirst: {
      when: (reading) => reading.asDepartment !== undefined && !takesPart(ownStatus(reading)) && goesOnHere(reading),
      inDepartment: true,
      says: { status: 'testing' },
      panel: { fields: adoptingFields },
    },
  },
});

export function adoptingFields(
  { context: { t, today } }: Reading,
  kept: Pick<FormValuesOf<typeof inputs>, 'start' | 'contact'>,
): Field[] {
  return [
    dateField('start', t('field.adoptStart'), {
      value: kept.start ?? today,
      min: addMonths(today, -EARLIEST_START_MONTHS),
      max: addMonths(today, LATEST_START_MONTHS),
      missing: t('field.start.missing', { field: t('field.adoptStart') }),
    }),
    wordField(t, 'contact', { value: kept.contact, optional: true, lines: 'one', placeholder: 'field.contact.hint' }),
  ];
}
