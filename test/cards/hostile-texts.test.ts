import { isDeepStrictEqual } from 'node:util';
import type { CardRow, Filling } from '../../dev/gallery/card-row';
import { cardRows } from '../../dev/gallery/samples';
import { quote } from '../../src/cards/conversation/quote';
import { several } from '../../src/cards/idea/lists/several';
import { type IdeaCardProps, ideaCard } from '../../src/cards/idea-card';
import { unmarked } from '../../src/cards/language/unmarked';
import { leaderNotFound } from '../../src/cards/person/leaders';
import type { Card } from '../../src/cards/templates';
import { amountIn } from '../../src/domain/amount';
import { limits } from '../../src/domain/idea/words';
import { oneLine, tidy } from '../../src/domain/language/tidy';
import { buttonsOf, choicesOf, inputsOf, nodesOf } from '../../testing/cards/card';
import { cardFaults } from '../../testing/cards/card-faults';
import { contextFor } from '../../testing/samples/card-context';
import { anIdea } from '../../testing/samples/idea/ideas';
import { driver, explore, given, leader, submitted } from '../../testing/samples/idea/story';
import { toChoose } from '../../testing/samples/idea/turns';
import { names, readers, viewOf } from '../../testing/samples/person/readers';
import type { Content } from '../../testing/samples/text/content';
import { allHostile } from '../../testing/samples/text/hostile-texts';

const context = { ...contextFor('sv'), mintIdempotencyKey: () => '0123456789ABCDEF' };
type Draw = (filling: Filling) => Card;

/** As long as the text that it stands for, in a letter that nothing else is written in. */
const standIn = (length: number): string => 'ꙮ'.repeat(length);
const texts = [...new Set(allHostile.map(tidy))].filter((text) => text !== '');
/** Shown whole wherever a card has room for a title; longer ones are cut, and lines are set one by one. */
const plain = texts.filter((text) => text.length <= 20 && text === oneLine(text));
const longer = texts.filter((text) => !plain.includes(text));

/** No part of what is needed takes more from the gallery's stories. */
const MOST = 1500;
const contentOf = (text: string): Content =>
  Object.fromEntries(
    Object.entries(limits).map(([key, limit]) => [key, text.slice(0, Math.min(limit, MOST)).trim()]),
  ) as Content;
const fillingOf = (text: string): Filling => ({
  content: contentOf(text),
  names: new Map([...names.keys()].map((ref) => [ref, oneLine(text).slice(0, 100)])),
});
const fromGallery =
  ({ samples }: CardRow): Draw =>
  (filling) =>
    samples.filled(context, filling).card;

const pick = (...chosen: (keyof typeof cardRows)[]): [string, Draw][] =>
  chosen.map((name) => [name, fromGallery(cardRows[name] as CardRow)]);

const exploring = given(submitted, [leader, explore]);
/** A panel of an idea that was refused, with all that was written into it. */
const refused =
  (view: Partial<IdeaCardProps>, { idea, events } = given(submitted), reader = readers.leader): Draw =>
  ({ content }) => {
    const written = content.reason;
    const answers = { participation: written, expectation: written, measure: written, today: written, target: written };
    const kept = { ...content, ...answers, personEmail: written, into: written, amount: written };
    return ideaCard(context, { ...viewOf({ idea, events }, reader), ...view, fault: { code: 'stale' }, kept }).card;
  };

/** Every form of the bot, and what shows people's words again. All but these are built of the same parts. */
const everyForm: [string, Draw][] = [
  ...pick('idea-form', 'idea-form-edit', 'idea-closed', 'idea-part-read', 'my-ideas', 'my-turn', 'caught-up'),
  ...pick('answer-offer', 'answer-offer-comment', 'note', 'my-data'),
  ['ask', refused({ panel: 'ask' })],
  ['close', refused({ panel: 'close' })],
  ['merge', refused({ panel: 'merge' })],
  ['doNow', refused({ panel: 'doNow' })],
  ['a part', refused({ panel: 'part', part: 'concerned' }, exploring, readers.driver)],
  ['quote', ({ content }) => quote(context, { text: content.problem, department: 'VOO' }).card],
  ['leader search', ({ content }) => leaderNotFound(context, content.title, []).card],
];

/** A link to Teams has a text in its own spelling: what it opens shows it as it was typed. */
const plainLink = (value: string): string =>
  value.startsWith('https://teams.microsoft.com/') ? decodeURIComponent(value) : value;

/**
 * The same card with another text wherever this one stands, between other words too. Where a card sets a text on one line,
 * its white space is one space, as every client shows it.
 */
const withText = (value: unknown, from: string, to: string): unknown => {
  if (typeof value === 'string')
    return plainLink(value)
      .replaceAll(from, () => to)
      .replace(/\s+/g, ' ');
  if (Array.isArray(value)) return value.map((item) => withText(item, from, to));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, withText(it, from, to)]));
};

/** The texts with which it draws anything else than with a harmless one of the same length. */
function drawnOtherwise(draw: Draw, some: readonly string[]): string[] {
  const harmless = new Map<number, Card>();
  return some.filter((text) => {
    const { length } = text;
    const usual = harmless.get(length) ?? draw(fillingOf(standIn(length)));
    harmless.set(length, usual);
    return !isDeepStrictEqual(withText(draw(fillingOf(text)), text, text), withText(usual, standIn(length), text));
  });
}

/** What clients read as Markdown. */
const markdownIn = (card: Card): string =>
  JSON.stringify([...nodesOf(card)].filter(({ type }) => type === 'TextBlock' || type === 'FactSet'));

test('there are enough of them, of many kinds', () => {
  expect(allHostile.length).toBeGreaterThan(600);
  expect(texts.length).toBeGreaterThan(450);
  expect(plain.length).toBeGreaterThan(300);
});

describe.each(everyForm)('%s', (name, draw) => {
  test('shows each hostile text as it was typed, and nothing else than with a harmless one', () => {
    expect(drawnOtherwise(draw, plain)).toEqual([]);
  });

  // The published schema and the vendor's parser take their time: each form meets other ones.
  test('is valid with those that are longer, too', () => {
    const at = everyForm.findIndex(([other]) => other === name);
    const some = longer.filter((_, n) => n % 4 === at % 4);
    const faults = some.flatMap((text) => {
      const typed = [text, ...Object.values(contentOf(text)), ...text.split('\n')].filter((it) => it.includes('${'));
      return cardFaults(draw(fillingOf(text)), { typed, maxBytes: 60_000 }).map(
        (fault) => `${text.slice(0, 40)}: ${fault}`,
      );
    });
    expect(faults).toEqual([]);
  });

  test('is valid with a harmless one, and has no text of people where clients read Markdown', () => {
    const card = draw(fillingOf(standIn(20)));
    expect(cardFaults(card)).toEqual([]);
    expect(markdownIn(card)).not.toContain('ꙮ');
    const seenWhole = inputsOf(card).filter(({ style }) => style === 'expanded');
    expect(JSON.stringify(seenWhole.map(choicesOf))).not.toContain('ꙮ');
  });
});

// Their rows are as wide as the letters of the titles on them.
test.each(pick('picture-offer', 'answer-offer-several'))('the buttons of %s have them as titles', (_name, draw) => {
  for (const text of texts) {
    const card = draw(fillingOf(text));
    const beginning = text.split('\n')[0]?.slice(0, 10) ?? '';
    expect(cardFaults(card, { typed: [text, text.slice(0, 120), beginning], maxBytes: 60_000 })).toEqual([]);
    expect(buttonsOf(card).some(({ title }) => title?.includes(beginning))).toBe(true);
  }
});

/** An answer about money offers the one sum that it names: another number in it rightly draws another card. */
const namesNoSum = (text: string) => amountIn(`${text} 30 000`) === 30_000;

// Each card meets other texts, so that together they meet all.
const rows = Object.entries<CardRow>(cardRows).filter(([name]) => !/^several|^picture|-several/.test(name));
test.each(rows.map(([name, row], at) => [name, row, at] as const))('%s, too, with some of them', (name, row, at) => {
  const some = plain.filter((text, n) => n % rows.length === at && (name !== 'answer-offer-money' || namesNoSum(text)));
  const draw = fromGallery(row);
  expect(drawnOtherwise(draw, some)).toEqual([]);
  expect(markdownIn(draw(fillingOf(standIn(20))))).not.toContain('ꙮ');
});

test('the choices of several ideas, which some clients read as Markdown, hold none', () => {
  for (const text of plain) {
    const idea = anIdea({ words: { title: text, problem: text } });
    const { card } = several(context, toChoose({ ideas: [idea] }));
    const [title] = inputsOf(card).flatMap(choicesOf);
    expect(title?.title).toBe(unmarked(text));
    // What begins emphasis, code, a link, a tag or an escape anywhere; a heading, list or line at the start; a named sign.
    expect(title?.title).not.toMatch(/[*_`~[\]<>\\]|^[#\-+=]|^\d+[.)](\s|$)|&#?\w+;/);
    expect(title?.title).toHaveLength(text.length);
  }
});

test('a part is filled with each of them as it was typed, or refused', () => {
  for (const text of texts) {
    const words = { expectation: text };
    const command = { type: 'fill', data: { part: 'expectation' }, words } as const;
    if (text.length > 1500) expect(exploring.refusal(driver, command)).toMatchObject({ code: 'wordsTooLong' });
    else expect(exploring.when(driver, command).idea.answers.expectation).toBe(text);
  }
});
