import type { Deps } from '../app/deps.js';
import type { FileBytes } from '../app/privacy/data-files.js';
import type { About } from '../cards/card-context.js';
import type { Log } from '../delivery/log.js';
import type { SendFault } from '../delivery/send-fault.js';
import type { Receipt } from '../delivery/sending/receipt.js';
import type { Stands } from '../delivery/sending/remember.js';
import type { TeamsPort } from '../delivery/teams-port.js';
import type { PersonRef } from '../domain/person/person.js';
import type { Day } from '../domain/time.js';
import type { ReadPerson } from '../store/person/people.js';
import type { Pace } from './turns/rate-limit.js';
import type { CardContextFor } from './turns/turn.js';

/** What the bot works with: what the use cases need, people's chats, and what delivery does for a turn. */
export interface BotDeps extends Deps {
  /** Whether guests of the tenant may talk with the bot; default: they may not. */
  guests?: boolean;
  /** How much one person may ask of this instance; default: `usualPace`. */
  pace?: Pace | undefined;
  contextFor: CardContextFor;
  /** The roster, which says who has a chat. */
  teams: Pick<TeamsPort, 'member'>;
  log: Log;
  /** Puts a file where Teams has opened a place for it in the person's OneDrive; false when that may not or cannot be. */
  upload(url: string, bytes: FileBytes): Promise<boolean>;
  /** A person will be able to be written to in a moment: asked before that is stored, so that it is not forgotten. */
  arriving(ref: string): Promise<void>;
  /** That is stored: what waited for them is owed. */
  installed(ref: string): Promise<void>;
  /** Owes a person the welcome that they have not had, and sends it now where Teams takes it. Gives the person as they then are. */
  welcome(me: ReadPerson, replyTo?: string): Promise<ReadPerson>;
  /** Asks a person whether they work where a source says now: called before that is stored. */
  asksWorkplace(person: PersonRef, place: string): Promise<void>;
  /** Tells a person, in a while, that somebody has said that they are away until then: called before that is stored, by its press. */
  tellsAway(person: PersonRef, until: Day, press: string): Promise<void>;
  /** Owes a person the receipt of something that is stored and whose answer Teams has not taken. */
  oweReceipt(person: PersonRef, receipt: Receipt, fault: SendFault): Promise<void>;
  /** Notes where ideas are shown, so that what goes out of sight, or has while the answer was on its way, is taken out. */
  remember(about: About, stands: Stands): Promise<void>;
  /** Teams was called for somebody who is chatting: it counts towards Teams' limit. */
  called(): void;
}
