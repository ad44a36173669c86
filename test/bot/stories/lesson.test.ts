import { addDays } from '../../../src/domain/time';
import { dayText } from '../../../src/text/dates';
import { button } from '../../../testing/cards/card';
import { type City, days, startCity } from '../../../testing/scenes/city';
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
  rowOn,
  stepsOn,
} from '../../../testing/scenes/told';
import type { Person } from '../../../testing/teams/person';

type Who = 'submitter' | 'follower' | 'leader' | 'other' | 'deputy' | 'manager' | 'office';

let city: City;
let people: Record<Who, Person>;
let story: ReturnType<typeof following<Who>>;
let id: string;
beforeAll(async () => {
  city = await startCity();
  people = await arrivals(city, {
    submitter: 'employee',
    follower: 'colleague',
    leader: 'leader',
    other: 'otherLeader',
    deputy: 'deputy',
    manager: 'manager',
    office: 'office',
  });
  story = following(city, people);
});
afterAll(() => city.stop());

const name = (who: Who) => people[who].name;
const news = () => story.news(id);
const card = (who: Who) => cardAbout(people[who], id);
const today = () => city.now().slice(0, 10);
const toDay = (day: string) => city.pass(Date.parse(`${day}T09:00:00Z`) - Date.parse(city.now()));

/** An idea that the leader drives, up to its planning. */
async function newPlan(): Promise<void> {
  const { submitter, leader } = people;
  id = await sendsIdea(submitter);
  await city.delivers();
  await pressesOn(leader, id, 'Utforska idén');
  await fills(leader, id, ...explored);
  await pressesOn(leader, id, 'Gå vidare till planering');
}

describe('a test that costs nothing and ends in a lesson', () => {
  it('begins when the leader approves the plan, and nobody is asked for money', async () => {
    const { leader, follower } = people;
    await newPlan();
    await follower.says(id);
    await follower.presses('Följ', {}, { on: follower.chat().at(-1)?.activityId ?? '' });
    await news();
    await fills(leader, id, ...planned('0', '2026-12-01', '2026-12-20'));
    expect(stepsOn(card('leader'))[0]).toBe('Starta testet');
    await pressesOn(leader, id, 'Starta testet');
    const approved = { who: leader.name, free: 'true' };
    expect(await news()).toEqual({
      submitter: [notice('ownPlanSent.submitter', approved)],
      follower: [inDayCard('ownPlanSent.followers', approved)],
    });
    expect(await story.standing(id)).toEqual(['piloting', 'leader']);
    expect(await story.idea(id)).not.toHaveProperty('money');
  });

  it('is closed with what was tried and learned, and a day on which it is tried again', async () => {
    const { leader, submitter, manager } = people;
    toDay('2026-12-20');
    await news();
    await leader.says(id);
    await fills(leader, id, [
      'result',
      { outcome: 'Ingen cyklade i regn.', learned: 'Det behövs tak över cyklarna.', recommendation: 'close' },
    ]);
    expect(stepsOn(card('leader'))[0]).toBe('Avsluta');
    const panel = await pressesOn(leader, id, 'Avsluta');
    // What has been told is not asked for again.
    expect(JSON.stringify(panel.card)).toContain('Det behövs tak över cyklarna.');
    await pressesOn(leader, id, 'Avsluta', { tryAgain: 'Att garaget byggs.', tryAgainOn: '2027-06-01' });
    const closed = { who: leader.name, ended: 'tested', again: '1 juni 2027' };
    expect(await news()).toEqual({
      submitter: [notice('closed.submitter', closed)],
      follower: [inDayCard('closed.followers', closed)],
    });
    for (const words of [
      'Tio personer cyklar.',
      'Det behövs tak över cyklarna.',
      'Att garaget byggs.',
      '1 juni 2027',
    ]) {
      expect(allOn(card('submitter'))).toContain(words);
      expect(allOn(await manager.says(id))).toContain(words);
    }
    expect(await story.standing(id)).toEqual(['closed', 'nobody']);
    expect(seenOn(await submitter.says('mina idéer'))).toContain(sv('stage.closed'));
  });

  it('comes back to the leaders on that day, once, with all that was known', async () => {
    toDay('2027-05-31');
    expect(await news()).toEqual({});
    toDay('2027-06-01');
    const back = notice('cameBack.deciders');
    expect(await news()).toEqual({
      leader: [back],
      other: [back],
      submitter: [inDayCard('cameBack.submitter')],
      follower: [inDayCard('cameBack.followers')],
    });
    expect(await story.standing(id)).toEqual(['submitted', 'deciders']);
    expect(stepsOn(card('leader'))[0]).toBe('Utforska idén');
    expect(allOn(card('leader'))).toContain('Besöken börjar i tid.');
    expect(await story.lists(people.other, 'min tur')).toEqual([id]);
    toDay('2027-06-02');
    expect(await news()).toEqual({});
    await pressesOn(people.leader, id, 'Utforska idén');
    expect((await story.idea(id)).answers).toMatchObject({ learned: 'Det behövs tak över cyklarna.' });
  });
});

describe('a plan that costs too much', () => {
  const plan = (cost: string) => planned(cost, '2027-07-01', '2027-08-31');

  it('goes to the innovation office above the manager’s limit, which says no and why', async () => {
    const { leader, office } = people;
    await newPlan();
    await fills(
      leader,
      id,
      ...plan('250 000'),
      ['goal', { measure: 'Sena besök', today: '30', target: '5' }],
      ['partners', { partners: 'ingen' }],
      ['procurement', { procurement: 'yes' }],
    );
    await news();
    expect(seenOn(await leader.says(id))).toContain('Något ska upphandlas');
    await pressesOn(leader, id, sv('button.askForMoney', { amount: kronor(250_000) }));
    const asked = { who: leader.name, free: 'false', cost: kronor(250_000) };
    expect(await news()).toEqual({
      submitter: [notice('ownPlanSent.submitter', asked)],
      office: [notice('ownPlanSent.funder', asked)],
    });
    expect(await story.idea(id)).toMatchObject({ money: { asked: 250_000, funder: 'office' } });
    expect(allOn(await people.submitter.says(id))).toContain(sv('waits.for', { who: 'Innovationskontoret' }));
    // The sum that somebody decides on stands.
    expect(stepsOn(await leader.says(id))).not.toContain('Godkänn planen');

    await gives(office, id, 'Bevilja inte', { reason: 'Börja med en grupp.', diary: 'KS 2027-0031' });
    const declined = { who: office.name, waits: leader.name, sum: kronor(250_000) };
    expect(await news()).toEqual({
      submitter: [notice('moneyDeclined.submitter', declined)],
      leader: [notice('moneyDeclined.leader', declined)],
    });
    expect(seenOn(card('leader'))).toContain('Börja med en grupp.');
    expect(await story.standing(id)).toEqual(['planning', 'leader']);
    expect(await story.idea(id)).not.toHaveProperty('money');
  });

  it('goes to the manager when it costs less, and begins without money when that is declined too', async () => {
    const { leader, manager } = people;
    await leader.says(id);
    await pressesOn(leader, id, rowOn(cardAbout(leader, id), 'Vad testet kostar'));
    await pressesOn(leader, id, 'Spara', { cost: '90 000 kr' });
    await pressesOn(leader, id, sv('button.askForMoney', { amount: kronor(90_000) }));
    const asked = { who: leader.name, free: 'false', cost: kronor(90_000) };
    expect(await news()).toMatchObject({ manager: [notice('ownPlanSent.funder', asked)] });
    const hinders = { obstacleKind: 'money', obstacleLine: 'Pengarna finns först nästa år.' };
    const form = await pressesOn(manager, id, 'Bevilja inte');
    // As a client sends it that does not look at what is required: no obstacle comes of that.
    await manager.presses({
      verb: 'act',
      data: { ...button(form.card, 'Bevilja inte').data, reason: ' ', ...hinders },
    });
    expect(await city.app.obstacles.standing()).toEqual([]);
    await manager.presses('Bevilja inte', { reason: 'Budgeten är slut.', ...hinders });
    expect(Object.keys(await news()).sort()).toEqual(['leader', 'submitter']);
    const { obstacle = '' } = await story.idea(id);
    expect(await city.app.obstacles.hinderedBy(obstacle)).toHaveLength(1);
    expect(allOn(await leader.says(id))).toContain('Pengarna finns först nästa år.');

    await leader.says(id);
    await pressesOn(leader, id, rowOn(cardAbout(leader, id), 'Vad testet kostar'));
    await pressesOn(leader, id, 'Spara', { cost: '0' });
    await pressesOn(leader, id, 'Starta testet');
    expect(await news()).toEqual({
      submitter: [notice('ownPlanSent.submitter', { who: leader.name, free: 'true' })],
    });
    expect(await story.standing(id)).toEqual(['piloting', 'leader']);
    expect(await story.idea(id)).not.toHaveProperty('money');
    const why = seenOn(await people.submitter.says(`varför ${id}`));
    for (const words of ['Börja med en grupp.', 'KS 2027-0031', 'Budgeten är slut.']) expect(why).toContain(words);
  });
});

describe('a plan, an owner and a result that come back', () => {
  /** A decision, and the same again from a card that was drawn before it, which changes nothing. */
  async function decides(who: Who, title: string, inputs: Record<string, unknown> = {}, press = pressesOn) {
    const refused = await pressesOldCard(city, people[who], await press(people[who], id, title, inputs));
    const why = (['stale', 'notNow', 'notAllowed'] as const).map((code) => sv(`refusal.${code}`));
    expect(why.some((text) => refused.includes(text))).toBe(true);
  }

  it('is sent back with what should change; what another leader was writing then is shown, not lost', async () => {
    const { leader, other, submitter } = people;
    id = await sendsIdea(submitter);
    await city.delivers();
    await pressesOn(leader, id, 'Utforska idén', { person: 'submitter' });
    await city.delivers();
    await pressesOn(submitter, id, 'Jag leder gärna arbetet');
    await fills(submitter, id, ...explored);
    await pressesOn(submitter, id, 'Gå vidare till planering');
    const [start, end] = [addDays(today(), 1), addDays(today(), 10)];
    await fills(submitter, id, ...planned('0', start, end));
    await decides('submitter', 'Skicka planen för beslut');
    await news();
    await pressesOn(other, id, 'Skicka tillbaka');
    const panel = cardAbout(other, id).activityId;
    await decides('leader', 'Skicka tillbaka', { reason: 'Skriv vem som håller i det.' }, gives);
    const late = await other.presses('Skicka tillbaka', { reason: 'Börja efter jul.' }, { on: panel });
    for (const words of [sv('refusal.stale'), sv('idea.unsent'), 'Börja efter jul.', 'Skriv vem som håller i det.']) {
      expect(seenOn(late)).toContain(words);
    }
    const sentBack = { who: leader.name, stage: 'planning' };
    expect(await news()).toEqual({ submitter: [notice('sentBack.driver', sentBack)] });
    expect(await story.standing(id)).toEqual(['planning', 'submitter']);
    expect(seenOn(card('submitter'))).toContain(sv('idea.needs.count', { done: 4, count: 4 }));
    await decides('submitter', 'Skicka planen för beslut');
    await city.delivers();
    await decides('leader', 'Godkänn planen');
    await news();
  });

  it('has an owner who declines, and another who wants it tested more before others take it in', async () => {
    const { leader, manager, submitter } = people;
    toDay(addDays(today(), 10));
    await submitter.says(id);
    const result = { outcome: 'Färre väntar.', learned: 'Hjälm behövs.', recommendation: 'scale' };
    await fills(submitter, id, ['result', result]);
    await decides('submitter', 'Skicka resultatet');
    await news();
    await gives(leader, id, 'Låt fler införa den', { person: addressOf('manager'), departments: 'MIL' });
    await news();
    await decides('manager', 'Helst någon annan', { reason: 'Det är för långt från mig.' }, gives);
    const declined = notice('owningDeclined.deciders', { who: manager.name });
    expect(await news()).toEqual({ leader: [declined], other: [declined] });
    expect(await story.standing(id)).toEqual(['scaling', 'deciders']);
    expect(stepsOn(card('leader'))[0]).toBe('Välj vem som ansvarar');
    await gives(leader, id, 'Välj vem som ansvarar');
    expect(await story.standing(id)).toEqual(['scaling', 'leader']);

    await leader.says(id);
    const until = addDays(today(), 30);
    await pressesOn(leader, id, 'Fler val');
    await decides('leader', 'Tillbaka till test', { until, reason: 'Håller hjälmarna?' }, gives);
    expect(Object.keys(await news())).toEqual(['submitter']);
    expect(seenOn(card('submitter'))).toContain('Håller hjälmarna?');
    expect(await story.standing(id)).toEqual(['piloting', 'submitter']);
  });

  it('is used only where it was tested, when that is what its leader decides', async () => {
    toDay(addDays(today(), 30));
    await people.submitter.says(id);
    await decides('submitter', 'Skicka resultatet');
    await news();
    await decides('leader', 'Bara hos oss', { done: 'Alla har hjälm.' }, gives);
    const used = { who: name('leader'), department: 'Vård och omsorg' };
    expect(await news()).toEqual({ submitter: [notice('usedHere.submitter', used)] });
    expect(await story.standing(id)).toEqual(['inUse', 'nobody']);
    expect((await story.idea(id)).adoptions).toMatchObject({ VOO: { status: 'using' }, MIL: { status: 'invited' } });
    expect(allOn(await people.follower.says(id))).toContain('Alla har hjälm.');
  });
});

/** With nine weeks ahead of it in which no public holiday puts anything off. */
const MONDAY = '2027-08-09';

describe('an idea that nobody answers', () => {
  it('reminds those it waits for once and gives the submitter a new date; then the deputy gets it, and then the office', async () => {
    toDay(MONDAY);
    id = await sendsIdea(people.submitter);
    await news();
    city.pass(days(14));
    expect(await news()).toEqual({});
    city.pass(days(1));
    const reminder = inDayCard('reminded.waitedFor');
    expect(await news()).toEqual({
      leader: [reminder],
      other: [reminder],
      submitter: [inDayCard('reminded.submitter', { role: 'deciders' })],
    });
    const newDay = addDays(today(), 14);
    expect(await story.idea(id)).toMatchObject({ answerBy: newDay });
    expect(seenOn(await people.submitter.says('idag'))).toContain(dayText(newDay, 'sv', today()));
    city.pass(days(14));
    expect(await news()).toEqual({});
    city.pass(days(1));
    expect(await news()).toEqual({ deputy: [inDayCard('escalated.deciders', { role: 'deciders' })] });
    expect(await story.idea(id)).toMatchObject({ escalated: true, tier: 'deputy' });
    await people.deputy.says(id);
    expect(stepsOn(card('deputy'))[0]).toBe('Utforska idén');
    city.pass(days(13));
    expect(await news()).toEqual({});
    city.pass(days(1));
    expect(await news()).toEqual({ office: [inDayCard('remindedAgain.deciders', { role: 'deciders' })] });
    city.pass(days(19));
    const waited = { yours: 'false', role: 'deciders', days: 63 };
    expect(await news()).toMatchObject({ submitter: [inDayCard('delayTold.submitter', waited)] });
    const waitedFor = seenOn(await people.submitter.says('idag'));
    expect(waitedFor).toContain('Nu ligger den hos Innovationskontoret.');
    expect(seenOn(await people.submitter.says(id))).toContain('49 dagar sedan');
    await choosesMore(people.deputy, id, 'Avsluta', { reason: 'Vi har redan cyklar.' });
    expect(await story.standing(id)).toEqual(['closed', 'nobody']);
  });

  it('reminds a colleague who was asked to drive it, and then those who asked', async () => {
    toDay('2028-01-17');
    id = await sendsIdea(people.submitter);
    await city.delivers();
    await pressesOn(people.leader, id, 'Utforska idén', { person: 'submitter' });
    await gives(people.leader, id, 'Välj vem som leder arbetet', { personEmail: addressOf('colleague') });
    await news();
    city.pass(days(31));
    expect(await news()).toEqual({
      follower: [notice('reminded.waitedFor')],
      submitter: [inDayCard('reminded.submitter', { role: 'driver' })],
    });
    // A month later is a Saturday, and the answer date the Monday after it.
    city.pass(days(33));
    const late = inDayCard('escalated.deciders', { role: 'driver', waits: name('follower') });
    const waited = { yours: 'false', role: 'driver', days: 64 };
    expect(await news()).toEqual({
      leader: [late],
      other: [late],
      submitter: [inDayCard('delayTold.submitter', waited)],
    });
    // By role, and not by name.
    const told = seenOn(await people.submitter.says('idag'));
    expect(told).toContain('Nu ligger den hos den som leder arbetet med idén.');
    expect(await story.standing(id)).toEqual(['exploring', 'follower']);
  });
});
