import type { TurnContext } from 'botbuilder';
import type { Handlers } from '../../../src/bot/bot';
import type { Chat } from '../../../src/bot/chat';
import { readActivity } from '../../../src/teams/activity';
import { incomingOf } from '../../../src/teams/incoming/incoming-of';
import { createRouter } from '../../../src/teams/incoming/router';

const from = {
  serviceUrl: 'https://smba.example/emea',
  channelId: 'msteams',
  locale: 'sv-SE',
  from: { id: '29:1', aadObjectId: '8f0e6c52-3b1d-4a97-8e44-000000000001' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: '5d3a4b1e-70c2-4f6b-9d1f-2a6c0e9b7d10' },
};
const execute = { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'help', data: {} } } };
const consent = { type: 'invoke', name: 'fileConsent/invoke', value: { action: 'decline' } };
const extension = (name: string) => ({ type: 'invoke', name: `composeExtension/${name}` });
const inGroup = { conversation: { ...from.conversation, conversationType: 'groupChat' } };

/** Which handlers are called for an activity. */
async function routed(activity: object): Promise<string[]> {
  const called: string[] = [];
  const handlers = new Proxy({} as Handlers, { get: (_, name) => async () => void called.push(String(name)) });
  const read = readActivity({ ...from, ...activity });
  if (!read) throw new Error('The activity cannot be read');
  const sendActivity = async () => undefined;
  const context = { activity: { ...from, ...activity }, turnState: new Map(), sendActivity } as unknown as TurnContext;
  await createRouter(handlers)(context, { activity: incomingOf(read), chat: {} as Chat });
  return called;
}

describe('an activity', () => {
  it.each<[string, object, keyof Handlers | undefined]>([
    ['an install', { type: 'installationUpdate', action: 'add' }, 'onInstall'],
    ['the bot among new members', { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }, 'onInstall'],
    ['somebody else among new members', { type: 'conversationUpdate', membersAdded: [{ id: '29:2' }] }, undefined],
    ['an uninstall', { type: 'installationUpdate', action: 'remove' }, 'onUninstall'],
    ['a press of Action.Execute', execute, 'onCardAction'],
    ['a press of Action.Submit', { type: 'message', value: { verb: 'help' } }, 'onCardAction'],
    [
      'a press of Action.Submit with a text',
      { type: 'message', text: 'Hjälp', value: { verb: 'help' } },
      'onCardAction',
    ],
    ['an answer to the question for a file', consent, 'onFileAnswer'],
    ['an odd one', { ...consent, value: 'x' }, 'onFileAnswer'],
    [
      'a search in Teams’ own',
      { ...extension('query'), value: { parameters: [{ value: 'cyklar' }] } },
      'onExtensionQuery',
    ],
    ['an odd one', { ...extension('query'), value: { parameters: 'x' } }, 'onExtensionQuery'],
    ['a search from a group', { ...extension('query'), ...inGroup }, 'onExtensionQuery'],
    [
      'a pasted link',
      { ...extension('queryLink'), value: { url: 'https://x.example/ideas/K7M4QX' } },
      'onExtensionItem',
    ],
    ['what is chosen in the list', { ...extension('selectItem'), value: { idea: 'K7M4QX' } }, 'onExtensionItem'],
    ['a form that is asked for', extension('fetchTask'), 'onDialogOpen'],
    ['a form that is sent', { ...extension('submitAction'), value: { data: { verb: 'submit' } } }, 'onDialogSend'],
    ['another matter of the extension', extension('setting'), undefined],
    ['words', { type: 'message', text: 'hjälp' }, 'onText'],
    ['a message without any', { type: 'message', text: ' ' }, 'onWordless'],
    ['words in a group', { type: 'message', text: 'hjälp', ...inGroup }, 'onElsewhere'],
    ['a press in a group', { ...execute, ...inGroup }, 'onElsewhere'],
    ['an install in a group', { type: 'installationUpdate', action: 'add', ...inGroup }, undefined],
    ['a reaction', { type: 'messageReaction' }, undefined],
    ['an invoke that nobody knows', { type: 'invoke', name: 'task/fetch' }, undefined],
  ])('that is %s goes one way', async (_what, activity, handler) => {
    expect(await routed(activity)).toEqual(handler ? [handler] : []);
  });
});
