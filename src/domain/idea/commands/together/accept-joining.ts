import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import type { AskedColleague, Tier } from '../../idea.js';
import { unasked, withSubmitter } from '../../people/together.js';
import { happens, stays } from '../../standing.js';
import { open } from '../conditions.js';
import { askedAs, askedInstead, someAsked } from './asked.js';

/** A colleague says that the idea is theirs too. `tier` where those who decided are submitters by it. */
export const acceptJoining = defineCommand('acceptJoining')<{ tier?: Tier }>({
  from: open,
  by: ['invitee'],
  words: {},
  sameVersion: false,
  when: someAsked,
  leadsTo: (context) => {
    const { idea, data, actor } = context;
    const asked = askedAs(idea, actor.ref);
    if (!asked) return refuse({ code: 'notNow' });
    const to = asked.as === 'submitter' ? askedInstead(context, asked.person) : stays(context);
    return happens(coSubmitterAdded, to, { person: asked.person, as: asked.as, ...data });
  },
});

/** By themselves; of records from before they were asked, by whoever named them. */
export const coSubmitterAdded = defineEvent('coSubmitterAdded')<{
  person: PersonRef;
  as?: AskedColleague['as'];
  tier?: Tier;
}>({
  persons: { person: 'traced' },
  changes: (idea, { data }) => withSubmitter(unasked(idea, data.person), data),
  hears: ['submitter'],
  submittersOnly: true,
  wordsOf: 'record',
});
