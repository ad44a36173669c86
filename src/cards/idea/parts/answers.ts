import { chosenIn, type FieldName, fields, type NeedField, type PartName } from '../../../domain/idea/fields.js';
import { partRow } from '../../../domain/idea/needs.js';
import { capitalised } from '../../../domain/language/tidy.js';
import { daysText, dayText } from '../../../text/dates.js';
import type { TextKey } from '../../../text/index.js';
import { listText } from '../../../text/lists.js';
import type { CardContext } from '../../card-context.js';
import { type Section, section } from '../../paragraphs.js';
import { shortened } from '../../shortened.js';
import type { Reading } from '../reading.js';

type OptionField = Extract<(typeof fields)[FieldName], { options: readonly string[] }>;
type Option = OptionField['options'][number];

/** "50 000 kr". */
export const amountText = ({ t }: CardContext, amount: number): string => t('idea.need.amount', { amount });

/** "Beviljat 50 000 kr, använt 42 000 kr". Empty where no money was granted. */
export function grantedText({ context, idea: { money, answers } }: Reading): string {
  if (money?.granted === undefined) return '';
  const used = answers.used === undefined ? 'none' : amountText(context, Number(answers.used));
  return context.t('stake.granted.value', { granted: amountText(context, money.granted), used });
}

export const optionText = ({ t }: CardContext, option: string): string => capitalised(t(`option.${option as Option}`));

/** An answer as a reader sees it: options in words, dates and amounts as people write them. */
export function answerText(context: CardContext, name: FieldName, value: string): string {
  const field: NeedField = fields[name];
  switch (field.kind) {
    case 'text':
      return value;
    case 'one':
    case 'several': {
      // An option that is no more has no word.
      const words = chosenIn(field, value).chosen.map((option) => context.t(`option.${option as Option}`));
      return capitalised(listText(words, context.language));
    }
    case 'day':
      return dayText(value, context.language, context.today);
    case 'amount':
      return amountText(context, Number(value));
  }
}

/** So much of one answer stands in a list; the whole is a press away. */
const BEGINNING = 90;

/** Fields whose answer says nothing without a word before it, once several stand on one line. */
const leads: Partial<Record<FieldName, TextKey>> = {
  companions: 'idea.need.companions',
  start: 'idea.need.start',
  end: 'idea.need.end',
  today: 'idea.need.today',
  target: 'idea.need.target',
  stopMeasure: 'idea.need.stopMeasure',
  stopFigure: 'idea.need.stopFigure',
  stopOn: 'idea.need.stopOn',
  learned: 'idea.need.learned',
  recommendation: 'idea.need.recommendation',
};

/** Parts whose answers, all there, make one phrase. */
const phrases: Partial<Record<PartName, (reading: Reading) => string | undefined>> = {
  time: ({ context, idea: { answers } }) =>
    answers.start && answers.end ? daysText(answers.start, answers.end, context.language, context.today) : undefined,
};

/** What has been filled in of a part, in short, on one line. Empty for nothing. People wrote it: for a TextRun only. */
export function partInShort(reading: Reading, part: PartName): string {
  const { context, idea } = reading;
  const phrase = phrases[part]?.(reading);
  if (phrase) return phrase;
  return partRow(part)
    .fields.flatMap((name) => {
      const given = idea.answers[name];
      if (given === undefined) return [];
      const value = shortened(answerText(context, name, given).replace(/\s+/g, ' '), BEGINNING);
      const lead = leads[name];
      return [lead ? context.t(lead, { value }) : value];
    })
    .join(' · ');
}

/** Whether a part has more to read than its short line shows. */
export const isLong = ({ idea }: Reading, part: PartName): boolean =>
  partRow(part).fields.some((name) => {
    const given = idea.answers[name] ?? '';
    return given.length > BEGINNING || given.includes('\n');
  });

/** Everything that has been filled in of a part, each answer under its question. */
export const partInFull = ({ context, idea }: Reading, part: PartName): Section[] =>
  partRow(part).fields.flatMap((name) => {
    const given = idea.answers[name];
    return section(context.t(`field.${name}`), given && answerText(context, name, given));
  });
