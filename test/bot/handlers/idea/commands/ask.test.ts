import { type City, startCity } from '../../../../../testing/scenes/city';
import { cardAbout, pressesOn, seenOn, sendsIdea, sv, titlesOn } from '../../../../../testing/scenes/everyday';
import type { Person } from '../../../../../testing/teams/person';

describe('a question to the submitter', () => {
  let city: City;
  let leader: Person;
  let other: Person;
  let employee: Person;
  let id: string;
  beforeAll(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
    other = await city.arrives('otherLeader');
  });
  beforeEach(async () => {
    employee = await city.arrives('employee');
    id = await sendsIdea(employee);
    await city.delivers();
  });
  afterAll(() => city.stop());

  async function asks(question = 'Hur många cyklar?') {
    await pressesOn(leader, id, 'Ställ en fråga');
    const answer = await pressesOn(leader, id, 'Skicka frågan', { question });
    await city.delivers();
    return answer;
  }
  const stored = async () => (await city.app.ideas.load(id))?.idea;

  it('is asked for in the same card and makes the idea wait for the submitter', async () => {
    const before = leader.chat().length;
    const answer = await asks();
    expect(leader.chat()).toHaveLength(before);
    expect(seenOn(answer)).toContain(sv('notice.asked.actor'));
    expect(seenOn(answer)).toContain(sv('waits.for', { who: employee.name }));
    const told = cardAbout(employee, id);
    expect(seenOn(told)).toContain(sv('notice.asked.submitter', { who: leader.name }));
    expect(seenOn(told)).toContain('Hur många cyklar?');
    expect(titlesOn(told)[0]).toBe('Svara');
  });

  it('keeps the panel open when there is no question in it', async () => {
    await pressesOn(leader, id, 'Ställ en fråga');
    await expect(pressesOn(leader, id, 'Skicka frågan')).rejects.toThrow('"question" is required');
    await pressesOn(leader, id, 'Skicka frågan', { question: '  \u200B ' }).then((answer) => {
      expect(seenOn(answer)).toContain(sv('refusal.wordsMissing', { field: sv('field.question') }));
      expect(titlesOn(answer)).toEqual(['Skicka frågan', 'Tillbaka']);
    });
  });

  it('is answered in the card, and every leader hears the answer', async () => {
    await asks();
    await pressesOn(employee, id, 'Svara');
    const answer = await pressesOn(employee, id, 'Skicka svaret', { answer: 'Ungefär tio.' });
    expect(seenOn(answer)).toContain(sv('notice.answered.actor'));
    await city.delivers();
    for (const decider of [leader, other]) {
      expect(seenOn(cardAbout(decider, id))).toContain(sv('notice.answered.deciders', { who: employee.name }));
      expect(seenOn(cardAbout(decider, id))).toContain('Ungefär tio.');
      expect(titlesOn(cardAbout(decider, id))[0]).toBe('Utforska idén');
    }
    expect(await stored()).toMatchObject({ stage: 'submitted', waiting: { for: 'deciders' } });
  });

  it('is answered by typing, once the person has said that it is the answer', async () => {
    await asks();
    const offer = await employee.says('Ungefär tio, tror jag.');
    expect(seenOn(offer)).toContain(sv('quote.answerHeading', { title: 'Cykelpool' }));
    expect(seenOn(offer)).toContain('Hur många cyklar?');
    const answer = await employee.presses('Ja, skicka svaret');
    expect(seenOn(answer)).toContain(sv('notice.answered.actor'));
    await city.delivers();
    expect(seenOn(cardAbout(leader, id))).toContain('Ungefär tio, tror jag.');
    expect((await employee.says('Och en sak till')).card).toBeDefined();
    expect(employee.chat().at(-1)?.texts).toContain(sv('quote.heading'));
  });

  it('does not take a typed text that is something else: it may be an idea of its own', async () => {
    await asks();
    await employee.says('Vi borde ha fler träd.');
    const quoted = await employee.presses('Nej, det är något annat');
    expect(titlesOn(quoted)).toEqual(['Skicka som idé', 'Ändra först', 'Nej']);
    expect(await stored()).toMatchObject({ question: { text: 'Hur många cyklar?' } });
  });

  it('asks which one when several wait for an answer', async () => {
    await asks();
    const first = id;
    id = await sendsIdea(employee, { title: 'Digitala nycklar' });
    await city.delivers();
    await asks('Vilka dörrar?');
    const offer = await employee.says('Alla ytterdörrar');
    expect(seenOn(offer)).toContain(sv('quote.answerWhich'));
    expect(titlesOn(offer)).toEqual(expect.arrayContaining(['Cykelpool', 'Digitala nycklar']));
    await employee.presses('Digitala nycklar');
    expect(await stored()).toMatchObject({ waiting: { for: 'deciders' } });
    expect((await city.app.ideas.load(first))?.idea.question).toBeDefined();
  });

  it('keeps a command a command while a question is open', async () => {
    await asks();
    expect(seenOn(await employee.says('mina idéer'))).toContain(sv('mine.heading'));
  });

  it('does not keep the leader from deciding', async () => {
    await asks();
    await pressesOn(other, id, 'Utforska idén');
    expect(await stored()).toMatchObject({ stage: 'exploring' });
    const late = await pressesOn(employee, id, 'Svara');
    expect(seenOn(late)).toContain(sv('stage.exploring'));
  });

  it('is answered once, in the card and by typing at the same time', async () => {
    await asks();
    await pressesOn(employee, id, 'Svara');
    const card = cardAbout(employee, id);
    await employee.says('Ett skrivet svar');
    const offer = employee.chat().at(-1);
    const answers = await Promise.all([
      employee.presses('Skicka svaret', { answer: 'Ett svar i kortet' }, { on: card.activityId }),
      employee.presses('Ja, skicka svaret', {}, { on: offer?.activityId ?? '' }),
    ]);
    expect(answers.filter((answer) => seenOn(answer).includes(sv('notice.answered.actor')))).not.toHaveLength(0);
    const history = await city.app.ideas.history(id);
    expect(history.filter(({ type }) => type === 'answered')).toHaveLength(1);
  });

  it('can be asked while exploring too, and then the answer goes to the one who drives', async () => {
    await pressesOn(leader, id, 'Utforska idén');
    await asks();
    await pressesOn(employee, id, 'Svara');
    await pressesOn(employee, id, 'Skicka svaret', { answer: 'Tolv.' });
    const others = other.chat().length;
    await city.delivers();
    expect(seenOn(cardAbout(leader, id))).toContain(sv('notice.answered.driver', { who: employee.name }));
    expect(other.chat()).toHaveLength(others);
  });
});
