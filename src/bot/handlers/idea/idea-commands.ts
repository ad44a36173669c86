import { tierFor } from '../../../app/idea/people/deciders.js';
import { funderFor, nextFunder, someoneFunds } from '../../../app/idea/people/funders.js';
import { colleague, ME, SUBMITTER } from '../../../app/person/colleague.js';
import { chainOf } from '../../../app/person/post-holders.js';
import type { VerbData } from '../../../cards/verbs.js';
import { readAmount } from '../../../domain/amount.js';
import type { Command } from '../../../domain/idea/commands.js';
import type { Refusal } from '../../../domain/idea/decide.js';
import { namesSomebody } from '../../../domain/idea/deciding/outside.js';
import { type FieldName, fields } from '../../../domain/idea/fields.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { costOf } from '../../../domain/idea/needs.js';
import { fundsAs } from '../../../domain/idea/policy.js';
import { effects } from '../../../domain/idea/use/follow-up.js';
import type { Words } from '../../../domain/idea/words.js';
import { postsOf } from '../../../domain/person/posts.js';
import { accept, type Result, refuse } from '../../../domain/result.js';
import type { Turn } from '../../turns/turn.js';

type ActData = VerbData<'act'>;
/** The command that a press and its inputs ask for, once the idea is known and the person may give it. */
type Prepare = (idea: Idea) => Promise<Result<Command, Refusal>>;
type Preparation = (turn: Turn, data: ActData) => Prepare;

/**
 * Begins to look up what the press names (a department, a colleague), beside the reading of the idea itself; nothing is
 * written before the person's right to do it has been judged.
 */
export const prepare: Preparation = (turn, data) => preparations[data.do](turn, data);

const always =
  (command: Command): Prepare =>
  async () =>
    accept(command);

const simply =
  (type: Simple): Preparation =>
  (_turn, data) =>
    // They are more than TypeScript follows in one literal.
    always({ type, data: {}, words: wordsIn(data) } as Command);

/** Commands that need nothing but the words that were written. */
type Simple = Exclude<
  {
    [T in Command['type']]: Record<never, never> extends Extract<Command, { type: T }>['data'] ? T : never;
  }[Command['type']],
  'withdraw' | 'submitResult'
>;

/** Whom a press names: what is written goes before who is picked. */
const namedIn = ({ personEmail, person }: ActData): string => personEmail?.trim() || person?.trim() || '';

/** A command that names somebody, oneself where nobody else is chosen. */
const naming =
  (
    make: (ref: string, data: ActData, idea: Idea, deps: Turn['deps'], me: string) => Command | Promise<Command>,
  ): Preparation =>
  ({ deps, person }, data) => {
    const written = namedIn(data) || ME;
    const found = written === SUBMITTER ? undefined : colleague(deps, person, written);
    return async (idea) => {
      const ref = found ? await found() : submitterOf(idea);
      return ref ? accept(await make(ref, data, idea, deps, person.ref)) : refuse({ code: 'unknownColleague' });
    };
  };

/** Nobody, once whoever sent it has had their data erased. */
const submitterOf = ({ submitter, submittersLeft }: Idea): string | undefined =>
  submittersLeft ? undefined : submitter;

/** A command on a comment, which is read beside the idea. */
const ofComment =
  (type: 'editComment' | 'removeComment' | 'hideComment' | 'showComment'): Preparation =>
  ({ deps }, data) => {
    const { idea: id, said } = data;
    return async () => {
      // Read after the idea, whose version guards it: what becomes of a comment changes the idea too.
      const event = said === undefined ? undefined : await deps.ideas.event(id, said);
      if (event?.type !== 'commented') return refuse({ code: 'notNow' });
      const { by, since } = event;
      return accept({
        type,
        data: { comment: event.seq, by, ...(since?.out && { out: since.out }) },
        words: wordsIn(data),
      });
    };
  };

const preparations: { readonly [T in ActData['do']]: Preparation } = {
  withdraw: (_turn, { hide }) => always({ type: 'withdraw', data: hide === 'true' ? { hide: true } : {}, words: {} }),
  withholdWords: simply('withholdWords'),
  ask: simply('ask'),
  answer: simply('answer'),
  comment: simply('comment'),
  thank: simply('thank'),
  reportProgress: simply('reportProgress'),
  acceptDriving: simply('acceptDriving'),
  declineDriving: simply('declineDriving'),
  acceptDoing: simply('acceptDoing'),
  declineDoing: simply('declineDoing'),
  reportDone: simply('reportDone'),
  plan: simply('plan'),
  sendBack: simply('sendBack'),
  takeBack: simply('takeBack'),
  submitResult: (_turn, { early }) =>
    always({ type: 'submitResult', data: early === 'true' ? { early: true } : {}, words: {} }),
  useHere: simply('useHere'),
  acceptOwning: simply('acceptOwning'),
  declineOwning: simply('declineOwning'),
  spread: simply('spread'),
  hide: simply('hide'),
  show: simply('show'),
  readHidden: simply('readHidden'),
  openToAll: simply('openToAll'),
  report: simply('report'),
  answerReport: simply('answerReport'),
  editComment: ofComment('editComment'),
  removeComment: ofComment('removeComment'),
  hideComment: ofComment('hideComment'),
  showComment: ofComment('showComment'),

  explore: naming((driver) => ({ type: 'explore', data: { driver }, words: {} })),
  nameDriver: naming(async (driver, _data, idea, deps, me) => {
    // Naming somebody else moves no money: only who takes the work on themself leaves it to the next.
    if (idea.waiting?.for !== 'funder' || !idea.money || driver !== me)
      return { type: 'nameDriver', data: { driver }, words: {} };
    const driven = { ...idea, driver: { person: driver, accepted: true } };
    const funder = await nextFunder(deps, driven, idea.money.asked, idea.money.funder);
    return { type: 'nameDriver', data: { driver, funder }, words: {} };
  }),
  nameOwner: naming((owner) => ({ type: 'nameOwner', data: { owner }, words: {} })),
  doNow: naming((doer, { until = '' }) => ({ type: 'doNow', data: { doer, until }, words: {} })),
  addCoSubmitter: (turn, data) =>
    namedIn(data)
      ? naming((person) => ({ type: 'addCoSubmitter', data: { person }, words: {} }))(turn, data)
      : async () => refuse({ code: 'unknownColleague' }),
  acceptJoining:
    ({ deps, person }) =>
    async (idea) => {
      // Where the new one was to decide, somebody else does.
      const together = { ...idea, coSubmitters: [...idea.coSubmitters, person.ref] };
      const tier = tierFor(await chainOf(deps, idea.department), together);
      return accept({ type: 'acceptJoining', data: { tier }, words: {} });
    },
  declineJoining: simply('declineJoining'),
  stepOut: simply('stepOut'),

  addPicture:
    ({ deps, person }, { picture }) =>
    async () =>
      // One that somebody else has sent would go with this idea, and be taken away with it.
      picture && (await deps.pictures.isFrom(picture, person.ref))
        ? accept({ type: 'addPicture', data: { picture }, words: {} })
        : refuse({ code: 'notNow' }),

  fill: (_turn, data) => {
    const { part, confirmed } = data;
    return async () =>
      part
        ? accept({ type: 'fill', data: { part, ...(confirmed === 'true' && { sure: true }) }, words: wordsIn(data) })
        : refuse({ code: 'notNow' });
  },
  submitPlan:
    ({ deps }) =>
    async (idea) => {
      const cost = costOf(idea) ?? 0;
      const asked = cost > 0 ? { funder: await funderFor(deps, idea, cost) } : {};
      return accept({ type: 'submitPlan', data: asked, words: {} });
    },
  approvePlan:
    ({ deps }) =>
    async (idea) => {
      const funder = await funderFor(deps, idea, costOf(idea) ?? 0);
      return accept({ type: 'approvePlan', data: { funder }, words: {} });
    },
  grant: (turn, data) => async (idea) => {
    // Without a sum all of it; one that cannot be read is refused like any that is no amount.
    const amount = data.amount?.trim() ? (readAmount(data.amount) ?? Number.NaN) : (idea.money?.asked ?? 0);
    return accept({ type: 'grant', data: { amount, ...restsOn(turn, idea) }, words: wordsIn(data) });
  },
  declineMoney: (turn, data) => async (idea) =>
    accept({ type: 'declineMoney', data: restsOn(turn, idea), words: wordsIn(data) }),
  noteDecision,
  extend: (_turn, data) => always({ type: 'extend', data: { until: data.until ?? '' }, words: wordsIn(data) }),
  backToTest: (_turn, data) => always({ type: 'backToTest', data: { end: data.until ?? '' }, words: wordsIn(data) }),

  scale: naming((owner, data, _idea, deps) => ({
    type: 'scale',
    data: { owner, departments: departmentsIn(deps, data) },
    words: {},
  })),
  invite: ({ deps }, data) => always({ type: 'invite', data: { departments: departmentsIn(deps, data) }, words: {} }),
  concern: ({ deps }, data) => always({ type: 'concern', data: { departments: departmentsIn(deps, data) }, words: {} }),
  adopt: (turn, data) => {
    const { department = '', status = 'using', start } = data;
    const day = start?.trim() || turn.kit.today;
    return always({ type: 'adopt', data: { department, status, start: day }, words: wordsIn(data) });
  },
  notNow: (_turn, data) =>
    always({ type: 'notNow', data: { department: data.department ?? '' }, words: wordsIn(data) }),
  stopUsing: (_turn, data) =>
    always({ type: 'stopUsing', data: { department: data.department ?? '' }, words: wordsIn(data) }),

  followUp: (_turn, data) => {
    const { use, effects: chosen = '' } = data;
    const seen = effects.filter((one) => chosen.split(',').includes(one));
    return always({ type: 'followUp', data: { ...(use && { use }), effects: seen }, words: wordsIn(data) });
  },

  passOn: ({ deps }, data) => {
    const { department = '' } = data;
    const to = deps.directory().department(department);
    if (!to) return async () => refuse({ code: 'unknownDepartment' });
    const chain = chainOf(deps, department);
    return async (idea) =>
      accept({
        type: 'passOn',
        data: { department, tier: tierFor(await chain, idea), ...(to.readFirst && { readFirst: true }) },
        words: wordsIn(data),
      });
  },
  reopen:
    ({ deps }, data) =>
    async (idea) => {
      const tier = tierFor(await chainOf(deps, idea.department), idea);
      return accept({ type: 'reopen', data: { tier }, words: wordsIn(data) });
    },
  close: ({ deps }, data) => {
    const channel = data.channel?.trim();
    const known = deps.settings().otherChannels.some(({ code }) => code === channel);
    if (channel && !known) return async () => refuse({ code: 'unknownChannel' });
    const tryAgainOn = data.tryAgainOn?.trim();
    const hide = data.hide === 'true' && { hide: true as const };
    const named = { ...(channel && { channel, ...hide }), ...(tryAgainOn && { tryAgainOn }) };
    return always({ type: 'close', data: named, words: wordsIn(data) });
  },
};

/** The delegation on which this person decides on the idea's money. */
function restsOn({ deps, person }: Turn, idea: Idea): { delegation?: string } {
  const directory = deps.directory();
  const funds = fundsAs(postsOf(person.emails, directory), idea, directory);
  const delegation = funds && directory.delegationOf(funds, idea.department);
  return delegation ? { delegation } : {};
}

/** Nothing is noted as decided outside while anybody may decide it here. */
async function someoneMay({ deps }: Turn, idea: Idea): Promise<boolean> {
  if (idea.waiting?.for === 'funder') return someoneFunds(deps, idea);
  return tierFor(await chainOf(deps, idea.department), idea) !== 'outside';
}

function noteDecision(turn: Turn, data: ActData): Prepare {
  const written = namedIn(data) || ME;
  const found = written === SUBMITTER ? undefined : colleague(turn.deps, turn.person, written);
  return async (idea) => {
    const { decision, on = '' } = data;
    if (!decision) return refuse({ code: 'badChoice', field: 'decision' });
    if (await someoneMay(turn, idea)) return refuse({ code: 'someoneMay' });
    const names = namesSomebody(decision);
    const person = names ? (found ? await found() : submitterOf(idea)) : undefined;
    if (names && !found && !person) return refuse({ code: 'unknownColleague' });
    const cost = costOf(idea) ?? 0;
    const amount = data.amount?.trim() ? (readAmount(data.amount) ?? Number.NaN) : (idea.money?.asked ?? 0);
    const noted = {
      ...{ decision, on: on.trim(), amount },
      ...(person && { person }),
      ...(decision === 'approvePlan' && cost > 0 && { funder: await funderFor(turn.deps, idea, cost) }),
    };
    return accept({ type: 'noteDecision', data: noted, words: wordsIn(data) });
  };
}

/** The departments that were chosen, each once; what is none is left out. */
const departmentsIn = ({ directory }: Pick<Turn['deps'], 'directory'>, { departments = '' }: ActData): string[] => [
  ...new Set(
    departments
      .split(',')
      .map((code) => code.trim())
      .filter((code) => directory().department(code)),
  ),
];

const wordKeys = [
  'question',
  'answer',
  'comment',
  'progress',
  'thanks',
  'reason',
  'tryAgain',
  'tried',
  'lesson',
  'done',
  'went',
  'contact',
  'diary',
  'taker',
] as const;
const answerKeys = Object.keys(fields) as FieldName[];

/** What was written into the card, whatever it was: the command's rule takes what it needs. */
export function wordsIn(data: ActData): Words {
  const pairs = [...wordKeys, ...answerKeys].flatMap((key) => (data[key] === undefined ? [] : [[key, data[key]]]));
  return Object.fromEntries(pairs) as Words;
}
