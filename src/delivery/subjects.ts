import { isRecordKind, type RecordKind } from '../domain/record.js';
import { challengeSubject } from './challenge/subject.js';
import type { DeliveryDeps } from './deps.js';
import { groupSubject } from './group/subject.js';
import { countReactions } from './idea/reactions.js';
import { ideaSubject } from './idea/subject.js';
import { meetingSubject } from './meeting/subject.js';
import { obstacleSubject } from './obstacle/subject.js';
import type { AnySubject } from './subject.js';
import { undertakingSubject } from './undertaking/subject.js';

/** The kinds of record of which people are told. */
const subjects: { readonly [K in RecordKind]: AnySubject } = {
  idea: ideaSubject,
  challenge: challengeSubject,
  obstacle: obstacleSubject,
  undertaking: undertakingSubject,
  meeting: meetingSubject,
  group: groupSubject,
};

/** What is told of records of a kind beside their events; true when there is more. */
const beside: {
  readonly [K in RecordKind]: readonly ((deps: DeliveryDeps, stopping?: AbortSignal) => Promise<boolean>)[];
} = { idea: [countReactions], challenge: [], obstacle: [], undertaking: [], meeting: [], group: [] };

/** What is told of records beside their events; true when there is more. */
export async function processRest(deps: DeliveryDeps, stopping?: AbortSignal): Promise<boolean> {
  const more = await Promise.all(Object.values(beside).flatMap((all) => all.map((one) => one(deps, stopping))));
  return more.includes(true);
}

/** Throws for a kind that only a newer version of the bot knows: its rows are left for that one. */
export function subjectOf(record: RecordKind): AnySubject {
  if (!isRecordKind(record)) throw new TypeError('A record of an unknown kind');
  return subjects[record];
}
