import type { PersonRef } from '../../person/person.js';
import type { Day } from '../../time.js';
import type { Idea } from '../idea.js';
import { type CheckName, checkNames } from './check-names.js';
import { isFree } from './resources.js';

/**
 * What is looked at before a test, where the test touches it: by whom the organisation file names for it; where it names
 * nobody, by those who decide on the idea.
 */

/** The checks that a test needs, in their order; none for most. */
export const checksOf = ({ checks = {} }: Pick<Idea, 'checks'>): CheckName[] =>
  checkNames.filter((name) => checks[name] !== undefined);

/** Those of them to which nobody has said yes yet. */
export const openChecks = (idea: Pick<Idea, 'checks'>): CheckName[] =>
  checksOf(idea).filter((name) => idea.checks?.[name]?.done !== true);

/** Whether the test waits for somebody to look at what it touches. */
export const waitsForChecks = (idea: Pick<Idea, 'checks'>): boolean => openChecks(idea).length > 0;

/** Whether the plan waits for that, before it is handed in: not for what it buys by its own words, which is looked at while its money is decided on. */
export const waitsForTicks = (idea: Pick<Idea, 'checks'>): boolean =>
  openChecks(idea).some((name) => !idea.checks?.[name]?.ofPlan);

/** Whether the plan has said already whether something is bought: then that is not asked once more. */
export const saysBuying = ({ answers, checks }: Pick<Idea, 'answers' | 'checks'>): boolean =>
  answers.procurement !== undefined && checks?.buying === undefined;

/** Until when those are asked who look at what a plan's test touches; undefined where nobody is. */
export const checkedUntil = (idea: Pick<Idea, 'checks' | 'checksUntil' | 'stage'>): Day | undefined =>
  idea.stage === 'planning' && waitsForChecks(idea) ? idea.checksUntil : undefined;

type Checked = Pick<Idea, 'checks' | 'checkedBy'>;

/** Those of the open ones that are this person's to answer; those that are nobody's are for those who decide. */
export const checksFor = (idea: Checked, person: PersonRef | undefined): CheckName[] =>
  openChecks(idea).filter((name) => idea.checkedBy?.[name] === person);

/** Whoever is asked and has not said yes, each once. */
export const checkersOf = (idea: Checked): PersonRef[] => [
  ...new Set(openChecks(idea).flatMap((name) => idea.checkedBy?.[name] ?? [])),
];

/**
 * Whether a plan that touches any of this begins only with the yes of somebody else than whoever leads it, though they decide
 * on ideas here: where it takes money or hours, that is the one who decides on those.
 */
export const needsOtherYes = (idea: Pick<Idea, 'checks' | 'answers'>): boolean =>
  checksOf(idea).length > 0 && isFree(idea);

/** Whether a plan that is handed in is decided on by somebody else than whoever leads it, though they decide on ideas here. */
export const isPlanForOthers = (idea: Pick<Idea, 'checks' | 'answers' | 'stage' | 'driver'>): boolean =>
  idea.stage === 'planning' && idea.driver?.accepted === true && needsOtherYes(idea);

/** Whether somebody leads the work that others look at: they are never one of those. */
const leadsIt = ({ driver }: Pick<Idea, 'driver'>, ref: PersonRef): boolean =>
  driver?.accepted === true && driver.person === ref;

/**
 * Whether somebody is to say that something a test touches is in order: by name, or as one of those who decide. Whoever leads the
 * work answers for nobody, though they decide on ideas here.
 */
export const answersChecks = (
  idea: Checked & Pick<Idea, 'stage' | 'driver'>,
  ref: PersonRef,
  decides: boolean,
): boolean =>
  idea.stage === 'planning' &&
  !leadsIt(idea, ref) &&
  (checksFor(idea, ref).length > 0 || (decides && checksFor(idea, undefined).length > 0));
