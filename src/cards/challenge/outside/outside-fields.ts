import { challengeLimits } from '../../../domain/challenge/words.js';
import type { Translate } from '../../../text/index.js';
import { type Field, textField, toggleField } from '../../fields.js';

/** What stands in the form for an answer from outside, as it was written. */
export interface OutsideDraft {
  organisation?: string | undefined;
  proposal?: string | undefined;
  buys?: boolean | undefined;
}

/** Who answers, what they suggest, and, where that has not been said already, whether something may be bought. */
export const outsideFields = (
  t: Translate,
  { organisation, proposal, buys }: OutsideDraft,
  asksOfPurchase = true,
): Field[] => [
  textField(
    t,
    { id: 'organisation', label: 'challenge.field.organisation', limit: challengeLimits.organisation },
    {
      ...{ value: organisation, required: 'challenge.field.organisation.missing', lines: 'one' },
      placeholder: 'challenge.field.organisation.hint',
    },
  ),
  textField(
    t,
    { id: 'proposal', label: 'challenge.field.proposal', limit: challengeLimits.proposal },
    { value: proposal, required: 'challenge.field.proposal.missing' },
  ),
  ...(asksOfPurchase
    ? [toggleField('buys', t('challenge.field.buys'), t('challenge.field.buys.title'), buys === true)]
    : []),
];
