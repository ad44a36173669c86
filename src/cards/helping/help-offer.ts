import { helpAreas } from '../../domain/helping/help.js';
import { type Helper, helpHours, MOST_AREAS } from '../../domain/helping/helper.js';
import type { CardContext, Drawn } from '../card-context.js';
import { choiceField, choicesField, toggleField } from '../fields.js';
import { button } from '../verbs.js';
import { areaText } from './help-words.js';
import { shortForm } from './short-form.js';

/** "Det här kan jag hjälpa till med", for each themself. `said`: what came of the last press. */
export function helpOffer(
  context: CardContext,
  helper: Pick<Helper, 'areas' | 'hours' | 'tellsManager'> | undefined,
  said?: 'saved' | 'none' | 'tooMany' | 'busy',
): Drawn {
  const { t } = context;
  const heading = t('button.helpOffer');
  const told = said && t(`helping.offer.${said}`, { most: MOST_AREAS });
  const card = shortForm(context, {
    heading,
    lines: [t('helping.offer.about'), t('helping.offer.boss')],
    fault: told,
    fields: [
      choicesField(
        {
          ...{ id: 'helpAreas', label: t('helping.offer.areas', { most: MOST_AREAS }), placeholder: '' },
          choices: helpAreas.map((value) => ({ title: areaText(context, value), value })),
          value: helper?.areas.join(',') ?? '',
        },
        { open: true },
      ),
      choiceField({
        ...{ id: 'helpHours', label: t('helping.offer.hours'), value: helper?.hours ?? helpHours[0], placeholder: '' },
        choices: helpHours.map((value) => ({ title: t('helping.offer.hoursOf', { hours: Number(value) }), value })),
      }),
      toggleField(
        'tellsManager',
        t('helping.offer.manager'),
        t('helping.offer.managerWhat'),
        helper?.tellsManager === true,
      ),
    ],
    buttons: [
      button(t('button.save'), 'saveHelpOffer', {}, { style: 'positive' }),
      button(t('button.back'), 'settings', {}, { inputs: 'none' }),
    ],
  });
  return { card, summary: told ?? heading };
}
