import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TransactionAction } from '@azure/data-tables';
import { type AuditedAct, acts, nobodys, TARGET } from '../../dev/audits/rights/acts';
import { rightsDocument } from '../../dev/audits/rights/document';
import { forgedPress } from '../../dev/audits/rights/forged';
import { commandOf, ideaFor, refusalOf, rolesOf, targetIdea } from '../../dev/audits/rights/judged';
import { emailOf, type PersonName, people, personNames, type Somebody } from '../../dev/audits/rights/people';
import {
  forOneself,
  ofChallenges,
  ofFigures,
  ofGroups,
  ofHelping,
  ofMeetings,
  ofMethods,
  ofObstacles,
  ofPosts,
  ofTelling,
  ofTheDepartment,
  ofTheOffice,
  ofTheProblem,
  ofUndertakings,
} from '../../dev/audits/rights/verb-lists';
import { lineName } from '../../src/app/idea/record/lines';
import { ideaActions } from '../../src/cards/idea/actions/tables';
import { refusalText } from '../../src/cards/refusal-text';
import { verbs } from '../../src/cards/verbs';
import type { CommandType } from '../../src/domain/idea/commands';
import { rules } from '../../src/domain/idea/commands';
import type { IdeaEvent } from '../../src/domain/idea/events';
import type { Idea } from '../../src/domain/idea/idea';
import { mayName } from '../../src/domain/idea/policy';
import { isReaction, type Reaction } from '../../src/domain/idea/reactions';
import { newIdeaId, newIdempotencyKey } from '../../src/domain/ids';
import { sinceRow, splitEvent, toIdeaRow } from '../../src/store/idea/idea-rows';
import { eventKey, recordKey, recordsPartition, textKey, uncountedKey } from '../../src/store/keys';
import { buttonsOf } from '../../testing/cards/card';
import { setting } from '../../testing/samples/idea/story';
import { type City, startCity } from '../../testing/scenes/city';
import { seenOn, sv } from '../../testing/scenes/everyday';
import { clearIdeas } from '../../testing/storage/clear-ideas';
import type { Answer } from '../../testing/teams/answer';
import type { Person } from '../../testing/teams/person';

const ROOT = join(__dirname, '..', '..');
const JPEG = { type: 'image/jpeg', extension: 'jpg', begins: [0xff, 0xd8, 0xff] } as const;
/** As many people press at the same time. */
const TOGETHER = 8;
/** After so many rows of the table their ideas go: Azurite slows down with what it holds. */
const ACTS_AT_ONCE = 10;

describe('docs/RIGHTS.md', () => {
  it('is what rules and policy say now', () => {
    expect(readFileSync(join(ROOT, 'docs', 'RIGHTS.md'), 'utf8')).toBe(rightsDocument());
  });

  it('has every command, every button and every verb', () => {
    const commands = new Set(acts.flatMap(({ command }) => command?.type ?? []));
    expect([...commands, ...nobodys, 'submit', 'enter'].sort()).toEqual(Object.keys(rules).sort());
    expect(ideaActions.filter((action) => !commands.has(action))).toEqual([]);
    const pressed = new Set(acts.map(({ verb = 'act' }) => verb));
    const others = [
      ...ofPosts,
      ...ofChallenges,
      ...ofObstacles,
      ...ofFigures,
      ...ofMethods,
      ...ofTheDepartment,
      ...ofTheOffice,
      ...ofTheProblem,
      ...ofHelping,
      ...ofTelling,
      ...ofGroups,
      ...ofMeetings,
      ...ofUndertakings,
    ];
    expect([...pressed, ...forOneself, ...others].sort()).toEqual(Object.keys(verbs).sort());
  });

  it('does not depend on whether a name is kept from others', () => {
    for (const act of acts.filter(({ sees }) => sees !== 'name')) {
      for (const name of personNames) {
        expect({ act: act.is, name, refused: refusalOf(act, name, true) }).toEqual({
          ...{ act: act.is, name },
          refused: refusalOf(act, name, false),
        });
      }
    }
  });
});

/** One press of the table: who, what, on which idea, and what the domain's rules say of it. */
interface Try {
  act: AuditedAct;
  name: PersonName;
  idea: Idea;
  refused: ReturnType<typeof refusalOf>;
}

/** What is said beside the record, by the command with which it is. */
const reactionOf = (type: CommandType): Reaction | undefined => (isReaction(type) ? type : undefined);

describe('the running bot', () => {
  let city: City;
  const persons = {} as Record<PersonName, Person>;
  /** References of those in the stories, as storage knows them. */
  const refs = new Map<string, string>();
  const pictures = new Map<PersonName, string>();
  const random = (size: number) => city.app.random(size);
  const partition = () => recordsPartition(city.organisation().municipality.code);

  beforeAll(async () => {
    city = await startCity({ now: setting.now });
    const byRef = new Map<string, Person>();
    for (const name of personNames) {
      const somebody: Somebody = people[name];
      const email = emailOf(somebody) ?? `${name.toLowerCase()}@soderhamra.example`;
      persons[name] = byRef.get(somebody.ref) ?? city.teams.person({ name: `Demo ${somebody.title}`, email });
      byRef.set(somebody.ref, persons[name]);
    }
    const added = city.teams.person({ name: 'Demo Ny', email: 'ny@soderhamra.example' });
    byRef.set('pNEW', added);
    await Promise.all([...new Set(byRef.values())].map((person) => person.says('tack')));
    for (const [ref, { aadObjectId }] of byRef) {
      const found = await city.app.people.byIdentity({ tenant: city.teams.tenantId, objectId: aadObjectId });
      refs.set(ref, found?.person.ref ?? '');
    }
    for (const name of personNames) {
      const picture = `${newIdempotencyKey(random)}.jpg`;
      await city.app.pictures.put(picture, new Uint8Array([0xff, 0xd8, 0xff, 1]), JPEG, refOf(name));
      pictures.set(name, picture);
    }
    await store([{ ...here(targetIdea), id: TARGET }]);
  });
  afterAll(() => city.stop());

  const refOf = (name: PersonName): string => refs.get(people[name].ref) ?? '';

  /** With the references of this city in the place of the stories'. */
  const here = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value).replace(/"(p[A-Z]+)"/g, (_, ref) => `"${refs.get(ref)}"`));

  /**
   * Ideas as stories leave them, as one row each: their events and lists stay away, for they are what takes long and no
   * right is judged on them.
   */
  async function store(ideas: readonly Idea[]): Promise<void> {
    const partitionKey = partition();
    const rows = ideas.map(
      (idea): TransactionAction => ['create', { partitionKey, rowKey: recordKey(idea.id), ...toIdeaRow(idea, {}) }],
    );
    for (let from = 0; from < rows.length; from += 100) {
      await city.storage.ideas.submitTransaction(rows.slice(from, from + 100));
    }
  }

  /** The comment that an act is about, where it is about one: that is read too. */
  async function storeComment(act: AuditedAct, name: PersonName, { id, createdAt, stage }: Idea): Promise<void> {
    const { data } = commandOf(act, people[name].ref) ?? {};
    if (!data || !('comment' in data)) return;
    const { comment: seq, by, out } = here(data);
    const event: IdeaEvent = {
      ...({ type: 'commented', seq, by, at: createdAt, day: '2026-11-16', to: { stage }, data: {} } as const),
      words: { comment: 'Kan vi prova?' },
    };
    const partitionKey = partition();
    const { row, text } = splitEvent(event);
    await city.storage.ideas.submitTransaction([
      ['create', { partitionKey, rowKey: eventKey(id, seq), ...row }],
      ['create', { partitionKey, rowKey: textKey(id, seq), ...text, ...sinceRow({ out }) }],
    ]);
  }

  /** The line that an act is about, where it is about one: it stands beside the idea, and is told. */
  async function storeLine(act: AuditedAct, { id, createdAt: at }: Idea): Promise<void> {
    const by = lineWriter(act);
    if (by === undefined) return;
    const said = { person: by, at, idempotencyKey: newIdempotencyKey(random), words: { need: 'Varje vecka.' } };
    const event = {
      type: 'needed',
      seq: 0,
      at,
      day: '2026-11-16',
      by,
      to: { stage: 'exploring' },
      data: {},
      words: {},
    };
    await city.app.reactions.add(id, 'need', said, event as IdeaEvent);
    const rows = [{ person: by, says: true, gone: false, rowKey: uncountedKey(id, 'need', by) }];
    await city.app.reactions.count({ id, reaction: 'need', rows }, at);
  }

  /** Whose line an act hides. */
  const lineWriter = ({ command }: AuditedAct): string | undefined =>
    command?.type === 'hideNeed' ? here(command.data).by : undefined;

  const anIdea = (act: AuditedAct, name: PersonName, confidential: boolean): Idea => ({
    ...here(ideaFor(act, name, confidential)),
    id: newIdeaId(random),
  });

  /** The press that gives an act, forged: nobody has drawn a card with it for this person. */
  const forged = ({ act, name, idea }: Try, other: string) => {
    const { verb, data } = forgedPress(act, idea, {
      ...{ idempotencyKey: newIdempotencyKey(random), other, picture: pictures.get(name) },
      named: 'ny@soderhamra.example',
    });
    const by = lineWriter(act);
    return { verb, data: { ...data, ...(by !== undefined && { needLine: lineName(idea.id, by) }) } };
  };

  const presses = (name: PersonName, { verb, data }: { verb: string; data: object }): Promise<Answer> =>
    persons[name].delivers({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data: { ...data, verb } } },
    });

  const whole = ({ body, replies }: Answer) => JSON.stringify([body, replies]);

  /** What a list says of one idea. */
  const rowsOf = ({ card }: Answer, { id }: Idea): string =>
    buttonsOf(card)
      .filter(({ data }) => data?.idea === id)
      .map(({ title }) => title)
      .join();

  /** What differs from the table after a press; nothing where the bot did what it says. */
  async function faultOf(one: Try, other: string): Promise<string | undefined> {
    const { act, name, idea, refused } = one;
    // What is refused is looked at when all have tried; what is said beside the record has no event.
    const isRecorded = !refused && !act.sees && !(act.command && reactionOf(act.command.type));
    const before = isRecorded ? await city.app.ideas.history(idea.id) : [];
    const answer = await presses(name, forged(one, other));
    const told = whole(answer);
    const reader = { ref: refOf(name), roles: rolesOf(name, ideaFor(act, name, idea.confidential)) };
    // After several, the list of what waits comes: other ideas of the same submitter stand there, too.
    const shown = act.verb === 'several' ? rowsOf(answer, idea) : told;
    const named = shown.includes(persons.submitter.name);
    // Whoever says yes has the idea together with the submitter from then on.
    const joined = act.command?.type === 'acceptJoining' && !refused;
    if (named && !joined && !mayName(reader, idea.submitter, idea)) return 'names the submitter';
    if (answer.status !== 200 || told.includes('error.unexpected')) return `answers ${answer.status}`;
    if (act.sees) return seeingFault(one, answer);
    if (refused) {
      const why = refusalText(sv, refused);
      // A list says of several ideas only how many were left as they are.
      return act.verb === 'several' || told.includes(JSON.stringify(why).slice(1, -1)) ? undefined : `not told: ${why}`;
    }
    if ((await doneBy(one, before.length)) === refOf(name)) return undefined;
    return `refuses it: ${seenOn(answer)} ${answer.message}`;
  }

  /** Who has done the newest: an event of the idea or of an adoption of it, or what stands beside its record. */
  async function doneBy({ act, name, idea: { id } }: Try, happened: number): Promise<string | undefined> {
    const reaction = act.command && reactionOf(act.command.type);
    if (reaction) return (await city.app.reactions.of(id, reaction, refOf(name)))?.person;
    const after = await city.app.ideas.history(id);
    return after.length > happened ? after.at(-1)?.by : undefined;
  }

  function seeingFault({ act, name, idea, refused }: Try, answer: Answer): string | undefined {
    const told = whole(answer);
    const shown = {
      idea: told.includes(idea.words.title),
      form: told.includes('"verb":"edit"'),
      words: told.includes(idea.words.problem) || told.includes(idea.words.title),
      name: told.includes(persons.submitter.name) || name === 'submitter',
    }[act.sees ?? 'idea'];
    return shown === (refused === undefined) ? undefined : `${shown ? 'shows' : 'does not show'} ${act.sees}`;
  }

  /**
   * Every act by these people, on open ideas and on ones whose submitter's name is kept from others. What is refused is
   * tried on one of the two, in turns, so that every act and everybody has both.
   */
  async function faultsOf(names: readonly PersonName[]): Promise<string[]> {
    const faults: string[] = [];
    for (let row = 0; row < acts.length; row += ACTS_AT_ONCE) faults.push(...(await faultsFrom(row, names)));
    return faults;
  }

  /** The same for some acts of the table, from a row on. */
  async function faultsFrom(first: number, names: readonly PersonName[]): Promise<string[]> {
    const tries: Try[] = [];
    const ideas: Idea[] = [];
    const prepared = (act: AuditedAct, name: PersonName, confidential: boolean) => {
      const idea = anIdea(act, name, confidential);
      ideas.push(idea);
      return idea;
    };
    for (const [row, act] of acts.slice(first, first + ACTS_AT_ONCE).entries()) {
      for (const confidential of act.sees === 'name' ? [true] : [false, true]) {
        const shared = new Map<boolean, Idea>();
        for (const [column, name] of names.entries()) {
          const refused = refusalOf(act, name, confidential);
          if (refused && act.sees !== 'name' && confidential === ((first + row + column) % 2 === 0)) continue;
          const lost = (people[name] as Somebody).onLostIdea === true;
          // What is refused changes nothing, so one idea is enough for all of them.
          const idea = (refused && shared.get(lost)) || prepared(act, name, confidential);
          if (refused) shared.set(lost, idea);
          tries.push({ act, name, idea, refused });
        }
      }
    }
    const [any] = acts;
    const other = any && prepared(any, 'colleague', false).id;
    await store(ideas);
    const firsts = [...new Map(tries.map((one) => [one.idea, one])).values()];
    await Promise.all(firsts.map(({ act, name, idea }) => storeComment(act, name, idea)));
    await Promise.all(firsts.map(({ act, idea }) => storeLine(act, idea)));
    const followed = tries.filter(({ name }) => name === 'follower').map(({ idea }) => idea.id);
    await Promise.all([...new Set(followed)].map((id) => city.app.follows.add(id, refOf('follower'))));
    const faults: string[] = [];
    const waiting = [...tries];
    const work = async () => {
      for (let one = waiting.shift(); one; one = waiting.shift()) {
        const fault = await faultOf(one, other ?? '');
        if (fault) faults.push(`${people[one.name].title} · ${one.act.is}: ${fault}`);
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, work));
    const left = new Map(tries.flatMap(({ act, idea, refused }) => (refused ? [[idea, act] as const] : [])));
    const after = new Map(
      (await city.app.ideas.loadAll([...left.keys()].map(({ id }) => id))).map((it) => [it.id, it]),
    );
    for (const [idea, act] of left) {
      if (after.get(idea.id)?.seq !== idea.seq) faults.push(`Somebody · ${act.is}: does it although it is refused`);
    }
    city.deliveries.kick();
    await clearIdeas(city.storage.ideas, partition(), TARGET);
    return faults;
  }

  it('lets everybody do what the table says, and nothing else', async () => {
    expect(await faultsOf(personNames.filter((name) => !('whileAway' in people[name])))).toEqual([]);
  });

  it('lets a deputy do what the table says while a leader is away', async () => {
    await presses('leader', { verb: 'saveSettings', data: { awayUntil: '2026-11-30' } });
    expect(await faultsOf(personNames.filter((name) => 'whileAway' in people[name]))).toEqual([]);
  });
});
