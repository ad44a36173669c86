/** What is looked at, in the order in which it is told. */
export const areas = [
  'configuration',
  'clock',
  'storage',
  'keys',
  'token',
  'package',
  'organisation',
  'people',
  'rows',
  'messages',
  'address',
] as const;
export type Area = (typeof areas)[number];

/** One line of what has been found. Holds no secret; addresses of those who have a post may stand in it, for whoever runs the bot knows them. */
export interface Finding {
  area: Area;
  /** `note`: nothing is wrong, or it could not be tried, and somebody may want to know. */
  state: 'good' | 'note' | 'fault';
  /** What is so. */
  says: string;
  /** What to do about it. */
  todo?: string;
}

export const good = (area: Area, says: string): Finding => ({ area, state: 'good', says });
export const note = (area: Area, says: string, todo?: string): Finding => ({
  ...{ area, state: 'note', says },
  ...(todo && { todo }),
});
export const fault = (area: Area, says: string, todo: string): Finding => ({ area, state: 'fault', says, todo });

/** As an operator reads it. */
export const lineOf = ({ area, state, says, todo }: Finding): string =>
  `${state.padEnd(5)}  ${area.padEnd(13)}  ${says}${todo ? ` → ${todo}` : ''}`;
