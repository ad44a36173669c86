import type { CardContext } from '../../src/cards/card-context';
import type { CardData } from '../../src/cards/layouts/cards';
import type { Card } from '../../src/cards/templates';
import { type Language, languageCodes } from '../../src/domain/languages';
import { cardFaults } from '../../testing/cards/card-faults';
import { contextFor } from '../../testing/samples/card-context';
import { writtenInStories } from '../../testing/samples/idea/story';
import { exampleOrganisation } from '../../testing/samples/organisation/example-organisation';
import { people } from '../../testing/samples/person/people';
import { faultyFile, writtenIn } from '../../testing/samples/text/content';
import { spokenTexts } from '../audits/accessibility/card-parts';
import { accessibilityFaults } from '../audits/accessibility/checks';
import { strangeWords, vocabulary } from '../audits/accessibility/language';
import { type CardRow, type SampleName, sampleNames } from './card-row';
import { limitOf } from './height-limits';
import { cardRows } from './samples';

/** One sample of one card in one language, with all that can be said of it without a browser. */
export interface DrawnCard {
  name: string;
  view: string;
  language: Language;
  sample: SampleName;
  card: Card;
  summary: string;
  /** The card's JSON in UTF-8: what one message carries. */
  bytes: number;
  /** What each of its templates was filled with. */
  data: Readonly<Partial<CardData>>;
  /** How high its typical sample may be on a phone, in pixels; undefined where that is not limited. */
  mostHigh: number | undefined;
  /** What is wrong with the card as a Teams card (schema, parser, house rules). */
  readonly cardFaults: string[];
  /** What would keep somebody from using it. */
  readonly accessibilityFaults: string[];
}

/** Which cards are wanted; what is not named is wanted in all its kinds. */
export interface CardsWanted {
  language?: Language | undefined;
  sample?: SampleName | undefined;
}

/** The wanted cards, in the order of the table. */
export function drawCards({ language: only, sample: onlySample }: CardsWanted = {}): DrawnCard[] {
  const rows = Object.entries(cardRows);
  return languageCodes
    .filter((language) => language === (only ?? language))
    .flatMap((language) => {
      const context = contextFor(language);
      const known = vocabulary(language, exampleOrganisation(), [
        ...writtenIn(language),
        ...writtenInStories,
        ...people.values(),
        ...[faultyFile.file, faultyFile.fault.path, faultyFile.fault.message],
      ]);
      return sampleNames
        .filter((sample) => sample === (onlySample ?? sample))
        .flatMap((sample) => rows.map(([name, row]) => drawn({ name, row, sample, context, known })));
    });
}

interface Drawing {
  name: string;
  row: CardRow;
  sample: SampleName;
  context: CardContext;
  known: ReadonlySet<string>;
}

function drawn({ name, row, sample, context: silent, known }: Drawing): DrawnCard {
  const { context, data } = listening(silent);
  const { language } = context;
  const { card, summary } = row.samples[sample](context);
  return {
    ...{ name, view: row.view, language, sample, card, summary },
    bytes: Buffer.byteLength(JSON.stringify(card)),
    data,
    mostHigh: limitOf(name, sample),
    // Looked for where somebody asks: looking takes longer than drawing.
    get cardFaults() {
      // Code in somebody's words is meant to stay, and may be cut anywhere.
      return cardFaults(card, { typed: sample === 'hostile' ? ['${'] : [] });
    },
    get accessibilityFaults() {
      const strange = hasForeignNames(sample) ? [] : strangeWords([...spokenTexts(card), summary], known);
      return [...accessibilityFaults(card, summary), ...strange.map((word) => `"${word}" is no ${language} word`)];
    },
  };
}

/** Samples whose people and places have names that are in no language. */
const hasForeignNames = (sample: SampleName): boolean => sample === 'hostile' || sample === 'long';

/** The kit, and what each template is filled with that is drawn with it. */
function listening(context: CardContext): { context: CardContext; data: Partial<CardData> } {
  const data: Partial<CardData> = {};
  const draw: CardContext['draw'] = (template, filling) => {
    data[template] = filling;
    return context.draw(template, filling);
  };
  return { context: { ...context, draw }, data };
}
