import { choicesOf, inputsOf } from '../../../../testing/cards/card';
import { type City, startCity } from '../../../../testing/scenes/city';
import {
  cardAbout,
  pressesOn,
  seenOn,
  sendsIdea,
  summariesOf,
  sv,
  titlesOn,
} from '../../../../testing/scenes/everyday';
import type { Person } from '../../../../testing/teams/person';

describe('several ideas at once', () => {
  let city: City;
  let leader: Person;
  let employee: Person;
  let colleague: Person;
  let ids: string[];
  beforeEach(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
    employee = await city.arrives('employee');
    colleague = await city.arrives('colleague');
    ids = [
      await sendsIdea(employee, { title: 'En' }),
      await sendsIdea(colleague, { title: 'Två' }),
      await sendsIdea(employee, { title: 'Tre' }),
    ];
    await city.delivers();
    await leader.says('min tur');
    await leader.presses('Avsluta eller skicka vidare');
  });
  afterEach(() => city.stop());

  const chosen = (...some: string[]) => some.map((id) => `${id}.1`).join(',');
  const yes = (count: number) => sv('button.closeSeveral', { count });
  const stageOf = async (id: string) => (await city.app.ideas.load(id))?.idea.stage;
  const [first, second, third] = [0, 1, 2];
  const at = (n: number) => ids[n] ?? '';

  it('are closed with one reason, which each submitter reads, once the leader has seen what will be sent', async () => {
    const asked = await leader.presses('Avsluta', {
      ideas: chosen(at(first), at(second)),
      reason: 'Det finns i planen.',
    });
    expect(seenOn(asked)).toContain(sv('queue.closing.heading', { count: 2 }));
    expect(seenOn(asked)).toContain(sv('notice.closed.submitter', { who: leader.name, ended: 'early' }));
    expect(seenOn(asked)).toContain(`Två · ${colleague.name}`);
    expect(inputsOf(asked.card)[0]?.value).toBe('Det finns i planen.');
    expect(await stageOf(at(first))).toBe('submitted');
    const answer = await leader.presses(yes(2), { reason: 'Det finns redan i planen.' });
    expect(seenOn(answer)).toContain(sv('queue.several.close', { done: 2, refused: 0 }).trim());
    expect(seenOn(answer)).toContain('Tre');
    await city.delivers();
    for (const [person, id] of [
      [employee, at(first)],
      [colleague, at(second)],
    ] as const) {
      expect(seenOn(cardAbout(person, id))).toContain(
        sv('notice.closed.submitter', { who: leader.name, ended: 'early' }),
      );
      expect(seenOn(cardAbout(person, id))).toContain('Det finns redan i planen.');
    }
    expect(await stageOf(at(third))).toBe('submitted');
  });

  it('are passed on with one reason, and the new leaders get each', async () => {
    const environment = await city.arrives('environmentLeader');
    const answer = await leader.presses('Skicka vidare', {
      ideas: chosen(...ids),
      department: 'MIL',
      reason: 'Det rör miljön.',
    });
    expect(seenOn(answer)).toContain(sv('queue.several.passOn', { done: 3, refused: 0 }).trim());
    await city.delivers();
    for (const id of ids) expect(titlesOn(cardAbout(environment, id))).toContain('Utforska idén');
    expect(seenOn(cardAbout(colleague, at(second)))).toContain('Det rör miljön.');
  });

  it('need a choice, and a reason when they are closed, and a department when they are passed on', async () => {
    const press = (data: object) =>
      leader.presses({ verb: 'several', data: { verb: 'several', idempotencyKey: '0000000000000001', ...data } });
    expect(seenOn(await press({ do: 'close', reason: 'Nej' }))).toContain(sv('queue.several.noneChosen'));
    const noReason = await press({ do: 'close', ideas: chosen(at(first)) });
    expect(seenOn(noReason)).toContain(sv('refusal.wordsMissing', { field: sv('queue.several.reason') }));
    const noPlace = await press({ do: 'passOn', ideas: chosen(at(first)), reason: 'Det rör miljön.' });
    expect(seenOn(noPlace)).toContain(sv('refusal.unknownDepartment'));
    const kept = Object.fromEntries(inputsOf(noPlace.card).map(({ id, value }) => [id, value]));
    expect(kept).toMatchObject({ ideas: chosen(at(first)), reason: 'Det rör miljön.' });
    expect(await stageOf(at(first))).toBe('submitted');
  });

  it('leave alone what has changed meanwhile, and say so', async () => {
    const other = await city.arrives('otherLeader');
    await city.delivers();
    await other.presses({
      verb: 'act',
      data: { idea: at(second), decisionVersion: 1, idempotencyKey: '0000000000000009', do: 'explore' },
    });
    const asked = await leader.presses('Avsluta', { ideas: chosen(...ids), reason: 'Nej tack.' });
    expect(seenOn(asked)).toContain(sv('queue.closing.moved', { count: 1 }));
    expect(seenOn(asked)).not.toContain('Två');
    const answer = await leader.presses(yes(2), { reason: 'Nej tack.' });
    expect(seenOn(answer)).toContain(sv('queue.several.close', { done: 2, refused: 1 }).trim());
    expect(await stageOf(at(second))).toBe('exploring');
  });

  it('are closed once when the press is sent twice', async () => {
    await leader.presses('Avsluta', { ideas: chosen(...ids), reason: 'Nej tack.' });
    const answer = await leader.presses(yes(3), { reason: 'Nej tack.' });
    const again = await leader.resends(answer);
    expect(seenOn(again)).toContain(sv('queue.several.close', { done: 3, refused: 0 }).trim());
    await city.delivers();
    for (const id of ids) expect(await city.app.ideas.history(id)).toHaveLength(2);
    expect(summariesOf(colleague).filter((it) => it.includes('tackar för din idé'))).toHaveLength(1);
  });

  it('are only for those who decide', async () => {
    const before = await city.ideaRows();
    const data = { idempotencyKey: '0000000000000002', do: 'close', ideas: chosen(...ids), reason: 'Kapad' };
    const answer = await employee.presses({ verb: 'several', data });
    expect(seenOn(answer)).toContain(sv('queue.several.close', { done: 0, refused: 3 }).trim());
    expect(await city.ideaRows()).toEqual(before);
    // Nor is anything shown of what cannot be read.
    const asked = await employee.presses({ verb: 'several', data: { ...data, ideas: chosen(at(second), at(third)) } });
    expect(seenOn(asked)).not.toContain(sv('queue.closing.which'));
  });

  it('are closed at once where it is only one: two presses from the list', async () => {
    const answer = await leader.presses('Avsluta', { ideas: chosen(at(third)), reason: 'Det finns redan.' });
    expect(seenOn(answer)).toContain(sv('queue.several.close', { done: 1, refused: 0 }).trim());
    expect(await stageOf(at(third))).toBe('closed');
  });

  it('are chosen on several pages, and stay chosen while the leader turns them', async () => {
    for (let n = 4; n <= 18; n++) ids.push(await sendsIdea(employee, { title: `Idé ${n}` }));
    await leader.says('min tur');
    const choices = ({ card }: { card: unknown }) => choicesOf(inputsOf(card).find(({ id }) => id === 'ideas') ?? {});
    const ticked = ({ card }: { card: unknown }) => inputsOf(card).find(({ id }) => id === 'ideas')?.value;
    const page1 = await leader.presses('Avsluta eller skicka vidare');
    const [a, b] = choices(page1).map(({ value }) => value);
    const page2 = await leader.presses('Visa fler', { ideas: `${a},${b}`, reason: 'Det finns redan.' });
    expect(choices(page2)).toHaveLength(8);
    expect(seenOn(page2)).toContain(sv('queue.several.elsewhere', { count: 2 }));
    const [c] = choices(page2).map(({ value }) => value);
    const page3 = await leader.presses('Visa fler', { ideas: c, reason: 'Det finns redan.' });
    expect(seenOn(page3)).toContain(sv('queue.several.elsewhere', { count: 3 }));
    const back = await leader.presses('Visa föregående', { reason: 'Det finns redan.' });
    expect(ticked(back)).toBe(c);
    const first1 = await leader.presses('Visa föregående', { ideas: c, reason: 'Det finns redan.' });
    expect(ticked(first1)).toBe(`${a},${b}`);
    // One is let go again.
    const asked = await leader.presses('Avsluta', { ideas: b, reason: 'Det finns redan.' });
    expect(seenOn(asked)).toContain(sv('queue.closing.heading', { count: 2 }));
    expect(ticked(await leader.presses('Tillbaka', { reason: 'Det finns redan.' }))).toBe(b);
    await leader.presses('Avsluta', { ideas: b, reason: 'Det finns redan.' });
    const done = await leader.presses(yes(2), { reason: 'Det finns redan.' });
    expect(seenOn(done)).toContain(sv('queue.several.close', { done: 2, refused: 0 }).trim());
    for (const one of [b, c]) expect(await stageOf(String(one).slice(0, 6))).toBe('closed');
    expect(await stageOf(String(a).slice(0, 6))).toBe('submitted');
  });

  it('are at most as many as one press can decide on', async () => {
    const many = Array.from({ length: 45 }, (_, n) => `A${String(n).padStart(5, '0')}.1`).join(',');
    const data = { idempotencyKey: '0000000000000003', do: 'passOn', department: 'MIL', chosen: many, page: '0' };
    const answer = await leader.presses({ verb: 'several', data: { ...data, ideas: chosen(at(first)) } });
    expect(seenOn(answer)).toContain(sv('queue.several.most', { count: 40 }));
    expect(seenOn(answer)).toContain(sv('queue.several.elsewhere', { count: 40 }));
    expect(await stageOf(at(first))).toBe('submitted');
  });

  it('go back to the list without doing anything', async () => {
    expect(seenOn(await leader.presses('Tillbaka'))).toContain(sv('queue.count', { count: 3, late: 0 }).trim());
  });

  it('do not offer what somebody already drives', async () => {
    await pressesOn(leader, at(first), 'Utforska idén');
    await leader.says('min tur');
    const { card } = await leader.presses('Avsluta eller skicka vidare');
    const choices = JSON.stringify(inputsOf(card).find(({ id }) => id === 'ideas')?.choices);
    expect(choices).not.toContain(at(first));
    expect(choices).toContain(at(second));
  });
});
