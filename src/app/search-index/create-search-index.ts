import { LocalIndex } from './local-index.js';
import type { SearchIndex } from './search-index.js';
import type { SearchIndexSetting } from './thread-messages.js';

/** An empty index in this thread: every call holds up whatever else is to be done here. For tests and small sizes. */
export function createSearchIndex({ names }: SearchIndexSetting): SearchIndex {
  const index = new LocalIndex(names);
  return {
    put: async (documents) => index.put(documents),
    remove: async (documents) => index.remove(documents),
    search: async (query, options) => index.search(query, options),
    similar: async (text, options) => index.similar(text, options),
    compare: async (ids, beside) => index.compare(ids, beside),
    size: async () => index.size,
    close: async () => undefined,
  };
}
