import { myIdeas } from '../../../../src/cards/idea/lists/my-ideas';
import { languageCodes } from '../../../../src/domain/languages';
import { button, buttonsOf, textsOf } from '../../../../testing/cards/card';
import { expectSound } from '../../../../testing/cards/sound-card';
import { contextFor } from '../../../../testing/samples/card-context';
import { anIdea, ideas, restingIdea } from '../../../../testing/samples/idea/ideas';
import { hostile, longWord } from '../../../../testing/samples/text/words';

const me = 'pSUBMITTER';
const titled = (title: string) => anIdea({ words: { title, problem: title } });

describe.each(languageCodes)('my ideas in %s', (language) => {
  const context = contextFor(language);

  test.each([
    ['a full page', { ideas: ideas(8), page: 1, more: true }],
    ['the only idea', { ideas: ideas(1), page: 0, more: false }],
    ['none', { ideas: [], page: 0, more: false }],
    ['a page that has become empty', { ideas: [], page: 3, more: false }],
  ])('with %s is a sound card', (_, page) => expectSound(myIdeas(context, page, me)));

  test('shows titles as they were typed', () => {
    for (const title of [hostile, longWord(120)]) {
      const drawn = myIdeas(context, { ideas: [titled(title)], page: 0, more: false }, me);
      expectSound(drawn, { typed: [title] });
    }
  });

  test('a hidden idea shows its title to whoever has it, and not to whoever’s idea is a part of it', () => {
    const hidden = anIdea({ hidden: true, words: { title: 'Hemlig rubrik', problem: 'x' }, joined: ['pJOINED'] });
    const seenBy = (ref: string) =>
      JSON.stringify(myIdeas(context, { ideas: [hidden], page: 0, more: false }, ref).card);
    expect(seenBy(me)).toContain('Hemlig rubrik');
    expect(seenBy('pJOINED')).not.toContain('Hemlig rubrik');
  });

  test('a full page of the longest titles fits a message', () => {
    const long = ideas(8).map((idea) => ({ ...idea, words: { ...idea.words, title: longWord(120) } }));
    expectSound(myIdeas(context, { ideas: long, page: 1, more: true }, me));
  });
});

test('each idea says its stage and whom it waits for, and opens', () => {
  const asked = anIdea({ id: 'K7M4A1', waiting: { for: 'submitter', person: me } });
  const { card } = myIdeas(contextFor(), { ideas: [asked, restingIdea({ stage: 'inUse' })], page: 0, more: false }, me);
  expect(textsOf(card).join('\n')).toMatch(/Din tur[\s\S]*Inskickad[\s\S]*Används/);
  const opens = buttonsOf(card).filter(({ verb }) => verb === 'open');
  expect(opens.map(({ data }) => data?.idea)).toEqual(['K7M4A1', 'K7M4QX']);
});

test('without ideas it invites to the first one', () => {
  const { card, summary } = myIdeas(contextFor(), { ideas: [], page: 0, more: false }, me);
  expect(summary).toBe('Du har inte skickat in någon idé än.');
  expect(textsOf(card)).toContain(summary);
  expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Skicka en idé']);
});

test('leads on to the next page and back', () => {
  const { card } = myIdeas(contextFor(), { ideas: ideas(8), page: 1, more: true }, me);
  expect(button(card, 'Visa fler').data).toMatchObject({ page: '2' });
  expect(button(card, 'Visa föregående').data).toMatchObject({ page: '0' });
  const last = myIdeas(contextFor(), { ideas: ideas(2), page: 0, more: false }, me);
  expect(buttonsOf(last.card).map(({ title }) => title)).not.toContain('Visa fler');
});
