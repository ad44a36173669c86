/** The key of a name that stands at decisions only: its holder has left, and is nobody everywhere else. */
export const deciderKey = (ref: string): string => `decider:${ref}`;
