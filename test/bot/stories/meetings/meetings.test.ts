import { newIdempotencyKey } from '../../../../src/domain/ids';
import { buttonsOf } from '../../../../testing/cards/card';
import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';
import { type City, startCity } from '../../../../testing/scenes/city';
import { allOn, seenOn, summariesOf, sv, titlesOn } from '../../../../testing/scenes/everyday';
import { gatheredFor } from '../../../../testing/scenes/told';
import { openOneDrive } from '../../../../testing/teams/one-drive';
import type { Person } from '../../../../testing/teams/person';

// "Träffar": planned by the office or who leads, announced once, with seats that hold; each step begins where the one before ended.

let city: City;
let office: Person;
let leader: Person;
let manager: Person;
let employee: Person;
let colleague: Person;

beforeAll(async () => {
  city = await startCity();
  office = await city.arrives('office');
  leader = await city.arrives('leader');
  manager = await city.arrives('manager');
  employee = await city.arrives('employee');
  colleague = await city.arrives('colleague');
});
afterAll(() => city.stop());

const press = (person: Person, verb: string, data: object = {}) => person.presses({ verb, data: { verb, ...data } });
const idempotencyKey = () => newIdempotencyKey(city.app.random);
const form = { where: 'Stadshuset, rum 3', on: '2026-12-10', at: '09:00', minutes: '90', forWhom: 'everybody' };
const plans = (person: Person, what: string, more: object = {}) =>
  press(person, 'addMeeting', { idempotencyKey: idempotencyKey(), what, ...form, ...more });
const lists = (person: Person) => press(person, 'meetings', { page: '0' });
const one = async (what: string) => {
  const found = (await city.app.meetings.planned()).find(({ words }) => words.what === what);
  if (!found) throw new Error(`Nobody has planned ${what}`);
  return found;
};
const acts = async (person: Person, what: string, meetingAct: string, more: object = {}) => {
  const { id: meeting, decisionVersion } = await one(what);
  return press(person, 'actOnMeeting', {
    ...{ meeting, decisionVersion: String(decisionVersion), idempotencyKey: idempotencyKey(), meetingAct, ...more },
  });
};
const toDay = async (day: string) => {
  await city.pass(Date.parse(`${day}T09:00:00Z`) - Date.parse(city.now()));
  await city.delivers();
};
const questionTo = (person: Person) =>
  city.connector
    .sent(person.conversationId)
    .flatMap(({ activity }) => activity.attachments ?? [])
    .findLast(({ contentType }) => contentType.endsWith('file.consent'));

it('shows nobody a way to meetings where there are none, but who may plan one', async () => {
  expect(titlesOn(await employee.says('metoder'))).not.toContain('Träffar');
  expect(titlesOn(await manager.says('metoder'))).not.toContain('Träffar');
  expect(titlesOn(await leader.says('metoder'))).toContain('Träffar');
  const list = await lists(leader);
  expect(seenOn(list)).toContain(sv('meeting.list.begin'));
  expect(titlesOn(list)).toContain('Ny träff');
  const asked = allOn(await press(leader, 'meetingForm'));
  for (const label of ['Vad?', 'Vilken dag?', 'Vilken tid?', 'Hur länge?', 'Var?', 'För vem?', 'Antal platser'])
    expect(asked).toContain(label);
});

it('is planned by the office and by who leads, and by nobody else', async () => {
  expect(seenOn(await plans(office, 'Prova Räkna före', { seats: '1' }))).toContain(sv('meeting.did.meetingAdded'));
  expect((await plans(employee, 'Nej')).message).toBe(sv('meeting.refusal.notAllowed'));
  expect((await plans(manager, 'Nej')).message).toBe(sv('meeting.refusal.notAllowed'));
  const wrong = await plans(leader, 'Minsta testet', { at: 'nio' });
  expect(seenOn(wrong)).toContain(sv('meeting.refusal.badTime'));
  expect(JSON.stringify(wrong.card)).toContain('Minsta testet');
  expect(titlesOn(await employee.says('metoder'))).toContain('Träffar');
});

it('is told once in the day card of those with a post, and of who has chosen to hear of it', async () => {
  await press(colleague, 'saveSettings', { training: 'true' });
  await plans(office, 'Fem samtal');
  await city.delivers();
  const when = sv('meeting.told.meetingAdded', { when: 'torsdag 10 december kl. 09:00–10:30' });
  expect(await gatheredFor(city, colleague)).toContain(when);
  expect(await gatheredFor(city, manager)).toContain(when);
  expect((await gatheredFor(city, employee)).join()).not.toContain('Ny träff');
});

it('says kindly that a third of a month is not announced, and lists it all the same', async () => {
  const third = await plans(office, 'En för mycket');
  expect(seenOn(third)).toContain(sv('meeting.did.listedOnly'));
  expect(seenOn(third)).toContain('En för mycket');
  expect((await one('En för mycket')).announced).toBeUndefined();
  await acts(office, 'En för mycket', 'cancelMeeting');
});

it('has one seat, which one of two gets who press at the same moment', async () => {
  const [first, second] = await Promise.all([
    acts(employee, 'Prova Räkna före', 'comeToMeeting'),
    acts(colleague, 'Prova Räkna före', 'comeToMeeting'),
  ]);
  const said = [first, second].map((answer) => seenOn(answer));
  expect(said.filter((text) => text.includes(sv('meeting.did.seatTaken')))).toHaveLength(1);
  expect(said.filter((text) => text.includes(sv('meeting.refusal.full')))).toHaveLength(1);
  expect((await one('Prova Räkna före')).coming).toBe(1);
  const [came, not] = said[0]?.includes(sv('meeting.did.seatTaken')) ? [employee, colleague] : [colleague, employee];
  await acts(came, 'Prova Räkna före', 'missMeeting');
  expect(seenOn(await acts(not, 'Prova Räkna före', 'comeToMeeting'))).toContain(sv('meeting.did.seatTaken'));
  await acts(not, 'Prova Räkna före', 'missMeeting');
  expect(seenOn(await acts(employee, 'Prova Räkna före', 'comeToMeeting'))).toContain(sv('meeting.did.seatTaken'));
});

it('is seen with names by who holds it, and with a number by everybody else', async () => {
  const { id: meeting } = await one('Prova Räkna före');
  expect(seenOn(await press(office, 'meeting', { meeting, panel: 'comers' }))).toContain(employee.name);
  for (const person of [leader, colleague])
    expect(allOn(await press(person, 'meeting', { meeting, panel: 'comers' }))).not.toContain(employee.name);
  expect(seenOn(await press(colleague, 'meeting', { meeting }))).toContain(sv('meeting.full'));
});

it('is put into a calendar by Teams’ own form, and as a file', async () => {
  const { id: meeting } = await one('Prova Räkna före');
  const opened = await press(employee, 'meeting', { meeting });
  const link = buttonsOf(opened.card).find(({ url }) =>
    String(url).startsWith('https://teams.microsoft.com/l/meeting/new'),
  );
  expect(link?.url).toContain(`startTime=${encodeURIComponent('2026-12-10T08:00:00.000Z')}`);
  const drive = await openOneDrive();
  try {
    await press(employee, 'meetingFile', { meeting });
    const { acceptContext } = (questionTo(employee)?.content ?? {}) as { acceptContext?: object };
    await employee.delivers({
      type: 'invoke',
      name: 'fileConsent/invoke',
      value: { type: 'fileUpload', action: 'accept', context: acceptContext, uploadInfo: drive.place },
    });
    const file = drive.puts.at(-1)?.bytes.toString('utf8') ?? '';
    expect(file).toContain('DTSTART:20261210T080000Z\r\n');
    expect(file).toContain('LOCATION:Stadshuset\\, rum 3\r\n');
  } finally {
    drive.close();
  }
});

it('is changed, and those who come are told at once', async () => {
  await acts(office, 'Prova Räkna före', 'changeMeeting', {
    ...{ what: 'Prova Räkna före', ...form, on: '2026-12-11', seats: '1' },
  });
  await city.delivers();
  const told = sv('meeting.told.meetingChanged', { when: 'fredag 11 december kl. 09:00–10:30' });
  expect(summariesOf(employee).join('\n')).toContain(told);
  expect(summariesOf(colleague).join('\n')).not.toContain(told);
});

it('tells nobody anew where neither its time nor its place has changed', async () => {
  const before = summariesOf(employee).length;
  const saved = await acts(office, 'Prova Räkna före', 'changeMeeting', {
    ...{ what: 'Prova Räkna före', ...form, on: '2026-12-11', seats: '2' },
  });
  expect(seenOn(saved)).toContain(sv('meeting.did.changedQuietly'));
  await city.delivers();
  expect(summariesOf(employee)).toHaveLength(before);
});

it('reminds who comes the day before, and asks the day after what they take with them', async () => {
  await toDay('2026-12-10');
  const reminded = sv('meeting.told.meetingReminded', { when: 'fredag 11 december kl. 09:00–10:30' });
  expect(summariesOf(employee).join('\n')).toContain(reminded);
  expect(summariesOf(colleague).join('\n')).not.toContain(reminded);
  const { id: meeting } = await one('Prova Räkna före');
  await toDay('2026-12-14');
  expect(await gatheredFor(city, employee)).toContain('Vad tar du med dig från träffen?');
  const asked = await press(employee, 'meeting', { meeting, below: 'true' });
  expect(allOn(asked)).toContain('Vad tar du med dig?');
  const idea = await employee.presses('Skicka som idé', { text: 'Vi räknar före varje test.' });
  expect(JSON.stringify(idea.card)).toContain('Vi räknar före varje test.');
});

it('is called off, and who comes is told', async () => {
  await plans(leader, 'Vårdträff', { on: '2026-12-20', forWhom: 'VOO' });
  await acts(employee, 'Vårdträff', 'comeToMeeting');
  await acts(leader, 'Vårdträff', 'cancelMeeting', { why: 'Den som leder är sjuk.' });
  await city.delivers();
  expect(summariesOf(employee).join('\n')).toContain(sv('meeting.told.meetingCancelled'));
  expect(seenOn(await lists(employee))).not.toContain('Vårdträff');
});

it('is for one department alone, or for those with a post', async () => {
  const environment = await city.arrives('environmentLeader');
  for (const person of [environment, employee]) await press(person, 'saveSettings', { training: 'true' });
  await plans(leader, 'Bara vi', { on: '2026-12-21', forWhom: 'VOO' });
  await city.delivers();
  const when = sv('meeting.told.meetingAdded', { when: 'måndag 21 december kl. 09:00–10:30' });
  expect(await gatheredFor(city, employee)).toContain(when);
  // Whoever wants to hear of meetings does not hear of those of others.
  expect(await gatheredFor(city, environment)).not.toContain(when);
  await plans(office, 'Bara ledare', { on: '2026-12-22', forWhom: 'leaders' });
  expect(seenOn(await lists(employee))).toContain('Bara vi');
  expect(seenOn(await lists(employee))).not.toContain('Bara ledare');
  expect(seenOn(await lists(environment))).toContain('Bara ledare');
  expect(seenOn(await lists(environment))).not.toContain('Bara vi');
  const { id: meeting } = await one('Bara ledare');
  expect((await press(employee, 'meeting', { meeting })).message).toBe(sv('meeting.refusal.notFound'));
});

it('has the seat back of who has had their data erased, after it has been shown to them', async () => {
  await acts(employee, 'Bara vi', 'comeToMeeting');
  const own = await employee.says('mina uppgifter');
  const shown = [allOn(own), ...employee.chat().map(({ card }) => (card ? allOn({ card }) : ''))].join(' ');
  expect(shown).toMatch(/\d träff/);
  await press(employee, 'eraseMeNow');
  await city.delivers();
  const { coming, id } = await one('Bara vi');
  expect(coming).toBe(0);
  expect(await city.app.meetings.comers(id, 10)).toEqual([]);
});

it('has its words hidden by who holds it, for everybody else', async () => {
  await acts(leader, 'Bara vi', 'hideMeeting');
  expect(seenOn(await lists(leader))).toContain(sv('meeting.hidden'));
  const { id: meeting } = (await city.app.meetings.planned()).find(({ hidden }) => hidden) ?? { id: '' };
  expect((await press(manager, 'meeting', { meeting })).message).toBe(sv('meeting.refusal.notFound'));
});

it('is left to the municipality’s own system where it has one', async () => {
  const organisation = { ...exampleOrganisation(), eventSystem: 'https://traffar.soderhamra.example/' };
  const other = await startCity({ organisation });
  try {
    const opened = await (await other.arrives('leader')).says('metoder');
    expect(titlesOn(opened)).not.toContain('Träffar');
    expect(buttonsOf(opened.card).some(({ url }) => url === 'https://traffar.soderhamra.example/')).toBe(true);
  } finally {
    await other.stop();
  }
});
