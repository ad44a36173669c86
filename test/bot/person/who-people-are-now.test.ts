import type { Contact, Organisation } from '../../../src/domain/organisation/organisation';
import { until } from '../../../testing/processes/until';
import { type City, days, minutes, startCity } from '../../../testing/scenes/city';
import {
  allOn,
  cardAbout,
  pressesOn,
  seenOn,
  sendsIdea,
  summariesOf,
  sv,
  titlesOn,
} from '../../../testing/scenes/everyday';
import { forever, late, serverError } from '../../../testing/teams/misbehaviour';
import type { Person } from '../../../testing/teams/person';

const OLD_NAME = 'Innovationsledare Vård';
const NEW_NAME = 'Ledare Nygift';
const NEW_EMAIL = 'ledare.nygift@soderhamra.example';

/** Everybody whom the organisation names, wherever. */
const contactsIn = ({ departments, innovationOffice }: Organisation): Contact[] => [
  ...departments
    .flatMap((department) => [department, ...department.units])
    .flatMap(({ leaders, deputies, managers }) => [...leaders, ...deputies, ...managers]),
  ...innovationOffice,
];

const identityOf = ({ member }: Person) => ({ tenant: member.tenantId, objectId: member.aadObjectId });

/** The organisation with another person behind one address. */
function changed(organisation: Organisation, email: string, now: Partial<Contact>): Organisation {
  const next = structuredClone(organisation);
  for (const contact of contactsIn(next)) if (contact.email === email) Object.assign(contact, now);
  return next;
}

describe('somebody with a new name and address', () => {
  let city: City;
  let leader: Person;
  let employee: Person;
  let id: string;
  beforeEach(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
    await city.arrives('otherLeader');
    employee = await city.arrives('employee');
    id = await sendsIdea(employee);
    await city.delivers();
  });
  afterEach(() => city.stop());

  const lookUps = () => city.connector.requests.filter(({ kind }) => kind === 'member').length;
  const rosterFails = (code: number) =>
    city.connector.misbehave(({ kind }) => kind === 'member', forever(serverError(code)));
  const marries = () => city.connector.roster.change(leader.member, { name: NEW_NAME, email: NEW_EMAIL });
  const fileFollows = () =>
    city.restarts(
      changed(city.organisation(), 'innovationsledare.vard@soderhamra.example', {
        name: NEW_NAME,
        email: NEW_EMAIL,
      }),
    );
  const stored = async () =>
    city.app.people.byIdentity({ tenant: leader.member.tenantId, objectId: leader.aadObjectId });

  it('keeps their post: what waits for it is theirs at once, and they decide', async () => {
    marries();
    await fileFollows();
    expect(seenOn(await leader.says('min tur'))).toContain('Cykelpool');
    await leader.says(id);
    await pressesOn(leader, id, 'Utforska idén');
    expect((await city.app.ideas.load(id))?.idea.leader).toBe((await stored())?.person.ref);
  });

  it('decides at once also by the button of a card that was sent before', async () => {
    marries();
    await fileFollows();
    expect(seenOn(await pressesOn(leader, id, 'Utforska idén'))).not.toContain(sv('refusal.notAllowed'));
    expect((await city.app.ideas.load(id))?.idea.stage).toBe('exploring');
  });

  it('is named anew on every card that is drawn, for everybody', async () => {
    await pressesOn(leader, id, 'Utforska idén');
    expect(allOn(await employee.says(id))).toContain(OLD_NAME);
    marries();
    await leader.installs();
    const card = allOn(await employee.says(id));
    expect(card).toContain(NEW_NAME);
    expect(card).not.toContain(OLD_NAME);
  });

  it('is looked up on installing the bot once more, whatever time it is', async () => {
    marries();
    await leader.installs();
    expect((await stored())?.person).toMatchObject({ name: NEW_NAME, emails: [NEW_EMAIL] });
    expect((await city.app.people.contacts(['innovationsledare.vard@soderhamra.example'])).size).toBe(0);
  });

  it.each([429, 500, 503])(
    'is looked up also when the roster answers %i just as they install the bot once more: it comes by itself',
    async (code) => {
      await fileFollows();
      marries();
      const mend = rosterFails(code);
      await leader.installs();
      expect((await stored())?.person).toMatchObject({ name: OLD_NAME });
      mend();
      city.pass(minutes(1));
      await city.delivers();
      expect((await stored())?.person).toMatchObject({ name: NEW_NAME, emails: [NEW_EMAIL] });
      expect(seenOn(await leader.says('min tur'))).toContain('Cykelpool');
      const before = lookUps();
      city.pass(minutes(10));
      await city.delivers();
      expect(lookUps()).toBe(before);
    },
  );

  it('leaves nothing to be looked up when their data are erased meanwhile', async () => {
    const mend = rosterFails(503);
    await employee.installs();
    expect(await city.app.newcomers.due(city.now())).toHaveLength(1);
    await employee.says('ta bort mina uppgifter');
    await employee.presses(sv('button.eraseMe'));
    expect(await city.app.newcomers.due(city.now())).toEqual([]);
    mend();
    city.pass(minutes(10));
    await city.delivers();
    expect(await city.app.people.byIdentity(identityOf(employee))).toBeUndefined();
  });

  it('is looked up once a day when they write, and the answer does not wait for it where no post can be theirs', async () => {
    city.pass(days(1));
    const before = lookUps();
    const held = city.connector.misbehave(({ kind }) => kind === 'member', forever(late(5_000)));
    const began = performance.now();
    expect(seenOn(await employee.says('hjälp'))).toContain(sv('help.heading'));
    expect(performance.now() - began).toBeLessThan(4_000);
    held();
    await employee.says('hjälp');
    expect(lookUps() - before).toBeLessThanOrEqual(2);
    city.pass(days(1));
    await employee.says('hjälp');
    await until(async () => {
      const known = await city.app.people.byIdentity(identityOf(employee));
      return known?.person.askedRoster?.at === city.now();
    });
    const then = lookUps();
    city.pass(minutes(30));
    await employee.says('hjälp');
    expect(lookUps()).toBe(then);
  });

  it('is looked up when the organisation file has changed, once', async () => {
    await city.restarts(changed(city.organisation(), 'chef.vard@soderhamra.example', { name: 'Chef Ny' }));
    const before = lookUps();
    await leader.says('hjälp');
    await leader.says('hjälp');
    expect(lookUps() - before).toBe(1);
  });

  it('is looked up when they ask for what waits for them and have no post', async () => {
    await employee.says('min tur');
    const before = lookUps();
    city.pass(minutes(2));
    await employee.says('min tur');
    expect(lookUps() - before).toBe(1);
  });

  it.each([404, 403, 429, 500, 502])(
    'loses nothing by a roster that answers %d: the turn goes on, and it is asked later',
    async (code) => {
      marries();
      city.pass(days(1));
      const mend = rosterFails(code);
      expect(seenOn(await leader.says('min tur'))).toContain('Cykelpool');
      expect((await stored())?.person.name).toBe(OLD_NAME);
      mend();
      city.pass(minutes(6));
      await leader.says('hjälp');
      expect((await stored())?.person.name).toBe(NEW_NAME);
    },
  );
});

describe('somebody whom the organisation file names and who has not come yet', () => {
  it('is called as the file calls them now', async () => {
    const city = await startCity();
    const employee = await city.arrives('employee');
    await sendsIdea(employee);
    await city.delivers();
    const post = 'innovationsledare.vard@soderhamra.example';
    const named = async () => {
      const ref = (await city.app.people.contacts([post])).get(post)?.ref ?? '';
      return (await city.app.people.byRef(ref))?.person.name;
    };
    expect(await named()).toBe(OLD_NAME);
    await city.restarts(changed(city.organisation(), post, { name: NEW_NAME }));
    await city.delivers();
    expect(await named()).toBe(NEW_NAME);
    await city.stop();
  });
});

describe('an address that passes from one person to another', () => {
  let city: City;
  beforeEach(async () => {
    city = await startCity();
  });
  afterEach(() => city.stop());

  const POST = 'innovationsledare.vard@soderhamra.example';

  /** The leader has another address, and a colleague has theirs. */
  async function swapped() {
    const leader = await city.arrives('leader');
    await city.arrives('otherLeader');
    const colleague = await city.arrives('colleague');
    const employee = await city.arrives('employee');
    const id = await sendsIdea(employee);
    await city.delivers();
    const { roster } = city.connector;
    roster.change(leader.member, { email: 'ledare.forr@soderhamra.example' });
    roster.change(colleague.member, { email: POST });
    return { leader, colleague, employee, id };
  }

  it('gives the post to the one who has it now, and to nobody else', async () => {
    const { leader, colleague, id } = await swapped();
    city.pass(days(1));
    await colleague.says('hjälp');
    const late = await pressesOn(leader, id, 'Utforska idén');
    expect(seenOn(late)).toContain(sv('refusal.notAllowed'));
    await colleague.says('min tur');
    expect(
      colleague
        .chat()
        .map(({ card }) => seenOn({ card }))
        .join(),
    ).toContain('Cykelpool');
    expect(summariesOf(colleague).at(-1)).toContain('innovationsledare för Vård och omsorg');
    await colleague.says(id);
    await pressesOn(colleague, id, 'Utforska idén');
    expect((await city.app.ideas.load(id))?.idea.stage).toBe('exploring');
  });

  it('takes the post from the one who had it also when they write first', async () => {
    const { leader, id } = await swapped();
    city.pass(days(1));
    expect(seenOn(await pressesOn(leader, id, 'Utforska idén'))).toContain(sv('refusal.notAllowed'));
    expect(seenOn(await leader.says('min tur'))).not.toContain('Cykelpool');
  });

  it('is taken from somebody who has left as soon as the next one comes with it', async () => {
    const leader = await city.arrives('leader');
    const employee = await city.arrives('employee');
    const id = await sendsIdea(employee);
    await city.delivers();
    const next = city.teams.person({ name: 'Efterträdare Vård', email: POST });
    await next.installs();
    expect(seenOn(await pressesOn(leader, id, 'Utforska idén'))).toContain(sv('refusal.notAllowed'));
    expect(titlesOn(await next.says(id))).toContain('Utforska idén');
    expect(cardAbout(next, id)).toBeDefined();
  });
});
