import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import type { Day } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { type AskedColleague, type Idea, MOST_ASKED, MOST_CO_SUBMITTERS } from '../../idea.js';
import { isSubmitter } from '../../policy.js';
import { happens, stays, within } from '../../standing.js';
import { open } from '../conditions.js';
import { askedAs } from './asked.js';

/** So many can be asked, whatever they answer: nobody can ask without end, and an idea keeps its size. */
const mayAskMore = ({ coSubmitters, askedColleagues = [], saidNo = [] }: Idea): boolean =>
  askedColleagues.length < MOST_ASKED &&
  coSubmitters.length + askedColleagues.length + saidNo.length < MOST_CO_SUBMITTERS;

/** Asks a colleague whether the idea is theirs too, or theirs (`as`: the submitter's). */
export const addCoSubmitter = defineCommand('addCoSubmitter')<{ person: PersonRef; as?: AskedColleague['as'] }>({
  from: open,
  by: ['submitter'],
  words: {},
  sameVersion: false,
  when: mayAskMore,
  leadsTo: (context) => {
    const { idea, data, actor } = context;
    const { person, as = 'coSubmitter' } = data;
    const cannot = isSubmitter(person, idea) || person === actor.ref || askedAs(idea, person) !== undefined;
    if (cannot || [idea.saidNo, idea.former].some((refs) => refs?.includes(person))) {
      return refuse({ code: 'cannotBeAsked' });
    }
    return happens(coSubmitterAsked, stays(context), { person, as, until: within(context, 'submitter') });
  },
});

export const coSubmitterAsked = defineEvent('coSubmitterAsked')<{
  person: PersonRef;
  as: AskedColleague['as'];
  until: Day;
}>({
  persons: { person: 'traced' },
  changes: (idea, { by, data }) => ({ ...idea, askedColleagues: [...(idea.askedColleagues ?? []), { ...data, by }] }),
  hears: ['added'],
  atOnce: ['added'],
  asksBeside: ['added'],
  wordsOf: 'record',
});
