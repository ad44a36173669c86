import type { Organisation } from '../../../src/domain/organisation/organisation';
import { addDays } from '../../../src/domain/time';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';
import { type City, startCity } from '../../../testing/scenes/city';
import { addressOf } from '../../../testing/scenes/city-people';
import { allOn, cardAbout, pressesOn, seenOn, sendsIdea, sv } from '../../../testing/scenes/everyday';
import {
  arrivals,
  explored,
  fills,
  following,
  gives,
  kronor,
  notice,
  planned,
  stepsOn,
} from '../../../testing/scenes/told';
import type { Person } from '../../../testing/teams/person';

type Who = 'leader' | 'employee' | 'manager';

/** A department whose only leader is also the whole innovation office. */
function oneWhoDecides(change: (organisation: Organisation) => void = () => undefined): Organisation {
  const organisation = structuredClone(exampleOrganisation());
  for (const department of organisation.departments) {
    if (department.code !== 'VOO') continue;
    const [leader] = department.leaders.filter(({ email }) => email === addressOf('leader'));
    if (!leader) throw new Error('The example has no leader for VOO');
    for (const place of [department, ...department.units]) {
      place.leaders = [];
      place.deputies = [];
    }
    department.leaders = [leader];
    organisation.innovationOffice = [leader];
  }
  change(organisation);
  return organisation;
}

let city: City;
let people: Record<Who, Person>;
let story: ReturnType<typeof following<Who>>;
let id: string;

async function begins(organisation: Organisation): Promise<void> {
  city = await startCity({ organisation });
  people = await arrivals(city, { leader: 'leader', employee: 'employee', manager: 'manager' });
  story = following(city, people);
}

const plan = (cost: string) => [
  ...planned(cost, addDays(city.now().slice(0, 10), 1), addDays(city.now().slice(0, 10), 30)),
  ...([
    ['goal', { measure: 'Sena besök', today: '30', target: '5' }],
    ['partners', { partners: 'Cykelverkstaden.' }],
    ['procurement', { procurement: 'no' }],
  ] as const),
];
const NOTE = sv('button.noteDecision');
const taken = { taker: 'Kommundirektören', on: '2026-11-26', diary: 'KS 2026-0077' };
const disqualified = sv('waits.task.outside');

describe('an idea of the only one who could decide on it', () => {
  beforeAll(() => begins(oneWhoDecides()));
  afterAll(() => city.stop());

  it('says that it is decided outside, and lets them note the decision and nothing else', async () => {
    const { leader } = people;
    await leader.presses({ verb: 'pickDepartment', data: { verb: 'pickDepartment', department: 'VOO' } });
    id = await sendsIdea(leader, { department: 'VOO' });
    expect(await story.idea(id)).toMatchObject({ tier: 'outside', waiting: { for: 'deciders' } });
    await leader.says(id);
    expect(seenOn(cardAbout(leader, id))).toContain(disqualified);
    expect(stepsOn(cardAbout(leader, id))).toContain(NOTE);
    for (const decision of ['Utforska idén', 'Avsluta', 'Gör det nu']) {
      expect(stepsOn(cardAbout(leader, id))).not.toContain(decision);
    }
    expect(await story.lists(leader, 'min tur')).toEqual([id]);
    expect(seenOn(await people.employee.says(id))).toContain(sv('waits.what.outside'));
  });

  it('needs who decided and a day that has been, and keeps what was written', async () => {
    const { leader } = people;
    await leader.says(id);
    const asked = await pressesOn(leader, id, NOTE);
    expect(allOn(asked)).toContain(sv('panel.noteDecision.text'));
    const late = { ...taken, decision: 'close', reason: 'Vi har redan cyklar.', on: '2026-12-24' };
    const at = {
      idea: id,
      decisionVersion: String((await story.idea(id)).decisionVersion),
      idempotencyKey: 'ABCDEFGHJKMNPQRV',
    };
    const refused = await leader.presses({
      verb: 'act',
      data: { verb: 'act', do: 'noteDecision', ...at, ...late },
    });
    expect(allOn(refused)).toContain(sv('refusal.dateAhead'));
    expect(JSON.stringify(refused.card)).toContain('Vi har redan cyklar.');
    expect((await story.idea(id)).stage).toBe('submitted');
  });

  it('goes on by what was decided outside, and the record says where, by whom and who noted it', async () => {
    const { leader, employee } = people;
    const noted = { ...taken, decision: 'explore', person: 'me', personEmail: addressOf('employee') };
    await pressesOn(leader, id, NOTE, noted);
    expect(await story.standing(id)).toEqual(['exploring', 'employee']);
    const record = await city.app.ideas.history(id);
    expect(record.at(-1)).toMatchObject({ type: 'explored', data: { outside: { on: '2026-11-26' } } });
    expect(await story.idea(id)).not.toHaveProperty('leader');
    expect(await story.news()).toEqual({
      employee: [sv('event.outside.explored')],
      // Of the chain that is too thin, once.
      manager: ['I Vård och omsorg kan bara en person besluta om idéer.'],
    });
    const why = seenOn(await employee.says(`varför ${id}`));
    for (const words of [sv('event.outside.explored'), 'Beslutat av: Kommundirektören', 'Diarienummer: KS 2026-0077']) {
      expect(why).toContain(words);
    }
    expect(why).toContain(`${leader.name} skrev in det här.`);
  });

  it('gets a plan that is decided outside, and money by the manager, who may, with the delegation named', async () => {
    const { employee, leader, manager } = people;
    await employee.says(id);
    await pressesOn(employee, id, 'Jag leder gärna arbetet');
    await fills(employee, id, ...explored);
    await pressesOn(employee, id, 'Gå vidare till planering');
    await fills(employee, id, ...plan('5 000'));
    await pressesOn(employee, id, 'Skicka planen för beslut');
    await story.news();
    await leader.says(id);
    await gives(leader, id, NOTE, { ...taken, decision: 'approvePlan' });
    expect(await story.idea(id)).toMatchObject({ waiting: { for: 'funder' }, money: { funder: 'manager' } });
    await city.delivers();
    expect(seenOn(cardAbout(manager, id))).toContain('med stöd av Delegationsordning VOO 2026, punkt 4.2');
    const granted = await pressesOn(manager, id, 'Bevilja allt');
    expect(seenOn(granted)).toContain('Med stöd av: Delegationsordning VOO 2026, punkt 4.2');
    const why = seenOn(await employee.says(`varför ${id}`));
    expect(why).toContain('Med stöd av: Delegationsordning VOO 2026, punkt 4.2');
    expect(why).toContain(`Arbetet leds av ${employee.name}.`);
    expect((await city.app.ideas.history(id)).at(-1)).toMatchObject({
      data: { delegation: 'Delegationsordning VOO 2026, punkt 4.2' },
    });
  });

  it('is noted by nobody outside the chain, and by nobody where somebody may decide', async () => {
    const { employee, leader } = people;
    const other = await sendsIdea(employee, { department: 'MIL' });
    const press = (idea: string) => ({
      verb: 'act',
      data: {
        verb: 'act',
        do: 'noteDecision',
        idea,
        decisionVersion: '1',
        idempotencyKey: 'ABCDEFGHJKMNPQRS',
        ...taken,
        decision: 'close',
      },
    });
    for (const somebody of [employee, leader]) {
      const refused = await somebody.presses(press(other));
      expect(seenOn(refused)).toContain(sv('refusal.notAllowed'));
    }
    expect((await story.idea(other)).stage).toBe('submitted');
  });
});

describe('money without a delegation', () => {
  beforeAll(() =>
    begins(
      oneWhoDecides((organisation) => {
        for (const department of organisation.departments) delete department.delegation;
      }),
    ),
  );
  afterAll(() => city.stop());

  it('is not decided on here: the card says who decides, and the decision is noted', async () => {
    const { leader, employee, manager } = people;
    id = await sendsIdea(employee);
    await city.delivers();
    await pressesOn(leader, id, 'Utforska idén');
    await fills(leader, id, ...explored);
    await pressesOn(leader, id, 'Gå vidare till planering');
    await fills(leader, id, ...plan('5 000'));
    await pressesOn(leader, id, sv('button.askForMoney', { amount: kronor(5_000) }));
    await story.news();
    const card = cardAbout(manager, id);
    expect(seenOn(card)).toContain(sv('waits.task.noDelegation', { amount: kronor(5_000), who: manager.name }));
    expect(stepsOn(card)[0]).toBe(NOTE);
    for (const button of ['Bevilja allt', 'Bevilja en del', 'Bevilja inte'])
      expect(stepsOn(card)).not.toContain(button);
    const forged = {
      verb: 'act',
      data: {
        verb: 'act',
        do: 'grant',
        idea: id,
        decisionVersion: String((await story.idea(id)).decisionVersion),
        idempotencyKey: 'ABCDEFGHJKMNPQRT',
      },
    };
    expect(seenOn(await manager.presses(forged))).toContain(sv('refusal.notAllowed'));

    await manager.says(id);
    await gives(manager, id, NOTE, { ...taken, decision: 'grant', amount: '4 000' });
    expect(await story.idea(id)).toMatchObject({ stage: 'piloting', money: { granted: 4_000 } });
    const told = await story.news();
    const amount = { part: 'true', amount: kronor(4_000), asked: kronor(5_000) };
    expect(told.employee).toEqual([sv('event.outside.granted', amount)]);
    expect(told.leader).toEqual([sv('event.outside.granted', amount)]);
    expect(notice('granted.driver', { who: manager.name, ...amount })).not.toBe(told.leader?.[0]);
  });
});
