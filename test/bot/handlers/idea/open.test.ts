import { type City, minutes, startCity } from '../../../../testing/scenes/city';
import { allOn, en, idOn, pressesOn, seenOn, sendsIdea, sv, titlesOn } from '../../../../testing/scenes/everyday';
import type { Person } from '../../../../testing/teams/person';

const hostile = '**fet** <at>Alla</at> ${title} [x](https://x.example)';

describe('opening an idea', () => {
  let city: City;
  let leader: Person;
  let employee: Person;
  let id: string;
  beforeAll(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
    employee = await city.arrives('employee');
    id = await sendsIdea(employee);
    await city.delivers();
  });
  afterAll(() => city.stop({ typed: [hostile] }));

  it.each([
    ['status and the id', (it: string) => `status ${it}`],
    ['status and the id in small letters', (it: string) => `Status ${it.toLowerCase()}`],
    ['status with a colon and quotes', (it: string) => `status: ”${it}”`],
    ['the bare id', (it: string) => it],
    ['the bare id in small letters', (it: string) => it.toLowerCase()],
    ['the bare id with a number sign', (it: string) => ` #${it} `],
    ['O for zero and l for one', (it: string) => it.replaceAll('0', 'O').replaceAll('1', 'l')],
  ])('by %s shows the idea in a message of its own', async (_how, written) => {
    const before = employee.chat().length;
    const answer = await employee.says(written(id));
    expect(idOn(answer)).toBe(id);
    expect(employee.chat()).toHaveLength(before + 1);
  });

  it('is for everyone, in the reader’s language, with only the buttons that the reader may press', async () => {
    const colleague = await city.arrives('colleague', 'en-US');
    const answer = await colleague.says(`status ${id}`);
    expect(seenOn(answer)).toContain('Hemtjänsten väntar på bilar varje morgon.');
    const who = en('waits.leader', { count: 2, department: 'Health and Social Care' });
    expect(seenOn(answer)).toContain(en('waits.for', { who }));
    expect(titlesOn(answer)).toEqual([
      'Follow',
      'Same problem here',
      'Say thanks',
      'Comment',
      'History',
      'Report the text',
    ]);
    expect(titlesOn(await employee.says(id))).toEqual(expect.arrayContaining(['Ändra idén', 'Dra tillbaka']));
  });

  it('says kindly that there is no such idea', async () => {
    const missing = id === 'K7M4QX' ? 'K7M4QY' : 'K7M4QX';
    for (const words of [`status ${missing}`, missing]) {
      expect((await employee.says(words)).message).toBe(sv('refusal.notFound'));
    }
    expect((await employee.presses({ verb: 'open', data: { idea: missing } })).message).toBe(sv('refusal.notFound'));
    expect((await employee.presses({ verb: 'panel', data: { idea: missing } })).message).toBe(sv('refusal.notFound'));
  });

  it('"status" alone, or with something that is no id, says how to write it', async () => {
    for (const words of ['status', 'status abc', 'status ?']) {
      expect((await employee.says(words)).message).toBe(sv('reply.status'));
    }
  });

  it('shows its timeline: what happened, when and who', async () => {
    const other = await sendsIdea(employee, { title: 'Med historik' });
    city.pass(minutes(24 * 60));
    await city.delivers();
    await pressesOn(leader, other, 'Ställ en fråga');
    await pressesOn(leader, other, 'Skicka frågan', { question: 'Hur många?' });
    const answer = await employee.says(other);
    expect(allOn(answer)).toContain(sv('event.asked', { who: leader.name }));
    expect(allOn(answer)).toContain('27 november');
    const whole = await pressesOn(employee, other, sv('button.history')).catch(async () => {
      await pressesOn(employee, other, 'Fler val');
      return pressesOn(employee, other, sv('button.history'));
    });
    expect(seenOn(whole)).toContain(sv('event.submitted', { who: employee.name, named: 'true' }));
    expect(titlesOn(await pressesOn(employee, other, 'Tillbaka'))).toContain('Svara');
  });

  it('shows words as they were typed, Markdown, mentions and templates too', async () => {
    const problem = 'Rad ett\nRad två {count, plural, one {#} other {#}} \u202Ebaklänges';
    const typed = await sendsIdea(employee, { title: hostile, problem });
    const answer = await employee.says(typed);
    expect(seenOn(answer)).toContain(hostile);
    expect(seenOn(answer)).toContain('Rad två {count, plural, one {#} other {#}} baklänges');
  });
});
