import { prefixRange } from '../../keys.js';

/** That an idea of a department waits for an obstacle to go: a row beside all that do, whatever departments have them. */
export const hinderedKey = (obstacle: string, department: string, idea: string) =>
  `hindered|${obstacle}|${department}|${idea}`;
export const hinderedBy = (obstacle: string) => prefixRange(`hindered|${obstacle}|`);
/** Those of all obstacles, those of one beside each other. */
export const allHindered = prefixRange('hindered|');

/** What such a row says. */
export interface HinderedIdea {
  obstacle: string;
  department: string;
  id: string;
}
export function readHindered(key: string): HinderedIdea {
  const [, obstacle = '', department = '', id = ''] = key.split('|');
  return { obstacle, department, id };
}
