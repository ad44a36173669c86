import { ActivityTypes, CardFactory, type TurnContext } from 'botbuilder';
import type { Drawn } from '../cards/kit.js';
import type { Incoming } from './activity.js';
import { isFileAnswer, isPress } from './activity.js';
import type { Answer, FileOffer, KeptFile } from './answer.js';

/** Content types of the answers that Teams takes to an Action.Execute. */
const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';
/** Teams' own cards: the question whether somebody wants a file, and a file that is there. */
const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const FILE = 'application/vnd.microsoft.teams.card.file.info';

/**
 * Gives an answer where it belongs: an Action.Execute is answered by its invoke, an Action.Submit by an update of its
 * card, written words by a message. Settles with the activity in which the answer's card now stands, if it is known.
 */
export async function answerWith(
  context: TurnContext,
  activity: Incoming,
  answer: Answer,
): Promise<string | undefined> {
  const invoked = isPress(activity) && !context.responded;
  if ('nothing' in answer) return undefined;
  if (isFileAnswer(activity)) {
    // Teams wants no more than to know that it was heard.
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200 } });
    if ('tell' in answer && answer.file) await showFile(context, activity, answer.file);
  }
  if ('tell' in answer) {
    if (invoked) await invokeResponse(context, { type: MESSAGE, value: answer.tell });
    else await context.sendActivity({ type: ActivityTypes.Message, text: answer.tell, textFormat: 'plain' });
    return undefined;
  }
  if ('below' in answer) {
    const sent = await context.sendActivity(messageWith(answer.below));
    if (answer.offers) await context.sendActivity(questionFor(answer.offers));
    if (invoked) await invokeResponse(context, {});
    return sent?.id;
  }
  if (invoked) await invokeResponse(context, { type: CARD, value: answer.here.card });
  else if (activity.replyToId && isSubmitted(activity)) {
    await context.updateActivity({ ...messageWith(answer.here), id: activity.replyToId });
  } else return (await context.sendActivity(messageWith(answer.here)))?.id;
  return activity.replyToId;
}

const isSubmitted = ({ value }: Incoming): boolean => typeof value === 'object' && value !== null;

const messageWith = ({ card, summary }: Drawn) => ({
  type: ActivityTypes.Message,
  summary,
  attachments: [CardFactory.adaptiveCard(card)],
});

const questionFor = ({ name, size, about }: FileOffer) => ({
  type: ActivityTypes.Message,
  summary: about,
  attachments: [
    {
      contentType: CONSENT,
      name,
      content: { description: about, sizeInBytes: size, acceptContext: {}, declineContext: {} },
    },
  ],
});

/** The file as Teams shows one, in the place of the question, which would otherwise stand there to be answered again. */
async function showFile(context: TurnContext, activity: Incoming, file: KeptFile): Promise<void> {
  const { name, contentUrl, uniqueId, fileType } = file;
  const card = { contentType: FILE, name, contentUrl, content: { uniqueId, fileType } };
  await context.sendActivity({ type: ActivityTypes.Message, summary: name, attachments: [card] });
  // A question that is gone already, or cannot be taken away, does no harm: the file would be saved once more.
  if (activity.replyToId) await context.deleteActivity(activity.replyToId).catch(() => undefined);
}

/** Teams reads the status from the body too; without type and value the card stays as it is. */
const invokeResponse = (context: TurnContext, answer: { type?: string; value?: unknown }) =>
  context.sendActivity({
    type: ActivityTypes.InvokeResponse,
    value: { status: 200, body: { statusCode: 200, ...answer } },
  });
