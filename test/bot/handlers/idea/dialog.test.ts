import { newPersonRef } from '../../../../src/domain/ids';
import { buttonsOf, inputsOf } from '../../../../testing/cards/card';
import { cardFaults } from '../../../../testing/cards/card-faults';
import { type City, days, startCity } from '../../../../testing/scenes/city';
import { allOn, idOn, seenOn, sv } from '../../../../testing/scenes/everyday';
import {
  invokes,
  opensDialog,
  resendsDialog,
  type ShownDialog,
  sendsDialog,
} from '../../../../testing/teams/extension';
import type { Person } from '../../../../testing/teams/person';

const LINK = 'https://teams.microsoft.com/l/message/19:abc@thread.v2/1600000000000?tenantId=x&groupId=y';
const HTML =
  '<div><p>Hemtjänsten väntar på bilar varje morgon. <at id="0">Kim</at>, kan vi&nbsp;dela cyklar?</p></div>';
/** What is asked about before it is sent. */
const ABOUT_SOMEBODY = 'Min kollega har cancer och orkar inte lyfta.';
const WORDS = 'Hemtjänsten väntar på bilar varje morgon. Kim, kan vi dela cyklar?';

describe('an idea that is made in a dialog, from any chat', () => {
  let city: City;
  let employee: Person;
  beforeAll(async () => {
    city = await startCity();
    await city.arrives('leader');
    employee = await city.arrives('employee');
  });
  afterAll(() => city.stop());

  const own = (html = HTML) => ({ html, author: employee.aadObjectId });
  const fieldValue = ({ card }: ShownDialog, id: string) => inputsOf(card).find((input) => input.id === id)?.value;
  const ideas = async () => [...(await city.ideaRows()).keys()].filter((key) => key.startsWith('record|'));
  const stored = async (id: string) => (await city.app.ideas.load(id))?.idea;

  it('of one’s own message: its words as the problem, a name, and buttons that a dialog knows', async () => {
    const dialog = await opensDialog(employee, own());
    expect(dialog.title).toBe(sv('form.new'));
    expect(fieldValue(dialog, 'problem')).toBe(WORDS);
    expect(fieldValue(dialog, 'title')).toBe('Hemtjänsten väntar på bilar varje morgon.');
    expect(JSON.stringify(dialog.card)).not.toContain('Action.Execute');
    expect(cardFaults(dialog.card ?? {})).toEqual([]);
  });

  it('is sent as by the form, once, however often the client sends it; and keeps where it comes from', async () => {
    const before = await ideas();
    const dialog = await opensDialog(employee, own());
    const first = await sendsDialog(employee, dialog, { title: 'Cykelpool' });
    const again = [await resendsDialog(employee, first), await resendsDialog(employee, first)];
    const after = (await ideas()).filter((key) => !before.includes(key));
    expect(after).toHaveLength(1);
    const id = after[0]?.split('|')[1] ?? '';
    for (const shown of [first, ...again]) {
      expect(seenOn(shown)).toContain(sv('notice.submitted.actor'));
      expect(idOn({ card: shown.card })).toBe(id);
      expect(buttonsOf(shown.card).filter(({ type }) => /Execute|Submit/.test(type))).toEqual([]);
      expect(buttonsOf(shown.card).some(({ url }) => String(url).endsWith(`&message=${id}`))).toBe(true);
    }
    expect(await stored(id)).toMatchObject({ words: { title: 'Cykelpool', problem: WORDS }, source: LINK });
    await city.delivers();
    const opened = await employee.says(id);
    expect(buttonsOf(opened.card).find(({ url }) => url === LINK)?.title).toBe(sv('idea.source'));
    // Nothing was written where the dialog stood.
    expect(city.connector.sent(`19:${employee.aadObjectId}@thread.v2`)).toEqual([]);
  });

  it('leads others to the message too, but not where its writer keeps their name, nor where its words are hidden', async () => {
    const reader = await city.arrives('environmentLeader');
    const leader = await city.arrives('otherLeader');
    const linkFor = async (person: Person, id: string) =>
      buttonsOf((await person.says(id)).card).some(({ url }) => url === LINK);
    const sends = async (inputs: Record<string, string> = {}) =>
      idOn({ card: (await sendsDialog(employee, await opensDialog(employee, own()), inputs)).card });
    const open = await sends();
    const kept = await sends({ confidential: 'true' });
    expect([await linkFor(reader, open), await linkFor(reader, kept)]).toEqual([true, false]);
    expect([await linkFor(employee, kept), await linkFor(leader, kept)]).toEqual([true, true]);
    await leader.presses({
      verb: 'act',
      data: { verb: 'act', idea: open, decisionVersion: '1', idempotencyKey: 'HXDE000000000000', do: 'hide' },
    });
    expect([await linkFor(reader, open), await linkFor(employee, open)]).toEqual([false, true]);
  });

  it('from the box in which they write, of nothing', async () => {
    const dialog = await opensDialog(employee);
    expect(fieldValue(dialog, 'problem') ?? '').toBe('');
    const sent = await sendsDialog(employee, dialog, { title: 'Fler träd', problem: 'Det är varmt på gården.' });
    expect(await stored(idOn({ card: sent.card }))).toMatchObject({ words: { title: 'Fler träd' } });
    expect((await stored(idOn({ card: sent.card })))?.source).toBeUndefined();
  });

  it('comes back with its words when something is missing, or may be private, and has the same way on', async () => {
    const missing = await sendsDialog(employee, await opensDialog(employee, own()), { title: ' ' });
    expect(seenOn(missing)).toContain(sv('refusal.wordsMissing', { field: sv('field.title') }));
    expect(fieldValue(missing, 'problem')).toBe(WORDS);
    const before = await ideas();
    const numbered = await opensDialog(employee, own('<p>Kim 811218-9876 får vänta.</p>'));
    const stopped = await sendsDialog(employee, numbered);
    expect(seenOn(stopped)).toContain(sv('refusal.personalNumber'));
    expect(await ideas()).toEqual(before);
    const health = await opensDialog(employee, own(`<p>${ABOUT_SOMEBODY}</p>`));
    const asked = await sendsDialog(employee, health);
    const sent = await sendsDialog(employee, asked, {}, sv('button.notAboutPerson'));
    const id = idOn({ card: sent.card });
    expect(await stored(id)).toMatchObject({ source: LINK });
  });

  it('takes no more of a long message than a form does, and of a bad address nothing', async () => {
    const dialog = await opensDialog(employee, {
      ...own(`<p>${'Bilarna räcker inte. '.repeat(1000)}</p>`),
      link: 'javascript:alert(1)',
    });
    expect(String(fieldValue(dialog, 'problem')).length).toBeLessThanOrEqual(4000);
    const sent = await sendsDialog(employee, dialog);
    expect((await stored(idOn({ card: sent.card })))?.source).toBeUndefined();
    expect(allOn(sent)).not.toContain('javascript');
  });

  it('is read whatever a client sends, and does no more than the form', async () => {
    for (const value of [{}, 'x', null, { messagePayload: 7 }, { messagePayload: { body: 7, from: 'x' } }]) {
      const { status, body } = await invokes(employee, 'fetchTask', value);
      expect([status, JSON.stringify(body)]).toEqual([200, expect.stringContaining('"task"')]);
    }
    const before = await ideas();
    for (const data of [{}, { verb: 'eraseMeNow' }, { verb: 'submit' }, 'x', { verb: 'settings' }]) {
      const { status, body } = await invokes(employee, 'submitAction', { data });
      expect([status, body]).toEqual([200, { task: { type: 'message', value: sv('reply.unknownButton') } }]);
    }
    expect(await ideas()).toEqual(before);
    const stranger = city.teams.person({ name: 'Demo Ny', email: 'ny@soderhamra.example' });
    expect((await opensDialog(stranger)).message).toBe(sv('extension.unknown'));
  });

  describe('of what somebody else has written', () => {
    let author: Person;
    beforeAll(async () => {
      author = await city.arrives('colleague');
      await author.presses('Välj', { department: 'UTB' });
      await city.delivers();
    });
    const theirs = (link?: string) => ({ html: HTML, author: author.aadObjectId, ...(link && { link }) });
    const linkOf = (n: number) => LINK.replace('1600000000000', `160000000000${n}`);
    const questions = () =>
      author
        .chat()
        .filter(({ texts }) => texts.includes(sv('asked.heading')) && texts.join(' ').includes(employee.name));
    /** All that is kept of what people have not sent in. */
    async function kept(): Promise<string> {
      const rows = [];
      const filter = "RowKey ge 'draft' and RowKey lt 'drafu'";
      for await (const row of city.storage.people.listEntities({ queryOptions: { filter } })) rows.push(row);
      return JSON.stringify(rows);
    }
    const asks = async (link?: string) =>
      sendsDialog(employee, await opensDialog(employee, theirs(link)), { title: 'Dela cyklar' });

    it('asks them, once however often it is sent, and is no idea before they say yes', async () => {
      const before = await ideas();
      const dialog = await opensDialog(employee, theirs());
      expect(fieldValue(dialog, 'whose')).toBe('theirs');
      expect(fieldValue(dialog, 'problem')).toBe(WORDS);
      const first = await sendsDialog(employee, dialog, { title: 'Dela cyklar' });
      for (const shown of [first, await resendsDialog(employee, first), await asks()])
        expect(seenOn(shown)).toContain(sv('asked.sent'));
      await city.delivers();
      await city.delivers();
      expect(questions()).toHaveLength(1);
      const [{ card } = { card: undefined }] = questions();
      const seen = allOn({ card });
      for (const text of [sv('asked.by', { name: employee.name }), 'Dela cyklar', WORDS]) expect(seen).toContain(text);
      expect(buttonsOf(card).map(({ title }) => title)).toEqual([
        ...['Ja, skicka in den', 'Ändra först', 'Nej', 'Visa meddelandet'],
      ]);
      expect(buttonsOf(card).at(-1)?.url).toBe(LINK);
      expect(cardFaults(card ?? {})).toEqual([]);
      expect(await ideas()).toEqual(before);
    });

    it('is the author’s idea when they say yes, with where it comes from, and whoever asked follows it', async () => {
      const before = await ideas();
      const sent = await author.presses('Ja, skicka in den');
      const id = idOn(sent);
      const again = await author.presses({ verb: 'sendDraft', data: sent.activity.value.action.data });
      expect(idOn(again)).toBe(id);
      expect((await ideas()).filter((one) => !before.includes(one))).toEqual([`record|${id}`]);
      const idea = await stored(id);
      const ref = async ({ email }: Person) => (await city.app.people.contacts([email])).get(email)?.ref ?? '';
      expect(idea).toMatchObject({ submitter: await ref(author), department: 'UTB', source: LINK });
      expect(idea?.words).toMatchObject({ title: 'Dela cyklar', problem: WORDS });
      expect(await city.app.follows.follows(id, await ref(employee))).toBe(true);
      // An old card’s “Nej” takes nothing away.
      const no = await author.presses({ verb: 'dropDraft', data: sent.activity.value.action.data });
      expect(idOn(no)).toBe(id);
      // The same message is asked about no more.
      await asks();
      await city.delivers();
      expect(questions()).toHaveLength(0);
      expect(await kept()).not.toContain(WORDS);
    });

    it('may be changed first, and then goes in as it was changed', async () => {
      await asks(linkOf(1));
      await city.delivers();
      const form = await author.presses('Ändra först');
      expect(inputsOf(form.card).find(({ id }) => id === 'problem')?.value).toBe(WORDS);
      const sent = await author.presses('Skicka idén', { title: 'Dela cyklar i gruppen' });
      expect(await stored(idOn(sent))).toMatchObject({ words: { title: 'Dela cyklar i gruppen' }, source: linkOf(1) });
    });

    it('is gone with a no, of which nobody hears, and asking again asks nobody', async () => {
      const before = await ideas();
      await asks(linkOf(2));
      await city.delivers();
      expect(seenOn(await author.presses('Nej'))).toContain(sv('draft.dropped'));
      expect(await kept()).not.toContain('Dela cyklar');
      expect(seenOn(await asks(linkOf(2)))).toContain(sv('asked.sent'));
      const messages = employee.chat().length;
      await city.delivers();
      expect(questions()).toHaveLength(0);
      expect(employee.chat()).toHaveLength(messages);
      expect(await ideas()).toEqual(before);
    });

    it('is gone after fourteen days without an answer, and whoever asked is told so once, as after a no, and nobody else', async () => {
      await asks(linkOf(3));
      await city.delivers();
      const yes = buttonsOf(questions().at(-1)?.card).find(({ title }) => title === 'Ja, skicka in den');
      const told = (person: Person) =>
        person.chat().flatMap(({ texts }) => texts.filter((text) => text === sv('day.askEnded.title')));
      expect(told(employee)).toEqual([]);
      const before = employee.chat().length;
      city.pass(days(15));
      for (let day = 0; day < 5; day++) {
        await city.delivers();
        city.pass(days(1));
      }
      await city.delivers();
      expect(await kept()).toBe('[]');
      // Of the four they have asked two have become ideas: neither of the others says whether it was answered.
      expect(employee.chat().length).toBe(before + 1);
      expect(told(employee)).toHaveLength(2);
      expect(told(author)).toEqual([]);
      const card = employee.chat().at(-1)?.card;
      expect(cardFaults(card ?? {})).toEqual([]);
      const form = await employee.presses({ verb: 'form', data: {} });
      expect(form.status).toBe(200);
      for (const said of [WORDS, 'Dela cyklar', author.name]) expect(allOn({ card })).not.toContain(said);
      const late = await author.presses({ verb: 'sendDraft', data: yes?.data ?? {} });
      expect(seenOn(late)).toContain(sv('draft.gone.heading'));
    });

    it('waits for somebody who has no chat with the bot, is asked when they come, and is theirs when they say yes', async () => {
      const late = city.teams.person({ name: 'Demo Sen', email: 'sen@soderhamra.example' });
      const message = { html: HTML, author: late.aadObjectId };
      const first = await sendsDialog(employee, await opensDialog(employee, message), { title: 'Dela cyklar' });
      for (const shown of [first, await resendsDialog(employee, first)]) {
        expect(seenOn(shown)).toContain(sv('asked.waits', { days: 14 }));
        expect(seenOn(shown)).toContain('https://teams.microsoft.com/l/chat/0/0?users=');
        expect(cardFaults(shown.card ?? {})).toEqual([]);
      }
      await city.delivers();
      const before = await ideas();
      await late.installs();
      await city.delivers();
      const asked = late.chat().filter(({ texts }) => texts.includes(sv('asked.heading')));
      expect(asked).toHaveLength(1);
      await late.presses('Välj', { department: 'UTB' });
      const id = idOn(await late.presses('Ja, skicka in den'));
      expect((await ideas()).filter((one) => !before.includes(one))).toEqual([`record|${id}`]);
      expect(await stored(id)).toMatchObject({ words: { title: 'Dela cyklar', problem: WORDS }, source: LINK });
    });

    it('is asked once of whoever was known by an address before they come, and is theirs', async () => {
      const named = city.person('deputy');
      const { email, aadObjectId } = named;
      await city.app.people.refOf({ email, name: 'Demo Namngiven' }, () => newPersonRef(city.app.random));
      const link = LINK.replace('abc', 'named');
      const form = await opensDialog(employee, { html: HTML, author: aadObjectId, link });
      await sendsDialog(employee, form, { title: 'Dela cyklar' });
      await city.delivers();
      await named.installs();
      await city.delivers();
      expect(named.chat().filter(({ texts }) => texts.includes(sv('asked.heading')))).toHaveLength(1);
      const id = idOn(await named.presses('Ja, skicka in den'));
      expect(await stored(id)).toMatchObject({ words: { title: 'Dela cyklar' }, source: link });
      expect(await kept()).not.toContain('Dela cyklar');
    });

    it('is gone after fourteen days where they have not come, with all that stood of them; who comes then is asked nothing', async () => {
      const never = city.teams.person({ name: 'Demo Aldrig', email: 'aldrig@soderhamra.example' });
      for (const n of ['a', 'b']) {
        const message = { html: HTML, author: never.aadObjectId, link: LINK.replace('abc', n) };
        const shown = await sendsDialog(employee, await opensDialog(employee, message), { title: 'Dela cyklar' });
        expect(seenOn(shown)).toContain(sv('asked.waits.heading'));
      }
      await city.delivers();
      const of = async () => {
        const rows = [];
        for await (const row of city.storage.people.listEntities()) rows.push(row);
        return JSON.stringify(rows);
      };
      expect(await of()).toContain(never.aadObjectId);
      city.pass(days(15));
      await city.delivers();
      const after = await of();
      expect(after).not.toContain(never.aadObjectId);
      expect(after).not.toContain('draft|');
      await never.installs();
      await city.delivers();
      expect(never.chat().flatMap(({ texts }) => texts)).not.toContain(sv('asked.heading'));
    });

    it('is not asked of oneself, nor too much: the words come back, and may be one’s own', async () => {
      const dialog = await opensDialog(employee, theirs(linkOf(1)));
      const self = JSON.parse(JSON.stringify(dialog.card).replaceAll(author.aadObjectId, employee.aadObjectId));
      const back = await sendsDialog(employee, { card: self }, { title: 'Dela cyklar' });
      expect(seenOn(back)).toContain(sv('refusal.authorUnknown'));
      expect(fieldValue(back, 'problem')).toBe(WORDS);
      const before = await ideas();
      const sent = await sendsDialog(employee, back, { whose: 'mine' });
      expect(await stored(idOn({ card: sent.card }))).toMatchObject({
        words: { title: 'Dela cyklar' },
        source: linkOf(1),
      });
      expect(await ideas()).toHaveLength(before.length + 1);
      for (let n = 4; n < 9; n++) expect(seenOn(await asks(linkOf(n)))).toContain(sv('asked.sent'));
      expect(seenOn(await asks(linkOf(9)))).toContain(sv('refusal.tooManyAsked'));
      // An app’s words are nobody’s, and whoever is from elsewhere never comes to be asked.
      const elsewhere = { ...theirs(), kind: 'federatedUser' };
      expect((await opensDialog(employee, elsewhere)).message).toBe(sv('dialog.notYours'));
      expect((await opensDialog(employee, { html: HTML })).message).toBe(sv('dialog.notYours'));
    });
  });
});
