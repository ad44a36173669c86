import { type Assurance, type Private, passedBy } from '../../domain/private-words/private-words.js';
import type { TextKey } from '../../text/index.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import type { Verb } from '../verbs.js';

/**
 * What a form gets when its words may hold something private, whichever form it is: the button that says it is not so, right
 * where its own sending button stands and sending the same. Worked on the finished card, so that no form has to know of it.
 */

/** Which buttons send what was stopped: those with one of these verbs and, of acts, this command, for this part. */
export interface Sending {
  verbs: readonly Verb[];
  do?: string | undefined;
  part?: string | undefined;
}

type Json = { [key: string]: unknown };
const isJson = (node: unknown): node is Json => typeof node === 'object' && node !== null && !Array.isArray(node);
const isSet = (node: unknown): node is Json & { actions: unknown[] } => isJson(node) && Array.isArray(node.actions);
const isTitled = (action: Json): action is Json & { title: string } => typeof action.title === 'string';

/** To send in spite of it, and to go back to the words. */
const waysOn: { readonly [P in Private]?: { yes: TextKey; change?: TextKey } } = {
  perhapsPersonalNumber: { yes: 'button.notPersonalNumber' },
  aboutPerson: { yes: 'button.notAboutPerson', change: 'button.changeWords' },
};

/** What `sure` says where somebody wants to change their words first. */
export const CHANGE = 'change';

/** The form with the question's answers beside what it asks about; `sure`: what has been said before. */
export function withWaysOn(
  context: CardContext,
  drawn: Drawn,
  sending: Sending,
  found: Private,
  sure: readonly Assurance[],
): Drawn {
  const [ways, assurance] = [waysOn[found], passedBy[found]];
  if (!ways || !assurance) return withSure(drawn, sending, sure);
  const said = [...sure, assurance].join(',');
  let isDone = false;
  return changed(drawn, (action) => {
    if (!sends(action, sending)) return [action];
    // One question is answered once, however many buttons would send it.
    if (isDone) return ways.change ? [] : [action];
    isDone = true;
    const yes = saying(action, said, context.t(ways.yes), ways.change ? 'positive' : 'default');
    // With "Ändra" beside it, the usual button would only ask again.
    if (!ways.change) return [saying(action, sure.join(',')), yes];
    return [yes, saying(action, [...sure, CHANGE].join(','), context.t(ways.change), 'default')];
  });
}

/** A form that came back for another reason: what has been said of its words holds. */
export const withSure = (drawn: Drawn, sending: Sending, sure: readonly Assurance[]): Drawn =>
  sure.length === 0
    ? drawn
    : changed(drawn, (action) => [sends(action, sending) ? saying(action, sure.join(',')) : action]);

const sends = ({ type, verb, data }: Json, { verbs, do: command, part }: Sending): boolean =>
  type === 'Action.Execute' &&
  verbs.some((one) => one === verb) &&
  (command === undefined || !isJson(data) || data.do === undefined || data.do === command) &&
  // What is said of one part's words is not said of the next one's, whose form follows it.
  (part === undefined || !isJson(data) || data.part === part);

/** The same button, and the older kind that stands in for it, with what is said of the words. */
function saying(action: Json, sure: string, title = action.title, style = action.style): Json {
  const data = { ...(isJson(action.data) ? action.data : {}), ...(sure !== '' && { sure }) };
  const { fallback } = action;
  return {
    ...{ ...action, title, style, data },
    ...(isJson(fallback) && { fallback: { ...fallback, title, style, data } }),
  };
}

/** A copy of the card in which the buttons of each set are what `change` makes of them. */
function changed(drawn: Drawn, change: (action: Json) => Json[]): Drawn {
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.flatMap((one) => (isSet(one) ? rowsOf(one) : [walk(one)]));
    if (!isJson(node)) return node;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)]));
  };
  // With a button more a row may be too long for a phone.
  const rowsOf = (set: Json & { actions: unknown[] }) =>
    buttonRows(set.actions.filter(isJson).flatMap(change).filter(isTitled)).map((row) => ({ ...set, ...row }));
  return { ...drawn, card: walk(drawn.card) as Drawn['card'] };
}
