import { mattersOfPeople } from './matters-of-people.js';
import { mattersOfWork } from './matters-of-work.js';

/** What belongs to a channel of the municipality's own, what matters most first. */
export const matterRows = { ...mattersOfPeople, ...mattersOfWork } as const;

export type Matter = keyof typeof matterRows;
export const matters = Object.keys(matterRows) as Matter[];
