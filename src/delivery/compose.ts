import { todayIn } from '../app/deps.js';
import { isClosedNow } from '../app/person/closed-chat.js';
import type { CardContext, Drawn } from '../cards/card-context.js';
import { shortCard } from '../cards/conversation/short-card.js';
import { accountMoved } from '../cards/identity/account-notes.js';
import { hasDayCard, type Person } from '../domain/person/person.js';
import { type RecordKind, readLabel } from '../domain/record.js';
import type { Instant } from '../domain/time.js';
import type { ItemsTold } from '../store/delivery/day-items.js';
import type { NoteName, ReadDelivery } from '../store/delivery/deliveries.js';
import type { SentCard } from '../store/delivery/sent-cards.js';
import type { ConversationReference } from '../store/person/people.js';
import { nominationNote } from './award/nominations.js';
import { cardToday } from './day-plan.js';
import type { DeliveryDeps } from './deps.js';
import { caughtUpCard } from './digest/caught-up-card.js';
import { drawDay } from './digest/day-card.js';
import { digestCard } from './digest/digest-card.js';
import { askedNote } from './draft/due-drafts.js';
import { helpNote } from './helping/help-note.js';
import { movedOnNote } from './idea/moved-on-note.js';
import { passedNotes } from './idea/passed-posts.js';
import { accountNote } from './identity/claims.js';
import { askedChangesNote } from './person/asked-changes.js';
import { awayNote } from './person/away.js';
import { fileFaultNote } from './person/file-faults.js';
import { type GatheredNote, isGathered, isOnlyGathered, noteAsks, thinNote } from './person/notes.js';
import { postsNote } from './person/posts-check.js';
import { proposalEndedNote, proposalNote } from './person/proposals.js';
import { staffLossNote } from './person/staff-loss.js';
import { unknownNamesNote } from './person/unknown-names.js';
import { welcomeCard } from './person/welcome.js';
import { workplaceNote } from './person/workplace.js';
import { fileMessage } from './privacy/data-files.js';
import { CHAT_CLOSED, NOT_INSTALLED } from './sending/settle.js';
import { sharingNote } from './sharing/shares.js';
import type { AnySubject, Drawing, SubjectRecord } from './subject.js';
import { subjectOf } from './subjects.js';
import type { Message } from './teams-port.js';
import { toldEvents } from './told-events.js';

/** What a delivery says now. */
export type ComposedMessage =
  | {
      kind: 'message';
      reach: ConversationReference;
      message: Message;
      /** The version of the record that the card shows, of a card that is to follow it from now on. */
      shows?: Pick<SentCard, 'record' | 'id' | 'decisionVersion' | 'seq'>;
      /** It asks its reader to act. */
      asks?: true;
      /** The chat has refused messages since it last took one. */
      refusedBefore?: boolean;
      /** Of a day card: what becomes of what was gathered for it. */
      told?: ItemsTold;
      /** What is to be noted when it has been posted. */
      posted?: () => Promise<unknown>;
    }
  /** Nothing is left to say; the reason is for operators. `due`: but there may be then, and it is looked at again. */
  | { kind: 'nothing'; reason: string; told?: ItemsTold; due?: Instant }
  /** It needs no message of its own: the person's day card tells it. */
  | { kind: 'gathered'; person: Person }
  /** The person has not installed the bot, or their chat is closed. */
  | { kind: 'unreachable'; reason: string };

const nothing = (reason: string): ComposedMessage => ({ kind: 'nothing', reason });

type ComposeDeps = Pick<DeliveryDeps, 'app' | 'sentCards' | 'context' | 'weeks' | 'deliveries'>;

/** Draws a delivery's message from what is true now: the record, its event, who the reader is to it, and their language. */
export async function composeMessage(deps: ComposeDeps, delivery: ReadDelivery): Promise<ComposedMessage> {
  const stored = await deps.app.people.byRef(delivery.person);
  if (!stored) return nothing('person gone');
  const { person, reach, refusedOn = [] } = stored;
  if (!reach)
    return delivery.kind === 'update' ? nothing('bot removed') : { kind: 'unreachable', reason: NOT_INSTALLED };
  if (delivery.kind !== 'update' && isClosedNow(stored, todayIn(deps.app))) {
    return { kind: 'unreachable', reason: CHAT_CLOSED };
  }
  const whole = await messageOf(deps, delivery, person, reach);
  const composed = delivery.short ? inShort(deps.context(person.language), delivery, whole) : whole;
  return composed.kind === 'message' && refusedOn.length > 0 ? { ...composed, refusedBefore: true } : composed;
}

async function messageOf(
  deps: ComposeDeps,
  delivery: ReadDelivery,
  person: Person,
  reach: ConversationReference,
): Promise<ComposedMessage> {
  switch (delivery.kind) {
    case 'notice':
    case 'reactions':
      return notice(deps, delivery, person, reach);
    case 'update':
      return update(deps, delivery, person, reach);
    case 'receipt':
      return receipt(deps, delivery, person, reach);
    case 'welcome':
      return { kind: 'message', reach, message: welcomeCard(deps.context(person.language), person) };
    case 'daily':
      return daily(deps, delivery, person, reach);
    case 'catchUp': {
      const caughtUp = await caughtUpCard(deps, delivery, person);
      return typeof caughtUp === 'string' ? nothing(caughtUp) : drawnOr(caughtUp.card, reach, caughtUp.asks);
    }
    case 'digest':
      return drawnOr(await digestCard(deps, delivery, person), reach, false);
    case 'file':
      return drawnOr((await fileMessage(deps, delivery, person)) ?? 'file gone', reach, false);
    case 'note':
      if (isGathered(delivery.note, hasDayCard(person))) return gatheredOr(person);
      return drawnOr(await noteCard(deps, delivery, person), reach, noteAsks(delivery.note));
    default:
      // A row of a kind that only a newer version of the bot knows.
      throw new TypeError('A delivery of an unknown kind');
  }
}

type NoteCard = (deps: ComposeDeps, about: string, person: Person) => Promise<Drawn | string> | Drawn | string;

/** What each note says now, or why it says nothing any more. One that is only gathered has no card. */
const noteCards: { readonly [N in Exclude<NoteName, GatheredNote>]: NoteCard } = {
  thinIdeas: (deps, about, person) => thinNote(deps, { note: 'thinIdeas', about }, person),
  thinMoney: (deps, about, person) => thinNote(deps, { note: 'thinMoney', about }, person),
  movedOn: (deps, _about, person) => movedOnNote(deps, person),
  account: accountNote,
  organisationFault: fileFaultNote,
  ...passedNotes,
  ideaAsked: askedNote,
  ...{ workplace: workplaceNote, staffLoss: staffLossNote, help: helpNote },
  awaySet: awayNote,
  postProposed: proposalNote,
  proposalEnded: proposalEndedNote,
  nomination: nominationNote,
  sharing: sharingNote,
  postsRight: postsNote,
  unknownNames: (deps, _about, person) => unknownNamesNote(deps, person),
  changeAsked: (deps, _about, person) => askedChangesNote(deps, person),
  moved: ({ context }, _about, { language }) => accountMoved(context(language)),
};

async function noteCard(
  deps: ComposeDeps,
  { note, about }: DeliveryOf<'note'>,
  person: Person,
): Promise<Drawn | string> {
  const draw = isOnlyGathered(note) ? undefined : noteCards[note];
  // One that only a newer version of the bot knows.
  if (!draw) throw new TypeError('A note of an unknown name');
  return draw(deps, about, person);
}

/** A message, or the reason why nothing is said. */
const drawnOr = (drawn: Message | string, reach: ConversationReference, asks: boolean): ComposedMessage =>
  typeof drawn === 'string' ? nothing(drawn) : { kind: 'message', reach, message: drawn, ...(asks && { asks: true }) };

type DeliveryOf<K extends ReadDelivery['kind']> = Extract<ReadDelivery, { kind: K }>;

async function notice(
  deps: ComposeDeps,
  delivery: DeliveryOf<'notice' | 'reactions'>,
  person: Person,
  reach: ConversationReference,
): Promise<ComposedMessage> {
  const { app } = deps;
  const { record, id } = delivery;
  const kind = subjectOf(record);
  const loading = kind.load(app, id);
  const [subject, all] = await Promise.all([loading, toldEvents(app, kind, delivery, loading)]);
  // What has gone out of sight meanwhile, or is not wanted any more, is not told.
  const last = all.at(-1);
  const told = all.findLast((one) => !kind.unwanted(one, person));
  if (!subject || !last) return nothing('record gone');
  if (!told) return nothing(kind.unwanted(last, person) ?? 'unwanted');
  // Several are news that has waited for each other, which is never told at once.
  if ((await kind.urgency(app, subject, told, person)) === 'day') return gatheredOr(person);
  const reader = await kind.reader(app, person, subject);
  if (!kind.stillAsked(subject, told, reader)) return nothing('overtaken');
  const context = deps.context(person.language);
  const drawing = await kind.draw(app, context, subject, reader, { for: 'notice', ...told });
  return saying(shownOf(kind, subject, record), drawing, reach);
}

/** For the day card, where its person has one. */
const gatheredOr = (person: Person): ComposedMessage =>
  hasDayCard(person) ? { kind: 'gathered', person } : nothing('day card off');

async function daily(
  deps: ComposeDeps,
  delivery: DeliveryOf<'daily'>,
  person: Person,
  reach: ConversationReference,
): Promise<ComposedMessage> {
  const { card, told, posted, asks, due } = await drawDay({ ...deps, digestOf: deps.weeks.digest }, delivery, person);
  if (typeof card === 'string') return { kind: 'nothing', reason: card, told, ...(due && { due }) };
  const { conversation = reach.conversation } = delivery;
  const more = { ...(posted && { posted }), ...(asks && { asks: true as const }) };
  return { kind: 'message', reach: { ...reach, conversation }, message: card, told, ...more };
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
  const [subject, copy, history] = await Promise.all([
    kind.load(app, id),
    deps.sentCards.in(id, person.ref),
    kind.newest(app, id),
  ]);
  if (!subject) return nothing('record gone');
  if (!card && copy?.activity === activity && copy.seq >= seq) return nothing('up to date');
  const reader = await kind.reader(app, person, subject);
  const drawing = await kind.draw(app, deps.context(person.language), subject, reader, { for: 'update', history });
  return saying(shownOf(kind, subject, record), drawing, { ...reach, conversation });
}

/**
 * In the place of a list that shows what this reader may not read any more: what is on it changes all the time, so it is
 * opened anew. Today's day card is drawn without it.
 */
async function listGone(
  deps: ComposeDeps,
  { card, record, id, conversation, activity }: DeliveryOf<'update'>,
  person: Person,
  reach: ConversationReference,
): Promise<ComposedMessage> {
  const { app, context } = deps;
  const kind = subjectOf(record);
  const subject = await kind.load(app, id);
  if (!subject) return nothing('record gone');
  const reader = await kind.reader(app, person, subject);
  if (card === 'titles' && kind.mayRead(subject, reader)) return nothing('may be read');
  const standing = await cardToday(deps, person, activity);
  const day = standing && (await drawDay({ ...deps, digestOf: deps.weeks.digest }, standing, person)).card;
  const message = day && typeof day !== 'string' ? day : kind.listChanged(context(person.language));
  return { kind: 'message', reach: { ...reach, conversation }, message };
}

/** Shows what the answer would have shown; where nothing can be drawn of it, that it is stored. */
async function receipt(
  deps: ComposeDeps,
  delivery: DeliveryOf<'receipt'>,
  person: Person,
  reach: ConversationReference,
): Promise<ComposedMessage> {
  const { app } = deps;
  const { record, id = '', seq = 0 } = delivery;
  const context = deps.context(person.language);
  const kind = record && subjectOf(record);
  const [subject, event] = kind ? await Promise.all([kind.load(app, id), kind.event(app, id, seq)]) : [];
  if (!kind || !subject || !event) return { kind: 'message', reach, message: { text: context.t('receipt.saved') } };
  const reader = await kind.reader(app, person, subject);
  const drawing = await kind.draw(app, context, subject, reader, { for: 'receipt', event });
  return saying(shownOf(kind, subject, record), drawing, reach);
}

/** Which version of a record a card of it shows. */
const shownOf = (kind: AnySubject, subject: SubjectRecord, record: RecordKind) => ({
  ...{ record, id: subject.id, decisionVersion: subject.decisionVersion },
  seq: kind.seqOf(subject),
});

/** A record's card as a message. */
function saying(
  { record, id, decisionVersion, seq }: Pick<SentCard, 'record' | 'id' | 'decisionVersion' | 'seq'>,
  { message, follows, asks }: Drawing,
  reach: ConversationReference,
): ComposedMessage {
  return {
    kind: 'message',
    reach,
    message,
    ...(follows && { shows: { record, id, decisionVersion, seq } }),
    ...(asks && { asks: true }),
  };
}

/** What tells somebody of what they have not asked for says how it is stopped. */
const isUnasked = ({ kind }: ReadDelivery): boolean => kind === 'notice' || kind === 'digest' || kind === 'daily';

/** A card that Teams has found too large, in short: it shows no version that could be kept up to date. */
function inShort(context: CardContext, delivery: ReadDelivery, composed: ComposedMessage): ComposedMessage {
  if (composed.kind !== 'message' || !('card' in composed.message)) return composed;
  const { shows: _, message, ...rest } = composed;
  return {
    ...rest,
    message: shortCard(context, message, isUnasked(delivery) ? [context.t('notice.stop')] : []),
  };
}
