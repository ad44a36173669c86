import { inputsOf } from '../../../../testing/cards/card';
import { type City, days, startCity } from '../../../../testing/scenes/city';
import { cardAbout, en, seenOn, sendsIdea, summariesOf, sv, titlesOn } from '../../../../testing/scenes/everyday';
import type { Person } from '../../../../testing/teams/person';

describe('inställningar', () => {
  let city: City;
  beforeEach(async () => {
    city = await startCity();
  });
  afterEach(() => city.stop());

  const idsOn = ({ card }: { card: unknown }) => inputsOf(card).map(({ id }) => id);

  it('asks each person only what has an effect for them', async () => {
    const employee = await city.arrives('employee');
    expect(idsOn(await employee.says('inställningar'))).toEqual([
      'language',
      'department',
      'dayCard',
      'reminders',
      'comments',
      'followed',
      'elsewhere',
      'challenges',
      'training',
    ]);
    const leader = await city.arrives('leader');
    expect(idsOn(await leader.says('settings'))).toEqual([
      'language',
      'department',
      'awayUntil',
      'phrases',
      'dayCard',
      'newIdeas',
      'reminders',
      'comments',
      'followed',
      'elsewhere',
      'challenges',
      'training',
    ]);
    const manager = await city.arrives('manager');
    expect(idsOn(await manager.says('INSTÄLLNINGAR'))).toEqual([
      'language',
      'department',
      'dayCard',
      'digest',
      'reminders',
      'comments',
      'followed',
      'elsewhere',
      'challenges',
      'training',
    ]);
  });

  it('saves in place and says so, and shows what was saved the next time', async () => {
    const leader = await city.arrives('leader');
    await leader.says('inställningar');
    const answer = await leader.presses('Spara', {
      awayUntil: '2026-12-05',
      newIdeas: 'daily',
      reminders: 'false',
      followed: 'false',
      elsewhere: 'false',
      department: 'MIL',
    });
    expect(seenOn(answer)).toContain(sv('settings.saved'));
    const values = Object.fromEntries(
      inputsOf((await leader.says('inställningar')).card).map(({ id, value }) => [id, value]),
    );
    expect(values).toEqual({
      language: 'sv',
      department: 'MIL',
      awayUntil: '2026-12-05',
      dayCard: 'true',
      newIdeas: 'daily',
      phrases: '',
      reminders: 'false',
      comments: 'true',
      followed: 'false',
      elsewhere: 'false',
      challenges: 'false',
      training: 'true',
    });
  });

  it('saves how often a manager is told of the week, also from a card that asked only whether', async () => {
    const manager = await city.arrives('manager');
    const stands = async () =>
      inputsOf((await manager.says('inställningar')).card).find(({ id }) => id === 'digest')?.value;
    expect(await stands()).toBe('weekly');
    for (const [digest, becomes] of [
      ['monthly', 'monthly'],
      ['false', 'off'],
      ['true', 'monthly'],
      ['weekly', 'weekly'],
      ['off', 'off'],
    ] as const) {
      await manager.presses({ verb: 'saveSettings', data: { verb: 'saveSettings', digest } });
      expect(await stands()).toBe(becomes);
    }
  });

  it('changes the language at once, and Teams’ locale no longer counts', async () => {
    const employee = await city.arrives('employee');
    await employee.says('inställningar');
    const answer = await employee.presses('Spara', { language: 'en' });
    expect(titlesOn(answer)).toContain(en('button.save'));
    expect(seenOn(await employee.says('hjälp'))).toContain(en('help.heading'));
  });

  const hears = async (employee: Person, locale: string) => {
    employee.locale = locale;
    const seen = seenOn(await employee.says('help'));
    return seen.includes(en('help.heading')) ? 'en' : seen.includes(sv('help.heading')) ? 'sv' : seen;
  };

  it('follows Teams’ locale once somebody has written in it three times in a row, and has not chosen', async () => {
    const employee = await city.arrives('employee');
    for (const [locale, language] of [
      ['en-US', 'sv'],
      ['en-US', 'sv'],
      ['sv_SE', 'sv'],
      ['en-GB', 'sv'],
      ['en_US', 'sv'],
      ['EN', 'en'],
      ['sv', 'en'],
      ['en', 'en'],
      ['SV-se', 'en'],
      ['sv_FI', 'en'],
      ['sv', 'sv'],
    ] as const) {
      city.pass(60_000);
      expect([locale, await hears(employee, locale)]).toEqual([locale, language]);
    }
  });

  it('is that of the locale of the first message, however it is spelled', async () => {
    const [swede, other] = [await city.arrives('employee', 'sv_SE'), await city.arrives('colleague', 'nb-NO')];
    expect(await hears(swede, 'sv_SE')).toBe('sv');
    expect(await hears(other, 'nb-NO')).toBe('en');
  });

  it('does not turn with one press in another Teams', async () => {
    const employee = await city.arrives('employee');
    employee.locale = 'en-US';
    expect((await employee.presses({ verb: 'nothing', data: {} })).message).toBe(sv('reply.unknownButton'));
  });

  it.each(['2026-11-25', '2026-02-30', 'i morgon'])('refuses to be away until %s, and saves nothing', async (day) => {
    const leader = await city.arrives('leader');
    const data = { verb: 'saveSettings', awayUntil: day, reminders: 'false' };
    const answer = await leader.presses({ verb: 'saveSettings', data });
    expect(seenOn(answer)).toContain(sv('refusal.dateNotAhead', { field: sv('settings.away') }));
    const reminders = inputsOf((await leader.says('inställningar')).card).find(({ id }) => id === 'reminders');
    expect(reminders?.value).toBe('true');
  });

  it('keeps how somebody begins a no, which they then find in a list, and takes it away again', async () => {
    const leader = await city.arrives('leader');
    const id = await sendsIdea(await city.arrives('employee'));
    const phrase = 'Vi har samma problem, men';
    const offered = async () => {
      await leader.says(id);
      const { card } = await leader.presses('Avsluta');
      return JSON.stringify(inputsOf(card).find((input) => input.id === 'opening')?.choices).includes(phrase);
    };
    expect(await offered()).toBe(false);
    await leader.says('inställningar');
    await leader.presses('Spara', { phrases: `${phrase}\n\n ${phrase} \nTack!` });
    const field = async () =>
      inputsOf((await leader.says('inställningar')).card).find(({ id }) => id === 'phrases')?.value;
    expect(await field()).toBe(`${phrase}\nTack!`);
    expect(await offered()).toBe(true);
    await leader.presses('Avsluta', { opening: phrase, reason: 'bilarna räcker.' });
    expect((await city.app.ideas.load(id))?.idea.ending?.reason).toBe(`${phrase} bilarna räcker.`);
    await leader.says('inställningar');
    const many = await leader.presses('Spara', { phrases: 'a\nb\nc\nd\ne\nf' });
    expect(seenOn(many)).toContain(sv('settings.phrasesTooMany', { count: 5, letters: 120 }));
    expect(inputsOf(many.card).find(({ id }) => id === 'phrases')?.value).toBe('a\nb\nc\nd\ne\nf');
    expect(await field()).toBe(`${phrase}\nTack!`);
    // The file with what is stored about them has it as well.
    await leader.says('mina uppgifter');
    const stored = await leader.presses('Läs här i chatten');
    expect(JSON.stringify(stored)).toContain(phrase);
    await leader.says('inställningar');
    await leader.presses('Spara', { phrases: '' });
    expect(await field()).toBe('');
  });

  it('moves somebody to another department and out of their unit', async () => {
    const employee = city.person('employee');
    await employee.installs();
    await employee.presses('Välj', { department: 'VOO.HTN' });
    await employee.says('inställningar');
    await employee.presses('Spara', { department: 'MIL' });
    expect(seenOn(await employee.says('innovationsledare'))).toContain('Innovationsledare Miljö');
    const [place] = inputsOf((await employee.says('inställningar')).card).filter(({ id }) => id === 'department');
    expect(place?.value).toBe('MIL');
  });

  it('gathers a leader’s new ideas once a day, as they chose', async () => {
    const leader = await city.arrives('leader');
    const other = await city.arrives('otherLeader');
    await leader.says('inställningar');
    await leader.presses('Spara', { newIdeas: 'daily' });
    const employee = await city.arrives('employee');
    const ids = [await sendsIdea(employee), await sendsIdea(employee, { title: 'Digitala nycklar' })];
    await city.delivers();
    expect(summariesOf(leader)).toHaveLength(1 + 1);
    expect(summariesOf(other)).toHaveLength(1 + 2);

    city.pass(days(1));
    await city.delivers();
    const gathered = leader.chat().at(-1);
    for (const id of ids) expect(JSON.stringify(gathered?.card)).toContain(id);
    for (const title of ['Cykelpool', 'Digitala nycklar']) expect(gathered?.texts).toContain(title);
    await city.delivers();
    expect(leader.chat()).toHaveLength(3);
  });

  it('sends no reminders to somebody who has turned them off', async () => {
    const leader = await city.arrives('leader');
    await city.arrives('otherLeader');
    await leader.says('inställningar');
    await leader.presses('Spara', { reminders: 'false' });
    const id = await sendsIdea(await city.arrives('employee'));
    await city.delivers();
    city.pass(days(15));
    await city.delivers();
    expect(summariesOf(leader)).not.toContain(sv('notice.reminded.waitedFor'));
    expect(cardAbout(leader, id).texts.join()).toContain('Cykelpool');
  });
});
