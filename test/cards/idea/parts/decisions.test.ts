import { decisions } from '../../../../src/cards/idea/parts/decisions';
import { readingOf } from '../../../../src/cards/idea/reading';
import { ideaCard } from '../../../../src/cards/idea-card';
import { type Language, languageCodes } from '../../../../src/domain/languages';
import { textsOf } from '../../../../testing/cards/card';
import { expectSound } from '../../../../testing/cards/sound-card';
import { contextFor } from '../../../../testing/samples/card-context';
import { stories } from '../../../../testing/samples/idea/events';
import { close, given, leader, reopen, type Step, standings, submitted } from '../../../../testing/samples/idea/story';
import { names, readers, viewOf } from '../../../../testing/samples/person/readers';
import { hostile, longWord } from '../../../../testing/samples/text/words';

const decided = (...steps: Step[]) => {
  const { idea, events } = given(...steps);
  return decisions(readingOf(contextFor(), { idea, reader: readers.stranger, names }), events);
};

test('says who decided what, when, at which stage and why, newest first', () => {
  expect(decided(submitted, [leader, close()], [leader, reopen]).decisions).toEqual([
    {
      when: '16 november · Avslutad',
      what: 'Innovationsledare Vård öppnade idén igen.',
      said: [{ sections: [{ heading: [], lines: [{ text: 'Bilarna räcker inte längre.' }] }], notes: [] }],
    },
    {
      when: '16 november · Inskickad',
      what: 'Innovationsledare Vård avslutade idén.',
      said: [{ sections: [{ heading: [], lines: [{ text: 'Det finns redan bilar.' }] }], notes: [] }],
    },
  ]);
});

test('tells of decisions only: not of talk, answers and what was filled in', () => {
  const { decisions: told, none, older } = decided(...standings.funded);
  expect(told.map(({ what }) => what.replace(/\u00A0/g, ' '))).toEqual([
    'Förvaltningschef Vård gav 50 000 kr av 80 000 kr till testet.',
    'Innovationsledare Äldreomsorg godkände planen och bad om 80 000 kr till testet.',
    'Innovationsledare Vård började planera ett test av idén.',
    'Innovationsledare Vård utforskar idén.',
  ]);
  expect([...none, ...older]).toEqual([]);
});

test('what was tested and learned stands under its own heading', () => {
  const words = { tried: 'Vi cyklade.', lesson: 'Det var halt.', tryAgain: 'Med dubbdäck.' };
  const [newest] = decided(...standings.tested, [leader, close(words)]).decisions;
  expect(newest?.said[0]?.sections.map(({ heading, lines }) => [heading[0]?.text, lines[0]?.text])).toEqual([
    ['Det här testade vi', 'Vi cyklade.'],
    ['Det här lärde vi oss', 'Det var halt.'],
    ['Det här skulle få oss att försöka igen', 'Med dubbdäck.'],
  ]);
});

test('an idea about which nothing is decided says so', () => {
  expect(decided(submitted)).toEqual({
    decisions: [],
    none: [{ text: 'Ingen har beslutat något om idén än.' }],
    older: [],
  });
});

test('a long record shows the newest and counts the rest', () => {
  const again = Array.from({ length: 10 }, (): Step[] => [
    [leader, close()],
    [leader, reopen],
  ]).flat();
  const { decisions: told, older } = decided(submitted, ...again);
  expect(told).toHaveLength(15);
  expect(older).toEqual([{ text: '5 äldre beslut visas inte.' }]);
});

const shown: Record<Language, RegExp> = { sv: /Steg|Införs/, en: /Scaling|Step/ };

describe.each(languageCodes)('the panel in %s', (language) => {
  const view = viewOf(given(...stories.adopted), readers.stranger);
  const draw = (changes: object = {}) => ideaCard(contextFor(language), { ...view, panel: 'why', ...changes });

  test('is a sound card that holds the decisions', () => {
    const drawn = draw();
    expectSound(drawn);
    expect(textsOf(drawn.card).join('\n')).toMatch(shown[language]);
  });

  test('of strange and long words too', () => {
    for (const text of [hostile, longWord(1500)]) {
      const history = view.history?.map((event) => ({ ...event, words: event.words.reason ? { reason: text } : {} }));
      const strange = new Map([...names.keys()].map((ref) => [ref, hostile]));
      expectSound(draw({ history, names: strange }), { typed: [hostile], maxBytes: 60_000 });
    }
  });
});
