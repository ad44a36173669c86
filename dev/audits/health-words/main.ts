import { figures } from './figures.js';
import { freshOfNobody, freshOfOnePerson, ofNobody, ofOnePerson } from './sentences.js';

/** `npm run health-words`: how often the question about somebody's health is asked when it should be, and when it should not. */
const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;
const list = (heading: string, sentences: readonly string[]): string =>
  [`${heading}: ${sentences.length}`, ...sentences.map((sentence) => `  ${sentence}`)].join('\n');

for (const [name, set] of [
  ['Known when the rules were written', { ofOnePerson, ofNobody }],
  ['Written after them', { ofOnePerson: freshOfOnePerson, ofNobody: freshOfNobody }],
] as const) {
  const { precision, recall, missed, asked } = figures(set);
  const size = set.ofOnePerson.length + set.ofNobody.length;
  console.log(`${name} (${size} sentences): precision ${percent(precision)}, recall ${percent(recall)}`);
  console.log(list('Tells of somebody, and is not asked about', missed));
  console.log(list('Tells of nobody, and is asked about', asked), '\n');
}
