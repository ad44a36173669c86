import { buttonsOf, inputsOf } from '../../../../testing/cards/card';
import { cardFaults } from '../../../../testing/cards/card-faults';
import { until } from '../../../../testing/processes/until';
import { type City, days, startCity } from '../../../../testing/scenes/city';
import { allOn, idOn, seenOn, sendsIdea, sv, titlesOn } from '../../../../testing/scenes/everyday';
import { arrivals, following } from '../../../../testing/scenes/told';
import { opensDialog, resendsDialog, type ShownDialog, sendsDialog } from '../../../../testing/teams/extension';
import type { Person } from '../../../../testing/teams/person';

const LINK = 'https://teams.microsoft.com/l/message/19:abc@thread.v2/1600000000000?tenantId=x&groupId=y';

type Who = 'submitter' | 'friend' | 'leader' | 'other' | 'reader';

describe('an idea that is like one that exists', () => {
  const used = { title: 'Lådcyklar till hemtjänsten', problem: 'Bilarna räcker inte till alla besök på morgonen.' };
  const written = { title: 'Cyklar i hemtjänsten', problem: 'Det är för få bilar till besöken på morgonen.' };
  let city: City;
  let people: Record<Who, Person>;
  let story: ReturnType<typeof following<Who>>;
  let old: string;
  beforeAll(async () => {
    city = await startCity();
    people = await arrivals(city, {
      submitter: 'employee',
      friend: 'colleague',
      leader: 'leader',
      other: 'otherLeader',
      reader: 'environmentLeader',
    });
    story = following(city, people);
    city.parts().indexing.start();
    await until(() => city.log.some(({ message }) => message === 'All ideas can be found'));
    old = await sendsIdea(people.submitter, used);
    await story.news();
    await city.parts().follower.look();
  });
  afterAll(() => city.stop());

  const own = async (person: Person) => (await story.lists(person, 'mina idéer')).length;
  const writes = async (person: Person) => {
    await person.says('idé');
    return person.presses('Skicka idén', { department: 'UTB', ...written });
  };
  const rowOf = ({ card }: { card: unknown }) =>
    buttonsOf(card).find(({ title }) => title?.endsWith('. Läs'))?.title ?? '';

  it('meets it before it is sent: first the way to send it all the same, then what it is like, and why', async () => {
    const met = await writes(people.friend);
    expect(titlesOn(met)[0]).toBe('Skicka min idé');
    const seen = seenOn(met);
    for (const text of [sv('similar.heading', { count: 1 }), used.title, 'Inskickad · Vård och omsorg'])
      expect(seen).toContain(text);
    expect(seen).toMatch(/Båda handlar om: .*hemtjänst/);
    expect(seen).not.toContain(people.submitter.name);
    expect(await own(people.friend)).toBe(0);
    expect(allOn(await people.friend.presses(rowOf(met)))).toContain(used.problem);
    // Whoever types writes its number; there is no other.
    expect(allOn(await people.friend.says('1'))).toContain(used.problem);
    expect(allOn(await people.friend.says('2'))).not.toContain(used.problem);
  });

  it('is sent by the next press, once, however often that comes', async () => {
    const before = await own(people.friend);
    const sent = await people.friend.presses('Skicka min idé');
    expect(seenOn(sent)).toContain(written.title);
    const { data } = sent.activity.value.action;
    const again = await people.friend.presses({ verb: 'sendDraft', data });
    expect(idOn(again)).toBe(idOn(sent));
    expect(await own(people.friend)).toBe(before + 1);
    expect(seenOn(await people.friend.says('mina idéer'))).not.toContain(sv('mine.draft'));
  });

  it('is kept where somebody has the same problem instead, stands among their own, and can still be sent', async () => {
    const { reader } = people;
    await writes(reader);
    const asked = await reader.presses('Samma problem hos oss');
    expect(seenOn(asked)).toContain(sv('draft.need.kept'));
    const said = await reader.presses('Ja, samma hos oss', { need: 'Våra cyklar delas av tre grupper.' });
    expect(seenOn(said)).toContain(sv('draft.need.said', { title: used.title }));
    expect(seenOn(said)).toContain(sv('draft.need.takePart', { place: 'Miljö' }));
    expect(seenOn(said)).toContain('Din egen idé är inte skickad.');
    expect(allOn(await opensOld(reader))).toMatch(/Samma problem\ndu/);
    expect(seenOn(await reader.says('mina idéer'))).toContain(`${sv('mine.draft')}\n${written.title}`);
    expect(await own(reader)).toBe(0);
    await reader.says('mina uppgifter');
    const data = seenOn(await reader.presses('Läs här i chatten'));
    expect(data).toContain(sv('data.drafts').toUpperCase());
    expect(data).toContain(written.problem);
    await reader.says('mina idéer');
    const form = await reader.presses(sv('mine.draftOpen', { row: written.title }));
    expect(inputsOf(form.card).find((input) => input.id === 'problem')?.value).toBe(written.problem);
    const sent = await reader.presses('Skicka idén', { title: 'Cyklar som laddas', department: 'MIL' });
    expect(seenOn(sent)).toContain('Cyklar som laddas');
    expect(seenOn(await reader.says('mina idéer'))).not.toContain(sv('mine.draft'));
  });
  const opensOld = (person: Person) => person.says(old);

  describe('in a dialog of another chat', () => {
    let talker: Person;
    let met: ShownDialog;
    beforeAll(async () => {
      talker = await arrives('Demo Pratsam', 'pratsam');
    });
    const ideas = async () => [...(await city.ideaRows()).keys()].filter((key) => key.startsWith('record|')).length;
    const presses = (title: string, from = met, inputs = {}) => sendsDialog(talker, from, inputs, title);
    const verbs = ({ card }: ShownDialog) =>
      buttonsOf(card).flatMap(({ type, verb, data }) => (/Execute|Submit/.test(type) ? [verb ?? data?.verb] : []));

    it('is met too, however often it is sent, by presses that a dialog knows, and no idea yet', async () => {
      const before = await ideas();
      const form = await opensDialog(talker, { html: `<p>${written.problem}</p>`, author: talker.aadObjectId });
      met = await sendsDialog(talker, form, { title: written.title });
      for (const shown of [met, await resendsDialog(talker, met), await resendsDialog(talker, met)]) {
        expect(seenOn(shown)).toContain(used.title);
        expect(buttonsOf(shown.card)[0]?.title).toBe('Skicka min idé');
        expect(JSON.stringify(shown.card)).not.toContain('Action.Execute');
        expect(cardFaults(shown.card ?? {})).toEqual([]);
      }
      expect(await ideas()).toBe(before);
      expect(seenOn(await talker.says('mina idéer'))).toContain(`${sv('mine.draft')}\n${written.title}`);
    });

    it('is read there, and from there one goes on as before', async () => {
      const read = await presses(rowOf(met));
      expect(seenOn(read)).toContain(used.problem);
      expect(seenOn(read)).not.toContain(people.submitter.name);
      expect(verbs(read)).toEqual(['sendDraft', 'editDraft', 'sameProblem']);
      expect(buttonsOf(read.card).some(({ url }) => String(url).endsWith(`&message=${old}`))).toBe(true);
      expect(cardFaults(read.card ?? {})).toEqual([]);
      const asked = await presses('Samma problem hos oss', read);
      expect(seenOn(asked)).toContain(sv('draft.need.kept'));
      const said = await presses('Ja, samma hos oss', asked, { need: 'Även hos oss.' });
      expect(seenOn(said)).toContain('Din egen idé är inte skickad.');
      expect(verbs(said)).toEqual(['open', 'sendDraft']);
      const form = await presses('Ändra först', read);
      expect(inputsOf(form.card).find(({ id }) => id === 'problem')?.value).toBe(written.problem);
    });

    it('is sent by the next press, once, however often the client sends that, with where it comes from', async () => {
      const before = await ideas();
      const sent = await presses('Skicka min idé');
      for (const shown of [sent, await resendsDialog(talker, sent), await presses('Skicka min idé')]) {
        expect(idOn({ card: shown.card })).toBe(idOn({ card: sent.card }));
        expect(verbs(shown)).toEqual([]);
      }
      expect(await ideas()).toBe(before + 1);
      expect((await city.app.ideas.load(idOn({ card: sent.card })))?.idea.source).toBe(LINK);
      expect(seenOn(await talker.says('mina idéer'))).not.toContain(sv('mine.draft'));
    });

    it('is not met where people of other organisations may be, nor where others’ ideas cannot be asked for', async () => {
      const before = await ideas();
      const channel = { id: '19:delad@thread.tacv2', conversationType: 'channel', tenantId: city.teams.tenantId };
      const channelData = { tenant: { id: city.teams.tenantId }, channel: { id: channel.id, type: 'shared' } };
      const shared = { conversation: channel, channelData };
      const sent = await sendsDialog(talker, await opensDialog(talker, undefined, shared), written, undefined, shared);
      expect(seenOn(sent)).toContain(sv('notice.submitted.actor'));
      expect(await ideas()).toBe(before + 1);
      const read = await sendsDialog(talker, met, {}, rowOf(met), shared);
      expect(read.message).toBe(sv('reply.unknownButton'));
    });
  });

  describe('of a message that somebody else wants sent in', () => {
    let asker: Person;
    let author: Person;
    beforeAll(async () => {
      asker = await arrives('Demo Frågvis', 'fragvis');
      author = await arrives('Demo Tillfrågad', 'tillfragad');
    });
    const question = async (n: number) => {
      const link = LINK.replace('1600', `150${n}`);
      const form = await opensDialog(asker, { html: `<p>${written.problem}</p>`, author: author.aadObjectId, link });
      await sendsDialog(asker, form, { title: written.title });
      await city.delivers();
    };

    it('is met by the author who says yes, however often, and is theirs by the next press', async () => {
      await question(1);
      const before = await own(author);
      const met = await author.presses('Ja, skicka in den');
      expect(seenOn(met)).toContain(used.title);
      const { data } = met.activity.value.action;
      expect(seenOn(await author.presses({ verb: 'sendDraft', data }))).toContain(used.title);
      expect(await own(author)).toBe(before);
      const sent = await author.presses('Skicka min idé');
      expect(seenOn(sent)).toContain(written.title);
      expect(await own(author)).toBe(before + 1);
    });

    it('is met once by whoever changes it first, with its changed words kept', async () => {
      await question(2);
      await author.presses('Ändra först');
      const met = await author.presses('Skicka idén', { title: 'Cyklar i hemtjänsten nu' });
      expect(seenOn(met)).toContain(used.title);
      const form = await author.presses('Ändra först');
      expect(inputsOf(form.card).find(({ id }) => id === 'title')?.value).toBe('Cyklar i hemtjänsten nu');
      const sent = await author.presses('Skicka idén', { title: 'Cyklar i hemtjänsten i dag' });
      expect(seenOn(sent)).toContain('Cyklar i hemtjänsten i dag');
      expect(seenOn(await author.says('mina idéer'))).not.toContain(sv('mine.draft'));
    });
  });

  async function arrives(name: string, address: string): Promise<Person> {
    const person = city.teams.person({ name, email: `${address}@soderhamra.example` });
    await person.installs();
    await person.presses('Välj', { department: 'UTB' });
    return person;
  }

  it('is met by what was typed, too; what is hidden or their own is not met', async () => {
    const { leader, submitter, other } = people;
    await other.says('Vi borde ha lådcyklar i hemtjänsten, för bilarna räcker inte till alla besök på morgonen.');
    expect(seenOn(await other.presses('Skicka som idé'))).toContain(used.title);
    expect(idOn(await writes(submitter))).toMatch(/^[0-9A-Z]{6}$/);
    await leader.presses({
      verb: 'act',
      data: { verb: 'act', idea: old, decisionVersion: '1', idempotencyKey: 'HXDE000000000001', do: 'hide' },
    });
    // The index has not heard of it yet.
    expect(seenOn(await writes(leader))).not.toContain(used.title);
    // Where it was shown it is taken away, and what was written waits among their own.
    await city.delivers();
    expect(JSON.stringify(other.chat().map(({ card }) => card))).not.toContain(used.title);
    await other.says('mina idéer');
    await other.presses(
      titlesOn(other.chat().at(-1) ?? { card: {} }).find((title) => title.startsWith('Skicka eller')) ?? '',
    );
  });

  it('is gone after thirty days, words and all', async () => {
    const { other } = people;
    const form = buttonsOf(other.chat().at(-1)?.card).find(({ verb }) => verb === 'submit');
    const { idempotencyKey } = form?.data ?? {};
    city.pass(days(31));
    await city.delivers();
    const kept = [];
    const filter = "RowKey ge 'draft' and RowKey lt 'drafu'";
    for await (const row of city.storage.people.listEntities({ queryOptions: { filter } })) kept.push(row.rowKey);
    expect(kept).toEqual([]);
    const late = await other.presses({ verb: 'sendDraft', data: { verb: 'sendDraft', idempotencyKey } });
    expect(seenOn(late)).toContain(sv('draft.gone.heading'));
  });
});
