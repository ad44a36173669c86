import type { Deps } from '../../app/deps.js';
import { moveOn } from '../../app/idea/clock/move-on.js';
import { endMoved } from '../../app/idea/merge-idea.js';
import { rolesNow } from '../../app/idea/roles.js';
import { type IdeaEvent, meaningOf } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { isOvertaken, isPutTo } from '../../domain/idea/notices/asking.js';
import type { Audience } from '../../domain/idea/notices/audiences.js';
import { stopsOf } from '../../domain/idea/notices/notices.js';
import { isTheirTurn } from '../../domain/idea/policy.js';
import { takesAway } from '../../domain/idea/reading/out-of-sight.js';
import { isTakenAway, mayReadWords } from '../../domain/idea/reading/visibility.js';
import type { SubjectKind, Told } from '../subject.js';
import { draw, type IdeaReader } from './draw.js';
import { hears } from './hears.js';

/** Ideas, as far as others hear of them. */
export const ideaSubject: SubjectKind<Idea, IdeaEvent, IdeaReader> = {
  load: async (app, id) => (await app.ideas.load(id))?.idea,
  event: (app, id, seq) => app.ideas.event(id, seq),
  history: (app, id) => app.ideas.history(id),
  hears,
  async goesOn(app: Deps, idea, event) {
    const ended = await endMoved(app, idea);
    // Who could decide may have become a submitter by it: then the idea goes on, and the event of that tells the next.
    const moved = mayLoseReaders(event) && (await moveOn(app, idea.id));
    return ended || moved;
  },
  takesAway,
  isOutOfSight: (idea) => isTakenAway(idea) || idea.commentsOut === true,
  reader: async (app, person, idea) => ({ person, roles: await rolesNow(app, person, idea) }),
  mayRead: (idea, { person, roles }) => mayReadWords({ ref: person.ref, roles }, idea),
  unwanted({ event, as }, person) {
    const stop = stopsOf(event, as as Audience).find((one) => !person.preferences[one]);
    if (stop) return `${stop} off`;
    // Nothing is told of a comment that is out of sight by now.
    return event.since?.out ? 'taken back' : undefined;
  },
  isListed: (as) => as === 'deciders' || as === 'waitedFor',
  stillAsked(idea, told, { person, roles }) {
    const { event, as } = told;
    const reader = { ref: person.ref, roles, as: as as Audience };
    if (!isTheirTurn(person.ref, roles, idea) && isPutTo(event, reader, idea)) return false;
    return !isOvertaken(event, idea) && !isOver(told, roles);
  },
  draw,
};

/** Talk and what is filled in change nobody's right to decide; and who is asked by name reads what waits for them. */
const mayLoseReaders = (event: IdeaEvent): boolean => {
  const { waiting } = event.to;
  const isAskedByName = waiting !== undefined && 'person' in waiting && waiting.for !== 'submitter';
  return waiting !== undefined && !isAskedByName && !meaningOf(event).leavesRights;
};

/** Whether what the reader was asked beside the idea's own way has been answered, or has ended. */
const isOver = ({ as }: Pick<Told<IdeaEvent>, 'as'>, roles: IdeaReader['roles']): boolean =>
  (as === 'answerers' && !roles.has('answerer')) || (as === 'added' && !roles.has('invitee'));
