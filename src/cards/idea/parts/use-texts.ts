import type { Effect } from '../../../domain/idea/use/follow-up.js';
import { dayText } from '../../../text/dates.js';
import { listText } from '../../../text/lists.js';
import type { CardContext } from '../../card-context.js';
import type { Fact } from '../../paragraphs.js';
import { type Section, section } from '../../paragraphs.js';
import { shortened } from '../../shortened.js';
import type { Reading } from '../reading.js';
import { answerText } from './answers.js';

/** What an idea in use has been good for, beside what was expected of it. */

/** "tid och kvalitet"; empty for nothing. */
export const effectsText = (context: CardContext, effects: readonly Effect[]): string =>
  listText(
    effects.map((one) => context.t(`option.${one}`)),
    context.language,
  );

/** "3 år", or in months while it is less than one. */
export const durationText = ({ t }: CardContext, months: number): string =>
  t('use.time', { months, years: Math.floor(months / 12) });

/** What was expected when it was explored and planned, each under its question. */
export const expectedOf = ({ context, idea: { answers } }: Reading): Section[] =>
  (['worth', 'expectation', 'measure', 'today', 'target'] as const).flatMap((name) => {
    const given = answers[name];
    return section(context.t(`field.${name}`), given && answerText(context, name, given));
  });

const SHORT = 90;

/** The newest answer as a fact: when and whether, where it is seen, and what was expected. None before the first. */
export function followedUpFact({ context, idea }: Reading): Fact[] {
  const { followedUp, answers } = idea;
  if (!followedUp || idea.stage !== 'inUse') return [];
  const { on, use, effects } = followedUp;
  const expected = answers.worth ?? answers.expectation;
  const values = [
    context.t('idea.followedUp.use', { date: dayText(on, context.language, context.today), use }),
    effects.length > 0 ? context.t('idea.followedUp.effects', { effects: effectsText(context, effects) }) : '',
    expected ? context.t('idea.followedUp.expected', { text: shortened(expected.replace(/\s+/g, ' '), SHORT) }) : '',
  ];
  return [
    {
      label: context.t('idea.fact.followedUp'),
      values: values.filter((text) => text !== '').map((text) => ({ text })),
    },
  ];
}
