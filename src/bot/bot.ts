import type { Chat } from './chat.js';
import { answerElsewhere } from './conversation/elsewhere.js';
import type { BotDeps } from './deps.js';
import * as dialog from './handlers/idea/dialog.js';
import { greet } from './handlers/person/people.js';
import * as extension from './handlers/search/extension.js';
import { type Incoming, type IncomingOf, isByHand, isMessage } from './incoming.js';
import { onCardAction, onDialogSend, onFileAnswer, onText, onWordless } from './routes.js';
import { RateLimit, usualPace } from './turns/rate-limit.js';
import { createTurns } from './turns/turns.js';

/** What is done with an activity. Settles when its HTTP request may be answered; the turn may go on after that. */
export type Handle<I extends Incoming = Incoming> = (activity: I, chat: Chat) => Promise<void>;

export interface Bot {
  /** What each kind of activity leads to; a floor above says by which of its marks each is known (teams/incoming/router.ts). */
  handlers: Handlers;
  /** Asked before anything is done for an activity, and before its words are read: who asks more than a person can is asked to wait, and then not answered. */
  admit(activity: Incoming): 'handle' | 'askToWait' | 'ignore';
  /** What is said to somebody from another organisation, of whom nothing else is read. */
  toOutsider(activity: Incoming): string;
  /** Settles when everything is answered that was going on after its HTTP request. */
  answered(): Promise<void>;
}

export interface Handlers {
  onInstall: Handle;
  onUninstall: Handle;
  /** Somebody addresses the bot in a team or a group chat. */
  onElsewhere: Handle;
  onCardAction: Handle<IncomingOf<'cardAction' | 'cardSubmit'>>;
  onFileAnswer: Handle<IncomingOf<'fileAnswer'>>;
  onExtensionQuery: Handle<IncomingOf<'extensionQuery'>>;
  onExtensionItem: Handle<IncomingOf<'extensionItem'>>;
  onDialogOpen: Handle<IncomingOf<'dialogOpen'>>;
  onDialogSend: Handle<IncomingOf<'dialogSend'>>;
  onText: Handle<IncomingOf<'text'>>;
  onWordless: Handle<IncomingOf<'wordless'>>;
  /** Somebody asks more than a person can. */
  onHaste: Handle;
}

/** The bot: what each kind of activity leads to. */
export function createBot(deps: BotDeps): Bot {
  const turns = createTurns(deps);
  const limit = new RateLimit(deps.pace ?? usualPace, () => Date.parse(deps.now()));
  return {
    handlers: {
      onUninstall: turns.forget,
      onInstall: turns.take(() => ({ answer: greet })),
      onElsewhere: turns.elsewhere(answerElsewhere),
      onCardAction: turns.take(onCardAction),
      onFileAnswer: turns.take(onFileAnswer),
      onExtensionQuery: turns.extension(extension.found),
      onExtensionItem: turns.extension(extension.chosen),
      onDialogOpen: turns.extension(dialog.opened),
      onDialogSend: turns.extension((turn, activity) => dialog.sent(turn, onDialogSend(activity, turn))),
      onText: turns.take(onText),
      onWordless: turns.take(onWordless),
      onHaste: turns.askToWait,
    },
    admit(activity) {
      const haste = isByHand(activity) ? limit.judge(activity.sender) : 'none';
      if (haste === 'none') return 'handle';
      if (haste === 'tell') turns.noteHaste(activity);
      // A press always gets its answer, which costs no request; a message that nobody answers is taken in silence.
      return haste === 'silent' && isMessage(activity) ? 'ignore' : 'askToWait';
    },
    toOutsider: turns.toOutsider,
    answered: turns.answered,
  };
}
