import { decide } from '../../src/domain/idea/decide';
import { evolve } from '../../src/domain/idea/evolve';
import { type FieldName, fields, partNames } from '../../src/domain/idea/fields';
import type { Idea } from '../../src/domain/idea/idea';
import type { Words } from '../../src/domain/idea/words';
import { newIdeaId, newIdempotencyKey } from '../../src/domain/ids';
import type { StoredIdea } from '../../src/store/idea/ideas';
import * as story from '../../testing/samples/idea/story';
import { type Step, standings } from '../../testing/samples/idea/story';
import { type City, startCity } from '../../testing/scenes/city';
import type { CityRole } from '../../testing/scenes/city-people';
import { allOn, seenOn, sv } from '../../testing/scenes/everyday';
import type { Answer } from '../../testing/teams/answer';
import type { Person } from '../../testing/teams/person';

// A secret is planted in every text that an idea can have, each with who wrote it; then all that anybody can see is looked
// through for it. What is looked through is the raw answer, buttons and fields too, and every message as the chat shows it.

/** Whom the stories' people are in the city, and who else looks. */
const cast = {
  pSUBMITTER: 'employee',
  pLEADER: 'leader',
  pOWNER: 'unitManager',
  pMANAGER: 'manager',
  pADOPTER: 'environmentLeader',
  pSTRANGER: 'colleague',
} as const satisfies Record<string, CityRole>;
const onlookers = ['otherLeader', 'office', 'registrar'] as const satisfies CityRole[];

const environment = { ...story.adopter, leads: ['MIL'] };
const adopts = {
  ...story.adopt('using', '2027-04-01'),
  data: { department: 'MIL', status: 'using', start: '2027-04-01' },
};
/** An idea that has come all the way, and all that can be said on it. */
const life: readonly Step[] = [
  [story.submitter, story.submit({}, { solution: 'x', evidence: 'x', workplace: 'x' })],
  [story.leader, story.ask()],
  [story.submitter, story.answer()],
  [story.stranger, story.comment('Fråga Demo Person, 19121212-1212.')],
  ...standings.scaling.slice(1, -2),
  [story.leader, story.scale(['MIL'], 'pOWNER')],
  [story.owner, story.acceptOwning],
  [environment, adopts as typeof story.hide],
  [story.owner, story.spread()],
  [story.owner, story.followUp()],
  [story.leader, story.close({ reason: 'x', tryAgain: 'x' })],
  [story.leader, story.reopen],
  [story.leader, story.ask()],
  [story.stranger, story.comment()],
];

/** So many questions at the same time. */
const TOGETHER = 6;

const isText = (key: string) => !(key in fields) || fields[key as FieldName].kind === 'text';
/** `SECRET-{who}-{seq}-{key}`, in the place of every text. */
const planted = (who: string, seq: number, words: Words): Words =>
  Object.fromEntries(
    Object.entries(words).map(([key, text]) => [key, isText(key) ? `HEMLIGT.${who}.${seq}.${key}` : text]),
  );

describe('an idea that is hidden', () => {
  let city: City;
  const persons = new Map<CityRole, Person>();
  const refs = new Map<string, string>();
  let id: string;
  const person = (role: CityRole): Person => persons.get(role) as Person;
  const random = (size: number) => city.app.random(size);

  /** Plants a life of an idea as the use cases would have saved it. */
  async function plants(steps: readonly Step[]): Promise<string> {
    const made = newIdeaId(random);
    const here = <T>(value: T): T =>
      JSON.parse(
        JSON.stringify(value).replace(/"(p[A-Z]+)"/g, (all, ref) => (refs.has(ref) ? `"${refs.get(ref)}"` : all)),
      );
    let before: StoredIdea | undefined;
    let idea: Idea | undefined;
    for (const [who, command] of steps) {
      const words = planted(who.ref, (idea?.seq ?? 0) + 1, command.words);
      const actor = { ...who, ref: refs.get(who.ref) ?? who.ref };
      const asked = { ...here(command), words } as typeof command;
      const decision = decide(asked, idea, actor, { ...story.setting, now: city.now() });
      if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.refusal.code}`);
      const written = city.app.ideas.write({ before, id: made, events: [decision.value] });
      await city.app.commits.commit(written, { idempotencyKey: newIdempotencyKey(random) });
      idea = evolve(idea, decision.value, made);
      before = await city.app.ideas.load(made);
    }
    return made;
  }

  beforeAll(async () => {
    city = await startCity({ now: '2026-11-16T08:00:00.000Z' });
    for (const role of [...Object.values(cast), ...onlookers]) persons.set(role, await city.arrives(role));
    for (const [ref, role] of Object.entries(cast)) {
      const { aadObjectId } = person(role);
      const found = await city.app.people.byIdentity({ tenant: city.teams.tenantId, objectId: aadObjectId });
      refs.set(ref, found?.person.ref ?? '');
    }
    id = await plants(life);
    await city.app.follows.add(id, refs.get('pSTRANGER') ?? '');
    await city.delivers();
    // Everybody opens it, so that it stands in every chat, and in each as a message that asks nothing.
    for (const one of persons.values()) await one.says(id);
  });
  afterAll(() => city.stop());

  const acts = (role: CityRole, data: Record<string, string>): Promise<Answer> =>
    person(role).presses({
      verb: 'act',
      data: { verb: 'act', idea: id, decisionVersion: '1', idempotencyKey: newIdempotencyKey(random), ...data },
    });
  const opens = (role: CityRole, data: Record<string, string>): Promise<Answer> =>
    person(role).presses({ verb: 'panel', data: { verb: 'panel', idea: id, ...data } });
  const whole = ({ body, replies, card, message }: Answer) => JSON.stringify([body, replies, card, message]);

  /** All that somebody can ask for that may hold words of an idea. */
  async function everythingThatIsSeen(role: CityRole): Promise<string> {
    const me = person(role);
    const group = { id: me.conversationId, conversationType: 'groupChat', isGroup: true, name: '' };
    const newest = String((await city.app.ideas.load(id))?.idea.seq ?? 1);
    const panels = ['more', 'history', 'why', 'comments', 'comment', 'answer', 'reopen', 'report', 'hide', 'close'];
    const asks: (() => Promise<Answer>)[] = [
      ...[id, `varför ${id}`, 'mina idéer', 'min tur', 'veckan', 'mina uppgifter', 'Det räcker.'].map(
        (said) => () => me.says(said),
      ),
      ...panels.map((panel) => () => opens(role, { panel })),
      ...partNames.map((part) => () => opens(role, { panel: 'part', part })),
      ...['4', '5', newest].map((said) => () => opens(role, { panel: 'said', said })),
      ...(['queue', 'editForm', 'week', 'open', 'follow'] as const).map(
        (verb) => () => me.presses({ verb, data: { verb, idea: id, several: 'true', filter: 'asked', on: 'true' } }),
      ),
      ...[0, 1, 2, 3, 4].map(
        (page) => () => me.presses({ verb: 'readData', data: { verb: 'readData', page: String(page) } }),
      ),
      () => me.delivers({ type: 'message', text: `<at>Idélotsen</at> status ${id}`, conversation: group }),
    ];
    const answers: Answer[] = [];
    for (let from = 0; from < asks.length; from += TOGETHER) {
      answers.push(...(await Promise.all(asks.slice(from, from + TOGETHER).map((ask) => ask()))));
    }
    return JSON.stringify([answers.map(whole), me.chat().map(({ card, texts }) => [card, texts])]);
  }

  const whose = (seen: string): string[] =>
    [...new Set([...seen.matchAll(/HEMLIGT\.(p[A-Z]+)\./g)].map(([, who]) => who ?? ''))].sort();
  const own = (role: CityRole): string[] => Object.entries(cast).flatMap(([ref, of]) => (of === role ? [ref] : []));

  const seesOnlyOwn = (role: CityRole, seen: string): void =>
    expect({ role, others: whose(seen).filter((ref) => !own(role).includes(ref)) }).toEqual({ role, others: [] });

  it('is read by everybody before, so that this file says something', async () => {
    const written = Object.keys(cast).filter((ref) => ref !== 'pMANAGER');
    for (const role of persons.keys()) {
      const card = await person(role).says(id);
      const parts = await Promise.all(partNames.map((part) => opens(role, { panel: 'part', part })));
      const seen = [card, ...parts, await opens(role, { panel: 'history' })].map(whole).join();
      expect({ role, whose: whose(seen) }).toEqual({ role, whose: written.sort() });
    }
  });

  it('is out of sight at once in every message that has shown it', async () => {
    await acts('leader', { do: 'hide' });
    await city.delivers();
    for (const role of persons.keys()) {
      const chat = person(role).chat();
      expect(chat.length).toBeGreaterThan(1);
      seesOnlyOwn(role, JSON.stringify(chat.map(({ card, texts }) => [card, texts])));
    }
  });

  it('is out of sight in whatever anybody asks for; each reads what they wrote', async () => {
    for (const role of persons.keys()) seesOnlyOwn(role, await everythingThatIsSeen(role));
    expect(whose(await everythingThatIsSeen('employee'))).toEqual(['pSUBMITTER']);
  });

  it('stays so for what is said later, by whoever says it, in the messages that tell of it too', async () => {
    await acts('colleague', { do: 'comment', comment: 'HEMLIGT.pSTRANGER.99.comment' });
    await acts('environmentLeader', { do: 'comment', comment: 'HEMLIGT.pADOPTER.99.comment' });
    await city.delivers();
    for (const role of persons.keys()) seesOnlyOwn(role, await everythingThatIsSeen(role));
    expect(whose(await everythingThatIsSeen('colleague'))).toEqual(['pSTRANGER']);
  });

  it('is read by those who decide and the registrar by a press that the record tells of, and by nobody else’s', async () => {
    for (const role of ['otherLeader', 'registrar'] as const) {
      const card = await acts(role, { do: 'readHidden' });
      expect(allOn(card)).toContain('HEMLIGT.pSUBMITTER.1.problem');
      expect(seenOn(card)).toContain(sv('notice.hiddenRead.actor'));
      const history = await acts(role, { do: 'readHidden', open: 'history' });
      expect(whole(history)).toContain('HEMLIGT.pADOPTER.99.comment');
      const part = await acts(role, { do: 'readHidden', open: 'part', part: 'activity' });
      expect(whole(part)).toContain('HEMLIGT.pLEADER');
    }
    for (const role of ['employee', 'colleague', 'office', 'manager', 'environmentLeader', 'unitManager'] as const) {
      const refused = await acts(role, { do: 'readHidden' });
      seesOnlyOwn(role, whole(refused));
    }
    const read = (await city.app.ideas.history(id)).filter(({ type }) => type === 'hiddenRead');
    expect(read).toHaveLength(6);
    const told = sv('event.hiddenRead', { who: person('registrar').name });
    for (const role of ['leader', 'employee'] as const)
      expect(allOn(await opens(role, { panel: 'history' }))).toContain(told);
    expect(allOn(await opens('colleague', { panel: 'history' }))).not.toContain(told);
    // The card that showed it does not again.
    await city.delivers();
    expect(own('registrar')).toEqual(whose(whole(await opens('registrar', { panel: 'history' }))));
  });

  it('is read by everybody again when it is shown again', async () => {
    await acts('leader', { do: 'show' });
    expect(allOn(await person('colleague').says(id))).toContain('HEMLIGT.pSUBMITTER.1.problem');
  });
});
