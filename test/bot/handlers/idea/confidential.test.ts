import { actOnIdea } from '../../../../src/app/idea/act-on-idea';
import { ideaActions } from '../../../../src/cards/idea/actions/tables';
import type { Command } from '../../../../src/domain/idea/commands';
import { accept } from '../../../../src/domain/result';
import * as story from '../../../../testing/samples/idea/story';
import { type City, days, startCity } from '../../../../testing/scenes/city';
import {
  allOn,
  cardAbout,
  choosesMore,
  idOn,
  pressesOn,
  seenOn,
  sendsIdea,
  sv,
  usualIdea,
} from '../../../../testing/scenes/everyday';
import { thoseWith } from '../../../../testing/storage/all-stored';
import type { Person } from '../../../../testing/teams/person';

const NAME = 'Demo Hemlig Medarbetare';

describe('an idea whose submitter shows their name to the innovation leader only', () => {
  let city: City;
  let employee: Person;
  let colleague: Person;
  let leader: Person;
  let manager: Person;
  let environment: Person;
  beforeEach(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
    manager = await city.arrives('manager');
    environment = await city.arrives('environmentLeader');
    colleague = await city.arrives('colleague');
    employee = city.teams.person({ name: NAME, email: 'hemlig@soderhamra.example' });
    await employee.installs();
    await employee.presses('Välj', { department: 'VOO' });
  });
  afterEach(() => city.stop());

  /** Everything that ever stood in anybody's chat, summaries and buttons' data too. */
  const everythingIn = (...people: Person[]) =>
    JSON.stringify(people.map((person) => [person.chat(), city.connector.sent(person.conversationId)]));

  it('is named on the leaders’ cards, with a word that others do not see it', async () => {
    const id = await sendsIdea(employee, { confidential: 'true' });
    await city.delivers();
    expect(seenOn(cardAbout(leader, id))).toContain(sv('idea.fact.submitterConfidential', { name: NAME }));
  });

  it('is named to nobody else: in no card, list, week, notice or update', async () => {
    const id = await sendsIdea(employee, { confidential: 'true' });
    await city.delivers();
    for (const reader of [colleague, manager, environment]) {
      for (const words of [id, `status ${id}`, 'min tur', 'mina idéer', 'veckan']) await reader.says(words);
    }
    await leader.presses('Ställ en fråga', {}, { on: cardAbout(leader, id).activityId });
    await pressesOn(leader, id, 'Skicka frågan', { question: 'Hur många?' });
    await city.delivers();
    await pressesOn(employee, id, 'Svara');
    await pressesOn(employee, id, 'Skicka svaret', { answer: 'Tio.' });
    await city.delivers();
    for (const reader of [colleague, manager, environment]) {
      for (const words of [id, 'min tur', 'veckan']) await reader.says(words);
    }
    expect(everythingIn(colleague, manager, environment)).not.toContain(NAME);
    expect(everythingIn(colleague, manager)).toContain(sv('idea.fact.submitterHidden'));
    expect(everythingIn(leader)).toContain(NAME);
  });

  it('is named to the new leaders when it is passed on, and then no more to the former ones', async () => {
    const id = await sendsIdea(employee, { confidential: 'true' });
    await city.delivers();
    await choosesMore(leader, id, 'Skicka vidare', { department: 'MIL' });
    await city.delivers();
    expect(seenOn(cardAbout(environment, id))).toContain(NAME);
    expect(seenOn(await leader.says(id))).not.toContain(NAME);
  });

  it('is named to no doer, driver’s colleague or manager when it goes on and ends', async () => {
    const id = await sendsIdea(employee, { confidential: 'true' });
    await city.delivers();
    await choosesMore(leader, id, 'Gör direkt', { personEmail: colleague.email });
    await city.delivers();
    await pressesOn(colleague, id, 'Jag gör det');
    await pressesOn(colleague, id, 'Det är gjort');
    await pressesOn(colleague, id, 'Det är gjort', { done: 'Klart.' });
    await city.delivers();
    city.pass(days(4) - 60_000);
    await city.delivers();
    await manager.says('veckan 47');
    expect(everythingIn(colleague, manager, environment)).not.toContain(NAME);
  });

  it('is named in no digest', async () => {
    await sendsIdea(employee, { confidential: 'true' });
    const before = manager.chat().length;
    city.pass(days(4));
    await city.delivers();
    expect(manager.chat()).toHaveLength(before + 1);
    expect(everythingIn(manager)).not.toContain(NAME);
  });

  it('is named to all again when the submitter edits it so', async () => {
    const id = await sendsIdea(employee, { confidential: 'true' });
    await pressesOn(employee, id, 'Ändra idén');
    await employee.presses(sv('button.saveIdea'), { confidential: 'false' });
    expect(seenOn(await colleague.says(id))).toContain(NAME);
  });

  it('keeps unit and workplace with the name, and is in no unit’s week', async () => {
    const boss = await city.arrives('unitManager');
    await employee.says('inställningar');
    await employee.presses('Spara', { department: 'VOO.HTN' });
    const open = await sendsIdea(employee, { title: 'Öppen' });
    await employee.says('idé');
    const workplace = 'APT Grupp Tolv';
    const receipt = await employee.presses('Skicka idén', { ...usualIdea, confidential: 'true', workplace });
    const id = idOn(receipt);
    await city.delivers();
    const places = ['Hemtjänst Norr', workplace];
    for (const reader of [colleague, manager, environment, boss]) {
      for (const words of [id, `varför ${id}`]) {
        const seen = allOn(await reader.says(words));
        for (const place of places) expect(seen).not.toContain(place);
      }
    }
    for (const reader of [leader, employee]) {
      const seen = allOn(await reader.says(id));
      for (const place of places) expect(seen).toContain(place);
    }
    const weekOf = async (person: Person) => JSON.stringify((await person.says('veckan 48')).card);
    expect(await weekOf(boss)).toContain(open);
    expect(await weekOf(boss)).not.toContain(id);
    expect(await weekOf(manager)).toContain(id);
  });

  it('stays so when a co-submitter edits without asking for it, whose own name is theirs to show', async () => {
    const id = await sendsIdea(employee, { confidential: 'true' });
    await city.delivers();
    await employee.says(id);
    await choosesMore(employee, id, 'Lägg till en kollega', { personEmail: colleague.email });
    await city.delivers();
    expect(seenOn(cardAbout(colleague, id))).not.toContain(NAME);
    await pressesOn(colleague, id, 'Ja, det är min idé också');
    await pressesOn(colleague, id, 'Ändra idén');
    await colleague.presses(sv('button.saveIdea'), { confidential: 'false' });
    const seen = allOn(await environment.says(id));
    expect(seen).not.toContain(NAME);
    expect(seen).toContain(colleague.name);
    expect(seen).toContain(sv('idea.fact.submitterHidden'));
  });

  it('shows the submitter their own name', async () => {
    const id = await sendsIdea(employee, { confidential: 'true' });
    expect(seenOn(await employee.says(id))).toContain(NAME);
  });

  it('is told to nobody whose idea is put together with it, and nobody of them can change that', async () => {
    const id = await sendsIdea(employee, { confidential: 'true' });
    const other = await sendsIdea(colleague, { title: 'Lånecyklar' });
    await city.delivers();
    const merge = { idea: id, decisionVersion: '1', idempotencyKey: 'MERGE00000000000', into: other };
    await leader.presses({ verb: 'merge', data: { verb: 'merge', ...merge } });
    await city.delivers();
    await colleague.says(other);
    await pressesOn(colleague, other, 'Ändra idén');
    await colleague.presses(sv('button.saveIdea'), { confidential: 'false' });
    for (const reader of [colleague, manager, environment]) {
      for (const words of [other, id, `varför ${other}`, 'min tur', 'mina idéer', 'veckan']) await reader.says(words);
    }
    expect((await city.app.ideas.load(other))?.idea).toMatchObject({ confidential: true });
    // Whose own idea it is has asked for nothing, and is named as before.
    expect(allOn(await manager.says(other))).toContain(colleague.name);
    expect(everythingIn(colleague, manager, environment)).not.toContain(NAME);
    expect(allOn(await leader.says(other))).toContain(NAME);
    expect(seenOn(await employee.says(other))).toContain(NAME);
  });
});

describe('a confidential idea on the whole way', () => {
  let city: City;
  beforeAll(async () => {
    city = await startCity();
  });
  afterAll(() => city.stop());

  it('names its submitter to those who decide, and to nobody else in any stage, role, refusal, reminder or log', async () => {
    const [leader, driver, funder, owner, adopter, concerned, stranger] = await Promise.all(
      (['leader', 'colleague', 'manager', 'unitManager', 'environmentLeader', 'rescueLeader', 'employee'] as const).map(
        (role) => city.arrives(role),
      ) as [Promise<Person>, ...Promise<Person>[]],
    );
    const submitter = city.teams.person({ name: NAME, email: 'hemlig@soderhamra.example' });
    await submitter.installs();
    await submitter.presses('Välj', { department: 'VOO' });
    const id = await sendsIdea(submitter, { confidential: 'true' });
    const others = [driver, funder, owner, adopter, concerned, stranger].filter((one) => one !== undefined);

    const known = async (one: Person | undefined) => {
      const identity = { tenant: city.teams.tenantId, objectId: one?.aadObjectId ?? '' };
      const found = await city.app.people.byIdentity(identity);
      if (!found) throw new Error('Somebody has not arrived');
      return found.person;
    };
    const refs = { driver: (await known(driver)).ref, owner: (await known(owner)).ref };
    const lead = (command: Command): [Person | undefined, Command] => [leader, command];
    const drives = ([, command]: story.Step): [Person | undefined, Command] => [driver, command];
    const way: [Person | undefined, Command][] = [
      [submitter, story.comment('Det är jag som undrar.')],
      lead({
        ...story.concern('RTJ'),
        data: { departments: [city.app.directory().departmentsLedBy(concerned?.email ?? '')[0] ?? ''] },
      } as Command),
      lead(story.exploreWith(refs.driver)),
      [driver, story.acceptDriving],
      [driver, story.ask('Hur ofta?')],
      [submitter, story.answer('Varje dag.')],
      [stranger, story.comment('Bra.')],
      ...story.explored().map(drives),
      [driver, story.plan],
      ...story.planned(80_000).map(drives),
      [driver, story.submitPlan],
      lead(story.approvePlan()),
      [funder, story.grant(50_000)],
      [driver, story.fill('result', { outcome: 'Bra.', learned: 'Mycket.', recommendation: 'scale' })],
      [driver, story.fill('used', { used: '5' })],
      [driver, story.submitResult],
      lead(story.scale(['MIL'], refs.owner)),
      [owner, story.acceptOwning],
      [adopter, { type: 'adopt', data: { department: 'MIL', status: 'using', start: '2026-12-01' }, words: {} }],
      [owner, story.spread()],
      [owner, story.followUp()],
      lead(story.close({ reason: 'Den används inte mer.' })),
      lead(story.reopen),
    ];
    await stranger?.says(id);
    await stranger?.presses(sv('button.follow'));

    const reads = async () => {
      for (const one of others) {
        for (const words of [id, `varför ${id}`, 'min tur', 'mina idéer', 'veckan']) await one.says(words);
        for (const panel of ['more', 'history', 'why'] as const) {
          await one.presses({ verb: 'panel', data: { verb: 'panel', idea: id, panel } });
        }
      }
    };
    await city.delivers();
    for (const [at, [who, command]] of way.entries()) {
      const request = {
        id,
        idempotencyKey: `WAY${String(at).padStart(13, '0')}`,
        type: command.type,
        command: () => accept(command),
      };
      const outcome = await actOnIdea(city.app, await known(who), request);
      expect({ at, type: command.type, ok: outcome.ok, ...(!outcome.ok && outcome.refusal) }).toMatchObject({
        ok: true,
      });
      await city.delivers();
      if (at % 9 === 8) await reads();
    }
    // What somebody may not do is refused without a word about whose idea it is.
    for (const action of ideaActions) {
      await stranger?.presses({
        verb: 'act',
        data: {
          verb: 'act',
          idea: id,
          decisionVersion: '1',
          idempotencyKey: `NO${action}`
            .toUpperCase()
            .replace(/[^0-9A-HJKMNP-TV-Z]/g, '0')
            .padEnd(16, '0')
            .slice(0, 16),
          do: action,
        },
      });
    }
    for (let weeks = 0; weeks < 6; weeks++) {
      city.pass(days(7));
      await city.delivers();
    }
    await reads();

    const seenBy = (one: Person) => JSON.stringify([one.chat(), city.connector.sent(one.conversationId)]);
    const told = others.filter(
      (one) => thoseWith([seenBy(one)], [NAME, submitter.email, submitter.aadObjectId]).length > 0,
    );
    expect(told.map((one) => one.name)).toEqual([]);
    expect(seenBy(leader)).toContain(NAME);
    expect(
      thoseWith(
        city.log.map((line) => JSON.stringify(line)),
        [NAME, submitter.email],
      ),
    ).toEqual([]);
    for (const one of others) expect(one.chat().length).toBeGreaterThan(10);
  });
});
