/** The thread in which a search index lives: does what `threaded-index.ts` asks, in its order. */
import { parentPort, workerData } from 'node:worker_threads';
import { LocalIndex } from './local-index.js';
import type { IndexAnswer, IndexCall, SearchIndexSetting } from './thread-messages.js';

const { names } = workerData as Pick<SearchIndexSetting, 'names'>;
const index = new LocalIndex(names);

parentPort?.on('message', (call: IndexCall) => parentPort?.postMessage(answerTo(call)));

function answerTo(call: IndexCall): IndexAnswer {
  try {
    return { call: call.call, value: done(call) };
  } catch (error) {
    return { call: call.call, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function done(call: IndexCall): unknown {
  switch (call.method) {
    case 'put':
      return index.put(...call.with);
    case 'remove':
      return index.remove(...call.with);
    case 'search':
      return index.search(...call.with);
    case 'similar':
      return index.similar(...call.with);
    case 'compare':
      return index.compare(...call.with);
    case 'size':
      return index.size;
  }
}
