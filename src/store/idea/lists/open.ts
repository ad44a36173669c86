import type { Idea, Waiting } from '../../../domain/idea/idea.js';
import { listed, type OpenIdea } from '../../../domain/idea/reading/in-week.js';
import type { Stage } from '../../../domain/idea/stages.js';
import { ID_PLACES, idAtPlace, placeOfId } from '../../../domain/ids.js';
import type { Day, Instant } from '../../../domain/time.js';
import * as keys from '../../keys.js';
import type { StoredRow } from '../../rows.js';

/** What waits in a department: what is late there, counted and told of, without its idea being read. Of older rows all but the id is absent. */
export interface OpenRow {
  id: string;
  /** When it was sent in. */
  at?: Instant;
  stage?: Stage;
  /** Whose role owes the answer. */
  for?: Waiting['for'];
  /** Never where it would tell a name that is kept. */
  unit?: string;
  answerBy?: Day;
  promised?: Day;
  reminded?: boolean;
  escalated?: boolean;
  /** The last day of its test. */
  testEnd?: Day;
}

/** How what waits in a department lies in its keys: by id, and ids are drawn from all that there could be. */
export const byIdIn = (department: string) => ({
  placeOf: (key: string) => placeOfId(key.split('|')[3] ?? ''),
  keyAt: (place: bigint) => (place < ID_PLACES ? keys.openKey(department, idAtPlace(place)) : undefined),
});

export function openRow(idea: Idea, waiting: Waiting): OpenRow {
  const { id, createdAt, stage, answerBy, promised, reminded, escalated } = idea;
  const { unit, test } = listed(idea);
  return {
    ...{ id, at: createdAt, stage, for: waiting.for, reminded, escalated },
    ...(answerBy && { answerBy }),
    ...(promised && { promised }),
    ...(unit && { unit }),
    ...(test && { testEnd: test.end }),
  };
}

/** Of a row from before these columns it is known that it waits, and no more: it is neither late nor counted until it is written anew. */
export function toOpenIdea({ rowKey, id, ...row }: StoredRow<OpenRow>): OpenIdea {
  const { stage, unit, answerBy, promised, reminded = false, escalated = false, testEnd } = row;
  return {
    ...{ id, department: rowKey.split('|')[2] ?? '', reminded, escalated },
    ...(stage && { stage }),
    ...(unit && { unit }),
    ...(row.for && { waiting: { for: row.for } }),
    ...(answerBy && { answerBy }),
    ...(promised && { promised }),
    ...(testEnd && { test: { end: testEnd } }),
  };
}
