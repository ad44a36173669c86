import type { SearchDocument, SearchFilter } from './search-index.js';

/** What a filter asks of a document. */
export interface Filterable extends Pick<SearchDocument, 'id' | 'stage' | 'departments' | 'goals' | 'test'> {
  knownTo: readonly string[];
  withLesson: boolean;
}

/** Whether a document may be found. */
export function isLetThrough(
  document: Filterable | undefined,
  { stages, departments, goals, tests, notIn, withLesson, except }: SearchFilter,
): boolean {
  const isAmong = (wanted: readonly string[] | undefined, has: readonly string[]): boolean =>
    wanted === undefined || has.some((one) => wanted.includes(one));
  return (
    document !== undefined &&
    isAmong(stages, [document.stage]) &&
    isAmong(departments, document.departments) &&
    isAmong(goals, document.goals) &&
    isAmong(tests, document.test === undefined ? [] : [document.test]) &&
    !notIn?.some((one) => document.departments.includes(one) || document.knownTo.includes(one)) &&
    (withLesson !== true || document.withLesson) &&
    !except?.includes(document.id)
  );
}
