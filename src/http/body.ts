/** Levels of lists and objects in each other: Teams' activities have a dozen at most. */
const DEEPEST = 32;

/**
 * JSON that came from outside; undefined when it is none, lies deeper than any activity, or names an object's prototype,
 * as only somebody does who wants to change what all objects share.
 */
export function readBody(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isHarmless(value) ? value : undefined;
}

/** Level by level and not by recursion, which deep input could exhaust. */
function isHarmless(value: unknown): boolean {
  let level: object[] = isContainer(value) ? [value] : [];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth >= DEEPEST) return false;
    const inside: object[] = [];
    for (const container of level) {
      if (Object.hasOwn(container, '__proto__')) return false;
      for (const one of Object.values(container)) if (isContainer(one)) inside.push(one);
    }
    level = inside;
  }
  return true;
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;
