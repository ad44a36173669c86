import { asRead, type MaybeRead, type TypedText } from '../language/analysis/typed-text.js';
import type { MatterRow } from '../language/matter-row.js';
import { type Matter, matterRows, matters } from '../language/matters.js';
import { mayBeIn, type Phrase, phrase, plainWords, saidIn } from '../language/phrases.js';
import { isProposal } from '../language/proposals.js';
import { plain } from '../language/spelling.js';
import type { OtherChannel } from './organisation-schema.js';

/** Where something belongs that is no idea: a channel of the municipality's own, by what the file says or by its kind. */
export interface Door {
  /** What it is about; absent for what only the file's own words know. */
  matter?: Matter;
  /** Absent where the file has none for the matter. */
  channel?: OtherChannel;
  /** It must not wait, however it is said. */
  grave: boolean;
  /** What was said is what ought to be done about it, and so perhaps an idea all the same. */
  proposed: boolean;
}

/** Finds the door for what somebody has written. */
export type DoorFinder = (text: MaybeRead) => Door | undefined;

/** In more words than this, only what is grave is looked for: a long text names many things. */
const LONG_TEXT = 60;

/** Who says that it is hard to report something tells of the way to do it, not of what has happened. */
const COMPLAINS_OF_WAY = /\b(svart att|krangligt att|inget bra satt|tar for lang tid att|hard to|difficult to)\b/;

/** What is needed at once is no proposal: "vi behöver en ambulans nu". */
const AT_ONCE = /\b(nu|genast|omedelbart|akut|now|immediately|at once)$/;

interface Sign {
  phrases: readonly Phrase[];
  door: Pick<Door, 'matter' | 'channel' | 'grave'>;
}

/** The row of a matter, with what rows may leave out. */
export const matterRow = (matter: Matter): MatterRow => matterRows[matter];

/** What the doors of an organisation are known by is put together at the first question, and kept. The file's own words for a channel stand in for those of its kinds. */
export function createDoorFinder(channels: readonly OtherChannel[]): DoorFinder {
  let signs: readonly Sign[] | undefined;
  return (text) => {
    signs ??= signsOf(channels);
    return doorIn(signs, text);
  };
}

function signsOf(channels: readonly OtherChannel[]): Sign[] {
  const own = channels
    .filter(({ keywords }) => keywords.length > 0)
    .map((channel): Sign => {
      const grave = mattersOf(channel).some((matter) => matterRow(matter).grave);
      return { phrases: channel.keywords.map(keyword), door: { ...onlyMatter(channel), channel, grave } };
    });
  const usual = matters.flatMap((matter): Sign[] => {
    const { phrases, grave = false } = matterRow(matter);
    const channel = channels.find((one) => mattersOf(one).includes(matter));
    if (channel && channel.keywords.length > 0) return [];
    return [{ phrases: phrases.map(phrase), door: { matter, ...(channel && { channel }), grave } }];
  });
  return [...own, ...usual];
}

const onlyMatter = (channel: OtherChannel): { matter?: Matter } => {
  const [matter] = mattersOf(channel);
  return matter ? { matter } : {};
};

/** What a channel is for: as the file says, else as its code and name do. */
export const mattersOf = ({ code, name, matters: said }: OtherChannel): readonly Matter[] => {
  if (said) return said;
  const called = plain([code, ...Object.values(name)].join(' '));
  return matters.filter((matter) => matterRow(matter).named.test(called));
};

/** A word of the file's is found in each of its forms: "avvikelse" in "avvikelser", "vaktmästare" in "vaktmästarna". */
const keyword = (words: string): Phrase =>
  phrase(
    plainWords(words)
      .map((word) => (word.length > 3 ? `${stemOf(word)}~` : word))
      .join(' '),
  );

/** A long word without the vowel that its other forms change. */
const stemOf = (word: string): string => (word.length > LONG_WORD ? word.replace(/[ae]$/, '') : word);
const LONG_WORD = 6;

/** What ought to be done, or how hard it is to report: not what has happened. */
const isProposed = (sentence: TypedText): boolean =>
  (isProposal(sentence) && !AT_ONCE.test(sentence.plain)) || COMPLAINS_OF_WAY.test(sentence.plain);

function doorIn(signs: readonly Sign[], text: MaybeRead): Door | undefined {
  const { sentences, letters } = asRead(text);
  const length = sentences.reduce((sum, { words }) => sum + words.length, 0);
  // All that is said of nothing here is left out once, and not for each sentence and each way to spell.
  const perhaps = signs
    .filter(({ door }) => door.grave || length <= LONG_TEXT)
    .map(({ phrases, door }) => ({ door, phrases: phrases.filter((one) => mayBeIn(one, letters)) }))
    .filter(({ phrases }) => phrases.length > 0);
  const found = (['exactly', 'nearly'] as const).flatMap((spelt) =>
    perhaps.flatMap(({ phrases, door }) =>
      sentences
        .filter((sentence) => phrases.some((one) => saidIn(one, sentence, spelt) !== undefined))
        .map((sentence): Door => ({ ...door, proposed: isProposed(sentence) })),
    ),
  );
  return found.find(({ proposed }) => !proposed) ?? found[0];
}
