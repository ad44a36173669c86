import type { TurnState } from '@microsoft/teams-ai';
// Its own file and not the package's index, which loads language models, planners and tokenizers: a fifth of the start.
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { MessagingExtensionResult, TurnContext } from 'botbuilder';
import type { Handle, Handlers } from '../../bot/bot.js';
import type { Chat } from '../../bot/chat.js';
import { type Incoming, type IncomingOf, isByHand, isExtension } from '../../bot/incoming.js';

/** One activity, read, with the chat in which its turn answers. */
export interface Arrival {
  activity: Incoming;
  chat: Chat;
}

/** teams-ai without its typing timer, which it starts whatever its options say: `typing.ts` has one for each turn. */
class Routes extends Application<TurnState> {
  override startTypingTimer(): void {}
}

/** Where the arrival stands in the turn's context: it is read once, and not by each route that is tried. */
const ARRIVAL = Symbol('arrival');
const arrivalIn = ({ turnState }: TurnContext): Arrival => turnState.get<Arrival>(ARRIVAL);

/** An activity of one of these kinds. */
const of =
  <Kind extends Incoming['kind']>(...kinds: readonly Kind[]) =>
  (activity: Incoming): activity is IncomingOf<Kind> =>
    kinds.some((kind) => kind === activity.kind);
/** Somebody addresses the bot in a team or a group chat. */
const elsewhere = (activity: Incoming): activity is Incoming => !activity.isPersonal && isByHand(activity);

/**
 * The routes of activities, which teams-ai tries in this order; one that no route takes is answered with nothing. Gives what
 * runs them. docs/ARCHITECTURE.md says why they are told by our own marks and not by its `message` and `actionExecute`.
 */
export function createRouter(handlers: Handlers): (context: TurnContext, arrival: Arrival) => Promise<void> {
  // It keeps no turn state here: it is given no storage.
  // Nor does it take mentions out of texts: it reads them without looking what they are, and `message-text.ts` does it.
  const app = new Routes({ removeRecipientMention: false });
  const on = <I extends Incoming>(route: (activity: Incoming) => activity is I, handle: Handle<I>) =>
    app.activity(
      async (context) => route(arrivalIn(context).activity),
      async (context) => {
        const { activity, chat } = arrivalIn(context);
        if (route(activity)) await handle(activity, chat);
      },
    );

  // Its own module for what comes by the message extension. It tries these before all others, as it does with invokes; which it is
  // is told by our marks again, for clients leave out the command by which the module would know it.
  const { messageExtensions: extension } = app;
  const selects = (kind: Incoming['kind']) => async (context: TurnContext) => arrivalIn(context).activity.kind === kind;
  const answers = <Kind extends Incoming['kind']>(kind: Kind, handle: Handle<IncomingOf<Kind>>) => {
    const route = of(kind);
    // The chat has answered when this returns, in time whatever happens; what is given back here is then not looked at.
    return async (context: TurnContext): Promise<MessagingExtensionResult> => {
      const { activity, chat } = arrivalIn(context);
      if (route(activity)) await handle(activity, chat);
      return {};
    };
  };
  const dialog = <Kind extends Incoming['kind']>(kind: Kind, handle: Handle<IncomingOf<Kind>>) => {
    const answer = answers(kind, handle);
    return async (context: TurnContext) => answer(context).then(() => '');
  };
  extension.query(selects('extensionQuery'), answers('extensionQuery', handlers.onExtensionQuery));
  const item = answers('extensionItem', handlers.onExtensionItem);
  extension.fetchTask(selects('dialogOpen'), dialog('dialogOpen', handlers.onDialogOpen));
  extension.submitAction(selects('dialogSend'), answers('dialogSend', handlers.onDialogSend));
  extension.queryLink(item);
  extension.selectItem(item);

  on(of('uninstall'), handlers.onUninstall);
  on(of('install'), handlers.onInstall);
  on(elsewhere, handlers.onElsewhere);
  on(of('cardAction', 'cardSubmit'), handlers.onCardAction);
  on(of('fileAnswer'), handlers.onFileAnswer);
  on(of('text'), handlers.onText);
  on(of('wordless'), handlers.onWordless);

  return async (context, arrival) => {
    context.turnState.set(ARRIVAL, arrival);
    // It has been read; the module would read it once more, and throws for what is not as it should be.
    if (isExtension(arrival.activity)) context.activity.value = {};
    await app.run(context);
  };
}
