import { buttonsOf, inputsOf } from '../../../../testing/cards/card';
import { until } from '../../../../testing/processes/until';
import { type City, days, startCity } from '../../../../testing/scenes/city';
import { allOn, idOn, seenOn, sendsIdea, sv, titlesOn } from '../../../../testing/scenes/everyday';
import { following } from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

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
    people = {
      submitter: await city.arrives('employee'),
      friend: await city.arrives('colleague'),
      leader: await city.arrives('leader'),
      other: await city.arrives('otherLeader'),
      reader: await city.arrives('environmentLeader'),
    };
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
  const rowOf = (met: { card: unknown }) => titlesOn(met).find((title) => title.endsWith('. Läs')) ?? '';

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
