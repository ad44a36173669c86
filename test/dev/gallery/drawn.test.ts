import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  acceptedLook,
  acceptedNames,
  picturedCards,
  presentPicture,
  readAccepted,
} from '../../../dev/gallery/accepted-pictures';
import { type CardStage, openCardStage } from '../../../dev/gallery/card-stage';
import { type DrawnCard, drawCards } from '../../../dev/gallery/drawn-cards';
import { heightsOf, tooHigh } from '../../../dev/gallery/heights';
import type { Theme } from '../../../dev/gallery/host-config';
import { difference } from '../../../dev/gallery/picture-difference';
import { languageCodes } from '../../../src/domain/languages';

// Every card in the packaged browser, on the narrowest phone. One page for all: a browser page takes longer to open
// than a card to check.
const results = join(__dirname, '../../../test-results/pictures');

/** A busy machine takes its time; a timing is no test. */
const PATIENCE = 300_000;

let stage: CardStage;

beforeAll(async () => {
  stage = await openCardStage();
}, PATIENCE);

afterAll(() => stage?.close());

/** An empty sample is a part of the typical one: most have nothing that has not been looked at there. */
const differing = (cards: readonly DrawnCard[]): DrawnCard[] =>
  cards.filter(({ sample, name }) => sample !== 'empty' || !name.startsWith('idea-'));

async function findingsOf(cards: readonly DrawnCard[], theme: Theme): Promise<string[]> {
  const found: string[] = [];
  for (const { card, name, language, sample } of cards) {
    await stage.show(card, { ...acceptedLook, language, theme });
    // A theme changes nothing but colours.
    const findings = theme === 'light' ? await stage.findings() : await stage.paleTexts();
    for (const finding of findings) found.push(`${name} ${language} ${sample} ${theme}: ${finding}`);
  }
  return found;
}

test(
  'axe-core finds nothing, nothing is cut, and Tab goes where the eye goes: every Swedish card',
  async () => expect(await findingsOf(differing(drawCards({ language: 'sv' })), 'light')).toEqual([]),
  PATIENCE,
);

test(
  'and every English card',
  async () => expect(await findingsOf(drawCards({ language: 'en', sample: 'typical' }), 'light')).toEqual([]),
  PATIENCE,
);

test(
  'in the dark theme, too, every text can be told from what is behind it',
  async () => expect(await findingsOf(drawCards({ language: 'sv', sample: 'typical' }), 'dark')).toEqual([]),
  PATIENCE,
);

test.each(languageCodes)(
  'what somebody decides on fits one screen of a phone, buttons and all, in %s',
  async (language) => expect(tooHigh(await heightsOf(stage, language))).toEqual([]),
  PATIENCE,
);

test(
  'and one and a half with the longest texts and names',
  async () => expect(tooHigh(await heightsOf(stage, 'sv', 'long'), 'long')).toEqual([]),
  PATIENCE,
);

// Below them the day card tells what there is to know, however much that is.
test(
  'and of a day card what waits and the buttons for it, with the longest texts too',
  async () => {
    for (const { name, card, language, sample } of drawCards()) {
      if (!name.startsWith('day-') || sample === 'empty') continue;
      await stage.show(card, { language, theme: 'light', width: 360 });
      const end = await stage.buttonsEnd();
      expect([name, language, sample, end, end <= 640]).toEqual([name, language, sample, end, true]);
    }
  },
  PATIENCE,
);

describe('what the checks are worth', () => {
  const text = { type: 'TextBlock', text: 'Hej', wrap: true };
  const card = (...body: object[]) => ({ type: 'AdaptiveCard', version: '1.5', body });
  const execute = (title: string) => ({ type: 'Action.Execute', title, verb: 'help' });
  const look = { ...acceptedLook, theme: 'light' } as const;

  test.each([
    ['a field without a name', card(text, { type: 'Input.Text', id: 'x' }), /axe label/],
    ['pale text', card({ ...text, text: 'Klart nu', color: 'Warning' }), /axe color-contrast/],
    [
      'a row that is not called what it shows',
      card({ type: 'Container', selectAction: execute('Öppna'), items: [text] }),
      /axe label-content-name/,
    ],
    ['a line that does not wrap', card({ ...text, wrap: false, text: 'Ett långt ord '.repeat(9) }), /is cut/],
    [
      'a button too long for its row',
      card({ type: 'ActionSet', actions: [execute('Skicka vidare idén '.repeat(4))] }),
      /is cut/,
    ],
    [
      'a hint too long for its field',
      card({ type: 'Input.Text', id: 'x', label: 'X', placeholder: 'Skriv här '.repeat(9) }),
      /hint/,
    ],
  ])('%s is found', async (_, faulty, finding) => {
    await stage.show(faulty, look);
    expect(await stage.findings()).toEqual(expect.arrayContaining([expect.stringMatching(finding)]));
  });
});

test('a card that is too high is found, and a limit for no card', () => {
  const heights = [{ name: 'idea-new', language: 'sv', height: 641, most: 640 } as const];
  expect(tooHigh(heights)).toEqual(
    expect.arrayContaining(['idea-new sv typical is 641 px high, and 640 are the most', 'there is no card idea-plan']),
  );
});

describe('the pictures', () => {
  const cards = picturedCards();

  test('are of the cards that there are', async () => {
    expect((await acceptedNames()).sort()).toEqual(cards.map(({ name }) => name).sort());
  });

  test(
    'show each card as it was accepted',
    async () => {
      const changed: string[] = [];
      for (const drawn of cards) {
        const found = difference(await readAccepted(drawn.name), await presentPicture(stage, drawn));
        if (!found) continue;
        await mkdir(results, { recursive: true });
        await writeFile(join(results, `${drawn.name}.png`), found.picture);
        changed.push(
          `${drawn.name}: ${found.what}. See test-results/pictures/${drawn.name}.png, and if it is right: npm run cards -- --accept`,
        );
      }
      expect(changed).toEqual([]);
    },
    PATIENCE,
  );
});
