import type { Button } from '../../../testing/cards/card.js';
import { filledIn } from '../../../testing/cards/form.js';

const card = {
  type: 'AdaptiveCard',
  body: [
    { type: 'Input.Text', id: 'problem', isRequired: true, maxLength: 10 },
    { type: 'Input.Text', id: 'name', value: 'Ifyllt' },
    { type: 'Input.Toggle', id: 'hidden', title: 'Dölj' },
    { type: 'Input.Date', id: 'until', min: '2026-01-01' },
    { type: 'Input.ChoiceSet', id: 'department', choices: [{ title: 'Bygg', value: 'B' }] },
  ],
};
const send: Button = { type: 'Action.Execute', title: 'Skicka idén' };

describe('what a client sends from a card', () => {
  it('is what was typed over what the card filled in, as text, without what is empty', () => {
    expect(filledIn(card, send, { problem: 'Bilar', hidden: true })).toEqual({
      ...{ problem: 'Bilar', name: 'Ifyllt', hidden: 'true' },
    });
    expect(filledIn(card, send, { problem: 'Bilar', name: '', department: 'B' })).toEqual({
      ...{ problem: 'Bilar', hidden: 'false', department: 'B' },
    });
  });

  it('is nothing from a button that takes no inputs', () => {
    expect(filledIn(card, { ...send, associatedInputs: 'none' }, {})).toEqual({});
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['nothing required is given', {}, '"problem" is required'],
    ['a text is too long', { problem: 'x'.repeat(11) }, '"problem" = "xxxxxxxxxxx" takes 10 characters'],
    ['a date is too early', { problem: 'x', until: '2025-12-31' }, 'is not from 2026-01-01'],
    ['a choice is not on the list', { problem: 'x', department: 'Z' }, 'is not one of B'],
    ['there is no such input', { problem: 'x', titel: 'x' }, 'there is no input "titel", only problem, name'],
  ])('is not sent when %s', (_, given, reason) => {
    expect(() => filledIn(card, send, given)).toThrow(reason);
  });
});
