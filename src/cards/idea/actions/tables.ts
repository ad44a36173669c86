import type { CommandType } from '../../../domain/idea/commands.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { actions, everyAction, looking } from '../../idea-actions.js';
import type { Reading } from '../reading.js';
import type { Action, FormValuesOf, Offer, Offers } from './action.js';

/** What is made of the floor's register of what can be done on the idea's card (cards/idea-actions.ts). */
type Actions = typeof actions;
type Modules = typeof everyAction;
type Together<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void ? I : never;

export type IdeaAction = keyof Actions;
/** By name, as a press says which it gives. */
export const ideaActions = Object.keys(actions) as [IdeaAction, ...IdeaAction[]];
export const actionOf = (name: IdeaAction): Action => actions[name];

/** What a press of `act` may hold beside words, whatever its command: a name means the same to all of them. */
type ActInputs = Together<Actions[IdeaAction]['inputs']>;
export const actInputs: ActInputs = Object.assign({}, ...Object.values(actions).map(({ inputs }) => inputs));

/** What had been filled in when a form was refused, whichever it was. */
export type FormValues = FormValuesOf<Together<Modules[keyof Modules]['inputs']>> & AddedValues;
/** In the panels of other rooms, whose presses are verbs of their own. */
type AddedValues = { class?: string; why?: string };

/** The offers of all modules, one table each: the types below look into every one. */
type OfferTables = Modules[keyof Modules]['offers'] | typeof looking;
type Names<O> = O extends unknown ? keyof O : never;
/** Every button of a card that gives a command, or shows something else of the idea. */
export type OfferName = Names<OfferTables>;
export type Looking = keyof typeof looking;

type AskingIn<O> = O extends unknown ? { [N in keyof O]: O[N] extends { panel: unknown } ? N : never }[keyof O] : never;
/** An offer that opens a panel before its command is given; the rest is done at once. */
export type Asking = AskingIn<OfferTables>;

type Opens<O> = O extends unknown
  ? {
      [N in keyof O]: O[N] extends { panel: infer P } ? (P extends { opens: infer S extends string } ? S : N) : never;
    }[keyof O]
  : never;
type ShownBy<O> = O extends unknown
  ? { [N in keyof O]: O[N] extends { shows: infer S extends string } ? S : never }[keyof O]
  : never;
/** What of an idea card can be open: the forms of commands, and what changes nothing. */
const views = [
  'more',
  'part',
  'history',
  'why',
  'comments',
  'said',
  'words',
  'adopters',
  'solution',
  'needLines',
] as const;
/** The panels of the idea's room that no command asks by, and those that other rooms' offers show. */
export type ViewName = (typeof views)[number];
export type AddedPanel = Exclude<ShownBy<OfferTables>, ViewName>;
export type PanelName = Opens<OfferTables> | ViewName | AddedPanel;

type Untexted<O> = O extends unknown
  ? { [N in keyof O]: O[N] extends { panel: infer P } ? (P extends { texts: unknown } ? never : N) : never }[keyof O]
  : never;
type Untitled<O> = O extends unknown ? { [N in keyof O]: O[N] extends { title: unknown } ? never : N }[keyof O] : never;
/** Offers whose panels, and whose buttons, have texts of their names: the compiler names one that has none. */
export type NamedPanel = Untexted<OfferTables>;
export type NamedButton = Untitled<OfferTables>;

/** An offer with the command that it gives; none where it only shows something. */
export type Offering = Offer & { gives?: CommandType };

const given = Object.values(everyAction).flatMap(({ type, offers: each }: { type: CommandType; offers: Offers }) =>
  Object.entries(each).map(([name, offer]): [string, Offering] => [name, { ...offer, gives: type }]),
);
/** Every offer of every module, by its name. */
export const offers = Object.fromEntries([...given, ...Object.entries<Offering>(looking)]) as {
  readonly [O in OfferName]: Offering;
};

export const offerNames = Object.keys(offers) as OfferName[];
const isAsking = (name: OfferName): name is Asking => offers[name].panel !== undefined;
/** The offers that open a panel, in the order of the register. */
export const askingOffers = offerNames.filter(isAsking);

/** The department of the reader's for which something is done. */
export const departmentOf = (
  { asDepartment, mayTakePart, takesPartFor }: Pick<Reading, 'asDepartment' | 'mayTakePart' | 'takesPartFor'>,
  name: OfferName,
): string | undefined => {
  const { inDepartment } = offers[name];
  if (inDepartment === 'takingPart') return mayTakePart;
  return inDepartment === 'leavingPart' ? takesPartFor : asDepartment;
};

/** The panel that an offer opens. */
export const panelOf = (name: Asking): PanelName => (offers[name].panel?.opens ?? name) as PanelName;
const shown = Object.values<Offering>(looking).flatMap(({ shows }) => shows ?? []) as PanelName[];
export const panels: readonly PanelName[] = [...new Set([...views, ...shown, ...askingOffers.map(panelOf)])];

/** The panel that stands open once a command is given; none where nothing does. */
export const panelAfter = (press: { do: IdeaAction } & FormValues, idea: Idea): PanelName | undefined =>
  actionOf(press.do).leaves?.(idea, press) as PanelName | undefined;

/** The panel to which a refused press of a command comes back; none where it has no form. */
export function panelFor(command: IdeaAction): PanelName | undefined {
  const { again } = actionOf(command);
  const opening = askingOffers.find((name) => offers[name].gives === command);
  return again ?? (opening && panelOf(opening));
}
