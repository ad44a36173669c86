import { guardedForms } from '../../../../src/bot/handlers/conversation/guarded';
import { typedFields } from '../../../../src/cards/conversation/typed-fields';
import { type IdeaAction, ideaActions } from '../../../../src/cards/idea/actions/tables';
import { type Verb, verbs } from '../../../../src/cards/verbs';
import { newIdempotencyKey } from '../../../../src/domain/ids';
import { inputsOf } from '../../../../testing/cards/card';
import {
  accepts,
  asked,
  clock,
  on,
  passes,
  propose,
  publisher,
} from '../../../../testing/samples/challenge/challenge-story';
import { arranger, MEETING_ID, plans } from '../../../../testing/samples/meeting/meeting-story';
import { namer, naming } from '../../../../testing/samples/obstacle/obstacle-story';
import { adder, adds } from '../../../../testing/samples/undertaking/undertaking-story';
import { storesChallenge } from '../../../../testing/scenes/challenge/challenges';
import { type City, startCity } from '../../../../testing/scenes/city';
import { idOn, pressesOn, seenOn, sendsIdea, sv, titlesOn, usualIdea } from '../../../../testing/scenes/everyday';
import { storesMeeting } from '../../../../testing/scenes/meeting/meetings';
import { storesObstacle } from '../../../../testing/scenes/obstacle/obstacles';
import { storesUndertaking } from '../../../../testing/scenes/undertaking/undertakings';
import type { Person } from '../../../../testing/teams/person';

/** Skatteverket's own example of a number; nobody has it. */
const NUMBER = '19850709-9805';
const LIKE_A_NUMBER = '8507099805';
const ABOUT_SOMEBODY = 'Min kollega har cancer och orkar inte lyfta.';

const withWords = (Object.keys(verbs) as Verb[]).filter((verb) => typedFields(verb).length > 0);

describe('nothing private by one press', () => {
  let city: City;
  let employee: Person;
  let leader: Person;
  let office: Person;
  let id: string;
  beforeAll(async () => {
    city = await startCity();
    employee = await city.arrives('employee');
    leader = await city.arrives('leader');
    office = await city.arrives('office');
    // Nothing is done with it but where that is said.
    id = await sendsIdea(employee);
    await storesObstacle(city.app, '0BSTAC', [namer, naming()]);
    await storesUndertaking(city.app, '0ACT1V', [adder, adds()]);
    await storesMeeting(city.app, MEETING_ID, [arranger, plans()]);
    await storesChallenge(
      city.app,
      'CHA234',
      1,
      [publisher, propose()],
      [asked, accepts],
      [clock, passes, on('2026-12-15')],
    );
  });
  afterAll(() => city.stop({ maxBytes: 80_000 }));

  const idempotencyKey = () => newIdempotencyKey(city.app.random);
  const decisionVersion = async () => String((await city.app.ideas.load(id))?.idea.decisionVersion);
  /** Everything that is stored of ideas and of people. */
  const stored = async () => JSON.stringify([await city.ideaRows(), (await city.app.ideas.load(id))?.idea]);
  const inputs = ({ card }: { card: unknown }) =>
    Object.fromEntries(inputsOf(card).map(({ id: name, value }) => [name, value]));

  /** What a button of each verb sends beside the words: enough to be carried out. */
  const rest: { [V in Verb]?: () => Promise<Record<string, unknown>> } = {
    submit: async () => ({ idempotencyKey: idempotencyKey(), ...usualIdea }),
    edit: async () => ({ idempotencyKey: idempotencyKey(), idea: id, ...usualIdea }),
    submitText: async () => ({ idempotencyKey: idempotencyKey() }),
    sameProblem: async () => ({ idempotencyKey: idempotencyKey(), idea: id, draft: idempotencyKey(), said: 'true' }),
    enter: async () => ({ idempotencyKey: idempotencyKey(), stage: 'inUse', department: 'VOO', ...usualIdea }),
    answerTyped: async () => ({
      idempotencyKey: idempotencyKey(),
      idea: id,
      decisionVersion: await decisionVersion(),
      about: 'comment',
    }),
    merge: async () => ({ idempotencyKey: idempotencyKey(), idea: id, decisionVersion: await decisionVersion() }),
    record: async () => ({ idempotencyKey: idempotencyKey(), idea: id }),
    nominate: async () => ({ idempotencyKey: idempotencyKey(), idea: id }),
    askForHelp: async () => ({ idempotencyKey: idempotencyKey(), idea: id, helpArea: 'it' }),
    thankHelp: async () => ({ idea: id, help: idempotencyKey() }),
    several: async () => ({ idempotencyKey: idempotencyKey(), do: 'close', ideas: `${id}.${await decisionVersion()}` }),
    changePosts: async () => ({ idempotencyKey: idempotencyKey(), department: 'VOO', part: 'aliases' }),
    splitDepartment: async () => ({ idempotencyKey: idempotencyKey(), from: 'VOO' }),
    actOnObstacle: async () => ({
      ...{ idempotencyKey: idempotencyKey(), obstacle: '0BSTAC', decisionVersion: '1', obstacleAct: 'removeObstacle' },
    }),
    actOnGroup: async () => ({
      ...{
        idempotencyKey: idempotencyKey(),
        idea: id,
        groupAct: 'addGroupStep',
        on: '2026-12-10',
        step: 'Ring kontakten',
      },
    }),
    addMeeting: async () => ({
      ...{ idempotencyKey: idempotencyKey(), forWhom: 'everybody', on: '2026-12-10', at: '09:00', minutes: '60' },
      ...{ what: 'Prova tillsammans', where: 'Torget' },
    }),
    actOnMeeting: async () => ({
      ...{ idempotencyKey: idempotencyKey(), meeting: MEETING_ID, decisionVersion: '1', meetingAct: 'changeMeeting' },
      ...{ on: '2026-12-10', at: '09:00', minutes: '60', what: 'Prova tillsammans', where: 'Torget' },
    }),
    addUndertaking: async () => ({ idempotencyKey: idempotencyKey(), department: 'VOO', until: '2026-12-10' }),
    promiseChange: async () => ({ idempotencyKey: idempotencyKey(), department: 'VOO', until: '2026-12-10' }),
    actOnUndertaking: async () => ({
      ...{ idempotencyKey: idempotencyKey(), undertaking: '0ACT1V', decisionVersion: '1' },
      undertakingAct: 'dropUndertaking',
    }),
    publishChallenge: async () => ({ idempotencyKey: idempotencyKey(), offers: 'time', owner: 'me' }),
    actOnChallenge: async () => ({
      ...{ idempotencyKey: idempotencyKey(), challenge: 'CHA234', decisionVersion: '3', act: 'tellResult' },
    }),
    act: async () => ({
      idempotencyKey: idempotencyKey(),
      idea: id,
      decisionVersion: await decisionVersion(),
      do: 'comment',
    }),
  };
  const ofLeaders: ReadonlySet<Verb> = new Set([
    'several',
    'merge',
    'enter',
    'changePosts',
    'actOnObstacle',
    'addMeeting',
    'actOnMeeting',
    'addUndertaking',
    'promiseChange',
    'actOnUndertaking',
    'publishChallenge',
    'actOnChallenge',
  ]);
  const by = (verb: Verb): Person => (verb === 'splitDepartment' ? office : ofLeaders.has(verb) ? leader : employee);
  const presses = async (verb: Verb, data: Record<string, unknown>) =>
    by(verb).presses({ verb, data: { ...(await rest[verb]?.()), ...data } });

  it.each(withWords.flatMap((verb) => typedFields(verb).map((field) => [verb, field] as const)))(
    'a number stops the press of "%s" in its field "%s"',
    async (verb, field) => {
      const before = await stored();
      const answer = await presses(verb, { [field]: `Ring ${NUMBER}` });
      expect([seenOn(answer), answer.message].join('\n')).toContain(sv('refusal.personalNumber'));
      expect(await stored()).toBe(before);
    },
  );

  it.each(ideaActions)('a number stops the command "%s"', async (command: IdeaAction) => {
    const before = await stored();
    const answer = await presses('act', { do: command, comment: NUMBER, picture: `${'a'.repeat(32)}.png` });
    expect([seenOn(answer), answer.message].join('\n')).toMatch(
      new RegExp(`${sv('refusal.personalNumber')}|${sv('reply.unknownButton')}`),
    );
    expect(await stored()).toBe(before);
  });

  it('every verb whose words others may read gives them back in a form', () => {
    const toldOnly = ['leader', 'saveSettings', 'search', 'week'];
    expect(withWords.filter((verb) => !toldOnly.includes(verb)).sort()).toEqual(Object.keys(guardedForms).sort());
  });

  it('the words are kept in the form of an idea, which goes when the number is gone', async () => {
    await employee.says('idé');
    const problem = `Vi ringer ${NUMBER} varje morgon.`;
    const stopped = await employee.presses('Skicka idén', { ...usualIdea, problem, confidential: 'true' });
    expect(inputs(stopped)).toMatchObject({ problem, title: usualIdea.title, confidential: 'true' });
    expect(titlesOn(stopped)).not.toContain(sv('button.notPersonalNumber'));
    expect(idOn(await employee.presses('Skicka idén', { problem: 'Vi ringer varje morgon.' }))).toMatch(/^\w{6}$/);
  });

  it('the words are kept in a panel', async () => {
    const answer = await presses('act', { comment: `Fråga ${NUMBER}.` });
    expect(inputs(answer)).toMatchObject({ comment: `Fråga ${NUMBER}.` });
  });

  it('the words are kept where several are closed at once', async () => {
    const answer = await presses('several', { reason: `Se ${NUMBER}` });
    expect(inputs(answer)).toMatchObject({ reason: `Se ${NUMBER}` });
  });

  it('what is typed comes back in a field, and goes on from there', async () => {
    const text = `Vi borde ha cyklar. Fråga ${NUMBER}.`;
    const answer = await employee.says(text);
    expect(seenOn(answer)).toContain(sv('refusal.personalNumber'));
    expect(inputs(answer)).toEqual({ text });
    const quoted = await employee.presses('Fortsätt', { text: 'Vi borde ha cyklar.' });
    expect(seenOn(quoted)).toContain(sv('quote.heading'));
    expect(titlesOn(quoted)).toContain('Skicka som idé');
  });

  describe('ten digits without a dash', () => {
    it('ask, and one press goes on', async () => {
      await employee.says('idé');
      const problem = `Ring ${LIKE_A_NUMBER}.`;
      const asked = await employee.presses('Skicka idén', { ...usualIdea, problem });
      expect(seenOn(asked)).toContain(sv('refusal.perhapsPersonalNumber'));
      const sent = await employee.presses('Det är inget personnummer');
      expect((await city.app.ideas.load(idOn(sent)))?.idea.words.problem).toBe(problem);
    });

    it('that are typed ask once, not again when they are sent', async () => {
      await employee.says(`Vi borde ringa ${LIKE_A_NUMBER} först.`);
      await employee.presses('Det är inget personnummer');
      expect(idOn(await employee.presses('Skicka som idé'))).toMatch(/^\w{6}$/);
    });

    it('let no certain number through', async () => {
      const answer = await presses('act', { comment: NUMBER, sure: 'number,health' });
      expect(seenOn(answer)).toContain(sv('refusal.personalNumber'));
    });
  });

  describe('the health of somebody', () => {
    it('is asked about once, and goes with "Nej, skicka"', async () => {
      await employee.says('idé');
      const asked = await employee.presses('Skicka idén', { ...usualIdea, problem: ABOUT_SOMEBODY });
      expect(seenOn(asked)).toContain(sv('refusal.aboutPerson'));
      expect(titlesOn(asked)).toEqual(['Nej, skicka', 'Ändra']);
      const sent = await employee.presses('Nej, skicka');
      expect((await city.app.ideas.load(idOn(sent)))?.idea.words.problem).toBe(ABOUT_SOMEBODY);
    });

    it('is not asked about again when the form comes back for something else', async () => {
      await employee.says('idé');
      await employee.presses('Skicka idén', { ...usualIdea, problem: ABOUT_SOMEBODY });
      const refused = await employee.presses('Nej, skicka', { forColleague: 'nagon@annan.example' });
      expect(seenOn(refused)).toContain(sv('refusal.unknownColleague'));
      expect(seenOn(refused)).not.toContain(sv('refusal.aboutPerson'));
      expect(idOn(await employee.presses('Skicka idén', { forColleague: '' }))).toMatch(/^\w{6}$/);
    });

    it('"Ändra" sends nothing and leaves the words in the form', async () => {
      await employee.says('idé');
      await employee.presses('Skicka idén', { ...usualIdea, problem: ABOUT_SOMEBODY });
      const before = await stored();
      const form = await employee.presses('Ändra', { problem: 'En annan text.' });
      expect(inputs(form)).toMatchObject({ problem: 'En annan text.' });
      expect(await stored()).toBe(before);
      idOn(await employee.presses('Skicka idén'));
    });

    it('is asked about when a quoted text is sent as an idea', async () => {
      await employee.says(ABOUT_SOMEBODY);
      const asked = await employee.presses('Skicka som idé');
      expect(seenOn(asked)).toContain(sv('refusal.aboutPerson'));
      expect(inputs(asked)).toMatchObject({ problem: ABOUT_SOMEBODY });
      idOn(await employee.presses('Nej, skicka'));
    });

    it('is asked about in a comment, in the panel that it was written in', async () => {
      await leader.says(id);
      await pressesOn(leader, id, 'Fler val');
      await pressesOn(leader, id, 'Kommentera');
      const asked = await pressesOn(leader, id, 'Skicka', { comment: ABOUT_SOMEBODY });
      expect(inputs(asked)).toMatchObject({ comment: ABOUT_SOMEBODY });
      await pressesOn(leader, id, 'Nej, skicka');
      expect((await city.app.ideas.load(id))?.idea.talk?.text).toBe(ABOUT_SOMEBODY);
    });
  });
});
