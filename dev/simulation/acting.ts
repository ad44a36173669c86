import { type Button, buttonsOf, type Card, type Input, inputsOf } from '../../testing/cards/card';
import { filledIn } from '../../testing/cards/form';
import type { Chance } from '../../testing/properties/chance';
import { cardAbout } from '../../testing/scenes/everyday';
import type { Person } from '../../testing/teams/person';
import { chosen, filledBy } from './habits';

/** A form, a question and what is sent: nothing takes more presses. */
const MOST_PRESSES = 4;

interface Move {
  name: string;
  button: Button;
}

/** What a press on this card would do to the idea. */
const movesOn = (card: unknown, id: string): Move[] =>
  buttonsOf(card).flatMap((button) => {
    const { verb, data } = button;
    if (data?.idea !== id || (verb !== 'act' && verb !== 'panel')) return [];
    const name = String(verb === 'act' ? data.do : data.panel === 'part' ? 'fill' : (data.panel ?? ''));
    return [{ name, button }];
  });

/** The ideas that a list opens, in its order. */
export const ideasOn = (card: unknown): string[] => [
  ...new Set(buttonsOf(card).flatMap(({ verb, data }) => (verb === 'open' && data?.idea ? [String(data.idea)] : []))),
];

/**
 * Somebody opens an idea, presses something that they see on its card, and fills in what is then asked, as they would in Teams.
 * Gives the card that they see at last; undefined where they see none.
 */
export async function actsOn(person: Person, id: string, chance: Chance, today: string): Promise<Card | undefined> {
  const opened = await person.says(id);
  if (movesOn(opened.card, id).length === 0) return opened.card;
  let move = chosen(chance, movesOn(opened.card, id));
  let seen: Card | undefined = opened.card;
  for (let presses = 0; move && presses < MOST_PRESSES; presses++) {
    const { card, activityId } = cardAbout(person, id);
    const { verb = '', data = {} } = move.button;
    const values = valuesOn(card, move.button, chance, today);
    // What they have filled in is not enough: they leave it.
    if (!values) return seen;
    const answer = await person.presses({ verb, data }, values, { on: activityId });
    seen = answer.card ?? seen;
    const { name } = move;
    // A form that has been opened is sent with the button that says so; what is done leads to nothing more.
    move = verb === 'panel' ? sendingOn(seen, id, name) : undefined;
  }
  return seen;
}

const sendingOn = (card: unknown, id: string, name: string): Move | undefined =>
  movesOn(card, id).find((one) => one.button.verb === 'act' && one.name === name) ??
  (inputsOf(card).length > 0 ? movesOn(card, id).find((one) => one.button.verb === 'act') : undefined);

/** What the client sends; undefined where it would show an error instead. */
function valuesOn(card: unknown, button: Button, chance: Chance, today: string): Record<string, string> | undefined {
  if (button.verb !== 'act' || button.associatedInputs === 'none') return {};
  const given = Object.fromEntries(
    inputsOf(card).flatMap((input: Input): [string, string][] => {
      const value = filledBy(chance, input, today);
      return value === undefined ? [] : [[input.id, value]];
    }),
  );
  try {
    return filledIn(card, button, given);
  } catch {
    return undefined;
  }
}
