import { buttonsOf } from '../../../../testing/cards/card';
import { type City, startCity } from '../../../../testing/scenes/city';
import { addressOf } from '../../../../testing/scenes/city-people';
import { en, seenOn, sv, titlesOn } from '../../../../testing/scenes/everyday';
import type { Person } from '../../../../testing/teams/person';

describe('innovationsledare', () => {
  let city: City;
  let employee: Person;
  beforeAll(async () => {
    city = await startCity();
    employee = await city.arrives('employee');
  });
  afterAll(() => city.stop());

  const links = ({ card }: { card: unknown }) => buttonsOf(card).filter(({ type }) => type === 'Action.OpenUrl');

  it.each(['innovationsledare', 'leader', 'ledare', 'LEDARE', 'min innovationsledare', 'inovationsledare'])(
    '"%s" shows one’s own department’s leaders: name, title and e-mail',
    async (words) => {
      const seen = seenOn(await employee.says(words));
      expect(seen).toContain('Vård och omsorg');
      for (const shown of ['Innovationsledare Vård', 'Innovationsledare', addressOf('leader')]) {
        expect(seen).toContain(shown);
      }
      expect(seen).toContain('Innovationsledare Äldreomsorg');
      expect(seen).not.toContain('Ersättare');
    },
  );

  it('has a button to chat with each and one to book a meeting', async () => {
    const answer = await employee.says('innovationsledare');
    expect(links(answer).map(({ title }) => title)).toEqual(['Chatta', 'Boka möte', 'Chatta', 'Boka möte']);
    const [chat, meeting] = links(answer).map(({ url }) => new URL(String(url)));
    expect(chat?.origin + (chat?.pathname ?? '')).toBe('https://teams.microsoft.com/l/chat/0/0');
    expect(chat?.searchParams.get('users')).toBe(addressOf('leader'));
    expect(chat?.searchParams.get('message')).toBe(sv('leaders.chatMessage'));
    expect(meeting?.pathname).toBe('/l/meeting/new');
    expect(meeting?.searchParams.get('attendees')).toBe(addressOf('leader'));
    expect(meeting?.searchParams.get('subject')).toBe(sv('leaders.meetingSubject'));
  });

  it('writes the links as Teams reads them: everything encoded, no plus for a space', async () => {
    const urls = links(await employee.says('innovationsledare')).map(({ url }) => String(url));
    for (const url of urls) expect(url).toMatch(/^https:\/\/[\w./]+\?[\w=&%.!~*'()-]+$/);
    expect(urls.join()).toContain('%20');
    expect(urls.join()).toContain('%40');
  });

  it.each([
    ['ledare miljö', 'Miljö'],
    ['ledare MILJO', 'Miljö'],
    ['Ledare: hälsoskydd', 'Miljö'],
    ['ledare hemtjänst', 'Vård och omsorg'],
    ['leader environment', 'Miljö'],
    ['innovationsledare mlijö', 'Miljö'],
    ['ledare socialförvaltningen', 'Socialtjänst'],
    ['ledare bibliotek', 'Kultur och fritid'],
    ['ledare HAM', 'Söderhamra Hamn AB'],
  ])('"%s" finds %s', async (words, department) => {
    const answer = await employee.says(words);
    expect(seenOn(answer)).toContain(department);
    expect(links(answer)).not.toEqual([]);
  });

  it('gives a choice when several fit, and a press shows the one', async () => {
    const answer = await employee.says('ledare skol');
    expect(seenOn(answer)).toContain(sv('leaders.severalHeading'));
    const [first = ''] = titlesOn(answer);
    expect(titlesOn(answer).length).toBeGreaterThan(1);
    const before = employee.chat().length;
    const chosen = await employee.presses(first);
    expect(links(chosen)).not.toEqual([]);
    expect(employee.chat()).toHaveLength(before);
  });

  it('shows a list to search in when more fit than a card has room for', async () => {
    const answer = await employee.says('ledare söderhamra');
    expect(seenOn(answer)).toContain(sv('leaders.severalHeading'));
    const chosen = await employee.presses('Välj', { department: 'HAM' });
    expect(seenOn(chosen)).toContain('Söderhamra Hamn AB');
    expect(links(chosen)).not.toEqual([]);
  });

  it('shows the closest when nothing fits, and lets one search again in the card', async () => {
    const answer = await employee.says('ledare kylskåp');
    expect(seenOn(answer)).toContain(sv('leaders.noneFound', { query: 'kylskåp' }));
    const found = await employee.presses('Sök', { query: 'miljö' });
    expect(seenOn(found)).toContain('Innovationsledare Miljö');
  });

  it('searches from one’s own leaders’ card too', async () => {
    await employee.says('innovationsledare');
    expect(seenOn(await employee.presses('Sök', { query: 'brandkår' }))).toContain('Räddningstjänst');
  });

  it('asks somebody whose department is not known where they work', async () => {
    const colleague = city.person('colleague');
    await colleague.installs();
    const answer = await colleague.says('ledare');
    expect(seenOn(answer)).toContain(sv('department.question'));
    await colleague.presses('Välj', { department: 'MIL' }, { on: colleague.chat().at(-1)?.activityId ?? '' });
    expect(seenOn(await colleague.says('ledare'))).toContain('Innovationsledare Miljö');
  });

  it('shows the deputy while a leader is away, and until when', async () => {
    const leader = await city.arrives('environmentLeader');
    await leader.says('inställningar');
    await leader.presses('Spara', { awayUntil: '2026-12-05' });
    const seen = seenOn(await employee.says('ledare miljö'));
    expect(seen).toContain('5 december');
    expect(seen).toContain('ersattare.miljo@soderhamra.example');
  });

  it('is in English for somebody whose Teams is', async () => {
    const colleague = await city.arrives('colleague', 'en-US');
    const answer = await colleague.says('leader');
    expect(seenOn(answer)).toContain('Health and Social Care');
    expect(links(answer).map(({ title }) => title)).toContain(en('button.chat'));
  });
});
