import type { Idea } from '../../../domain/idea/idea.js';
import { limits } from '../../../domain/idea/words.js';
import type { Translate } from '../../../text/index.js';
import { type Field, lineField } from '../../fields.js';
import { unmarked } from '../../language/unmarked.js';
import { shortened } from '../../shortened.js';

/** Of ideas that end together with one reason, what is said to one of them alone: a field each, as many as a card has room for. */
export const lineNames = [
  ...(['line1', 'line2', 'line3', 'line4', 'line5'] as const),
  ...(['line6', 'line7', 'line8', 'line9', 'line10'] as const),
];
type LineName = (typeof lineNames)[number];

/** As a press holds them: `lined` has the ids of the ideas, in the order of the fields. */
export type LinesPressed = { readonly [N in LineName | 'lined']?: string | undefined };
/** What is said to each idea alone, by its id. */
export type OwnLines = ReadonlyMap<string, string>;

/** So long may a line be. */
const LONGEST_LINE = 300;
/** Of a title, in the name of its field. */
const LONGEST_IN_LABEL = 60;

export function linesIn({ lined = '', ...press }: LinesPressed): OwnLines {
  const ids = lined.split(',').slice(0, lineNames.length);
  return new Map(
    ids.flatMap((id, at) => {
      const name = lineNames[at];
      const line = name && press[name]?.trim();
      return line ? [[id, line] as const] : [];
    }),
  );
}

/** The same as a press of other ideas, or of the same in another order, would hold it. */
export const pressedLines = (lines: OwnLines, ids: readonly string[]): LinesPressed => ({
  lined: ids.join(','),
  ...Object.fromEntries(ids.flatMap((id, at) => (lines.has(id) ? [[lineNames[at], lines.get(id)]] : []))),
});

/** The reason for one idea: what all are told, and below it what is said to it alone. */
export const reasonFor = (id: string, reason: string, lines: OwnLines): string =>
  [reason, lines.get(id)].filter(Boolean).join('\n\n');

/** What is said where something is longer than one idea can be told; undefined where nothing is. */
export const tooLong = (t: Translate, reason: string, lines: OwnLines): string | undefined =>
  reason.length > limits.reason ||
  [...lines].some(([id, line]) => line.length > LONGEST_LINE || reasonFor(id, reason, lines).length > limits.reason)
    ? t('queue.closing.tooLong', { line: LONGEST_LINE, most: limits.reason })
    : undefined;

/** The field for what is said to one idea alone. Its name says of which: a screen reader tells one from another by it. */
export function ownLineField(t: Translate, at: number, title: string, value = ''): Field[] {
  const id = lineNames[at];
  const label = t('queue.closing.line', { title: unmarked(shortened(title, LONGEST_IN_LABEL)) });
  return id
    ? [lineField({ id, label, value, placeholder: t('queue.closing.linePlaceholder'), limit: LONGEST_LINE })]
    : [];
}

/** Of an idea's own words, as much as one needs to speak to them. */
const LONGEST_QUOTE = 160;

/** The beginning of an idea's problem, to be read beside the field in which it is answered. */
export const quotedFrom = ({ words: { problem } }: Pick<Idea, 'words'>): string =>
  shortened(problem.replace(/\s+/g, ' ').trim(), LONGEST_QUOTE);
