import { piles } from '../../../../src/cards/idea/lists/piles';
import { several } from '../../../../src/cards/idea/lists/several';
import { languageCodes } from '../../../../src/domain/languages';
import { button, choicesOf, inputsOf, textsOf } from '../../../../testing/cards/card';
import { expectSound } from '../../../../testing/cards/sound-card';
import { contextFor } from '../../../../testing/samples/card-context';
import { ideas } from '../../../../testing/samples/idea/ideas';
import { shownPile, somePiles, toChoose } from '../../../../testing/samples/idea/turns';

describe.each(languageCodes)('piles in %s', (language) => {
  const context = contextFor(language);

  test('are a sound card, with and without what has just been done', () => {
    expectSound(piles(context, somePiles()));
    expectSound(piles(context, somePiles({ others: 9, cut: true }), { do: 'passOn', done: 4, refused: 1 }));
  });

  test.each(['alike', 'direct', 'elsewhere', 'think'] as const)('have a sound card for a part of "%s"', (name) => {
    for (const shared of [[], ['cyklar', '_hemtjänsten_']])
      expectSound(several(context, toChoose({ ideas: ideas(5), pile: shownPile(name, { shared }), more: true })));
  });
});

test('an empty pile is not shown, and the list is one press away', () => {
  const { pages } = somePiles();
  const { card } = piles(contextFor(), somePiles({ pages: { ...pages, direct: [] } }));
  expect(textsOf(card)).toEqual(expect.arrayContaining(['22', 'Liknar varandra', '7', 'Hör hemma någon annanstans']));
  expect(textsOf(card)).not.toContain('Kan göras direkt');
  expect(button(card, 'Visa alla i en lista')).toMatchObject({ verb: 'queue', data: { filter: 'all' } });
});

test('what is alike stands chosen as it is opened, what needs thought does not, and a choice that was made stays', () => {
  const ticked = (name: 'alike' | 'think', chosen?: string) => {
    const { card } = several(contextFor(), toChoose({ ideas: ideas(3), pile: shownPile(name) }), { chosen });
    const field = inputsOf(card).find(({ id }) => id === 'ideas');
    return { value: field?.value, all: choicesOf(field ?? {}).map(({ value }) => value) };
  };
  const { value, all } = ticked('alike');
  expect(value).toBe(all.join(','));
  expect(ticked('think').value).toBe('');
  expect(ticked('alike', all[1]).value).toBe(all[1]);
});

test('what can be done at once is asked of whoever manages the unit, in one press, and each can be opened', () => {
  const unitless = ideas(3).map(({ unit: _, ...idea }) => idea);
  const shown = unitless.map((idea, at) => ({ ...idea, ...(at < 2 && { unit: 'HTN' }) }));
  const { card } = several(contextFor(), toChoose({ ideas: shown, pile: shownPile('direct') }));
  expect(button(card, 'Fråga enhetschefen')).toMatchObject({
    verb: 'several',
    style: 'positive',
    data: { do: 'doNow', pile: 'direct' },
  });
  expect(textsOf(card).filter((text) => text.startsWith('Frågan går till '))).toHaveLength(2);
  const field = inputsOf(card).find(({ id }) => id === 'ideas');
  expect(field?.value).toBe(
    choicesOf(field ?? {})
      .map(({ value }) => value)
      .join(','),
  );
  const without = several(contextFor(), toChoose({ ideas: unitless, pile: shownPile('direct') }));
  expect(JSON.stringify(without.card)).not.toContain('"title":"Fråga enhetschefen"');
});

test('where a channel is for them all, closing them shows the way there', () => {
  const shown = ideas(2);
  const leanings = new Map(shown.map(({ id }) => [id, { way: 'channel', code: 'felanmalan' } as const]));
  const { card } = several(contextFor(), toChoose({ ideas: shown, pile: shownPile('elsewhere', { leanings }) }));
  expect(textsOf(card).join()).toContain('Felanmälan');
  expect(button(card, 'Avsluta').data).toMatchObject({ do: 'close', channel: 'felanmalan', pile: 'elsewhere' });
});
