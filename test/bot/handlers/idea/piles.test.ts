import { button, choicesOf, inputsOf } from '../../../../testing/cards/card';
import { nodesOf } from '../../../../testing/cards/nodes';
import { until } from '../../../../testing/processes/until';
import { type City, startCity } from '../../../../testing/scenes/city';
import { seenOn, sendsIdea, sv, titlesOn } from '../../../../testing/scenes/everyday';
import type { Person } from '../../../../testing/teams/person';

describe('a leader for whom more than fifteen ideas wait', () => {
  let city: City;
  let leader: Person;
  const stages = async (ids: readonly string[]) =>
    new Set((await city.app.ideas.loadAll(ids)).map(({ stage }) => stage));

  /** Six that are alike, three of another department, and ten about something of their own. */
  async function waiting() {
    const employee = await city.arrives('employee');
    const send = (title: string, problem: string) => sendsIdea(employee, { title, problem });
    const ids: { alike: string[]; elsewhere: string[] } = { alike: [], elsewhere: [] };
    for (let n = 0; n < 6; n++)
      ids.alike.push(await send(`Lådcyklar till hemtjänsten ${n}`, 'Personalen väntar på bilar varje morgon.'));
    for (const what of ['Fåglar', 'Vattnet', 'Komposten'])
      ids.elsewhere.push(await send(what, 'Det här är något för Miljöförvaltningen.'));
    for (const what of ['hammare', 'penslar', 'lunchen', 'trumman', 'snören', 'fikat', 'skohyllan', 'spegeln'])
      await send(what, `Jag undrar varför ${what} inte räcker.`);
    await city.parts().follower.look();
    return ids;
  }

  beforeEach(async () => {
    city = await startCity();
    const { indexing, follower } = city.parts();
    indexing.start();
    await until(() => city.log.some(({ message }) => message === 'All ideas can be found'));
    await follower.look();
    leader = await city.arrives('leader');
  });
  afterEach(() => city.stop());

  const choices = ({ card }: { card: unknown }) => choicesOf(inputsOf(card).find(({ id }) => id === 'ideas') ?? {});
  const pressed = ({ card }: { card: unknown }, title: string) => button(card, title).data ?? {};
  const pile = (name: 'alike' | 'elsewhere' | 'think', count: number, parts = 1) =>
    leader.presses(
      `${count} ${sv(`queue.piles.${name}`)}. ${sv(`queue.piles.why.${name}`, { parts })} ${sv('queue.piles.begin')}`,
    );

  it('reads them as piles, each with why, and all of them as a list', async () => {
    await waiting();
    const seen = seenOn(await leader.says('min tur'));
    for (const key of ['queue.piles.alike', 'queue.piles.elsewhere', 'queue.piles.think'] as const)
      expect(seen).toContain(sv(key));
    expect(seen).not.toContain(sv('queue.piles.direct'));
    expect(seen).toContain(sv('queue.piles.why.alike', { parts: 1 }));
    const list = await leader.presses(sv('queue.piles.all'));
    expect(titlesOn(list)).toContain(sv('button.showMore'));
    expect(seenOn(list)).toContain(sv('queue.filter.late'));
  });

  it('closes what is alike with one reason, asked once, and comes back to the piles', async () => {
    const { alike } = await waiting();
    await leader.says('min tur');
    const opened = await pile('alike', 6);
    expect(
      choices(opened)
        .map(({ value }) => value.slice(0, 6))
        .sort(),
    ).toEqual([...alike].sort());
    const chosen = alike.map((id) => `${id}.1`).join(',');
    await leader.presses('Avsluta', { ideas: chosen, reason: 'Vi köper lådcyklar i vår.' });
    expect(await stages(alike)).toEqual(new Set(['submitted']));
    const answer = await leader.presses(sv('button.closeSeveral', { count: 6 }), {
      reason: 'Vi köper lådcyklar i vår.',
    });
    expect(await stages(alike)).toEqual(new Set(['closed']));
    expect(seenOn(answer)).toContain(sv('queue.several.close', { done: 6, refused: 0 }).trim());
  });

  it('gives each submitter the reason of all, and with it what is said to their own idea alone', async () => {
    const { alike } = await waiting();
    await leader.says('min tur');
    await pile('alike', 6);
    const chosen = alike.map((id) => `${id}.1`).join(',');
    const asked = await leader.presses('Avsluta', { ideas: chosen, reason: 'Vi köper lådcyklar i vår.' });
    expect(seenOn(asked)).toContain('Personalen väntar på bilar varje morgon.');
    const ids = String(pressed(asked, sv('button.closeSeveral', { count: 6 })).lined).split(',');
    const yes = sv('button.closeSeveral', { count: 6 });
    const reason = 'Vi köper lådcyklar i vår.';
    const refused = await leader.presses(yes, { reason: 'å'.repeat(1990), line2: 'Din får stå i garaget.' });
    expect(seenOn(refused)).toContain(sv('queue.closing.tooLong', { line: 300, most: 2000 }));
    expect(await stages(alike)).toEqual(new Set(['submitted']));
    // Whoever goes back to choose finds it again.
    await leader.presses(sv('button.back'), { reason, line2: 'Din får stå i garaget.' });
    const again = await leader.presses('Avsluta', { ideas: chosen, reason });
    expect(inputsOf(again.card).find(({ id }) => id === 'line2')?.value).toBe('Din får stå i garaget.');
    await leader.presses(yes, { reason, line2: 'Din får stå i garaget.' });
    expect(await stages(alike)).toEqual(new Set(['closed']));
    const endings = await city.app.ideas.loadAll(ids);
    const reasons = new Map(endings.map(({ id, ending }) => [id, ending?.reason]));
    expect(ids.map((id) => reasons.get(id))).toEqual(
      ids.map((_, at) => (at === 1 ? `${reason}\n\nDin får stå i garaget.` : reason)),
    );
  });

  it('begins the reason of all as was chosen, and shows it before it is sent', async () => {
    const { alike } = await waiting();
    await leader.says('min tur');
    await pile('alike', 6);
    const chosen = alike.map((id) => `${id}.1`).join(',');
    const missing = await leader.presses('Avsluta', { ideas: chosen, opening: 'exists' });
    expect(inputsOf(missing.card).find(({ id }) => id === 'opening')?.value).toBe('exists');
    const asked = await leader.presses('Avsluta', { ideas: chosen, opening: 'exists', reason: 'planen.' });
    expect(inputsOf(asked.card)[0]?.value).toBe('Det finns redan i planen.');
    expect(await stages(alike)).toEqual(new Set(['submitted']));
  });

  it('passes on what names another department, which is filled in already', async () => {
    const { elsewhere } = await waiting();
    await leader.says('min tur');
    const opened = await pile('elsewhere', 3);
    expect(JSON.stringify(opened.card)).toContain('"MIL"');
    const chosen = elsewhere.map((id) => `${id}.1`).join(',');
    const answer = await leader.presses(sv('button.passOn'), { ideas: chosen, department: 'MIL' });
    expect(seenOn(answer)).toContain(sv('queue.several.passOn', { done: 3, refused: 0 }).trim());
    const found = await city.app.ideas.loadAll(elsewhere);
    expect(new Set(found.map(({ department }) => department))).toEqual(new Set(['MIL']));
  });

  it('keeps what was written in a part when the press is refused, and nothing is done by opening one', async () => {
    await waiting();
    await leader.says('min tur');
    const opened = await pile('think', 8);
    const [first] = choices(opened);
    expect(first).toBeDefined();
    const again = await leader.presses('Avsluta', { ideas: first?.value ?? '' });
    expect(seenOn(again)).toContain(sv('queue.piles.think'));
    expect(JSON.stringify(again.card)).toContain(`"value":"${first?.value}"`);
    expect(await stages([first?.value.slice(0, 6) ?? ''])).toEqual(new Set(['submitted']));
  });

  it('puts the ideas of a part into the leader’s own calendar by a link, with none of their words', async () => {
    await waiting();
    await leader.says('min tur');
    const opened = await pile('think', 8);
    const ids = choices(opened).map(({ value }) => value.slice(0, 6));
    const nodes = [...nodesOf(opened.card)];
    const url = nodes.find(({ title }) => title === sv('button.putInCalendar'))?.url;
    const { origin, pathname, searchParams } = new URL(String(url));
    expect(origin + pathname).toBe('https://teams.microsoft.com/l/meeting/new');
    expect(searchParams.get('subject')).toBe(sv('queue.calendar.subject', { count: ids.length }));
    const lines = (searchParams.get('content') ?? '').split('\n').slice(1);
    expect(lines.map((line) => line.slice(-6))).toEqual(ids);
    expect(String(url)).not.toContain(encodeURIComponent('inte räcker'));
    await leader.says('min tur');
    expect(titlesOn(await pile('alike', 6))).not.toContain(sv('button.putInCalendar'));
  });
});
