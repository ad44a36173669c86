import { button, buttonsOf, inputsOf, textsOf } from '../../../testing/cards/card.js';

const execute = (title: string) => ({ type: 'Action.Execute', title, verb: title.toLowerCase() });
const card = {
  type: 'AdaptiveCard',
  actions: [execute('Skicka'), { type: 'Action.OpenUrl', title: 'Boka', url: 'https://example.org' }],
  body: [
    { type: 'TextBlock', text: 'Först' },
    { type: 'ColumnSet', columns: [{ type: 'Column', items: [{ type: 'TextBlock', text: 'I spalten' }] }] },
    { type: 'RichTextBlock', inlines: ['En ', { type: 'TextRun', text: 'mening' }] },
    { type: 'FactSet', facts: [{ title: 'Mål', value: 'Grön kommun' }] },
    { type: 'Chart.Donut', title: 'Diagram', fallback: { type: 'TextBlock', text: 'I stället för diagram' } },
    { type: 'Input.Text', id: 'name', label: 'Namn', placeholder: 'Kort' },
    {
      ...{ type: 'Input.ChoiceSet', id: 'department', label: 'Förvaltning', value: 'B' },
      choices: [
        { title: 'Bygg', value: 'B' },
        { title: 'Kultur', value: 'K' },
      ],
    },
    { type: 'Container', isVisible: false, items: [{ type: 'TextBlock', text: 'Gömt' }] },
    { type: 'ActionSet', actions: [{ ...execute('Fråga'), fallback: { type: 'Action.Submit', title: 'Reserv' } }] },
  ],
};

describe('reading a card', () => {
  it('gives the text that is seen, in reading order', () => {
    expect(textsOf(card)).toEqual(
      ['Först', 'I spalten', 'En mening', 'Mål', 'Grön kommun', 'I stället för diagram', 'Namn', 'Kort'].concat(
        'Förvaltning',
        'Bygg',
      ),
    );
    expect(textsOf(card, { hidden: true }).at(-1)).toBe('Gömt');
  });

  it('finds buttons wherever they stand, the card’s own last', () => {
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Fråga', 'Skicka', 'Boka']);
    expect(button(card, 'Fråga').verb).toBe('fråga');
  });

  it('names the buttons that there are when one is missing', () => {
    expect(() => button(card, 'Avsluta')).toThrow('No button "Avsluta". There are: "Fråga", "Skicka".');
    expect(() => button(card, 'Boka')).toThrow('No button "Boka"');
  });

  it('finds the inputs', () => {
    expect(inputsOf(card).map(({ id }) => id)).toEqual(['name', 'department']);
  });
});
