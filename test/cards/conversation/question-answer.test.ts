import { type Asker, questionAnswer } from '../../../src/cards/conversation/question-answer';
import { questions } from '../../../src/cards/conversation/questions/index';
import { languageCodes } from '../../../src/domain/languages';
import { buttonsOf, textsOf } from '../../../testing/cards/card';
import { expectSound } from '../../../testing/cards/sound-card';
import { contextFor } from '../../../testing/samples/card-context';
import { anIdea, restingIdea } from '../../../testing/samples/idea/ideas';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';
import { renamed, without } from '../../../testing/samples/organisation/organisations';
import { hostile } from '../../../testing/samples/text/words';

const asker: Asker = {
  ref: 'pSUBMITTER',
  place: { department: 'VOO' },
  ideas: [],
  text: 'Vem bestämmer?',
  awaited: false,
};

describe.each(questions)('the answer to %s', (question) => {
  test.each(languageCodes)('in %s is a sound card with one button and the way to an idea', (language) => {
    for (const context of [
      contextFor(language),
      contextFor(language, renamed(hostile)),
      contextFor(language, without('VOO', 'leaders', 'deputies')),
    ]) {
      for (const who of [asker, { ...asker, place: undefined, awaited: true }]) {
        const drawn = questionAnswer(context, question, who);
        expectSound(drawn, { cut: [hostile, hostile.slice(0, 21)] });
        const buttons = buttonsOf(drawn.card);
        expect(buttons).toHaveLength(who.awaited ? 3 : 2);
        expect(buttons.filter(({ style }) => style === 'positive')).toHaveLength(1);
        expect(buttons[1]).toMatchObject({ verb: 'form', data: { text: asker.text } });
      }
    }
  });
});

describe('the asker’s own ideas', () => {
  const ideas = [
    anIdea({ id: 'K7M4Q1', words: { title: 'Första', problem: 'p' } }),
    restingIdea({ id: 'K7M4Q2', stage: 'closed', words: { title: 'Avslutad', problem: 'p' } }),
    ...['3', '4', '5'].map((n) => anIdea({ id: `K7M4Q${n}`, words: { title: `Idé ${n}`, problem: 'p' } })),
  ];
  const textsFor = (question: (typeof questions)[number]) =>
    textsOf(questionAnswer(contextFor(), question, { ...asker, ideas }).card);

  test('stand under how they are doing, the three newest that are open', () => {
    const texts = textsFor('progress');
    expect(texts).toEqual(expect.arrayContaining(['Första', 'Idé 3', 'Idé 4']));
    expect(texts).not.toContain('Idé 5');
    expect(texts).not.toContain('Avslutad');
  });

  test('the newest stands under how long it takes, and those that have ended under why', () => {
    expect(textsFor('howLong')).toContain('Första');
    expect(textsFor('howLong')).not.toContain('Idé 3');
    expect(textsFor('whyClosed')).toContain('Avslutad');
    expect(textsFor('whyClosed')).not.toContain('Första');
  });

  test('are shown as such, so that they go when they are hidden', () => {
    const { about } = questionAnswer(contextFor(), 'progress', { ...asker, ideas });
    expect(about).toMatchObject({ card: 'titles', records: [{ id: 'K7M4Q1' }, { id: 'K7M4Q3' }, { id: 'K7M4Q4' }] });
  });

  test('are not there where nothing is asked of them', () => {
    expect(questionAnswer(contextFor(), 'pay', { ...asker, ideas }).about).toBeUndefined();
  });
});

test('what the municipality says stands in for what the bot does not know', () => {
  const said = { sv: 'Ja, en tårta.', en: 'Yes, a cake.' };
  const organisation = { ...exampleOrganisation(), answers: { pay: said } };
  for (const language of languageCodes) {
    const { card } = questionAnswer(contextFor(language, organisation), 'pay', asker);
    expect(textsOf(card)).toContain(said[language]);
  }
});

test('the law is not guessed about, and teachers are told that the act is not for them', () => {
  const { card } = questionAnswer(contextFor(), 'law', asker);
  expect(textsOf(card).join(' ')).toMatch(/gissar jag inte.*gäller inte lärare/);
  expect(buttonsOf(card)[0]).toMatchObject({ type: 'Action.OpenUrl', title: 'Fråga Innovationskontoret' });
});
