import { todayIn } from '../app/deps.js';
import { isClosedNow } from '../app/person/closed-chat.js';
import type { Drawn } from '../cards/card-context.js';
import { listChanged } from '../cards/idea/lists/list-changed.js';
import type { Person } from '../domain/person/person.js';
import { readLabel } from '../domain/record.js';
import type { Delivery } from '../store/delivery/deliveries.js';
import type { SentCard } from '../store/delivery/sent-cards.js';
import type { ConversationReference } from '../store/person/people.js';
import type { DeliveryDeps } from './deps.js';
import { digestCard } from './digest/digest-card.js';
import { caughtUpCard, dailyCard } from './idea/list-cards.js';
import { noteAsks, noteCard } from './person/notes.js';
import { welcomeCard } from './person/welcome.js';
import { CHAT_CLOSED, NOT_INSTALLED } from './sending/settle.js';
import type { Drawing } from './subject.js';
import { subjectOf } from './subjects.js';
import type { Message } from './teams-port.js';

/** What a delivery says now. */
export type ComposedMessage =
  | {
      what: 'message';
      reach: ConversationReference;
      message: Message;
      /** The version of the record that the card shows, of a card that is to follow it from now on. */
      shows?: Pick<SentCard, 'record' | 'id' | 'decisionVersion' | 'seq'>;
      /** It asks its reader to act. */
      asks?: true;
      /** The chat has refused messages since it last took one. */
      refusedBefore?: boolean;
    }
  /** Nothing is left to say; the reason is for operators. */
  | { what: 'nothing'; reason: string }
  /** The person has not installed the bot, or their chat is closed. */
  | { what: 'unreachable'; reason: string };

const nothing = (reason: string): ComposedMessage => ({ what: 'nothing', reason });

type ComposeDeps = Pick<DeliveryDeps, 'app' | 'sentCards' | 'context' | 'weeks'>;

/** Draws a delivery's message from what is true now: the record, its event, who the reader is to it, and their language. */
export async function compose(deps: ComposeDeps, delivery: Delivery): Promise<ComposedMessage> {
  const stored = await deps.app.people.byRef(delivery.person);
  if (!stored) return nothing('person gone');
  const { person, reach, refusedOn = [] } = stored;
  if (!reach)
    return delivery.kind === 'update' ? nothing('bot removed') : { what: 'unreachable', reason: NOT_INSTALLED };
  if (delivery.kind !== 'update' && isClosedNow(stored, todayIn(deps.app))) {
    return { what: 'unreachable', reason: CHAT_CLOSED };
  }
  const composed = await messageOf(deps, delivery, person, reach);
  return composed.what === 'message' && refusedOn.length > 0 ? { ...composed, refusedBefore: true } : composed;
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
      return drawnOr(await dailyCard(deps, person), reach, true);
    case 'catchUp': {
      const caughtUp = await caughtUpCard(deps, delivery, person);
      return typeof caughtUp === 'string' ? nothing(caughtUp) : drawnOr(caughtUp.card, reach, caughtUp.asks);
    }
    case 'digest': {
      const drawn = await digestCard(deps, delivery, person);
      const stop = deps.context(person.language).t('notice.stop');
      return drawnOr(typeof drawn !== 'string' && delivery.short ? inShort(drawn, stop) : drawn, reach, false);
    }
    case 'note':
      return drawnOr(await noteCard(deps, delivery, person), reach, noteAsks(delivery.note));
    default:
      // A row of a kind that only a newer version of the bot knows.
      throw new TypeError('A delivery of an unknown kind');
  }
}

/** A message, or the reason why nothing is said. */
const drawnOr = (drawn: Message | string, reach: ConversationReference, asks: boolean): ComposedMessage =>
  typeof drawn === 'string' ? nothing(drawn) : { what: 'message', reach, message: drawn, ...(asks && { asks: true }) };

type DeliveryOf<K extends Delivery['kind']> = Extract<Delivery, { kind: K }>;

async function notice(
  deps: ComposeDeps,
  delivery: DeliveryOf<'notice'>,
  person: Person,
  reach: ConversationReference,
): Promise<ComposedMessage> {
  const { app } = deps;
  const { record, id, seq, as, short } = delivery;
  const kind = subjectOf(record);
  const [subject, event] = await Promise.all([kind.load(app, id), kind.event(app, id, seq)]);
  if (!subject || !event) return nothing('record gone');
  const told = { event, as };
  const unwanted = kind.unwanted(told, person);
  if (unwanted) return nothing(unwanted);
  const reader = await kind.reader(app, person, subject);
  if (!kind.stillAsked(subject, told, reader)) return nothing('overtaken');
  const context = deps.context(person.language);
  const drawing = await kind.draw(app, context, subject, reader, { for: 'notice', ...told });
  return saying({ record, ...subject }, drawing, reach, short, context.t('notice.stop'));
}

async function update(
  deps: ComposeDeps,
  delivery: DeliveryOf<'update'>,
  person: Person,
  reach: ConversationReference,
): Promise<ComposedMessage> {
  const { app } = deps;
  const { card, activity, conversation, seq } = delivery;
  if (card === 'titles' || card === 'quotes') return listGone(deps, delivery, person, reach);
  const name = card ? readLabel(card) : delivery;
  // One of a kind that only a newer version of the bot knows.
  if (!name) throw new TypeError('A card of an unknown kind');
  const { record, id } = name;
  const kind = subjectOf(record);
  const [subject, sentCards, history] = await Promise.all([
    kind.load(app, id),
    deps.sentCards.of(id),
    kind.history(app, id),
  ]);
  if (!subject) return nothing('record gone');
  if (!card && sentCards.some((copy) => copy.activity === activity && copy.person === person.ref && copy.seq >= seq)) {
    return nothing('up to date');
  }
  const reader = await kind.reader(app, person, subject);
  const drawing = await kind.draw(app, deps.context(person.language), subject, reader, { for: 'update', history });
  return saying({ record, ...subject }, drawing, { ...reach, conversation }, false);
}

/** In the place of a list that shows what this reader may not read any more: what is on it changes all the time, so it is opened anew. */
async function listGone(
  { app, context }: ComposeDeps,
  { card, record, id, conversation }: DeliveryOf<'update'>,
  person: Person,
  reach: ConversationReference,
): Promise<ComposedMessage> {
  const kind = subjectOf(record);
  const subject = await kind.load(app, id);
  if (!subject) return nothing('record gone');
  const reader = await kind.reader(app, person, subject);
  if (card === 'titles' && kind.mayRead(subject, reader)) return nothing('may be read');
  return { what: 'message', reach: { ...reach, conversation }, message: listChanged(context(person.language)) };
}

/** Shows what the answer would have shown; where nothing can be drawn of it, that it is stored. */
async function receipt(
  deps: ComposeDeps,
  delivery: DeliveryOf<'receipt'>,
  person: Person,
  reach: ConversationReference,
): Promise<ComposedMessage> {
  const { app } = deps;
  const { record, id = '', seq = 0, short } = delivery;
  const context = deps.context(person.language);
  const kind = record && subjectOf(record);
  const [subject, event] = kind ? await Promise.all([kind.load(app, id), kind.event(app, id, seq)]) : [];
  if (!kind || !subject || !event) return { what: 'message', reach, message: { text: context.t('receipt.saved') } };
  const reader = await kind.reader(app, person, subject);
  const drawing = await kind.draw(app, context, subject, reader, { for: 'receipt', event });
  return saying({ record, ...subject }, drawing, reach, short);
}

/** A record's card as a message. What is `short` shows no version that could be kept up to date. */
function saying(
  { record, id, decisionVersion, seq }: Pick<SentCard, 'record' | 'id' | 'decisionVersion' | 'seq'>,
  { message, follows, asks, opensBy }: Drawing,
  reach: ConversationReference,
  short: boolean,
  ...lines: string[]
): ComposedMessage {
  return {
    what: 'message',
    reach,
    message: short ? inShort(message, opensBy, ...lines) : message,
    ...(follows && !short && { shows: { record, id, decisionVersion, seq } }),
    ...(asks && { asks: true }),
  };
}

async function welcomed(
  deps: ComposeDeps,
  { short }: DeliveryOf<'welcome'>,
  person: Person,
  reach: ConversationReference,
): Promise<ComposedMessage> {
  const context = deps.context(person.language);
  const drawn = welcomeCard(context, person);
  return { what: 'message', reach, message: short ? inShort(drawn, context.t('welcome.what')) : drawn };
}

/** What a card that Teams found too large comes down to: what happened, and the line with which the reader opens it. */
const inShort = ({ summary }: Drawn, ...lines: string[]): Message => ({
  summary,
  text: [summary, ...lines].join('\n'),
});
