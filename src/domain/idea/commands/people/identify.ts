import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { decidesNoMore, givenOpinions, openOpinions } from '../../deciding/opinions.js';
import { defineEvent } from '../../event.js';
import type { Idea } from '../../idea.js';
import { asOnePerson, mentions } from '../../people/same-person.js';
import { stageNames } from '../../stages.js';
import { happens, stays } from '../../standing.js';

/** Somebody who stands in it as `formerly` is `person`. */
interface Identified {
  formerly: PersonRef;
  person: PersonRef;
}

/**
 * Two references have turned out to be one person's. `inRecord`: what they did stands in its record, though the idea as it
 * is does not tell of them.
 */
export const identify = defineCommand('identify')<Identified & { inRecord?: true }>({
  from: stageNames,
  by: ['clock'],
  words: {},
  sameVersion: false,
  leadsTo: (context) => {
    const { idea, data } = context;
    const { formerly, person, inRecord } = data;
    const isNews = inRecord === true && idea.formerly?.[formerly] !== person;
    if (formerly === person || !(isNews || mentions(idea, formerly))) return refuse({ code: 'notNow' });
    const askers = nowAnswered(idea, data);
    const { waiting, ...to } = stays(context);
    const theirs = waiting && 'person' in waiting && waiting.person === formerly;
    return happens(
      identified,
      { ...to, ...(waiting && { waiting: theirs ? { ...waiting, person } : waiting }) },
      { formerly, person, ...(askers.length > 0 && { askers }) },
    );
  },
});

/** Whoever waits for somebody's answer that they have given under their other reference, and for nobody else's. */
function nowAnswered(idea: Idea, { formerly, person }: Identified): PersonRef[] {
  const after = asOnePerson(idea, formerly, person);
  if (!givenOpinions(after).some((one) => one.person === person)) return [];
  const waits = new Set(openOpinions(after).map(({ by }) => by));
  const asked = openOpinions(idea).map(({ by }) => (by === formerly ? person : by));
  return [...new Set(asked)].filter((by) => !waits.has(by));
}

/** `askers`: those who have all the answers by it that they have asked for. */
export const identified = defineEvent('identified')<Identified & { askers?: PersonRef[] }>({
  persons: { formerly: 'found', person: 'traced', askers: 'found' },
  changes: (idea, { data }) => asOnePerson(idea, data.formerly, data.person),
  hears: ['asker'],
  overtaken: decidesNoMore,
  wordsOf: 'record',
});
