import { loadMethods } from '../../../src/config/methods-file';
import { loadSurvey } from '../../../src/config/survey-file';
import { type Language, languageCodes, languages } from '../../../src/domain/languages';
import type { Organisation } from '../../../src/domain/organisation/organisation';
import { texts } from '../../../src/text/index';
import { wordsOf } from './lix';
import { variantsOf } from './message-variants';

/** Texts that are the same in several languages, each for a reason; any other is one that nobody has translated. */
export const saidTheSame: Readonly<Record<string, string>> = {
  'award.form.of': 'a class and a name with a dot between them',
  'button.ofIdea': 'a press and the idea that it is about',
  'challenge.answers.value': 'a title and an id',
  'challenge.outside.reply.from': 'a name and what was asked',
  'data.said.graph': 'a name of a product',
  'day.date': 'the names of a weekday and of a day',
  'department.withUnit': 'two names with a dot between them',
  'field.document.hint': 'an address',
  'export.clock': 'a name',
  'export.column.id': 'the word is the same',
  'export.column.period': 'the word is the same',
  'export.column.problem': 'the word is the same',
  'figures.report.first': 'two names',
  'figures.report.line': 'a name and a figure with a colon between them',
  'figures.value.few': 'a dash',
  'figures.value.number': 'a number',
  'group.step': 'a step, a name and a day',
  'happened.headed': 'a heading and what happened with a colon between them',
  'help.command.status': 'the word "status" is the same',
  'improvement.counted': 'an answer and a number with a colon between them',
  'improvement.text.from': 'a name',
  'method.step': 'a number',
  'note.staffLoss.source.graph': 'a name of a product',
  'opinion.said': 'a name and an answer',
  'panel.obstacle.number': 'a number',
  'picture.idea': 'a title and an id',
  'record.now': 'the word is the same',
  'registry.column.delegation': 'the word is the same',
  'registry.day.row': 'a title and an id',
  'registry.line': 'names and figures with dots between them',
  'registry.line.delegation': 'a name',
  'similar.where': 'a stage and a name with a dot between them',
  'week.because': 'a decision and a reason with a colon between them',
};

/** A language is called by its own name, whatever language a card is in. */
const languageNames = Object.values(languages).map(({ name }) => name);

/** Every word that a card in this language may show: the texts', the organisation's in this language, methods', dates', and what people wrote. */
export function vocabulary(language: Language, organisation: Organisation, written: readonly string[]): Set<string> {
  const own = Object.values(texts[language]).flatMap(variantsOf);
  return new Set(
    [
      ...own,
      ...languageNames,
      ...organisationWords(organisation, language),
      ...surveyWords(language),
      ...loadMethods().flatMap(({ text }) => Object.values(text[language]).flat()),
      ...dateWords(language),
      ...written,
    ].flatMap(plain),
  );
}

/** What is asked once a year, how it is answered, and what is measured beside it. */
function surveyWords(language: Language): string[] {
  const { statements, scale } = loadSurvey();
  return [...scale[language], ...statements.flatMap(({ text, beside }) => [text[language], beside?.[language] ?? ''])];
}

/** Names in the organisation file are in every language, or the same in all (people, titles). */
function organisationWords(value: unknown, language: Language): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (isInEach(value)) return [value[language]];
  return Object.values(value).flatMap((it) => organisationWords(it, language));
}

const isInEach = (value: object): value is Record<Language, string> => languageCodes.every((code) => code in value);

function dateWords(language: Language): string[] {
  const format = new Intl.DateTimeFormat(languages[language].locale, {
    weekday: 'long',
    month: 'long',
    timeZone: 'UTC',
  });
  // Each month, and each day of a week.
  return Array.from({ length: 12 }, (_, n) => format.format(new Date(Date.UTC(2026, n, n + 1)))).concat(
    Array.from({ length: 7 }, (_, n) => format.format(new Date(Date.UTC(2026, 0, n + 1)))),
  );
}

const plain = (text: string): string[] => wordsOf(text.toLowerCase());

/** Words of these texts that are none of the language's: a text that was written in code, or in the other language. */
export function strangeWords(shown: readonly string[], known: ReadonlySet<string>): string[] {
  const words = shown
    .filter((text) => !isAddress(text))
    .flatMap((text) => plain(text.replace(/K7M4\w\w|\S+@\S+/g, '')));
  return [...new Set(words.filter((word) => /\p{L}/u.test(word) && !known.has(word)))];
}

const isAddress = (text: string): boolean => /^\S+@\S+$|^https?:/.test(text);
