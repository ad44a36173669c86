import { ideaActions } from '../../../src/cards/idea/actions/tables';
import { type Hearer, happening, whyTold } from '../../../src/cards/idea/happened';
import { readingOf } from '../../../src/cards/idea/reading';
import type { EventType, IdeaEvent } from '../../../src/domain/idea/events';
import { audiences } from '../../../src/domain/idea/notices/notices';
import { byLanguage, firstLanguage, type Language, languageCodes } from '../../../src/domain/languages';
import { isTextKey } from '../../../src/text/index';
import { contextFor } from '../../../testing/samples/card-context';
import { readerAs, stories } from '../../../testing/samples/idea/events';
import { hinder, liftObstacle } from '../../../testing/samples/idea/hindering';
import {
  clock,
  driver,
  fill,
  funder,
  given,
  grant,
  leader,
  planned,
  type Step,
  standings,
  submitResult,
  useHere,
} from '../../../testing/samples/idea/story';
import { names } from '../../../testing/samples/person/readers';
import { hostile } from '../../../testing/samples/text/words';

const contexts = byLanguage((language) => contextFor(language));

function told(steps: readonly Step[], as: Hearer, language: Language = firstLanguage) {
  const { idea, events } = given(...steps);
  const event = events.at(-1) as IdeaEvent;
  const reading = readingOf(contexts[language], { idea, reader: readerAs(as), names });
  return { ...happening(reading, event, as), why: whyTold(reading, event, as) };
}

const types = Object.keys(audiences) as EventType[];
const owed = types.flatMap((type) => audiences[type].map((as) => [type, as] as const));

/** A value that a text left empty shows as a missing word. */
const hole = /\s[.,:!?]|\s\s|”\s?”|“”|undefined|\bnull\b|\{|^\s|\s$/;

describe.each(languageCodes)('in %s', (language) => {
  test.each(owed)('%s tells the %s what happened, what happens now, and why they hear of it', (type, as) => {
    expect(isTextKey(`notice.${type}.${as}`)).toBe(true);
    const { headline, next, why } = told(stories[type], as, language);
    expect(headline).not.toMatch(hole);
    expect(next).toHaveLength(1);
    expect(next[0]?.text).not.toMatch(hole);
    expect(why).toHaveLength(1);
    expect(why[0]?.text).not.toMatch(hole);
  });

  test.each(types)('%s is told in a sentence to those who look on', (type) => {
    const { headline, why } = told(stories[type], 'onlooker', language);
    expect(headline).toMatch(/^\p{Lu}.*\.$/u);
    expect(headline).not.toMatch(hole);
    expect(why).toEqual([]);
  });

  test.each(types.filter((type) => stories[type].at(-1)?.[0].ref !== 'clock'))(
    '%s is answered to the one who did it',
    (type) => {
      expect(isTextKey(`notice.${type}.actor`)).toBe(true);
      const { headline, next, why } = told(stories[type], 'actor', language);
      expect(headline).not.toMatch(hole);
      expect(next).toHaveLength(1);
      expect(next[0]?.text).not.toMatch(hole);
      expect(why).toEqual([]);
    },
  );

  test('somebody whose name is not known is told of by role, in sentences that begin as such do', () => {
    for (const type of types) {
      const { idea, events } = given(...stories[type]);
      for (const as of [...audiences[type], 'onlooker' as const]) {
        const reading = readingOf(contexts[language], { idea, reader: readerAs(as), names: new Map() });
        const { headline, next } = happening(reading, events.at(-1) as IdeaEvent, as);
        for (const text of [headline, ...next.map((line) => line.text)]) {
          expect(text).toMatch(/^\p{Lu}/u);
          expect(text).not.toMatch(
            /[.!?] (?:den som|en kollega|innovationsledaren|the person|a colleague|the innovation)/,
          );
          expect(text).not.toMatch(hole);
        }
      }
    }
  });

  test('names stand in the texts exactly as they are written', () => {
    const strange = new Map([...names.keys()].map((ref) => [ref, hostile]));
    for (const type of types) {
      const { idea, events } = given(...stories[type]);
      const reading = readingOf(contexts[language], { idea, reader: readerAs('onlooker'), names: strange });
      const event = events.at(-1) as IdeaEvent;
      // Who says no to being a submitter is named to nobody, nor is who says something about a text, or speaks for a department.
      const unnamed = ['coSubmitterDeclined', 'reported', 'adapted', 'betterTold'].includes(event.type);
      if (event.by !== 'clock' && !unnamed) expect(happening(reading, event, 'onlooker').headline).toContain(hostile);
    }
  });
});

test('every button makes an event that these stories tell of', () => {
  const told = new Set(types.flatMap((type) => stories[type].map(([, command]) => command.type)));
  // What was decided outside and is noted here makes the event of that decision.
  expect(ideaActions.filter((action) => !told.has(action))).toEqual(['noteDecision']);
});

const sentences: [EventType, Hearer, string][] = [
  ['explored', 'submitter', 'Innovationsledare Vård utforskar din idé.'],
  ['asked', 'submitter', 'Innovationsledare Vård har en fråga om din idé.'],
  ['answered', 'deciders', 'Medarbetare Hemtjänst har svarat på frågan.'],
  ['commented', 'submitter', 'Innovationsledare Samhällsbyggnad har skrivit en kommentar om din idé.'],
  ['thanked', 'submitter', 'Innovationsledare Samhällsbyggnad tackar dig för idén ”Delade cyklar”.'],
  ['doingAsked', 'doer', 'Innovationsledare Vård frågar om du kan göra det här.'],
  ['driverNamed', 'driver', 'Innovationsledare Vård frågar om du vill leda arbetet med den här idén.'],
  ['passedOn', 'submitter', 'Innovationsledare Vård har skickat vidare din idé till Samhällsbyggnad.'],
  [
    'passedOn',
    'formerDeciders',
    'Innovationsledare Vård har skickat vidare idén från Vård och omsorg till Samhällsbyggnad.',
  ],
  ['withdrawn', 'followers', 'Medarbetare Hemtjänst har dragit tillbaka idén.'],
  ['moneyDeclined', 'driver', 'Förvaltningschef Vård har sagt nej till 80 000 kr till testet.'],
  ['submitted', 'deciders', 'Ny idé från Medarbetare Hemtjänst'],
  ['planApproved', 'funder', 'Innovationsledare Äldreomsorg ber om 80 000 kr till ett test.'],
  ['granted', 'submitter', 'Förvaltningschef Vård ger 50 000 kr av 80 000 kr till din idé. Nu ska den testas!'],
  [
    'scaled',
    'owner',
    'Innovationsledare Vård frågar om du vill ansvara för den här idén i vardagen när fler inför den.',
  ],
  ['adopted', 'owner', 'Innovationsledare Samhällsbyggnad svarar ja: Samhällsbyggnad inför idén från 1 april 2027.'],
  ['notNow', 'leader', 'Innovationsledare Samhällsbyggnad svarar att Samhällsbyggnad inte inför idén just nu.'],
  ['closed', 'submitter', 'Innovationsledare Vård tackar för din idé, men vi går inte vidare med den nu.'],
  ['absorbed', 'submitter', 'Innovationsledare Vård har slagit ihop idé Q4X7MK med din idé.'],
  ['halfWay', 'driver', 'Halva tiden har gått. Hur går testet?'],
  ['followUpAsked', 'owner', 'Idén har använts i ett halvår. Hur har det gått?'],
];

const inHours: [EventType, Hearer, 'next' | 'why', string][] = [
  ['moneyDeclined', 'driver', 'next', 'Ändra timmarna, och skicka sedan planen igen.'],
  ['moneyDeclined', 'leader', 'next', 'till exempel till ett test som tar färre timmar.'],
  ['planApproved', 'funder', 'why', 'för att du beslutar om arbetstid till test'],
];

test.each(inHours)('%s tells the %s, in what is %s, of hours where a test takes no money', (type, as, part, words) => {
  const { idea, events } = given(...stories[type]);
  const event = events.at(-1) as IdeaEvent;
  const ofHours = { ...event, data: { ...event.data, asked: 0, askedHours: 40 } } as IdeaEvent;
  const reading = readingOf(contexts.sv, { idea, reader: readerAs(as), names });
  const lines = part === 'next' ? happening(reading, ofHours, as).next : whyTold(reading, ofHours, as);
  expect(lines[0]?.text).toContain(words);
});

test.each(sentences)('%s says to the %s who did what', (type, as, sentence) => {
  expect(told(stories[type], as).headline.replaceAll('\u00A0', ' ')).toBe(sentence);
});

test.each<[string, Step[], string]>([
  ['the last part of a plan', [...standings.planning, ...planned()], 'Allt är klart. Skicka planen.'],
  [
    'the first part of a plan',
    [...standings.planning, [driver, fill('cost', { cost: '0' })]],
    'Fortsätt när du vill. På kortet ser du vad som finns och vad som saknas.',
  ],
])('whoever fills in %s reads what to do next', (_what, steps, next) => {
  expect(told(steps, 'actor').next).toEqual([{ text: next }]);
});

const paidFor: Step[] = [
  ...standings.askedForMoney,
  [funder, grant(50_000)],
  [
    driver,
    fill('result', { outcome: 'Från 30 till 8 sena besök.', learned: 'Dubbdäck behövs.', recommendation: 'here' }),
  ],
  [driver, fill('used', { used: '42 000' })],
  [driver, submitResult],
];

describe('what a test gave', () => {
  const linesOf = (steps: readonly Step[], as: Hearer) =>
    told(steps, as)
      .said.flatMap(({ sections, notes }) => [...sections.flatMap(({ lines }) => lines), ...notes])
      .map(({ text }) => text.replaceAll('\u00a0', ' '));
  const gave = ['Från 30 till 8 sena besök.', 'Dubbdäck behövs.', 'Beviljat 50 000 kr, använt 42 000 kr'];

  test('stands in the message to whoever paid for it', () => {
    expect(told(paidFor, 'granter').headline).toBe('Innovationsledare Vård berättar vad testet gav.');
    expect(linesOf(paidFor, 'granter')).toEqual(gave);
  });

  test.each(['submitter', 'driver', 'granter', 'followers'] as const)('and to the %s when it is decided on', (as) => {
    expect(linesOf([...paidFor, [leader, useHere()]], as)).toEqual(['Cyklarna är kvar hos oss.', ...gave]);
  });

  test('is not told to the one who has just written it', () => {
    expect(linesOf(paidFor, 'actor')).toEqual([]);
  });
});

test.each([
  ['waitedFor', 'reminded', /30 november, för en dag sedan/],
  ['submitter', 'reminded', /för en dag sedan/],
  ['deciders', 'escalated', /för \d+ dagar sedan/],
  ['deciders', 'remindedAgain', /30 november, för \d+ dagar sedan/],
  ['managers', 'remindedAgain', /30 november, för \d+ dagar sedan/],
] as const)('to the %s, %s says by how much the answer is late', (as, type, words) => {
  expect(told(stories[type], as).next[0]?.text).toMatch(words);
});

test('who reads an idea again of which an obstacle is gone are those who decide, whoever it waits for', () => {
  const gone: Step[] = [
    [leader, hinder()],
    [clock, liftObstacle({})],
  ];
  const again = told([...standings.submitted, ...gone], 'submitter').next;
  expect(again[0]?.text).toMatch(/^Innovationsledar/);
  for (const standing of ['asked', 'exploring', 'planSubmitted'] as const)
    expect(told([...standings[standing], ...gone], 'submitter').next).toEqual(again);
});

const wordsOf = (steps: readonly Step[]) =>
  told(steps, 'onlooker').said.flatMap(({ sections, notes }) =>
    [...sections.flatMap(({ heading, lines }) => [...heading, ...lines]), ...notes].map(({ text }) => text),
  );

test.each([
  ['asked', ['Hur många väntar?']],
  ['answered', ['Sex personer.']],
  ['commented', ['Kan vi prova hos oss också?']],
  ['doingDeclined', ['Jag är ledig.']],
  ['done', ['Tre cyklar är köpta.']],
  ['sentBack', ['Skriv också vem som lånar ut cyklarna.']],
  ['granted', ['Diarienummer: VOO 2026-0412', 'Med stöd av: Delegationsordning VOO 2026, punkt 4.2']],
  [
    'moneyDeclined',
    [
      'Budgeten för i år är slut.',
      'Diarienummer: VOO 2026-0413',
      'Med stöd av: Delegationsordning VOO 2026, punkt 4.2',
    ],
  ],
  ['adopted', ['Kontaktperson: Enhetschef Park']],
  ['followedUp', ['Cyklarna används varje dag.']],
  ['closed', ['Det finns redan bilar.']],
  ['filled', []],
  ['submitted', []],
] as [EventType, string[]][])('%s quotes what was said, with a word where it needs one', (type, words) => {
  expect(wordsOf(stories[type])).toEqual(words);
});
