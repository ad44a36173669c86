import { type City, days, minutes, startCity } from '../../../testing/scenes/city';
import { addressOf } from '../../../testing/scenes/city-people';
import { allOn, cardAbout, choosesMore, pressesOn, seenOn, sendsIdea, sv } from '../../../testing/scenes/everyday';
import {
  arrivals,
  explored,
  fills,
  following,
  gives,
  inDayCard,
  kronor,
  notice,
  planned,
  pressesOldCard,
  stepsOn,
} from '../../../testing/scenes/told';
import type { Person } from '../../../testing/teams/person';

type Who = 'submitter' | 'driver' | 'leader' | 'other' | 'manager' | 'owner' | 'adopter' | 'hesitant' | 'curious';

/** One idea, from the first line to everyday use in other departments; each step begins where the one before ended. */
/** What departments and colleagues say within an hour is told together: here each is told by itself. */
const QUIET_HOUR = minutes(61);

describe('an idea that goes the whole way', () => {
  let city: City;
  let people: Record<Who, Person>;
  let story: ReturnType<typeof following<Who>>;
  let id: string;
  beforeAll(async () => {
    city = await startCity();
    people = await arrivals(city, {
      submitter: 'employee',
      driver: 'colleague',
      leader: 'leader',
      other: 'otherLeader',
      manager: 'manager',
      owner: 'unitManager',
      adopter: 'environmentLeader',
      hesitant: 'rescueLeader',
      curious: 'executiveLeader',
    });
    story = following(city, people);
    await story.news();
  });
  afterAll(() => city.stop());

  const name = (who: Who) => people[who].name;
  const card = (who: Who) => cardAbout(people[who], id);
  const stored = () => story.idea(id);

  /** A decision, and then the same again from a card that was drawn before it: that changes nothing and shows the present state. */
  async function decides(who: Who, title: string, inputs: Record<string, unknown> = {}, press = pressesOn) {
    const answer = await press(people[who], id, title, inputs);
    const refused = await pressesOldCard(city, people[who], answer);
    const why = (['stale', 'notNow', 'notAllowed', 'dateNotAhead'] as const).map((code) =>
      sv(`refusal.${code}`, { field: sv('field.until') }),
    );
    expect(why.filter((text) => refused.includes(text))).toHaveLength(1);
    expect(refused).toContain(sv(`stage.${(await stored()).stage}`));
    return seenOn(answer);
  }
  const decidesWith = (who: Who, title: string, inputs: Record<string, unknown>) => decides(who, title, inputs, gives);

  /** What its submitter reads when they look at it. */
  const submitterSees = async () => allOn(await people.submitter.says(id));

  it('is taken on by a leader, who asks its submitter to drive it', async () => {
    id = await sendsIdea(people.submitter);
    const fresh = notice('submitted.deciders', { who: name('submitter') });
    expect(await story.news()).toEqual({ leader: [fresh], other: [fresh] });

    await decides('leader', 'Utforska idén', { person: 'submitter' });
    expect(await story.news()).toEqual({
      submitter: [notice('explored.driver', { who: name('leader'), own: 'true' })],
    });
    expect(await story.standing(id)).toEqual(['exploring', 'submitter']);
    expect(await stored()).toMatchObject({ driver: { accepted: false } });
    expect(stepsOn(card('submitter'))).toEqual(['Jag leder gärna arbetet', 'Helst någon annan', 'Fler val']);
    expect(seenOn(card('submitter'))).toContain(sv('waits.task.driverAsked', { hours: 2 }));
  });

  it('stays open when the submitter declines, and a colleague who is asked accepts', async () => {
    await decidesWith('submitter', 'Helst någon annan', { reason: 'Jag byter schema.' });
    const declined = notice('drivingDeclined.deciders', { who: name('submitter') });
    expect(await story.news()).toEqual({ leader: [declined], other: [declined] });
    expect(await story.standing(id)).toEqual(['exploring', 'deciders']);
    expect(seenOn(card('other'))).toContain('Jag byter schema.');
    expect(stepsOn(card('leader'))[0]).toBe('Välj vem som leder arbetet');

    await gives(people.leader, id, 'Välj vem som leder arbetet', { personEmail: addressOf('colleague') });
    expect(await story.news()).toEqual({ driver: [notice('driverNamed.driver', { who: name('leader') })] });
    expect(await story.standing(id)).toEqual(['exploring', 'driver']);
    expect(await submitterSees()).toContain(sv('waits.for', { who: name('driver') }));

    expect(await decides('driver', 'Jag leder gärna arbetet')).toContain(sv('idea.needs.count', { done: 0, count: 4 }));
    const accepted = { who: name('driver') };
    expect(await story.news()).toEqual({
      submitter: [inDayCard('drivingAccepted.submitter', accepted)],
      leader: [inDayCard('drivingAccepted.leader', accepted)],
    });
  });

  it('is explored through short forms that keep what is half done', async () => {
    const { driver, adopter } = people;
    await pressesOn(driver, id, 'Fyll i: vilka som berörs');
    const partly = await pressesOn(driver, id, 'Spara', { groups: 'users,colleagues' });
    expect(seenOn(partly)).toContain(`Vilka som berörs · ${sv('idea.need.is.partly')}`);
    expect(stepsOn(partly)[0]).toBe('Fyll i: vilka som berörs');
    expect((await stored()).answers).toEqual({ groups: 'users,colleagues' });
    const form = await pressesOn(driver, id, 'Fyll i: vilka som berörs');
    expect(JSON.stringify(form.card)).toContain('"value":"users,colleagues"');
    await pressesOn(driver, id, 'Spara', { participation: 'Vi frågar tio brukare.' });
    await fills(driver, id, ...explored.slice(1));
    expect(await story.news()).toEqual({});
    expect(stepsOn(card('driver'))[0]).toBe('Gå vidare till planering');
    expect((await stored()).answers).toMatchObject({ groups: 'users,colleagues', worth: 'En timme om dagen.' });

    await choosesMore(driver, id, 'Berör också', { departments: 'MIL' });
    expect(await story.news()).toEqual({
      adopter: [inDayCard('concerned.concerned', { who: driver.name, departments: 'Miljö' })],
    });
    await adopter.says(id);
    expect(seenOn(cardAbout(adopter, id))).toContain('Hemtjänsten väntar på bilar varje morgon.');
    expect((await stored()).concerns).toEqual(['MIL']);
  });

  it('is planned with a cost of 50 000 kr, which asks for more than a plan without', async () => {
    await decides('driver', 'Gå vidare till planering');
    expect(await story.news()).toEqual({
      submitter: [notice('planned.submitter', { who: name('driver') })],
      leader: [inDayCard('planned.leader', { who: name('driver') })],
    });
    expect(await story.standing(id)).toEqual(['planning', 'driver']);
    expect(seenOn(card('driver'))).toContain(sv('idea.needs.count', { done: 0, count: 4 }));
    await fills(people.driver, id, ...planned('50 000 kr', '2026-12-01', '2027-02-28'));
    expect(seenOn(card('driver'))).toContain(sv('idea.needs.count', { done: 4, count: 7 }));
    await fills(
      people.driver,
      id,
      ['goal', { measure: 'Sena besök i veckan', today: '30', target: '10' }],
      ['partners', { partners: 'ingen' }],
      ['procurement', { procurement: 'no' }],
    );
    await decides('driver', 'Skicka planen för beslut');
    const sent = notice('planSubmitted.deciders', { who: name('driver') });
    expect(await story.news()).toEqual({ leader: [sent], other: [sent] });
    expect(await story.standing(id)).toEqual(['planning', 'deciders']);
    expect(stepsOn(card('leader'))).toEqual([
      'Godkänn planen',
      'Skicka tillbaka',
      'Skicka vidare',
      'Avsluta',
      'Fler val',
    ]);
    expect(seenOn(card('leader'))).toContain('Tio personer cyklar.');
  });

  it('asks the manager for the money, who grants a part of it, and only then may the test begin', async () => {
    await decides('leader', 'Godkänn planen');
    const approved = { who: name('leader'), free: 'false', cost: kronor(50_000) };
    expect(await story.news()).toEqual({
      submitter: [notice('planApproved.submitter', approved)],
      driver: [notice('planApproved.driver', approved)],
      manager: [notice('planApproved.funder', approved)],
    });
    expect(await story.standing(id)).toEqual(['planning', 'funder']);
    expect(await stored()).toMatchObject({ money: { asked: 50_000, funder: 'manager' } });
    expect(await submitterSees()).toContain(sv('waits.for', { who: 'chefen för Vård och omsorg' }));
    const choices = ['Bevilja allt', 'Fråga först', 'Bevilja inte', 'Fler val'];
    expect(stepsOn(card('manager'))).toEqual(choices);
    // The card of the other leader, who was asked too, has followed.
    expect(stepsOn(card('other'))).not.toContain('Godkänn planen');

    const part = { amount: '40 000', reason: 'Vi börjar mindre.', diary: 'VOO 2026-0412' };
    await pressesOn(people.manager, id, 'Fler val');
    await decidesWith('manager', 'Bevilja en del', part);
    const granted = { who: name('manager'), part: 'true', amount: kronor(40_000), asked: kronor(50_000) };
    expect(await story.news()).toEqual({
      submitter: [notice('granted.submitter', granted)],
      driver: [notice('granted.driver', granted)],
      leader: [inDayCard('granted.leader', granted)],
    });
    expect(await story.standing(id)).toEqual(['piloting', 'driver']);
    expect(await stored()).toMatchObject({
      money: { asked: 50_000, granted: 40_000, diary: 'VOO 2026-0412' },
      test: { start: '2026-12-01', end: '2027-02-28', halfWay: '2027-01-14' },
    });
    expect(seenOn(card('driver'))).toContain('VOO 2026-0412');
  });

  it('is tested: half-way its driver is asked once how it goes, and makes it longer with a reason', async () => {
    city.pass(days(48));
    // A quiet month: a line is asked for, and may be left out.
    expect(await story.news()).toEqual({ driver: [inDayCard('progressAsked.waitedFor')] });
    city.pass(days(1));
    expect(await story.news()).toEqual({ driver: [inDayCard('halfWay.driver')] });
    expect(await story.news()).toEqual({});
    await decidesWith('driver', 'Förläng testet', { until: '2027-03-31', reason: 'Vintern kom sent.' });
    const until = { who: name('driver'), end: '31 mars' };
    expect(await story.news()).toEqual({
      submitter: [notice('extended.submitter', until)],
      leader: [inDayCard('extended.leader', until)],
    });
    expect(seenOn(card('submitter'))).toContain('Vintern kom sent.');
    expect(await stored()).toMatchObject({ test: { end: '2027-03-31' }, answerBy: '2027-03-31' });
  });

  it('gives a result, with what the money was used for, that the leaders decide on', async () => {
    city.pass(days(76));
    await story.news();
    await fills(
      people.driver,
      id,
      ['result', { outcome: 'Från 30 till 8.', learned: 'Dubbdäck behövs.', recommendation: 'scale' }],
      ['used', { used: '38 000' }],
    );
    await decides('driver', 'Skicka resultatet');
    const result = notice('resultSubmitted.deciders', { who: name('driver') });
    const paid = [inDayCard('resultSubmitted.granter', { who: name('driver') })];
    expect(await story.news()).toEqual({ leader: [result], other: [result], manager: paid });
    expect(seenOn(card('manager'))).toContain('Från 30 till 8.');
    expect(await story.standing(id)).toEqual(['piloting', 'deciders']);
    expect(await stored()).toMatchObject({ money: { granted: 40_000 }, answers: { used: '38000' } });
    expect(seenOn(card('leader'))).toContain(
      sv('stake.granted.value', { granted: kronor(40_000), used: kronor(38_000) }),
    );
    // What the driver recommends comes first.
    expect(stepsOn(card('leader')).slice(0, 2)).toEqual(['Låt fler införa den', 'Bara hos oss']);
  });

  it('is offered to three departments, with an owner who accepts', async () => {
    const more = { person: addressOf('unitManager'), departments: 'MIL,RTJ,KLK' };
    await decidesWith('leader', 'Låt fler införa den', more);
    const scaled = { who: name('leader') };
    const invited = [notice('scaled.invited', scaled)];
    expect(await story.news()).toEqual({
      submitter: [notice('scaled.submitter', scaled)],
      driver: [inDayCard('scaled.driver', scaled)],
      owner: [notice('scaled.owner', scaled)],
      manager: [inDayCard('scaled.granter', scaled)],
      ...{ adopter: invited, hesitant: invited, curious: invited },
    });
    expect(await story.standing(id)).toEqual(['scaling', 'owner']);
    for (const who of ['adopter', 'hesitant', 'curious'] as const) {
      expect(stepsOn(card(who))).toEqual([
        'Vi inför den',
        'Vi testar först',
        'Inte nu',
        'Fråga den som ansvarar',
        'Fler val',
      ]);
      expect(seenOn(card(who))).toContain('Hemtjänsten väntar på bilar varje morgon.');
      expect(seenOn(card(who))).toContain('Dubbdäck behövs.');
    }
    await decides('owner', 'Jag tar ansvaret');
    expect(await story.news()).toEqual({ leader: [inDayCard('owningAccepted.leader', { who: name('owner') })] });
    expect(stepsOn(card('owner'))[0]).toBe('Den används nu');
  });

  it('is taken in by one of them, not now by another', async () => {
    await decidesWith('adopter', 'Vi inför den', { contact: 'Enhetschefen på Parkenheten' });
    const adopted = { who: name('adopter'), status: 'using', department: 'Miljö', start: '31 mars' };
    expect(await story.news()).toEqual({
      submitter: [inDayCard('adopted.submitter', adopted)],
      owner: [inDayCard('adopted.owner', adopted)],
      leader: [inDayCard('adopted.leader', adopted)],
    });
    const waitsForHesitant = async () => seenOn(await people.hesitant.says('min tur')).includes(`Idé ${id}`);
    expect(await waitsForHesitant()).toBe(true);
    city.pass(QUIET_HOUR);
    await decidesWith('hesitant', 'Inte nu', { reason: 'Vi har inga cyklar.' });
    expect(await waitsForHesitant()).toBe(false);
    const declined = { who: name('hesitant'), department: 'Räddningstjänst' };
    expect(await story.news()).toEqual({
      owner: [inDayCard('notNow.owner', declined)],
      leader: [inDayCard('notNow.leader', declined)],
    });
    expect((await stored()).adoptions).toMatchObject({
      MIL: { status: 'using', start: '2027-03-31', contact: 'Enhetschefen på Parkenheten', checkOn: '2027-06-30' },
      RTJ: { status: 'notNow', reason: 'Vi har inga cyklar.' },
      KLK: { status: 'invited' },
    });
    const seen = await submitterSees();
    for (const count of ['using', 'invited', 'notNow'] as const) {
      expect(seen).toContain(sv(`idea.adoption.${count}`, { count: 1 }));
    }
  });

  it('brings the owner a question from the third, and that leader the answer, which was typed', async () => {
    city.pass(QUIET_HOUR);
    await gives(people.curious, id, 'Fråga den som ansvarar', { comment: 'Hur många cyklar behövs?' }, 'Skicka');
    const asked = { who: name('curious') };
    expect(await story.news()).toEqual({
      submitter: [inDayCard('commented.submitter', asked)],
      driver: [inDayCard('commented.driver', asked)],
      leader: [inDayCard('commented.leader', asked)],
      owner: [inDayCard('commented.owner', asked)],
    });
    const offer = await people.owner.says('En cykel för varje fem personer.');
    expect(seenOn(offer)).toContain('Hur många cyklar behövs?');
    city.pass(QUIET_HOUR);
    await people.owner.presses('Ja, skicka kommentaren');
    const answered = { who: name('owner') };
    expect(await story.news()).toEqual({
      submitter: [inDayCard('commented.submitter', answered)],
      driver: [inDayCard('commented.driver', answered)],
      leader: [inDayCard('commented.leader', answered)],
      curious: [inDayCard('commented.followers', answered)],
    });
    expect(seenOn(await people.curious.says('idag'))).toContain('En cykel för varje fem personer.');
  });

  it('is in use when its owner says so, and everybody who took part is thanked', async () => {
    await decidesWith('owner', 'Den används nu', { done: 'Hemtjänsten cyklar.' });
    const used = { who: name('owner') };
    expect(await story.news()).toEqual({
      submitter: [notice('spread.submitter', used)],
      driver: [inDayCard('spread.driver', used)],
      leader: [inDayCard('spread.leader', used)],
      curious: [inDayCard('spread.followers', used)],
    });
    expect(await story.standing(id)).toEqual(['inUse', 'nobody']);
    expect(await stored()).toMatchObject({ followUpOn: '2027-09-30', adoptions: { VOO: { status: 'using' } } });
    // A department that has not answered is waited for; the idea is not.
    expect(await submitterSees()).not.toMatch(/Väntar på (?!svar)/);
  });

  it('is asked about once after three months where it was taken in, and once after six where it is owned', async () => {
    city.pass(days(92));
    expect(await story.news()).toEqual({
      adopter: [inDayCard('adoptionChecked.adopters', { status: 'using', department: 'Miljö' })],
    });
    expect(stepsOn(card('adopter'))).toContain('Vi har slutat');
    await people.adopter.says(id);
    await gives(people.adopter, id, 'Det här blev bättre', { better: 'Ingen väntar på bil.' });
    const better = { department: 'Miljö' };
    expect(await story.news()).toEqual({
      submitter: [inDayCard('betterTold.submitter', better)],
      owner: [inDayCard('betterTold.owner', better)],
      leader: [inDayCard('betterTold.leader', better)],
      other: [inDayCard('betterTold.users', better)],
    });
    city.pass(days(92));
    const asked = notice('followUpAsked.owner');
    expect(await story.news()).toEqual({ owner: [asked] });
    expect(stepsOn(card('owner'))[0]).toBe('Berätta hur det gått');
    const panel = await pressesOn(people.owner, id, 'Berätta hur det gått');
    expect(seenOn(panel)).toContain('En timme om dagen.');
    const answer = { use: 'partly', effects: 'time,quality,climate', went: 'Sena besök är nu ovanliga.' };
    const refused = await pressesOn(people.owner, id, 'Berätta hur det gått', answer);
    expect(seenOn(refused)).toContain(sv('refusal.tooManyEffects'));
    for (const kept of ['"partly"', 'time,quality,climate', 'Sena besök är nu ovanliga.']) {
      expect(JSON.stringify(refused.card)).toContain(kept);
    }
    await pressesOn(people.owner, id, 'Berätta hur det gått', { ...answer, effects: 'time,quality' });
    const told = { who: name('owner'), use: 'partly', effects: 'tid och kvalitet' };
    expect(await story.news()).toEqual({
      submitter: [inDayCard('followedUp.submitter', told)],
      leader: [inDayCard('followedUp.leader', told)],
    });
    const seen = await submitterSees();
    for (const words of ['Sena besök är nu ovanliga.', 'används delvis', 'Märks på: tid och kvalitet']) {
      expect(seen).toContain(words);
    }
    // A Monday.
    city.pass(days(402));
    expect(await story.news()).toEqual({ owner: [sv('notice.followUpAsked.later', { years: 1 })] });
  });

  it('tells afterwards who decided what and why, and all that happened, in the order in which it did', async () => {
    const why = seenOn(await people.submitter.says(`varför ${id}`));
    for (const words of ['Vi börjar mindre.', 'VOO 2026-0412', 'Vintern kom sent.', 'Vi har inga cyklar.']) {
      expect(why).toContain(words);
    }
    expect(why).not.toContain('Jag byter schema.');
    const newest = seenOn(await people.submitter.presses('Historik'));
    const before = seenOn(await people.submitter.presses(sv('button.showEarlier')));
    const history = `${newest}\n${before}`.split('\n');
    const told = [
      'skickade in idén.',
      'sa ja till att leda arbetet med idén.',
      'skickade in planen.',
      `${name('manager')} gav`,
      'förlängde testet',
    ];
    const at = told.map((words) => history.findIndex((line) => line.includes(words)));
    expect(at).toEqual(at.toSorted((one, other) => other - one));
    expect(at).not.toContain(-1);
    const record = (await city.app.ideas.history(id)).map(({ type }) => type);
    expect(record.filter((type) => type !== 'filled')).toEqual([
      ...['submitted', 'explored', 'drivingDeclined', 'driverNamed', 'drivingAccepted', 'concerned', 'planned'],
      ...['planSubmitted', 'planApproved', 'granted', 'progressAsked', 'halfWay', 'extended', 'progressAsked'],
      ...['halfWay', 'resultSubmitted', 'scaled'],
      ...[
        'owningAccepted',
        'adopted',
        'notNow',
        'commented',
        'commented',
        'spread',
        'improvementAsked',
        'adoptionChecked',
      ],
      'betterTold',
      ...['followUpAsked', 'followedUp', 'followUpAsked'],
    ]);
  });
});
