import { until } from '../../../../testing/processes/until';
import { type City, days, startCity } from '../../../../testing/scenes/city';
import {
  allOn,
  choosesMore,
  idOn,
  pressesOn,
  seenOn,
  sendsIdea,
  sv,
  titlesOn,
} from '../../../../testing/scenes/everyday';
import { arrivals, following } from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

const WARM = 'Maten kallnar på väg till dem som bor längst bort.';

type Who = 'leader' | 'owner' | 'employee' | 'environment' | 'executive' | 'curious' | 'other' | 'coLeader';

/** A department asks for ideas, and tells how it turned out; each step begins where the one before ended. */
describe('a challenge', () => {
  let city: City;
  let people: Record<Who, Person>;
  let story: ReturnType<typeof following<Who>>;
  let id: string;
  let asleep: string;
  beforeAll(async () => {
    city = await startCity();
    people = await arrivals(city, {
      leader: 'leader',
      owner: 'manager',
      employee: 'employee',
      environment: 'environmentLeader',
      executive: 'executiveLeader',
      curious: 'colleague',
      other: 'unitManager',
      coLeader: 'otherLeader',
    });
    story = following(city, people);
    // Long before: an idea that ended, for nobody had asked for it.
    asleep = await sendsIdea(people.other, {
      ...{ title: 'Lådor som håller maten varm', problem: 'Maten kallnar på väg till dem som bor längst bort.' },
      department: 'VOO',
    });
    await story.news();
    await choosesMore(people.leader, asleep, 'Avsluta', { reason: 'Inte nu.', tryAgain: 'Om någon frågar efter det.' });
    await story.news();
    city.parts().indexing.start();
    await until(() => city.log.some(({ message }) => message === 'All ideas can be found'));
    await until(async () => (await city.app.searching.similar({ title: 'Varm mat', problem: WARM })).length > 0);
    await people.curious.says('inställningar');
    await people.curious.presses('Spara', { challenges: 'true' });
  });
  afterAll(() => city.stop());

  const challengeOn = (card: unknown): string => /Utmaning ([0-9A-Z]{6})/.exec(seenOn({ card }))?.[1] ?? '';

  it('is published by a leader, in one form', async () => {
    const { leader, owner } = people;
    const list = await leader.says('utmaningar');
    expect(seenOn(list)).toContain(sv('challenge.empty'));
    const form = await leader.presses('Ny utmaning');
    expect(seenOn(form)).toContain(sv('challenge.form.about'));
    const back = await leader.presses('Publicera', { problem: 'Maten kallnar på väg till dem som bor längst bort.' });
    expect(seenOn(back)).toContain(sv('challenge.refusal.noOffer', { most: 0 }));
    const card = await leader.presses('Publicera', {
      ...{ problem: 'Maten kallnar på väg till dem som bor längst bort. Det gäller 40 personer.', title: 'Varm mat' },
      ...{ offers: 'time,place', money: '50 000', owner: owner.email },
    });
    id = challengeOn(card.card);
    expect(seenOn(card)).toContain(sv('challenge.did.challengeProposed', { owner: owner.name }));
    expect(seenOn(card)).toMatch(/Pengar, upp till 50.000/);
  });

  it('opens when its owner says yes, and nobody else sees it before', async () => {
    const { owner, employee } = people;
    expect(seenOn(await employee.says('utmaningar'))).toContain(sv('challenge.empty'));
    await employee.says(id);
    expect(employee.chat().at(-1)?.texts).toContain(sv('refusal.notFound'));
    const told = await story.news();
    expect(told.owner?.join()).toContain(sv('challenge.told.asked'));
    const card = await owner.presses('Jag äger den');
    expect(seenOn(card)).toContain(sv('challenge.did.ownershipAccepted'));
  });

  it('is announced once, to leaders and to those who have chosen that', async () => {
    await city.pass(days(1));
    const told = await story.news();
    expect(told.environment?.join()).toContain(sv('challenge.told.announced.leaders'));
    expect(told.curious?.join()).toContain(sv('challenge.told.announced'));
    // Whoever leads the department that asks has the problem already.
    expect(told.coLeader?.join()).toContain(sv('challenge.told.announced'));
    expect(told.coLeader?.join()).not.toContain(sv('challenge.told.announced.leaders'));
    expect(told.employee?.join() ?? '').not.toContain('Varm mat');
    await city.pass(days(1));
    const again = await story.news();
    for (const heard of Object.values(again)) expect(heard?.join() ?? '').not.toContain('Varm mat');
  });

  it('wakes an idea that had ended and is like it: whoever had it is asked once, and sends it', async () => {
    const { other, leader } = people;
    const card = await other.says(asleep);
    expect(allOn(card)).toContain(sv('challenge.fits.fact'));
    expect(titlesOn(card)).toEqual(expect.arrayContaining([sv('button.sendToChallenge'), sv('button.leaveAsleep')]));
    const sent = await pressesOn(other, asleep, sv('button.sendToChallenge'));
    expect(seenOn(sent)).toContain(sv('notice.sentToChallenge.actor'));
    expect((await city.app.ideas.load(asleep))?.idea).toMatchObject({ stage: 'submitted', challenge: id });
    expect(allOn(await leader.says(asleep))).toContain(sv('challenge.answers.value', { title: 'Varm mat', id }));
    expect((await story.news()).leader?.join()).toContain('utmaning');
  });

  it('is answered by an idea, which says so', async () => {
    const { employee, curious, leader } = people;
    for (const person of [employee, curious]) {
      const list = await person.says('utmaningar');
      expect(seenOn(list)).toContain('Varm mat');
      const card = await person.says(id);
      expect(titlesOn(card)).toContain('Jag har en idé');
      const form = await person.presses('Jag har en idé');
      expect(seenOn(form)).toContain(sv('form.answers', { challenge: 'Varm mat' }));
      const met = await person.presses('Skicka idén', {
        ...{ problem: `${person.name} vill ha lådor som håller värmen.`, title: `Värmelåda från ${person.name}` },
      });
      // What is like it is met first; what was kept meanwhile still answers.
      const sent = titlesOn(met).includes('Skicka min idé') ? await person.presses('Skicka min idé') : met;
      const idea = idOn(sent);
      expect(allOn(await person.says(idea))).toContain(sv('challenge.answers.value', { title: 'Varm mat', id }));
    }
    const card = await leader.says(id);
    expect(titlesOn(card)).toContain(sv('challenge.button.answers', { count: 3 }));
    const answers = await leader.presses(sv('challenge.button.answers', { count: 3 }));
    for (const { name } of [employee, curious]) expect(seenOn(answers)).toContain(`Värmelåda från ${name}`);
  });

  it('is published outside by whoever owns it, in a text to copy that has no buttons', async () => {
    const { owner, employee } = people;
    await owner.says(id);
    await owner.presses('Fler val');
    await owner.presses('Svar utifrån');
    const text = await owner.presses('Text att publicera');
    for (const part of [
      'söker hjälp: Varm mat',
      'Maten kallnar',
      'upp till 50',
      'kontaktcenter',
      'allmän handling',
      id,
    ])
      expect(seenOn(text)).toContain(part);
    expect(seenOn(text)).not.toContain('Jag har en idé');
    expect(titlesOn(text)).toEqual(['Till utmaningen']);
    expect(titlesOn(await employee.says(id))).not.toContain('Fler val');
    const press = { verb: 'challengeText', data: { verb: 'challengeText', challenge: id } };
    expect((await employee.presses(press)).message).toBe(sv('challenge.outside.notYours'));
  });

  it('is shared by departments that have the same problem, and by anybody who has it', async () => {
    const { environment, executive, other, owner } = people;
    for (const [person, place] of [
      [environment, 'Miljö'],
      [executive, 'Kommunledning'],
    ] as const) {
      const card = await person.says(id);
      const title = titlesOn(card).find((one) => one.endsWith(' är med')) ?? '';
      expect(title).toContain(place);
      expect(seenOn(await person.presses(title))).toContain(sv('challenge.did.partTaken'));
    }
    await other.says(id);
    const said = await other.presses(sv('challenge.button.same'));
    expect(seenOn(said)).toContain(sv('challenge.fact.same.value', { people: 1, departments: 1 }));
    expect(titlesOn(said)).toContain(sv('challenge.button.notSame'));
    expect(seenOn(await people.employee.says('utmaningar'))).toContain(sv('challenge.row.parts', { count: 2 }));
    expect(titlesOn(await owner.says(id)).some((title) => title.endsWith(' är med'))).toBe(false);
    // Whoever leads nothing says it for nobody.
    const press = { verb: 'actOnChallenge', data: { challenge: id, decisionVersion: '2', act: 'takePart' } } as const;
    const data = { ...press.data, idempotencyKey: '0123456789ABCDEF', department: 'SBK' };
    expect(seenOn(await other.presses({ ...press, data }))).toContain(sv('challenge.refusal.notAllowed', { most: 0 }));
    expect(seenOn(await environment.presses({ ...press, data }))).toContain(
      sv('challenge.refusal.notYourDepartment', { most: 0 }),
    );
  });

  it('is read aloud at a workplace meeting', async () => {
    await people.employee.says(id);
    const agenda = await people.employee.presses('Ta upp på APT');
    expect(seenOn(agenda)).toContain('Maten kallnar');
  });

  it('closes on its day, and asks its owner how it turned out', async () => {
    await city.pass(days(38));
    const told = await story.news();
    expect(told.owner?.join()).toContain('Svarstiden är slut.');
    const { owner } = people;
    await owner.presses('Berätta hur det blev');
    const card = await owner.presses('Berätta hur det blev', { result: 'Vi testar lådor i två turer från mars.' });
    expect(seenOn(card)).toContain(sv('challenge.did.resultTold'));
  });

  it('tells everybody who has answered how it turned out', async () => {
    await city.pass(days(1));
    const told = await story.news();
    for (const who of ['employee', 'curious', 'leader', 'environment', 'executive', 'other'] as const)
      expect(told[who]?.join()).toContain(sv('challenge.told.resultTold'));
    const list = await people.environment.says('utmaningar');
    expect(seenOn(list)).toContain(sv('challenge.list.results'));
    expect(seenOn(await people.environment.says(id))).toContain('Vi testar lådor i två turer');
  });

  it('stands in what is stored about whoever owned it', async () => {
    const { owner } = people;
    await owner.says('mina uppgifter');
    expect(seenOn(await owner.presses(sv('button.readHere')))).toContain(sv('challenge.role.owner'));
  });
});
