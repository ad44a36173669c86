import { todayIn } from '../../app/deps.js';
import { viewIdea } from '../../app/idea/idea-view.js';
import { myTurn } from '../../app/idea/lists/my-turn.js';
import { rolesNow } from '../../app/idea/roles.js';
import { isClosedNow } from '../../app/person/closed-chat.js';
import { caughtUp as caughtUpCard } from '../../cards/digest/caught-up.js';
import { week as weekCard } from '../../cards/digest/week.js';
import { colleaguesOf } from '../../cards/idea/colleagues.js';
import { type IdeaCardProps, ideaCard } from '../../cards/idea/idea-card.js';
import { listChanged } from '../../cards/idea/lists/list-changed.js';
import { myTurn as myTurnCard } from '../../cards/idea/lists/my-turn.js';
import type { Drawn, Kit } from '../../cards/kit.js';
import { withStopLine } from '../../cards/stop-line.js';
import type { Message } from '../../delivery/teams-port.js';
import { isEmpty } from '../../domain/digest/digest.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { asksToAct, isPutTo } from '../../domain/idea/notices/asking.js';
import { stopsOf } from '../../domain/idea/notices/notices.js';
import { isAskedBeside, isTheirTurn, type Role } from '../../domain/idea/policy.js';
import { mayReadWords } from '../../domain/idea/reading/visibility.js';
import { seesEvent } from '../../domain/idea/reading/words-of-events.js';
import type { Person } from '../../domain/person/person.js';
import { listPosts, postsOf, withoutDisowned } from '../../domain/person/posts.js';
import type { Delivery } from '../../store/delivery/deliveries.js';
import type { ConversationReference } from '../../store/person/people.js';
import type { DeliveryDeps } from '../deps.js';
import { noteAsks, noteCard } from '../person/notes.js';
import { welcomeCard } from '../person/welcome.js';
import { CHAT_CLOSED, NOT_INSTALLED } from './settle.js';

/** What a delivery says now. */
export type ComposedMessage =
  | {
      say: 'message';
      reach: ConversationReference;
      message: Message;
      /** The version of the idea that the card shows, of a card that is to follow the idea from now on. */
      shows?: { id: string; turn: number; seq: number };
      /** It asks its reader to act. */
      asks?: true;
      /** The chat has refused messages since it last took one. */
      refusedBefore?: boolean;
    }
  /** Nothing is left to say; the reason is for operators. */
  | { say: 'nothing'; reason: string }
  /** The person has not installed the bot, or their chat is closed. */
  | { say: 'unreachable'; reason: string };

const nothing = (reason: string): ComposedMessage => ({ say: 'nothing', reason });

type ComposeDeps = Pick<DeliveryDeps, 'app' | 'sentCards' | 'kit' | 'weeks'>;

/** Draws a delivery's message from what is true now: the idea, its event, who the reader is to it, and their language. */
export async function compose(deps: ComposeDeps, delivery: Delivery): Promise<ComposedMessage> {
  const stored = await deps.app.people.byRef(delivery.person);
  if (!stored) return nothing('person gone');
  const { person, reach, refusedOn = [] } = stored;
  if (!reach)
    return delivery.kind === 'update' ? nothing('bot removed') : { say: 'unreachable', reason: NOT_INSTALLED };
  if (delivery.kind !== 'update' && isClosedNow(stored, todayIn(deps.app))) {
    return { say: 'unreachable', reason: CHAT_CLOSED };
  }
  const composed = await messageOf(deps, delivery, person, reach);
  return composed.say === 'message' && refusedOn.length > 0 ? { ...composed, refusedBefore: true } : composed;
}

async function messageOf(
  deps: ComposeDeps,
  delivery: Delivery,
  person: Person,
  reach: ConversationReference,
): Promise<ComposedMessage> {
  switch (delivery.kind) {
    case 'notice':
      return notice(deps, delivery, person, reach);
    case 'update':
      return update(deps, delivery, person, reach);
    case 'receipt':
      return receipt(deps, delivery, person, reach);
    case 'welcome':
      return welcomed(deps, delivery, person, reach);
    case 'daily':
      return daily(deps, person, reach);
    case 'catchUp':
      return caughtUp(deps, delivery, person, reach);
    case 'digest':
      return digest(deps, delivery, person, reach);
    case 'note': {
      const drawn = await noteCard(deps, delivery, person);
      if (typeof drawn === 'string') return nothing(drawn);
      return { say: 'message', reach, message: drawn, ...(noteAsks(delivery.note) && { asks: true }) };
    }
    default:
      // A row of a kind that only a newer version of the bot knows.
      throw new TypeError('A delivery of an unknown kind');
  }
}

type DeliveryOf<K extends Delivery['kind']> = Extract<Delivery, { kind: K }>;

async function notice(
  deps: ComposeDeps,
  delivery: DeliveryOf<'notice'>,
  person: Person,
  reach: ConversationReference,
): Promise<ComposedMessage> {
  const { ideas } = deps.app;
  const [stored, event] = await Promise.all([ideas.load(delivery.idea), ideas.event(delivery.idea, delivery.seq)]);
  if (!stored || !event) return nothing('idea gone');
  const { idea } = stored;
  const stop = stopsOf(event, delivery.as).find((one) => !person.preferences[one]);
  if (stop) return nothing(`${stop} off`);
  // Nothing is told of a comment that is out of sight by now.
  if (event.since?.out) return nothing('taken back');
  const roles = await rolesNow(deps.app, person, idea);
  const theirTurn = isTheirTurn(person.ref, roles, idea);
  const reader = { ref: person.ref, roles, as: delivery.as };
  if (!theirTurn && isPutTo(event, reader, idea)) return nothing('overtaken');
  // How long it has waited is no news of what has been answered meanwhile.
  if (ofSilence.has(event.type) && !idea.silence) return nothing('overtaken');
  if (event.type === 'followUpAsked' && !idea.followUpAsked) return nothing('overtaken');
  if (isOver(delivery, roles)) return nothing('overtaken');
  const kit = deps.kit(person.language);
  const view = await cardOf(deps, kit, idea, person, roles, [event]);
  const drawn = ideaCard(kit, { ...view, happened: { event, as: delivery.as } });
  return {
    say: 'message',
    reach,
    message: delivery.short ? inShort(drawn, kit.say('idea.id', { id: idea.id }), kit.say('notice.stop')) : drawn,
    ...((theirTurn || isAskedBeside(roles)) && !delivery.short && { shows: versionOf(idea) }),
    ...(asksToAct(event, reader, idea) && { asks: true }),
  };
}

const ofSilence: ReadonlySet<IdeaEvent['type']> = new Set(['remindedAgain', 'delayTold']);

/** What the card of an idea is drawn from for its reader; the names are of those whom the idea and the events tell of. */
async function cardOf(
  { app }: ComposeDeps,
  kit: Kit,
  idea: Idea,
  person: Person,
  roles: ReadonlySet<Role>,
  events: readonly IdeaEvent[],
): Promise<IdeaCardProps> {
  const view = await viewIdea(app, person, idea, roles, { events });
  return { ...view, colleagues: colleaguesOf(kit, person, idea) };
}

/** Whether what the reader was asked beside the idea's own way has been answered, or has ended. */
const isOver = ({ as }: DeliveryOf<'notice'>, roles: ReadonlySet<Role>): boolean =>
  (as === 'answerers' && !roles.has('answerer')) || (as === 'added' && !roles.has('invitee'));

async function update(
  deps: ComposeDeps,
  delivery: DeliveryOf<'update'>,
  person: Person,
  reach: ConversationReference,
): Promise<ComposedMessage> {
  const { card, activity, conversation, seq } = delivery;
  if (card === 'titles' || card === 'quotes') return listGone(deps, delivery, person, reach);
  const id = card ?? delivery.idea;
  const [stored, sentCards, history] = await Promise.all([
    deps.app.ideas.load(id),
    deps.sentCards.of(id),
    deps.app.ideas.history(id),
  ]);
  if (!stored) return nothing('idea gone');
  if (!card && sentCards.some((copy) => copy.activity === activity && copy.person === person.ref && copy.seq >= seq)) {
    return nothing('up to date');
  }
  const { idea } = stored;
  const roles = await rolesNow(deps.app, person, idea);
  const latest = history.findLast((event) => seesEvent({ ref: person.ref, roles }, event));
  const kit = deps.kit(person.language);
  const message = ideaCard(kit, {
    ...(await cardOf(deps, kit, idea, person, roles, history)),
    ...(latest && { happened: { event: latest, as: latest.by === person.ref ? 'actor' : 'onlooker' } }),
  });
  return { say: 'message', reach: { ...reach, conversation }, message, shows: versionOf(idea) };
}

/** In the place of a list that shows what this reader may not read any more: what is on it changes all the time, so it is opened anew. */
async function listGone(
  deps: ComposeDeps,
  { card, idea: id, conversation }: DeliveryOf<'update'>,
  person: Person,
  reach: ConversationReference,
): Promise<ComposedMessage> {
  const stored = await deps.app.ideas.load(id);
  if (!stored) return nothing('idea gone');
  const roles = await rolesNow(deps.app, person, stored.idea);
  if (card === 'titles' && mayReadWords({ ref: person.ref, roles }, stored.idea)) return nothing('may be read');
  return { say: 'message', reach: { ...reach, conversation }, message: listChanged(deps.kit(person.language)) };
}

/** Shows what the answer would have shown: the idea as it is now, with what the reader has done. */
async function receipt(
  deps: ComposeDeps,
  delivery: DeliveryOf<'receipt'>,
  person: Person,
  reach: ConversationReference,
): Promise<ComposedMessage> {
  const { idea: id = '', seq = 0, short } = delivery;
  const kit = deps.kit(person.language);
  const [stored, event] = id
    ? await Promise.all([deps.app.ideas.load(id), deps.app.ideas.event(id, seq)])
    : [undefined, undefined];
  if (!stored || !event) return { say: 'message', reach, message: { text: kit.say('receipt.saved') } };
  const { idea } = stored;
  const roles = await rolesNow(deps.app, person, idea);
  const view = await cardOf(deps, kit, idea, person, roles, [event]);
  const isNew = event.type === 'submitted';
  const drawn = ideaCard(kit, {
    ...view,
    ...(isNew ? { receipt: { officeInstead: idea.tier === 'office' } } : { happened: { event, as: 'actor' as const } }),
  });
  return {
    say: 'message',
    reach,
    message: short ? inShort(drawn, kit.say('idea.id', { id: idea.id })) : drawn,
    ...(isTheirTurn(person.ref, roles, idea) && !short && { shows: versionOf(idea) }),
  };
}

async function welcomed(
  deps: ComposeDeps,
  { short }: DeliveryOf<'welcome'>,
  person: Person,
  reach: ConversationReference,
): Promise<ComposedMessage> {
  const kit = deps.kit(person.language);
  const drawn = welcomeCard(kit, person);
  return { say: 'message', reach, message: short ? inShort(drawn, kit.say('welcome.what')) : drawn };
}

async function daily(deps: ComposeDeps, person: Person, reach: ConversationReference): Promise<ComposedMessage> {
  const turn = await myTurn(deps.app, person, 'all', 0);
  if (turn.counts.all === 0) return nothing('nothing waits');
  const kit = deps.kit(person.language);
  const card = myTurnCard(kit, turn, person.ref);
  return { say: 'message', reach, message: withStopLine(kit, card, 'notice.stop.daily'), asks: true };
}

async function caughtUp(
  deps: ComposeDeps,
  { ideas }: DeliveryOf<'catchUp'>,
  person: Person,
  reach: ConversationReference,
): Promise<ComposedMessage> {
  const [turn, news] = await Promise.all([
    myTurn(deps.app, person, 'all', 0),
    deps.app.ideas.loadAll(ideas.split(' ').filter(Boolean)),
  ]);
  if (turn.counts.all === 0 && news.length === 0) return nothing('nothing waits');
  const drawn = caughtUpCard(deps.kit(person.language), { turn, news, reader: person.ref });
  return { say: 'message', reach, message: drawn, ...(turn.counts.all > 0 && { asks: true }) };
}

async function digest(
  deps: ComposeDeps,
  { week, short }: DeliveryOf<'digest'>,
  person: Person,
  reach: ConversationReference,
): Promise<ComposedMessage> {
  if (!person.preferences.digest) return nothing('digest off');
  const posts = withoutDisowned(postsOf(person.emails, deps.app.directory()), person.disowned);
  if (posts.manages.length === 0) return nothing('manages nothing');
  const told = await deps.weeks.digest(week, person);
  if (!told) return nothing('no such week');
  if (isEmpty(told)) return nothing('nothing to say');
  const kit = deps.kit(person.language);
  const drawn = weekCard(kit, { digest: told, posts: listPosts(posts), onDemand: false });
  return { say: 'message', reach, message: short ? inShort(drawn, kit.say('notice.stop')) : drawn };
}

const versionOf = ({ id, turn, seq }: Idea) => ({ id, turn, seq });

/** What a card that Teams found too large comes down to: what happened, and the id with which the reader opens the idea. */
const inShort = ({ summary }: Drawn, ...lines: string[]): Message => ({
  summary,
  text: [summary, ...lines].join('\n'),
});
