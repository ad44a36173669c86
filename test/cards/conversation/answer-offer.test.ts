import type { Conversation } from '../../../src/app/idea/typed-answer';
import { answerOffer } from '../../../src/cards/conversation/answer-offer';
import { shortened } from '../../../src/cards/shortened';
import { limits } from '../../../src/domain/idea/words';
import { languageCodes } from '../../../src/domain/languages';
import { button, buttonsOf, textsOf } from '../../../testing/cards/card';
import { expectSound } from '../../../testing/cards/sound-card';
import { contextFor } from '../../../testing/samples/card-context';
import { anIdea, ideas } from '../../../testing/samples/idea/ideas';
import { hostile, longWord } from '../../../testing/samples/text/words';

const question = { by: 'pLEADER', text: 'Hur många cyklar behövs?', backTo: 'deciders' as const };
const talk = { by: 'pLEADER', text: 'Finns det plats i cykelrummet?' };
/** Questions about these ideas, and comments on them. */
const asked = (...those: Conversation['idea'][]): Conversation[] => those.map((idea) => ({ idea, about: 'question' }));
const commented = (...those: Conversation['idea'][]): Conversation[] =>
  those.map((idea) => ({ idea, about: 'comment' }));

const text = 'Tio. De kan stå i cykelrummet.';

describe.each(languageCodes)('offering an answer in %s', (language) => {
  test('is a sound card, for one question and for many', () => {
    expectSound(
      answerOffer(contextFor(language), { reader: 'pSUBMITTER', text, conversations: asked(anIdea({ question })) }),
      {
        typed: [text, question.text],
      },
    );
    expectSound(
      answerOffer(contextFor(language), {
        reader: 'pSUBMITTER',
        text,
        conversations: asked(...ideas(9, { question })),
      }),
      {
        typed: [text],
      },
    );
    const strange = { title: hostile, problem: hostile };
    const both = [1, 2].map((decisionVersion) =>
      anIdea({
        decisionVersion,
        words: strange,
        question: { ...question, text: hostile },
        talk: { by: 'p', text: hostile },
      }),
    );
    expectSound(
      answerOffer(contextFor(language), {
        reader: 'pSUBMITTER',
        text: hostile,
        conversations: asked(...both.slice(0, 1)),
      }),
      {
        typed: [hostile],
      },
    );
    expectSound(
      answerOffer(contextFor(language), { reader: 'pSUBMITTER', text: hostile, conversations: commented(...both) }),
      {
        typed: [hostile],
        cut: [shortened(hostile, 32).slice(0, -1)],
      },
    );
  });

  test('fits a message even for the longest answer to the most questions', () => {
    const words = { title: longWord(120), problem: 'x' };
    const conversations = asked(...ideas(4, { words, question: { ...question, text: longWord(2000) } }));
    expectSound(
      answerOffer(contextFor(language), { reader: 'pSUBMITTER', text: longWord(limits.answer), conversations }),
      {
        maxBytes: 80_000,
      },
    );
  });
});

test('one question: yes sends the answer to it, no keeps the text', () => {
  const { card, summary } = answerOffer(contextFor(), {
    reader: 'pSUBMITTER',
    text,
    conversations: asked(anIdea({ decisionVersion: 3, question })),
  });
  expect(summary).toBe('Är det här ditt svar om ”Delade cyklar i hemtjänsten”?');
  expect(textsOf(card)).toEqual(expect.arrayContaining([summary, question.text, text]));
  expect(button(card, 'Ja, skicka svaret')).toMatchObject({
    verb: 'answerTyped',
    style: 'positive',
    data: { idea: 'K7M4QX', decisionVersion: '3', text },
  });
  expect(button(card, 'Nej, det är något annat').data).toEqual({ verb: 'dismiss', text });
});

test('several questions: one button each, at most four, the same operation on all', () => {
  const { card } = answerOffer(contextFor(), {
    reader: 'pSUBMITTER',
    text,
    conversations: asked(...ideas(6, { question })),
  });
  const answers = buttonsOf(card).filter(({ verb }) => verb === 'answerTyped');
  expect(answers).toHaveLength(4);
  expect(new Set(answers.map(({ data }) => data?.idempotencyKey)).size).toBe(1);
});

test('one comment: yes sends a comment on it', () => {
  const { card, summary } = answerOffer(contextFor(), {
    reader: 'pSUBMITTER',
    text,
    conversations: commented(anIdea({ decisionVersion: 3, talk })),
  });
  expect(summary).toBe('Är det här din kommentar om ”Delade cyklar i hemtjänsten”?');
  expect(textsOf(card)).toEqual(expect.arrayContaining([summary, 'Kommentaren', talk.text, 'Din kommentar', text]));
  expect(button(card, 'Ja, skicka kommentaren')).toMatchObject({
    verb: 'act',
    style: 'positive',
    data: { idea: 'K7M4QX', decisionVersion: '3', do: 'comment', comment: text },
  });
});

test('a question and a comment: each is answered as what it is', () => {
  const conversations = [...asked(anIdea({ question })), ...commented(anIdea({ id: 'Q4X7MK', talk }))];
  const { card } = answerOffer(contextFor(), { reader: 'pSUBMITTER', text, conversations });
  expect(textsOf(card)).toEqual(expect.arrayContaining(['Vad svarar du på?', 'Frågan', 'Kommentaren', 'Det du skrev']));
  expect(buttonsOf(card).map(({ verb }) => verb)).toEqual(['answerTyped', 'act', 'dismiss']);
});

test('what a leader has hidden stays hidden from those who are not its submitters', () => {
  const hidden = anIdea({ hidden: true, talk: { by: 'pSUBMITTER', text: 'Hemligt.' } });
  const { card } = answerOffer(contextFor(), { reader: 'pLEADER', text, conversations: commented(hidden) });
  expect(JSON.stringify(card)).not.toMatch(/Hemligt|Delade cyklar/);
});
