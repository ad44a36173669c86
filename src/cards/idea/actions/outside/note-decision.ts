import { isAmount } from '../../../../domain/amount.js';
import { isHours } from '../../../../domain/hours.js';
import { namesSomebody, openOutside, outsideDecisions } from '../../../../domain/idea/deciding/outside.js';
import { refuse } from '../../../../domain/result.js';
import { addMonths } from '../../../../domain/time.js';
import { choiceField, dateField, type Field, wordField } from '../../../fields.js';
import { day, line, oneOf } from '../../../press-data.js';
import type { Reading } from '../../reading.js';
import { action, type Choices, type FormValuesOf } from '../action.js';
import { isAfterTest } from '../ending/close.js';
import { grantedFields, grantedPress } from '../granting.js';
import { namedIn, naming, personFields } from '../naming.js';
import { diaryField, reasonField } from '../panel-fields.js';

const inputs = { ...naming, decision: oneOf(outsideDecisions), on: day, amount: line, grantHours: line };

export const noteDecision = action('noteDecision', {
  inputs,
  asks: (press) => ({
    nobodyMay: press.decision && (true as const),
    colleague: press.decision && namesSomebody(press.decision) ? namedIn(press) : undefined,
    funderIfItCosts: press.decision === 'approvePlan' ? (true as const) : undefined,
  }),
  data: (press, { idea, colleague: person, funderIfItCosts: funder }) => {
    const { decision, on = '' } = press;
    if (!decision) return refuse({ code: 'badChoice', field: 'decision' });
    const { amount, hours } = grantedPress(press, idea);
    // Before what is looked at with the words: a form tells of its faults in its own order.
    if (decision === 'grant' && !isAmount(amount)) return refuse({ code: 'badAmount', field: 'amount' });
    if (decision === 'grant' && !isHours(hours)) return refuse({ code: 'badHours', field: 'grantHours' });
    return { decision, on: on.trim(), amount, hours, ...(person && { person }), ...(funder && { funder }) };
  },
  offers: { noteDecision: { forward: true, panel: { fields: notingFields } } },
});

/** How old a decision can be that is noted: the form helps to choose the right year. */
const EARLIEST_MONTHS = 12;

/** What was decided outside: what, by whom, when and why, and where it can be found. */
function notingFields(reading: Reading, kept: FormValuesOf<typeof inputs>, { colleagues }: Choices): Field[] {
  const { context, idea } = reading;
  const { t, today } = context;
  const decisions = openOutside(idea);
  const choices = decisions.map((decision) => ({ title: t(`outside.${decision}`), value: decision }));
  const what = { id: 'decision', label: t('field.decision'), choices, placeholder: t('field.choose') };
  return [
    choiceField(
      { ...what, value: kept.decision ?? choices[0]?.value },
      { open: true, missing: t('field.decision.missing') },
    ),
    ...(decisions.some(namesSomebody) ? personFields(reading, 'field.decidedPerson', kept, colleagues) : []),
    ...(decisions.includes('grant') ? grantedFields(reading, kept, { required: false }) : []),
    wordField(t, 'taker', {
      value: kept.taker,
      required: 'field.taker.missing',
      lines: 'one',
      placeholder: 'field.taker.hint',
    }),
    dateField('on', t('field.on'), {
      value: kept.on ?? today,
      min: addMonths(today, -EARLIEST_MONTHS),
      max: today,
      missing: t('field.on.missing'),
    }),
    reasonField(reading, 'field.decidedReason', kept),
    ...(isAfterTest(idea)
      ? [
          wordField(t, 'tried', { value: kept.tried ?? idea.answers.activity, optional: true }),
          wordField(t, 'lesson', { value: kept.lesson ?? idea.answers.learned, optional: true }),
        ]
      : []),
    diaryField(reading, kept),
  ];
}
