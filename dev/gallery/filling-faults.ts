import { readLayouts } from '../../src/cards/templates';
import { isAlways, type Shape, shapesOf } from '../generators/card-shapes';

const { cards, parts } = shapesOf(readLayouts());

/**
 * Where a card's data are not what its layout binds, by path: "help.commands.word is missing", or is bound by nothing. The
 * compiler sees the first as well; what a view makes and no layout shows, it does not.
 */
export function fillingFaults(card: string, data: unknown): string[] {
  const shape = cards.get(card);
  return shape ? [...new Set(faultsIn(card, data, [shape]))] : [`there is no layout ${card}`];
}

/** `shapes`: what the data are bound to, which may be more than one where several nodes show them. */
function* faultsIn(path: string, data: unknown, shapes: readonly Shape[]): Generator<string> {
  if (Array.isArray(data)) for (const one of data) yield* faultsIn(path, one, shapes);
  else if (typeof data === 'object' && data !== null && shapes.length > 0) {
    const bound = boundIn(shapes);
    for (const [name, value] of Object.entries(data)) {
      const inside = bound.get(name)?.inside;
      if (inside) yield* faultsIn(`${path}.${name}`, value, inside);
      else if (!('verb' in data && looks.has(name))) yield `${path}.${name} is bound by nothing`;
    }
    for (const [name, { always }] of bound) if (always && !(name in data)) yield `${path}.${name} is missing`;
  }
}

/** What a button has and a row that is pressed shows nothing of. */
const looks = new Set(['style', 'inputs']);

interface Bound {
  always: boolean;
  /** What stands in it, as each of several places binds it. */
  inside: Shape[];
}

/** What is bound in one place, by its own nodes and by its parts. */
function boundIn(shapes: readonly Shape[], isHere = true): Map<string, Bound> {
  const bound = new Map<string, Bound>();
  const add = (name: string, one: Bound) => {
    const known = bound.get(name);
    bound.set(name, known ? { always: known.always || one.always, inside: [...known.inside, ...one.inside] } : one);
  };
  for (const shape of shapes) {
    for (const [name, { binding, ...use }] of shape.bindings) {
      add(name, { always: isHere && isAlways(shape, use), inside: 'of' in binding ? [binding.of] : [] });
    }
    for (const [part, use] of shape.parts) {
      const inPart = parts.get(part);
      if (inPart) for (const [name, one] of boundIn([inPart], isHere && isAlways(shape, use))) add(name, one);
    }
  }
  return bound;
}
