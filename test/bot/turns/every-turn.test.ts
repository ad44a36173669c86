import { type AuditedAct, acts, TARGET } from '../../../dev/audits/rights/acts';
import { forgedPress } from '../../../dev/audits/rights/forged';
import { commandOf, refusalOf, targetIdea } from '../../../dev/audits/rights/judged';
import { emailOf, type PersonName, people, personNames, type Somebody } from '../../../dev/audits/rights/people';
import { dueKinds } from '../../../src/app/idea/clock/time-passes';
import { bringDue } from '../../../src/app/records';
import type { ParsedCommand } from '../../../src/bot/conversation/commands';
import type { ExtensionKind } from '../../../src/bot/incoming';
import { buttons, commands } from '../../../src/bot/routes';
import { ideaActions, panels } from '../../../src/cards/idea/actions/tables';
import type { Verb } from '../../../src/cards/verbs';
import { beginRound } from '../../../src/delivery/outbox/gather-news';
import { type ChallengeDue, nextDue as nextOfChallenge } from '../../../src/domain/challenge/days';
import type { IdeaEvent } from '../../../src/domain/idea/events';
import { idAtPlace, newIdeaId, newIdempotencyKey, placeOfId } from '../../../src/domain/ids';
import { nextDue as nextOfObstacle, type ObstacleDue } from '../../../src/domain/obstacle/days';
import { type Day, instantAt, instantOf, millisecondsOf } from '../../../src/domain/time';
import { NEWS_DUE } from '../../../src/store/delivery/news';
import { dueDays } from '../../../src/store/idea/state/due-days';
import { dueKey, newsKey, recordsPartition } from '../../../src/store/keys';
import * as story from '../../../testing/samples/challenge/challenge-story';
import { hinder } from '../../../testing/samples/idea/hindering';
import { everyStanding, standingNames } from '../../../testing/samples/idea/standings';
import { close, given, leader, type Story, setting, submit, submitter } from '../../../testing/samples/idea/story';
import { arranger, MEETING_ID, plans } from '../../../testing/samples/meeting/meeting-story';
import { keeper, namer, naming, takes } from '../../../testing/samples/obstacle/obstacle-story';
import { adder, adds } from '../../../testing/samples/undertaking/undertaking-story';
import { storesChallenge } from '../../../testing/scenes/challenge/challenges';
import { sendsIdea } from '../../../testing/scenes/everyday';
import { storesMeeting } from '../../../testing/scenes/meeting/meetings';
import { storesObstacle } from '../../../testing/scenes/obstacle/obstacles';
import { type BotAlone, startBotAlone } from '../../../testing/scenes/running/bot-alone';
import {
  longStory,
  rowsBeside,
  rowsOfStory,
  type TownSize,
  townSizes,
  writeRows,
} from '../../../testing/scenes/sized-town';
import { storesUndertaking } from '../../../testing/scenes/undertaking/undertakings';
import { invokes, opensDialog, pastes, searches } from '../../../testing/teams/extension';
import type { Person } from '../../../testing/teams/person';

/** A challenge that much of the town answers. */
const CHALLENGE = 'CHA234';

const JPEG = { type: 'image/jpeg', extension: 'jpg', begins: [0xff, 0xd8, 0xff] } as const;

/** An undertaking that is planned. */
const UNDERTAKING = '0ACT1V';

/** An obstacle that is named. */
const OBSTACLE = '0BSTAC';

/** A challenge that nobody has come to own, and obstacles for which ideas wait: one that nobody takes care of, and one that somebody does. */
const [OWNERLESS, STANDING, TAKEN] = ['CHA235', '0BSTAD', '0BSTAE'];

/** A turn of the register: what it is called, and what it asks the bot. */
interface Asked {
  name: string;
  ask(): Promise<unknown>;
}

/** What a press of each button holds, of those that do nothing with an idea that is there; the others stand in the table of rights. */
type OnIdeas = NonNullable<AuditedAct['verb']> | 'act';
type Alone = { readonly [V in Verb]?: (town: Town) => Record<string, unknown> };
const pressed = {
  form: () => ({}),
  submit: ({ key }) => ({
    idempotencyKey: key(),
    title: 'Cykelpool',
    problem: 'Bilarna räcker inte.',
    department: 'VOO',
  }),
  submitText: ({ key }) => ({ idempotencyKey: key(), text: 'Fler cyklar.', department: 'VOO' }),
  sendDraft: ({ key }) => ({ idempotencyKey: key() }),
  editDraft: ({ key }) => ({ idempotencyKey: key() }),
  dropDraft: ({ key }) => ({ idempotencyKey: key() }),
  sayImprovement: ({ one }) => ({ idea: one, improvement: 'some' }),
  textToTellBack: ({ one }) => ({ idea: one }),
  howItBecame: ({ one }) => ({ idea: one }),
  lessonsOfYear: () => ({}),
  nominate: ({ key, one }) => ({ idea: one, idempotencyKey: key(), class: 'nytt', why: 'Alla har tjänat på det.' }),
  helpForm: ({ one }) => ({ idea: one }),
  askForHelp: ({ key, one }) => ({
    idea: one,
    idempotencyKey: key(),
    helpArea: 'it',
    helpWith: 'Vi behöver en timme.',
  }),
  helping: ({ key, one }) => ({ idea: one, help: key() }),
  answerHelp: ({ key, one }) => ({ idea: one, help: key(), yes: 'true' }),
  thankHelp: ({ key, one }) => ({ idea: one, help: key(), thanksFor: 'Bra.' }),
  helpOffer: () => ({}),
  saveHelpOffer: () => ({ helpAreas: 'it', helpHours: '2' }),
  answerNomination: ({ key, one }) => ({ idea: one, nomination: key(), yes: 'true' }),
  nominations: () => ({}),
  surveyScreen: () => ({ year: '2026', page: '0' }),
  sendAnswers: () => ({ year: '2026', s0: '5' }),
  skipSurvey: () => ({ year: '2026' }),
  capability: () => ({ department: 'VOO' }),
  beginSurvey: () => ({}),
  managerMirror: () => ({}),
  promiseForm: () => ({ department: 'VOO' }),
  promiseChange: ({ key }) => ({
    ...{ idempotencyKey: key(), department: 'VOO', what: 'Två timmar att prova.', until: '2027-03-01' },
  }),
  shareIdea: ({ one }) => ({ idea: one, sharingAct: 'ask' }),
  delegated: () => ({}),
  toRegister: () => ({}),
  myContribution: () => ({}),
  record: ({ key, one }) => ({ idea: one, copy: 'whole', format: 'page', idempotencyKey: key() }),
  sameProblem: ({ key, one }) => ({ idempotencyKey: key(), idea: one, draft: key(), said: 'true' }),
  existing: () => ({}),
  enter: ({ key }) => ({
    ...{ idempotencyKey: key(), stage: 'closed', department: 'VOO' },
    ...{ title: 'Cykelpool', problem: 'Bilarna räcker inte.', lesson: 'Ingen vill cykla i januari.' },
  }),
  next: () => ({}),
  mine: () => ({ page: '1' }),
  queue: () => ({ filter: 'all', page: '1' }),
  search: () => ({ query: 'cykelpool' }),
  challenges: () => ({}),
  challenge: () => ({ challenge: CHALLENGE, panel: 'more' }),
  challengeForm: () => ({}),
  publishChallenge: ({ key }) => ({
    ...{ idempotencyKey: key(), problem: 'Maten kallnar på väg till dem som bor längst bort.', offers: 'time' },
    ...{ owner: 'me', answerBy: '2026-12-14', resultBy: '2027-01-25', whose: 'VOO' },
  }),
  actOnChallenge: ({ key }) => ({
    ...{ challenge: CHALLENGE, decisionVersion: '1', idempotencyKey: key(), act: 'hideChallenge' },
  }),
  challengeAnswers: () => ({ challenge: CHALLENGE, page: '0' }),
  challengeSame: () => ({ challenge: CHALLENGE, on: 'true' }),
  challengeAgenda: () => ({ challenge: CHALLENGE }),
  challengeText: () => ({ challenge: CHALLENGE }),
  challengeOutside: () => ({ challenge: CHALLENGE, page: '0' }),
  leader: () => ({ query: 'miljö' }),
  day: () => ({}),
  week: () => ({ part: 'new', page: '1' }),
  stopDigest: () => ({}),
  pickDepartment: () => ({ department: 'VOO' }),
  changeDepartment: () => ({}),
  settings: () => ({}),
  saveSettings: () => ({ language: 'sv' }),
  disown: () => ({ post: 'leader.MIL' }),
  myData: () => ({}),
  readData: () => ({ page: '0' }),
  eraseMe: () => ({}),
  keepData: () => ({}),
  account: () => ({ claim: 'p0000000000000000', same: 'true' }),
  staffLoss: () => ({ source: 'file', gone: '25', yes: 'true' }),
  changeCounts: ({ key }) => ({ idempotencyKey: key(), change: '0123456789ABCDEF', keep: 'true' }),
  answerProposal: () => ({ proposal: 'post.VOO.leaders.0123456789ABCDEF', yes: 'true' }),
  posts: () => ({ department: 'VOO', part: 'leaders' }),
  changePosts: ({ key }) => ({ idempotencyKey: key(), department: 'VOO', part: 'aliases', words: 'hemtjänst' }),
  mergeDepartment: ({ key }) => ({ idempotencyKey: key(), from: 'VOO', department: 'MIL', along: 'true' }),
  splitDepartment: ({ key }) => ({ idempotencyKey: key(), from: 'VOO', units: 'HTN', department: 'MIL' }),
  postsRight: () => ({ department: 'VOO' }),
  nameMeans: () => ({ idempotencyKey: '0123456789ABCDEF', name: 'Miljöförv', department: 'MIL' }),
  obstacles: () => ({}),
  methods: () => ({ page: '0' }),
  method: ({ one }) => ({ method: 'five-talks', idea: one, page: '0' }),
  useMethod: ({ one }) => ({ method: 'five-talks', idea: one }),
  overview: () => ({ tab: 'everywhere', page: '0' }),
  exportFile: () => ({}),
  exportForm: () => ({}),
  followUp: () => ({}),
  group: ({ one }) => ({ idea: one }),
  actOnGroup: ({ one, key }) => ({ idea: one, idempotencyKey: key(), groupAct: 'addGroupStep', step: 'Ring' }),
  meetings: () => ({ page: '0' }),
  meetingForm: () => ({}),
  addMeeting: ({ key }) => ({
    ...{ idempotencyKey: key(), what: 'Prova', where: 'Torget', on: '2026-12-01', at: '09:00', minutes: '60' },
    forWhom: 'everybody',
  }),
  meeting: () => ({ meeting: MEETING_ID, panel: 'comers' }),
  actOnMeeting: ({ key }) => ({
    ...{ meeting: MEETING_ID, decisionVersion: '1', idempotencyKey: key(), meetingAct: 'comeToMeeting' },
  }),
  meetingFile: () => ({ meeting: MEETING_ID }),
  undertakings: () => ({ department: 'VOO', year: '2027', page: '0' }),
  undertakingForm: () => ({ department: 'VOO' }),
  addUndertaking: ({ key }) => ({
    ...{ idempotencyKey: key(), department: 'VOO', what: 'Svara i tid.', who: 'Enhetscheferna', until: '2026-12-10' },
  }),
  undertaking: () => ({ undertaking: UNDERTAKING, panel: 'move' }),
  actOnUndertaking: ({ key }) => ({
    ...{ undertaking: UNDERTAKING, decisionVersion: '1', idempotencyKey: key(), undertakingAct: 'hideUndertaking' },
  }),
  report: () => ({ period: '2026-T1' }),
  figureIdeas: () => ({ figure: 'tests', page: '0' }),
  obstacle: () => ({ obstacle: OBSTACLE, panel: 'take' }),
  actOnObstacle: ({ key }) => ({
    ...{ obstacle: OBSTACLE, decisionVersion: '1', idempotencyKey: key(), obstacleAct: 'hideObstacle' },
  }),
  help: () => ({}),
  dismiss: () => ({}),
  answerInstead: () => ({ text: 'Vem bestämmer?' }),
  typed: () => ({ text: 'Fler cyklar.' }),
  // Last: nobody who presses is known after it.
  eraseMeNow: () => ({}),
} as const satisfies Alone;

/** What is written for each command. */
const written: { readonly [C in ParsedCommand['command']]: (town: Town) => string } = {
  idea: () => 'idé fler cyklar',
  mine: () => 'mina idéer',
  queue: () => 'min tur',
  open: ({ one }) => one,
  why: ({ one }) => `varför ${one}`,
  status: () => 'status',
  search: () => 'sök cykelpool',
  existing: () => 'det gör vi redan',
  challenges: () => 'utmaningar',
  obstacles: () => 'hinder',
  overview: () => 'översikt',
  methods: () => 'metoder',
  leader: () => 'innovationsledare',
  day: () => 'idag',
  week: () => 'veckan',
  settings: () => 'inställningar',
  myData: () => 'mina uppgifter',
  eraseMe: () => 'ta bort mina uppgifter',
  help: () => 'hjälp',
  thanks: () => 'tack',
  text: () => 'Fler lånecyklar vid porten',
};

/** What somebody asks for in another chat. */
const elsewhere: { readonly [K in ExtensionKind]: (town: Town, person: Person) => Promise<unknown> } = {
  extensionQuery: (_, person) => searches(person, 'cykelpool'),
  extensionItem: ({ one }, person) => pastes(person, `https://idelotsen.example/ideas/${one}`),
  dialogOpen: (_, person) => opensDialog(person, { html: 'Fler cyklar.', author: person.aadObjectId }),
  dialogSend: (town, person) =>
    invokes(person, 'submitAction', { commandId: 'newIdea', data: { ...pressed.submit(town), verb: 'submit' } }),
};

/** A panel is opened in the situation in which its command can be given; what no command asks by, on an idea that is introduced. */
const situationOf = (panel: string): AuditedAct | undefined =>
  acts.find(({ command }) => command?.type === panel) ?? acts.find(({ command }) => command?.type === 'invite');

type Town = Awaited<ReturnType<typeof townOf>>;

/** The bot in a town of a size, with everybody of the table of rights in it. */
async function townOf(size: TownSize) {
  const bot: BotAlone = await startBotAlone({ now: setting.now, organisation: size.organisation() });
  const random = (count: number) => bot.app.random(count);
  const key = () => newIdempotencyKey(random);
  const byRef = new Map<string, Person>();
  const persons = {} as Record<PersonName, Person>;
  for (const name of personNames) {
    const somebody: Somebody = people[name];
    const email = emailOf(somebody) ?? `${name.toLowerCase()}@soderhamra.example`;
    persons[name] = byRef.get(somebody.ref) ?? bot.teams.person({ name: `Demo ${somebody.title}`, email });
    byRef.set(somebody.ref, persons[name]);
  }
  byRef.set('pNEW', bot.teams.person({ name: 'Demo Ny', email: 'ny@soderhamra.example' }));
  await Promise.all([...new Set(byRef.values())].map((person) => person.says('tack')));
  const refs = new Map<string, string>();
  for (const [ref, { aadObjectId }] of byRef) {
    const found = await bot.app.people.byIdentity({ tenant: bot.teams.tenantId, objectId: aadObjectId });
    refs.set(ref, found?.person.ref ?? '');
  }
  /** With the references of this town in the place of the stories’. */
  const here = <T>(value: T): T =>
    JSON.parse(
      JSON.stringify(value).replace(/"(p[A-Z]+)"/g, (all, ref) => (refs.has(ref) ? `"${refs.get(ref)}"` : all)),
    );
  const talker = refs.get('pADOPTER') ?? '';

  /** An idea as its story leaves it, in this town; gives its id. */
  async function stored(story: Pick<Story, 'idea' | 'events'>, id = newIdeaId(random), comment?: IdeaEvent) {
    const { idea, events } = here({ idea: { ...story.idea, id }, events: story.events });
    const told = longStory({ idea, events }, size.comments, talker, comment);
    await writeRows(bot.storage, [...rowsOfStory(bot.app, told), ...rowsBeside(bot.app, idea, size)]);
    return told.idea;
  }

  await stored(
    { idea: targetIdea, events: given([submitter, submit({ department: 'SBK', submitter: 'pSTRANGER' })]).events },
    TARGET,
  );
  const waiting = given([submitter, submit()]);
  // Before all others in the queue and by their ids, so that first pages show the same in both towns, whoever reads of themselves.
  const many = Array.from({ length: size.ideas }, (_, n) => ({
    ...waiting.idea,
    ...{ id: idAtPlace(placeOfId('0002A0') + BigInt(n)), answerBy: '2026-11-20', promised: '2026-11-20' },
    challenge: CHALLENGE,
  }));
  const said = waiting.idea.seq;
  const events = [
    ...waiting.events,
    commentOf({ comment: said + 1, by: 'pLEADER' }),
    commentOf({ comment: said + 2, by: 'pOFFICE' }),
  ];
  const rows = many.flatMap((idea) => rowsOfStory(bot.app, here({ idea: { ...idea, seq: said + 2 }, events })));
  await writeRows(bot.storage, rows);
  const published = [story.publisher, story.propose({ department: 'SBK' })] as const;
  await storesChallenge(bot.app, CHALLENGE, 1, published, [story.asked, story.accepts]);
  for (let n = 2; n < size.ideas / 8; n++)
    await storesChallenge(bot.app, idAtPlace(placeOfId('0009A0') + BigInt(n)), n, published, [
      story.asked,
      story.accepts,
    ]);
  for (let n = 0; n < 9; n++) await sendsIdea(persons.colleague, { department: 'VOO' });
  await storesObstacle(bot.app, OBSTACLE, [namer, naming()]);
  await storesUndertaking(bot.app, UNDERTAKING, [adder, adds()]);
  await storesMeeting(bot.app, MEETING_ID, [arranger, plans()]);
  await storesChallenge(bot.app, OWNERLESS, 40, published);
  await storesObstacle(bot.app, STANDING, [namer, naming()]);
  await storesObstacle(bot.app, TAKEN, [namer, naming()], [keeper, takes()]);
  for (const [at, obstacle] of [STANDING, TAKEN].entries()) {
    const stopped = given([submitter, submit()], [leader, close()], [leader, hinder(obstacle)]);
    const ids = Array.from({ length: size.ideas / 8 }, (_, n) => idAtPlace(placeOfId(`000${at + 4}A0`) + BigInt(n)));
    const rows = ids.flatMap((id) => rowsOfStory(bot.app, here({ ...stopped, idea: { ...stopped.idea, id } })));
    await writeRows(bot.storage, rows);
  }
  await bot.findable();
  return { bot, size, persons, refs, random, key, here, stored, one: many[0]?.id ?? '' };
}

const presses = (person: Person, verb: string, data: object) =>
  person.delivers({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb, data: { ...data, verb } } },
  });

/** Who may do what an act is, if anybody may. */
const whoMay = (act: AuditedAct): PersonName =>
  personNames.find(
    (name) => !('whileAway' in people[name]) && !('onLostIdea' in people[name]) && !refusalOf(act, name),
  ) ?? 'leader';

/** What is done with an idea that is there, each by somebody who may. */
async function onIdeas(town: Town): Promise<Asked[]> {
  const { bot, stored, persons, here, random, key } = town;
  return Promise.all(
    acts.map(async (act): Promise<Asked> => {
      const name = whoMay(act);
      const { data } = commandOf(act, people[name].ref) ?? {};
      const comment = data && 'comment' in data ? commentOf(here(data)) : undefined;
      const [idea, other] = [await stored(given(...act.given), undefined, comment), town.one];
      const picture = act.command?.type === 'addPicture' ? `${key()}.jpg` : undefined;
      if (picture)
        await bot.app.pictures.put(picture, new Uint8Array([0xff, 0xd8, 0xff, 1]), JPEG, here(people[name].ref));
      const { verb, data: held } = forgedPress(act, idea, {
        ...{ idempotencyKey: newIdempotencyKey(random), other, picture },
        named: 'ny@soderhamra.example',
      });
      return { name: `${verb}: ${act.is}`, ask: () => presses(persons[name], verb, held) };
    }),
  );
}

const commentOf = ({ comment: seq, by }: { comment: number; by: string }): IdeaEvent => ({
  ...({
    type: 'commented',
    seq,
    by,
    at: setting.now,
    day: '2026-11-16',
    to: { stage: 'submitted' },
    data: {},
  } as const),
  words: { comment: 'Kan vi prova?' },
});

async function opened({ stored, persons }: Town): Promise<Asked[]> {
  return Promise.all(
    panels.map(async (panel): Promise<Asked> => {
      const act = situationOf(panel);
      if (!act) throw new Error(`No situation for the panel ${panel}`);
      const { id } = await stored(given(...act.given));
      const data = { idea: id, panel, part: 'worth', said: '2', department: 'SBK' };
      return { name: `panel ${panel}`, ask: () => presses(persons[whoMay(act)], 'panel', data) };
    }),
  );
}

/** The same of somebody who leads and of somebody who has sent much. */
function alone(town: Town): Asked[] {
  const { persons } = town;
  const verbs = Object.keys(pressed) as (keyof typeof pressed)[];
  return (['leader', 'office', 'submitter'] as const).flatMap((name) => [
    ...(Object.keys(written) as (keyof typeof written)[]).map((command) => ({
      name: `${name} writes ${command}`,
      ask: () => persons[name].says(written[command](town)),
    })),
    ...verbs
      .filter((verb) => verb !== 'eraseMeNow')
      .map((verb) => ({
        name: `${name} presses ${verb}`,
        ask: () => presses(persons[name], verb, pressed[verb](town)),
      })),
    ...(Object.keys(elsewhere) as ExtensionKind[]).map((kind) => ({
      name: `${name} asks elsewhere for ${kind}`,
      ask: () => elsewhere[kind](town, persons[name]),
    })),
  ]);
}

/** Of each turn the requests to tables, by its name. */
async function costsOf(town: Town, turns: readonly Asked[]): Promise<Record<string, number>> {
  const costs: Record<string, number> = {};
  for (const { name, ask } of turns) costs[name] = await town.bot.requests(ask);
  return costs;
}

/** An idea to which time brings this, and when. */
function dueOf(kind: string): { story: Story; due: string; day: Day } {
  for (const standing of standingNames) {
    const story = given(...everyStanding[standing]);
    const found = dueDays(story.idea).find(([name]) => name.split('.')[0] === kind);
    if (found) return { story, due: found[0], day: found[1] };
  }
  throw new Error(`Time brings ${kind} to no idea of the standings`);
}

describe('every turn and every due row', () => {
  const towns = {} as Record<keyof typeof townSizes, Town>;
  beforeAll(async () => {
    for (const size of ['small', 'large'] as const) towns[size] = await townOf(townSizes[size]);
  });
  afterAll(() => Promise.all(Object.values(towns).map(({ bot }) => bot.stop())));

  const inBoth = async (turns: (town: Town) => Promise<Asked[]> | Asked[]) => {
    const [small, large] = [towns.small, towns.large];
    return { small: await costsOf(small, await turns(small)), large: await costsOf(large, await turns(large)) };
  };

  it('stands in this register', () => {
    const onIdea = new Set<Verb>(acts.map(({ verb = 'act' }) => verb satisfies OnIdeas));
    expect([...onIdea, ...Object.keys(pressed)].sort()).toEqual(Object.keys(buttons).sort());
    expect(Object.keys(written).sort()).toEqual(Object.keys(commands).sort());
    const given = new Set(acts.flatMap(({ command }) => command?.type ?? []));
    expect(ideaActions.filter((action) => !given.has(action))).toEqual([]);
    for (const kind of dueKinds) expect(dueOf(kind).due.split('.')[0]).toBe(kind);
  });

  it('costs as much, done with an idea, where there is much of everything', async () => {
    const { small, large } = await inBoth(onIdeas);
    expect(large).toEqual(small);
  });

  it('costs as much to open any part of a card', async () => {
    const { small, large } = await inBoth(opened);
    expect(large).toEqual(small);
  });

  it('costs as much, asked for by somebody who leads, by the office and by somebody who has sent much', async () => {
    const { small, large } = await inBoth(alone);
    expect(large).toEqual(small);
  });

  it('costs as much when time brings it', async () => {
    const kinds = dueKinds
      .map((kind) => ({ kind, ...dueOf(kind) }))
      .sort((one, other) => (one.day < other.day ? -1 : 1));
    const costs: Record<string, Record<string, number>> = {};
    for (const [size, town] of Object.entries(towns)) {
      const { bot, stored } = town;
      const counted: Record<string, number> = {};
      const { id } = await stored(given([submitter, submit()]));
      const partitionKey = recordsPartition(bot.app.settings().municipality.code);
      const name = { record: 'idea', id };
      const justBefore = instantOf(millisecondsOf(setting.now) + 3_600_000 - 1);
      await writeRows(bot.storage, [
        ['create', { partitionKey, rowKey: newsKey(id), ...name, toldAt: setting.now, waiting: '2 3' }],
        ['create', { partitionKey, rowKey: dueKey(justBefore, id, NEWS_DUE), ...name }],
      ]);
      const round = { record: 'idea', id } as const;
      counted[NEWS_DUE] = await bot.requests(async () => expect(await beginRound(bot.delivery, round)).toBe(true));
      for (const { kind, story, due, day } of kinds) {
        const idea = await stored(story);
        const at = millisecondsOf(instantAt(day, 9, setting.timeZone));
        bot.pass(Math.max(0, at - millisecondsOf(bot.app.now())));
        const row = { record: 'idea', id: idea.id, kind: town.here(due) } as const;
        counted[kind] = await bot.requests(async () =>
          expect([kind, await bringDue(bot.app, row)]).toEqual([kind, true]),
        );
      }
      costs[size] = counted;
    }
    expect(costs.large).toEqual(costs.small);
  });

  it('costs as much when time brings it to a challenge or to an obstacle, whoever answers and whatever waits', async () => {
    const costs: Record<string, Record<string, number>> = {};
    for (const [size, { bot }] of Object.entries(towns)) {
      const { app } = bot;
      const { calendar } = app.settings();
      const counted: Record<string, number> = {};
      const next = async (
        record: 'challenge' | 'obstacle',
        id: string,
      ): Promise<ChallengeDue | ObstacleDue | undefined> => {
        if (record === 'challenge') {
          const stored = await app.challenges.load(id);
          return stored && nextOfChallenge(stored.challenge, calendar);
        }
        const stored = await app.obstacles.load(id);
        return stored && nextOfObstacle(stored.obstacle, calendar);
      };
      for (const [record, id] of [
        ...[['challenge', CHALLENGE] as const, ['challenge', OWNERLESS] as const],
        ...[['obstacle', STANDING] as const, ['obstacle', TAKEN] as const],
      ]) {
        for (let due = await next(record, id); due; due = await next(record, id)) {
          const at = millisecondsOf(instantAt(due.on, 9, setting.timeZone));
          bot.pass(Math.max(0, at - millisecondsOf(app.now())));
          const { type } = due;
          counted[`${id} ${type}`] = await bot.requests(async () =>
            expect([type, await bringDue(app, { record, id, kind: 'next' })]).toEqual([type, true]),
          );
        }
      }
      costs[size] = counted;
    }
    expect(costs.large).toEqual(costs.small);
    const brought: Record<(ChallengeDue | ObstacleDue)['type'], true> = {
      ...{ ownerReminded: true, challengeLapsed: true, answersClosed: true, resultReminded: true, resultLate: true },
      ...{
        leftUntold: true,
        obstacleLookedAt: true,
        obstacleReminded: true,
        obstacleLate: true,
        obstacleGivenUp: true,
      },
      obstacleFaded: true,
    };
    const seen = new Set(Object.keys(costs.small ?? {}).map((name) => name.split(' ')[1]));
    expect([...seen].sort()).toEqual(Object.keys(brought).sort());
  });
});
