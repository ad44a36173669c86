import { randomUUID } from 'node:crypto';
import { type InChat, inChats } from '../../../../dev/audits/rights/in-chats';
import { type StorageRelay, startStorageRelay } from '../../../../dev/benchmarks/processes/storage-relay';
import { meetPerson } from '../../../../src/app/person/meet-person';
import { buttonsOf } from '../../../../testing/cards/card';
import { cardFaults } from '../../../../testing/cards/card-faults';
import { newerThan } from '../../../../testing/cards/versions';
import { until } from '../../../../testing/processes/until';
import { type City, days, minutes, startCity } from '../../../../testing/scenes/city';
import { choosesMore, en, pressesOn, seenOn, sendsIdea, sv } from '../../../../testing/scenes/everyday';
import { testConnectionString } from '../../../../testing/storage/storage';
import {
  invokes,
  opensDialog,
  opensSearch,
  pastes,
  type Shown,
  searches,
  sendsDialog,
  shownBy,
} from '../../../../testing/teams/extension';
import type { Person } from '../../../../testing/teams/person';

const KIND = 28 * 1024;
/** What resembles an idea that is used. */
const LIKE_USED = 'Det tar tid att gå till skolan, lådcyklar vore bra.';
const NAME = 'Demo Hemlig Medarbetare';
/** Teams shows an error after five seconds. */
const WITHIN_MS = 5_000;
const BOT = '28:b07b07b0-0000-4000-8000-000000000b07';
const linkTo = (id: string) => `https://teams.microsoft.com/l/chat/0/0?users=${BOT}&message=${id}`;

describe('looking for ideas from another chat', () => {
  let relay: StorageRelay;
  let city: City;
  let employee: Person;
  let leader: Person;
  let reader: Person;
  let used: string;
  beforeAll(async () => {
    relay = await startStorageRelay(testConnectionString());
    city = await startCity({ connectionString: relay.connectionString });
    leader = await city.arrives('leader');
    reader = await city.arrives('environmentLeader');
    employee = city.teams.person({ name: NAME, email: 'hemlig@soderhamra.example' });
    await employee.installs();
    await employee.presses('Välj', { department: 'VOO' });
    city.parts().indexing.start();
    await until(() => city.log.some(({ message }) => message === 'All ideas can be found'));
    await sendsIdea(employee, { title: 'Lådcyklar till <b>hemtjänsten</b>', problem: 'Bilarna räcker inte.' });
    used = await sendsIdea(employee, { title: 'Lådcyklar till skolan', problem: 'Det tar tid att gå.' });
    await city.delivers();
    await choosesMore(leader, used, 'Gör direkt', { until: '2026-12-01' });
    await pressesOn(leader, used, 'Det är gjort');
    await pressesOn(leader, used, 'Det är gjort', { done: 'Två är köpta.' });
    await city.delivers();
    await indexed();
  });
  afterAll(async () => {
    relay.treat(async () => {});
    await city.stop();
    await relay.stop();
  });

  const indexed = () => city.parts().follower.look();
  const faultsIn = ({ cards }: Shown) => cards.flatMap((card) => cardFaults(card, { maxBytes: KIND }));

  it('lists those with the words, each with its stage and department, and has the card that it becomes', async () => {
    const posts = city.connector.sent().length;
    const found = await searches(reader, 'lådcykel');
    expect(found.status).toBe(200);
    // Nothing that a client could take for a tag.
    expect([...found.titles].sort()).toEqual(['Lådcyklar till skolan', 'Lådcyklar till ‹b›hemtjänsten‹/b›']);
    expect(found.texts[found.titles.indexOf('Lådcyklar till skolan')]).toBe(`${sv('stage.inUse')} · Vård och omsorg`);
    expect(faultsIn(found)).toEqual([]);
    // The bot is not in that chat, and writes nothing.
    expect(city.connector.sent()).toHaveLength(posts);
  });

  it('becomes a card with the idea’s words for everybody, without a name, whose only button is a link to the reader’s own chat', async () => {
    const { cards, titles } = await searches(reader, 'lådcykel');
    const card = cards[titles.indexOf('Lådcyklar till skolan')];
    const seen = seenOn({ card });
    for (const text of [`Idé ${used}`, 'Det tar tid att gå.', sv('search.askLeader', { place: 'Vård och omsorg' })]) {
      expect(seen).toContain(text);
    }
    const all = JSON.stringify(card);
    expect(all).not.toContain(NAME);
    expect(all).not.toContain(leader.name);
    expect(all).not.toMatch(/Action\.(?:Execute|Submit)|"refresh"/);
    expect(buttonsOf(card).map(({ type, url }) => [type, url])).toEqual([['Action.OpenUrl', linkTo(used)]]);
    // The same card stands where a link unfolds, and there Teams takes nothing newer.
    expect(newerThan('1.3', card)).toEqual([]);
  });

  it('has the same lists as “sök”, each a command', async () => {
    expect((await searches(reader, 'lådcykel', { command: 'inUse' })).titles).toEqual(['Lådcyklar till skolan']);
    expect((await searches(reader, 'lådcykel', { command: 'piloting' })).message).toBe(sv('extension.none'));
    expect((await searches(reader, 'köpta', { command: 'lessons' })).message).toBe(sv('extension.none'));
  });

  it('is understood from a client that names neither command nor parameter, and from whoever sends anything', async () => {
    const bare = await invokes(reader, 'query', { parameters: [{ value: 'lådcykel' }] });
    expect(shownBy(bare).titles).toHaveLength(2);
    const odd = ['x', null, { parameters: 'x', queryOptions: { skip: -1, count: 1e9 } }, { commandId: {} }];
    for (const value of odd) expect(shownBy(await invokes(reader, 'query', value)).message).toBe(sv('extension.how'));
    for (const value of [{}, { url: 7 }, { url: 'inte en adress' }, { url: 'https://x.example/ideas/' }]) {
      expect(shownBy(await invokes(reader, 'queryLink', value)).message).toBe(sv('extension.notThere'));
    }
  });

  it('turns pages as Teams asks for them, and ends', async () => {
    const [first, second, third] = [
      await searches(reader, 'lådcykel', { count: 1 }),
      await searches(reader, 'lådcykel', { skip: 1, count: 1 }),
      await searches(reader, 'lådcykel', { skip: 2, count: 1 }),
    ];
    expect([first, second].map(({ titles }) => titles.length)).toEqual([1, 1]);
    expect(first.titles).not.toEqual(second.titles);
    expect([third.status, third.titles, third.message]).toEqual([200, [], undefined]);
  });

  it('begins with what the person may want to show, their own; else says what to do', async () => {
    expect((await opensSearch(employee)).titles).toHaveLength(2);
    expect((await opensSearch(employee, { command: 'inUse' })).titles).toEqual(['Lådcyklar till skolan']);
    expect((await opensSearch(reader)).message).toBe(sv('extension.how'));
    expect((await opensSearch(employee, { skip: 25 })).titles).toEqual([]);
  });

  it('says so when there is nothing, in the person’s language', async () => {
    expect((await searches(reader, 'elefanter')).message).toBe(sv('extension.none'));
    const english = city.teams.person({ name: 'Demo English', email: 'english@soderhamra.example', locale: 'en-GB' });
    await english.installs();
    expect((await searches(english, 'elephants')).message).toBe(en('extension.none'));
  });

  it('unfolds a link, and gives an idea that is chosen by its id', async () => {
    const pasted = await pastes(reader, `https://idelotsen.kommunen.se/ideas/${used.toLowerCase()}?x=1`);
    const selected = shownBy(await invokes(reader, 'selectItem', { idea: used }));
    for (const shown of [pasted, selected]) {
      expect(shown.titles).toEqual(['Lådcyklar till skolan']);
      expect(faultsIn(shown)).toEqual([]);
    }
    expect((await pastes(reader, 'https://idelotsen.kommunen.se/ideas/ZZZZ22')).message).toBe(sv('extension.notThere'));
  });

  it('a card that is sent to the bot itself opens its idea; one of another app is answered kindly', async () => {
    const { cards, titles } = await searches(reader, 'lådcykel');
    const content = cards[titles.indexOf('Lådcyklar till skolan')];
    const contentType = 'application/vnd.microsoft.card.adaptive';
    expect(seenOn(await reader.sends([{ contentType, content }]))).toContain('Lådcyklar till skolan');
    const foreign = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Lunch?' }] };
    expect((await reader.sends([{ contentType, content: foreign }])).message).toBe(sv('reply.card'));
  });

  const away: [string, (id: string) => Promise<unknown>][] = [
    [
      'hidden',
      (id) =>
        leader.presses({
          verb: 'act',
          data: { verb: 'act', idea: id, decisionVersion: '1', idempotencyKey: 'HXDE000000000000', do: 'hide' },
        }),
    ],
    ['withdrawn', (id) => choosesMore(employee, id, 'Dra tillbaka')],
  ];
  it.each(away)('what is %s is shown in no chat, from that moment, whatever the index still knows', async (_, goes) => {
    const id = await sendsIdea(employee, { title: `Elsparkcyklar ${randomUUID().slice(0, 4)}` });
    await city.delivers();
    await indexed();
    expect((await searches(reader, 'elsparkcykel')).titles).toHaveLength(1);
    await goes(id);
    expect((await searches(reader, 'elsparkcykel')).titles).toEqual([]);
    expect((await pastes(reader, `https://idelotsen.kommunen.se/ideas/${id}`)).message).toBe(sv('extension.notThere'));
    expect(JSON.stringify((await opensSearch(employee)).titles)).not.toContain('Elsparkcyklar');
    await indexed();
  });

  it('answers in time while storage does not, with a kind line, and again when it does', async () => {
    const [form, alike] = [await opensDialog(employee), await opensDialog(reader)];
    const before = await ideas();
    // After a while nobody's profile is known without storage.
    city.pass(minutes(5));
    let goOn = () => {};
    const stillness = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    relay.treat(() => stillness);
    const asked = performance.now();
    const [lists, dialogs] = await Promise.all([
      Promise.all([
        searches(reader, 'lådcykel'),
        pastes(employee, linkOf(used)),
        invokes(reader, 'selectItem', { idea: used }).then(shownBy),
      ]),
      Promise.all([
        opensDialog(reader),
        // The client sends it twice more where it has not heard.
        ...three(() => sendsDialog(employee, form, { title: 'Skugga', problem: 'Det är varmt på gården.' })),
        ...three(() => sendsDialog(reader, alike, { title: 'Lådcyklar', problem: LIKE_USED, department: 'MIL' })),
      ]),
    ]);
    expect(performance.now() - asked).toBeLessThan(WITHIN_MS);
    for (const shown of lists) expect([shown.status, shown.message]).toEqual([200, sv('extension.takesLonger')]);
    const [opened, ...sent] = dialogs;
    expect([opened?.status, opened?.message]).toEqual([200, sv('extension.takesLonger')]);
    for (const shown of sent) expect([shown.status, shown.message]).toEqual([200, sv('dialog.takesLonger')]);
    goOn();
    relay.treat(async () => {});
    expect((await searches(reader, 'lådcykel')).titles).toHaveLength(2);
    // What is like it nobody is there to read any more: it is sent as it is. Each is one idea, with one receipt in its writer's own chat.
    await city.parts().answered();
    city.pass(minutes(5));
    await city.delivers();
    for (const [person, title] of [
      [employee, 'Skugga'],
      [reader, 'Lådcyklar'],
    ] as const) {
      const told = person.chat().filter(({ texts }) => texts.includes(title));
      expect(told.map(({ texts }) => texts.includes(sv('notice.submitted.actor')))).toEqual([true]);
    }
    expect(await ideas()).toBe(before + 2);
    expect(seenOn(await reader.says('mina idéer'))).not.toContain(sv('mine.draft'));
    const again = await sendsDialog(employee, form, { title: 'Skugga', problem: 'Det är varmt på gården.' });
    expect(seenOn(again)).toContain(sv('notice.submitted.actor'));
    expect(await ideas()).toBe(before + 2);
  });

  it('answers with a line where storage breaks off, leaves operators one with the same reference, and loses nothing', async () => {
    const form = await opensDialog(employee);
    const before = await ideas();
    city.pass(minutes(5));
    relay.treat(async () => {
      throw new Error('503');
    });
    const sends = () => sendsDialog(employee, form, { title: 'Bänkar', problem: 'Det finns inget att sitta på.' });
    const [lists, dialogs] = await Promise.all([
      Promise.all([
        searches(reader, 'lådcykel'),
        invokes(reader, 'selectItem', { idea: used }).then(shownBy),
        pastes(reader, linkOf(used)),
      ]),
      Promise.all([opensDialog(reader), ...three(sends)]),
    ]);
    relay.treat(async () => {});
    for (const shown of [...lists, ...dialogs]) {
      expect(shown.status).toBe(200);
      expect(shown.message).toMatch(/^(?:Det tar längre tid än vanligt|Något gick fel hos oss)/);
      expect(JSON.stringify(shown.answer.body)).not.toMatch(/127\.0\.0\.1|503|Error/);
    }
    const [shown] = lists;
    await until(
      () => city.log.some(({ level }) => level === 'error') || shown?.message?.startsWith('Det tar') === true,
    );
    await city.parts().answered();
    city.surprises();
    // Whether or not it had come through, it is one idea.
    for (const later of [await sends(), await sends()]) expect(seenOn(later)).toContain(sv('notice.submitted.actor'));
    expect(await ideas()).toBe(before + 1);
    await city.delivers();
  });

  const three = <T>(act: () => Promise<T>): Promise<T>[] => [act(), act(), act()];
  const ideas = async () => [...(await city.ideaRows()).keys()].filter((key) => key.startsWith('record|')).length;

  describe('is for those who work in the municipality', () => {
    const mayBe: { readonly [W in Exclude<InChat, 'guestLetIn' | 'otherTenant'>]: () => Promise<Shown> } = {
      employee: () => searches(reader, 'lådcykel'),
      stranger: () => searches(city.teams.person({ name: 'Demo Ny', email: 'ny@soderhamra.example' }), 'lådcykel'),
      async guest() {
        const guest = city.teams.person({ name: 'Demo Gäst', email: 'gast@annan.example' });
        const identity = { tenant: city.teams.tenantId, objectId: guest.aadObjectId };
        const roster = async () => ({ name: guest.name, emails: [guest.email], guest: true });
        await meetPerson(city.app, { identity, language: 'sv', reach: undefined, roster });
        return searches(guest, 'lådcykel');
      },
      // As Teams has it: the channel's tenant, and who they are in their own.
      outsideMember: () =>
        searches(city.teams.person({ name: 'Demo Utanför', email: 'utanfor@annan.example' }), 'lådcykel', shared()),
      inSharedChannel: () => searches(reader, 'lådcykel', shared()),
      anonymous: async () =>
        shownBy(
          await reader.delivers({
            type: 'invoke',
            name: 'composeExtension/query',
            value: { parameters: [{ value: 'lådcykel' }] },
            from: { id: '29:anonym', name: '' },
          }),
        ),
    };
    const shared = () => ({
      conversation: { id: '19:delad@thread.tacv2', conversationType: 'channel', tenantId: city.teams.tenantId },
      channelData: { tenant: { id: city.teams.tenantId }, channel: { id: '19:delad@thread.tacv2', type: 'shared' } },
    });
    it.each(Object.keys(mayBe) as (keyof typeof mayBe)[])('somebody in the row “%s” of docs/RIGHTS.md', async (who) => {
      const shown = await mayBe[who]();
      expect(shown.status).toBe(200);
      expect(shown.titles.length > 0).toBe(inChats[who].may);
      if (inChats[who].may) return;
      expect(shown.message).toMatch(/\S/);
      expect(JSON.stringify(shown.answer.body)).not.toContain('Lådcyk');
    });

    it('a guest, where the operator lets guests in', async () => {
      const open = await startCity({ guests: true });
      const guest = open.teams.person({ name: 'Demo Gäst', email: 'gast@annan.example', userRole: 'guest' });
      await guest.installs();
      expect((await opensSearch(guest)).message).toBe(sv('extension.how'));
      await open.stop();
    });
  });

  it('asks one round trip for who looks and one for what is found', async () => {
    city.pass(days(1));
    const asked: string[] = [];
    // The index goes on following what happens meanwhile.
    relay.treat(async ({ path }) => void (path.includes('log|') || asked.push(path)));
    await searches(reader, 'lådcykel', { count: 2 });
    relay.treat(async () => {});
    // The person, then two ideas with their adoptions, side by side.
    expect(asked.filter((path) => path.includes('aad|'))).toHaveLength(1);
    expect(asked.length).toBeLessThanOrEqual(5);
  });
});

const linkOf = (id: string) => `https://idelotsen.kommunen.se/ideas/${id}`;
