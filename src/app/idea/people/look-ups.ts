import { buysUnseen } from '../../../domain/idea/commands/planning/buyer.js';
import type { CommandData } from '../../../domain/idea/commands.js';
import { needsOtherYes } from '../../../domain/idea/deciding/checks.js';
import { MOST_OPINIONS } from '../../../domain/idea/deciding/opinions.js';
import { costOf, isFree } from '../../../domain/idea/deciding/resources.js';
import type { FunderTier, Idea, Tier } from '../../../domain/idea/idea.js';
import { successorOf } from '../../../domain/idea/people/successor.js';
import { fundsAs } from '../../../domain/idea/policy.js';
import { codesAsked, isSameDepartment } from '../../../domain/idea/use/own-codes.js';
import type { Person, PersonRef } from '../../../domain/person/person.js';
import { postsOf } from '../../../domain/person/posts.js';
import { accept, refuse } from '../../../domain/result.js';
import type { Deps } from '../../deps.js';
import type { Find, LookUp } from '../../look-up.js';
import { colleague, ME, SUBMITTER, SUCCESSOR } from '../../person/colleague.js';
import { chainOf } from '../../person/post-holders.js';
import { writerOf } from '../record/lines.js';
import { checkerFor, checksAskedOf } from './checks.js';
import { tierFor } from './deciders.js';
import { funderFor, nextFunder, someoneFunds } from './funders.js';
import { arrivesAt } from './holiday.js';

/** What a command on an idea may have to know, by name (app/look-ups.ts): the idea's own rows. */
export interface IdeaLookUps {
  /** That nobody here may decide what the idea waits for. */
  nobodyMay: LookUp<true, true>;
  /** A picture of the one who acts, by its name: one that somebody else has sent would be taken away with this idea. */
  ownPicture: LookUp<string, string>;
  /** A comment, by the number of its event. */
  comment: LookUp<number, CommandData['hideComment']>;
  /** Whose line a press means, of those that went with "Samma problem hos oss". */
  needLine: LookUp<string, CommandData['hideNeed']>;
  /** Another department, by its code, and who will decide there. */
  department: LookUp<string, CommandData['passOn']>;
  /** Departments, by their codes with commas between: each once, and those left out that are none. */
  departments: LookUp<string, string[]>;
  /** The municipality's goals, by their codes with commas between: each once, and those left out that are none any more. */
  goals: LookUp<string, string[]>;
  /** Another way than an idea, by its code. */
  channel: LookUp<string, string>;
  /** Whom a press names: oneself, the submitter, a colleague by address, or whom Teams' people picker means. */
  colleague: LookUp<string, PersonRef>;
  /** The same for several, with commas between: each once. */
  colleagues: LookUp<string, PersonRef[]>;
  /** The same for who is to lead the work; `funder` where it is oneself: who then decides on money that is waited for. */
  driver: LookUp<string, CommandData['nameDriver']>;
  /** Who decides on an idea that begins anew. */
  anew: LookUp<true, CommandData['reopen']>;
  /** Who decides on the idea once the one who acts is among those who have it. */
  tierWithMe: LookUp<true, Tier>;
  /** Who would decide on its money and hours; `ifItCosts`: nobody where it takes neither. */
  funder: LookUp<true, FunderTier>;
  funderIfItCosts: LookUp<true, FunderTier | undefined>;
  /** What a test touches, by names with commas between, and whom the organisation names for each. */
  checks: LookUp<string, CommandData['askChecks']>;
  /** Whom the organisation names for what a plan buys without having been ticked; undefined for any other, and where they may not answer. */
  buyer: LookUp<true, PersonRef | undefined>;
  /** Who decides on a plan where whoever leads it may not, and it needs no money; undefined for any other. */
  otherDecider: LookUp<true, Tier | undefined>;
  /** The delegation on which the one who acts decides on its money. */
  delegation: LookUp<true, string | undefined>;
}

/** How each is found, in the order in which one that is not found refuses the command. */
export const ideaLookUps: { readonly [L in keyof IdeaLookUps]: Find<IdeaLookUps[L]> } = {
  nobodyMay: (deps) => async (idea) => ((await someoneMay(deps, idea)) ? refuse({ code: 'someoneMay' }) : accept(true)),
  ownPicture:
    (deps, { ref }, picture) =>
    async () =>
      picture && (await deps.pictures.isFrom(picture, ref)) ? accept(picture) : refuse({ code: 'notNow' }),
  // Read after the idea, whose version guards it: what becomes of a comment changes the idea too.
  comment: (deps, _person, seq) => async (idea) => {
    const event = await deps.ideas.event(idea.id, seq);
    if (event?.type !== 'commented') return refuse({ code: 'notNow' });
    const { by, since } = event;
    return accept({ comment: event.seq, by, ...(since?.out && { out: since.out }) });
  },
  needLine: (deps, _person, name) => async (idea) => {
    const by = await writerOf(deps, idea.id, name);
    return by === undefined ? refuse({ code: 'notNow' }) : accept({ by });
  },
  department: (deps, _person, department) => {
    const to = deps.directory().department(department);
    if (!to) return async () => refuse({ code: 'unknownDepartment' });
    const chain = chainOf(deps, department);
    return async (idea) => {
      // The one that has the idea already is called as the idea calls it.
      const isOwn = isSameDepartment(department, idea.department, deps.directory());
      return accept({
        department: isOwn ? idea.department : to.code,
        ...arrivesAt(deps, await chain, idea),
        ...(to.readFirst && { readFirst: true as const }),
      });
    };
  },
  departments:
    ({ directory }, _person, codes) =>
    async (idea) => {
      const named = codesIn(codes);
      if (!named.every((code) => directory().department(code))) return refuse({ code: 'unknownDepartment' });
      return accept(codesAsked(idea, 'adoptions', named, directory()));
    },
  goals:
    ({ settings }, _person, codes) =>
    async () =>
      accept(codesIn(codes).filter((one) => settings().goals.some(({ code }) => code === one))),
  channel: (deps, _person, channel) => async () =>
    deps.settings().otherChannels.some(({ code }) => code === channel)
      ? accept(channel)
      : refuse({ code: 'unknownChannel' }),
  colleague: (deps, person, written) => {
    const found = named(deps, person, written);
    return async (idea) => {
      const ref = await found(idea);
      return ref ? accept(ref) : refuse({ code: 'unknownColleague' });
    };
  },
  colleagues: (deps, person, written) => {
    // One more than anybody may ask is enough to be refused.
    const found = codesIn(written)
      .slice(0, MOST_OPINIONS + 1)
      .map((one) => named(deps, person, one));
    return async (idea) => {
      const refs = await Promise.all(found.map((one) => one(idea)));
      const known = refs.filter((ref) => ref !== undefined);
      return known.length === refs.length ? accept([...new Set(known)]) : refuse({ code: 'unknownColleague' });
    };
  },
  driver: (deps, person, written) => {
    const found = named(deps, person, written);
    return async (idea) => {
      const driver = await found(idea);
      if (!driver) return refuse({ code: 'unknownColleague' });
      // Naming somebody else moves no money: only who takes the work on themself leaves it to the next.
      if (idea.waiting?.for !== 'funder' || !idea.money || driver !== person.ref) return accept({ driver });
      const driven = { ...idea, driver: { person: driver, accepted: true } };
      return accept({ driver, funder: await nextFunder(deps, driven, idea.money.asked, idea.money.funder) });
    };
  },
  anew: (deps) => async (idea) => accept(arrivesAt(deps, await chainOf(deps, idea.department), idea)),
  tierWithMe:
    (deps, { ref }) =>
    async (idea) => {
      // Where the new one was to decide, somebody else does.
      const had = { ...idea, coSubmitters: [...idea.coSubmitters, ref] };
      return accept(tierFor(await chainOf(deps, idea.department), had));
    },
  funder: (deps) => async (idea) => accept(await funderFor(deps, idea, costOf(idea) ?? 0)),
  funderIfItCosts: (deps) => async (idea) =>
    accept(isFree(idea) ? undefined : await funderFor(deps, idea, costOf(idea) ?? 0)),
  checks: (deps, _person, names) => async (idea) => accept(await checksAskedOf(deps, idea, names)),
  buyer: (deps) => async (idea) => accept(buysUnseen(idea) ? await checkerFor(deps, idea, 'buying') : undefined),
  otherDecider:
    (deps, { ref }) =>
    async (idea) => {
      if (!needsOtherYes(idea)) return accept(undefined);
      return accept(
        tierFor(await chainOf(deps, idea.department), { ...idea, coSubmitters: [...idea.coSubmitters, ref] }),
      );
    },
  delegation:
    (deps, { emails }) =>
    async (idea) => {
      const directory = deps.directory();
      const funds = fundsAs(postsOf(emails, directory), idea, directory);
      return accept(funds && directory.delegationOf(funds, idea.department));
    },
};

/** What stands between commas, each once. */
const codesIn = (codes: string): string[] => [
  ...new Set(
    codes
      .split(',')
      .map((code) => code.trim())
      .filter(Boolean),
  ),
];

/** Nobody, for the submitter once whoever sent it has had their data erased. */
function named(deps: Deps, person: Person, written: string): (idea: Idea) => Promise<PersonRef | undefined> {
  if (written === SUBMITTER) return async ({ submitter, submittersLeft }) => (submittersLeft ? undefined : submitter);
  if (written === SUCCESSOR) return async (idea) => successorOf(idea);
  const found = colleague(deps, person, written || ME);
  return found;
}

/** Nothing is noted as decided outside while anybody may decide it here. */
async function someoneMay(deps: Deps, idea: Idea): Promise<boolean> {
  if (idea.waiting?.for === 'funder') return someoneFunds(deps, idea);
  return tierFor(await chainOf(deps, idea.department), idea) !== 'outside';
}
