import { sameIn } from '../../../domain/idea/use/core.js';
import { type Fact, type Line, type Section, section } from '../../paragraphs.js';
import { shortened } from '../../shortened.js';
import type { Reading } from '../reading.js';

/** Whether there is anything to read of the idea as a solution that others take in. */
export const hasSolution = ({ idea: { core, adoptions } }: Reading): boolean =>
  core !== undefined ||
  Object.values(adoptions).some(({ ownWay, better }) => ownWay !== undefined || better !== undefined);

/** What people have written of what travels with it, each under what it is. None where nobody has described it. */
export function coreSections({ context: { t }, idea: { core } }: Reading): Section[] {
  if (!core) return [];
  const { same, own, first } = core;
  return [
    ...section(
      t('happened.coreSame'),
      sameIn(same)
        .map((thing) => `• ${thing}`)
        .join('\n'),
    ),
    ...section(t('happened.coreOwn'), own),
    ...section(t('happened.coreFirst'), first),
  ];
}

/** So much of each stands where a department decides whether it takes the idea in. */
const MOST_OF_THING = 70;
const MOST_OF_FIRST = 100;

/** How long it takes to take it in. One or none. */
export const takesLine = ({ context: { t }, idea: { core } }: Reading): Line[] =>
  core?.takes ? [{ text: t('idea.solution.takes', { time: t(`idea.core.takes.${core.takes}`) }) }] : [];

/** The same in short, for whoever decides on it: what must be the same and exist first, and how long it takes. */
export function coreFacts(reading: Reading): Fact[] {
  const { context, idea } = reading;
  const { t } = context;
  if (!idea.core) return [];
  const { same, first } = idea.core;
  const needed = first ? [{ text: shortened(first.replace(/\s+/g, ' '), MOST_OF_FIRST) }] : [];
  return [
    { label: t('stake.same'), values: sameIn(same).map((thing) => ({ text: shortened(thing, MOST_OF_THING) })) },
    { label: t('stake.first'), values: [...needed, ...takesLine(reading)] },
  ];
}
