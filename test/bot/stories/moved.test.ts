import { buttonsBelow, inputsOf } from '../../../testing/cards/card';
import { type City, minutes, startCity } from '../../../testing/scenes/city';
import { allOn, cardAbout, choosesMore, pressesOn, seenOn, sendsIdea, sv } from '../../../testing/scenes/everyday';
import { arrivals, explored, fills, following, gives, inDayCard, notice, stepsOn } from '../../../testing/scenes/told';
import type { Person } from '../../../testing/teams/person';

type Who = 'submitter' | 'friend' | 'leader' | 'other' | 'environment' | 'deputy';

let city: City;
let people: Record<Who, Person>;
let story: ReturnType<typeof following<Who>>;
/** The idea that is moved, and the one that it becomes a part of. */
let id: string;
let into: string;
beforeAll(async () => {
  city = await startCity();
  people = await arrivals(city, {
    submitter: 'employee',
    friend: 'colleague',
    leader: 'leader',
    other: 'otherLeader',
    environment: 'environmentLeader',
    deputy: 'deputy',
  });
  story = following(city, people);
});
afterAll(() => city.stop());

const name = (who: Who) => people[who].name;
const card = (who: Who, idea = id) => cardAbout(people[who], idea);
const recordOf = async (idea: string) => (await city.app.ideas.history(idea)).map(({ type }) => type);

/** What waits for each of them, in which department's list each idea stands, and whose ideas they are. */
async function lists() {
  const open = async (department: string) => (await city.app.ideas.open(department)).map((row) => row.id).sort();
  return {
    decisionVersion: {
      leader: await story.lists(people.leader, 'min tur'),
      environment: await story.lists(people.environment, 'min tur'),
    },
    open: { VOO: await open('VOO'), MIL: await open('MIL') },
    mine: {
      submitter: await story.lists(people.submitter, 'mina idéer'),
      friend: await story.lists(people.friend, 'mina idéer'),
    },
  };
}

describe('an idea that is passed on, closed, opened again and merged', () => {
  let before: Awaited<ReturnType<City['app']['ideas']['history']>>;
  /** Nothing that has happened is ever changed or lost: the record only grows. */
  async function grows(...types: string[]) {
    const now = await city.app.ideas.history(id);
    expect(now.slice(0, before.length)).toEqual(before);
    expect(now.slice(before.length).map(({ type }) => type)).toEqual(types);
    before = now;
  }

  it('is explored in one department', async () => {
    id = await sendsIdea(people.submitter);
    await city.delivers();
    await pressesOn(people.leader, id, 'Utforska idén');
    await fills(people.leader, id, ...explored.slice(0, 2));
    await story.news();
    before = await city.app.ideas.history(id);
    expect(await lists()).toEqual({
      decisionVersion: { leader: [id], environment: [] },
      open: { VOO: [id], MIL: [] },
      mine: { submitter: [id], friend: [] },
    });
  });

  it('is passed on with what is known of it: both departments and the submitter hear, and it changes lists', async () => {
    await choosesMore(people.leader, id, 'Skicka vidare', { department: 'MIL', reason: 'Det gäller resor.' });
    const passed = { who: name('leader'), from: 'Vård och omsorg', department: 'Miljö' };
    expect(await story.news()).toEqual({
      submitter: [notice('passedOn.submitter', passed)],
      other: [inDayCard('passedOn.formerDeciders', passed)],
      environment: [notice('passedOn.deciders', passed)],
    });
    await grows('passedOn');
    expect(await lists()).toEqual({
      decisionVersion: { leader: [], environment: [id] },
      open: { VOO: [], MIL: [id] },
      mine: { submitter: [id], friend: [] },
    });
    const seen = allOn(card('environment'));
    for (const words of ['Det gäller resor.', 'Vi frågar tio brukare.', 'Kom från']) expect(seen).toContain(words);
    expect(stepsOn(card('environment'))[0]).toBe('Utforska idén');
    expect(stepsOn(await people.leader.says(id))).not.toContain('Utforska idén');
  });

  it('is closed there with a reason, and opened again by its leader with another', async () => {
    await choosesMore(people.environment, id, 'Avsluta', { reason: 'Vi har inga cyklar.' });
    const closed = { who: name('environment'), ended: 'early', again: 'none' };
    expect(await story.news()).toEqual({ submitter: [notice('closed.submitter', closed)] });
    expect(await lists()).toMatchObject({
      decisionVersion: { environment: [] },
      open: { MIL: [] },
      mine: { submitter: [id] },
    });
    expect(stepsOn(await people.submitter.says(id))).not.toContain('Öppna igen');

    await gives(people.environment, id, 'Öppna igen', { reason: 'Nu har vi fått cyklar.' });
    expect(await story.news()).toEqual({ submitter: [notice('reopened.submitter', { who: name('environment') })] });
    expect(seenOn(card('submitter'))).toContain('Nu har vi fått cyklar.');
    expect(await story.standing(id)).toEqual(['submitted', 'deciders']);
    expect(await story.idea(id)).not.toHaveProperty('ending');
    await grows('closed', 'reopened');
    expect(await lists()).toMatchObject({ decisionVersion: { environment: [id] }, open: { MIL: [id] } });
  });

  it('cannot be merged with an idea that is not there, and what was written is kept', async () => {
    city.pass(minutes(1));
    into = await sendsIdea(people.friend, { title: 'Lånecyklar' });
    await story.news();
    await people.environment.says(id);
    await pressesOn(people.environment, id, 'Fler val');
    await pressesOn(people.environment, id, 'Slå ihop');
    const answer = await pressesOn(people.environment, id, 'Slå ihop', { into: 'K7M4QX', reason: 'Samma sak.' });
    expect(seenOn(answer)).toContain(sv('refusal.unknownIdea'));
    const kept = Object.fromEntries(inputsOf(answer.card).map((input) => [input.id, input.value]));
    expect(kept).toMatchObject({ into: 'K7M4QX', reason: 'Samma sak.' });
    expect(stepsOn(answer)).toEqual(['Slå ihop', 'Tillbaka']);
  });

  it('is proposed to become a part of another one, in another department, which its leaders are asked', async () => {
    const proposed = await pressesOn(people.environment, id, 'Slå ihop', {
      into: into.toLowerCase(),
      reason: 'Samma sak.',
    });
    expect(seenOn(proposed)).toContain(sv('notice.mergeProposed.actor'));
    expect(seenOn(proposed)).toContain('Förslag: slå ihop med ”Lånecyklar”');
    const asked = [notice('mergeProposed.answerers', { who: name('environment') })];
    expect(await story.news(id)).toEqual({ leader: asked, other: asked });
    const both = seenOn(card('leader'));
    for (const words of ['Samma sak.', 'Cykelpool', 'Lånecyklar', sv('waits.you.merge')]) expect(both).toContain(words);
    expect(stepsOn(card('leader')).slice(0, 2)).toEqual(['Slå ihop', 'Nej, de är olika']);
    await grows('mergeProposed');
    expect(await recordOf(into)).toEqual(['submitted']);
    expect((await lists()).decisionVersion.leader).toEqual(expect.arrayContaining([id, into]));
    // Whoever decides on neither of them sees that it is proposed, and cannot answer.
    expect(seenOn(await people.submitter.says(id))).toContain(`slå ihop med idé ${into}`);
  });

  it('becomes a part of it by their yes, and its submitter hears of it and is thanked', async () => {
    const merged = { who: name('leader'), into };
    expect(seenOn(await pressesOn(people.leader, id, 'Slå ihop'))).toContain(notice('merged.actor', merged));
    expect(await story.news(id)).toEqual({
      submitter: [notice('merged.submitter', merged)],
      environment: [inDayCard('merged.asker', merged)],
      friend: [inDayCard('absorbed.submitter', { ...merged, from: id })],
    });
    expect(allOn(card('submitter'))).toContain('Tack för att du också berättade!');
    await grows('merged');
    expect(await recordOf(into)).toEqual(['submitted', 'absorbed']);
    expect(await lists()).toEqual({
      decisionVersion: { leader: [into], environment: [] },
      open: { VOO: [into], MIL: [] },
      mine: { submitter: [into, id], friend: [into] },
    });
    const opened = await people.submitter.presses(`Öppna idé ${into}`, {}, { on: card('submitter').activityId });
    expect(allOn(opened)).toContain('Lånecyklar');
    const lines = allOn(opened).split('\n');
    expect(lines[lines.indexOf('Också från') + 1]).toBe(name('submitter'));
    expect(stepsOn(opened)).not.toContain('Ändra idén');
    // A part of another idea is not opened on its own.
    expect(stepsOn(await people.environment.says(id))).not.toContain('Öppna igen');
  });

  it('and both of them hear what happens to it then, while questions are for those whose idea it is', async () => {
    await gives(people.leader, into, 'Ställ en fråga', { question: 'Hur många är ni?' }, 'Skicka frågan');
    expect(await story.news(into)).toEqual({ friend: [notice('asked.submitter', { who: name('leader') })] });
    await pressesOn(people.leader, into, 'Utforska idén');
    const explored = { who: name('leader'), self: 'true' };
    expect(await story.news(into)).toMatchObject({
      friend: [notice('explored.submitter', explored)],
      submitter: [notice('explored.followers', explored)],
    });
  });

  it('is left by whoever came to it so, who hears no more', async () => {
    await people.submitter.says(into);
    await gives(people.submitter, into, 'Ta bort mig från idén');
    expect(await story.news(into)).toEqual({});
    expect((await lists()).mine.submitter).toEqual([id]);
  });
});

describe('a proposal to put two ideas together', () => {
  it('ends when the other idea moves, and its maker is told', async () => {
    id = await sendsIdea(people.friend, { title: 'Cykelställ', department: 'MIL' });
    into = await sendsIdea(people.friend, { title: 'Fler cykelställ' });
    await story.news();
    await choosesMore(people.environment, id, 'Slå ihop', { into });
    await story.news();
    const old = card('other');
    await people.leader.says(into);
    await pressesOn(people.leader, into, 'Utforska idén');
    const lapsed = inDayCard('mergeLapsed.asker', { into, why: 'moved' });
    expect(await story.news(id)).toEqual({ environment: [lapsed] });
    expect(stepsOn(card('other'))).not.toContain('Nej, de är olika');
    const [button] = buttonsBelow(old.card).filter(({ title }) => title === 'Slå ihop');
    const answer = await people.other.presses(
      { verb: button?.verb ?? '', data: button?.data ?? {} },
      {},
      {
        on: old.activityId,
      },
    );
    expect(seenOn(answer)).toContain(sv('refusal.proposalEnded'));
    expect((await lists()).decisionVersion.leader).not.toContain(id);
  });

  it('cannot reach a hidden idea of another department, nor give anybody a right over one (C27)', async () => {
    const before = await sendsIdea(people.submitter, { title: 'Hemligt' });
    await story.news();
    await choosesMore(people.leader, before, 'Dölj texten');
    id = await sendsIdea(people.friend, { title: 'Kajaker', department: 'MIL' });
    await story.news();
    const refused = await choosesMore(people.environment, id, 'Slå ihop', { into: before });
    expect(seenOn(refused)).toContain(sv('refusal.unknownIdea'));
    expect(await recordOf(before)).toEqual(['submitted', 'hidden']);
    expect(allOn(await people.friend.says(before))).not.toContain('Hemligt');
    for (const verb of ['editForm', 'act'] as const) {
      const data = { verb, idea: before, decisionVersion: '1', idempotencyKey: 'C27C27C27C27C27C', do: 'withdraw' };
      expect(JSON.stringify((await people.friend.presses({ verb, data })).body)).not.toContain('Hemligt');
    }
    expect(await recordOf(before)).toEqual(['submitted', 'hidden']);
  });
});

describe('an idea that is withdrawn', () => {
  it('waits for nobody, and its submitter opens it again', async () => {
    id = await sendsIdea(people.submitter, { title: 'Cykelhjälmar' });
    await story.news();
    await gives(people.submitter, id, 'Dra tillbaka');
    expect(await story.news(id)).toEqual({});
    expect(await story.standing(id)).toEqual(['withdrawn', 'nobody']);
    expect((await lists()).open.VOO).not.toContain(id);
    // The leader's card no longer asks for anything.
    expect(stepsOn(card('leader'))).not.toContain('Utforska idén');
    expect(stepsOn(await people.leader.says(id))).not.toContain('Öppna igen');
    await people.submitter.says(id);
    await gives(people.submitter, id, 'Öppna igen');
    const opened = [notice('reopened.deciders', { who: name('submitter') })];
    expect(await story.news(id)).toEqual({ leader: opened, other: opened });
    expect(await recordOf(id)).toEqual(['submitted', 'withdrawn', 'reopened']);
    expect((await lists()).decisionVersion.leader).toContain(id);
    expect(seenOn(await people.submitter.says('mina idéer'))).toContain('Cykelhjälmar');
  });
});
