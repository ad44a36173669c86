import { verbs } from '../../../src/cards/verbs';
import { newIdempotencyKey } from '../../../src/domain/ids';
import { buttonsOf, inputsOf } from '../../../testing/cards/card';
import { type City, startCity } from '../../../testing/scenes/city';
import { allOn, idOn, seenOn, sendsIdea, sv } from '../../../testing/scenes/everyday';
import type { Person } from '../../../testing/teams/person';

/** What a card's inputs send, as other clients than the usual one send it. */
type Data = Record<string, unknown>;

describe('odd data in a press', () => {
  let city: City;
  let employee: Person;
  let leader: Person;
  let id: string;
  beforeAll(async () => {
    city = await startCity();
    employee = await city.arrives('employee');
    leader = await city.arrives('leader');
    await city.arrives('colleague');
  });
  beforeEach(async () => {
    id = await sendsIdea(employee);
  });
  afterAll(() => city.stop());

  const idempotencyKey = () => newIdempotencyKey(city.app.random);
  const idea = async () => (await city.app.ideas.load(id))?.idea;
  const acts = async (person: Person, what: string, data: Data) =>
    person.presses({
      verb: 'act',
      data: {
        idea: id,
        decisionVersion: String((await idea())?.decisionVersion),
        idempotencyKey: idempotencyKey(),
        do: what,
        ...data,
      },
    });
  const inputOf = ({ card }: { card: unknown }, name: string) =>
    inputsOf(card).find((input) => input.id === name)?.value;
  const drives = async () => {
    await acts(leader, 'explore', { person: 'me' });
  };

  it('null is nothing and a number is text: the idea is sent', async () => {
    const data = {
      idempotencyKey: idempotencyKey(),
      title: 112,
      problem: 'Det finns ingen plats.',
      solution: null,
      evidence: null,
    };
    const answer = await employee.presses({ verb: 'submit', data: { ...data, forColleague: null, department: null } });
    const sent = (await city.app.ideas.load(idOn(answer)))?.idea;
    expect(sent?.words).toEqual({ title: '112', problem: 'Det finns ingen plats.' });
    expect(sent).toMatchObject({ department: 'VOO', coSubmitters: [], confidential: false });
  });

  it('a form without words comes back with the fault named', async () => {
    const answer = await employee.presses({
      verb: 'submit',
      data: { idempotencyKey: idempotencyKey(), title: null, problem: 'Det är trångt.' },
    });
    expect(seenOn(answer)).toContain(sv('refusal.wordsMissing', { field: sv('field.title') }));
    expect(inputOf(answer, 'problem')).toBe('Det är trångt.');
  });

  it('a list is several choices', async () => {
    await drives();
    await acts(leader, 'fill', { part: 'concerned', groups: ['residents', 'users'], participation: 'Vi frågar.' });
    expect((await idea())?.answers).toMatchObject({ groups: 'residents,users', participation: 'Vi frågar.' });
    await acts(leader, 'concern', { departments: ['MIL', 'SBK'] });
    expect((await idea())?.concerns).toEqual(['MIL', 'SBK']);
  });

  it('a part that is saved empty says what is missing, as one fills it in', async () => {
    await drives();
    const nothing = await acts(leader, 'fill', { part: 'concerned', groups: [], participation: null });
    expect(seenOn(nothing)).toContain(sv('refusal.badChoice', { field: sv('field.groups') }));
    const words = await acts(leader, 'fill', { part: 'expectation', expectation: ' ' });
    expect(seenOn(words)).toContain(sv('refusal.wordsMissing', { field: sv('field.expectation') }));
    await acts(leader, 'fill', { part: 'worth', worth: 'En timme om dagen.' });
    const emptied = await acts(leader, 'fill', { part: 'worth', worth: '' });
    expect(seenOn(emptied)).toContain(sv('happened.emptied', { what: sv('idea.need.worth') }));
  });

  it('of one answer that is none, the others are still there', async () => {
    await drives();
    const answer = await acts(leader, 'fill', { part: 'concerned', groups: 'katter', participation: 'Vi frågar.' });
    expect(seenOn(answer)).toContain(sv('refusal.badChoice', { field: sv('field.groups') }));
    expect(inputOf(answer, 'participation')).toBe('Vi frågar.');
  });

  it.each(['06/03/2027 22:00:00', '24/12/2026', 'i vår', {}, ['2027-01-01', '2027-02-01']])(
    'the date %j comes back as the date’s fault, with all words',
    async (until) => {
      const task = await acts(leader, 'doNow', { person: 'me', personEmail: 'kollega@soderhamra.example', until });
      expect(seenOn(task)).toContain(sv('refusal.badDate', { field: sv('field.until') }));
      expect(inputOf(task, 'personEmail')).toBe('kollega@soderhamra.example');
      const words = { reason: 'Det finns redan.', tryAgain: 'Om det tar slut.' };
      const tryAgainOn = typeof until === 'string' ? until : 'x';
      const closing = await acts(leader, 'close', { ...words, tryAgainOn });
      expect(seenOn(closing)).toContain(sv('refusal.badDate', { field: sv('field.tryAgainOn') }));
      for (const [name, text] of Object.entries(words)) expect(inputOf(closing, name)).toBe(text);
      const settings = { awayUntil: tryAgainOn, newIdeas: 'daily', comments: 'false', language: 'en' };
      const kept = await leader.presses({ verb: 'saveSettings', data: settings });
      expect(seenOn(kept)).toContain(sv('refusal.dateNotAhead', { field: sv('settings.away') }));
      for (const [name, text] of Object.entries({ newIdeas: 'daily', comments: 'false', language: 'en' })) {
        expect(inputOf(kept, name)).toBe(text);
      }
    },
  );

  it.each(['2026-12-24T00:00:00Z', '2026-12-24T22:00:00+01:00', '2026-12-24 00:00'])(
    '%s is its date',
    async (until) => {
      await acts(leader, 'doNow', { person: 'me', until });
      expect((await idea())?.answerBy).toBe('2026-12-24');
    },
  );

  it('what is too long comes back with its fault named, whole as long as the card can carry it', async () => {
    for (const length of [2001, 8000, 20_001, 25_000]) {
      for (const sign of ['x', 'å', '"']) {
        const reason = sign.repeat(length);
        const answer = await acts(leader, 'close', { reason, tryAgain: 'Om det tar slut.' });
        expect(seenOn(answer)).toContain(sv('refusal.wordsTooLong', { field: sv('field.reason'), limit: 2000 }));
        expect(inputOf(answer, 'tryAgain')).toBe('Om det tar slut.');
        const kept = String(inputOf(answer, 'reason'));
        expect(reason.startsWith(kept)).toBe(true);
        expect(kept.length).toBeGreaterThan(2000);
        if (length <= 8000 && sign === 'x') expect(kept).toBe(reason);
        expect(Buffer.byteLength(JSON.stringify(answer.card))).toBeLessThanOrEqual(26 * 1024);
      }
    }
    const form = await employee.presses({
      verb: 'submit',
      data: {
        idempotencyKey: idempotencyKey(),
        title: 'å'.repeat(3000),
        problem: 'å'.repeat(20_000),
        solution: 'Så här.',
      },
    });
    expect(seenOn(form)).toContain(sv('refusal.wordsTooLong', { field: sv('field.title'), limit: 120 }));
    expect(inputOf(form, 'solution')).toBe('Så här.');
    expect(String(inputOf(form, 'problem')).length).toBeGreaterThan(4000);
  });

  it.each(['x'.repeat(59), 'https://teams.example/l/message/19:abc?idea=K7M4QX', 'K7M4', {}, 112])(
    'the idea %j that another is to be merged into is asked for again, with the reason kept',
    async (into) => {
      const at = {
        idea: id,
        decisionVersion: String((await idea())?.decisionVersion),
        idempotencyKey: idempotencyKey(),
      };
      const answer = await leader.presses({ verb: 'merge', data: { ...at, into, reason: 'Samma sak.' } });
      expect(seenOn(answer)).toContain(sv('refusal.unknownIdea'));
      expect(inputOf(answer, 'reason')).toBe('Samma sak.');
    },
  );

  it.each([
    ['kollega@soderhamra.example;', true],
    ['mailto:kollega@soderhamra.example', true],
    ['‹kollega@soderhamra.example›', true],
    ['Demo Kollega <Kollega@soderhamra.example>,', true],
    ['kollega', false],
    ['Demo Kollega', false],
    ['kollega@soderhamra.example; bo@soderhamra.example', false],
  ])('the address %s is found: %s', async (personEmail, isFound) => {
    const [colleague] = (await city.app.people.contacts(['kollega@soderhamra.example'])).values();
    const answer = await acts(leader, 'doNow', { person: 'me', personEmail, until: '2026-12-24' });
    if (isFound) expect((await idea())?.doer?.person).toBe(colleague?.ref);
    else {
      expect(seenOn(answer)).toContain(sv('refusal.unknownColleague'));
      expect(inputOf(answer, 'personEmail')).toBe(personEmail);
      expect((await idea())?.stage).toBe('submitted');
    }
  });

  it('several ideas at once: the form comes back with all that was chosen and written', async () => {
    const decisionVersion = String((await idea())?.decisionVersion);
    const chosen = { ideas: [`${id}.${decisionVersion}`], reason: 'Det finns redan.' };
    const answer = await leader.presses({
      verb: 'several',
      data: { idempotencyKey: idempotencyKey(), do: 'passOn', ...chosen, department: { value: 'MIL' } },
    });
    expect(seenOn(answer)).toContain(sv('refusal.unknownDepartment'));
    expect(inputOf(answer, 'reason')).toBe('Det finns redan.');
    // Where it stands on another page, the buttons carry it.
    const carried = JSON.stringify(buttonsOf(answer.card).map((one) => one.data));
    expect(`${inputOf(answer, 'ideas')} ${carried}`).toContain(`${id}.${decisionVersion}`);
    await leader.presses({ verb: 'several', data: { idempotencyKey: idempotencyKey(), do: 'close', ...chosen } });
    expect((await idea())?.stage).toBe('closed');
  });

  /** As many fields as a request has room for when each is at its longest; no form has so many. */
  const MOST_FIELDS = 50;
  const together = (fields: readonly string[]): string[][] =>
    fields.length <= MOST_FIELDS
      ? [[...fields]]
      : [fields.slice(0, MOST_FIELDS), ...together(fields.slice(MOST_FIELDS))];
  const identity = ['idea', 'decisionVersion', 'idempotencyKey', 'do', 'post', 'claim'];
  it.each([null, 7, ['a', 'b'], { value: 'x' }, 'å'.repeat(2_000)])('no button is dead with %#', async (value) => {
    const own: Data = {
      idea: id,
      decisionVersion: '1',
      do: 'close',
      claim: 'p0123456789ABCDEF',
      challenge: id,
      act: 'tellResult',
      obstacle: id,
      obstacleAct: 'removeObstacle',
      undertaking: id,
      undertakingAct: 'finishUndertaking',
      meeting: id,
      meetingAct: 'comeToMeeting',
      sharingAct: 'look',
      groupAct: 'leaveGroup',
      nomination: '0123456789ABCDEF',
      help: '0123456789ABCDEF',
    };
    for (const [verb, { shape }] of Object.entries(verbs)) {
      // Whoever has their data erased presses no more; the other two are answered so to whoever they were not drawn for.
      if (['disown', 'account', 'eraseMeNow'].includes(verb)) continue;
      const named = Object.keys(shape).filter((field) => identity.includes(field));
      for (const filledIn of together(Object.keys(shape).filter((field) => !identity.includes(field)))) {
        const data = Object.fromEntries(
          [...named, ...filledIn].map((field) => [
            field,
            field === 'idempotencyKey' ? idempotencyKey() : (own[field] ?? value),
          ]),
        );
        const answer = await employee.presses({ verb, data });
        expect({ verb, filledIn, said: answer.message }).not.toMatchObject({ said: sv('reply.unknownButton') });
        expect({ verb, shown: Boolean(answer.card ?? answer.message), status: answer.status }).toEqual({
          verb,
          shown: true,
          status: 200,
        });
        expect(allOn(answer)).not.toContain('[object Object]');
      }
    }
  });

  it('a press without data of its own is still one', async () => {
    const action = { type: 'Action.Execute', verb: 'mine', data: null };
    const answer = await employee.delivers({ type: 'invoke', name: 'adaptiveCard/action', value: { action } });
    expect(allOn(answer)).toContain('Cykelpool');
  });
});
