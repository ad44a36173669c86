import { type City, days, startCity } from '../../../../testing/scenes/city';
import { allOn, pressesOn, seenOn, sendsIdea, sv, titlesOn } from '../../../../testing/scenes/everyday';
import { arrivals, following } from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

type Who = 'submitter' | 'leader' | 'environment' | 'executive' | 'rescue' | 'other' | 'unit' | 'office' | 'manager';

const LINE = 'Vi vill räkna på vad cyklarna sparar i tid.';
const THANKS = 'Nu vet vi att det är fyra timmar i veckan.';

/** A helper is found in another department, from asking to thanks; each step begins where the one before ended. */
describe('asking for help with an idea', () => {
  let city: City;
  let people: Record<Who, Person>;
  let story: ReturnType<typeof following<Who>>;
  let id: string;
  let name: string;
  beforeAll(async () => {
    city = await startCity();
    people = await arrivals(city, {
      ...{ submitter: 'employee', leader: 'leader', environment: 'environmentLeader', executive: 'executiveLeader' },
      ...{ rescue: 'rescueLeader', other: 'otherLeader', unit: 'unitManager', office: 'office', manager: 'manager' },
    });
    story = following(city, people);
    id = await sendsIdea(people.submitter);
    await story.news();
    await pressesOn(people.leader, id, 'Utforska idén');
    await story.news();
  });
  afterAll(() => city.stop());

  const form = async () => {
    const { leader } = people;
    await leader.says(id);
    await pressesOn(leader, id, sv('button.more'));
    return pressesOn(leader, id, 'Be om hjälp');
  };
  const asks = async (helpArea = 'effect') => {
    await form();
    return pressesOn(people.leader, id, 'Be om hjälp', { helpArea, helpWith: LINE });
  };
  const offers = (who: Who, data: Record<string, string> = {}) =>
    people[who].presses({
      verb: 'saveHelpOffer',
      data: { verb: 'saveHelpOffer', helpAreas: 'effect,it', helpHours: '2', tellsManager: 'true', ...data },
    });
  const requests = async () => (await city.app.helpRequests.of(id)).map(({ help }) => help);
  const open = async () => (await requests()).find(({ state }) => !['thanked', 'ended'].includes(state));
  const day = async (who: Who) => seenOn(await people[who].says('idag'));
  const reads = (who: Who) => people[who].presses({ verb: 'helping', data: { idea: id, help: name, below: 'true' } });

  it('goes to the office while fewer than five have said that they can help', async () => {
    for (const who of ['environment', 'executive', 'rescue', 'other'] as const) await offers(who);
    expect(seenOn(await form())).toContain(sv('helping.form.asks.office', { office: 'Innovationskontoret' }));
    expect(seenOn(await asks())).toContain(sv('helping.said.asked.text'));
    await story.news();
    const asked = await open();
    expect([asked?.state, asked?.asked, asked?.desk.length]).toEqual(['desk', [], 2]);
    name = asked?.name ?? '';
    expect(await day('office')).toContain(sv('helping.told.desk'));
    expect(await day('environment')).not.toContain(sv('helping.told.asked'));
    expect(seenOn(await reads('office'))).toContain(LINE);
    await people.office.presses({ verb: 'answerHelp', data: { idea: id, help: name, yes: 'true' } });
    await story.news();
    await people.leader.presses({ verb: 'thankHelp', data: { idea: id, help: name, thanksFor: THANKS } });
    await story.news();
    expect((await requests()).map(({ state }) => state)).toEqual(['thanked']);
  });

  it('is said in the settings: three areas at most, and some hours a month', async () => {
    await people.unit.says('inställningar');
    const card = await people.unit.presses('Det här kan jag hjälpa till med');
    expect(seenOn(card)).toContain('Stäm av med din chef.');
    expect(seenOn(await offers('unit', { helpAreas: 'effect,it,legal,users' }))).toContain(
      sv('helping.offer.tooMany', { most: 3 }),
    );
    expect(seenOn(await offers('unit', { helpAreas: 'effect' }))).toContain(sv('helping.offer.saved'));
  });

  it('asks three, of other departments first, in their day cards', async () => {
    expect(seenOn(await form())).toContain(sv('helping.form.asks.helpers'));
    await asks();
    await story.news();
    const asked = await open();
    name = asked?.name ?? '';
    expect(asked?.asked).toHaveLength(3);
    const contacts = await city.app.people.contacts([people.unit.email]);
    expect(asked?.asked).not.toContain(contacts.get(people.unit.email)?.ref);
    const saw = await Promise.all((['environment', 'executive', 'rescue', 'other'] as const).map(day));
    expect(saw.filter((text) => text.includes('Kan du hjälpa till i en timme?'))).toHaveLength(3);
    expect(await day('unit')).not.toContain('Kan du hjälpa till i en timme?');
  });

  it('gives it to the first who says yes, and tells the others that it is solved', async () => {
    const asked = (await open())?.asked ?? [];
    const helpers = (['environment', 'executive', 'rescue', 'other'] as const).map((who) => people[who]);
    const known = await city.app.people.contacts(helpers.map(({ email }) => email));
    const [one, two] = helpers.filter(({ email }) => asked.includes(known.get(email)?.ref ?? ''));
    if (!one || !two) throw new Error('Nobody is asked');
    const answers = await Promise.all(
      [one, two].map((who) => who.presses({ verb: 'answerHelp', data: { idea: id, help: name, yes: 'true' } })),
    );
    const saw = answers.map((answer) => seenOn(answer));
    expect(saw.filter((text) => text.includes(sv('helping.helper.now')))).toHaveLength(1);
    expect(saw.filter((text) => text.includes('Tack, det är löst'))).toHaveLength(1);
    expect((await open())?.state).toBe('helped');
    await story.news();
    expect(await day('leader')).toContain(sv('helping.told.found'));
    const card = await reads('leader');
    expect(seenOn(card)).toContain(
      sv('helping.helps', { name: (saw[0]?.includes(sv('helping.helper.now')) ? one : two).name }),
    );
    expect(titlesOn(card)).toContain('Tack, det hjälpte');
    const third = helpers.find((who) => who !== one && who !== two && asked.includes(known.get(who.email)?.ref ?? ''));
    expect(seenOn(await (third ?? one).says('idag'))).toContain('Tack, det är löst');
  });

  it('brings the thanks to the helper', async () => {
    const said = await people.leader.presses({
      verb: 'thankHelp',
      data: { idea: id, help: name, thanksFor: THANKS },
    });
    expect(seenOn(said)).toContain(sv('helping.said.thanked.text'));
    await story.news();
    const helper = (await requests()).find((help) => help.name === name)?.helper ?? '';
    const ref = (who: Who) =>
      city.app.people.contacts([people[who].email]).then((all) => all.get(people[who].email)?.ref);
    for (const who of ['environment', 'executive', 'rescue', 'other'] as const)
      if ((await ref(who)) === helper) expect(await day(who)).toContain(THANKS);
    expect((await city.app.helpers.of(helper))?.helper).toMatchObject({ open: [], helped: 1, pending: [] });
  });

  it('goes to the office after five working days without a yes', async () => {
    await asks('it');
    await story.news();
    expect((await open())?.state).toBe('asked');
    city.pass(days(5));
    await story.news();
    expect((await open())?.state).toBe('asked');
    city.pass(days(3));
    await story.news();
    const waits = await open();
    expect([waits?.state, waits?.desk.length]).toEqual(['desk', 2]);
    expect(await day('leader')).toContain(sv('helping.told.toDesk'));
  });

  it('ends with the idea, and then by itself', async () => {
    await people.leader.says(id);
    await pressesOn(people.leader, id, 'Avsluta');
    await pressesOn(people.leader, id, 'Avsluta', { reason: 'Det görs redan av andra.' });
    expect((await story.idea(id)).stage).toBe('closed');
    city.pass(days(1));
    await story.news();
    expect(await open()).toBeUndefined();
    city.pass(days(70));
    await story.news();
    expect(await requests()).toEqual([]);
    const left = [...(await city.ideaRows()).keys()].filter((key) => /^help(Due|Place|Thanked)?\|/.test(key));
    expect(left).toEqual([]);
  });

  it('is asked of nobody about an idea whose sender keeps their name', async () => {
    const kept = await sendsIdea(people.submitter, { confidential: 'true' });
    await story.news();
    await pressesOn(people.leader, kept, 'Utforska idén');
    expect(allOn(await people.leader.says(kept))).not.toContain('Be om hjälp');
    expect((await people.leader.presses({ verb: 'helpForm', data: { idea: kept } })).message).toBe(
      sv('helping.refusal.notYours'),
    );
  });
});
