import { isOpenTo } from '../../../domain/idea/decide.js';
import { asksForTheSame } from '../../../domain/idea/deciding/earlier-no.js';
import { partFields } from '../../../domain/idea/fields.js';
import type { Role } from '../../../domain/idea/policy.js';
import { workerOf } from '../../../domain/idea/waiting/silence.js';
import * as order from '../../idea-order.js';
import { isAskedWhatIsBetter, ownAdoption } from '../adopting.js';
import type { Reading } from '../reading.js';
import { type Asking, askingOffers, type OfferName, offers, type PanelName, panelOf } from './tables.js';

/** Whether the offer is open to the reader now. */
export function isOffered(reading: Reading, name: OfferName): boolean {
  const { gives, when } = offers[name];
  const open = gives === undefined || isOpenTo(gives, reading.idea, reading.reader.roles);
  return open && (when?.(reading) ?? true);
}

type OffersByRole = { readonly [R in Role]?: readonly OfferName[] };

/** What is offered to a reader: `first` to be seen at once, and the rest. */
export function offersTo(reading: Reading): { first: OfferName[]; rest: OfferName[] } {
  const { idea, reader } = reading;
  const open = (names: readonly OfferName[]) => names.filter((name) => isOffered(reading, name));
  const [beside, atStage]: OffersByRole[] = [order.askedBeside, order.upFront[idea.stage]];
  const noting = reader.roles.has('noter') ? order.forNoters : [];
  const ofRoles = order.roleOrder
    .filter((role) => reader.roles.has(role))
    .flatMap((role) => [...(beside?.[role] ?? []), ...(atStage?.[role] ?? [])]);
  const steps = [costFirst, recommendedFirst, lineFirst, agreementNext, solutionNext].reduce(
    (names, ordered) => ordered(reading, names),
    open(unique([...noting, ...ofRoles])),
  );
  const urgent = idea.report === undefined ? [] : open(order.answersToReport);
  // Whoever is to decide on what is hidden has to be able to read it.
  const own = unique([...urgent, ...steps.slice(0, 1), ...open(order.aboutHidden), ...steps.slice(1)]);
  const first = own.length > 0 ? own : open(order.forReaders).filter((name) => offers[name].leads?.(reading) ?? true);
  const menu: readonly OfferName[] = order.menuGroups.flatMap((group): readonly OfferName[] => order.menu[group]);
  return { first, rest: open(menu.filter((name) => !first.includes(name))) };
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** What those who decide on an idea have within reach. */
export const withinReach = (reading: Reading): OfferName[] =>
  reading.reader.roles.has('decider') ? order.withinReach.filter((name) => isOffered(reading, name)) : [];

const recommended = { scale: 'scale', here: 'useHere', extend: 'extend', close: 'close' } as const satisfies Record<
  string,
  OfferName
>;

/** After a test, what its driver recommends comes before the other ways on; that it stops as it was agreed comes before all. */
function recommendedFirst({ idea }: Reading, names: OfferName[]): OfferName[] {
  const option = idea.answers.recommendation as keyof typeof recommended | undefined;
  const favourite = idea.stage === 'piloting' && option ? recommended[option] : undefined;
  if (!favourite || !names.includes('scale') || !names.includes(favourite)) return names;
  return unique([...names.filter((name) => name === 'stopAsAgreed'), favourite, ...names]);
}

/** After a no to money its cost is changed before the plan is sent again. */
function costFirst({ idea }: Reading, names: OfferName[]): OfferName[] {
  if (!asksForTheSame(idea) || !names.includes('fillNext')) return names;
  return unique(['fillNext', ...names]);
}

/** Whoever is asked how their work goes sees that first; whose work is late sees it beside the next step. */
function lineFirst({ idea, reader }: Reading, names: OfferName[]): OfferName[] {
  if (workerOf(idea)?.person !== reader.ref) return names;
  if (idea.quiet?.asked) return ['reportProgress', ...names];
  return idea.reminded ? [...names.slice(0, 1), 'reportProgress', ...names.slice(1)] : names;
}

/** Who takes over, and what the test touches, is asked where it has been begun to agree on what happens; else it stands in the menu. */
function agreementNext({ idea }: Reading, names: OfferName[]): OfferName[] {
  const isBegun = partFields.agreement.some((field) => idea.answers[field]);
  const asked = { nameSuccessor: idea.successor !== undefined, askChecks: idea.checks !== undefined };
  return names.filter((name) => !(name === 'nameSuccessor' || name === 'askChecks') || (isBegun && !asked[name]));
}

/** What travels is asked for until it is described, what a department changes once that is, and what became better when the time has come; else they stand in the menu. */
function solutionNext(reading: Reading, names: OfferName[]): OfferName[] {
  const asked: { readonly [O in OfferName]?: boolean } = {
    tellCore: reading.idea.core === undefined,
    adapt: reading.idea.core !== undefined && ownAdoption(reading)?.ownWay === undefined,
    tellBetter: isAskedWhatIsBetter(reading),
  };
  return names.filter((name) => asked[name] ?? true);
}

/** Whether a step that comes first is what the reader is asked for now. */
export function isAskedFor(reading: Reading, name: OfferName): boolean {
  const { forward, asked } = offers[name];
  return forward === true && (reading.theirTurn || asked?.(reading) === true);
}

/** What an open panel asks for, while that is open to the reader. */
export const askedInPanel = (reading: Reading, panel: PanelName | undefined): Asking | undefined =>
  askingOffers.find((name) => panelOf(name) === panel && isOffered(reading, name));
