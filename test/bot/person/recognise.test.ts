import { changePerson } from '../../../src/app/person/change-person';
import { type City, minutes, startCity } from '../../../testing/scenes/city';
import { en, seenOn, sendsIdea, summariesOf, sv } from '../../../testing/scenes/everyday';
import { forever, late, serverError } from '../../../testing/teams/misbehaviour';

describe('who writes', () => {
  let city: City;
  beforeEach(async () => {
    city = await startCity();
  });
  afterEach(() => city.stop());

  const lookUps = () => city.connector.requests.filter(({ kind }) => kind === 'member').length;

  it('is asked of the roster once', async () => {
    const employee = await city.arrives('employee');
    const before = lookUps();
    await employee.says('hjälp');
    city.pass(minutes(10));
    await employee.says('hjälp');
    expect(lookUps()).toBe(before);
  });

  it('is one person when the first two activities arrive at the same moment', async () => {
    const employee = city.person('employee');
    await Promise.all([employee.says('hjälp'), employee.says('mina idéer'), employee.installs()]);
    const people = new Set<string>();
    for await (const { rowKey } of city.storage.people.listEntities()) {
      if (rowKey?.startsWith('person|')) people.add(rowKey);
    }
    expect(people.size).toBe(1);
    expect(employee.chat().filter(({ texts }) => texts.includes(sv('welcome.heading')))).toHaveLength(1);
  });

  it('is known by either of their addresses, e-mail or UPN, in any case', async () => {
    const member = city.connector.roster.add({
      name: 'Innovationsledare Vård',
      email: 'alias@soderhamra.example',
      userPrincipalName: 'INNOVATIONSLEDARE.VARD@soderhamra.example',
    });
    const leader = city.teams.person({ name: 'unused', email: 'unused@soderhamra.example' });
    const from = { id: member.id, aadObjectId: member.aadObjectId } as never;
    const conversation = {
      id: member.conversationId,
      conversationType: 'personal',
      tenantId: member.tenantId,
    } as never;
    await leader.delivers({ type: 'installationUpdate', action: 'add', from, conversation });
    const [post] = city.connector.sent(member.conversationId);
    expect(post?.activity.summary).toContain('innovationsledare för Vård och omsorg');
  });

  it('is written to where they last were: a service address that changed is kept up with', async () => {
    const employee = await city.arrives('employee');
    const serviceUrl = city.connector.url.replace('127.0.0.1', 'localhost');
    await employee.delivers({ type: 'message', text: 'hjälp', serviceUrl });
    const [card] = (await city.app.people.contacts([employee.email])).values();
    const stored = await city.app.people.byRef(card?.ref ?? '');
    expect(stored?.reach?.serviceUrl).toBe(serviceUrl);
  });

  it('can be written to again when one instance has heard that they removed the bot, and another that they are back', async () => {
    const employee = await city.arrives('employee');
    const stored = async () => {
      const [card] = (await city.app.people.contacts([employee.email])).values();
      const found = await city.app.people.byRef(card?.ref ?? '');
      if (!found) throw new Error('Nobody knows the employee');
      return found;
    };
    const { reach } = await stored();
    await changePerson(city.app, await stored(), ({ person }) => ({ person }));
    await employee.installs();
    expect(reach).toBeDefined();
    expect((await stored()).reach).toEqual(reach);
  });

  it('keeps who they are when their place in the roster cannot be read any more', async () => {
    const employee = await city.arrives('employee');
    city.pass(minutes(10));
    city.connector.misbehave(({ kind }) => kind === 'member', forever(serverError()));
    expect(seenOn(await employee.says('hjälp'))).toContain(sv('help.heading'));
  });

  it.each([403, 404, 429, 500, 502, 503])(
    'and is new while the roster answers %i hears why, in their language, and is welcomed by itself when it is over',
    async (status) => {
      const [employee, english] = [city.person('employee'), city.person('colleague', 'en-US')];
      const mend = city.connector.misbehave(({ kind }) => kind === 'member', forever(serverError(status)));
      expect((await employee.says('hjälp')).message).toBe(sv('reply.rosterSilent'));
      expect((await english.says('help')).message).toBe(en('reply.rosterSilent'));
      city.pass(minutes(1));
      await city.delivers();
      expect(employee.chat()).toHaveLength(1);
      mend();
      city.pass(minutes(1));
      await city.delivers();
      expect(employee.chat()[1]?.texts).toContain(sv('welcome.heading'));
      expect(english.chat()[1]?.texts).toContain(en('welcome.heading'));
      expect(seenOn(await employee.says('hjälp'))).toContain(sv('help.heading'));
      city.pass(minutes(10));
      await city.delivers();
      expect(employee.chat()).toHaveLength(3);
    },
  );

  it('and is new is known at their next word when the roster answers again', async () => {
    const employee = city.person('employee');
    city.connector.misbehave(({ kind }) => kind === 'member', [serverError()]);
    await employee.says('hjälp');
    await employee.says('hjälp');
    expect(employee.chat()[1]?.texts).toContain(sv('help.heading'));
    city.pass(minutes(1));
    await city.delivers();
    const welcomes = employee.chat().filter(({ texts }) => texts.includes(sv('welcome.heading')));
    expect(welcomes).toHaveLength(1);
    expect(await city.app.newcomers.due(city.now())).toEqual([]);
  });

  it('sees that the bot is writing when an answer takes longer than a second', async () => {
    const employee = city.person('employee');
    city.connector.misbehave(({ kind }) => kind === 'member', [late(1_300)]);
    await employee.says('hjälp');
    const kinds = city.connector.sent(employee.conversationId).map(({ activity }) => activity.type);
    expect(kinds.slice(0, 2)).toEqual(['typing', 'message']);
    expect(kinds.filter((kind) => kind === 'typing')).toHaveLength(1);
  });

  it('sees no sign of writing when the answer is quick', async () => {
    const employee = await city.arrives('employee');
    await employee.says('hjälp');
    expect(city.connector.sent().filter(({ activity }) => activity.type === 'typing')).toEqual([]);
  });

  it('takes over what waited for their address before anybody had met them', async () => {
    const employee = await city.arrives('employee');
    await sendsIdea(employee);
    await city.delivers();
    const before = await city.app.people.contacts(['innovationsledare.vard@soderhamra.example']);
    const leader = await city.arrives('leader');
    const after = await city.app.people.contacts([leader.email]);
    expect([...after.values()][0]?.ref).toBe([...before.values()][0]?.ref);
    await city.delivers();
    expect(summariesOf(leader).at(-1)).toBe(sv('notice.submitted.deciders', { who: employee.name }));
  });
});
