/**
 * `npm run bench:similar`: how well it is told which ideas are about the same need, on the labelled pairs beside this file, and
 * how well plain TF-IDF and BM25 tell it of the same texts. The threshold of each is the best one of one half of the pairs; what is
 * printed is measured on the other half. Writes bench/SIMILAR.md.
 *   -- --missed   lists what was missed of the half that may be looked at
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { likenessSettings } from '../../../src/app/search-index/likeness';
import { bestThreshold, judge, precisionAtRecall, type Worth, worthAt } from './measured';
import { ideaPairs, otherIdeas } from './pairs';
import { methods } from './rankers';

const said: string[] = [];
/** Printed, and kept. */
const say = (line: string): void => {
  said.push(line);
  console.log(line);
};
const two = (value: number): string => value.toFixed(2);
const pairs = ideaPairs();
const others = otherIdeas();
const inHalf = (half: string) => pairs.filter((pair) => pair.half === half);
const swedish = pairs.filter(({ kind }) => kind !== 'english').length;

say(
  `${pairs.length} pairs (${swedish} Swedish), ${pairs.filter(({ same }) => same).length} of the same need; looked for among ${pairs.length + others.length} ideas.`,
);
say(
  `Thresholds are chosen on ${inHalf('choosing').length} pairs, and this is the other ${inHalf('reporting').length}:\n`,
);
say('| method | threshold | precision | recall | recall at three | shown rightly | precision at our recall |');
say('|---|---|---|---|---|---|---|');
const judgedBy = methods.map((method) => ({ method, judged: judge(method, pairs, others) }));
const worths: (Worth & { threshold: number })[] = [];
for (const { method, judged } of judgedBy) {
  const reporting = judged.filter(({ pair }) => pair.half === 'reporting');
  const threshold = bestThreshold(judged.filter(({ pair }) => pair.half === 'choosing'));
  const worth = worthAt(threshold, reporting);
  worths.push({ ...worth, threshold });
  const atOurs = precisionAtRecall(worths[0]?.recall ?? 0, reporting);
  const figures = [worth.precision, worth.recall, worth.recallAtThree, worth.shownRightly, atOurs].map(two);
  say(`| ${[method.name, threshold.toFixed(3), ...figures].join(' | ')} |`);
}
const [own, ...plain] = worths;
if (!own) throw new Error('Nothing was measured');
const ahead = own.recallAtThree - Math.max(...plain.map(({ recallAtThree }) => recallAtThree));
say(
  '\nShown rightly: of the three that would be shown first above the threshold, what is the same; what no pair speaks of counts as wrong.',
);
say(`Recall at three is ${two(ahead)} ahead of the better of both (≥ 0.15).`);

const [{ judged } = { judged: [] }] = judgedBy;
const product = worthAt(
  likenessSettings.threshold,
  judged.filter(({ pair }) => pair.half === 'reporting'),
);
say(
  `The product's own threshold is ${likenessSettings.threshold}: precision ${two(product.precision)}, recall ${two(product.recall)} on the same half.`,
);
say('\nRecall at three by kind (same half):\n');
for (const kind of new Set(pairs.filter(({ same }) => same).map((pair) => pair.kind))) {
  const figures = judgedBy.map(({ method, judged: all }) => {
    const some = all.filter(({ pair }) => pair.kind === kind && pair.half === 'reporting');
    return `${method.name} ${two(worthAt(0, some).recallAtThree)}`;
  });
  say(`- ${kind.padEnd(16)}${figures.join('   ')}`);
}
if (process.argv.includes('--missed'))
  for (const { pair, score, place } of judged.filter((one) => one.pair.half === 'choosing'))
    if (pair.same ? score < own.threshold || place > 3 : score >= own.threshold)
      console.log(`${pair.same ? '+' : '-'} ${two(score)} ${place} ${pair.first.title} / ${pair.second.title}`);
process.exitCode = ahead >= 0.15 ? 0 : 1;
writeFileSync(
  join(__dirname, '..', '..', '..', 'bench', 'SIMILAR.md'),
  `# Ideas that are alike\n\n\`npm run bench:similar\`; the pairs and how they are halved: [dev/benchmarks/similar/pairs](../dev/benchmarks/similar/pairs/README.md).\n\n${said.join('\n')}\n`,
);
