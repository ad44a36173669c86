import { openDay } from '../../../organisation/calendar/calendar.js';
import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import { addDays, type Day } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { askedIn, MOST_OPINIONS, OPINION_DAYS, withOpinions } from '../../deciding/opinions.js';
import { defineEvent } from '../../event.js';
import { mayNotDecide } from '../../policy.js';
import { answersForRecord, isTakenAway } from '../../reading/visibility.js';
import { happens, stays } from '../../standing.js';

/** "Vad tycker du?", to up to five others, before somebody decides. */
export const askOpinion = defineCommand('askOpinion')<{ people: PersonRef[] }>({
  from: askedIn,
  by: ['decider'],
  words: {},
  sameVersion: false,
  when: (idea) => !isTakenAway(idea) && (idea.opinions ?? []).length < MOST_OPINIONS,
  leadsTo: (context) => {
    const { idea, data, actor, today, setting } = context;
    const { opinions = [] } = idea;
    const people = [...new Set(data.people)];
    const cannot = (ref: PersonRef) =>
      ref === actor.ref || mayNotDecide(ref, idea) || opinions.some(({ person }) => person === ref);
    if (people.length === 0) return refuse({ code: 'unknownColleague' });
    if (people.some(cannot)) return refuse({ code: 'cannotGiveOpinion' });
    if (opinions.length + people.length > MOST_OPINIONS) return refuse({ code: 'tooManyOpinions' });
    const until = openDay(addDays(today, OPINION_DAYS), setting.calendar);
    return happens(opinionAsked, stays(context), { people, until });
  },
});

export const opinionAsked = defineEvent('opinionAsked')<{ people: PersonRef[]; until: Day }>({
  persons: { people: 'traced' },
  changes: (idea, { by, data: { people, until } }) =>
    by === 'clock'
      ? idea
      : withOpinions(idea, [...(idea.opinions ?? []), ...people.map((person) => ({ person, asked: { by, until } }))]),
  hears: ['consulted'],
  atOnce: ['consulted'],
  asksBeside: ['consulted'],
  // Whom somebody has asked for advice is theirs to know who decide, and each one's own.
  seenBy: (reader, { by, data }) => answersForRecord(reader, by) || data.people.includes(reader.ref),
  leavesRights: true,
  wordsOf: 'record',
});
