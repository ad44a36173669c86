import { ME, SUBMITTER } from '../../../app/person/colleague.js';
import { LONGEST_EXTENSION_MONTHS } from '../../../domain/idea/commands/testing/test-end.js';
import { openDay } from '../../../domain/organisation/calendar/calendar.js';
import { departmentNamedIn } from '../../../domain/organisation/department-named.js';
import { addDays, addMonths } from '../../../domain/time.js';
import type { TextKey } from '../../../text/index.js';
import { amountField, dateField, emailField, type Field, wordField } from '../../fields.js';
import type { Choice } from '../../layouts/parts.js';
import { type Section, section } from '../../paragraphs.js';
import { amountText } from '../parts/answers.js';
import { openQuestion } from '../parts/idea-ending.js';
import type { Reading } from '../reading.js';
import { closingFields, isAfterTest } from './closing-fields.js';
import { followUpFields, followUpQuotes } from './follow-up-panel.js';
import { notingFields } from './noting-fields.js';
import type { Asking } from './offers.js';
import {
  dayAhead,
  departmentField,
  departmentsField,
  diaryField,
  hideField,
  type Kept,
  personFields,
  pickedField,
  reasonField,
  targetFields,
} from './panel-fields.js';

type Named<Part extends string> =
  Extract<TextKey, `panel.${string}.${Part}`> extends `panel.${infer N}.${Part}` ? N : never;
/** Names the text keys `panel.{name}.title` and `panel.{name}.text`. */
export type PanelName = Named<'title'> & Named<'text'>;

/** What a panel quotes and asks for; `kept` is what had been filled in when it was refused. */
export interface Panel {
  /** Where it is not named like what is asked. */
  name?: PanelName | ((reading: Reading) => PanelName);
  quotes?: (reading: Reading) => Section[];
  fields?: (reading: Reading, kept: Kept, colleagues: readonly Choice[], targets: readonly Choice[]) => Field[];
}

/** The longest that a task may take, in months: the domain refuses more. */
const LONGEST_TASK = 12;
/** Adoption may have begun before it is told here, or be agreed for later; in months. */
const EARLIEST_START = 24;
const LATEST_START = 12;

/** Those of a list who are neither the reader nor the submitter; where there is nobody else the whole list, as clients refuse an empty one. */
function others(colleagues: readonly Choice[]): readonly Choice[] {
  const found = colleagues.filter(({ value }) => value !== ME && value !== SUBMITTER);
  return found.length > 0 ? found : colleagues;
}

/** Where the idea's own words say that it belongs. */
const suggestedFor = ({ kit, idea, seesWords }: Reading): string | undefined =>
  seesWords
    ? departmentNamedIn(kit.directory, `${idea.words.title}. ${idea.words.problem}`, idea.department)
    : undefined;

const invitable = ({ idea }: Reading): string[] => [idea.department, ...Object.keys(idea.adoptions)];

const adopting: Panel['fields'] = ({ kit: { say, today } }, kept) => [
  dateField('start', say('field.adoptStart'), {
    value: kept.start ?? today,
    min: addMonths(today, -EARLIEST_START),
    max: addMonths(today, LATEST_START),
    missing: say('field.start.missing', { field: say('field.adoptStart') }),
  }),
  wordField(say, 'contact', { value: kept.contact, optional: true, lines: 'one', placeholder: 'field.contact.hint' }),
];

const declining: Panel['fields'] = (reading, kept) => [reasonField(reading, 'panel.decline.reason', kept)];

const commenting: Panel = {
  quotes: ({ kit, idea, reader, nameOf }) =>
    idea.talk && idea.talk.by !== reader.ref
      ? section(kit.say('panel.comment.from', { who: nameOf(idea.talk.by).text }), idea.talk.text)
      : [],
  fields: ({ kit: { say } }, kept) => [
    wordField(say, 'comment', { value: kept.comment, required: 'field.comment.missing' }),
  ],
};

type PanelFor<A extends Asking> = A extends PanelName ? Panel : Panel & { name: NonNullable<Panel['name']> };

/** Every panel. The compiler names one that has no texts of its name. */
export const panels: { readonly [A in Asking]: PanelFor<A> } = {
  answer: {
    quotes: openQuestion,
    fields: ({ kit: { say } }, kept) => [
      wordField(say, 'answer', { value: kept.answer, required: 'field.answer.missing' }),
    ],
  },
  ask: {
    name: ({ idea }) => (idea.waiting?.for === 'funder' ? 'askFirst' : 'ask'),
    fields: ({ kit: { say } }, kept) => [
      wordField(say, 'question', { value: kept.question, required: 'field.question.missing' }),
    ],
  },
  comment: commenting,
  askOwner: commenting,
  reportProgress: {
    name: 'progress',
    fields: ({ kit: { say } }, kept) => [
      wordField(say, 'progress', { value: kept.progress, required: 'field.progress.missing' }),
    ],
  },

  thank: {
    fields: ({ kit: { say } }, kept) => [
      wordField(say, 'thanks', { value: kept.thanks, optional: true, lines: 'one' }),
    ],
  },

  nameDriver: { fields: (reading, kept, colleagues) => personFields(reading, 'field.driver', kept, colleagues) },
  doNow: {
    fields: (reading, kept, colleagues) => {
      const { say, today, settings } = reading.kit;
      const until = {
        value: kept.until ?? openDay(addDays(today, settings.answerDays.doer), settings.calendar),
        min: today,
        max: addMonths(today, LONGEST_TASK),
        missing: say('field.until.missing', { field: say('field.until') }),
      };
      return [...personFields(reading, 'field.doer', kept, colleagues), dateField('until', say('field.until'), until)];
    },
  },
  reportDone: {
    name: 'done',
    fields: ({ kit: { say } }, kept) => [
      wordField(say, 'done', { value: kept.done, required: 'field.done.missing', lines: 'one' }),
    ],
  },
  declineDoing: { name: 'decline', fields: declining },
  declineDriving: { fields: declining },
  declineOwning: { fields: declining },

  sendBack: {
    fields: (reading, kept) => [reasonField(reading, 'panel.sendBack.reason', kept, 'field.reason.missing')],
  },
  grantPart: {
    name: 'grant',
    fields: (reading, kept) => [
      amountField(reading.kit.say, 'amount', reading.kit.say('field.amount'), {
        value: kept.amount,
        placeholder: reading.kit.say('field.amount.hint', {
          amount: amountText(reading.kit, reading.idea.money?.asked ?? 0),
        }),
        missing: 'field.amount.missing',
      }),
      reasonField(reading, 'panel.grant.reason', kept),
      diaryField(reading, kept),
    ],
  },
  declineMoney: {
    fields: (reading, kept) => [
      reasonField(reading, 'panel.declineMoney.reason', kept, 'field.reason.missing'),
      diaryField(reading, kept),
    ],
  },

  endTest: {},
  extend: {
    fields: (reading, kept) => [
      dayAhead(reading, 'until', reading.kit.say('field.testUntil'), {
        value: kept.until,
        after: reading.idea.test?.end,
        months: LONGEST_EXTENSION_MONTHS,
        required: true,
      }),
      reasonField(reading, 'panel.extend.reason', kept, 'field.reason.missing'),
    ],
  },
  backToTest: {
    fields: (reading, kept) => [
      dayAhead(reading, 'until', reading.kit.say('field.testUntil'), {
        value: kept.until,
        months: LONGEST_EXTENSION_MONTHS,
        required: true,
      }),
      reasonField(reading, 'panel.backToTest.reason', kept, 'field.reason.missing'),
    ],
  },
  useHere: {
    fields: ({ kit: { say } }, kept) => [
      wordField(say, 'done', { label: 'panel.useHere.done', value: kept.done, optional: true }),
    ],
  },

  scale: {
    fields: (reading, kept, colleagues) => [
      ...personFields(reading, 'field.owner', kept, colleagues),
      // After another test the same departments take it in: they are asked already.
      ...departmentsField(reading, 'field.departments', kept.departments, {
        except: invitable(reading),
        required: Object.keys(reading.idea.adoptions).length === 0,
      }),
    ],
  },
  nameOwner: { fields: (reading, kept, colleagues) => personFields(reading, 'field.owner', kept, colleagues) },
  invite: {
    fields: (reading, kept) =>
      departmentsField(reading, 'field.departments', kept.departments, { except: invitable(reading), required: true }),
  },
  spread: {
    fields: ({ kit: { say } }, kept) => [
      wordField(say, 'done', { label: 'panel.spread.done', value: kept.done, optional: true }),
    ],
  },
  adopt: { fields: adopting },
  tryFirst: { fields: adopting },
  notNow: {
    fields: (reading, kept) => [reasonField(reading, 'panel.notNow.reason', kept, 'field.reason.missing')],
  },
  stopUsing: { fields: (reading, kept) => [reasonField(reading, 'panel.stopUsing.reason', kept)] },
  followUp: { quotes: followUpQuotes, fields: followUpFields },

  concern: {
    fields: (reading, kept) =>
      departmentsField(reading, 'field.concerns', kept.departments, {
        except: [reading.idea.department, ...reading.idea.concerns],
        required: true,
      }),
  },
  addCoSubmitter: {
    name: 'coSubmitter',
    fields: ({ kit }, kept, colleagues) => [
      pickedField(kit, 'field.colleague', others(colleagues), kept.person),
      emailField('personEmail', kit.say('field.colleagueEmail'), kept.personEmail),
    ],
  },
  passOn: {
    fields: (reading, kept) => [
      departmentField(reading.kit, kept.department ?? suggestedFor(reading), [reading.idea.department]),
      reasonField(reading, 'panel.passOn.reason', kept),
    ],
  },
  merge: {
    fields: (reading, kept, _colleagues, targets) => [
      ...targetFields(reading, kept, targets),
      reasonField(reading, 'panel.merge.reason', kept),
    ],
  },
  stepOut: {},
  close: {
    name: ({ idea }) => (isAfterTest(idea) ? 'closeTested' : idea.stage === 'inUse' ? 'closeUsed' : 'close'),
    fields: closingFields,
  },
  reopen: { fields: (reading, kept) => [reasonField(reading, 'panel.reopen.reason', kept)] },
  withdraw: { fields: (reading, kept) => [hideField(reading, 'panel.withdraw.hide', kept)] },
  hide: {},
  noteDecision: { fields: notingFields },
  report: { fields: (reading, kept) => [reasonField(reading, 'panel.report.reason', kept)] },
};
