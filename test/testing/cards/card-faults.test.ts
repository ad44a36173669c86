import { cardFaults } from '../../../testing/cards/card-faults';
import type { CardNode } from '../../../testing/cards/nodes';

const card = (...body: CardNode[]) => ({ type: 'AdaptiveCard', version: '1.5', body });
const text = { type: 'TextBlock', text: 'Hej', wrap: true };
const execute = {
  ...{ type: 'Action.Execute', title: 'Utforska idén', verb: 'explore', data: { ideaId: 'K7M4QX' } },
  fallback: { type: 'Action.Submit', title: 'Utforska idén', data: { verb: 'explore' } },
};
const actionSet = (...actions: CardNode[]) => ({ type: 'ActionSet', actions });

describe('what is wrong with a card', () => {
  it.each<[string, CardNode]>([
    ['text, inputs and a button', card(text, { type: 'Input.Text', id: 'a', label: 'Namn' }, actionSet(execute))],
    ['a chart with a fallback', card({ type: 'Chart.Donut', data: [{ legend: 'x', value: 1 }], fallback: text })],
    ['a badge that old clients leave out', card({ type: 'Badge', text: 'Testas', fallback: 'drop' })],
    [
      'what only Teams knows',
      {
        ...card({ ...text, targetWidth: 'atLeast:narrow' }),
        msteams: { width: 'Full', entities: [{ type: 'mention' }] },
      },
    ],
    [
      'a people picker',
      card({
        ...{ type: 'Input.ChoiceSet', id: 'who', label: 'Vem?', choices: [{ title: 'Jag', value: 'me' }] },
        'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
      }),
    ],
    [
      'columns, facts and rich text',
      card(
        { type: 'ColumnSet', columns: [{ type: 'Column', width: 'stretch', items: [text], selectAction: execute }] },
        { type: 'FactSet', facts: [{ title: 'Mål', value: 'Grön kommun' }] },
        { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '**som skrivet**', weight: 'Bolder' }] },
      ),
    ],
    [
      'a refresh',
      { ...card(text), refresh: { action: { type: 'Action.Execute', verb: 'refresh' }, userIds: ['29:1'] } },
    ],
  ])('finds nothing in %s', (_, sound) => {
    expect(cardFaults(sound)).toEqual([]);
  });

  it.each<[string, CardNode, RegExp]>([
    ['something that is no card', { type: 'Container' }, /^card: is no AdaptiveCard/],
    ['a newer version', { ...card(text), version: '1.6' }, /has version 1\.6/],
    ['no version', { type: 'AdaptiveCard', body: [text] }, /has version undefined/],
    ['seven actions', { ...card(text), actions: Array(7).fill(execute) }, /^card \(AdaptiveCard\): has more than 6/],
    ['seven in an ActionSet', card(actionSet(...Array(7).fill(execute))), /^body\[0\] \(ActionSet\): has more than 6/],
    [
      'an input without label',
      card({ type: 'Input.Text', id: 'a' }),
      /^body\[0\] \(Input.Text "a"\): is an input with/,
    ],
    ['an image without altText', card({ type: 'Image', url: 'https://example.org/a.png' }), /without altText/],
    ['a bright band', card({ type: 'Container', style: 'accent', items: [text] }), /stays bright in the dark theme/],
    ['Action.ShowCard', card(actionSet({ type: 'Action.ShowCard', title: 'Mer', card: card() })), /Action.ShowCard/],
    ['a chart without fallback', card({ type: 'Chart.Donut', data: [] }), /Chart\.Donut\): is newer/],
    [
      'a chart whose fallback is wrong',
      card({ type: 'Chart.Donut', fallback: { type: 'TextBlock' } }),
      /required.*text/,
    ],
    [
      'a template that was not expanded',
      card({ ...text, text: 'Idé ${id}' }),
      /^card\.body\.0\.text: has an unexpanded/,
    ],
    ['a number that Markdown takes for a list', card({ type: 'TextBlock', text: '4.' }), /is read as a list/],
    ['a button without verb', card(actionSet({ ...execute, verb: '' })), /Utforska idén"\): has no verb/],
    [
      'a button without fallback',
      card(actionSet({ ...execute, fallback: undefined })),
      /no fallback of type Action.Submit/,
    ],
    ['a misspelt member', card({ ...text, isSubtel: true }), /^body\[0\] .* additional properties isSubtel/],
    ['a colour that is none', card({ ...text, color: 'Pink' }), /^TextBlock: parser: Invalid value "Pink"/],
    [
      'two inputs of one id',
      card(...Array(2).fill({ type: 'Input.Text', id: 'a', label: 'A' })),
      /parser: Duplicate Id/,
    ],
    [
      'a required input that says nothing when empty',
      card({ type: 'Input.Text', id: 'a', label: 'A', isRequired: true }),
      /parser: Required inputs should have an error message/,
    ],
  ])('finds %s', (_, faulty, fault) => {
    expect(cardFaults(faulty)).toContainEqual(expect.stringMatching(fault));
  });

  it('tells a fault where it is, and not again for everything around it', () => {
    const deep = card({ type: 'Container', items: [{ type: 'Container', items: [{ ...text, isSubtel: true }] }] });
    expect(cardFaults(deep)).toEqual([
      'body[0].items[0].items[0] (TextBlock "Hej"): schema: must NOT have additional properties isSubtel',
    ]);
  });

  it('leaves what people typed as they typed it', () => {
    const typed = 'Skriv ${namn} här';
    const quoting = card({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: typed }] });
    expect(cardFaults(quoting)).toHaveLength(1);
    expect(cardFaults(quoting, { typed: [typed] })).toEqual([]);
  });

  it('weighs the card in bytes, as Teams does', () => {
    const heavy = card({ ...text, text: 'å'.repeat(12_500) });
    expect(cardFaults(heavy)).toEqual([expect.stringMatching(/^card: has 250\d\d bytes, more than 25000$/)]);
    expect(cardFaults(heavy, { maxBytes: 40_000 })).toEqual([]);
  });
});
