import type { PersonRef } from '../../person/person.js';
import type { Instant } from '../../time.js';
import type { Idea, Tier } from '../idea.js';
import type { Stage } from '../stages.js';

/** Whose a new idea is, and who decides on it. */
interface IdeaBeginning {
  submitter: PersonRef;
  coSubmitters?: PersonRef[];
  department: string;
  unit?: string;
  tier: Tier;
}

/** An idea as it begins, whatever began it: nothing has happened to it, and its words come with the first event. */
export function begin(
  id: string,
  { submitter, coSubmitters = [], department, unit, tier }: IdeaBeginning,
  { stage, at }: { stage: Stage; at: Instant },
): Idea {
  return {
    id,
    seq: 0,
    decisionVersion: 0,
    stage,
    words: { title: '', problem: '' },
    answers: {},
    hidden: false,
    submitter,
    coSubmitters,
    confidential: false,
    department,
    ...(unit && { unit }),
    origin: department,
    concerns: [],
    tier,
    reminded: false,
    escalated: false,
    asked: false,
    adoptions: {},
    pictures: [],
    followUpAsked: false,
    thankedBy: [],
    createdAt: at,
    changedAt: at,
  };
}
