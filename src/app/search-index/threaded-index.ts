import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SearchDocument, SearchIndex, SearchPage, SimilarDocument } from './search-index.js';
import type { IndexAnswer, IndexRequest, SearchIndexSetting } from './thread-messages.js';

/** So many documents are put in at a time: a search waits for them no longer than it takes itself. */
const AT_A_TIME = 100;

interface Pending {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** An empty index in a thread of its own, so that no turn waits while something is put in or found. It holds up no process that ends. */
export function threadedIndex(setting: SearchIndexSetting): SearchIndex {
  const worker = startWorker(setting);
  worker.unref();
  const pending = new Map<number, Pending>();
  let calls = 0;
  let ended: Error | undefined;
  const end = (error: Error): void => {
    ended ??= error;
    for (const { reject } of pending.values()) reject(ended);
    pending.clear();
  };
  worker.on('message', ({ call, value, fault }: IndexAnswer) => {
    const one = pending.get(call);
    pending.delete(call);
    if (pending.size === 0) worker.unref();
    if (fault === undefined) one?.resolve(value);
    else one?.reject(new Error(`The search index: ${fault}`));
  });
  worker.on('error', end);
  worker.on('exit', () => end(new Error('The search index has been closed')));

  const ask = (request: IndexRequest): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      calls += 1;
      pending.set(calls, { resolve, reject });
      // Whoever waits for an answer gets it before the process ends.
      worker.ref();
      worker.postMessage({ ...request, call: calls });
    });

  return {
    put: async (documents: readonly SearchDocument[]) => {
      for (let at = 0; at < documents.length; at += AT_A_TIME)
        await ask({ method: 'put', with: [documents.slice(at, at + AT_A_TIME)] });
    },
    remove: async (documents) => {
      await ask({ method: 'remove', with: [documents] });
    },
    search: async (...given) => (await ask({ method: 'search', with: given })) as SearchPage,
    similar: async (...given) => (await ask({ method: 'similar', with: given })) as SimilarDocument[],
    size: async () => (await ask({ method: 'size', with: [] })) as number,
    close: async () => {
      await worker.terminate();
    },
  };
}

/** Compiled, the thread's file stands beside this one; where the sources are run as they are, what reads them has to be there first. */
function startWorker(workerData: SearchIndexSetting): Worker {
  const extension = extname(__filename);
  const file = join(__dirname, `worker${extension}`);
  if (extension === '.js') return new Worker(file, { workerData });
  return new Worker(`require('tsx/cjs'); require(${JSON.stringify(file)});`, { workerData, eval: true, execArgv: [] });
}
