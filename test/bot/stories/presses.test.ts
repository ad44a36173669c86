import { type City, startCity } from '../../../testing/scenes/city';
import { cardAbout, idOn, seenOn, sv, usualIdea } from '../../../testing/scenes/everyday';
import { arrivals, following, stepsOn } from '../../../testing/scenes/told';
import type { Person } from '../../../testing/teams/person';

type Who = 'submitter' | 'leader' | 'otherLeader';

/** How much people have to press: every button counts, also one that only opens a form, and so does a word that is typed. */
describe('an idea whose test costs nothing', () => {
  let city: City;
  let people: Record<Who, Person>;
  let story: ReturnType<typeof following<Who>>;
  let id: string;
  const pressed: Record<Who, number> = { submitter: 0, leader: 0, otherLeader: 0 };
  const all = () => pressed.submitter + pressed.leader + pressed.otherLeader;
  beforeAll(async () => {
    city = await startCity();
    people = await arrivals(city, { submitter: 'employee', leader: 'leader', otherLeader: 'environmentLeader' });
    story = following(city, people);
    await story.news();
  });
  afterAll(() => city.stop());

  /** Presses on the newest card about the idea, where it is one of the buttons that are seen. */
  async function presses(who: Who, title: string, inputs: Record<string, unknown> = {}) {
    const card = cardAbout(people[who], id);
    expect(stepsOn(card)).toContain(title);
    pressed[who] += 1;
    return people[who].presses(title, inputs, { on: card.activityId });
  }

  const next = sv('button.saveAnd.next');

  it('goes from one who leads the work to a sent plan in eight presses', async () => {
    pressed.submitter += 2;
    await people.submitter.says('idé');
    id = idOn(await people.submitter.presses(sv('button.submit'), { ...usualIdea }));
    await city.delivers();
    await presses('leader', sv('button.explore'), { person: 'submitter' });
    await city.delivers();
    await presses('submitter', sv('button.acceptDriving'));
    const before = pressed.submitter;

    await presses('submitter', sv('button.fillNext', { part: sv('idea.need.concerned') }));
    await presses('submitter', next, { groups: 'users', participation: 'Vi frågar tio brukare.' });
    await presses('submitter', next, { origins: 'colleague' });
    const worth = { expectation: 'Besöken börjar i tid.', worth: 'En timme om dagen.' };
    await presses('submitter', sv('button.saveAnd.plan'), worth);
    expect((await story.idea(id)).stage).toBe('planning');
    await presses('submitter', next, { cost: '0' });
    await presses('submitter', next, { activity: 'Tio personer cyklar.', companions: 'Hemtjänst Norr' });
    await presses('submitter', next, { start: '2026-12-01', end: '2027-02-26' });
    const sent = await presses('submitter', sv('button.saveAnd.submitPlan'), { sign: 'Färre sena besök.' });

    expect(seenOn(sent)).toContain(sv('notice.planSubmitted.actor'));
    expect(await story.standing(id)).toEqual(['planning', 'deciders']);
    expect(pressed.submitter - before).toBeLessThanOrEqual(8);
  });

  it('and to a result that is decided on', async () => {
    await city.delivers();
    await presses('leader', sv('button.approvePlan'));
    expect(await story.standing(id)).toEqual(['piloting', 'submitter']);
    city.pass(Date.parse('2027-02-26T09:00:00.000Z') - Date.parse(city.now()));
    await city.delivers();
    await presses('submitter', sv('button.fillNext', { part: sv('idea.need.result') }));
    const result = { outcome: 'Från 30 till 8.', learned: 'Dubbdäck behövs.', recommendation: 'scale' };
    await presses('submitter', sv('button.saveAnd.submitResult'), result);
    expect(await story.standing(id)).toEqual(['piloting', 'deciders']);
  });

  it('and into use in two departments, with all that people have pressed together at most twenty-five', async () => {
    await city.delivers();
    await presses('leader', sv('button.scale'));
    await presses('leader', sv('button.scale'), { person: 'me', departments: 'MIL' });
    await city.delivers();
    await presses('otherLeader', sv('button.adopt'));
    await presses('otherLeader', sv('button.adopt'), { contact: 'Enhetschefen' });
    await presses('leader', sv('button.spread'));
    await presses('leader', sv('button.spread'), { done: 'Två förvaltningar cyklar.' });
    expect(await story.standing(id)).toEqual(['inUse', 'nobody']);
    expect((await story.idea(id)).adoptions).toMatchObject({ VOO: { status: 'using' }, MIL: { status: 'using' } });
    expect(all()).toBeLessThanOrEqual(25);
    // As it is now: whoever changes the way sees what it costs whom.
    expect(pressed).toEqual({ submitter: 13, leader: 6, otherLeader: 2 });
  });
});
