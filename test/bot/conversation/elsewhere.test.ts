import { buttonsOf } from '../../../testing/cards/card';
import { type City, startCity } from '../../../testing/scenes/city';
import { allOn, en, pressesOn, seenOn, sendsIdea, sv } from '../../../testing/scenes/everyday';
import type { Answer } from '../../../testing/teams/answer';
import type { Person } from '../../../testing/teams/person';

const NAME = 'Demo Hemlig Medarbetare';
const privateChat = 'https://teams.microsoft.com/l/chat/0/0?users=28:b07b07b0-0000-4000-8000-000000000b07';

describe.each(['groupChat', 'channel'])('in a %s', (conversationType) => {
  let city: City;
  let employee: Person;
  let leader: Person;
  beforeAll(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
    employee = city.teams.person({ name: NAME, email: 'hemlig@soderhamra.example' });
    await employee.installs();
    await employee.presses('Välj', { department: 'VOO' });
  });
  afterAll(() => city.stop());

  /** Says something in a group of which this person's chat stands in the place; the bot is named first, as Teams does it. */
  const writes = (person: Person, text: string) =>
    person.delivers({
      type: 'message',
      text: `<at>Idélotsen</at> ${text}`,
      conversation: { id: person.conversationId, conversationType, isGroup: true, name: '' },
    });
  /** All that the group gets of a message, beside whom it answers. */
  const toldIn = ({ replies }: Pick<Answer, 'replies'>) =>
    JSON.stringify(replies.map(({ recipient: _, ...message }) => message));
  const linkOn = (answer: { card: unknown }) => buttonsOf(answer.card).map(({ type, url }) => [type, url]);

  it.each([
    'hjälp',
    'mina idéer',
    'min tur',
    'veckan',
    'inställningar',
    'mina uppgifter',
    'idé: en cykelpool',
    'hej du',
  ])(
    'whoever writes "%s" is told what the bot is for and where it can be met alone, and nothing is stored',
    async (text) => {
      const before = await city.ideaRows();
      const answer = await writes(employee, text);
      expect(seenOn(answer)).toContain(sv('elsewhere.heading'));
      expect(seenOn(answer)).toContain(sv('elsewhere.about', { municipality: 'Söderhamra kommun' }));
      expect(linkOn(answer)).toEqual([['Action.OpenUrl', privateChat]]);
      expect(toldIn(answer)).not.toContain(NAME);
      expect(await city.ideaRows()).toEqual(before);
    },
  );

  it('an idea’s id gets how it is doing, for everybody: no name, no text, no button but to the private chat', async () => {
    const id = await sendsIdea(employee, { problem: 'Bilarna räcker inte.' });
    await city.delivers();
    await pressesOn(leader, id, 'Utforska idén');
    await city.delivers();
    for (const person of [employee, leader]) {
      for (const text of [id, `status ${id}`, `varför ${id}`]) {
        const answer = await writes(person, text);
        const seen = seenOn(answer);
        for (const part of [sv('idea.id', { id }), sv('stage.exploring'), 'Vård och omsorg']) {
          expect(seen).toContain(part);
        }
        expect(linkOn(answer)).toEqual([['Action.OpenUrl', `${privateChat}&message=${id}`]]);
        const told = toldIn(answer);
        for (const secret of [NAME, leader.name, 'Bilarna räcker inte.', sv('waits.you')]) {
          expect(told).not.toContain(secret);
        }
      }
    }
  });

  it('words that are hidden are hidden there too, from the one who wrote them as well', async () => {
    const id = await sendsIdea(employee, { title: 'Olämpligt' });
    await city.delivers();
    await leader.presses({
      verb: 'act',
      data: { verb: 'act', idea: id, decisionVersion: '1', idempotencyKey: 'HXDE000000000000', do: 'hide' },
    });
    expect((await city.app.ideas.load(id))?.idea.hidden).toBe(true);
    expect(allOn(await writes(employee, id))).not.toContain('Olämpligt');
  });

  it('whoever the bot has not met alone, as every guest, learns of no idea, and is not stored', async () => {
    const id = await sendsIdea(employee);
    const stranger = city.teams.person({ name: 'Demo Gäst', email: 'gast@annan.example' });
    const answer = await writes(stranger, id);
    expect(seenOn(answer)).toContain(sv('elsewhere.heading'));
    expect(seenOn(answer)).not.toContain('Cykelpool');
    const identity = { tenant: city.teams.tenantId, objectId: stranger.aadObjectId };
    expect(await city.app.people.byIdentity(identity)).toBeUndefined();
  });

  it('an invoke that no button of ours sends is refused, and nothing is written there', async () => {
    const before = city.connector.sent(employee.conversationId).length;
    const conversation = { id: employee.conversationId, conversationType, isGroup: true, name: '' };
    const answer = await employee.delivers({
      type: 'invoke',
      name: 'composeExtension/setting',
      value: {},
      conversation,
    });
    expect(answer.status).toBe(501);
    expect(city.connector.sent(employee.conversationId)).toHaveLength(before);
  });

  it('a file is not given there', async () => {
    const conversation = { id: employee.conversationId, conversationType, isGroup: true, name: '' };
    const uploadInfo = { uploadUrl: 'https://x.example/', contentUrl: 'x', uniqueId: 'x', fileType: 'txt' };
    const value = { type: 'fileUpload', action: 'accept', uploadInfo };
    const answer = await employee.delivers({ type: 'invoke', name: 'fileConsent/invoke', value, conversation });
    expect(answer.message).toBe(sv('reply.privateChat'));
  });

  it('answers in the language of the one who writes', async () => {
    employee.locale = 'en-GB';
    expect(seenOn(await writes(employee, 'help'))).toContain(en('elsewhere.heading'));
    employee.locale = 'sv-SE';
  });

  it('a card that was sent on does nothing but point to the private chat, pressed or submitted', async () => {
    const id = await sendsIdea(employee);
    await city.delivers();
    const before = await city.ideaRows();
    const conversation = { id: leader.conversationId, conversationType, isGroup: true, name: '' };
    const data = { verb: 'act', idea: id, decisionVersion: '1', idempotencyKey: 'GRXVP00000000000', do: 'explore' };
    const value = { action: { type: 'Action.Execute', verb: 'act', data } };
    const pressed = await leader.delivers({ type: 'invoke', name: 'adaptiveCard/action', value, conversation });
    const sent = await leader.delivers({ type: 'message', value: data, conversation });
    expect([pressed.message, sent.message]).toEqual([sv('reply.privateChat'), sv('reply.privateChat')]);
    expect(await city.ideaRows()).toEqual(before);
  });
});
