import type { Idea } from '../../../domain/idea/idea.js';
import { waitsForFirstDecision } from '../../../domain/idea/waiting/newness.js';
import { postsOf } from '../../../domain/person/posts.js';
import { type Deps, todayIn } from '../../deps.js';
import { testNow, testOver } from '../../search-index/tests-of.js';
import { unlessSlow } from '../../search-index/unless-slow.js';
import type { Beside } from '../beside.js';

/** How many tests departments have, and how many they brought to an end last year. */
export interface TestsHere {
  running: number;
  overLastYear: number;
}

/** More tests than they brought to an end in a year: what is taken on now waits for those. */
export const isFull = ({ running, overLastYear }: TestsHere): boolean => running > overLastYear;

/** Of these departments, by whatever code they had; undefined where the index does not know it now, or there is no test. No storage is asked. */
export async function testsIn(deps: Deps, departments: readonly string[]): Promise<TestsHere | undefined> {
  const { searching, directory } = deps;
  if (departments.length === 0 || !searching.isWhole()) return undefined;
  const codes = directory().everyCode(departments);
  const lastYear = Number(todayIn(deps).slice(0, 4)) - 1;
  const count = async (tests: readonly string[]) =>
    (await searching.search('', { newest: true, filter: { tests }, limit: 1 })).total;
  const counted = Promise.all([count(codes.map(testNow)), count(codes.map((code) => testOver(code, lastYear)))]);
  const [running = 0, overLastYear = 0] = await unlessSlow<number[]>(counted, []);
  return running > 0 ? { running, overLastYear } : undefined;
}

/** Of the department that is to take an idea on, for whoever decides: a fact before they promise more. */
export const testsHere: Beside<TestsHere> = {
  lookUp: async (deps, person, idea) =>
    waitsForFirstDecision(idea) && mayDecide(deps, person, idea) ? testsIn(deps, [idea.department]) : undefined,
};

/** Whether the person has a post by which they may come to decide on it; the card asks whether they do. */
function mayDecide({ directory }: Deps, person: Parameters<Beside<TestsHere>['lookUp']>[1], idea: Idea): boolean {
  const { leads, deputises, office } = postsOf(person.emails, directory());
  return office || [...leads, ...deputises].includes(directory().codeNow(idea.department));
}
