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
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    const containers = level.filter((one): one is object => typeof one === 'object' && one !== null);
    if (containers.length > 0 && depth >= DEEPEST) return false;
    if (containers.some((one) => Object.hasOwn(one, '__proto__'))) return false;
    level = containers.flatMap((one) => Object.values(one));
  }
  return true;
}
