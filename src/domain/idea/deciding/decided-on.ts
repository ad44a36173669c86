import type { Idea } from '../idea.js';

/**
 * What somebody decides on when they press a button: the idea's words and pictures, what has been filled in of what is needed,
 * and who does the work. A card shows it as it was drawn, so whatever changes it makes older cards out of date.
 */
const parts = ({ words, pictures, answers, driver, doer, owner }: Idea): string =>
  JSON.stringify([
    words,
    pictures,
    Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1)),
    [driver, doer, owner].map((who) => who?.person),
  ]);

/** Whether a card of the idea as it was would show something else than what would be decided on now. */
export const isOtherThan = (now: Idea, before: Idea): boolean => parts(now) !== parts(before);

/**
 * True while somebody decides on the plan, its money or the result that the driver has handed in. It stands still until
 * they have decided or it is taken back; where nobody drives any more, nothing is handed in.
 */
export const isHandedIn = ({
  stage,
  waiting,
  question,
  driver,
}: Pick<Idea, 'stage' | 'waiting' | 'question' | 'driver'>) =>
  (stage === 'planning' || stage === 'piloting') &&
  (waiting?.for === 'funder' ||
    question?.backTo === 'funder' ||
    (driver !== undefined && (waiting?.for === 'deciders' || question?.backTo === 'deciders')));
