import { accessibilityFaults } from '../../../../dev/audits/accessibility/checks';

const card = (...body: object[]) => ({ type: 'AdaptiveCard', version: '1.5', body });
const text = { type: 'TextBlock', text: 'Min tur', wrap: true };
const button = (title: string, more = {}) => ({
  type: 'Action.Execute',
  title,
  verb: 'queue',
  data: { title },
  ...more,
});
const buttons = (...actions: object[]) => ({ type: 'ActionSet', actions });
const field = { type: 'Input.Text', id: 'reason', label: 'Varför?' };

test('a card that everybody can use has no faults', () => {
  const sound = card(text, { ...field, isRequired: true, errorMessage: 'Skriv varför.' }, buttons(button('Spara')));
  expect(accessibilityFaults(sound, 'Min tur')).toEqual([]);
});

test.each([
  ['no summary', card(text), '', /no summary/],
  ['a field without label', card(text, { ...field, label: ' ' }), 'x', /the field reason has no label/],
  [
    'a required field that says nothing',
    card(text, { ...field, isRequired: true }),
    'x',
    /does not say what is missing/,
  ],
  ['two fields of one name', card(text, field, field), 'x', /two fields are called reason/],
  ['an image without words', card(text, { type: 'Image', url: 'https://a.example' }), 'x', /alternative text/],
  [
    'a choice without a name',
    card(text, { type: 'Input.ChoiceSet', id: 'x', label: 'X', choices: [{ title: '', value: '1' }] }),
    'x',
    /a choice of "X"/,
  ],
  ['a button that says nothing', card(text, buttons(button('Klicka här'))), 'x', /does not say what it does/],
  ['a button without words', card(text, buttons(button('→'))), 'x', /does not say what it does/],
  [
    'two buttons of one name',
    card(text, buttons(button('Öppna', { data: 1 }), button('Öppna', { data: 2 }))),
    'x',
    /two buttons are called "Öppna"/,
  ],
  [
    'seven buttons',
    card(text, buttons(...'abcdefg'.split('').map((it) => button(`Visa ${it}${it}`)))),
    'x',
    /7 buttons/,
  ],
  [
    'two next steps',
    card(text, buttons(button('Spara', { style: 'positive' }), button('Skicka', { style: 'positive' }))),
    'x',
    /2 next steps: Spara, Skicka/,
  ],
  ['pale text', card({ ...text, color: 'Good' }), 'x', /contrast 2\.\d in the light theme/],
  [
    'text that is pale in the dark only',
    card({ type: 'Container', style: 'good', items: [{ ...text, color: 'Light' }] }),
    'x',
    /contrast/,
  ],
  ['a mark told by its colour', card(text, { ...text, text: '●', color: 'Attention' }), 'x', /colour alone/],
  [
    'a long line that does not wrap',
    card({ ...text, wrap: false, text: 'Idéer som väntar på ditt svar' }),
    'x',
    /may be cut/,
  ],
  ['a button before the words', card(buttons(button('Spara')), text), 'x', /does not begin with words/],
  [
    'folding what is not there',
    card(text, buttons({ type: 'Action.ToggleVisibility', title: 'Visa mer', targetElements: ['more'] })),
    'x',
    /shows more, which is not there/,
  ],
])('%s is found', (_, faulty, summary, fault) => {
  expect(accessibilityFaults(faulty, summary)).toEqual(expect.arrayContaining([expect.stringMatching(fault)]));
});

test('two buttons of one name are fine where tooltips tell them apart, or where they do the same', () => {
  const chats = ['Vård', 'Skola'].map((who) => ({ type: 'Action.OpenUrl', title: 'Chatta', tooltip: who, url: who }));
  expect(accessibilityFaults(card(text, buttons(...chats)), 'x')).toEqual([]);
  expect(accessibilityFaults(card(text, buttons(button('Min tur'), button('Min tur'))), 'x')).toEqual([]);
});

test('a coloured mark with words in its row is fine', () => {
  const row = {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', items: [{ ...text, text: '○', color: 'Attention' }] },
      { type: 'Column', items: [{ ...text, text: 'saknas' }] },
    ],
  };
  expect(accessibilityFaults(card(text, row), 'x').filter((fault) => /colour alone/.test(fault))).toEqual([]);
});
