import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineDecision, type Noted } from '../../event.js';
import { happens, waitsFor } from '../../standing.js';
import { assigned, without, withoutQuestion } from '../changes.js';

/** As many of the municipality's goals as an idea serves: with more of them it would say nothing. */
export const MOST_GOALS = 2;

/** `goals`: codes of those that the leader sees it serve; nobody has to choose any. */
interface Explored {
  driver: PersonRef;
  goals?: string[];
}

/** A leader takes an idea on and names who drives it: whoever is named is asked first, but for the one who names themself. */
export const explore = defineCommand('explore')<Explored>({
  from: ['submitted'],
  by: ['decider'],
  words: {},
  sameVersion: true,
  leadsTo: (context) => {
    const { data } = context;
    if ((data.goals?.length ?? 0) > MOST_GOALS) return refuse({ code: 'tooManyGoals' });
    return happens(explored, waitsFor(context, 'exploring', { for: 'driver', person: data.driver }), data);
  },
});

export const explored = defineDecision('explored')<Explored & Noted>({
  persons: { driver: 'traced' },
  changes: (idea, { by, data }) => ({
    // What is only noted says nothing of goals, and takes none away.
    ...(data.outside ? withoutQuestion(idea) : without(idea, 'question', 'goals')),
    ...(data.goals && data.goals.length > 0 && { goals: data.goals }),
    // Who only notes what others have decided leads nothing.
    ...(!data.outside && { leader: by }),
    driver: assigned(data.driver, by),
  }),
  hears: ['driver', 'submitter', 'followers'],
  atOnce: ['driver'],
  wordsOf: 'record',
  inPost: true,
  opens: () => true,
});
