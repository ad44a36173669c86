import { type City, days, minutes, startCity } from '../../testing/scenes/city';
import { cardAbout, pressesOn, seenOn, sendsIdea, summariesOf, sv } from '../../testing/scenes/everyday';
import type { Person } from '../../testing/teams/person';

/** Sent on Thursday 26 November at ten, with an answer promised by 10 December. */

describe('the promise of an answer', () => {
  let city: City;
  let leader: Person;
  let employee: Person;
  let id: string;
  beforeEach(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
    employee = await city.arrives('employee');
    id = await sendsIdea(employee);
    await city.delivers();
  });
  afterEach(() => city.stop());

  const reminders = () => summariesOf(leader).filter((it) => it === sv('notice.reminded.waitedFor')).length;
  const excuse = new Set(['deciders', 'driver'].map((role) => sv('notice.reminded.submitter', { role })));
  const excuses = () => summariesOf(employee).filter((it) => excuse.has(it)).length;
  const goesOn = async (milliseconds: number) => {
    city.pass(milliseconds);
    await city.delivers();
  };

  it('is kept in mind until the morning after its day, and then everybody concerned hears of it once', async () => {
    await goesOn(days(14));
    expect([reminders(), excuses()]).toEqual([0, 0]);
    await goesOn(days(1) - minutes(121));
    expect([reminders(), excuses()]).toEqual([0, 0]);
    await goesOn(minutes(2));
    expect([reminders(), excuses()]).toEqual([1, 1]);
    for (const later of [minutes(1), days(1), days(20)]) await goesOn(later);
    expect([reminders(), excuses()]).toEqual([1, 1]);
  });

  it('is reminded of kindly: the day that has passed, and the new one', async () => {
    await goesOn(days(15));
    const seen = seenOn(cardAbout(leader, id));
    expect(seen).toContain(sv('waits.answerLate', { date: '10 december', days: 1 }));
    expect(seen).toContain(sv('waits.newDate', { date: '4 januari 2027' }));
    expect(seen).toContain(sv('notice.why.waitedFor'));
    expect(seenOn(cardAbout(leader, id))).toContain('Cykelpool');
  });

  it('gives the submitter one line with the new date', async () => {
    await goesOn(days(15));
    const waits = 'innovationsledarna för Vård och omsorg';
    expect(seenOn(cardAbout(employee, id))).toContain(
      sv('notice.reminded.submitter.next', { waits, late: 1, date: '4 januari 2027' }),
    );
    expect((await city.app.ideas.load(id))?.idea).toMatchObject({ reminded: true, answerBy: '2027-01-04' });
  });

  it('lets the leader decide on the card that they had before', async () => {
    const before = cardAbout(leader, id);
    await goesOn(days(15));
    await leader.presses('Utforska idén', {}, { on: before.activityId });
    expect((await city.app.ideas.load(id))?.idea.stage).toBe('exploring');
  });

  it('begins anew when it becomes somebody else’s turn', async () => {
    await goesOn(days(15));
    await pressesOn(leader, id, 'Utforska idén');
    await goesOn(days(40));
    expect([reminders(), excuses()]).toEqual([2, 2]);
  });

  it('is for the submitter as well, who was asked something', async () => {
    await pressesOn(leader, id, 'Ställ en fråga');
    await pressesOn(leader, id, 'Skicka frågan', { question: 'Hur många?' });
    await goesOn(days(15));
    const told = summariesOf(employee).filter((it) => it === sv('notice.reminded.waitedFor'));
    expect([told.length, excuses(), reminders()]).toEqual([1, 0, 0]);
  });

  it('is forgotten when the idea has ended', async () => {
    await pressesOn(employee, id, 'Dra tillbaka');
    await pressesOn(employee, id, 'Dra tillbaka');
    await goesOn(days(40));
    expect([reminders(), excuses()]).toEqual([0, 0]);
  });

  it('is kept when the bot was down on its day, and on the days off after it', async () => {
    await goesOn(days(30));
    expect([reminders(), excuses()]).toEqual([0, 0]);
    await goesOn(days(9));
    expect([reminders(), excuses()]).toEqual([1, 1]);
  });
});
