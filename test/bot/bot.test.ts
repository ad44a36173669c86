import { type City, minutes, startCity } from '../../testing/scenes/city';
import { en, sendsIdea, summariesOf, sv } from '../../testing/scenes/everyday';
import type { Person } from '../../testing/teams/person';

describe('activities that are not a word or a button in one’s own chat', () => {
  let city: City;
  let employee: Person;
  beforeAll(async () => {
    city = await startCity();
    employee = await city.arrives('employee');
  });
  afterAll(() => city.stop());

  const group = { id: '', conversationType: 'groupChat', isGroup: true, name: '' };

  it('a button in a group chat does nothing but point to the private chat', async () => {
    await city.delivers();
    const before = await city.ideaRows();
    const conversation = { ...group, id: employee.conversationId };
    const action = {
      type: 'Action.Execute',
      verb: 'submitText',
      data: { idempotencyKey: '0000000000000001', text: 'Kapad' },
    };
    const value = { action };
    const answer = await employee.delivers({ type: 'invoke', name: 'adaptiveCard/action', value, conversation });
    expect(answer.message).toBe(sv('reply.privateChat'));
    expect(await city.ideaRows()).toEqual(before);
  });

  it('an install in a team writes to nobody', async () => {
    const colleague = city.person('colleague');
    const conversation = { ...group, id: '19:team@thread.tacv2', conversationType: 'channel' };
    const membersAdded = [city.teams.bot, { id: colleague.id, name: '' }];
    const before = city.connector.sent().length;
    await colleague.delivers({ type: 'conversationUpdate', conversation, membersAdded });
    await colleague.delivers({ type: 'installationUpdate', action: 'add', conversation });
    expect(city.connector.sent()).toHaveLength(before);
  });

  it('another member who is added is not greeted again', async () => {
    const before = employee.chat().length;
    await employee.delivers({ type: 'conversationUpdate', membersAdded: [{ id: employee.id, name: '' }] });
    expect(employee.chat()).toHaveLength(before);
  });

  it.each(['messageReaction', 'messageUpdate', 'messageDelete', 'typing', 'event', 'endOfConversation', 'trace'])(
    'a %s is taken in silence',
    async (type) => {
      const before = employee.chat().length;
      expect((await employee.delivers({ type, text: 'mina idéer' })).status).toBe(200);
      expect(employee.chat()).toHaveLength(before);
    },
  );

  it.each([
    ['a verb that no card has', { action: { verb: 'dropTables', data: {} } }],
    ['no verb', { action: { data: {} } }],
    ['data of a wrong shape', { action: { verb: 'act', data: { idea: 7, decisionVersion: 'x' } } }],
    ['an id that is none', { action: { verb: 'open', data: { idea: "x' or RowKey ne '" } } }],
    ['the name of something that every object has', { action: { verb: 'constructor', data: {} } }],
    ['a value that is no action', 'hej'],
    ['nothing', undefined],
  ])('a button with %s gets a kind line', async (_what, value) => {
    const answer = await employee.delivers({ type: 'invoke', name: 'adaptiveCard/action', value });
    expect(answer.status).toBe(200);
    expect(answer.message).toBe(sv('reply.unknownButton'));
  });

  it.each(['composeExtension/query', 'task/fetch', 'signin/verifyState', 'somethingNew'])(
    'an invoke of another kind (%s) is refused without a word about the inside',
    async (name) => {
      const answer = await employee.delivers({ type: 'invoke', name, value: {} });
      expect(answer.status).toBe(501);
      expect(answer.body).toBeUndefined();
    },
  );

  it('somebody without an identity is told to sign in, in their language, and nothing is stored', async () => {
    const stranger = city.person('colleague', 'en-US');
    const from = { id: stranger.id, name: 'Guest' } as never;
    const answer = await stranger.delivers({ type: 'message', text: 'idea', from });
    expect(answer.message).toBe(en('reply.noIdentity'));
    const action = { verb: 'mine', data: {} };
    const pressed = await stranger.delivers({ type: 'invoke', name: 'adaptiveCard/action', value: { action }, from });
    expect(pressed.message).toBe(en('reply.noIdentity'));
    expect(await city.app.people.contacts([stranger.email])).toEqual(new Map());
  });

  it('who removes the bot is written to no more, and gets what waited on coming back', async () => {
    const leader = await city.arrives('leader');
    await leader.uninstalls();
    const before = summariesOf(leader).length;
    await sendsIdea(employee, { title: 'Medan du var borta' });
    await city.delivers();
    expect(summariesOf(leader)).toHaveLength(before);
    await leader.installs();
    city.pass(minutes(1));
    await city.delivers();
    expect(leader.chat().filter(({ texts }) => texts.includes('Medan du var borta'))).toHaveLength(1);
  });

  it('somebody who answers while the install is unknown can be written to afterwards', async () => {
    const colleague = city.person('colleague');
    await colleague.says('hjälp');
    const [card] = (await city.app.people.contacts([colleague.email])).values();
    expect(card?.installed).toBe(true);
  });
});
