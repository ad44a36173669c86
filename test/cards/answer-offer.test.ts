import { answerOffer } from '../../src/cards/answer-offer';
import { limits } from '../../src/domain/words';
import { button, buttonsOf, textsOf } from '../support/card';
import { kitFor, languages } from '../support/kit';
import { anIdea, ideas } from '../support/sample-ideas';
import { hostile, longWord } from '../support/sample-words';
import { expectSound } from '../support/sound-card';

const question = { by: 'pLEADER', text: 'Hur många cyklar behövs?' };
const text = 'Tio. De kan stå i cykelrummet.';

describe.each(languages)('offering an answer in %s', (language) => {
  test('is a sound card, for one question and for many', () => {
    expectSound(answerOffer(kitFor(language), { text, ideas: [anIdea({ question })] }), {
      typed: [text, question.text],
    });
    expectSound(answerOffer(kitFor(language), { text, ideas: ideas(9, { question }) }), { typed: [text] });
    const strange = { title: hostile, problem: hostile };
    const asked = [1, 2].map((turn) => anIdea({ turn, words: strange, question: { by: 'p', text: hostile } }));
    expectSound(answerOffer(kitFor(language), { text: hostile, ideas: asked.slice(0, 1) }), { typed: [hostile] });
    expectSound(answerOffer(kitFor(language), { text: hostile, ideas: asked }), {
      typed: [hostile],
      cut: [hostile.slice(0, 31)],
    });
  });

  test('fits a message even for the longest answer to the most questions', () => {
    const words = { title: longWord(120), problem: 'x' };
    const asked = ideas(4, { words, question: { by: 'p', text: longWord(2000) } });
    expectSound(answerOffer(kitFor(language), { text: longWord(limits.answer), ideas: asked }), { maxBytes: 80_000 });
  });
});

test('one question: yes sends the answer to it, no keeps the text', () => {
  const { card, summary } = answerOffer(kitFor(), { text, ideas: [anIdea({ turn: 3, question })] });
  expect(summary).toBe('Är det här ditt svar om Delade cyklar i hemtjänsten?');
  expect(textsOf(card)).toEqual(expect.arrayContaining([summary, question.text, text]));
  expect(button(card, 'Ja, skicka svaret')).toMatchObject({
    verb: 'answerTyped',
    style: 'positive',
    data: { idea: 'K7M4QX', turn: '3', text },
  });
  expect(button(card, 'Nej, det är något annat').data).toEqual({ verb: 'dismiss', text });
});

test('several questions: one button each, at most four, the same operation on all', () => {
  const { card } = answerOffer(kitFor(), { text, ideas: ideas(6, { question }) });
  const answers = buttonsOf(card).filter(({ verb }) => verb === 'answerTyped');
  expect(answers).toHaveLength(4);
  expect(new Set(answers.map(({ data }) => data?.op)).size).toBe(1);
});
