import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { askedIn, asksOpinions, decidesNoMore, openOpinions, withOpinions } from '../../deciding/opinions.js';
import { defineEvent } from '../../event.js';
import { answersForRecord } from '../../reading/visibility.js';
import { happens, stays } from '../../standing.js';

/** Whoever has not said in time what they think is not asked any more: nothing has waited for them. */
export const endOpinions = defineCommand('endOpinions')({
  from: askedIn,
  by: ['clock'],
  words: {},
  sameVersion: false,
  when: asksOpinions,
  leadsTo: (context) => {
    const late = openOpinions(context.idea).filter(({ until }) => until < context.today);
    if (late.length === 0) return refuse({ code: 'notNow' });
    return happens(opinionsEnded, stays(context), {
      people: late.map(({ person }) => person),
      askers: [...new Set(late.map(({ by }) => by))],
    });
  },
});

export const opinionsEnded = defineEvent('opinionsEnded')<{ people: PersonRef[]; askers: PersonRef[] }>({
  persons: { people: 'traced', askers: 'found' },
  changes: (idea, { data: { people } }) =>
    withOpinions(
      idea,
      (idea.opinions ?? []).map(({ asked, ...one }) =>
        people.includes(one.person) || !asked ? one : { ...one, asked },
      ),
    ),
  hears: ['asker'],
  overtaken: decidesNoMore,
  seenBy: (reader, { by, data }) => answersForRecord(reader, by) || data.people.includes(reader.ref),
  leavesRights: true,
  wordsOf: 'record',
});
