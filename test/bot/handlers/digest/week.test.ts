import { asShownIn15, isNewer, nodesOf, textsOf } from '../../../../testing/cards/card';
import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';
import { type City, days, startCity } from '../../../../testing/scenes/city';
import {
  choosesMore,
  en,
  pressesOn,
  seenOn,
  sendsIdea,
  summariesOf,
  sv,
  titlesOn,
} from '../../../../testing/scenes/everyday';
import type { Person } from '../../../../testing/teams/person';

describe('veckan', () => {
  let city: City;
  let leader: Person;
  let manager: Person;
  let employee: Person;
  beforeEach(async () => {
    city = await startCity({ organisation: smaller() });
    leader = await city.arrives('leader');
    manager = await city.arrives('manager');
    employee = await city.arrives('employee');
  });
  afterEach(() => city.stop());

  /** As many managers as the story needs: a digest is planned for each. */
  function smaller() {
    const organisation = exampleOrganisation();
    organisation.departments = organisation.departments.filter(({ code }) => ['VOO', 'MIL'].includes(code));
    return organisation;
  }

  it.each(['veckan', 'week', 'sammanfattning', 'digest', 'Veckan som gick', 'VECKAN'])(
    '"%s" says when nothing has happened',
    async (words) => {
      const answer = await manager.says(words);
      expect(seenOn(answer)).toContain(sv('week.empty'));
      expect(seenOn(answer)).toContain('Vård och omsorg');
    },
  );

  it('shows what is new, what was decided and why', async () => {
    const closed = await sendsIdea(employee, { title: 'Redan gjord' });
    await sendsIdea(employee, { title: 'Cykelpool' });
    await city.delivers();
    await choosesMore(leader, closed, 'Avsluta', { reason: 'Det finns redan.' });
    const seen = seenOn(await manager.says('veckan'));
    expect(seen).toContain(sv('week.new', { count: 1 }));
    expect(seen).toContain(sv('week.decided', { count: 1 }));
    expect(seen).toContain('Det finns redan.');
    expect(seen).toContain('Cykelpool');
  });

  it('begins with what waits for the reader', async () => {
    const id = await sendsIdea(manager, { department: 'VOO' });
    await sendsIdea(employee, { title: 'Cykelpool' });
    await city.delivers();
    await pressesOn(leader, id, 'Ställ en fråga');
    await pressesOn(leader, id, 'Skicka frågan', { question: 'Hur många?' });
    const answer = await manager.says('veckan');
    const headings = textsOf(answer.card);
    const [mine, fresh] = [sv('week.mine', { count: 1 }), sv('week.new', { count: 1 })].map((it) =>
      headings.indexOf(it),
    );
    expect(mine).toBeGreaterThan(0);
    expect(fresh).toBeGreaterThan(mine ?? 0);
    expect(titlesOn(answer)).toContain('Min tur');
  });

  it('tells what is late by role and never by name', async () => {
    await sendsIdea(employee, { title: 'Försenad idé' });
    city.pass(days(20));
    const seen = seenOn(await manager.says('veckan'));
    expect(seen).toContain(sv('week.late', { count: 1 }));
    expect(seen).toContain('Väntar på innovationsledaren');
    expect(seen).not.toContain('Innovationsledare Vård');
    expect(seen).not.toContain(employee.name);
  });

  it('has one chart from eight ideas up, with the same numbers as text where charts are not known', async () => {
    const charts = ({ card }: { card: unknown }) =>
      [...nodesOf(card)].filter((node) => isNewer(node) && String(node.type).startsWith('Chart.'));
    for (let n = 1; n <= 7; n++) await sendsIdea(employee, { title: `Idé ${n}` });
    expect(charts(await manager.says('veckan'))).toHaveLength(0);
    await sendsIdea(employee, { title: 'Idé 8' });
    const answer = await manager.says('veckan');
    expect(charts(answer)).toHaveLength(1);
    const shown = textsOf(asShownIn15(answer.card)).join('\n');
    expect(shown).toContain(sv('week.chart'));
    expect(shown).toMatch(/Inskickad\D+8/);
  });

  it('tells a unit’s manager of the unit only', async () => {
    const unitManager = await city.arrives('unitManager');
    const nurse = city.person('colleague');
    await nurse.installs();
    await nurse.presses('Välj', { department: 'VOO.HTN' });
    await sendsIdea(nurse, { title: 'Från hemtjänsten' });
    await sendsIdea(employee, { title: 'Från förvaltningen' });
    const seen = seenOn(await unitManager.says('veckan'));
    expect(seen).toContain('Hemtjänst Norr');
    expect(seen).toContain('Från hemtjänsten');
    expect(seen).not.toContain('Från förvaltningen');
    expect(seenOn(await manager.says('veckan'))).toContain('Från hemtjänsten');
  });

  it('shows another week by its number, and says when there is no such week', async () => {
    await sendsIdea(employee, { title: 'I vecka 48' });
    city.pass(days(7));
    expect(seenOn(await manager.says('veckan'))).not.toContain(sv('week.new', { count: 1 }));
    expect(seenOn(await manager.says('veckan 48'))).toContain(sv('week.new', { count: 1 }));
    expect(seenOn(await manager.says('week 2026-W48'))).toContain('I vecka 48');
    expect((await manager.says('veckan 77')).message).toBe(sv('week.unknown', { example: '2026-W48' }));
  });

  it('by its number alone is the latest that has begun, in January last year’s', async () => {
    city.pass(days(41));
    expect(city.now().slice(0, 10)).toBe('2027-01-06');
    for (const [asked, week] of [
      ['veckan 53', '2026-W53'],
      ['veckan 52', '2026-W52'],
      ['veckan v1', '2027-W01'],
    ] as const) {
      const named = seenOn(await manager.says(`veckan ${week}`));
      expect(named).toContain(sv('week.empty'));
      expect(seenOn(await manager.says(asked))).toBe(named);
    }
  });

  it('has a button for the month that is over, which tells all its weeks and opens its parts', async () => {
    for (let n = 1; n <= 7; n++) await sendsIdea(employee, { title: `Idé ${n}` });
    city.pass(days(8));
    await manager.says('veckan');
    const month = await manager.presses('Månaden som gick');
    expect(seenOn(month)).toContain('November');
    expect(seenOn(month)).toContain(sv('week.new', { count: 7 }));
    expect(titlesOn(month)).not.toContain('Månaden som gick');
    const all = await manager.presses(sv('week.andMore', { count: 2 }));
    expect(seenOn(all)).toContain('Idé 7');
    expect(seenOn(await manager.presses('Tillbaka'))).toContain(sv('week.month.heading'));
  });

  it('says so of a month in which nothing happened, that is not there yet, or is not kept any more', async () => {
    const opens = (month: string) => manager.presses({ verb: 'week', data: { verb: 'week', month } });
    expect(seenOn(await opens('2026-10'))).toContain(sv('week.month.empty'));
    expect((await opens('2026-12')).message).toBe(sv('week.unknown', { example: '2026-W47' }));
    expect((await opens('2024-01')).message).toBe(sv('week.gone', { example: '2026-W47' }));
    expect(seenOn(await opens('november'))).toContain(sv('week.empty'));
  });

  it('is shown to an employee of their own department, when they ask', async () => {
    await sendsIdea(employee, { title: 'Cykelpool' });
    const answer = await employee.says('veckan');
    expect(seenOn(answer)).toContain('Cykelpool');
    expect(seenOn(answer)).toContain(sv('week.reader'));
    expect(titlesOn(answer)).not.toContain('Stäng av');
  });

  it('goes out by itself once, on Monday morning, with why one gets it and "Stäng av"', async () => {
    await sendsIdea(employee, { title: 'Cykelpool' });
    const before = manager.chat().length;
    city.pass(days(4) - 2 * 3600_000 - 60_000);
    await city.delivers();
    expect(manager.chat()).toHaveLength(before);
    city.pass(60_000);
    await city.delivers();
    await city.delivers();
    expect(manager.chat()).toHaveLength(before + 1);
    const digest = manager.chat().at(-1);
    expect(digest?.texts).toContain('Cykelpool');
    expect(digest?.texts.join('\n')).toContain('Du får det här som chef för Vård och omsorg.');
    expect(titlesOn({ card: digest?.card })).toContain('Stäng av');
  });

  it('does not go out when nothing is new and nothing waits', async () => {
    city.pass(days(4));
    await city.delivers();
    expect(manager.chat()).toHaveLength(1);
  });

  it('"Stäng av" stops it, and one can still ask', async () => {
    await sendsIdea(employee);
    city.pass(days(4));
    await city.delivers();
    expect((await manager.presses('Stäng av')).message).toBe(sv('week.stopped'));
    await sendsIdea(employee);
    const before = summariesOf(manager).length;
    city.pass(days(7));
    await city.delivers();
    expect(summariesOf(manager)).toHaveLength(before);
    expect(seenOn(await manager.says('veckan 49'))).toContain(sv('week.new', { count: 1 }));
  });

  it('is in English for somebody whose Teams is', async () => {
    const unitManager = await city.arrives('unitManager', 'en-US');
    expect(seenOn(await unitManager.says('week'))).toContain(en('week.empty'));
  });
});
