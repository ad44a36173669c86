import { randomUUID } from 'node:crypto';
import { decidersOf } from '../../../src/app/idea/people/deciders';
import { staffHappening } from '../../../src/app/staff-happenings';
import { buttonsOf } from '../../../testing/cards/card';
import { type City, days, minutes, startCity } from '../../../testing/scenes/city';
import { addressOf } from '../../../testing/scenes/city-people';
import { allOn, pressesOn, seenOn, sendsIdea, summariesOf, sv, titlesOn } from '../../../testing/scenes/everyday';
import type { Person } from '../../../testing/teams/person';

const YES = sv('note.account.same');
const NO = sv('note.account.other');

describe('a new account with the address of an earlier one', () => {
  let city: City;
  let before: Person;
  let office: Person;
  let leader: Person;
  let id: string;
  beforeEach(async () => {
    city = await startCity();
    [office, leader, before] = [
      await city.arrives('office'),
      await city.arrives('leader'),
      await city.arrives('employee'),
    ];
    id = await sendsIdea(before);
    await city.delivers();
    city.pass(days(400));
  });
  afterEach(() => city.stop());

  /** The account is made anew in Entra: another object id, another chat, the same address. */
  async function comesAnew(name = 'Demo Medarbetare'): Promise<Person> {
    const anew = city.teams.person({ name, email: addressOf('employee'), aadObjectId: randomUUID() });
    await anew.installs();
    await anew.presses({ verb: 'pickDepartment', data: { verb: 'pickDepartment', department: 'VOO' } });
    await city.delivers();
    return anew;
  }
  const questions = (person: Person) =>
    person.chat().filter(({ card }) => buttonsOf(card).some(({ title }) => title === YES));
  const refOf = async ({ member, aadObjectId: objectId }: Person) =>
    (await city.app.people.byIdentity({ tenant: member.tenantId, objectId }))?.person.ref ?? '';
  const mine = async (person: Person) => seenOn(await person.says('mina idéer'));

  it('is a person of its own at once, without the ideas, and the office is asked once', async () => {
    const anew = await comesAnew();
    expect(await mine(anew)).not.toContain('Cykelpool');
    await city.delivers();
    const [question, ...more] = questions(office);
    expect(more).toEqual([]);
    const text = seenOn({ card: question?.card });
    expect(text).toContain('Demo Medarbetare har ett nytt konto i Teams. Ska idéerna följa med?');
    expect(text).toContain(addressOf('employee'));
    for (const { aadObjectId } of [anew, before]) expect(text).toContain(aadObjectId.slice(-4));
    expect(text).not.toContain(before.aadObjectId);
    expect(questions(leader)).toEqual([]);
  });

  it('is asked about without name and address where a source protects who has either account', async () => {
    await staffHappening(city.app, { name: 'file', tenant: '' })({ kind: 'protected', who: addressOf('employee') });
    await comesAnew('Medarbetare Ny');
    await city.delivers();
    const text = seenOn({ card: questions(office)[0]?.card });
    expect(text).toContain(sv('note.account.hidden.new'));
    await office.presses(YES);
    const all = office.chat().map(({ texts, card }) => `${texts.join()} ${card ? seenOn({ card }) : ''}`);
    expect(all.join()).toContain(sv('note.account.hidden.moved'));
    for (const who of ['Medarbetare Ny', 'Demo Medarbetare', addressOf('employee')])
      expect(all.filter((one) => one.includes('konto')).join()).not.toContain(who);
  });

  it('gets the ideas after the office’s yes, and is told; the record and what it did meanwhile stay whole', async () => {
    const anew = await comesAnew('Medarbetare Ny');
    const meanwhile = await sendsIdea(anew, { title: 'Ny cykelbana' });
    await leader.says(meanwhile);
    await office.presses(YES);
    await city.delivers();
    // As long as an instance remembers somebody who has just written.
    city.pass(minutes(1));
    const list = await mine(anew);
    expect(list).toContain('Cykelpool');
    expect(list).toContain('Ny cykelbana');
    expect(summariesOf(anew)).toContain(sv('note.moved.text', { office: 'Innovationskontoret' }));
    const ref = await refOf(anew);
    for (const one of [id, meanwhile]) expect((await city.app.ideas.load(one))?.idea.submitter).toBe(ref);
    expect(allOn(await leader.says(meanwhile))).toContain('Medarbetare Ny');
    await pressesOn(leader, id, 'Utforska idén').catch(() => leader.says(id));
    city.pass(minutes(10));
    await city.delivers();
    expect(await city.app.accounts.moving()).toEqual([]);
    expect(await city.app.accounts.claims()).toEqual([]);
    expect(
      summariesOf(anew).filter((one) => one === sv('note.moved.text', { office: 'Innovationskontoret' })),
    ).toHaveLength(1);
    // The earlier account leads nowhere any more: whoever came with it would be new.
    expect(await refOf(before)).toBe('');
  });

  it('does not get them after a no, nor when nobody answers in a month', async () => {
    const anew = await comesAnew();
    await office.presses(NO);
    await city.delivers();
    expect(await mine(anew)).not.toContain('Cykelpool');
    expect(await city.app.accounts.claims()).toEqual([]);
    city.pass(days(1));
    const another = await comesAnew();
    city.pass(days(31));
    await city.delivers();
    expect(await city.app.accounts.claims()).toEqual([]);
    expect(await mine(another)).not.toContain('Cykelpool');
  });

  it('does not get them where the earlier account is used: an address was given to somebody else', async () => {
    const anew = await comesAnew();
    city.pass(days(1));
    await before.says('hjälp');
    city.pass(minutes(1));
    await office.presses(YES);
    await city.delivers();
    expect(
      office
        .chat()
        .map(({ texts }) => texts.join())
        .join(),
    ).toContain(sv('note.account.done.alive'));
    expect(await mine(anew)).not.toContain('Cykelpool');
    expect(await mine(before)).toContain('Cykelpool');
  });

  it('gets nothing by a press of its own, or of anybody who is not of the office', async () => {
    const anew = await comesAnew();
    const press = { verb: 'account', data: { claim: await refOf(anew), same: 'true' } };
    for (const person of [anew, leader, before]) await person.presses(press);
    await city.delivers();
    expect(await mine(anew)).not.toContain('Cykelpool');
    expect(await city.app.accounts.claims()).toHaveLength(1);
  });

  it('asks nobody where the earlier one has no ideas', async () => {
    const colleague = await city.arrives('colleague');
    const anew = city.teams.person({ name: colleague.name, email: colleague.email, aadObjectId: randomUUID() });
    await anew.installs();
    await city.delivers();
    expect(questions(office)).toEqual([]);
  });

  it('is erased whole after it, under both references', async () => {
    const anew = await comesAnew('Medarbetare Ny');
    const meanwhile = await sendsIdea(anew, { title: 'Ny cykelbana' });
    await office.presses(YES);
    await anew.says('ta bort mina uppgifter');
    await anew.presses({ verb: 'eraseMeNow', data: { verb: 'eraseMeNow' } });
    city.pass(minutes(10));
    await city.delivers();
    await city.delivers();
    for (const one of [id, meanwhile]) expect((await city.app.ideas.load(one))?.idea.submittersLeft).toBe(true);
    for await (const { rowKey, ...row } of city.storage.people.listEntities()) {
      expect(JSON.stringify(row)).not.toContain('Medarbetare Ny');
      expect(rowKey).not.toMatch(/^(leaving|moving|claim)\|/);
    }
  });
});

describe('a leader with a new account', () => {
  let city: City;
  let office: Person;
  let before: Person;
  let id: string;
  beforeEach(async () => {
    city = await startCity();
    [office, before] = [await city.arrives('office'), await city.arrives('leader')];
    id = await sendsIdea(before, { department: 'VOO' });
    await city.delivers();
  });
  afterEach(() => city.stop());

  async function comesAnew(): Promise<Person> {
    const { name, email } = before;
    const anew = city.teams.person({ name, email, aadObjectId: randomUUID() });
    await anew.installs();
    await city.delivers();
    return anew;
  }
  const explores = (person: Person, idea: string) => {
    const idempotencyKey = `GRXVP0000000000${idea === id ? '0' : '1'}`;
    return person.presses({
      verb: 'act',
      data: { idea, decisionVersion: '1', idempotencyKey, do: 'explore', person: 'me' },
    });
  };
  async function decidesNothing(anew: Person): Promise<void> {
    const shown = await anew.says(id);
    expect(seenOn(shown)).toContain('Cykelpool');
    expect(titlesOn(shown)).not.toContain('Utforska idén');
    await explores(anew, id);
    expect((await city.app.ideas.load(id))?.idea.stage).toBe('submitted');
    expect(seenOn(await anew.says('min tur'))).not.toContain('Cykelpool');
    const idea = (await city.app.ideas.load(id))?.idea;
    const { tenantId: tenant } = anew.member;
    const ref = (await city.app.people.byIdentity({ tenant, objectId: anew.aadObjectId }))?.person.ref;
    expect(idea && (await decidersOf(city.app, idea))).not.toContain(ref);
  }

  it('decides nothing on their own ideas, neither before the office has answered nor after a no', async () => {
    const anew = await comesAnew();
    await decidesNothing(anew);
    await office.presses(NO);
    await city.delivers();
    await decidesNothing(anew);
    const other = await sendsIdea(await city.arrives('employee'), { title: 'Ny cykelbana' });
    expect(titlesOn(await anew.says(other))).toContain('Utforska idén');
    await explores(anew, other);
    expect((await city.app.ideas.load(other))?.idea.stage).toBe('exploring');
  });

  it('decides nothing on them after a yes, before they have followed', async () => {
    const anew = await comesAnew();
    const meanwhile = await sendsIdea(anew, { department: 'VOO', title: 'Ny cykelbana' });
    await office.presses(YES);
    city.pass(minutes(1));
    expect((await city.app.accounts.moving()).length).toBe(1);
    for (const one of [id, meanwhile]) expect(titlesOn(await anew.says(one))).not.toContain('Utforska idén');
    expect(seenOn(await anew.says('min tur'))).not.toContain('Ny cykelbana');
  });
});

describe('somebody who was named by an address before they had it', () => {
  it('gets what waits for that address when it becomes theirs', async () => {
    const city = await startCity();
    const leader = await city.arrives('leader');
    const employee = await city.arrives('employee');
    const colleague = await city.arrives('colleague');
    const id = await sendsIdea(employee);
    await leader.says(id);
    await pressesOn(leader, id, 'Fler val');
    await pressesOn(leader, id, 'Gör direkt');
    await pressesOn(leader, id, 'Gör direkt', { person: '', personEmail: 'nygift@soderhamra.example' });
    await city.delivers();
    city.connector.roster.change(colleague.member, { name: 'Kollega Nygift', email: 'nygift@soderhamra.example' });
    await colleague.installs();
    await city.delivers();
    expect((await city.app.ideas.load(id))?.idea.doer?.person).toBe(
      (await city.app.people.contacts(['nygift@soderhamra.example'])).get('nygift@soderhamra.example')?.ref,
    );
    expect(seenOn(await colleague.says('min tur'))).toContain('Cykelpool');
    await city.stop();
  });
});
