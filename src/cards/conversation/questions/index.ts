import { asRead, type MaybeRead } from '../../../domain/language/analysis/typed-text.js';
import { leftOver, type Phrase, phrase, saidIn, wordsOfPhrase } from '../../../domain/language/phrases.js';
import { isProposal } from '../../../domain/language/proposals.js';
import { asksIn } from '../../../domain/language/question-shape.js';
import { aboutIdeas } from './about-ideas.js';
import { aboutMyIdea } from './about-my-idea.js';
import { aboutRules } from './about-rules.js';
import { aboutTheBot } from './about-the-bot.js';
import type { QuestionRow } from './row.js';
import { termRows } from './terms.js';

export type { NextStep, OwnIdeas, QuestionRow } from './row.js';

const rows = { ...aboutMyIdea, ...aboutIdeas, ...aboutRules, ...aboutTheBot, ...termRows };

export type QuestionName = keyof typeof rows;

/** Everything that people ask and get an answer to. */
export const questionRows: Readonly<Record<QuestionName, QuestionRow>> = rows;
export const questions = Object.keys(rows) as QuestionName[];

interface Known {
  question: QuestionName;
  phrases: readonly Phrase[];
  /** How many words that mean something else the sentence may have beside. */
  mayHave: number;
}

const known: readonly Known[] = questions.map((question) => ({
  question,
  phrases: questionRows[question].phrases.map(phrase),
  mayHave: questionRows[question].strict ? 0 : 1,
}));

/** The bot's own subjects: they may stand beside any question. */
const ownWords: readonly string[] = [
  ...known.flatMap(({ phrases }) => phrases.flatMap(wordsOfPhrase)),
  ...[
    'iden',
    'ideen',
    'ideer',
    'ideerna',
    'forslaget',
    'forslagen',
    'vecka',
    'veckan',
    'manad',
    'manaden',
    'forra',
    'lange',
  ],
  ...[
    'mean',
    'means',
    'betyder',
    'skickade',
    'testerna',
    'verklighet',
    'idelotsen',
    'kommunen',
    'hos',
    'jobb',
    'jobbet',
    'week',
    'last',
    'month',
    'sent',
  ],
];
const whole: ReadonlySet<string> = new Set(ownWords);
/** Of longer words every form is the bot's own: "notiser", where a phrase has `notis~`. */
const LONG_WORD = 5;
const beginnings = [...whole].filter(({ length }) => length >= LONG_WORD);
const isOwn = (word: string): boolean => whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning));

/** In longer sentences, and after more of them, people tell something and do not ask. */
const LONGEST_SENTENCE = 16;
const MOST_SENTENCES = 4;

/**
 * What is asked in this message; undefined for nothing that has an answer. Where several rows fit, the one counts that leaves
 * the fewest words over, then the one that is spelt so, and of those the one that says the most.
 */
export function questionIn(text: MaybeRead, among: (row: QuestionRow) => boolean = () => true): Found | undefined {
  const found = askedIn(text)
    .flatMap((sentence) => matchesIn(sentence, among))
    .sort((one, other) => one.over - other.over || other.said - one.said || Number(other.sure) - Number(one.sure));
  return found[0] && { question: found[0].question, sure: found[0].sure };
}

/** The sentences in which something may be asked: the first that is more than a greeting, and after it those with a question mark. */
function askedIn(text: MaybeRead) {
  const sentences = asRead(text).sentences.slice(0, MOST_SENTENCES);
  const first = sentences.findIndex(({ words }) => words.length > 2 || leftOver(words, []).length > 0);
  return sentences
    .filter(({ asks, words }, at) => (asks || at <= Math.max(first, 0)) && words.length <= LONGEST_SENTENCE)
    .map((sentence) => ({
      words: sentence.words,
      letters: sentence.letters,
      proposed: isProposal(sentence),
      asks: asksIn(sentence),
    }));
}

/** What is asked; `sure`: by a phrase of its own and not by a word alone, so that it is no answer to somebody. */
export interface Found {
  question: QuestionName;
  sure: boolean;
}

interface Match extends Found {
  /** Words left over that mean something else. */
  over: number;
  /** Words of the phrase; less than one for each that is misspelt. */
  said: number;
}

/** Who says what ought to be done asks only where nothing else is said. */
function matchesIn(
  { words, letters, proposed, asks }: { words: readonly string[]; letters: number; proposed: boolean; asks: boolean },
  among: (row: QuestionRow) => boolean,
): Match[] {
  return known
    .filter(({ question }) => among(questionRows[question]))
    .flatMap(({ question, phrases, mayHave }) =>
      phrases.flatMap((one) => {
        if (one.asked && !asks) return [];
        const exactly = saidIn(one, { words, letters }, 'exactly');
        const places = exactly ?? saidIn(one, { words, letters });
        if (!places) return [];
        const over = leftOver(words, places).filter((word) => !isOwn(word)).length;
        const said = places.length - (exactly ? 0 : 1);
        return over <= (proposed ? 0 : mayHave) ? [{ question, sure: !one.asked, over, said }] : [];
      }),
    );
}
