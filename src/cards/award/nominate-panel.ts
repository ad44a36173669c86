import { nominatingIdea } from '../../app/award/nominate.js';
import { LONGEST_WHY, MOST_NOMINATIONS } from '../../domain/award/nomination.js';
import { nameIn } from '../../domain/organisation/organisation.js';
import { choiceField, textField } from '../fields.js';
import { backButton } from '../idea/actions/next-steps.js';
import type { IdeaPanel } from '../idea/actions/opened.js';
import { refusalText } from '../refusal-text.js';
import { button } from '../verbs.js';

/** For which class, and why. */
export const nominatePanel: IdeaPanel = (reading, { kept = {}, fault }) => {
  const { context, foundOf, idea } = reading;
  const { t, language, settings } = context;
  if (!foundOf(nominatingIdea) || !settings.award) return undefined;
  const choices = settings.award.classes.map(({ code, name }) => ({ title: nameIn(name, language), value: code }));
  return {
    panel: [
      {
        title: t('panel.nominate.title'),
        text: [{ text: t('panel.nominate.text', { most: MOST_NOMINATIONS }) }],
        quotes: [],
        fields: [
          choiceField({
            ...{ id: 'class', label: t('award.field.class'), choices, value: kept.class ?? choices[0]?.value ?? '' },
            placeholder: '',
          }),
          textField(
            t,
            { id: 'why', label: 'award.field.why', limit: LONGEST_WHY },
            { value: kept.why, required: 'award.noWhy' },
          ),
        ],
        fault: fault ? [{ text: refusalText(t, fault) }] : [],
      },
    ],
    buttons: [
      button(
        t('award.send'),
        'nominate',
        { idea: idea.id, idempotencyKey: context.mintIdempotencyKey() },
        { style: 'positive' },
      ),
      backButton(reading),
    ],
  };
};
