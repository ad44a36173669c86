import { newIdeaId, newIdempotencyKey } from '../../src/domain/ids';
import { toIdeaRow } from '../../src/store/idea/idea-rows';
import { recordKey, recordsPartition } from '../../src/store/keys';
import { storyOf } from '../../testing/samples/idea/standings';
import { type City, startCity } from '../../testing/scenes/city';
import { allOn, pressesOn, seenOn, sendsIdea, sv } from '../../testing/scenes/everyday';
import type { Person } from '../../testing/teams/person';

const JPEG = { type: 'image/jpeg', extension: 'jpg', begins: [0xff, 0xd8, 0xff] } as const;
const PIXEL = new Uint8Array([0xff, 0xd8, 0xff, 1]);

describe('what a press says of itself is not believed', () => {
  let city: City;
  let employee: Person;
  let colleague: Person;
  let leader: Person;
  let other: Person;
  beforeAll(async () => {
    city = await startCity();
    [employee, colleague, leader, other] = await Promise.all([
      city.arrives('employee'),
      city.arrives('colleague'),
      city.arrives('leader'),
      city.arrives('environmentLeader'),
    ]);
  });
  afterAll(() => city.stop());

  const idempotencyKey = () => newIdempotencyKey(city.app.random);
  const press = (person: Person, verb: string, data: Record<string, unknown>) =>
    person.presses({ verb, data: { verb, ...data } });
  const act = (person: Person, idea: string, data: Record<string, unknown>) =>
    press(person, 'act', { idea, decisionVersion: '1', idempotencyKey: idempotencyKey(), ...data });
  const ideaOf = async (id: string) => {
    const stored = await city.app.ideas.load(id);
    if (!stored) throw new Error(`No idea ${id}`);
    return stored.idea;
  };
  const refOf = async ({ aadObjectId }: Person) =>
    (await city.app.people.byIdentity({ tenant: city.teams.tenantId, objectId: aadObjectId }))?.person.ref ?? '';

  describe('an operation', () => {
    it('of somebody else shows nothing of what it did, and does nothing', async () => {
      const [secret, open] = [await sendsIdea(employee, { title: 'Hemligt' }), await sendsIdea(colleague)];
      const spent = idempotencyKey();
      await act(employee, secret, { idempotencyKey: spent, do: 'comment', comment: 'Min kommentar' });
      const told = [
        await act(colleague, open, { idempotencyKey: spent, do: 'comment', comment: 'Ny' }),
        await press(colleague, 'merge', { idea: open, decisionVersion: '1', idempotencyKey: spent, into: secret }),
        await press(colleague, 'submit', { idempotencyKey: spent, title: 'Ny', problem: 'Ny' }),
        await press(colleague, 'submitText', { idempotencyKey: spent, text: 'Ny' }),
      ];
      for (const answer of told) expect(allOn(answer)).not.toContain('Min kommentar');
      const [commented, merged, submitted] = told.map(seenOn);
      expect(commented).toContain(sv('refusal.stale'));
      expect(merged).toContain(sv('refusal.ownIdea'));
      expect(submitted).toContain(sv('refusal.stale'));
      const same = await act(colleague, secret, { idempotencyKey: spent, do: 'comment', comment: 'Ny' });
      expect(seenOn(same)).toContain(sv('refusal.stale'));
      expect([(await ideaOf(secret)).seq, (await ideaOf(open)).seq]).toEqual([2, 1]);
      expect(await city.app.commits.effectOf(spent)).toMatchObject({ id: secret, by: await refOf(employee) });
    });

    it('that somebody has spent on another’s idea does not make them its submitter, nor show its hidden words', async () => {
      const hidden = await sendsIdea(employee, { title: 'Olämplig rubrik' });
      await act(leader, hidden, { do: 'hide' });
      const spent = idempotencyKey();
      await act(colleague, hidden, { idempotencyKey: spent, do: 'comment', comment: 'Vad stod här?' });
      const answer = await press(colleague, 'submit', { idempotencyKey: spent, title: 'Ny', problem: 'Ny' });
      expect(seenOn(answer)).toContain(sv('refusal.stale'));
      expect(JSON.stringify(answer.body)).not.toContain('Olämplig rubrik');
    });

    it('of one’s own on another idea does nothing there', async () => {
      const [one, two] = [await sendsIdea(employee), await sendsIdea(employee)];
      const spent = idempotencyKey();
      await act(employee, one, { idempotencyKey: spent, do: 'comment', comment: 'En' });
      expect(seenOn(await act(employee, two, { idempotencyKey: spent, do: 'withdraw' }))).toContain(
        sv('refusal.stale'),
      );
      expect((await ideaOf(two)).stage).toBe('submitted');
    });
  });

  describe('a picture', () => {
    const putFor = async (person: Person) => {
      const name = `${idempotencyKey()}.jpg`;
      await city.app.pictures.put(name, PIXEL, JPEG, await refOf(person));
      return name;
    };

    it('that somebody else has sent is not added to one’s own idea, also where it is seen on theirs', async () => {
      const [theirs, mine] = [await sendsIdea(employee), await sendsIdea(colleague)];
      const picture = await putFor(employee);
      await act(employee, theirs, { do: 'addPicture', picture });
      expect((await ideaOf(theirs)).pictures).toEqual([picture]);
      expect(seenOn(await act(colleague, mine, { do: 'addPicture', picture }))).toContain(sv('refusal.notNow'));
      expect((await ideaOf(mine)).pictures).toEqual([]);
    });

    it('that was never sent is not added', async () => {
      const mine = await sendsIdea(colleague);
      await act(colleague, mine, { do: 'addPicture', picture: `${idempotencyKey()}.jpg` });
      expect((await ideaOf(mine)).pictures).toEqual([]);
    });

    it('cannot be an address or a path', async () => {
      const mine = await sendsIdea(colleague);
      for (const picture of ['https://elak.example/x.jpg', '../../x.jpg', `${idempotencyKey()}.svg`]) {
        expect((await act(colleague, mine, { do: 'addPicture', picture })).message).toBe(sv('reply.unknownButton'));
      }
    });
  });

  describe('a department', () => {
    it('for which somebody does not answer is not answered for, nor shown as theirs', async () => {
      // An idea that departments are asked to take in, as its story leaves it.
      const idea = { ...storyOf('scaling').idea, id: newIdeaId(city.app.random) };
      const { id } = idea;
      const partitionKey = recordsPartition(city.organisation().municipality.code);
      await city.storage.ideas.createEntity({ partitionKey, rowKey: recordKey(id), ...toIdeaRow(idea, {}) });
      const shows = async (verb: 'panel' | 'open', department: string) => {
        const before = other.chat().length;
        const answer = await press(other, verb, { idea: id, panel: 'adopt', department });
        return JSON.stringify([answer.body, other.chat().slice(before)]);
      };
      // From a day card it opens below.
      for (const verb of ['panel', 'open'] as const) {
        expect(await shows(verb, 'MIL')).toContain('"department":"MIL"');
        expect(await shows(verb, 'MIL')).toContain(sv('field.adoptStart'));
      }
      for (const department of ['VOO', 'KLK', 'FINNSINTE', "x' or '1' eq '1"]) {
        for (const verb of ['panel', 'open'] as const)
          expect(await shows(verb, department)).not.toContain(`"department":"${department}"`);
        await act(other, id, { do: 'adopt', department, status: 'using', start: '2026-11-26' });
      }
      expect((await ideaOf(id)).adoptions).toEqual(idea.adoptions);
    });

    it('that there is not gets no idea, and nobody', async () => {
      const id = await sendsIdea(employee);
      await city.delivers();
      await act(leader, id, { do: 'passOn', department: 'FINNSINTE' });
      await act(leader, id, { do: 'concern', departments: 'FINNSINTE,__proto__' });
      expect(await ideaOf(id)).toMatchObject({ department: 'VOO', concerns: [], seq: 1 });
      const answer = await press(employee, 'submit', {
        idempotencyKey: idempotencyKey(),
        title: 'Ny',
        problem: 'Ny',
        department: 'FINNSINTE',
      });
      expect(seenOn(answer)).toContain(sv('refusal.unknownDepartment'));
    });
  });

  it('a person: no button does anything in another’s name', async () => {
    const id = await sendsIdea(employee, { title: 'Bara min' });
    const ref = await refOf(employee);
    const before = await city.app.people.byRefs([ref]);
    const claims = {
      ref,
      me: ref,
      from: { aadObjectId: employee.aadObjectId },
      personRef: ref,
      by: ref,
      roles: 'decider',
    };
    await act(colleague, id, { ...claims, do: 'withdraw' });
    await act(colleague, id, { ...claims, do: 'explore' });
    for (const verb of ['mine', 'queue', 'next', 'settings', 'readData']) {
      const answer = await press(colleague, verb, { ...claims, person: ref });
      expect(JSON.stringify([answer.body, answer.replies])).not.toContain('Bara min');
    }
    await press(colleague, 'saveSettings', { ...claims, person: ref, awayUntil: '2026-12-24' });
    await press(colleague, 'disown', { ...claims, post: 'leader.VOO' });
    await press(colleague, 'stopDigest', { ...claims, person: ref });
    expect(await city.app.people.byRefs([ref])).toEqual(before);
    expect((await ideaOf(id)).seq).toBe(1);
    expect((await city.app.people.contacts([leader.email])).get(leader.email)?.disowned).toEqual([]);
  });

  it('a list of ideas is judged one by one, each once and no more than may be chosen', async () => {
    const id = await sendsIdea(employee);
    await city.delivers();
    const made = Array.from({ length: 300 }, () => `${newIdeaId(city.app.random)}.1`);
    const choose = (person: Person, ...ideas: string[]) =>
      press(person, 'several', { idempotencyKey: idempotencyKey(), do: 'close', reason: 'Nej', ideas: ideas.join() });
    const tally = (done: number, refused: number) => sv('queue.several.close', { done, refused }).trim();
    expect(seenOn(await choose(colleague, `${id}.1`))).toContain(tally(0, 1));
    expect(seenOn(await choose(leader, ...made))).toContain(sv('queue.several.most', { count: 40 }));
    expect(seenOn(await choose(leader, ...made.slice(0, 8)))).toContain(tally(0, 8));
    expect((await ideaOf(id)).seq).toBe(1);
    expect(seenOn(await choose(leader, `${id}.1`, `${id}.1`, `${id}.1`))).toContain(tally(1, 0));
    expect((await ideaOf(id)).seq).toBe(2);
  });

  it('a command that only time gives is no button', async () => {
    const id = await sendsIdea(employee);
    for (const type of ['remind', 'escalate', 'leave', 'absorb', 'submit', 'comeBack', 'constructor']) {
      expect((await act(leader, id, { do: type })).message).toBe(sv('reply.unknownButton'));
    }
    expect((await ideaOf(id)).seq).toBe(1);
  });

  it('a turn that has passed or has not come decides nothing', async () => {
    const id = await sendsIdea(employee);
    await city.delivers();
    for (const decisionVersion of ['0', '2', '99'])
      await act(leader, id, { decisionVersion, do: 'explore', person: 'me' });
    expect((await ideaOf(id)).stage).toBe('submitted');
    await pressesOn(leader, id, 'Utforska idén');
    expect((await ideaOf(id)).stage).toBe('exploring');
  });
});
