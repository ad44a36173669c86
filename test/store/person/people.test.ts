import { defaultPreferences, type Person } from '../../../src/domain/person/person.js';
import { type ConversationReference, openPeople, type PeopleStore } from '../../../src/store/person/people.js';
import { openStorage, type Storage } from '../../../src/store/storage.js';
import { testConnectionString, uniquePrefix } from '../../../testing/storage/storage.js';

let storage: Storage;
let people: PeopleStore;
let requests = 0;
beforeEach(async () => {
  const observer = { started: () => void requests++, finished: () => {} };
  storage = openStorage({ connectionString: testConnectionString(), prefix: uniquePrefix(), observer });
  await storage.prepare();
  people = openPeople(storage, 'orten');
});
const requestsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = requests;
  await work();
  return requests - before;
};

const identity = { tenant: 'tenant-1', objectId: 'object-1' };
const reach: ConversationReference = {
  serviceUrl: 'https://smba.example/emea/',
  conversation: 'a:1',
  bot: '28:bot',
  user: '29:user',
  tenant: 'tenant-1',
};
const aPerson = (changes: Partial<Person> = {}): Person => ({
  ref: 'pONE',
  identity,
  name: 'Demo Undersköterska',
  emails: ['demo@ort.example', 'demo.upn@ort.example'],
  language: 'sv',
  languageChosen: false,
  preferences: defaultPreferences,
  welcomed: [],
  disowned: [],
  ...changes,
});
const named = (ref: string, email: string, name = 'Demo Rektor') => people.refOf({ email, name }, () => ref);
const rowKeys = async (): Promise<string[]> => {
  const keys: string[] = [];
  for await (const { rowKey } of storage.people.listEntities()) keys.push(rowKey ?? '');
  return keys.sort();
};
async function byRef(ref: string) {
  const found = await people.byRef(ref);
  if (!found) throw new Error(`Nobody is ${ref}`);
  return found;
}

describe('somebody who has met the bot', () => {
  beforeEach(async () => {
    expect(await people.save({ person: aPerson(), reach }, undefined)).toBe(true);
  });

  it('is found by identity and by reference, in one request each, alike', async () => {
    const found = await byRef('pONE');
    expect(found).toMatchObject({ person: aPerson(), reach });
    expect(await people.byIdentity(identity)).toMatchObject({ person: aPerson(), reach });
    expect(await requestsOf(() => people.byIdentity(identity))).toBe(1);
    expect(await requestsOf(() => people.byRef('pONE'))).toBe(1);
  });

  it('is where their department is by now, and welcomed to the posts that they have there still', async () => {
    const known = await byRef('pONE');
    const welcomed = ['member', 'leader.MIL', 'manager.MIL.HTN', 'leader.SBF', 'office'];
    const disowned = ['deputy.MIL'];
    await people.save({ person: aPerson({ department: 'MIL', welcomed, disowned }), reach }, known);
    const now = openPeople(storage, 'orten', (code) => (code === 'MIL' ? 'SBF' : code));
    expect((await now.byRef('pONE'))?.person).toMatchObject({
      department: 'SBF',
      welcomed: ['member', 'leader.SBF', 'manager.SBF.HTN', 'office'],
      // What they have said is not theirs says nothing of another department.
      disowned,
    });
  });

  it('is where their unit is by now, in whatever department', async () => {
    const known = await byRef('pONE');
    const welcomed = ['member', 'leader.MIL', 'manager.MIL.HTN', 'manager.MIL.PLB'];
    const sourced = { place: 'MIL.HTN' };
    await people.save({ person: aPerson({ department: 'MIL', unit: 'HTN', welcomed, sourced }), reach }, known);
    const now = openPeople(storage, 'orten', (code, unit) => (unit === 'HTN' ? 'SBF' : code));
    expect((await now.byRef('pONE'))?.person).toMatchObject({
      ...{ department: 'SBF', unit: 'HTN', sourced: { place: 'SBF.HTN' } },
      welcomed: ['member', 'leader.MIL', 'manager.SBF.HTN', 'manager.MIL.PLB'],
    });
  });

  it('is found behind each address, in any case', async () => {
    const contacts = await people.contacts([
      ' DEMO@ort.example ',
      'demo.upn@ort.example',
      'demo@ort.example',
      'x@ort.example',
    ]);
    const card = { ref: 'pONE', installed: true, disowned: [] };
    expect(contacts).toEqual(
      new Map([
        ['demo@ort.example', card],
        ['demo.upn@ort.example', card],
      ]),
    );
  });

  it('is found among others, who are left out when they are gone', async () => {
    const found = await people.byRefs(['pONE', 'pNOBODY', 'pONE']);
    expect([...found.keys()]).toEqual(['pONE']);
  });

  it('is not somebody else: no tenant’s object is another’s', async () => {
    expect(await people.byIdentity({ tenant: 'tenant-2', objectId: 'object-1' })).toBeUndefined();
    expect(await people.byRef('pNOBODY')).toBeUndefined();
  });

  it('keeps one reference when two first messages come at once', async () => {
    const other = { tenant: 'tenant-1', objectId: 'object-2' };
    const come = (ref: string) =>
      people.save({ person: aPerson({ ref, identity: other, emails: ['two@ort.example'] }) }, undefined);
    expect((await Promise.all([come('pTWO'), come('pTHREE')])).sort()).toEqual([false, true]);
    const winner = await people.byIdentity(other);
    expect((await people.contacts(['two@ort.example'])).get('two@ort.example')?.ref).toBe(winner?.person.ref);
    expect((await rowKeys()).filter((key) => key.startsWith('person|'))).toHaveLength(2);
  });

  it('is changed in both places, whichever was read', async () => {
    for (const [day, read] of [
      ['2026-12-01', () => people.byIdentity(identity)],
      ['2026-12-02', () => people.byRef('pONE')],
    ] as const) {
      expect(await people.save({ person: aPerson({ awayUntil: day }), reach }, await read())).toBe(true);
      expect((await byRef('pONE')).person.awayUntil).toBe(day);
      expect((await people.byIdentity(identity))?.person.awayUntil).toBe(day);
    }
  });

  it('is never changed on top of what somebody else wrote, whichever each had read', async () => {
    const [one, other] = await Promise.all([people.byIdentity(identity), people.byRef('pONE')]);
    expect(await people.save({ person: aPerson({ language: 'en' }), reach }, one)).toBe(true);
    expect(await people.save({ person: aPerson({ department: 'VOO' }), reach }, other)).toBe(false);
    expect((await byRef('pONE')).person).toEqual(aPerson({ language: 'en' }));
  });

  it('of many changes at the same moment gets one', async () => {
    const before = await people.byIdentity(identity);
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) => people.save({ person: aPerson({ department: `D${n}` }), reach }, before)),
    );
    expect(all.filter(Boolean)).toHaveLength(1);
    expect((await byRef('pONE')).person.department).toBe(`D${all.indexOf(true)}`);
  });

  it('shows in the contact card when they are away, have removed the bot, or say that a post is not theirs', async () => {
    const away = aPerson({ awayUntil: '2026-12-24', disowned: ['leader.VOO'] });
    await people.save({ person: away }, await byRef('pONE'));
    expect((await people.contacts(['demo@ort.example'])).get('demo@ort.example')).toEqual({
      ref: 'pONE',
      installed: false,
      awayUntil: '2026-12-24',
      disowned: ['leader.VOO'],
    });
    expect(await byRef('pONE')).not.toHaveProperty('reach');
    await people.save({ person: aPerson(), reach }, await byRef('pONE'));
    expect((await people.contacts(['demo@ort.example'])).get('demo@ort.example')).toEqual({
      ref: 'pONE',
      installed: true,
      disowned: [],
    });
  });

  it('leaves an address that they no longer have', async () => {
    await people.save({ person: aPerson({ emails: ['new@ort.example'] }), reach }, await byRef('pONE'));
    const contacts = await people.contacts(['demo@ort.example', 'demo.upn@ort.example', 'new@ort.example']);
    expect([...contacts.keys()]).toEqual(['new@ort.example']);
  });

  it('leaves an address that somebody else has come with, without taking it from them', async () => {
    const other = aPerson({
      ref: 'pTWO',
      identity: { ...identity, objectId: 'object-2' },
      emails: ['demo@ort.example'],
    });
    expect(await people.save({ person: other, reach }, undefined)).toBe(true);
    const left = aPerson({ emails: ['demo.upn@ort.example'] });
    expect(await people.save({ person: left, reach }, await byRef('pONE'))).toBe(true);
    const contacts = await people.contacts(['demo@ort.example', 'demo.upn@ort.example']);
    expect([...contacts].map(([email, { ref }]) => [email, ref])).toEqual([
      ['demo@ort.example', 'pTWO'],
      ['demo.upn@ort.example', 'pONE'],
    ]);
  });

  it('can leave an address whose row is gone', async () => {
    const emails = ['demo@ort.example'];
    const before = await byRef('pONE');
    const more = { ...before, person: { ...before.person, emails: [...emails, 'gone@ort.example'] } };
    expect(await people.save({ person: aPerson({ emails }), reach }, more)).toBe(true);
  });
});

describe('somebody who is only named', () => {
  it('gets a reference, and the same one each time, however the address is written', async () => {
    expect(await named('pONE', 'Demo@ort.example ')).toBe('pONE');
    expect(await named('pTWO', 'demo@ORT.example')).toBe('pONE');
    expect((await byRef('pONE')).person).toEqual({
      ref: 'pONE',
      name: 'Demo Rektor',
      emails: ['demo@ort.example'],
      language: 'sv',
      languageChosen: false,
      preferences: defaultPreferences,
      welcomed: [],
      disowned: [],
    });
  });

  it('is one person to all who name them at once', async () => {
    const refs = await Promise.all(Array.from({ length: 20 }, (_, n) => named(`p${n}`, 'demo@ort.example')));
    expect(new Set(refs).size).toBe(1);
    expect(await rowKeys()).toHaveLength(2);
  });

  it('cannot be reached', async () => {
    await named('pONE', 'demo@ort.example');
    expect((await people.contacts(['demo@ort.example'])).get('demo@ort.example')).toEqual({
      ref: 'pONE',
      installed: false,
      disowned: [],
    });
  });

  it('keeps the reference when they come, with all their addresses', async () => {
    await named('pONE', 'demo@ort.example');
    expect(await people.save({ person: aPerson(), reach }, await byRef('pONE'))).toBe(true);
    expect(await people.byIdentity(identity)).toMatchObject({ person: aPerson(), reach });
    expect((await people.contacts(['demo.upn@ort.example'])).get('demo.upn@ort.example')?.ref).toBe('pONE');
    expect(await named('pTWO', 'demo.upn@ort.example')).toBe('pONE');
  });

  it('is taken over once, also when two first messages come at once', async () => {
    await named('pONE', 'demo@ort.example');
    const before = await byRef('pONE');
    const both = await Promise.all([
      people.save({ person: aPerson({ name: 'Ett' }), reach }, before),
      people.save({ person: aPerson({ name: 'Två' }), reach }, before),
    ]);
    expect(both.sort()).toEqual([false, true]);
  });

  it('never takes over an address of somebody who has come', async () => {
    await people.save({ person: aPerson(), reach }, undefined);
    expect(await named('pTWO', 'demo@ort.example')).toBe('pONE');
    expect(await people.byRef('pTWO')).toBeUndefined();
  });

  it('may have an address that no key could hold', async () => {
    const email = "o'brien/#?\\+å@ort.example";
    expect(await named('pONE', email)).toBe('pONE');
    expect(await named('pTWO', email)).toBe('pONE');
  });
});
