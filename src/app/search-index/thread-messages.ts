import type { SearchIndex } from './search-index.js';

export interface SearchIndexSetting {
  /** What departments and units are called, in all languages and with their other names: words of which compounds are made. */
  names: readonly string[];
  /** Told when the index has lost everything, and why. */
  lost?: (fault: unknown) => void;
  /** Told when it can be filled again after that. */
  again?: () => void;
}

type IndexMethod = Exclude<keyof SearchIndex, 'close'>;

/** What the index is asked, with what. */
export type IndexRequest = { [M in IndexMethod]: { method: M; with: Parameters<SearchIndex[M]> } }[IndexMethod];

/** The same on its way to the thread, by number. */
export type IndexCall = IndexRequest & { call: number };

export interface IndexAnswer {
  call: number;
  value?: unknown;
  /** What went wrong in the thread, with where. */
  fault?: string;
}
