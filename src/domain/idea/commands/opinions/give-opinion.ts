import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import type { View } from '../../deciding/opinion.js';
import {
  askedIn,
  asksOpinions,
  decidesNoMore,
  openOpinions,
  opinionAskedOf,
  withOpinions,
} from '../../deciding/opinions.js';
import { defineEvent } from '../../event.js';
import { answersForRecord } from '../../reading/visibility.js';
import { happens, stays } from '../../standing.js';

/** What somebody thinks who was asked, in a choice and perhaps a line. It is said once. */
export const giveOpinion = defineCommand('giveOpinion')<{ view?: View }>({
  from: askedIn,
  by: ['askedOpinion'],
  words: { opinion: 'optional' },
  sameVersion: false,
  when: asksOpinions,
  leadsTo: (context) => {
    const { idea, data, actor } = context;
    const asked = opinionAskedOf(idea, actor.ref);
    if (!asked) return refuse({ code: 'notNow' });
    if (!data.view) return refuse({ code: 'badChoice', field: 'view' });
    const waiting = openOpinions(idea).filter(({ by, person }) => by === asked.by && person !== asked.person);
    const last = waiting.length === 0 && { last: true as const };
    return happens(opinionGiven, stays(context), { view: data.view, asker: asked.by, ...last });
  },
});

/** `last`: all whom the asker has asked have answered by it, or their time was over. */
export const opinionGiven = defineEvent('opinionGiven')<{ view: View; asker: PersonRef; last?: true }>({
  persons: { asker: 'found' },
  changes: (idea, { by, data: { view }, words }) =>
    withOpinions(
      idea,
      (idea.opinions ?? []).map((one) =>
        one.person === by ? { person: by, view, ...(words.opinion && { line: words.opinion }) } : one,
      ),
    ),
  hears: ['asker'],
  tells: (_, { data }) => data.last === true,
  overtaken: decidesNoMore,
  // Who is asked still learns of no other's answer, whatever they are to the idea.
  seenBy: (reader, { by }) => by === reader.ref || (answersForRecord(reader, by) && !reader.roles.has('askedOpinion')),
  leavesRights: true,
  wordsOf: 'person',
});
