import { isByHand, isMessage, reachOf } from '../../src/bot/incoming';
import { readActivity } from '../../src/teams/activity';
import { incomingOf, unreadOf } from '../../src/teams/incoming/incoming-of';

const least = {
  type: 'message',
  serviceUrl: 'https://smba.example/emea',
  from: { id: '29:1', aadObjectId: '8f0e6c52-3b1d-4a97-8e44-000000000001' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:1', tenantId: '5d3a4b1e-70c2-4f6b-9d1f-2a6c0e9b7d10' },
};
function read(more: object = {}) {
  const activity = readActivity({ ...least, ...more });
  if (!activity) throw new Error('The activity cannot be read');
  return activity;
}
const arrived = (more: object = {}) => incomingOf(read(more));

describe('an activity', () => {
  it('is admitted before its words are read, and is a message with none until then', () => {
    const activity = read({ text: 'hej', attachments: [{ contentType: 'text/html', content: '<p>hej</p>' }] });
    const unreadable = new Proxy(activity, {
      get(target, name, receiver) {
        if (name === 'text' || name === 'attachments' || name === 'entities') throw new Error(`${name} was read`);
        return Reflect.get(target, name, receiver);
      },
    });
    const unread = unreadOf(unreadable);
    expect(unread).toMatchObject({ kind: 'wordless', isPersonal: true, sender: arrived({ text: 'hej' }).sender });
    expect([isByHand(unread), isMessage(unread)]).toEqual([true, true]);
    expect(incomingOf(activity, unread)).toEqual({ ...unread, ...arrived({ text: 'hej' }), instead: undefined });
    expect(unreadOf(read({ value: { verb: 'mine' } })).kind).toBe('cardSubmit');
  });

  it.each([
    ['is undefined', undefined],
    ['is null', null],
    ['is text', 'hej'],
    ['has no sender', { ...least, from: undefined }],
    ['has no conversation', { ...least, conversation: {} }],
    ['has no address to answer to', { ...least, serviceUrl: undefined }],
    ['has an endless type', { ...least, type: 'x'.repeat(101) }],
  ])('that %s is none', (_what, raw) => {
    expect(readActivity(raw)).toBeUndefined();
  });

  it('is read whatever else it holds, in whatever shape', () => {
    expect(read({ channelData: 'x', membersAdded: {}, attachments: 7, entities: null, text: null }).type).toBe(
      'message',
    );
  });

  const optional: [string, (odd: unknown) => object][] = [
    ...['name', 'action', 'id', 'text', 'replyToId', 'channelId', 'locale', 'channelData', 'value', 'textFormat'].map(
      (field): [string, (odd: unknown) => object] => [field, (odd) => ({ [field]: odd })],
    ),
    ...['membersAdded', 'attachments', 'entities'].flatMap((field): [string, (odd: unknown) => object][] => [
      [field, (odd) => ({ [field]: odd })],
      [`one of ${field}`, (odd) => ({ [field]: [odd, { id: '1', type: 'x', contentType: 'image/png' }] })],
    ]),
    ['object id', (odd) => ({ from: { ...least.from, aadObjectId: odd } })],
    ['name of the bot', (odd) => ({ recipient: { ...least.recipient, name: odd } })],
    ['tenant', (odd) => ({ conversation: { ...least.conversation, tenantId: odd } })],
    ['kind of conversation', (odd) => ({ conversation: { ...least.conversation, conversationType: odd } })],
    ['tenant of the channel', (odd) => ({ channelData: { tenant: odd } })],
    ['id of the tenant of the channel', (odd) => ({ channelData: { tenant: { id: odd } } })],
    ['address of an attachment', (odd) => ({ attachments: [{ contentType: 'image/png', contentUrl: odd }] })],
    ['content of an attachment', (odd) => ({ attachments: [{ contentType: 'text/html', content: odd }] })],
    ['mention', (odd) => ({ entities: [{ type: 'mention', text: odd, mentioned: odd }] })],
  ];
  it.each(optional)('is read whatever its %s is', (_field, having) => {
    for (const odd of [null, 7, true, 'x', '', [], {}, [null], { id: 7 }, 'x'.repeat(150_000)]) {
      expect(arrived({ text: 'hej', ...having(odd) })).toBeDefined();
    }
  });

  it('loses no other entry of a list for an odd one, and nothing of an entry for an odd part', () => {
    const good = { contentType: 'image/png', contentUrl: 'https://smba.example/1' };
    const { attachments } = read({ attachments: [null, { contentType: 7 }, { ...good, contentUrl: null }, good] });
    expect(attachments).toEqual([{ contentType: 'image/png', contentUrl: undefined }, good]);
  });

  it('of a strange kind of conversation is not taken for somebody’s own', () => {
    const { conversation } = least;
    const kinds = [undefined, null, 'personal', 'groupChat', 7, {}, ['personal']];
    expect(
      kinds.map((conversationType) => arrived({ conversation: { ...conversation, conversationType } }).isPersonal),
    ).toEqual([true, true, true, false, false, false, false]);
  });

  it('with a text above all lengths is still a message, cut where it is refused as too long all the same', () => {
    expect(read({ text: 'x'.repeat(150_000) }).text).toHaveLength(100_000);
  });

  it('says who it is from by tenant and object id, and nobody without both', () => {
    const { tenantId: tenant } = least.conversation;
    expect(arrived().identity).toEqual({ tenant, objectId: least.from.aadObjectId });
    const channelData = { tenant: { id: tenant } };
    expect(arrived({ conversation: { id: 'a:1' }, channelData }).identity?.tenant).toBe(tenant);
    expect(arrived({ conversation: { id: 'a:1' } }).identity).toBeUndefined();
    expect(arrived({ from: { id: '29:1' } }).identity).toBeUndefined();
  });

  it.each(["x' or RowKey ne '", 'a/b', 'a#b', 'a|b', '', '\u0000'])('with the object id "%s" is from nobody', (id) => {
    expect(arrived({ from: { id: '29:1', aadObjectId: id } }).identity).toBeUndefined();
  });

  it('says where its sender can be written to only when it comes from their own chat', () => {
    expect(reachOf(arrived())).toEqual({
      serviceUrl: least.serviceUrl,
      conversation: 'a:1',
      bot: '28:bot',
      user: '29:1',
      tenant: least.conversation.tenantId,
    });
    const group = arrived({ conversation: { ...least.conversation, conversationType: 'groupChat' } });
    expect([group.isPersonal, reachOf(group)]).toEqual([false, undefined]);
  });

  it.each([
    ['sv-SE', 'sv'],
    ['sv', 'sv'],
    ['sv_SE', 'sv'],
    ['SV-se', 'sv'],
    [' sv-FI', 'sv'],
    ['en_GB', 'en'],
    ['svx', 'en'],
    ['nb-NO', 'en'],
    ['en-US', 'en'],
    ['fi-FI', 'en'],
    ['', undefined],
    [null, undefined],
  ])('with the locale %s is in %s', (locale, language) => {
    expect(arrived({ locale }).language).toBe(language);
  });

  it.each([
    [[{ contentType: 'text/html' }], undefined],
    [[{ contentType: 'text/html' }, { contentType: 'image/png' }], 'picture'],
    [[{ contentType: 'audio/mp4' }], 'voice'],
    [[{ contentType: 'application/pdf' }], 'file'],
    [[], undefined],
  ])('with the attachments %j holds instead of words: %s', (attachments, what) => {
    expect(arrived({ attachments })).toMatchObject({ kind: 'wordless', instead: what });
  });

  it.each(['add', 'add-upgrade'])('installationUpdate "%s" is an install', (action) => {
    expect(arrived({ type: 'installationUpdate', action }).kind).toBe('install');
  });
  it.each(['remove', 'remove-upgrade', undefined])('installationUpdate "%s" is none', (action) => {
    expect(arrived({ type: 'installationUpdate', ...(action && { action }) }).kind).not.toBe('install');
  });
});
