import type { Command, CommandData } from '../../../src/domain/idea/commands.js';
import { type Actor, decide, type Refusal, type Setting } from '../../../src/domain/idea/decide.js';
import type { IdeaEvent } from '../../../src/domain/idea/events.js';
import { evolve } from '../../../src/domain/idea/evolve.js';
import type { PartName } from '../../../src/domain/idea/fields.js';
import type { FunderTier, Idea } from '../../../src/domain/idea/idea.js';
import type { Words } from '../../../src/domain/idea/words.js';
import { doer, driver, driverOnly, funder, invitee, leader, otherLeader, owner, setting, submitter } from './actors.js';
import { make } from './make-command.js';

export * from './actors.js';
export * from './clock-commands.js';

/** Every command in its simplest accepted form. */
export const submit = (data: Partial<CommandData['submit']> = {}, words: Words = {}): Command =>
  make(
    'submit',
    {
      ...{ id: 'K7M4QX', submitter: 'pSUBMITTER', coSubmitters: [] },
      ...{ department: 'VOO', confidential: false, tier: 'leader' as const },
      ...data,
    },
    { title: 'Delade cyklar', problem: 'Personalen får vänta på bilar varje morgon.', ...words },
  );
/** Something that exists already, as its department's leader enters it. */
export const enter = (data: Partial<CommandData['enter']> = {}, words: Words = {}): Command =>
  make(
    'enter',
    {
      ...{ id: 'K7M4QX', stage: 'piloting' as const, submitter: 'pLEADER' },
      ...{ department: 'VOO', tier: 'deputy' as const },
      ...data,
    },
    {
      ...{ title: 'Sensorer i soptunnor', problem: 'Tunnorna töms fast de är halvtomma.' },
      ...{ lesson: 'Turerna har blivit färre.', end: '2027-02-01', ...words },
    },
  );
export const edit = (words: Words = {}, confidential = false): Command =>
  make('edit', { confidential }, { title: 'Egna cyklar', problem: 'Bilarna räcker inte.', ...words });
export const withdraw: Command = make('withdraw', {});
export const withdrawAndHide: Command = make('withdraw', { hide: true });
export const withholdWords: Command = make('withholdWords', {});
export const ask = (question = 'Hur många väntar?'): Command => make('ask', {}, { question });
export const answer = (text = 'Sex personer.'): Command => make('answer', {}, { answer: text });
export const sendToChallenge: Command = make('sendToChallenge', { tier: 'leader' });
export const leaveAsleep: Command = make('leaveAsleep', {});
export const reopen: Command = make('reopen', { tier: 'leader' }, { reason: 'Bilarna räcker inte längre.' });
export const addCoSubmitter = (person = 'pFRIEND'): Command => make('addCoSubmitter', { person });
export const acceptJoining: Command = make('acceptJoining', {});
export const declineJoining: Command = make('declineJoining', {});
export const lapseJoining = (person = 'pFRIEND'): Command => make('lapseJoining', { person });
export const stepOut: Command = make('stepOut', {});
export const addPicture = (picture = 'K7M4QX-1.jpg'): Command => make('addPicture', { picture });
export const comment = (text = 'Kan vi prova hos oss också?'): Command => make('comment', {}, { comment: text });
export const thank: Command = make('thank', {});
export const thankWith = (thanks: string): Command => make('thank', {}, { thanks });
export const need: Command = make('need', {});
export const hideNeed = (by = 'pADOPTER'): Command => make('hideNeed', { by });
export const takePart = (department = 'SBK', contact = 'Enhetschef Gata') =>
  make('takePart', { department }, { contact });
export const leavePart = (department = 'SBK') => make('leavePart', { department }, { reason: 'Inte i år.' });
export const testToo = (department = 'SBK', start = '2026-12-01'): Command => make('testToo', { department, start });
export const reportProgress = (progress = 'Cyklarna kommer i maj.') => make('reportProgress', {}, { progress });
export const concern = (...departments: string[]): Command =>
  make('concern', { departments: departments.length > 0 ? departments : ['SBK'] });
/** The leader drives it unless somebody else is named. */
export const exploreWith = (driver: string): Command => make('explore', { driver });
export const explore: Command = exploreWith('pLEADER');
export const nameDriver = (person = 'pDRIVER', funder?: FunderTier): Command =>
  make('nameDriver', { driver: person, ...(funder && { funder }) });
export const acceptDriving: Command = make('acceptDriving', {});
export const declineDriving = (reason = 'Jag har inte tid i höst.'): Command => make('declineDriving', {}, { reason });
export const postpone = (until = '2027-02-01', reason = 'Vi har inte plats nu.'): Command =>
  make('postpone', { until }, { reason });
export const doNow = (person = 'pDOER', until = '2026-12-01'): Command => make('doNow', { doer: person, until });
export const acceptDoing: Command = make('acceptDoing', {});
export const declineDoing = (reason = 'Jag hinner inte.'): Command => make('declineDoing', {}, { reason });
/** One part of what is needed, as its form sends it. `sure`: more money than was granted has been used, indeed. */
export const fill = (part: PartName, answers: Words, sure = false): Command =>
  make('fill', { part, ...(sure && { sure }) }, answers);
export const plan: Command = make('plan', {});
export const submitPlan: Command = make('submitPlan', {});
/** Of somebody who decides on ideas there: it needs no approval. */
export const sendOwnPlan = (tier: FunderTier = 'manager'): Command => make('submitPlan', { funder: tier });
export const approvePlan = (tier: FunderTier = 'manager'): Command => make('approvePlan', { funder: tier });
export const sendBack = (reason = 'Skriv också vem som lånar ut cyklarna.'): Command =>
  make('sendBack', {}, { reason });
export const takeBack: Command = make('takeBack', {});
export const grant = (amount = 50_000, words: Words = { diary: 'VOO 2026-0412' }): Command =>
  make('grant', { amount, delegation: 'Delegationsordning VOO 2026, punkt 4.2' }, words);
export const declineMoney = (reason = 'Budgeten för i år är slut.'): Command =>
  make('declineMoney', { delegation: 'Delegationsordning VOO 2026, punkt 4.2' }, { reason, diary: 'VOO 2026-0413' });
/** A decision that was taken outside, by somebody who is not here. */
export const noteDecision = (
  decision: CommandData['noteDecision']['decision'],
  more: Partial<CommandData['noteDecision']> = {},
  words: Words = {},
): Command =>
  make(
    'noteDecision',
    { decision, on: '2026-11-16', ...more },
    { taker: 'Kommundirektören', reason: 'Alla hos oss är jäviga.', diary: 'KS 2026-0077', ...words },
  );
export const extend = (until = '2027-06-30', reason = 'Vi vill prova en vår också.'): Command =>
  make('extend', { until }, { reason });
export const stopAsAgreed: Command = make('stopAsAgreed', {}, { tried: 'Tre cyklar.', lesson: 'Vintern är för hal.' });
export const submitResult: Command = make('submitResult', { early: true });
export const useHere = (done = 'Cyklarna är kvar hos oss.'): Command => make('useHere', {}, { done });
export const scale = (departments = ['SBK', 'UTB', 'KOF'], person = 'pOWNER'): Command =>
  make('scale', { owner: person, departments });
export const nameOwner = (person = 'pOWNER'): Command => make('nameOwner', { owner: person });
export const acceptOwning: Command = make('acceptOwning', {});
export const declineOwning = (reason = 'Fordonen sköts av en annan enhet.'): Command =>
  make('declineOwning', {}, { reason });
export const invite = (...departments: string[]): Command => make('invite', { departments });
export const adopt = (status: 'testing' | 'using' = 'using', start = '2027-04-01'): Command =>
  make('adopt', { department: 'SBK', status, start }, { contact: 'Enhetschef Park' });
export const notNow = (reason = 'Vi bygger om till hösten.'): Command =>
  make('notNow', { department: 'SBK' }, { reason });
export const stopUsing = (reason = 'Vi har köpt egna cyklar.'): Command =>
  make('stopUsing', { department: 'SBK' }, { reason });
export const backToTest = (end = '2027-08-31', reason = 'Vi vet inte än om det fungerar på vintern.'): Command =>
  make('backToTest', { end }, { reason });
export const spread = (done = 'Fyra förvaltningar använder cyklarna.'): Command => make('spread', {}, { done });
export const followUp = (went = 'Cyklarna används varje dag.'): Command => make('followUp', {}, { went });
/** The answer to whether an idea is used, with where it is seen. */
export const answerUse = (
  use: CommandData['followUp']['use'] = 'used',
  effects: CommandData['followUp']['effects'] = ['time'],
  went = '',
): Command => make('followUp', { ...(use && { use }), ...(effects && { effects }) }, { went });
export const retire = (went = 'Cyklarna är utslitna. Nästa gång köper vi med garanti.'): Command =>
  answerUse('notAnymore', ['time', 'climate'], went);
export const reportDone = (done = 'Tre cyklar är köpta.'): Command => make('reportDone', {}, { done });
export const passOn = (
  department = 'SBK',
  tier: CommandData['passOn']['tier'] = 'leader',
  reason = 'Ni har hand om cyklarna.',
): Command => make('passOn', { department, tier }, { reason });
export const close = (
  words: Words = { reason: 'Det finns redan bilar.' },
  channel?: string,
  tryAgainOn?: string,
): Command => make('close', { ...(channel && { channel }), ...(tryAgainOn && { tryAgainOn }) }, words);
export const merge = (into = 'Q4X7MK'): Command => make('merge', { into }, { reason: 'De handlar om samma sak.' });
export const absorb = (from = 'Q4X7MK', submitters = ['pFRIEND']): Command => make('absorb', { from, submitters });
export const proposeMerge = (into = 'Q4X7MK', reason = 'De handlar om samma sak.'): Command =>
  make('proposeMerge', { into, intoVersion: 1, department: 'SBK', tier: 'leader', barred: [] }, { reason });
export const acceptMerge: Command = make('acceptMerge', {});
export const declineMerge: Command = make('declineMerge', {});
export const endProposal = (why: CommandData['endProposal']['why'] = 'date'): Command => make('endProposal', { why });
export const hide: Command = make('hide', {});
export const show: Command = make('show', {});
export const readHidden: Command = make('readHidden', {});
export const openToAll: Command = make('openToAll', {});
export const report = (reason = 'Det står ett namn i texten.'): Command => make('report', {}, { reason });
export const answerReport: Command = make('answerReport', {});
/** A comment as storage knows it: the second event of a story, by somebody of other departments, unless said otherwise. */
type OfComment = Partial<CommandData['editComment']>;
const theComment = (of: OfComment): CommandData['editComment'] => ({ comment: 2, by: 'pADOPTER', ...of });
export const editComment = (text = 'Kan vi prova?', of: OfComment = {}): Command =>
  make('editComment', theComment(of), { comment: text });
export const removeComment = (of: OfComment = {}): Command => make('removeComment', theComment(of));
export const hideComment = (of: OfComment = {}): Command => make('hideComment', theComment(of));
export const showComment = (of: OfComment = {}): Command => make('showComment', { ...theComment(of), out: 'hidden' });
export const atTurn = (command: Command, decisionVersion: number): Command => ({ ...command, decisionVersion });

export type Step = readonly [Actor, Command] | readonly [Actor, Command, Setting];

export const submitted: Step = [submitter, submit()];

/** A colleague is asked whether the idea is theirs too, and says yes. */
export const joins = (person = 'pFRIEND'): Step[] => [
  [submitter, addCoSubmitter(person)],
  [{ ...invitee, ref: person }, acceptJoining],
];

export interface Story {
  idea: Idea;
  events: readonly IdeaEvent[];
  /** What the command does to the idea; throws where it is refused. */
  when(actor: Actor, command: Command, world?: Setting): { before: Idea; event: IdeaEvent; idea: Idea };
  /** Why the command is refused; throws where it is not. */
  refusal(actor: Actor, command: Command, world?: Setting): Refusal;
}

/** An idea after these steps, each of which must be accepted. */
export function given(...steps: readonly Step[]): Story {
  const events: IdeaEvent[] = [];
  let idea: Idea | undefined;
  for (const [who, command, world] of steps) {
    const event = accepted(command, idea, who, world);
    idea = evolve(idea, event, 'K7M4QX');
    events.push(event);
  }
  if (!idea) throw new Error('A story begins with a step');
  const before = idea;
  return {
    idea: before,
    events,
    when(who, command, world) {
      const event = accepted(command, before, who, world);
      return { before, event, idea: evolve(before, event) };
    },
    refusal(who, command, world = setting) {
      const result = decide(command, before, who, world);
      if (result.ok) throw new Error(`${command.type} was accepted`);
      return result.refusal;
    },
  };
}

function accepted(command: Command, idea: Idea | undefined, who: Actor, world: Setting = setting): IdeaEvent {
  const result = decide(command, idea, who, world);
  if (!result.ok) throw new Error(`${command.type} was refused: ${result.refusal.code}`);
  return result.value;
}

const exploring: Step[] = [submitted, [leader, explore]];

/** What is needed before an idea can be planned, filled in by whoever drives it. */
export const explored = (by: Actor = driver): Step[] => [
  [by, fill('concerned', { groups: 'users,colleagues', participation: 'De äldre berättar hur besöken känns.' })],
  [by, fill('source', { origins: 'colleague' })],
  [by, fill('expectation', { expectation: 'Besöken börjar i tid.' })],
  [by, fill('worth', { worth: 'En timme om dagen.' })],
];

/** A plan with its cost, in whole SEK; with one that makes no small test also the goal, partners and procurement. */
export const planned = (cost = 0, by: Actor = driver): Step[] => [
  [by, fill('cost', { cost: String(cost) })],
  [by, fill('activity', { activity: 'Tre cyklar lånas ut.', companions: 'Hemtjänst Söder.' })],
  [by, fill('time', { start: '2026-12-01', end: '2027-02-28' })],
  [by, fill('sign', { sign: 'Färre besök blir sena.' })],
  ...(cost >= setting.smallTestLimit
    ? ([
        [by, fill('goal', { measure: 'Sena besök i veckan', today: '30', target: '5' })],
        [by, fill('partners', { partners: 'Cykelverkstaden i centrum.' })],
        [by, fill('procurement', { procurement: 'no' })],
      ] satisfies Step[])
    : []),
];

const planning: Step[] = [...exploring, ...explored(), [driver, plan]];
const handedIn = (cost = 0): Step[] => [...planning, ...planned(cost), [driverOnly, submitPlan]];
const askedForMoney: Step[] = [...handedIn(80_000), [otherLeader, approvePlan()]];
/** The same with hours of work beside the money. */
const askedForHours: Step[] = [
  ...planning,
  [driver, fill('cost', { cost: '80000', hours: '40' })],
  ...planned(80_000).slice(1),
  [driverOnly, submitPlan],
  [otherLeader, approvePlan()],
];
const piloting: Step[] = [...handedIn(), [otherLeader, approvePlan()]];
const result: Step = [
  driver,
  fill('result', {
    outcome: 'Sena besök blev färre: från 30 till 8 i veckan.',
    learned: 'Cyklarna behöver dubbdäck på vintern.',
    recommendation: 'scale',
  }),
];
const tested: Step[] = [...piloting, result, [driver, submitResult]];
const scaling: Step[] = [...tested, [leader, scale()], [owner, acceptOwning]];

/** Every standing that an idea can have, by name. */
export const standings = {
  submitted: [submitted],
  asked: [submitted, [leader, ask()]],
  doingAsked: [submitted, [leader, doNow()]],
  doing: [submitted, [leader, doNow()], [doer, acceptDoing]],
  exploring,
  exploringAsked: [...exploring, [driver, ask()]],
  drivingAsked: [submitted, [leader, exploreWith('pDRIVER')]],
  planning,
  planSubmitted: handedIn(),
  askedForMoney,
  piloting,
  funded: [...askedForMoney, [funder, grant()]],
  tested,
  scalingAsked: [...tested, [leader, scale()]],
  scaling,
  inUse: [...exploring, [driver, reportDone()]],
  spread: [...scaling, [owner, spread()]],
  closed: [submitted, [leader, close()]],
  withdrawn: [submitted, [submitter, withdraw]],
} as const satisfies Record<string, readonly Step[]>;
export type StandingName = keyof typeof standings;
/** Those of them in which hours of work stand beside the money. */
export const standingsWithHours = {
  askedForHours,
  fundedHours: [...askedForHours, [funder, grant()]],
} as const satisfies Record<string, readonly Step[]>;

/** What people wrote in these stories, in whatever language their reader has. */
export const writtenInStories: readonly string[] = [...Object.values(standings).flat(), ...planned(80_000)].flatMap(
  ([, { words }]) => Object.values(words),
);
