import { ID_LETTERS } from '../../../domain/ids.js';
import { prefixRange } from '../../keys.js';

/** That an idea of a department waits for an obstacle to go: a row beside all that do, whatever departments have them. */
export const hinderedKey = (obstacle: string, department: string, idea: string) =>
  `hindered|${obstacle}|${department}|${idea}`;
/** The same of a department that does not take it in because of that: `there` tells it from the idea's own row. */
export const hinderedThereKey = (obstacle: string, department: string, idea: string) =>
  `${hinderedKey(obstacle, department, idea)}|there`;
export const hinderedBy = (obstacle: string) => prefixRange(`hindered|${obstacle}|`);
/** Those of all obstacles, those of one beside each other. */
export const allHindered = prefixRange('hindered|');

/** The same in parts, by the letter with which an obstacle's id begins. */
export const hinderedParts = [...ID_LETTERS].map((letter) => prefixRange(`hindered|${letter}`));

/** What such a row says. `there`: not the idea waits, but the department that could take it in. */
export interface HinderedIdea {
  obstacle: string;
  department: string;
  id: string;
  there?: true;
}
export function readHindered(key: string): HinderedIdea {
  const [, obstacle = '', department = '', id = '', there] = key.split('|');
  return { obstacle, department, id, ...(there && { there: true as const }) };
}
