import { documentLink, hostOf } from '../../../domain/idea/content/document.js';
import { askedIn, grantedIn, type Resources, takenBy } from '../../../domain/idea/deciding/resources.js';
import { chosenIn, type FieldName, fields, type NeedField, type PartName } from '../../../domain/idea/fields.js';
import { partRow } from '../../../domain/idea/needs.js';
import { capitalised } from '../../../domain/language/tidy.js';
import { daysText, dayText } from '../../../text/dates.js';
import type { TextKey } from '../../../text/index.js';
import { listText } from '../../../text/lists.js';
import type { CardContext } from '../../card-context.js';
import { type LinkButton, type Section, section } from '../../paragraphs.js';
import { shortened } from '../../shortened.js';
import type { Reading } from '../reading.js';

type OptionField = Extract<(typeof fields)[FieldName], { options: readonly string[] }>;
type Option = OptionField['options'][number];

/** "50 000 kr". */
export const amountText = ({ t }: CardContext, amount: number): string => t('idea.need.amount', { amount });

/** "40 timmar". */
const hoursText = ({ t }: CardContext, hours: number): string => t('idea.need.hours', { hours });

/** "50 000 kr och 40 timmar", or one of them. */
export function resourcesText(context: CardContext, { amount, hours }: Resources): string {
  const sum = amount > 0 || hours === 0 ? [amountText(context, amount)] : [];
  return listText([...sum, ...(hours > 0 ? [hoursText(context, hours)] : [])], context.language);
}

/** "Beviljat 50 000 kr, använt 42 000 kr". Empty where nothing was granted. */
export function grantedText(reading: Reading): string {
  const { context, idea } = reading;
  const granted = idea.money && grantedIn(idea.money);
  if (!granted) return '';
  const used = usedText(reading) || 'none';
  return context.t('stake.granted.value', { granted: resourcesText(context, granted), used });
}

/** What was used of what was granted, as far as it has been told. Empty for nothing. */
export function usedText({ context, idea: { answers } }: Reading): string {
  const { used, usedHours } = answers;
  const told = [
    ...(used === undefined ? [] : [amountText(context, Number(used))]),
    ...(usedHours === undefined ? [] : [hoursText(context, Number(usedHours))]),
  ];
  return listText(told, context.language);
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
    case 'hours':
      return hoursText(context, Number(value));
  }
}

/** So much of one answer stands in a list; the whole is a press away. */
const BEGINNING = 90;

/** Fields whose answer says nothing without a word before it, once several stand on one line. */
const leads: Partial<Record<FieldName, TextKey>> = {
  companions: 'idea.need.companions',
  document: 'idea.need.document',
  start: 'idea.need.start',
  end: 'idea.need.end',
  today: 'idea.need.today',
  target: 'idea.need.target',
  stopMeasure: 'idea.need.stopMeasure',
  stopFigure: 'idea.need.stopFigure',
  stopOn: 'idea.need.stopOn',
  reached: 'idea.need.reached',
  learned: 'idea.need.learned',
  recommendation: 'idea.need.recommendation',
};

/** Parts whose answers, all there, make one phrase. */
const phrases: Partial<Record<PartName, (reading: Reading) => string | undefined>> = {
  time: ({ context, idea: { answers } }) =>
    answers.start && answers.end ? daysText(answers.start, answers.end, context.language, context.today) : undefined,
};

/** What a part is called within a sentence: what a test is given and uses, by what that is. */
export function partInWords({ context, idea }: Reading, part: PartName): string {
  if (part !== 'money' && part !== 'used') return context.t(`idea.need.${part}`);
  const asked = idea.money ? askedIn(idea.money) : takenBy(idea);
  const { amount, hours } = (part === 'used' && idea.money && grantedIn(idea.money)) || asked;
  if (hours === 0) return context.t(`idea.need.${part}`);
  return context.t(`idea.need.${part}.${amount > 0 ? 'both' : 'hours'}`);
}

/** What has been filled in of a part, in short, on one line. Empty for nothing. People wrote it: for a TextRun only. */
export function partInShort(reading: Reading, part: PartName): string {
  const { context, idea } = reading;
  const phrase = phrases[part]?.(reading);
  if (phrase) return phrase;
  return partRow(part)
    .fields.flatMap((name) => {
      const given = idea.answers[name];
      if (given === undefined) return [];
      const value = inShort(context, name, given);
      const lead = leads[name];
      return [lead ? context.t(lead, { value }) : value];
    })
    .join(' · ');
}

/** One answer in short: of a link where it leads. */
function inShort(context: CardContext, name: FieldName, given: string): string {
  const field: NeedField = fields[name];
  const link = field.kind === 'text' && field.link ? documentLink(given) : undefined;
  return shortened(link ? hostOf(link) : answerText(context, name, given).replace(/\s+/g, ' '), BEGINNING);
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

/**
 * The document in which a plan or a calculation stands, to those who may read it. Nothing is fetched.
 * One or none.
 */
export function documentLinks({ context, idea }: Reading): LinkButton[] {
  // What is out of sight is no address.
  const url = documentLink(idea.answers.document ?? '');
  if (!url) return [];
  return [{ title: context.t('idea.document'), url, style: 'default' }];
}
