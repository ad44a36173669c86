import { buttonsOf, inputsOf } from '../../../../testing/cards/card';
import { cardFaults } from '../../../../testing/cards/card-faults';
import { type City, startCity } from '../../../../testing/scenes/city';
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
});
