import { rolesNow } from '../app/act-on-idea.js';
import { myTurn } from '../app/my-turn.js';
import { namesIn, shownTo } from '../app/open-idea.js';
import { ideaCard } from '../cards/idea-card.js';
import type { Drawn } from '../cards/kit.js';
import { myTurn as myTurnCard } from '../cards/my-turn.js';
import { week as weekCard } from '../cards/week.js';
import { isEmpty } from '../domain/digest.js';
import type { Idea, IdeaEvent } from '../domain/idea.js';
import { type Person, postsOf } from '../domain/person.js';
import { isTheirTurn, type Role } from '../domain/policy.js';
import { listPosts, withoutDisowned } from '../domain/posts.js';
import type { Delivery } from '../store/deliveries.js';
import type { Reach } from '../store/people.js';
import type { DeliveryDeps } from './deps.js';
import type { Message } from './teams.js';

/** What a delivery says now. */
export type Composed =
  | {
      say: 'message';
      reach: Reach;
      message: Message;
      /** The version of the idea that the card shows, of a card that is to follow the idea from now on. */
      shows?: { id: string; turn: number; seq: number };
    }
  /** Nothing is left to say; the reason is for operators. */
  | { say: 'nothing'; reason: string }
  /** The person has not installed the bot. */
  | { say: 'unreachable' };

const nothing = (reason: string): Composed => ({ say: 'nothing', reason });

type Parts = Pick<DeliveryDeps, 'app' | 'copies' | 'kit' | 'weeks'>;

/** Draws a delivery's message from what is true now: the idea, its event, who the reader is to it, and their language. */
export async function compose(deps: Parts, delivery: Delivery): Promise<Composed> {
  const stored = await deps.app.people.byRef(delivery.person);
  if (!stored) return nothing('person gone');
  const { person, reach } = stored;
  if (!reach) return delivery.kind === 'update' ? nothing('bot removed') : { say: 'unreachable' };
  switch (delivery.kind) {
    case 'notice':
      return notice(deps, delivery, person, reach);
    case 'update':
      return update(deps, delivery, person, reach);
    case 'daily':
    case 'catchUp':
      return summedUp(deps, person, reach);
    case 'digest':
      return digest(deps, delivery, person, reach);
  }
}

type Of<K extends Delivery['kind']> = Extract<Delivery, { kind: K }>;

async function notice(deps: Parts, delivery: Of<'notice'>, person: Person, reach: Reach): Promise<Composed> {
  const { ideas } = deps.app;
  const [stored, event] = await Promise.all([ideas.load(delivery.idea), ideas.event(delivery.idea, delivery.seq)]);
  if (!stored || !event) return nothing('idea gone');
  const { idea } = stored;
  if (delivery.as === 'waitedFor' && !person.preferences.reminders) return nothing('reminders off');
  const roles = await rolesNow(deps.app, person, idea);
  const theirTurn = isTheirTurn(person.ref, roles, idea);
  if (!theirTurn && asked(event, delivery, person, roles, idea)) return nothing('overtaken');
  const names = shownTo(roles, idea, await namesIn(deps.app, idea, [event]));
  const kit = deps.kit(person.language);
  const drawn = ideaCard(kit, {
    idea,
    reader: { ref: person.ref, roles },
    names,
    happened: { event, as: delivery.as },
  });
  return {
    say: 'message',
    reach,
    message: delivery.short ? inShort(drawn, kit.say('idea.id', { id: idea.id })) : drawn,
    ...(theirTurn && !delivery.short && { shows: versionOf(idea) }),
  };
}

/** Whether the event put the question to this reader; when it is not theirs any more, somebody else has answered it. */
const asked = (event: IdeaEvent, { as }: Of<'notice'>, { ref }: Person, roles: ReadonlySet<Role>, idea: Idea) =>
  as === 'deciders' ||
  as === 'waitedFor' ||
  (event.to.waiting !== undefined && isTheirTurn(ref, roles, { ...idea, waiting: event.to.waiting }));

async function update(deps: Parts, delivery: Of<'update'>, person: Person, reach: Reach): Promise<Composed> {
  const { idea: id, activity, conversation, seq } = delivery;
  const [stored, copies, history] = await Promise.all([
    deps.app.ideas.load(id),
    deps.copies.of(id),
    deps.app.ideas.history(id),
  ]);
  if (!stored) return nothing('idea gone');
  if (copies.some((copy) => copy.activity === activity && copy.person === person.ref && copy.seq >= seq)) {
    return nothing('up to date');
  }
  const { idea } = stored;
  const roles = await rolesNow(deps.app, person, idea);
  const names = shownTo(roles, idea, await namesIn(deps.app, idea, history));
  const latest = history.at(-1);
  const message = ideaCard(deps.kit(person.language), {
    idea,
    reader: { ref: person.ref, roles },
    names,
    ...(latest && { happened: { event: latest, as: latest.by === person.ref ? 'actor' : 'onlooker' } }),
  });
  return { say: 'message', reach: { ...reach, conversation }, message, shows: versionOf(idea) };
}

async function summedUp(deps: Parts, person: Person, reach: Reach): Promise<Composed> {
  const turn = await myTurn(deps.app, person, 'all', 0);
  if (turn.counts.all === 0) return nothing('nothing waits');
  return { say: 'message', reach, message: myTurnCard(deps.kit(person.language), turn, person.ref) };
}

async function digest(deps: Parts, { week, short }: Of<'digest'>, person: Person, reach: Reach): Promise<Composed> {
  if (!person.preferences.digest) return nothing('digest off');
  const posts = withoutDisowned(postsOf(person.emails, deps.app.directory), person.disowned);
  if (posts.manages.length === 0) return nothing('manages nothing');
  const told = await deps.weeks.digest(week, person);
  if (!told) return nothing('no such week');
  if (isEmpty(told)) return nothing('nothing to say');
  const drawn = weekCard(deps.kit(person.language), { digest: told, posts: listPosts(posts), onDemand: false });
  return { say: 'message', reach, message: short ? inShort(drawn) : drawn };
}

const versionOf = ({ id, turn, seq }: Idea) => ({ id, turn, seq });

/** What a card that Teams found too large comes down to: what happened, and the id with which the reader opens the idea. */
const inShort = ({ summary }: Drawn, id?: string): Message => ({
  summary,
  text: [summary, ...(id ? [id] : [])].join('\n'),
});
