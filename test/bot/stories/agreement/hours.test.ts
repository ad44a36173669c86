import { buttonsOf } from '../../../../testing/cards/card';
import { type City, startCity } from '../../../../testing/scenes/city';
import { allOn, cardAbout, choosesMore, pressesOn, seenOn, sv } from '../../../../testing/scenes/everyday';
import {
  arrivals,
  type FilledPart,
  fills,
  following,
  gives,
  inPlanning,
  planned,
  rowOn,
  stepsOn,
} from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

type Who = 'submitter' | 'leader' | 'manager';

let city: City;
let people: Record<Who, Person>;
let story: ReturnType<typeof following<Who>>;
let id: string;
beforeAll(async () => {
  city = await startCity();
  people = await arrivals(city, { submitter: 'employee', leader: 'leader', manager: 'manager' });
  story = following(city, people);
});
afterAll(() => city.stop());

const DOCUMENT = 'https://soderhamra.sharepoint.example/sites/cyklar/Kalkyl%202027.xlsx?web=1';
const [, activity, ...others] = planned('', '2026-12-01', '2027-02-28');
const plan = (cost: string, hours: string, document = ''): FilledPart[] => [
  ['cost', { cost, hours }],
  ['activity', { ...activity?.[1], document }],
  ...others,
];
const whole: FilledPart[] = [
  ['goal', { measure: 'Sena besök i veckan', today: '30', target: '10' }],
  ['partners', { partners: 'ingen' }],
  ['procurement', { procurement: 'no' }],
];
const result: FilledPart = [
  'result',
  { outcome: 'Färre sena besök.', learned: 'Cyklarna behöver dubbdäck.', recommendation: 'here' },
];
const kronor = (sum: string) => `${sum.replace(' ', '\u00a0')} kr`;

describe('a plan that asks for hours beside money', () => {
  it('takes no document but by its https address', async () => {
    id = await inPlanning(city, people, { parts: [['cost', { cost: '50 000', hours: 'ca 40 timmar' }]] });
    const { leader } = people;
    await pressesOn(leader, id, sv('button.fillNext', { part: sv('idea.need.activity') }));
    for (const document of ['http://soderhamra.example/kalkyl', 'javascript:alert(1)', 'se pärmen i skåpet']) {
      const refused = await pressesOn(leader, id, 'Spara', { ...activity?.[1], document });
      expect(seenOn(refused)).toContain(sv('refusal.badLink', { field: sv('field.document'), limit: 0 }));
    }
    await pressesOn(leader, id, 'Spara', { ...activity?.[1], document: DOCUMENT });
    await fills(leader, id, ...others, ...whole);
    expect((await story.idea(id)).answers).toMatchObject({ cost: '50000', hours: '40', document: DOCUMENT });
  });

  it('asks whoever decides on money for both in one card, with the document a press away', async () => {
    const { leader, manager } = people;
    const both = `${kronor('50 000')} och 40 timmar`;
    expect(stepsOn(cardAbout(leader, id))).toContain(sv('button.askForMoney', { amount: both }));
    await pressesOn(leader, id, sv('button.askForMoney', { amount: both }));
    await story.news();
    const asked = cardAbout(manager, id);
    expect(seenOn(asked)).toContain(sv('waits.you.money', { amount: both }));
    expect(seenOn(asked)).toContain(`\n${kronor('50 000')}\noch 40 timmar, med stöd av `);
    const link = buttonsOf(asked.card).find(({ url }) => url !== undefined);
    expect(link).toMatchObject({ url: DOCUMENT, title: sv('idea.document') });
  });

  it('is granted in part: a sum and hours, neither more than was asked for', async () => {
    const { manager, leader } = people;
    const more = await choosesMore(manager, id, sv('button.grantPart'), { amount: '30 000', grantHours: '41' });
    expect(seenOn(more)).toContain(sv('refusal.hoursTooMany'));
    const granted = await pressesOn(manager, id, sv('button.grantPart'), { amount: '30 000', grantHours: '20' });
    expect(seenOn(granted)).toContain(
      `Du har gett ${kronor('30 000')} och 20 timmar av ${kronor('50 000')} och 40 timmar`,
    );
    expect(await story.idea(id)).toMatchObject({
      money: { asked: 50_000, askedHours: 40, granted: 30_000, grantedHours: 20 },
    });
    expect(allOn(await leader.says(id))).toContain(
      `Pengar och tid\n${kronor('50 000')} och 40 timmar, beviljat ${kronor('30 000')} och 20 timmar`,
    );
  });

  it('is told of what was used of both, and says so to everybody who reads it', async () => {
    const { leader, submitter } = people;
    city.pass(Date.parse('2027-02-28T09:00:00Z') - Date.parse(city.now()));
    await story.news();
    await leader.says(id);
    await fills(leader, id, result);
    await pressesOn(leader, id, sv('button.fillNext', { part: sv('idea.need.used.both') }));
    const more = await pressesOn(leader, id, 'Spara', { used: '28 000', usedHours: '25' });
    expect(seenOn(more)).toContain(sv('refusal.usedMore'));
    await pressesOn(leader, id, sv('button.sure'));
    const used = `beviljat ${kronor('30 000')} och 20 timmar, använt ${kronor('28 000')} och 25 timmar`;
    expect(allOn(await submitter.says(id))).toContain(used);
  });
});

describe('a plan that asks for hours and no money', () => {
  it('waits for the same decision, in words about hours', async () => {
    const { leader, manager, submitter } = people;
    id = await inPlanning(city, people, {
      words: { title: 'Cykelskola', problem: 'Alla i hemtjänsten kan inte cykla.' },
      parts: plan('0', '40'),
    });
    await story.news();
    await pressesOn(leader, id, sv('button.askForMoney', { amount: '40 timmar' }));
    const told = await story.news(id);
    expect(told.manager).toEqual([sv('notice.ownPlanSent.funder', { who: leader.name, cost: '40 timmar' })]);
    expect(seenOn(cardAbout(submitter, id))).toContain('Testet tar 40 timmar. Beslutet om arbetstiden tas av');
    expect(seenOn(cardAbout(manager, id))).toContain(sv('waits.you.money', { amount: '40 timmar' }));
    expect(await story.idea(id)).toMatchObject({ money: { asked: 0, askedHours: 40, funder: 'manager' } });
  });

  it('comes back with why, and is sent again with fewer', async () => {
    const { leader, manager } = people;
    const no = await gives(manager, id, sv('button.declineMoney'), { reason: 'Vi har inte så många timmar.' });
    expect(seenOn(no)).toContain('Du har sagt nej till 40 timmar.');
    await story.news();
    const back = await leader.says(id);
    expect(stepsOn(back)[0]).toBe(sv('button.changeCost.hours'));
    expect(seenOn(back)).toContain(sv('waits.task.hoursDeclined', { amount: '40 timmar' }));
    await pressesOn(leader, id, sv('button.changeCost.hours'));
    await pressesOn(leader, id, 'Spara', { cost: '0', hours: '16' });
    expect(stepsOn(await leader.says(id))[0]).toBe(sv('button.askForMoney', { amount: '16 timmar' }));
    await pressesOn(leader, id, sv('button.askForMoney', { amount: '16 timmar' }));
    await story.news();
    expect(seenOn(cardAbout(manager, id))).toContain('Nej till 40 timmar');
    await pressesOn(manager, id, sv('button.grant'));
    expect(await story.standing(id)).toEqual(['piloting', 'leader']);
    expect(allOn(await leader.says(id))).toContain('Arbetstid\n16 timmar, beviljat 16 timmar');
  });

  it('is asked for no money that was used', async () => {
    const { leader } = people;
    await fills(leader, id, result);
    await pressesOn(leader, id, sv('button.fillNext', { part: sv('idea.need.used.hours') }));
    await pressesOn(leader, id, 'Spara', { usedHours: '12' });
    expect((await story.idea(id)).answers).toMatchObject({ usedHours: '12' });
    expect((await story.idea(id)).answers.used).toBeUndefined();
    expect(rowOn(cardAbout(leader, id), 'Tid som användes')).toContain('12 timmar');
  });

  it('needs no decision where it asks for none', async () => {
    const { leader } = people;
    id = await inPlanning(city, people, {
      words: { title: 'Lånecykel', problem: 'Ingen vet var cyklarna står.' },
      parts: plan('0', '0'),
    });
    expect(stepsOn(cardAbout(leader, id))[0]).toBe(sv('button.startTest'));
  });
});
