import type { PersonRef } from '../../person/person.js';
import { refuse } from '../../result.js';
import type { Idea, Standing, Waiting } from '../idea.js';
import { isSubmitter } from '../policy.js';
import { type Consequences, forDeciders, happens, type Occasion, stays, waitsFor, within } from './consequence.js';

/** The colleague's question, as it stands. */
const askedAs = ({ askedColleagues = [] }: Idea, person: PersonRef | 'clock') =>
  askedColleagues.find((asked) => asked.person === person);

/** Who has an idea together. The idea waits for nobody's answer to that. */
export const together: Consequences<
  'addCoSubmitter' | 'acceptJoining' | 'declineJoining' | 'lapseJoining' | 'stepOut'
> = {
  addCoSubmitter: (occasion) => {
    const { idea, data, actor } = occasion;
    const { person, as = 'coSubmitter' } = data;
    const cannot = isSubmitter(person, idea) || person === actor.ref || askedAs(idea, person) !== undefined;
    if (cannot || [idea.saidNo, idea.former].some((refs) => refs?.includes(person))) {
      return refuse({ code: 'cannotBeAsked' });
    }
    const until = within(occasion, 'submitter');
    return happens('coSubmitterAsked', stays(occasion), { person, as, until });
  },
  acceptJoining: (occasion) => {
    const { idea, data, actor } = occasion;
    const asked = askedAs(idea, actor.ref);
    if (!asked) return refuse({ code: 'notNow' });
    const to = asked.as === 'submitter' ? askedInstead(occasion, asked.person) : stays(occasion);
    return happens('coSubmitterAdded', to, { person: asked.person, as: asked.as, ...data });
  },
  declineJoining: (occasion) => {
    const asked = askedAs(occasion.idea, occasion.actor.ref);
    if (!asked) return refuse({ code: 'notNow' });
    return happens('coSubmitterDeclined', stays(occasion), { asker: asked.by });
  },
  lapseJoining: (occasion) => {
    const asked = askedAs(occasion.idea, occasion.data.person);
    if (!asked || asked.until >= occasion.today) return refuse({ code: 'notNow' });
    return happens('coSubmitterLapsed', stays(occasion), { person: asked.person, asker: asked.by });
  },
  stepOut: (occasion) => {
    const { idea, actor } = occasion;
    const next = idea.coSubmitters.find((person) => person !== actor.ref);
    const { waiting } = idea;
    const theirs = waiting?.for === 'submitter' && waiting.person === actor.ref;
    const as = isSubmitter(actor.ref, idea) ? 'submitter' : 'joined';
    if (!theirs) return happens('steppedOut', stays(occasion), { as });
    const to = next ? askedInstead(occasion, next) : forDeciders(occasion, idea.stage);
    return happens('steppedOut', to, { as });
  },
};

/** Where the idea stands when an open question to the submitter becomes one to somebody else. */
function askedInstead(occasion: Occasion<'acceptJoining' | 'stepOut'>, person: PersonRef): Standing {
  const { idea } = occasion;
  if (idea.waiting?.for !== 'submitter') return stays(occasion);
  const waiting: Waiting = { for: 'submitter', person };
  return waitsFor(occasion, idea.stage, waiting, idea.answerBy);
}
