import { isOtherThan } from './deciding/decided-on.js';
import { withoutLateOpinions } from './deciding/opinions.js';
import { type IdeaEvent, meaningOf } from './events.js';
import type { Idea } from './idea.js';
import { withoutLateQuestion } from './people/successor.js';
import { withoutEnded } from './people/together.js';
import { isOver } from './policy.js';
import { seenAfter } from './reading/out-of-sight.js';
import { hinderedIn } from './waiting/hindered.js';
import { silenceAfter } from './waiting/silence-after.js';
import { isNewVersion } from './waiting/turning.js';

/**
 * The idea after an event. `id` names the idea that a first event creates. Everything but the standing and the version is
 * what the event's own module says that it changes; the version rises exactly when stage, the one it waits for, department, or
 * what is decided on does change. Only with the first three does the waiting begin anew: what a driver fills in gives them
 * no more time.
 */
export function evolve(idea: Idea | undefined, event: IdeaEvent, id = idea?.id): Idea {
  if (!id) throw new Error('The first event needs the id of its idea');
  if (idea && event.adoption !== undefined) return withAdoptionEvent(idea, event.adoption, event);
  const before = idea ?? begin(id, event);
  const {
    waiting: _w,
    waitingSince: _s,
    answerBy: _a,
    promised: _p,
    silence: _i,
    quiet: _q,
    news: _n,
    restsUntil,
    paused,
    timesPostponed,
    obstacle,
    ...rest
  } = before;
  const meaning = meaningOf(event);
  const turned = !idea || isNewVersion(before, event);
  const renewed = turned || isNewDate(before, event);
  const promised = renewed ? event.to.answerBy : (before.promised ?? (before.reminded ? undefined : before.answerBy));
  const news = meaning.news ?? (turned ? undefined : before.news);
  const standing: Idea = {
    ...rest,
    seq: event.seq,
    stage: event.to.stage,
    reminded: renewed ? false : before.reminded,
    escalated: renewed ? false : before.escalated,
    changedAt: event.at,
    ...(event.to.waiting && {
      waiting: event.to.waiting,
      waitingSince: turned ? event.at : (before.waitingSince ?? event.at),
    }),
    ...(event.to.answerBy && { answerBy: event.to.answerBy }),
    ...(promised && { promised }),
    ...(news && { news }),
    ...(restsUntil && !turned && { restsUntil }),
    ...(paused && !turned && { paused }),
    ...(timesPostponed && event.to.stage === before.stage && { timesPostponed }),
    ...(obstacle && isHindered(before) && isHindered(event.to) && { obstacle }),
    ...silenceAfter(before, event, renewed),
  };
  const after = seenAfter(meaning.changes?.(standing, event, before) ?? standing, event);
  const changed = isOtherThan(after, before);
  const moved = turned || changed;
  const now = {
    ...after,
    decisionVersion: before.decisionVersion + (moved ? 1 : 0),
    ...(changed && { asOf: event.seq }),
  };
  // Whom nobody decides on any more, nobody needs to be known again for.
  if (isOver(now)) delete now.formerMarks;
  return withoutLateOpinions(withoutLateQuestion(withoutEnded(now, moved)));
}

/** What happens to an adoption changes nothing else of the idea: neither its version nor whom it waits for. */
function withAdoptionEvent(idea: Idea, department: string, event: IdeaEvent): Idea {
  const { seq, at } = event;
  const after = meaningOf(event).changes?.(idea, event, idea) ?? idea;
  return { ...after, adoptionEvents: { ...idea.adoptionEvents, [department]: { seq, at } } };
}

/** The idea that these events have made. */
export function replay(id: string, events: readonly IdeaEvent[]): Idea | undefined {
  return events.reduce<Idea | undefined>((idea, event) => evolve(idea, event, id), undefined);
}

/** A person has set another date, as when a test is made longer: it is a promise like the first. Reminders only put off. */
const isNewDate = (before: Idea, event: IdeaEvent): boolean =>
  (event.by !== 'clock' || meaningOf(event).promisesAnew === true) && event.to.answerBy !== before.answerBy;

/** What has gone on all the same has come past what stood in its way, also in rows from before that was said of it. */
const isHindered = ({ stage }: Pick<Idea, 'stage'>): boolean => hinderedIn.some((one) => one === stage);

function begin(id: string, event: IdeaEvent): Idea {
  const begun = meaningOf(event).begins?.(id, event);
  if (!begun) throw new Error(`An idea begins by being submitted, not by ${event.type}`);
  return begun;
}
