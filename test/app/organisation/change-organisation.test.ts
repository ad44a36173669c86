import { answerAsked, changeOrganisation } from '../../../src/app/organisation/change-organisation';
import { readInForce } from '../../../src/app/organisation/in-force';
import { takeIn } from '../../../src/app/organisation/take-in';
import type { Organisation } from '../../../src/domain/organisation/organisation';
import type { OverlayChange } from '../../../src/domain/organisation/overlay/change';
import { createSettings } from '../../../src/domain/organisation/settings';
import { openOrganisationVersions } from '../../../src/store/organisation/versions';
import { openStorage } from '../../../src/store/storage';
import { testConnectionString, uniquePrefix } from '../../../testing/storage/storage';

const contact = (name: string) => ({ name, email: `${name}@ort.example`, title: name });
/** A file in which these lead the only department. */
const ledBy = (...leaders: string[]) => ({
  municipality: { code: 'orten', name: 'Orten', innovationOffice: 'Innovationskontoret' },
  departments: [
    { code: 'MIL', name: 'Miljö', headcount: 3, leaders: leaders.map(contact), managers: [contact('dan')] },
  ],
  innovationOffice: [contact('office')],
});
const leader = (out: string | undefined, comes: string | undefined): OverlayChange => ({
  ...{ kind: 'post', department: 'MIL', post: 'leaders' },
  ...(out && { out: contact(out) }),
  ...(comes && { in: contact(comes) }),
});
const aliases = (...now: string[]): OverlayChange => ({ kind: 'aliases', department: 'MIL', was: [], now });
const press = (idempotencyKey: string) => ({ by: 'pLEADER', idempotencyKey, why: 'chat' });

/** A municipality whose organisation is in force, as several instances see it. */
async function openTown(file: object) {
  const prefix = uniquePrefix();
  const now = () => '2026-11-26T09:00:00.000Z';
  const instance = () => {
    const organisationVersions = openOrganisationVersions(
      openStorage({ connectionString: testConnectionString(), prefix }),
      'orten',
    );
    const settings = () =>
      createSettings({
        municipality: { code: 'orten' },
        calendar: { quietPeriods: [], closedDays: [] },
        otherChannels: [],
      } as unknown as Organisation);
    return { organisationVersions, settings, now, organisationChanged: async () => undefined };
  };
  await openStorage({ connectionString: testConnectionString(), prefix }).prepare();
  const one = instance();
  const versions = one.organisationVersions;
  let files = 0;
  const takes = async (raw: object) => {
    const text = JSON.stringify(raw);
    return takeIn({ versions, code: 'orten', now }, { raw, text, hash: `file${++files}` });
  };
  await takes(file);
  const department = async () => {
    const found = await readInForce(versions, 'orten');
    const [only] = found?.ok ? found.organisation.departments : [];
    return { leads: only?.leaders.map(({ name }) => name), aliases: only?.aliases };
  };
  return { one, other: instance(), versions, takes, department };
}

describe('a change of the organisation', () => {
  it('is in force for everybody, and noted with who, when and why, without a name', async () => {
    const { one, versions, department } = await openTown(ledBy('ann', 'bo'));
    expect(await changeOrganisation(one, leader('ann', 'nia'), press('A'))).toMatchObject({ ok: true });
    expect((await department()).leads).toEqual(['nia', 'bo']);
    const [, event] = await versions.events();
    expect(event).toEqual({
      ...{ version: 2, at: '2026-11-26T09:00:00.000Z', what: 'changed', by: 'pLEADER', why: 'chat' },
      ...{ about: 'post.MIL.leaders', change: 'A' },
    });
  });

  it('is one, however often it is pressed', async () => {
    const { one, other, versions, department } = await openTown(ledBy('ann', 'bo'));
    const pressed = () => changeOrganisation(one, leader('ann', 'nia'), press('A'));
    expect(
      (await Promise.all([pressed(), changeOrganisation(other, leader('ann', 'nia'), press('A'))])).map(({ ok }) => ok),
    ).toEqual([true, true]);
    expect(await pressed()).toMatchObject({ ok: true });
    expect([(await versions.inForce())?.number, (await department()).leads]).toEqual([2, ['nia', 'bo']]);
  });

  it('is lost to no other that comes at the same moment, to the same value or another', async () => {
    const { one, other, takes, department } = await openTown(ledBy('ann', 'bo'));
    const [first, second, third] = await Promise.all([
      changeOrganisation(one, leader('ann', 'nia'), press('A')),
      changeOrganisation(other, leader('ann', 'ole'), press('B')),
      changeOrganisation(other, aliases('miljö'), press('C')),
      takes({ ...ledBy('ann', 'bo'), leadingHours: 4 }),
    ]);
    expect(third.ok).toBe(true);
    // Ann leaves once.
    expect([first.ok, second.ok].sort()).toEqual([false, true]);
    expect(await department()).toEqual({ leads: [first.ok ? 'nia' : 'ole', 'bo'], aliases: ['miljö'] });
  });

  it('stays when a new file says what the one before said, and ends when it says the same', async () => {
    const { one, versions, takes, department } = await openTown(ledBy('ann', 'bo'));
    await changeOrganisation(one, leader('ann', 'nia'), press('A'));
    await changeOrganisation(one, aliases('miljö'), press('B'));
    await takes(ledBy('ann', 'bo', 'pia'));
    expect(await department()).toEqual({ leads: ['nia', 'bo', 'pia'], aliases: ['miljö'] });
    await takes(ledBy('nia', 'bo'));
    expect((await versions.inForce())?.changes).toMatchObject([{ id: 'B' }]);
    expect(await department()).toEqual({ leads: ['nia', 'bo'], aliases: ['miljö'] });
  });

  it.each<[keep: boolean, leads: string[]]>([
    [true, ['ole', 'bo', 'nia']],
    [false, ['ole', 'bo']],
  ])('that a new file contradicts counts until the office answers; does it keep it? %s', async (keep, leads) => {
    const { one, versions, takes, department } = await openTown(ledBy('ann', 'bo'));
    await changeOrganisation(one, leader('ann', 'nia'), press('A'));
    await takes(ledBy('ole', 'bo'));
    expect([(await department()).leads, (await versions.inForce())?.changes]).toMatchObject([
      ['ole', 'bo', 'nia'],
      [{ id: 'A', asked: true }],
    ]);
    expect(await answerAsked(one, { id: 'A', keep }, press('B'))).toMatchObject({ ok: true });
    expect((await department()).leads).toEqual(leads);
    expect((await versions.inForce())?.changes).toMatchObject(keep ? [{ change: { in: contact('nia') } }] : []);
    expect(await answerAsked(one, { id: 'A', keep }, press('C'))).toEqual({ ok: false, refusal: 'notAsked' });
    // The same press as before has been carried out.
    expect(await answerAsked(one, { id: 'A', keep }, press('B'))).toMatchObject({ ok: true });
  });

  it('by which too few could decide is refused, where there were enough', async () => {
    const { one, department } = await openTown(ledBy('ann'));
    expect(await changeOrganisation(one, leader('ann', undefined), press('A'))).toEqual({ ok: false, refusal: 'thin' });
    expect((await department()).leads).toEqual(['ann']);
  });
});

it('a whole municipality with other leaders owes everybody their message, in as many rows as it takes', async () => {
  const cityOf = (who: string) => ({
    ...ledBy('ann'),
    departments: Array.from({ length: 400 }, (_, at) => ({
      ...{ code: `D${at}`, name: `Avdelning ${at}`, headcount: 3 },
      ...{ leaders: [contact(`${who}${at}`)], managers: [contact('dan')] },
    })),
  });
  const { takes, versions } = await openTown(cityOf('old'));
  expect(await takes(cityOf('new'))).toMatchObject({ kind: 'taken' });
  const rows = await versions.owed();
  const passed = rows.flatMap((row) => row.passed);
  expect([rows.length, passed.length, new Set(passed.map(({ email }) => email)).size]).toEqual([3, 800, 800]);
  // Whoever has left a post stands with whoever has come to it.
  for (const row of rows) {
    const posts = (came: boolean) => row.passed.filter((one) => one.came === came).map(({ post }) => post);
    expect(posts(true)).toEqual(posts(false));
  }
  for (const row of rows) await versions.paid(row);
  expect(await versions.owed()).toEqual([]);
});
