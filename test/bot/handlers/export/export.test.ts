import { readSheet } from 'read-excel-file/node';
import { actOnIdea } from '../../../../src/app/idea/act-on-idea';
import type { Command } from '../../../../src/domain/idea/commands';
import { newIdempotencyKey } from '../../../../src/domain/ids';
import { accept } from '../../../../src/domain/result';
import { instantOf, millisecondsOf } from '../../../../src/domain/time';
import { textsOf } from '../../../../testing/cards/nodes';
import { hide } from '../../../../testing/samples/idea/story';
import { type City, days, startCity } from '../../../../testing/scenes/city';
import { sendsIdea, sv } from '../../../../testing/scenes/everyday';
import { openOneDrive } from '../../../../testing/teams/one-drive';
import type { Person } from '../../../../testing/teams/person';

describe('Hämta som Excel', () => {
  let city: City;
  let employee: Person;
  let leader: Person;
  let office: Person;
  let drive: Awaited<ReturnType<typeof openOneDrive>>;
  let id: string;
  beforeAll(async () => {
    city = await startCity();
    drive = await openOneDrive();
    employee = await city.arrives('employee');
    leader = await city.arrives('leader');
    office = await city.arrives('office');
    id = await sendsIdea(employee, { confidential: 'true' });
    await city.delivers();
  });
  afterEach(() => {
    drive.puts.length = 0;
  });
  afterAll(async () => {
    drive.close();
    await city.stop();
  });

  const presses = (person: Person, department = '') =>
    person.presses({ verb: 'exportFile', data: { verb: 'exportFile', department } });
  const offersTo = (person: Person) =>
    city.connector
      .sent(person.conversationId)
      .filter(({ deleted }) => !deleted)
      .flatMap(({ id: message, activity }) => (activity.attachments ?? []).map((one) => ({ message, ...one })))
      .filter(({ contentType }) => contentType.endsWith('file.consent'));
  const answers = (person: Person, offer = offersTo(person).at(-1), action = 'accept') =>
    person.delivers({
      type: 'invoke',
      name: 'fileConsent/invoke',
      value: {
        ...{ type: 'fileUpload', action, uploadInfo: drive.place },
        context: (offer?.content as { acceptContext?: object } | undefined)?.acceptContext,
      },
      replyToId: offer?.message ?? '',
    });
  const made = async () => {
    await city.delivers();
    await city.delivers();
  };

  it('says that the workbook is being made, offers it once, and puts it into the OneDrive of whoever asked', async () => {
    expect((await presses(leader, 'VOO')).message).toBe(sv('export.comes'));
    expect(offersTo(leader)).toEqual([]);
    await made();
    const [offer, ...more] = offersTo(leader);
    expect(more).toEqual([]);
    expect(offer).toMatchObject({ name: 'idelotsen-uppföljning-2026-11-26.xlsx' });
    expect((await answers(leader)).message).toBe(sv('file.saved'));
    const bytes = drive.puts[0]?.bytes ?? Buffer.alloc(0);
    expect(offer).toMatchObject({ content: { sizeInBytes: bytes.length } });
    const ideas = await readSheet(bytes, 'Idéer');
    expect(ideas.slice(1).map(([first]) => first)).toEqual([id]);
    expect(JSON.stringify(ideas)).not.toContain(employee.name);
    expect(await city.app.exports.all()).toEqual([]);
    expect((await answers(leader, offer)).message).toBe(sv('export.gone'));
  });

  it('gives nobody what another one has asked for', async () => {
    await presses(leader, 'VOO');
    await made();
    const offer = offersTo(leader).at(-1);
    expect((await answers(employee, offer)).message).toBe(sv('export.gone'));
    expect(drive.puts).toEqual([]);
    expect((await answers(leader, offer, 'decline')).message).toBe(sv('file.declined'));
    expect(await city.app.exports.all()).toEqual([]);
  });

  it('is for those who lead of their own department, and for the office of all', async () => {
    expect((await presses(employee)).message).toBe(sv('export.notForYou'));
    expect((await presses(leader)).message).toBe(sv('export.notForYou'));
    expect((await presses(leader, 'SBK')).message).toBe(sv('export.notForYou'));
    expect((await presses(office)).message).toBe(sv('export.comes'));
    await made();
    expect((await answers(office)).message).toBe(sv('file.saved'));
    expect((await readSheet(drive.puts[0]?.bytes ?? Buffer.alloc(0), 'Händelser')).length).toBeGreaterThan(1);
  });

  it('goes when nobody has taken it for a day', async () => {
    await presses(office);
    await made();
    city.pass(days(1) + 1);
    await city.delivers();
    expect(await city.app.exports.all()).toEqual([]);
  });

  describe('with names', () => {
    let named: string;
    beforeAll(async () => {
      named = await sendsIdea(employee);
    });
    const pressesWith = (person: Person, names: string, department = '') =>
      person.presses({ verb: 'exportFile', data: { verb: 'exportFile', department, names } });
    const ideas = async () => JSON.stringify(await readSheet(drive.puts[0]?.bytes ?? Buffer.alloc(0), 'Idéer'));
    const noted = async () => {
      const identity = { tenant: office.member.tenantId, objectId: office.aadObjectId };
      return city.app.namedExports.of((await city.app.people.byIdentity(identity))?.person.ref ?? '');
    };

    it('is asked of the office before it takes out the whole, and of nobody else', async () => {
      const { card } = await office.presses({ verb: 'exportForm', data: { verb: 'exportForm' } });
      expect(card && textsOf(card)).toContain(sv('export.form.about'));
      expect(JSON.stringify(card)).toContain(sv('export.form.names.yes'));
      expect((await leader.presses({ verb: 'exportForm', data: { verb: 'exportForm' } })).message).toBe(
        sv('export.notForYou'),
      );
      expect((await pressesWith(leader, 'true', 'VOO')).message).toBe(sv('export.notForYou'));
    });

    it('has them only where the office has ticked it, and notes that once, whoever presses twice', async () => {
      await pressesWith(office, 'false');
      await made();
      await answers(office);
      expect(await ideas()).not.toContain(employee.name);
      expect(await noted()).toEqual([]);
      drive.puts.length = 0;

      await pressesWith(office, 'true');
      await pressesWith(office, 'true');
      await made();
      await answers(office);
      expect(await ideas()).toContain(named);
      expect(await ideas()).toContain(employee.name);
      expect(await noted()).toEqual([
        { by: expect.any(String), at: expect.stringMatching(/^2026-11-/), format: 'xlsx' },
      ]);
    });

    it('gives what was asked for last, where another file is being made', async () => {
      await pressesWith(office, 'true');
      await pressesWith(office, 'false');
      await made();
      await answers(office);
      expect(await ideas()).not.toContain(employee.name);
      expect(await noted()).toHaveLength(1);
    });
  });

  describe('of what has changed since it was made', () => {
    const secret = 'Grannen vid ån';
    const refOf = async ({ member, aadObjectId: objectId }: Person) =>
      (await city.app.people.byIdentity({ tenant: member.tenantId, objectId }))?.person.ref ?? '';
    const acts = async (person: Person, on: string, command: Command) => {
      const found = (await city.app.people.byRef(await refOf(person)))?.person;
      if (!found) throw new Error(person.name);
      const idempotencyKey = newIdempotencyKey(city.app.random);
      const { type } = command;
      const done = await actOnIdea(city.app, found, { id: on, idempotencyKey, type, command: () => accept(command) });
      if (!done.ok) throw new Error(done.refusal.code);
    };
    const ideas = async () => JSON.stringify(await readSheet(drive.puts[0]?.bytes ?? Buffer.alloc(0), 'Idéer'));

    it('holds no word that was hidden meanwhile: it is made anew, and its person asked again', async () => {
      const hidden = await sendsIdea(employee, { title: secret });
      await presses(leader, 'VOO');
      await made();
      const before = offersTo(leader);
      city.pass(1000);
      await acts(leader, hidden, hide);
      expect((await answers(leader)).message).toBe(sv('export.madeAnew'));
      expect(drive.puts).toEqual([]);
      await made();
      const [again, ...more] = offersTo(leader).filter(({ message }) => !before.some((one) => one.message === message));
      expect(more).toEqual([]);
      expect((await answers(leader, again)).message).toBe(sv('file.saved'));
      expect(await ideas()).toContain(hidden);
      expect(await ideas()).not.toContain(secret);
    });

    it('names nobody who has been erased meanwhile', async () => {
      const leaver = await city.arrives('colleague');
      await sendsIdea(leaver, { title: 'Lånecyklar' });
      await office.presses({ verb: 'exportFile', data: { verb: 'exportFile', department: '', names: 'true' } });
      await made();
      city.pass(1000);
      await leaver.presses({ verb: 'eraseMeNow', data: { verb: 'eraseMeNow' } });
      expect((await answers(office)).message).toBe(sv('export.madeAnew'));
      city.pass(1000);
      await made();
      expect((await answers(office)).message).toBe(sv('file.saved'));
      expect(await ideas()).not.toContain(leaver.name);
    });

    const asks = async (person: Person, what: object) => {
      const askedAt = city.now();
      const state = { token: newIdempotencyKey(city.app.random), askedAt, what: JSON.stringify(what) };
      const until = instantOf(millisecondsOf(askedAt) + days(1));
      await city.app.exports.ask({ person: await refOf(person), ...state, until });
    };
    const last = (person: Person) => city.connector.sent(person.conversationId).at(-1)?.activity.text;

    it('is not made for whoever may not have it any more, who is told so, and may ask again', async () => {
      await asks(leader, { department: 'SBK' });
      await made();
      expect(last(leader)).toBe(sv('export.givenUp.notForYou'));
      const told = city.connector.sent(leader.conversationId).length;
      await made();
      expect(city.connector.sent(leader.conversationId)).toHaveLength(told);
      await presses(leader, 'VOO');
      await made();
      expect((await answers(leader)).message).toBe(sv('file.saved'));
    });

    it('is given up when it could not be made in its time, which its person is told', async () => {
      await asks(leader, { department: 'VOO' });
      city.pass(days(1) + 1);
      await made();
      expect(last(leader)).toBe(sv('export.givenUp.failed'));
      city.pass(days(1) + 1);
      await made();
      expect(await city.app.exports.all()).toEqual([]);
    });

    it('is made one at a look, whoever has waited longest first', async () => {
      const before = [office, leader].map((person) => offersTo(person).length);
      await presses(office);
      city.pass(1000);
      await presses(leader, 'VOO');
      const offered = () => [office, leader].map((person, at) => offersTo(person).length - (before[at] ?? 0));
      await city.delivers();
      expect(offered()).toEqual([1, 0]);
      await city.delivers();
      expect(offered()).toEqual([1, 1]);
      for (const person of [office, leader]) await answers(person, undefined, 'decline');
    });
  });

  it('goes with the person', async () => {
    await presses(office);
    await office.presses({ verb: 'eraseMeNow', data: { verb: 'eraseMeNow' } });
    expect(await city.app.exports.all()).toEqual([]);
  });
});
