import { type City, days, startCity } from '../../../../testing/scenes/city';
import { seenOn, sv, titlesOn } from '../../../../testing/scenes/everyday';
import { rowsIn } from '../../../../testing/scenes/rows/sample-rows';
import { arrivals, following } from '../../../../testing/scenes/told';
import type { Answer } from '../../../../testing/teams/answer';
import type { Person } from '../../../../testing/teams/person';

type Who = 'leader' | 'owner' | 'employee' | 'registrar' | 'buyer';

/** What organisations outside answer a challenge; each step begins where the one before ended. */
describe('an answer from outside', () => {
  let city: City;
  let people: Record<Who, Person>;
  let story: ReturnType<typeof following<Who>>;
  let id: string;
  const proposal = 'Vi lånar ut lådor som håller maten varm.';
  const better = 'Vi lånar ut lådor som håller maten varm i tre timmar.';
  const chatOf = (person: Person): string =>
    person
      .cards()
      .map((card) => seenOn({ card }))
      .join();
  const hears = (one: readonly string[] | undefined): string => one?.join() ?? '';
  const outsideOf = (person: Person) =>
    person.presses({ verb: 'challengeOutside', data: { verb: 'challengeOutside', challenge: id } });

  beforeAll(async () => {
    city = await startCity();
    people = await arrivals(city, {
      leader: 'leader',
      owner: 'manager',
      employee: 'employee',
      registrar: 'registrar',
      buyer: 'buyer',
    });
    story = following(city, people);
    const { leader, owner } = people;
    await leader.says('utmaningar');
    await leader.presses('Ny utmaning');
    const card = await leader.presses('Publicera', {
      ...{ problem: 'Maten kallnar på väg till dem som bor längst bort.', title: 'Varm mat' },
      ...{ offers: 'time,place', owner: owner.email },
    });
    id = /Utmaning ([0-9A-Z]{6})/.exec(seenOn(card))?.[1] ?? '';
    await owner.says(id);
    await owner.presses('Jag äger den');
    await story.news();
  });
  afterAll(() => city.stop());

  it('is taken down from an organisation, and from no person', async () => {
    const { owner } = people;
    await owner.says(id);
    await owner.presses('Fler val');
    expect(seenOn(await owner.presses('Svar utifrån'))).toContain(sv('challenge.outside.none'));
    await owner.presses('Skriv ner ett svar');
    for (const organisation of ['Anna Andersson', 'anna.andersson@post.example']) {
      const refused = await owner.presses('Skriv ner ett svar', { organisation, proposal });
      expect(seenOn(refused)).toContain(sv('challenge.refusal.notOrganisation', { most: 0 }));
    }
    const card = await owner.presses('Skriv ner ett svar', { organisation: 'Föreningen Varm mat', proposal });
    expect(seenOn(card)).toContain(sv('challenge.outside.did'));
    expect(seenOn(card)).not.toContain('Prata inte pris');
  });

  it('is told first to whoever buys, where something may be bought', async () => {
    const { leader } = people;
    await leader.says(id);
    await leader.presses('Fler val');
    await leader.presses('Svar utifrån (1)');
    await leader.presses('Skriv ner ett svar');
    const bought = { organisation: 'Anna Andersson företag', proposal: 'Vi säljer lådor.', buys: 'true' };
    expect(seenOn(await leader.presses('Skriv ner ett svar', bought))).toContain(sv('challenge.outside.did.buys'));
    const told = await story.news();
    expect(told.buyer).toEqual([expect.stringContaining(sv('challenge.outside.told.buys'))]);
    expect(hears(told.buyer)).not.toContain('i dag');
    // To the registrar both are news of the day.
    for (const one of ['challenge.outside.told', 'challenge.outside.told.buys'] as const)
      expect(hears(told.registrar)).toContain(`i dag: ${sv(one)}`);
    expect(hears(told.employee)).toBe('');
  });

  it('is read by those in it, the registrar and whoever buys', async () => {
    const { leader, owner, registrar, buyer } = people;
    for (const person of [leader, owner, registrar, buyer]) {
      const list = await outsideOf(person);
      for (const part of [
        'Föreningen Varm mat',
        proposal,
        'Anna Andersson företag',
        'Kan bli ett köp',
        'Prata inte pris',
      ])
        expect(seenOn(list)).toContain(part);
    }
    expect(titlesOn(await buyer.says(id))).toContain('Svar utifrån (2)');
    expect(titlesOn(await outsideOf(buyer))).toEqual(['Till utmaningen']);
  });

  it('is read by nobody else, wherever they look', async () => {
    const { employee, buyer } = people;
    const nowhere = [await employee.says(id), await employee.says('utmaningar'), await employee.says('sök lådor')];
    for (const card of nowhere) {
      expect(seenOn(card)).not.toContain(proposal);
      expect(seenOn(card)).not.toMatch(/utifrån/i);
    }
    expect((await outsideOf(employee)).message).toBe(sv('challenge.outside.notYours'));
    // Whoever buys takes nothing down.
    const press = { challenge: id, idempotencyKey: '0123456789ABCDEF', decisionVersion: '1', act: 'takeDownOutside' };
    for (const person of [employee, buyer]) {
      const data = { verb: 'actOnChallenge', ...press, organisation: 'Föreningen', proposal };
      const refused = await person.presses({ verb: 'actOnChallenge', data });
      expect(seenOn(refused)).toContain(sv('challenge.refusal.notAllowed', { most: 0 }));
    }
  });

  it('is corrected by whoever took it down, and by the owner, and what was written is gone everywhere', async () => {
    const { leader, owner, registrar, buyer } = people;
    const corrections = (list: Answer) => titlesOn(list).filter((title) => title.startsWith('Rätta svaret från'));
    await registrar.says(id);
    const listed = await registrar.presses('Svar utifrån (2)');
    expect(corrections(listed)).toEqual([]);
    expect(chatOf(registrar)).toContain(proposal);
    // The leader has taken down one of the two, and the owner may correct both.
    expect(corrections(await outsideOf(leader))).toEqual(['Rätta svaret från Anna Andersson företag']);
    await owner.says(id);
    await owner.presses('Fler val');
    expect(corrections(await owner.presses('Svar utifrån (2)'))).toHaveLength(2);
    const form = await owner.presses('Rätta svaret från Föreningen Varm mat');
    expect(JSON.stringify(form.card)).toContain(proposal);
    const unchanged = await owner.presses('Rätta svaret', { organisation: 'Föreningen Varm mat', proposal });
    expect(seenOn(unchanged)).toContain(sv('challenge.refusal.sameAnswer', { most: 0 }));
    const done = await owner.presses('Rätta svaret', { organisation: 'Föreningen Varma mål', proposal: better });
    expect(seenOn(done)).toContain(sv('challenge.outside.did.corrected'));
    const told = await story.news();
    for (const one of [told.registrar, told.buyer])
      expect(hears(one)).toContain(sv('challenge.outside.told.corrected'));
    expect(hears(told.employee)).toBe('');
    // The list that the registrar had open showed what is gone.
    expect(chatOf(registrar)).not.toContain(proposal);
    for (const person of [leader, owner, registrar, buyer]) {
      const list = seenOn(await outsideOf(person));
      for (const part of ['Föreningen Varma mål', better, 'Rättat']) expect(list).toContain(part);
      expect(list).not.toContain(proposal);
    }
    expect(JSON.stringify(await rowsIn(city.storage))).not.toContain(proposal);
    const events = await city.app.challenges.page(id, { limit: 50 });
    expect(events.events.at(-1)).toMatchObject({ type: 'outsideCorrected', by: expect.stringMatching(/^p/) });
  });

  it('is corrected by nobody else', async () => {
    const { employee, buyer, registrar } = people;
    const press = { challenge: id, idempotencyKey: '0123456789ABCDEG', decisionVersion: '1', act: 'correctOutside' };
    const { answers } = await city.app.challenges.outside(id, { from: 0, count: 5 });
    const answer = String(answers[0]?.seq);
    for (const person of [employee, buyer, registrar]) {
      const form = { verb: 'challengeOutside', challenge: id, answer };
      expect((await person.presses({ verb: 'challengeOutside', data: form })).message).toBe(
        sv('challenge.outside.correct.notYours'),
      );
      const data = { verb: 'actOnChallenge', ...press, answer, organisation: 'Föreningen', proposal: 'Nej.' };
      const refused = await person.presses({ verb: 'actOnChallenge', data });
      expect(refused.message).toBe(sv('challenge.outside.correct.notYours'));
    }
  });

  it('stands in what is stored of whoever took it down, without what the organisation wrote', async () => {
    const { owner } = people;
    await owner.says('mina uppgifter');
    const data = seenOn(await owner.presses(sv('button.readHere')));
    expect(data).toContain(sv('challenge.outside.did'));
    expect(data).not.toContain(proposal);
  });

  it('is answered with the words in which everybody reads how it turned out', async () => {
    const { owner, employee } = people;
    await city.pass(days(40));
    await story.news();
    await owner.says(id);
    await owner.presses('Berätta hur det blev');
    await owner.presses('Berätta hur det blev', { result: 'Vi testar lådor i två turer från mars.' });
    await owner.presses('Fler val');
    await owner.presses('Svar utifrån (2)');
    const text = await owner.presses('Svara dem utifrån');
    for (const part of ['Tack för ert svar', 'Varm mat', 'Vi testar lådor i två turer från mars.', 'ingen beställning'])
      expect(seenOn(text)).toContain(part);
    const data = { verb: 'challengeText', challenge: id, reply: 'true' };
    expect((await employee.presses({ verb: 'challengeText', data })).message).toBe(sv('challenge.outside.notYours'));
  });
});
