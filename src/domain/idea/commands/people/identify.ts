import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
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
    const { waiting, ...to } = stays(context);
    const theirs = waiting && 'person' in waiting && waiting.person === formerly;
    return happens(
      identified,
      { ...to, ...(waiting && { waiting: theirs ? { ...waiting, person } : waiting }) },
      { formerly, person },
    );
  },
});

export const identified = defineEvent('identified')<Identified>({
  persons: { formerly: 'found', person: 'traced' },
  changes: (idea, { data }) => asOnePerson(idea, data.formerly, data.person),
  hears: [],
  wordsOf: 'record',
});
