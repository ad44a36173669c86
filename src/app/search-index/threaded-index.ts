import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ComparedDocuments, SearchDocument, SearchIndex, SearchPage, SimilarDocument } from './search-index.js';
import type { IndexAnswer, IndexRequest, SearchIndexSetting } from './thread-messages.js';

/** So many documents are put in at a time: a search waits for them no longer than it takes itself. */
const AT_A_TIME = 100;
/** A thread that has lived for less is not begun anew at once: what it died of may be there still. */
const SHORT_LIFE_MS = 60_000;

interface Pending {
  method: IndexRequest['method'];
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** What is found, and how many there are, where everything has been lost. */
const answerOfNone: { readonly [M in IndexRequest['method']]: unknown } = {
  put: undefined,
  remove: undefined,
  search: { total: 0, hits: [] } satisfies SearchPage,
  similar: [] satisfies SimilarDocument[],
  compare: { groups: [], unlike: [] } satisfies ComparedDocuments,
  size: 0,
};

/**
 * An empty index in a thread of its own, so that no turn waits while something is put in or found. It holds up no process that ends. A thread that dies
 * (of an error, or for want of memory) has lost all that was in it: what is asked is answered as of an empty index, and another, empty thread is begun,
 * after a minute where this one had not lived for one. `setting.lost` and `setting.again` are told.
 */
export function threadedIndex(
  setting: SearchIndexSetting,
  begin: (names: readonly string[]) => Worker = beginIndexThread,
  shortLifeMs = SHORT_LIFE_MS,
): SearchIndex {
  const pending = new Map<number, Pending>();
  let calls = 0;
  let closed: Error | undefined;
  let waiting: NodeJS.Timeout | undefined;
  let worker: Worker | undefined = begun();

  function begun(): Worker {
    const thread = begin(setting.names);
    let isYoung = shortLifeMs > 0;
    const growing = setTimeout(() => {
      isYoung = false;
    }, shortLifeMs).unref();
    let fault: unknown = new Error('It has ended by itself');
    thread.unref();
    thread.on('message', ({ call, value, fault: inThread }: IndexAnswer) => {
      const one = pending.get(call);
      pending.delete(call);
      if (pending.size === 0) thread.unref();
      if (inThread === undefined) one?.resolve(value);
      else one?.reject(new Error(`The search index: ${inThread}`));
    });
    thread.on('error', (error) => {
      fault = error;
    });
    thread.on('exit', () => {
      clearTimeout(growing);
      if (closed) return;
      worker = undefined;
      setting.lost?.(fault);
      for (const { method, resolve } of pending.values()) resolve(answerOfNone[method]);
      pending.clear();
      const beginAgain = (): void => {
        worker = begun();
        setting.again?.();
      };
      if (!isYoung) beginAgain();
      else waiting = setTimeout(beginAgain, shortLifeMs).unref();
    });
    return thread;
  }

  const ask = (request: IndexRequest): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(closed);
      if (!worker) return resolve(answerOfNone[request.method]);
      calls += 1;
      pending.set(calls, { method: request.method, resolve, reject });
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
    compare: async (...given) => (await ask({ method: 'compare', with: given })) as ComparedDocuments,
    size: async () => (await ask({ method: 'size', with: [] })) as number,
    close: async () => {
      closed = new Error('The search index has been closed');
      clearTimeout(waiting);
      for (const { reject } of pending.values()) reject(closed);
      pending.clear();
      await worker?.terminate();
    },
  };
}

/** The thread of an index. Compiled, its file stands beside this one; where the sources are run as they are, what reads them has to be there first. */
export function beginIndexThread(names: readonly string[]): Worker {
  const extension = extname(__filename);
  const file = join(__dirname, `worker${extension}`);
  const workerData = { names };
  if (extension === '.js') return new Worker(file, { workerData });
  return new Worker(`require('tsx/cjs'); require(${JSON.stringify(file)});`, { workerData, eval: true, execArgv: [] });
}
