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

  /** How often somebody was to hear of a reminder in their day card. */
  const inDayCard = async (person: Person, as: string): Promise<number> => {
    const ref = (await city.app.people.contacts([person.email])).get(person.email)?.ref ?? '';
    const notices = (await city.app.deliveries.allOf(ref)).flatMap((row) =>
      row.kind === 'notice' && row.as === as && row.reason === 'in the day card' ? [row] : [],
    );
    const events = await Promise.all(notices.map(({ seq }) => city.app.ideas.event(id, seq)));
    return events.filter((event) => event?.type === 'reminded').length;
  };
  const atOnce = (person: Person) => summariesOf(person).filter((it) => it === sv('notice.reminded.waitedFor')).length;
  const reminders = async () => atOnce(leader) + (await inDayCard(leader, 'waitedFor'));
  const excuses = () => inDayCard(employee, 'submitter');
  const goesOn = async (milliseconds: number) => {
    city.pass(milliseconds);
    await city.delivers();
  };

  it('is kept in mind until the morning after its day, and then everybody concerned hears of it once', async () => {
    await goesOn(days(14));
    expect([await reminders(), await excuses()]).toEqual([0, 0]);
    await goesOn(days(1) - minutes(121));
    expect([await reminders(), await excuses()]).toEqual([0, 0]);
    await goesOn(minutes(2));
    expect([await reminders(), await excuses()]).toEqual([1, 1]);
    for (const later of [minutes(1), days(1), days(20)]) await goesOn(later);
    expect([await reminders(), await excuses()]).toEqual([1, 1]);
  });

  it('is reminded of kindly: the day that has passed, and the new one', async () => {
    await goesOn(days(15));
    const seen = seenOn(await leader.says(id));
    expect(seen).toContain(sv('waits.answerLate', { date: '10 december', days: 1 }));
    expect(seen).toContain(sv('waits.newDate', { date: '4 januari 2027' }));
    const day = seenOn(await leader.says('idag'));
    for (const text of ['Cykelpool', sv('day.waits', { count: 1 })]) expect(day).toContain(text);
  });

  it('gives the submitter one line with the new date', async () => {
    await goesOn(days(15));
    const waits = 'innovationsledarna för Vård och omsorg';
    expect(seenOn(await employee.says('idag'))).toContain(
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
    expect([await reminders(), await excuses()]).toEqual([2, 2]);
  });

  it('is for the submitter as well, who was asked something', async () => {
    await pressesOn(leader, id, 'Ställ en fråga');
    await pressesOn(leader, id, 'Skicka frågan', { question: 'Hur många?' });
    await goesOn(days(15));
    expect([atOnce(employee), await excuses(), await reminders()]).toEqual([1, 0, 0]);
  });

  it('is forgotten when the idea has ended', async () => {
    await pressesOn(employee, id, 'Dra tillbaka');
    await pressesOn(employee, id, 'Dra tillbaka');
    await goesOn(days(40));
    expect([await reminders(), await excuses()]).toEqual([0, 0]);
  });

  it('is kept when the bot was down on its day, and on the days off after it', async () => {
    await goesOn(days(30));
    expect([await reminders(), await excuses()]).toEqual([0, 0]);
    await goesOn(days(9));
    expect([await reminders(), await excuses()]).toEqual([1, 1]);
  });
});
