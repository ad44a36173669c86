import { newIdempotencyKey } from '../../../../src/domain/ids';
import { buttonsOf } from '../../../../testing/cards/card';
import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';
import { type City, startCity } from '../../../../testing/scenes/city';
import { allOn, choosesMore, pressesOn, seenOn, sendsIdea, sv, titlesOn } from '../../../../testing/scenes/everyday';
import { gatheredFor } from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

// "Jobba tillsammans": a few who have said yes work with an idea, and what they do next; each step begins where the one before ended.

let city: City;
let leader: Person;
let employee: Person;
let colleague: Person;
let otherLeader: Person;
let id: string;

beforeAll(async () => {
  city = await startCity();
  employee = await city.arrives('employee');
  leader = await city.arrives('leader');
  colleague = await city.arrives('colleague');
  otherLeader = await city.arrives('environmentLeader');
  id = await sendsIdea(employee);
});
afterAll(() => city.stop());

const press = (person: Person, verb: string, data: object = {}) => person.presses({ verb, data: { verb, ...data } });
const opens = (person: Person, panel?: string) => press(person, 'group', { idea: id, ...(panel && { panel }) });
const acts = (person: Person, groupAct: string, more: object = {}) =>
  press(person, 'actOnGroup', {
    ...{ idea: id, idempotencyKey: newIdempotencyKey(city.app.random), groupAct, ...more },
  });
const group = async () => {
  const found = await city.app.groups.ofIdea(id);
  if (!found) throw new Error('Nobody works with it together');
  return found;
};
const toDay = async (day: string) => {
  await city.pass(Date.parse(`${day}T09:00:00Z`) - Date.parse(city.now()));
  await city.delivers();
};

it('is there once an idea is explored, for whoever leads the work', async () => {
  expect((await opens(leader)).message ?? seenOn(await opens(leader))).not.toContain(sv('group.section.people'));
  await city.delivers();
  await pressesOn(leader, id, 'Utforska idén');
  await leader.says(id);
  await pressesOn(leader, id, sv('button.more'));
  const opened = await pressesOn(leader, id, 'Jobba tillsammans');
  expect(seenOn(opened)).toContain(sv('group.about', { most: 8 }));
  expect((await opens(colleague)).message).toBe(sv('group.refusal.notFound'));
});

it('asks each in their day card, who says yes or no', async () => {
  expect(seenOn(await acts(leader, 'askMember', { personEmail: colleague.email }))).toContain(
    sv('group.did.groupFormed'),
  );
  await acts(leader, 'askMember', { personEmail: otherLeader.email });
  await city.delivers();
  expect(await gatheredFor(city, colleague)).toContain(sv('group.told.groupFormed'));
  const asked = await opens(colleague);
  for (const title of ['Jag är med', 'Inte nu']) expect(titlesOn(asked)).toContain(title);
  expect(seenOn(await acts(colleague, 'joinGroup'))).toContain(sv('group.did.memberJoined'));
  expect(seenOn(await acts(otherLeader, 'declineGroup'))).toContain(sv('group.did.memberDeclined'));
  await city.delivers();
  expect(await gatheredFor(city, leader)).toContain(sv('group.told.memberJoined'));
  expect((await group()).members).toHaveLength(1);
});

it('is not joined by who was not asked, and by nobody for another', async () => {
  await acts(employee, 'joinGroup');
  await acts(otherLeader, 'joinGroup');
  expect((await group()).members).toHaveLength(1);
  expect(seenOn(await acts(leader, 'askMember', { personEmail: colleague.email }))).toContain(
    sv('group.refusal.inItAlready'),
  );
});

it('lets who is in it fill in what the idea needs', async () => {
  await colleague.says(id);
  const opened = await press(colleague, 'panel', { idea: id, panel: 'part', part: 'concerned' });
  expect(titlesOn(opened)).toContain('Spara');
  await colleague.presses('Spara', { groups: 'residents', participation: 'De äldre i norr provar.' });
  expect(JSON.stringify((await city.app.ideas.load(id))?.idea.answers)).toContain('De äldre i norr provar.');
  const other = await press(employee, 'panel', { idea: id, panel: 'part', part: 'concerned' });
  expect(titlesOn(other)).not.toContain('Spara');
});

it('has next steps, five at most, of those in it, who are reminded on the day', async () => {
  const saved = await acts(leader, 'addGroupStep', { step: 'Ring leverantören', person: 'm0', on: '2026-12-02' });
  expect(seenOn(saved)).toContain('Ring leverantören');
  for (let n = 2; n <= 5; n++)
    await acts(colleague, 'addGroupStep', { step: `Steg ${n}`, person: 'me', on: '2026-12-09' });
  const sixth = await acts(colleague, 'addGroupStep', { step: 'Ett till', person: 'me', on: '2026-12-09' });
  expect(seenOn(sixth)).toContain(sv('group.refusal.stepsFull'));
  expect((await group()).steps).toHaveLength(5);
  await toDay('2026-12-02');
  expect(await gatheredFor(city, colleague)).toContain(sv('group.told.groupStepsDue'));
  const done = await acts(colleague, 'finishGroupStep', { slot: 'step1' });
  expect(seenOn(done)).toContain(sv('group.done', { count: 1 }));
  expect((await group()).steps).toHaveLength(4);
});

it('takes nobody out by a card that shows another list', async () => {
  await acts(leader, 'askMember', { personEmail: otherLeader.email });
  const panel = await opens(leader, 'remove');
  const shownVersion = String((await group()).decisionVersion);
  expect(JSON.stringify(panel.card)).toContain(`"shownVersion":"${shownVersion}"`);
  await acts(otherLeader, 'declineGroup');
  const late = await acts(leader, 'removeMember', { person: 'm0', shownVersion });
  expect(seenOn(late)).toContain(sv('group.refusal.stale'));
  expect(seenOn(await acts(leader, 'removeMember', { person: 'm1' }))).toContain(sv('group.refusal.notInIt'));
  expect((await group()).members).toMatchObject([{ accepted: true }]);
  expect((await acts(otherLeader, 'joinGroup')).message).toBe(sv('group.refusal.notAsked'));
});

it('writes to each other by Teams’ own windows', async () => {
  const links = buttonsOf((await opens(colleague)).card).map(({ url }) => String(url));
  expect(links.some((url) => url.startsWith('https://teams.microsoft.com/l/chat/0/0?users='))).toBe(true);
  expect(links.some((url) => url.startsWith('https://teams.microsoft.com/l/meeting/new?attendees='))).toBe(true);
});

it('is seen by others as a number, and with names by those in it alone', async () => {
  expect(allOn(await employee.says(id))).toContain(sv('group.fact', { people: 1, steps: 4 }));
  expect((await opens(employee)).message).toBe(sv('group.refusal.notFound'));
  expect(seenOn(await opens(colleague))).toContain(leader.name);
});

it('is shown to who asks what is stored about them, and lets go of who has it erased', async () => {
  const own = await colleague.says('mina uppgifter');
  const shown = [allOn(own), ...colleague.chat().map(({ card }) => (card ? allOn({ card }) : ''))].join(' ');
  expect(shown).toMatch(/\d grupp/);
  await press(colleague, 'eraseMeNow');
  await city.delivers();
  const { members, steps } = await group();
  expect(members).toEqual([]);
  expect(steps.every(({ taker }) => taker !== undefined)).toBe(true);
  expect(new Set(steps.map(({ taker }) => taker)).size).toBe(1);
});

it('is a colleague who is asked where few work', async () => {
  const organisation = exampleOrganisation();
  const departments = organisation.departments
    .filter(({ code }) => code === 'VOO')
    .map((one) => ({ ...one, headcount: 300 }));
  const few = await startCity({ organisation: { ...organisation, departments } });
  try {
    const [submitter, only] = [await few.arrives('employee'), await few.arrives('leader')];
    const own = await sendsIdea(submitter);
    await few.delivers();
    await pressesOn(only, own, 'Utforska idén');
    await only.says(own);
    await pressesOn(only, own, sv('button.more'));
    expect(seenOn(await pressesOn(only, own, 'Fråga en kollega'))).toContain(sv('group.about', { most: 3 }));
  } finally {
    await few.stop();
  }
});

it('ends with its idea', async () => {
  await leader.says(id);
  await choosesMore(leader, id, 'Avsluta', { reason: 'Vi har löst det på ett annat sätt.' });
  await city.delivers();
  const { id: groupId } = await group();
  expect(seenOn(await acts(leader, 'addGroupStep', { step: 'För sent', on: '2026-12-20' }))).toContain(
    sv('group.refusal.notNow'),
  );
  for (const day of ['2026-12-10', '2027-01-11']) await toDay(day);
  expect((await city.app.groups.load(groupId))?.group.stage).toBe('ended');
  expect(await city.app.groups.ofIdea(id)).toBeUndefined();
});
