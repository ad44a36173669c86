/** One size in a process of its own: builds the index in its thread, asks it, and prints what was found as JSON. Started by main.ts. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { SearchIndex, SearchText } from '../../../src/app/search-index/search-index';
import { ideaMaker } from './made-ideas';

/** As it runs in operation: what reads the sources as they are makes every function slower. */
const { threadedIndex } = require(
  join(__dirname, '..', '..', '..', 'dist', 'app', 'search-index', 'threaded-index.js'),
) as typeof import('../../../src/app/search-index/threaded-index');

/** What one size took, in milliseconds and MB. */
export interface SizeFigures {
  ideas: number;
  build: number;
  /** Processor time of the build, all threads: what another process takes away is not in it. */
  buildProcessor: number;
  memory: number;
  search: number;
  similar: number;
  /** The processor time of the same, all threads. */
  searchProcessor: number;
  similarProcessor: number;
  /** Other work of the process, alone and while the index is asked all the time. */
  turnAlone: number;
  turnBeside: number;
}

const QUERIES = 300;
const PAGE = 1000;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { ideas: { type: 'string', default: '20000' } } });
  const count = Number(values.ideas);
  const index = threadedIndex({ names: ['Hemtjänst', 'Gata och park', 'Förskola'] });
  await index.size();
  const next = ideaMaker();
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let [build, buildProcessor] = [0, 0];
  for (let at = 0; at < count; at += PAGE) {
    // Made and let go as they would be read from storage, and not on the clock.
    const page = Array.from({ length: Math.min(PAGE, count - at) }, next);
    const [started, cpu] = [performance.now(), process.cpuUsage()];
    await index.put(page);
    build += performance.now() - started;
    const { user, system } = process.cpuUsage(cpu);
    buildProcessor += (user + system) / 1000;
  }
  globalThis.gc?.();
  const memory = (process.memoryUsage().rss - before) / 2 ** 20;
  const asked = Array.from({ length: QUERIES }, next);
  const words = asked.map(({ title }) => title.split(' ').slice(0, 3).join(' '));
  await timesOf(words.slice(0, 50), (query) => index.search(query));
  const search = await timesOf(words, (query) => index.search(query));
  const similar = await timesOf(asked, (text) => index.similar(text));
  const turnAlone = await timesOf(asked, otherTurn);
  const stop = askOn(index, asked);
  const turnBeside = await timesOf(asked, otherTurn);
  await stop();
  const figures: SizeFigures = {
    ideas: count,
    build,
    buildProcessor,
    memory,
    search: p95(search.times),
    similar: p95(similar.times),
    searchProcessor: p95(search.processor),
    similarProcessor: p95(similar.processor),
    turnAlone: p95(turnAlone.times),
    turnBeside: p95(turnBeside.times),
  };
  console.log(JSON.stringify(figures));
  await index.close();
}

/** Stands for another turn's own work: some milliseconds of making and reading JSON, and going round the event loop between. */
async function otherTurn(): Promise<void> {
  for (let at = 0; at < 5; at++) {
    JSON.parse(JSON.stringify(Array.from({ length: 1500 }, (_, n) => ({ n, text: `rad ${n}` }))));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Asks one thing after the other until it is stopped. */
function askOn(index: SearchIndex, asked: readonly SearchText[]): () => Promise<void> {
  let on = true;
  const asking = (async () => {
    for (let at = 0; on; at = (at + 1) % asked.length) {
      const text = asked[at];
      if (text) await index.similar(text);
    }
  })();
  return () => {
    on = false;
    return asking;
  };
}

async function timesOf<T>(given: readonly T[], ask: (one: T) => Promise<unknown>) {
  const [times, processor]: [number[], number[]] = [[], []];
  for (const one of given) {
    const [started, cpu] = [performance.now(), process.cpuUsage()];
    await ask(one);
    times.push(performance.now() - started);
    const { user, system } = process.cpuUsage(cpu);
    processor.push((user + system) / 1000);
  }
  return { times, processor };
}

const p95 = (times: readonly number[]): number =>
  [...times].sort((one, other) => one - other)[Math.floor(0.95 * times.length)] ?? Number.NaN;

void main();
