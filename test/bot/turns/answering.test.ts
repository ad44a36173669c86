import { type Verb, verbs } from '../../../src/cards/verbs';
import { buttonsOf, isNode } from '../../../testing/cards/card';
import { type City, startCity } from '../../../testing/scenes/city';
import { allOn, cardAbout, pressesOn, seenOn, sendsIdea, sv, usualIdea } from '../../../testing/scenes/everyday';
import type { Person } from '../../../testing/teams/person';

/**
 * Clients that do not know Action.Execute send the fallback of the same button: a message with its data. Every kind of
 * button has the same effect through it, and an answer that takes the card's place does so by an update.
 */
describe('Action.Submit', () => {
  let city: City;
  let leader: Person;
  let employee: Person;
  let id: string;
  /** A card of the employee's, to press on. */
  let on: string;
  beforeAll(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
    employee = await city.arrives('employee');
  });
  const sendsAnIdea = async () => {
    id = await sendsIdea(employee);
    await city.delivers();
    await employee.says('hjälp');
    on = employee.chat().at(-1)?.activityId ?? '';
  };
  beforeEach(sendsAnIdea);
  afterAll(() => city.stop());

  /** The ideas of all that was pressed before are more than one turn reads: their file is made outside it. */
  async function beginsAnew() {
    await employee.submits({ verb: 'eraseMeNow' }, { on });
    employee = await city.arrives('employee');
    await sendsAnIdea();
  }

  let minted = 0;
  const idempotencyKey = () => String(++minted).padStart(16, '0');

  type Where = 'in place' | 'below' | 'below, with a file' | 'a line';
  const kinds: { [V in Verb]: [data: () => Record<string, unknown>, where: Where, shows: () => string] } = {
    search: [() => ({ query: 'cykel' }), 'in place', () => sv('search.heading')],
    form: [() => ({}), 'below', () => sv('form.new')],
    submit: [
      () => ({ idempotencyKey: idempotencyKey(), ...usualIdea }),
      'in place',
      () => sv('notice.submitted.actor'),
    ],
    submitText: [
      () => ({ idempotencyKey: idempotencyKey(), text: 'Fler cyklar.' }),
      'in place',
      () => sv('notice.submitted.actor'),
    ],
    sendDraft: [() => ({ idempotencyKey: idempotencyKey() }), 'in place', () => sv('draft.gone.heading')],
    editDraft: [() => ({ idempotencyKey: idempotencyKey() }), 'in place', () => sv('draft.gone.heading')],
    dropDraft: [() => ({ idempotencyKey: idempotencyKey() }), 'in place', () => sv('draft.gone.heading')],
    sameProblem: [
      () => ({ idempotencyKey: idempotencyKey(), idea: id, draft: idempotencyKey() }),
      'in place',
      () => sv('panel.need.title'),
    ],
    existing: [() => ({}), 'below', () => sv('existing.notYours')],
    enter: [
      () => ({ idempotencyKey: idempotencyKey(), stage: 'inUse', ...usualIdea }),
      'in place',
      () => sv('existing.notYours'),
    ],
    editForm: [() => ({ idea: id }), 'in place', () => sv('form.edit')],
    edit: [
      () => ({ idempotencyKey: idempotencyKey(), idea: id, ...usualIdea }),
      'in place',
      () => sv('notice.edited.actor'),
    ],
    open: [() => ({ idea: id }), 'below', () => id],
    panel: [() => ({ idea: id, panel: 'withdraw' }), 'in place', () => sv('panel.withdraw.text')],
    act: [
      () => ({ idea: id, decisionVersion: '1', idempotencyKey: idempotencyKey(), do: 'withdraw' }),
      'in place',
      () => sv('notice.withdrawn.actor'),
    ],
    next: [() => ({}), 'a line', () => sv('queue.nothing')],
    answerTyped: [
      () => ({ idempotencyKey: idempotencyKey(), idea: id, decisionVersion: '1', text: 'Tio' }),
      'in place',
      () => sv('refusal.noQuestion'),
    ],
    merge: [
      () => ({ idea: id, decisionVersion: '1', idempotencyKey: idempotencyKey(), into: id }),
      'in place',
      () => sv('refusal.ownIdea'),
    ],
    answerMerge: [
      () => ({ idea: id, decisionVersion: '1', idempotencyKey: idempotencyKey(), yes: 'true' }),
      'in place',
      () => sv('refusal.proposalEnded'),
    ],
    follow: [() => ({ idea: id, on: 'true' }), 'in place', () => id],
    takeBackNeed: [() => ({ idea: id }), 'in place', () => id],
    sayImprovement: [() => ({ idea: id, improvement: 'some' }), 'a line', () => sv('improvement.notAsked')],
    textToTellBack: [() => ({ idea: id }), 'a line', () => sv('improvement.text.notYours')],
    howItBecame: [() => ({ idea: id }), 'a line', () => sv('telling.became.notYours')],
    nominate: [
      () => ({ idea: id, idempotencyKey: idempotencyKey(), class: 'nytt', why: 'Bra.' }),
      'a line',
      () => sv('award.refusal.notYours', { most: 3, letters: 600 }),
    ],
    helpForm: [() => ({ idea: id }), 'a line', () => sv('helping.refusal.notYours')],
    askForHelp: [
      () => ({ idea: id, idempotencyKey: idempotencyKey(), helpArea: 'it', helpWith: 'Vi behöver en timme.' }),
      'a line',
      () => sv('helping.refusal.notYours'),
    ],
    helping: [() => ({ idea: id, help: idempotencyKey() }), 'a line', () => sv('helping.refusal.over')],
    answerHelp: [
      () => ({ idea: id, help: idempotencyKey(), yes: 'true' }),
      'in place',
      () => sv('helping.said.over.text'),
    ],
    thankHelp: [
      () => ({ idea: id, help: idempotencyKey(), thanksFor: 'Bra.' }),
      'a line',
      () => sv('helping.refusal.over'),
    ],
    helpOffer: [() => ({}), 'in place', () => sv('helping.offer.boss')],
    saveHelpOffer: [() => ({ helpAreas: 'it', helpHours: '2' }), 'in place', () => sv('helping.offer.saved')],
    answerNomination: [
      () => ({ idea: id, nomination: idempotencyKey(), yes: 'true' }),
      'in place',
      () => sv('award.answered.over'),
    ],
    surveyScreen: [() => ({ year: '2026', page: '0' }), 'in place', () => sv('capability.over')],
    sendAnswers: [() => ({ year: '2026', s0: '5' }), 'in place', () => sv('capability.over')],
    skipSurvey: [() => ({ year: '2026' }), 'in place', () => sv('capability.over')],
    capability: [() => ({}), 'a line', () => sv('capability.notYours')],
    beginSurvey: [() => ({}), 'a line', () => sv('capability.notYours')],
    managerMirror: [() => ({}), 'in place', () => sv('figures.refusal.notForYou')],
    promiseForm: [() => ({ department: 'VOO' }), 'a line', () => sv('undertaking.refusal.notAllowed')],
    promiseChange: [
      () => ({ idempotencyKey: idempotencyKey(), department: 'VOO', what: 'Tid att prova.', until: '2027-03-01' }),
      'a line',
      () => sv('undertaking.refusal.notAllowed'),
    ],
    shareIdea: [() => ({ idea: id, sharingAct: 'look' }), 'a line', () => sv('sharing.came.notYours')],
    delegated: [() => ({}), 'a line', () => sv('registry.notYours')],
    toRegister: [() => ({ day: '2026-11-16' }), 'a line', () => sv('registry.notYours')],
    nominations: [() => ({}), 'a line', () => sv('award.refusal.notYours', { most: 0, letters: 0 })],
    lessonsOfYear: [() => ({}), 'a line', () => sv('telling.lessons.none')],
    myContribution: [() => ({}), 'below', () => sv('telling.mine.heading')],
    record: [
      () => ({ idea: id, copy: 'whole', format: 'page', idempotencyKey: idempotencyKey() }),
      'a line',
      () => sv('record.file.gone'),
    ],
    mine: [() => ({ page: '0' }), 'in place', () => sv('mine.heading')],
    queue: [() => ({ filter: 'late' }), 'in place', () => sv('queue.heading')],
    several: [
      () => ({ idempotencyKey: idempotencyKey(), do: 'close', ideas: `${id}.1`, reason: 'Nej' }),
      'in place',
      () => sv('queue.several.close', { done: 0, refused: 1 }).trim(),
    ],
    challenges: [() => ({}), 'below', () => sv('challenge.list.heading')],
    challenge: [() => ({ challenge: 'CHA234' }), 'a line', () => sv('challenge.notHere')],
    challengeForm: [() => ({}), 'below', () => sv('challenge.form.heading')],
    publishChallenge: [
      () => ({ idempotencyKey: idempotencyKey(), problem: 'Maten kallnar.' }),
      'in place',
      () => sv('challenge.form.heading'),
    ],
    actOnChallenge: [
      () => ({ challenge: 'CHA234', decisionVersion: '1', idempotencyKey: idempotencyKey(), act: 'acceptOwnership' }),
      'a line',
      () => sv('challenge.refusal.notFound', { most: 0 }),
    ],
    challengeAnswers: [() => ({ challenge: 'CHA234' }), 'a line', () => sv('challenge.notHere')],
    challengeSame: [() => ({ challenge: 'CHA234', on: 'true' }), 'a line', () => sv('challenge.notHere')],
    challengeAgenda: [() => ({ challenge: 'CHA234' }), 'a line', () => sv('challenge.notHere')],
    challengeOutside: [() => ({ challenge: 'CHA234' }), 'a line', () => sv('challenge.outside.notYours')],
    challengeText: [() => ({ challenge: 'CHA234' }), 'a line', () => sv('challenge.notHere')],
    obstacles: [() => ({}), 'below', () => sv('obstacle.notYours')],
    methods: [() => ({}), 'in place', () => sv('methods.about')],
    method: [() => ({ method: 'five-talks', page: '1' }), 'in place', () => 'Fem samtal'],
    useMethod: [() => ({ method: 'five-talks', idea: id }), 'a line', () => sv('method.notYours')],
    overview: [() => ({}), 'below', () => sv('figures.refusal.notForYou')],
    undertakings: [() => ({ department: 'VOO', page: '0' }), 'in place', () => sv('undertaking.list.none')],
    undertakingForm: [() => ({ department: 'VOO' }), 'a line', () => sv('undertaking.refusal.notAllowed')],
    addUndertaking: [
      () => ({ idempotencyKey: idempotencyKey(), department: 'VOO', what: 'Svara i tid.', until: '2026-12-01' }),
      'a line',
      () => sv('undertaking.refusal.notAllowed'),
    ],
    undertaking: [() => ({ undertaking: '0ACT1V' }), 'a line', () => sv('undertaking.refusal.notFound')],
    actOnUndertaking: [
      () => ({
        ...{ undertaking: '0ACT1V', decisionVersion: '1', idempotencyKey: idempotencyKey() },
        undertakingAct: 'finishUndertaking',
      }),
      'a line',
      () => sv('undertaking.refusal.notFound'),
    ],
    group: [() => ({ idea: id }), 'a line', () => sv('group.refusal.notFound')],
    actOnGroup: [
      () => ({ idea: id, idempotencyKey: idempotencyKey(), groupAct: 'addGroupStep', step: 'Ring', on: '2026-12-10' }),
      'a line',
      () => sv('group.refusal.notFound'),
    ],
    meetings: [() => ({ page: '0' }), 'in place', () => sv('meeting.list.none')],
    meetingForm: [() => ({}), 'a line', () => sv('meeting.refusal.notAllowed')],
    addMeeting: [
      () => ({ idempotencyKey: idempotencyKey(), what: 'Prova', where: 'Torget', on: '2026-12-01', at: '09:00' }),
      'a line',
      () => sv('meeting.refusal.notAllowed'),
    ],
    meeting: [() => ({ meeting: '0MEET1' }), 'a line', () => sv('meeting.refusal.notFound')],
    actOnMeeting: [
      () => ({
        ...{ meeting: '0MEET1', decisionVersion: '1', idempotencyKey: idempotencyKey() },
        meetingAct: 'comeToMeeting',
      }),
      'a line',
      () => sv('meeting.refusal.notFound'),
    ],
    meetingFile: [() => ({ meeting: '0MEET1' }), 'a line', () => sv('file.gone')],
    exportFile: [() => ({}), 'a line', () => sv('export.notForYou')],
    exportForm: [() => ({}), 'a line', () => sv('export.notForYou')],
    followUp: [() => ({}), 'in place', () => sv('figures.refusal.notForYou')],
    report: [() => ({}), 'in place', () => sv('figures.refusal.notForYou')],
    figureIdeas: [() => ({ figure: 'tests', page: '0' }), 'in place', () => sv('figures.refusal.notForYou')],
    obstacle: [() => ({ obstacle: '0BSTAC' }), 'a line', () => sv('obstacle.refusal.notFound')],
    actOnObstacle: [
      () => ({
        obstacle: '0BSTAC',
        decisionVersion: '1',
        idempotencyKey: idempotencyKey(),
        obstacleAct: 'removeObstacle',
      }),
      'a line',
      () => sv('obstacle.refusal.notFound'),
    ],
    leader: [() => ({ query: 'miljö' }), 'in place', () => 'Innovationsledare Miljö'],
    day: [() => ({}), 'below', () => sv('day.nothing')],
    week: [() => ({ week: '2026-W48' }), 'in place', () => sv('week.heading')],
    stopDigest: [() => ({}), 'a line', () => sv('week.stopped')],
    pickDepartment: [() => ({ department: 'VOO' }), 'in place', () => sv('welcome.heading')],
    changeDepartment: [() => ({}), 'below', () => sv('department.question')],
    settings: [() => ({}), 'below', () => sv('settings.heading')],
    saveSettings: [() => ({ language: 'sv' }), 'in place', () => sv('settings.saved')],
    account: [() => ({ claim: 'p0000000000000000', same: 'true' }), 'a line', () => sv('reply.unknownButton')],
    staffLoss: [
      () => ({ source: 'file', gone: '25', yes: 'true' }),
      'a line',
      () => sv('note.staffLoss.notYours', { office: 'Innovationskontoret' }),
    ],
    changeCounts: [
      () => ({ idempotencyKey: idempotencyKey(), change: '0123456789ABCDEF', keep: 'true' }),
      'a line',
      () => sv('note.staffLoss.notYours', { office: 'Innovationskontoret' }),
    ],
    posts: [
      () => ({ department: 'VOO' }),
      'a line',
      () => sv('posts.refusal.notAllowed', { office: 'Innovationskontoret' }),
    ],
    answerProposal: [
      () => ({ proposal: 'post.VOO.leaders.0123456789ABCDEF', yes: 'true' }),
      'a line',
      () => sv('posts.refusal.notAsked', { office: 'Innovationskontoret' }),
    ],
    changePosts: [
      () => ({ idempotencyKey: idempotencyKey(), department: 'VOO', part: 'aliases', words: 'vård' }),
      'a line',
      () => sv('posts.refusal.notAllowed', { office: 'Innovationskontoret' }),
    ],
    mergeDepartment: [
      () => ({ idempotencyKey: idempotencyKey(), from: 'VOO', department: 'MIL', along: 'true' }),
      'a line',
      () => sv('posts.refusal.onlyOffice', { office: 'Innovationskontoret' }),
    ],
    splitDepartment: [
      () => ({ idempotencyKey: idempotencyKey(), from: 'VOO', units: 'HTN', department: 'MIL' }),
      'a line',
      () => sv('posts.refusal.onlyOffice', { office: 'Innovationskontoret' }),
    ],
    postsRight: [
      () => ({ department: 'VOO' }),
      'a line',
      () => sv('posts.refusal.notAllowed', { office: 'Innovationskontoret' }),
    ],
    nameMeans: [
      () => ({ idempotencyKey: idempotencyKey(), name: 'Miljöförv', department: 'MIL' }),
      'a line',
      () => sv('note.staffLoss.notYours', { office: 'Innovationskontoret' }),
    ],
    disown: [() => ({ post: 'leader.VOO' }), 'a line', () => sv('reply.unknownButton')],
    myData: [() => ({}), 'below, with a file', () => sv('data.title')],
    readData: [() => ({ page: '0' }), 'in place', () => sv('data.page', { page: 1, pages: 1 }).slice(0, 10)],
    eraseMe: [() => ({}), 'below', () => sv('erase.heading')],
    eraseMeNow: [() => ({}), 'in place', () => sv('erase.done')],
    keepData: [() => ({}), 'a line', () => sv('erase.kept')],
    help: [() => ({}), 'below', () => sv('help.heading')],
    typed: [() => ({ text: 'Fler cyklar.' }), 'below', () => sv('quote.heading')],
    answerInstead: [() => ({ text: 'Vem bestämmer?' }), 'in place', () => sv('quote.heading')],
    dismiss: [() => ({}), 'a line', () => sv('reply.dismissed')],
  };

  // While few ideas wait for the leader, and so each has a card of its own.
  it('of a leader’s decision has one effect beside the same button’s Action.Execute', async () => {
    const card = cardAbout(leader, id);
    const explore = buttonsOf(card.card).find(({ title }) => title === 'Utforska idén');
    await Promise.all([
      leader.submits({ ...explore?.data }, { on: card.activityId }),
      pressesOn(leader, id, 'Utforska idén'),
    ]);
    expect((await city.app.ideas.history(id)).map(({ type }) => type)).toEqual(['submitted', 'explored']);
    expect(seenOn(cardAbout(leader, id))).toContain(sv('stage.exploring'));
  });

  it.each(Object.keys(verbs) as Verb[])('"%s" does what its button does', async (verb) => {
    const [data, where, shows] = kinds[verb];
    if (where === 'below, with a file') await beginsAnew();
    const before = employee.chat();
    const answer = await employee.submits({ verb, ...data() }, { on });
    expect(answer.status).toBe(200);
    expect(answer.body).toBeUndefined();
    const now = employee.chat();
    const pressed = now.find(({ activityId }) => activityId === on);
    const messages = { 'in place': 0, below: 1, 'below, with a file': 2, 'a line': 1 };
    expect(now).toHaveLength(before.length + messages[where]);
    expect(pressed?.cards).toHaveLength(where === 'in place' ? 2 : 1);
    const shown = where === 'in place' ? pressed : now[before.length];
    expect(where === 'a line' ? shown?.texts : allOn({ card: shown?.card })).toContain(shows());
    if (verb === 'eraseMeNow') employee = await city.arrives('employee');
  });

  it('stands as fallback on every button of every card in the chat, with the verb in its data', async () => {
    const executes = [...leader.cards(), ...employee.cards()]
      .flatMap((card) => buttonsOf(card))
      .filter(({ type }) => type === 'Action.Execute');
    expect(executes.length).toBeGreaterThan(20);
    for (const { fallback, verb, data } of executes) {
      expect(isNode(fallback) && fallback).toMatchObject({ type: 'Action.Submit', data: { ...data, verb } });
    }
  });

  it('with a verb that no card has gets a kind line', async () => {
    const answer = await employee.submits({ verb: 'dropTables' }, { on });
    expect(answer.message).toBe(sv('reply.unknownButton'));
    expect((await employee.submits({}, { on })).message).toBe(sv('reply.unknownButton'));
  });
});
