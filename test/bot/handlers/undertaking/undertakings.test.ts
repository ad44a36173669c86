import { newIdempotencyKey } from '../../../../src/domain/ids';
import { type City, startCity } from '../../../../testing/scenes/city';
import { allOn, seenOn, sv, titlesOn } from '../../../../testing/scenes/everyday';
import { gatheredFor } from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

// What a department undertakes for a year: activities, three at most, which end by themselves.

let city: City;
let leader: Person;
let manager: Person;
let employee: Person;
let office: Person;

beforeAll(async () => {
  city = await startCity();
  leader = await city.arrives('leader');
  manager = await city.arrives('manager');
  employee = await city.arrives('employee');
  office = await city.arrives('office');
});
afterAll(() => city.stop());

const press = (person: Person, verb: string, data: object) => person.presses({ verb, data: { verb, ...data } });
const lists = (person: Person, year = '2027') => press(person, 'undertakings', { department: 'VOO', year, page: '0' });
const adds = (person: Person, what: string, more: object = {}) =>
  press(person, 'addUndertaking', {
    ...{ idempotencyKey: newIdempotencyKey(city.app.random), department: 'VOO' },
    ...{ what, who: 'Enhetscheferna', until: '2027-06-15', ...more },
  });
const ofYear = () => city.app.undertakings.ofYear('2027', ['VOO']);
const one = async (what: string) => {
  const found = (await ofYear()).find(({ words }) => words.what === what);
  if (!found) throw new Error(`Nobody has undertaken ${what}`);
  return found;
};
const acts = async (person: Person, what: string, undertakingAct: string, more: object = {}) => {
  const { id: undertaking, decisionVersion } = await one(what);
  return press(person, 'actOnUndertaking', {
    ...{ undertaking, decisionVersion: String(decisionVersion) },
    ...{ idempotencyKey: newIdempotencyKey(city.app.random), undertakingAct, ...more },
  });
};
const toDay = async (day: string) => {
  await city.pass(Date.parse(`${day}T09:00:00Z`) - Date.parse(city.now()));
  await city.delivers();
};

it('is reached from what a department follows up with, and asks three things', async () => {
  expect(seenOn(await press(leader, 'followUp', { department: 'VOO' }))).toContain(sv('figures.followUp.undertakings'));
  const list = await lists(leader);
  expect(seenOn(list)).toContain(sv('undertaking.list.begin'));
  expect(titlesOn(list)).toContain('Lägg till aktivitet');
  const form = allOn(await press(leader, 'undertakingForm', { department: 'VOO' }));
  for (const asked of ['Vad ska ni göra?', 'Vem?', 'Klart senast']) expect(form).toContain(asked);
});

it('is added by a leader or a manager, and by nobody else', async () => {
  expect(seenOn(await adds(leader, 'Svara i tid'))).toContain('Svara i tid');
  expect(seenOn(await adds(manager, 'Prova två idéer'))).toContain('Prova två idéer');
  expect((await adds(employee, 'Nej')).message).toBe(sv('undertaking.refusal.notAllowed'));
  expect((await adds(office, 'Nej')).message).toBe(sv('undertaking.refusal.notAllowed'));
  expect(await ofYear()).toHaveLength(2);
});

it('is one effect however often it is sent, and one of three a year', async () => {
  const idempotencyKey = newIdempotencyKey(city.app.random);
  await adds(leader, 'Ta efter en idé', { idempotencyKey });
  expect(seenOn(await adds(leader, 'Ta efter en idé', { idempotencyKey }))).toContain('Ta efter en idé');
  const refused = await adds(leader, 'En för mycket');
  expect(seenOn(refused)).toContain(sv('undertaking.refusal.yearFull'));
  // Nothing that was written is lost.
  expect(JSON.stringify(refused.card)).toContain('En för mycket');
  expect(await ofYear()).toHaveLength(3);
  expect(titlesOn(await lists(leader))).not.toContain('Lägg till aktivitet');
});

it('never gets a fourth where several add at the same moment', async () => {
  await acts(leader, 'Ta efter en idé', 'dropUndertaking', { why: 'Ingen passade oss.' });
  await Promise.all([adds(leader, 'Först'), adds(manager, 'Samtidigt')]);
  expect((await ofYear()).filter(({ stage }) => stage !== 'dropped')).toHaveLength(3);
});

it('is opened by its bare id, by anybody, who can do nothing to it', async () => {
  const { id } = await one('Svara i tid');
  const opened = await employee.says(id);
  expect(seenOn(opened)).toContain('Svara i tid');
  expect(titlesOn(opened)).not.toContain(sv('undertaking.button.finish'));
  await acts(employee, 'Svara i tid', 'finishUndertaking');
  expect((await one('Svara i tid')).stage).toBe('planned');
});

it('reminds whoever added it fourteen days before a part of the year ends, in the day card', async () => {
  await toDay('2027-04-16');
  expect(await gatheredFor(city, leader)).toContain(sv('undertaking.told.undertakingReminded', { date: '30 april' }));
});

it('is done, moved and dropped, the last two with why', async () => {
  const refused = await acts(manager, 'Prova två idéer', 'moveUndertaking', { until: '2027-09-01' });
  expect(seenOn(refused)).toContain(sv('undertaking.field.why'));
  await acts(manager, 'Prova två idéer', 'moveUndertaking', { until: '2027-09-01', why: 'Lokalen är inte klar.' });
  expect(await one('Prova två idéer')).toMatchObject({ until: '2027-09-01', moved: '2027-06-15' });
  expect(seenOn(await acts(manager, 'Svara i tid', 'finishUndertaking', { result: 'Nio av tio.' }))).toContain(
    'Nio av tio.',
  );
});

it('is hidden by the office at once, for everybody who does not keep it', async () => {
  await acts(office, 'Svara i tid', 'hideUndertaking');
  expect(seenOn(await lists(employee))).not.toContain('Svara i tid');
  expect(seenOn(await lists(leader))).toContain(sv('undertaking.hidden'));
});

it('stands in what is stored of whoever added it, and stays for their department when they leave', async () => {
  const own = await leader.says('mina uppgifter');
  const shown = [allOn(own), ...leader.chat().map(({ card }) => (card ? allOn({ card }) : ''))];
  expect(shown.join(' ')).toMatch(/\d aktiviteter/);
  await press(manager, 'eraseMeNow', {});
  await city.delivers();
  expect((await one('Prova två idéer')).stage).toBe('planned');
});

it('ends by itself when its year has been summed up', async () => {
  // A bot that was away meanwhile catches up, one thing at a time.
  for (const day of ['2027-08-17', '2027-12-17', '2028-01-31', '2028-02-01']) await toDay(day);
  expect((await one('Prova två idéer')).stage).toBe('lapsed');
});
