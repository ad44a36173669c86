import { randomBytes } from 'node:crypto';
import type { PartName } from '../../../src/domain/idea/fields';
import { newIdempotencyKey } from '../../../src/domain/ids';
import { addDays } from '../../../src/domain/time';
import { type Button, buttonsOf } from '../../../testing/cards/card';
import { type City, startCity } from '../../../testing/scenes/city';
import { allOn, cardAbout, pressesOn, seenOn, sendsIdea, sv, titlesOn } from '../../../testing/scenes/everyday';
import { arrivals, explored, fills, following, gives, inDayCard, planned, stepsOn } from '../../../testing/scenes/told';
import type { Person } from '../../../testing/teams/person';

type Who = 'submitter' | 'leader' | 'manager';

let city: City;
let people: Record<Who, Person>;
let story: ReturnType<typeof following<Who>>;
let id: string;
const today = () => city.now().slice(0, 10);
const plan = (cost: string) => [
  ...planned(cost, addDays(today(), 1), addDays(today(), 30)),
  ...([
    ['goal', { measure: 'Sena besök', today: '30', target: '5' }],
    ['partners', { partners: 'Cykelverkstaden.' }],
    ['procurement', { procurement: 'no' }],
  ] as const),
];

/** A press that no card offers any more, as a card of before would have sent it. */
const fillsAnyhow = (person: Person, part: PartName, inputs: Record<string, string>) =>
  person.presses({
    verb: 'act',
    data: {
      verb: 'act',
      do: 'fill',
      idea: id,
      decisionVersion: '0',
      idempotencyKey: newIdempotencyKey(randomBytes),
      part,
      ...inputs,
    },
  });

function buttonOn({ card }: { card: unknown }, title: string): Button {
  const found = buttonsOf(card).find((button) => button.title === title);
  if (!found) throw new Error(`No button ${title} on the card: ${seenOn({ card })}`);
  return found;
}

beforeAll(async () => {
  city = await startCity();
  people = await arrivals(city, { submitter: 'employee', leader: 'leader', manager: 'manager' });
  story = following(city, people);
  const { leader, submitter } = people;
  id = await sendsIdea(submitter);
  await city.delivers();
  await pressesOn(leader, id, 'Utforska idén', { person: 'submitter' });
  await city.delivers();
  await pressesOn(submitter, id, 'Jag leder gärna arbetet');
  await fills(submitter, id, ...explored);
  await pressesOn(submitter, id, 'Gå vidare till planering');
  await fills(submitter, id, ...plan('5 000'));
});
afterAll(() => city.stop());

describe('a plan that is handed in', () => {
  it('stands still while it is decided on: 5,000 kr stays 5,000 kr', async () => {
    const { leader, submitter } = people;
    await pressesOn(submitter, id, 'Skicka planen för beslut');
    await story.news();
    const sent = await story.idea(id);
    expect(seenOn(cardAbout(leader, id))).toContain('5\u00A0000 kr');

    const refused = await fillsAnyhow(submitter, 'cost', { cost: '9 900 000' });
    expect(seenOn(refused)).toContain(sv('refusal.notNow'));
    expect(await story.idea(id)).toEqual(sent);
    await submitter.says(id);
    expect(allOn(cardAbout(submitter, id))).not.toContain(`, ${sv('idea.need.change')}`);
    expect(titlesOn(cardAbout(submitter, id)).filter((title) => title.endsWith(sv('idea.need.change')))).toEqual([]);
  });

  it('is taken back in a step of its own, of which the one who decides is told', async () => {
    const { leader, submitter } = people;
    const older = cardAbout(leader, id);
    const approve = buttonOn(older, 'Godkänn planen');
    await submitter.says(id);
    expect(stepsOn(cardAbout(submitter, id))).toContain('Ta tillbaka planen');
    await pressesOn(submitter, id, 'Ta tillbaka planen');
    expect(await story.news(id)).toEqual({
      leader: [inDayCard('takenBack.deciders', { who: submitter.name, stage: 'planning' })],
    });
    expect(await story.standing(id)).toEqual(['planning', 'submitter']);
    await fillsAnyhow(submitter, 'cost', { cost: '9 900 000' });
    expect((await story.idea(id)).answers.cost).toBe('9900000');

    const shown = await leader.presses(approve, {}, { on: older.activityId });
    expect(seenOn(shown)).toContain(sv('refusal.stale'));
    expect(await story.idea(id)).not.toHaveProperty('money');
  });

  it('is approved and granted as it was sent, and the decisions say of what day it was', async () => {
    const { leader, manager, submitter } = people;
    await fillsAnyhow(submitter, 'cost', { cost: '6 000' });
    await submitter.says(id);
    await pressesOn(submitter, id, 'Skicka planen för beslut');
    await city.delivers();
    await pressesOn(leader, id, 'Godkänn planen');
    await city.delivers();
    expect(seenOn(await fillsAnyhow(submitter, 'cost', { cost: '7 000' }))).toContain(sv('refusal.notNow'));
    await pressesOn(manager, id, 'Bevilja allt');
    const record = await city.app.ideas.history(id);
    const changed = record.findLast(({ type }) => type === 'filled')?.seq;
    for (const type of ['planApproved', 'granted'] as const) {
      expect(record.find((event) => event.type === type)).toMatchObject({ asOf: changed });
    }
    expect(record.find(({ type }) => type === 'granted')?.data).toMatchObject({ amount: 6000, asked: 6000 });
    const why = seenOn(await submitter.says(`varför ${id}`));
    expect(why).toContain('Beslutet gäller innehållet från');
  });

  it('so does a result', async () => {
    const { leader, submitter } = people;
    await submitter.says(id);
    const result = { outcome: 'Färre väntar.', learned: 'Hjälm behövs.', recommendation: 'scale' };
    await fills(submitter, id, ['result', result], ['used', { used: '5 000' }]);
    // Before its last day it is asked whether the test has ended.
    await gives(submitter, id, 'Testet är klart');
    await story.news();
    const refused = await fillsAnyhow(submitter, 'result', { ...result, outcome: 'Fler väntar.' });
    expect(seenOn(refused)).toContain(sv('refusal.notNow'));
    await submitter.says(id);
    await pressesOn(submitter, id, 'Ta tillbaka resultatet');
    expect(await story.news(id)).toEqual({
      leader: [inDayCard('takenBack.deciders', { who: submitter.name, stage: 'piloting' })],
    });
    expect((await story.idea(id)).money).toMatchObject({ granted: 6000 });
    await leader.says(id);
    expect(stepsOn(cardAbout(leader, id))).not.toContain('Skicka tillbaka');
  });
});

describe('a new idea that is edited while somebody decides', () => {
  it('is not decided on by the card of before, which is drawn anew and says that it was changed', async () => {
    const { leader, submitter } = people;
    id = await sendsIdea(submitter, { title: 'Cykelpool' });
    await city.delivers();
    const before = cardAbout(leader, id);
    const press = buttonOn(before, 'Utforska idén');
    await pressesOn(submitter, id, 'Ändra idén');
    await pressesOn(submitter, id, 'Spara ändringarna', { title: 'Elbilar till alla', problem: 'Vi vill ha bilar.' });
    const refused = await leader.presses(press, {}, { on: before.activityId });
    expect(seenOn(refused)).toContain(sv('refusal.stale'));
    expect(seenOn(refused)).toContain('Elbilar till alla');
    expect(await story.standing(id)).toEqual(['submitted', 'deciders']);
    await city.delivers();
    const anew = seenOn(cardAbout(leader, id));
    expect(anew).toContain(sv('event.edited', { who: submitter.name }));
    await pressesOn(leader, id, 'Utforska idén');
    const record = await city.app.ideas.history(id);
    expect(record.at(-1)).toMatchObject({ type: 'explored', asOf: 2 });
  });
});
