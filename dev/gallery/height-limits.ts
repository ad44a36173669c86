import type { SampleName } from './card-row';

/** One phone screen, in pixels at 360 px width: what somebody decides on fits there with its buttons. */
const ONE_SCREEN = 640;
/** And so high with the longest texts and names that there can be: half a screen more. */
const WITH_LONG_TEXTS = 960;

/** The cards that ask something of their reader. */
const asking = [
  ...['idea-new', 'idea-late', 'idea-escalated', 'idea-answered', 'idea-answered-another', 'idea-merge-waits'],
  ...['idea-plan', 'idea-asks-for-money', 'idea-asks-again', 'idea-no-delegation', 'idea-answered-first'],
  ...['idea-asks-for-hours', 'idea-asks-for-hours-alone', 'idea-money-declined', 'idea-tested', 'idea-result'],
  ...['idea-asked-to-drive', 'idea-asked-to-own', 'idea-asked-to-join', 'idea-merge-proposed', 'idea-invited'],
  ...['idea-join-question', 'idea-merge-question', 'idea-invitation', 'idea-invited-with-core'],
];

/** What a test gave, an answer and a reason are read in full by whoever asked for them, however long. */
const toldInFull: ReadonlySet<string> = new Set([
  ...['idea-answered', 'idea-answered-another', 'idea-answered-first', 'idea-money-declined', 'idea-merge-proposed'],
  ...['idea-tested', 'idea-result'],
]);

const limits = (names: readonly string[], most: number): Readonly<Record<string, number>> =>
  Object.fromEntries(names.map((name) => [name, most]));

/** How high each of them may be, drawn with these samples. */
export const mostHigh = {
  typical: limits(asking, ONE_SCREEN),
  long: limits(
    asking.filter((name) => !toldInFull.has(name)),
    WITH_LONG_TEXTS,
  ),
} as const;
export type MeasuredSample = keyof typeof mostHigh;
export const measuredSamples = ['typical', 'long'] as const satisfies readonly MeasuredSample[];

/** What a card may be high. Undefined where that is not limited. */
export const limitOf = (name: string, sample: SampleName): number | undefined =>
  sample === 'typical' || sample === 'long' ? mostHigh[sample][name] : undefined;
