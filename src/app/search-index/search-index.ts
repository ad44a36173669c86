/**
 * The port of the search index: what can be found, by its words or by likeness. In memory and of one instance; it may run in
 * a thread of its own, so everything that goes in and out is plain data. What may not be read by everybody in the municipality
 * is never given to it: no query can match what is not there.
 */
export interface SearchIndex {
  /** Adds documents, or takes them in place of earlier ones with the same id. One of an older version than is or was there is left out. */
  put(documents: readonly SearchDocument[]): Promise<void>;
  /** Takes documents out, at once; those that are not there are no fault. Nothing of that version or an older one comes back. */
  remove(documents: readonly DocumentVersion[]): Promise<void>;
  /** What the query's words stand in, best first. No words: nothing, or the `newest`. */
  search(query: string, options?: SearchOptions): Promise<SearchPage>;
  /** What is so much like the text that it may be about the same need, most alike first; nothing where nothing is. */
  similar(text: SearchText, options?: SimilarOptions): Promise<SimilarDocument[]>;
  /** How these documents stand to each other, and to what `beside` lets through. Those that are not there are left out. */
  compare(ids: readonly string[], beside?: SearchFilter): Promise<ComparedDocuments>;
  /** How many documents there are. */
  size(): Promise<number>;
  /** Ends the thread, where there is one. */
  close(): Promise<void>;
}

/** Which state of a document: the number of the newest event that it holds, and behind the point how many there have been beside. */
export interface DocumentVersion {
  /** The record's id: one id space for all kinds. */
  id: string;
  version: number;
}

/** What is searched and compared, as people wrote it. */
export interface SearchText {
  title: string;
  problem: string;
  solution?: string;
}

export interface SearchDocument extends DocumentVersion, SearchText {
  /** What was learned or came of it; found by search, not compared. */
  lesson?: string;
  /** Codes: the one that has it, the one it came from, those that take part, use it or test it. */
  departments: readonly string[];
  /** Codes of others that have been asked to take it in, have said no to it, or have stopped using it. */
  knownTo?: readonly string[];
  /** Codes of goals. */
  goals: readonly string[];
  stage: string;
  /** Whose test it is, as `tests-of.ts` writes it: of what has none, absent. */
  test?: string;
  /** Which way it seems to go, in words of whoever puts it in; given back by `compare`, and nothing is found by it. */
  leaning?: string;
}

/** What may be found; what is left out restricts nothing. */
export interface SearchFilter {
  /** One of these. */
  stages?: readonly string[];
  departments?: readonly string[];
  goals?: readonly string[];
  /** One of these tests. */
  tests?: readonly string[];
  /** None of these departments, also as one that it is known to. */
  notIn?: readonly string[];
  /** Only what has a lesson. */
  withLesson?: boolean;
  /** Ids that are left out. */
  except?: readonly string[];
}

export interface SearchOptions {
  filter?: SearchFilter;
  /** Where no word is looked for: what was put in last comes first. */
  newest?: true;
  /** How many of the best to pass over; 0. */
  offset?: number;
  /** At most so many; 8. */
  limit?: number;
}

export interface SearchPage {
  /** How many there are in all. */
  total: number;
  hits: readonly { id: string; score: number }[];
}

export interface SimilarOptions {
  filter?: SearchFilter;
  /** At most so many; 3. */
  limit?: number;
}

export interface SimilarDocument {
  id: string;
  /** From 0 to 1, and above the threshold that `npm run bench:similar` has found. Not for people to see. */
  score: number;
  /** What both are about, the most telling first, at most four, as a reader knows the words: `['cyklar', 'hemtjänst']`. */
  shared: readonly string[];
}

/** Documents beside each other. Each of those that were asked about and are there stands in `groups` once, and in `unlike` where there is anything to compare with. */
export interface ComparedDocuments {
  groups: readonly AlikeDocuments[];
  /** Ids, the one first that is least like anything that stands beside; where nothing does, as they were asked about. */
  unlike: readonly string[];
}

/** What may be about the same need, in the order that was asked; one alone where nothing is like it. */
export interface AlikeDocuments {
  documents: readonly { id: string; leaning?: string }[];
  /** What they are about, as of `similar`; none of one alone. */
  shared: readonly string[];
}
