import { readSheet } from 'read-excel-file/node';
import { textsOf } from '../../../../testing/cards/nodes';
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

  it('goes with the person', async () => {
    await presses(office);
    await office.presses({ verb: 'eraseMeNow', data: { verb: 'eraseMeNow' } });
    expect(await city.app.exports.all()).toEqual([]);
  });
});
