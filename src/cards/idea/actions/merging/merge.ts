import type { Idea } from '../../../../domain/idea/idea.js';
import { choiceField, type Field, textField } from '../../../fields.js';
import { unmarked } from '../../../language/unmarked.js';
import type { Choice } from '../../../layouts/parts.js';
import { line } from '../../../press-data.js';
import { shortened } from '../../../shortened.js';
import type { Reading } from '../../reading.js';
import { type Choices, type FormValuesOf, offered } from '../action.js';
import { reasonField } from '../panel-fields.js';

/** The other idea, which is named by its id as people write it, else chosen. */
const inputs = { into: line, chosen: line };

/** It changes two ideas, so that its press is a verb of its own. */
export const merge = offered('merge', {
  inputs,
  offers: {
    merge: {
      when: ({ idea }) => idea.proposal === undefined,
      panel: {
        texts: (_reading, { likely }) => (likely === undefined ? 'merge' : 'mergeTwin'),
        fields: (reading, kept, choices) => [
          ...targetFields(reading, kept, choices),
          reasonField(reading, 'panel.merge.reason', kept),
        ],
      },
    },
  },
});

/** Another idea: one of the department's open ones by title, or any by its id. */
function targetFields(
  { context: { t } }: Reading,
  kept: FormValuesOf<typeof inputs>,
  { targets, likely }: Choices,
): Field[] {
  const chosen = { id: 'chosen', label: t('field.chosen'), choices: [...targets], value: kept.chosen ?? likely };
  return [
    // A list without choices is no field: clients refuse it.
    ...(targets.length > 0
      ? [choiceField({ ...chosen, placeholder: t('department.placeholder') }, { search: true })]
      : []),
    textField(
      t,
      { id: 'into', label: targets.length > 0 ? 'field.intoOther' : 'field.into', limit: 40 },
      {
        value: kept.into,
        placeholder: 'field.into.hint',
        lines: 'one',
        ...(targets.length === 0 && { required: 'field.into.missing' as const }),
      },
    ),
  ];
}

/** Of a title in a list, so that forty of them leave room for the card. */
const LONGEST_TITLE = 60;

/** Ideas as choices by their titles; each with its id, for two may have the same. */
export const targetChoices = (ideas: readonly Idea[]): Choice[] =>
  ideas.map(({ id, words }) => ({ title: `${unmarked(shortened(words.title, LONGEST_TITLE))} (${id})`, value: id }));
