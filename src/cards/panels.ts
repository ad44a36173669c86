import type { Refusal } from '../domain/decide.js';
import { nameIn } from '../domain/organisation.js';
import { addDays, type Day } from '../domain/time.js';
import type { Words } from '../domain/words.js';
import { type Choice, choiceField, dateField, emailField, type Field, wordField } from './fields.js';
import { openQuestion } from './idea-ending.js';
import type { Kit } from './kit.js';
import type { Asking } from './next-steps.js';
import type { Line, Section } from './paragraphs.js';
import type { Reading } from './reading.js';
import { refusalText } from './refusal-text.js';

/** What had been filled in when a panel was refused; shown again, for nothing typed is lost. */
export type Kept = Words & {
  department?: string | undefined;
  channel?: string | undefined;
  doer?: string | undefined;
  doerEmail?: string | undefined;
  until?: Day | undefined;
};

interface PanelContent {
  /** Names the text keys `panel.{name}.title` and `panel.{name}.text`. */
  name: 'ask' | 'answer' | 'doNow' | 'passOn' | 'close' | 'hide' | 'done' | 'decline' | 'withdraw';
  fields: (reading: Reading, kept: Kept, colleagues: readonly Choice[]) => Field[];
}

const contents: { readonly [A in Asking]: PanelContent } = {
  ask: {
    name: 'ask',
    fields: ({ kit: { say } }, kept) => [
      wordField(say, 'question', { value: kept.question, required: 'field.question.missing' }),
    ],
  },
  answer: {
    name: 'answer',
    fields: ({ kit: { say } }, kept) => [
      wordField(say, 'answer', { value: kept.answer, required: 'field.answer.missing' }),
    ],
  },
  doNow: { name: 'doNow', fields: doNowFields },
  passOn: {
    name: 'passOn',
    fields: ({ kit, idea }, kept) => [
      choiceField(
        {
          id: 'department',
          label: kit.say('field.department'),
          choices: departmentChoices(kit, idea.department),
          value: kept.department,
          placeholder: kit.say('field.choose'),
        },
        { search: true, missing: kit.say('field.department.missing') },
      ),
      wordField(kit.say, 'reason', { label: 'panel.passOn.reason', value: kept.reason, optional: true }),
    ],
  },
  close: {
    name: 'close',
    // The reason is not required here: with another way chosen it may be empty, which only the domain can judge.
    fields: ({ kit }, kept) => [
      wordField(kit.say, 'reason', { value: kept.reason }),
      wordField(kit.say, 'tryAgain', { value: kept.tryAgain, optional: true }),
      ...ifAny(channelChoices(kit), (choices) =>
        choiceField({
          id: 'channel',
          label: kit.say('field.channel'),
          choices,
          value: kept.channel,
          placeholder: kit.say('field.channel.none'),
        }),
      ),
    ],
  },
  hide: { name: 'hide', fields: () => [] },
  reportDone: {
    name: 'done',
    fields: ({ kit: { say } }, kept) => [
      wordField(say, 'done', { value: kept.done, required: 'field.done.missing', lines: 'one' }),
    ],
  },
  declineDoing: {
    name: 'decline',
    fields: ({ kit: { say } }, kept) => [
      wordField(say, 'reason', { label: 'panel.decline.reason', value: kept.reason, optional: true }),
    ],
  },
  withdraw: { name: 'withdraw', fields: () => [] },
};

/** An open panel, for parts/panel.json: what it is about, what it asks for, and why the last try was refused. */
export type OpenPanel = { title: string; text: Line[]; quotes: Section[]; fields: Field[]; fault: Line[] };

export function openPanel(
  reading: Reading,
  asking: Asking,
  view: { fault?: Refusal | undefined; kept?: Kept | undefined; colleagues?: readonly Choice[] | undefined },
): OpenPanel {
  const { say } = reading.kit;
  const { name, fields } = contents[asking];
  return {
    title: say(`panel.${name}.title`),
    text: name === 'answer' ? [] : [{ text: say(`panel.${name}.text`) }],
    quotes: asking === 'answer' ? openQuestion(reading) : [],
    fields: fields(reading, view.kept ?? {}, view.colleagues ?? []),
    fault: view.fault ? [{ text: refusalText(say, view.fault) }] : [],
  };
}

/** Days; the domain takes no date further off. */
const LONGEST = 366;

function doNowFields({ kit }: Reading, kept: Kept, colleagues: readonly Choice[]): Field[] {
  const { say, today } = kit;
  const { doer: usualDays } = kit.directory.organisation.answerDays;
  return [
    ...ifAny([...colleagues], (choices) =>
      choiceField(
        {
          id: 'doer',
          label: say('field.doer'),
          choices,
          value: kept.doer ?? choices[0]?.value,
          placeholder: say('field.choose'),
        },
        { search: true },
      ),
    ),
    emailField('doerEmail', say('field.doerEmail'), kept.doerEmail),
    dateField('until', say('field.until'), {
      value: kept.until ?? addDays(today, usualDays),
      min: today,
      max: addDays(today, LONGEST),
      missing: say('field.until.missing'),
    }),
  ];
}

/** A list without choices is no field: clients refuse it. */
const ifAny = (choices: Choice[], field: (choices: Choice[]) => Field): Field[] =>
  choices.length > 0 ? [field(choices)] : [];

/** Every department and company but `except`, by name. */
export function departmentChoices(kit: Kit, except?: string): Choice[] {
  return kit.directory.organisation.departments
    .filter(({ code }) => code !== except)
    .map(({ code, name }) => ({ title: nameIn(name, kit.language), value: code }))
    .sort((one, other) => one.title.localeCompare(other.title, kit.language));
}

const channelChoices = (kit: Kit): Choice[] =>
  kit.directory.organisation.otherChannels.map(({ code, name }) => ({
    title: nameIn(name, kit.language),
    value: code,
  }));
