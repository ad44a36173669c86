import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';
import { type City, days, startCity } from '../../../../testing/scenes/city';
import { allOn, choosesMore, pressesOn, seenOn, sv } from '../../../../testing/scenes/everyday';
import { arrivals, following } from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

const WHY = 'Tio cyklar har gett oss lugna morgnar. Alla enheter kan göra likadant.';

type Who = 'submitter' | 'leader' | 'environment' | 'office' | 'colleague';

/** Ideas are nominated for the municipality's award; each step begins where the one before ended. */
describe('nominating', () => {
  let city: City;
  let people: Record<Who, Person>;
  let story: ReturnType<typeof following<Who>>;
  let id: string;
  beforeAll(async () => {
    city = await startCity({ organisation: { ...exampleOrganisation(), award: awardOf() } });
    people = await arrivals(city, {
      ...{ submitter: 'employee', leader: 'leader', environment: 'environmentLeader' },
      ...{ office: 'office', colleague: 'colleague' },
    });
    story = following(city, people);
    id = await used('Cykelpool');
  });
  afterAll(() => city.stop());

  /** An idea that is used, sent in by the employee. */
  async function used(title: string): Promise<string> {
    const { submitter, leader } = people;
    await submitter.says('idé');
    const sent = await submitter.presses('Skicka idén', { problem: `${title} behövs varje morgon.`, title });
    const made = /([0-9A-Z]{6})/.exec(seenOn(sent))?.[1] ?? '';
    await story.news();
    await pressesOn(leader, made, 'Utforska idén');
    await leader.says(made);
    await choosesMore(leader, made, sv('button.done.exploring'), { done: `${title} står vid porten.` });
    await story.news();
    return made;
  }
  const nominates = async (who: Who, idea: string) => {
    await people[who].says(idea);
    await pressesOn(people[who], idea, sv('button.more'));
    await pressesOn(people[who], idea, sv('button.nominate'));
    return pressesOn(people[who], idea, sv('award.send'), { class: 'nytt', why: WHY });
  };

  it('is for those who lead or manage, and never of what they had or worked on', async () => {
    for (const who of ['submitter', 'colleague'] as const) {
      expect(allOn(await people[who].says(id))).not.toContain(sv('button.nominate'));
      const pressed = await people[who].presses({
        verb: 'nominate',
        data: { idea: id, idempotencyKey: '0123456789ABCDEF', class: 'nytt', why: WHY },
      });
      expect(pressed.message).toBe(sv('award.refusal.notYours', { most: 3, letters: 600 }));
    }
  });

  it('asks whoever had the idea first, with what was written and not by whom', async () => {
    expect(seenOn(await nominates('environment', id))).toContain(sv('award.asked'));
    const told = await story.news();
    expect(told.submitter?.join()).toContain(sv('award.question.heading'));
    const card = people.submitter.chat().findLast((one) => one.card)?.card;
    for (const line of [WHY, 'Årets idé', sv('award.wrote.leader')]) expect(seenOn({ card })).toContain(line);
    expect(seenOn({ card })).not.toContain(people.environment.name);
    const page = await people.office.presses({ verb: 'nominations', data: {} });
    expect(seenOn(page)).toContain(sv('award.list.none'));
  });

  it('is answered the same when a press comes twice', async () => {
    const { name = '', ...asked } = (await city.app.nominations.of(id))[0] ?? {};
    const data = { idea: id, idempotencyKey: name, class: 'nytt', why: WHY };
    expect(seenOn(await people.environment.presses({ verb: 'nominate', data }))).toContain(sv('award.asked'));
    expect(await city.app.nominations.of(id)).toEqual([{ name, ...asked }]);
    for (const _ of [1, 2])
      expect(
        seenOn(
          await people.submitter.presses({
            verb: 'answerNomination',
            data: { idea: id, nomination: name, yes: 'true' },
          }),
        ),
      ).toContain(sv('award.answered.yes'));
    const told = await story.news();
    expect(told.environment?.join()).toContain(sv('award.told.heading'));
    expect(seenOn({ card: people.environment.chat().findLast((one) => one.card)?.card })).toContain(
      sv('award.kept.text'),
    );
  });

  it('stands in the office’s list after a yes', async () => {
    const page = seenOn(await people.office.presses({ verb: 'nominations', data: {} }));
    for (const line of ['Cykelpool', WHY, 'Gjorde något nytt']) expect(page).toContain(line);
    const again = await people.environment.presses({
      verb: 'nominate',
      data: { idea: id, idempotencyKey: '0123456789ABCDEG', class: 'nytt', why: WHY },
    });
    expect(again.message).toBe(sv('award.refusal.again', { most: 3, letters: 600 }));
    const others = await people.leader.presses({ verb: 'nominations', data: {} });
    expect(others.message).toBe(sv('award.refusal.notYours', { most: 0, letters: 0 }));
  });

  it('ends by itself where nobody answers, and is three in a year', async () => {
    const second = await used('Regnkläder');
    await nominates('environment', second);
    await story.news();
    city.pass(days(20));
    await story.news();
    expect(await city.app.nominations.of(second)).toEqual([]);
    expect(await city.app.nominations.due()).toEqual([]);
    expect(
      people.environment
        .chat()
        .map((one) => seenOn(one))
        .join(),
    ).toContain(sv('award.declined.text'));
    const [third, fourth] = [await used('Lampor'), await used('Pumpar')];
    expect(seenOn(await nominates('environment', third))).toContain(sv('award.asked'));
    const full = await people.environment.presses({
      verb: 'nominate',
      data: { idea: fourth, idempotencyKey: '0123456789ABCDEH', class: 'nytt', why: WHY },
    });
    expect(full.message).toBe(sv('award.refusal.full', { most: 3, letters: 600 }));
  });

  it('can be taken back after a yes, which whoever nominated it hears', async () => {
    await story.news();
    await people.submitter.presses(sv('award.yes'));
    await story.news();
    expect(seenOn(await people.submitter.presses(sv('award.takeBack')))).toContain(sv('award.answered.no'));
    const told = await story.news();
    expect(told.environment?.join()).toContain(sv('award.declined.heading'));
    expect(await city.app.nominations.accepted('2026', 10)).toHaveLength(1);
  });

  it('can be had by the office in January, when the few of a year begin anew', async () => {
    city.pass(days(40));
    await story.news();
    const page = await people.office.presses({ verb: 'nominations', data: {} });
    for (const line of ['Cykelpool', sv('award.list.of', { year: '2026' })]) expect(seenOn(page)).toContain(line);
    expect(seenOn(await people.office.presses({ verb: 'nominations', data: { year: '2027' } }))).toContain(
      sv('award.list.none'),
    );
    const [{ by = '' } = {}] = await city.app.nominations.of(id);
    expect(await city.app.nominations.made(by, '2026')).toBe(0);
  });

  it('goes with whoever has their data erased', async () => {
    await people.submitter.says('ta bort mina uppgifter');
    await people.submitter.presses(sv('button.eraseMe'));
    await story.news();
    expect(await city.app.nominations.of(id)).toEqual([]);
    expect(await city.app.nominations.accepted('2026', 10)).toEqual([]);
  });
});

const awardOf = () => ({
  name: { sv: 'Årets idé', en: 'Idea of the year' },
  classes: [{ code: 'nytt', name: { sv: 'Gjorde något nytt', en: 'Did something new' } }],
});
