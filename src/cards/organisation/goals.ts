import { nameIn } from '../../domain/organisation/organisation.js';
import type { CardContext } from '../card-context.js';
import { choiceField, choicesField, type Field } from '../fields.js';
import type { Choice } from '../layouts/parts.js';
import { shortened } from '../shortened.js';

/** So much of a goal's name stands in a choice: all of them have to find room on a card. */
const LONGEST_CHOICE = 60;

export const goalChoices = ({ settings, language }: CardContext): Choice[] =>
  settings.goals.map(({ code, name }) => ({ title: shortened(nameIn(name, language), LONGEST_CHOICE), value: code }));

/** A list without choices is no field, and a municipality without goals is asked nothing of them. */
export const ifAny = (choices: Choice[], field: (choices: Choice[]) => Field): Field[] =>
  choices.length > 0 ? [field(choices)] : [];

/** The goals that an idea serves; `value` has those chosen, with commas between. One or none. */
export const goalsField = (context: CardContext, value: string | undefined): Field[] =>
  ifAny(goalChoices(context), (choices) =>
    choicesField(
      {
        id: 'goals',
        label: context.t('field.optional', { label: context.t('field.goals') }),
        choices,
        value,
        placeholder: context.t('field.choose'),
      },
      { search: true },
    ),
  );

/** One goal, by which ideas are looked through. One or none. */
export const goalFilter = (context: CardContext, value: string | undefined): Field[] =>
  ifAny(goalChoices(context), (choices) =>
    choiceField(
      { id: 'goal', label: context.t('search.goal'), choices, value, placeholder: context.t('search.allGoals') },
      { search: true },
    ),
  );

/** The names of goals by their codes; one that the municipality has no more has none. */
export const goalNames = ({ settings, language }: CardContext, codes: readonly string[]): string[] =>
  codes.flatMap((one) => {
    const goal = settings.goals.find(({ code }) => code === one);
    return goal ? [nameIn(goal.name, language)] : [];
  });
