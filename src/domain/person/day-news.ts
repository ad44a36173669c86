/**
 * All that a day card tells below what waits for its reader, in its order: a row each. What is somebody's own stands first, and
 * everybody gets it: what has come to decide on, what was decided, news of what they follow or work on, what others ask them.
 */
const own = ['new', 'decided', 'news', 'asked'] as const;

/**
 * What else there may be. `from`: for whom it is there as long as they have chosen nothing, which is never everybody: whoever
 * has no post gets of this what they have chosen. `choice`: it can be chosen or left out in the settings; absent of what a
 * post brings along.
 */
interface BesideNews {
  from: 'posts' | 'nobody';
  choice?: true;
}
const beside = {
  /** Something that another department uses, tests or has learned from. */
  elsewhere: { from: 'posts', choice: true },
  /** What others use or test and is like what their department needs: for those who lead. */
  fits: { from: 'posts' },
  /** A challenge that has opened. */
  challenges: { from: 'nobody', choice: true },
  /** A meeting that is planned, and what people learn together. */
  training: { from: 'posts', choice: true },
  /** The week that is over. */
  week: { from: 'posts' },
} as const satisfies Record<string, BesideNews>;

type BesidePart = typeof beside;
export type DayPart = (typeof own)[number] | keyof BesidePart;
/** What can be chosen in the settings. */
export type ChosenNews = {
  [K in keyof BesidePart]: BesidePart[K] extends { choice: true } ? K : never;
}[keyof BesidePart];

const besideNames = Object.keys(beside) as (keyof BesidePart)[];
export const dayParts: readonly DayPart[] = [...own, ...besideNames];
const isChosen = (part: DayPart): part is ChosenNews => part in beside && 'choice' in beside[part as keyof BesidePart];
export const chosenNews: readonly ChosenNews[] = dayParts.filter(isChosen);

/** What somebody has chosen, where it is not as it would be without a word from them. */
export type NewsChoices = Readonly<{ [K in ChosenNews]?: boolean }>;

/** What decides on it: what somebody has chosen, and whether they have a post. */
export interface NewsReader {
  choices: NewsChoices | undefined;
  hasPost: boolean;
}

const isOnAtFirst = (part: DayPart, { hasPost }: Pick<NewsReader, 'hasPost'>): boolean =>
  !(part in beside) || (hasPost && beside[part as keyof BesidePart].from === 'posts');

/** Whether somebody's day card tells this. Pure. */
export const isTold = (part: DayPart, reader: NewsReader): boolean =>
  (isChosen(part) ? reader.choices?.[part] : undefined) ?? isOnAtFirst(part, reader);

/**
 * What is kept of choices: those that are not as they would be anyway, so that whoever gets or loses a post has what goes with
 * that, but for what they have wished otherwise. What only a newer version lets people choose stays.
 */
export function chosenOf(
  { choices, hasPost }: NewsReader,
  given: { readonly [K in ChosenNews]?: boolean | undefined },
): NewsChoices {
  const kept: { [K in ChosenNews]?: boolean } = { ...choices };
  for (const part of chosenNews) {
    const wish = given[part];
    if (wish === undefined) continue;
    if (wish === isOnAtFirst(part, { hasPost })) delete kept[part];
    else kept[part] = wish;
  }
  return kept;
}
