import { CardFactory, MessageFactory, TeamsInfo, type TurnContext } from 'botbuilder';
import { button, type Card, textsOf } from '../../../testing/cards/card.js';
import { type Connector, startConnector } from '../../../testing/teams/connector.js';
import { acceptedThenServerError } from '../../../testing/teams/misbehaviour.js';
import { Teams } from '../../../testing/teams/teams.js';
import { startTinyBot } from '../../../testing/teams/tiny-bot.js';

const execute = (title: string, verb: string, data: object = {}) => {
  const fallback = { type: 'Action.Submit', title, data: { verb, ...data } };
  return { type: 'Action.Execute', title, verb, data, fallback };
};
const cardSaying = (text: string, ...rest: object[]) => ({
  ...{ type: 'AdaptiveCard', version: '1.5' },
  body: [{ type: 'TextBlock', text }, ...rest],
});
const form = cardSaying(
  'Ny idé',
  { type: 'Input.Text', id: 'title', label: 'Namn', isRequired: true },
  { type: 'ActionSet', actions: [execute('Skicka idén', 'send', { idempotencyKey: 'op1' })] },
);
const sheet = (card: object) => MessageFactory.attachment(CardFactory.adaptiveCard(card));

/** Answers each kind of activity in the way that a real bot would, with plain botbuilder. */
async function turn(context: TurnContext): Promise<void> {
  const { activity } = context;
  if (activity.type === 'installationUpdate' && activity.action === 'add') {
    const { name, email } = await TeamsInfo.getMember(context, activity.from.id);
    await context.sendActivity(`Välkommen ${name} (${email}), ${activity.from.name ?? 'utan namn'}`);
  } else if (activity.type === 'invoke') {
    const { verb, data } = activity.value.action;
    const answers: Record<string, object> = {
      send: {
        type: 'application/vnd.microsoft.card.adaptive',
        value: cardSaying(`Tack för ${data.title}`, {
          ...{ type: 'ActionSet', actions: [execute('Dra tillbaka', 'withdraw')] },
        }),
      },
      withdraw: { type: 'application/vnd.microsoft.activity.message', value: 'Det går inte nu.' },
    };
    const body = { statusCode: 200, ...answers[verb] };
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
  } else if (activity.type === 'messageReaction') {
    await context.sendActivity(`${activity.reactionsAdded?.[0]?.type} på ${activity.replyToId}`);
  } else if (activity.value !== undefined) {
    await context.updateActivity({
      ...sheet(cardSaying(`Mottaget: ${activity.value.title}`)),
      id: activity.replyToId ?? '',
    });
  } else if (activity.text === 'idé') {
    await context.sendActivities([{ type: 'typing' }, sheet(form)]);
  } else if (activity.type === 'message') {
    await context.sendActivity(
      `${activity.locale}: ${activity.text} ${activity.attachments?.map((it) => it.contentType)}`,
    );
  }
}

let connector: Connector;
let bot: Awaited<ReturnType<typeof startTinyBot>>;
let teams: Teams;

beforeEach(async () => {
  connector = await startConnector();
  bot = await startTinyBot(turn);
  teams = new Teams({ connector, botUrl: bot.url });
});
afterEach(async () => {
  await bot.stop();
  await connector.stop();
});

const employee = () => teams.person({ name: 'Demo Medarbetare', email: 'medarbetare@demo.example' });

describe('a person in Teams', () => {
  it('installs the bot without giving a name, which the roster has', async () => {
    const person = employee();
    const { message, replies } = await person.installs();
    expect(message).toBe('Välkommen Demo Medarbetare (medarbetare@demo.example), utan namn');
    expect(replies).toHaveLength(1);
  });

  it('writes, and gets the replies to just that', async () => {
    const [one, two] = [employee(), teams.person({ name: 'Demo Chef', email: 'chef@demo.example', locale: 'en-GB' })];
    const [first, second] = await Promise.all([one.says('hej <b>'), two.says('hi')]);
    expect(first).toMatchObject({ status: 200, message: 'sv-SE: hej <b> text/html', card: undefined });
    expect(second.message).toBe('en-GB: hi text/html');
    expect(
      (await one.sends([{ contentType: 'image/png', contentUrl: 'https://example.org/a.png' }])).message,
    ).toContain('image/png');
  });

  it('sends a form and sees the receipt in its place, with the buttons of the receipt', async () => {
    const person = employee();
    const { card, replies } = await person.says('idé');
    expect(textsOf(card)).toEqual(['Ny idé', 'Namn']);
    expect(replies).toHaveLength(1);

    const receipt = await person.presses('Skicka idén', { title: 'Cykelpool' });
    expect(receipt).toMatchObject({ status: 200, activity: { replyToId: person.chat()[0]?.activityId } });
    expect(receipt.activity.value).toEqual({
      ...{
        trigger: 'manual',
        action: { type: 'Action.Execute', verb: 'send', data: { idempotencyKey: 'op1', title: 'Cykelpool' } },
      },
    });
    expect(textsOf(receipt.card)).toEqual(['Tack för Cykelpool']);
    expect(person.cards()).toEqual([receipt.card]);
    await expect(person.presses('Skicka idén', { title: 'x' })).rejects.toThrow(
      'sees no button "Skicka idén". The chat has:\n  "Tack för Cykelpool": Dra tillbaka',
    );
    expect((await person.presses('Dra tillbaka')).message).toBe('Det går inte nu.');
    expect(person.cards()).toEqual([receipt.card]);
  });

  it('presses a button of a card that is gone, and one that never was', async () => {
    const person = employee();
    const old = button((await person.says('idé')).card, 'Skicka idén');
    const { activityId } = person.chat()[0] ?? {};
    await person.presses('Skicka idén', { title: 'Cykelpool' });
    const late = await person.presses(old, { title: 'Igen' });
    expect(late.activity.replyToId).toBe(activityId);
    expect(textsOf(late.card)).toEqual(['Tack för Igen']);
    const forged = await person.presses({ verb: 'withdraw', data: { ideaId: 'K7M4QX' } });
    expect(forged.activity).toMatchObject({ value: { action: { data: { ideaId: 'K7M4QX' } } } });
    expect(forged.activity.replyToId).toBeUndefined();
  });

  it('cannot send a form that the client holds back', async () => {
    const person = employee();
    await person.says('idé');
    await expect(person.presses('Skicka idén')).rejects.toThrow('"title" is required');
    expect(connector.sent(person.conversationId).filter(({ activity }) => activity.type === 'message')).toHaveLength(1);
  });

  it('submits from a client without Action.Execute and sees the card change by update', async () => {
    const person = employee();
    await person.says('idé');
    const on = person.chat()[0]?.activityId ?? '';
    const { card } = await person.submits({ verb: 'send', title: 'Cykelpool' }, { on });
    expect(textsOf(card)).toEqual(['Mottaget: Cykelpool']);
    expect(person.cards()).toEqual([card]);
  });

  it('sees an update that comes after a card answered in place', async () => {
    const person = employee();
    await person.says('idé');
    const on = person.chat()[0]?.activityId ?? '';
    await person.presses('Skicka idén', { title: 'Cykelpool' });
    await person.submits({ title: 'Sent' }, { on });
    expect(person.cards().map((card: Card) => textsOf(card))).toEqual([['Mottaget: Sent']]);
    expect(person.chat()[0]?.cards).toHaveLength(3);
  });

  it('reacts to the newest message', async () => {
    const person = employee();
    await person.says('hej');
    expect((await person.reacts()).message).toBe(`like på ${person.chat()[0]?.activityId}`);
  });

  it('delivers the same twice under two ids, as Teams does', async () => {
    const person = employee();
    const first = await person.says('hej');
    const second = await person.resends(first);
    expect(second.activity).toEqual({ ...first.activity, id: expect.not.stringMatching(`${first.activity.id}`) });
    expect(second.message).toBe(first.message);
  });

  it('uninstalls, and cannot be reached until the next install', async () => {
    const person = employee();
    expect((await person.uninstalls()).status).toBe(200);
    // Bot Framework's own would print it.
    bot.adapter.onTurnError = async () => undefined;
    await person.says('hallå');
    expect(connector.requests.at(-1)?.outcome).toBe(403);
    expect((await person.installs()).replies).toHaveLength(1);
  });

  it('waits for what the bot says by itself, and says what there was when it does not come', async () => {
    const person = employee();
    const { activity } = await person.says('hej');
    const waiting = person.waitsFor('Veckan som gått');
    const reference = { ...activity, bot: teams.bot, user: activity.from } as never;
    await bot.adapter.continueConversationAsync('', reference, async (context) => {
      await context.sendActivity('Veckan som gått: tre nya idéer');
    });
    expect((await waiting).texts).toEqual(['Veckan som gått: tre nya idéer']);
    await expect(person.waitsFor('Aldrig', { within: 20 })).rejects.toThrow(
      /in the chat of Demo Medarbetare(.|\n)*tre nya/,
    );
  });

  it('shows why a real client must not retry by itself: one reply arrives several times', async () => {
    connector.misbehave(({ kind }) => kind === 'post', [acceptedThenServerError()]);
    expect((await employee().says('hej')).replies).toHaveLength(2);
  });
});
