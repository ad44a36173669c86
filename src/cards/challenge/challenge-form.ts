import { ME } from '../../app/person/colleague.js';
import {
  FEWEST_ANSWER_DAYS,
  FEWEST_RESULT_DAYS,
  MOST_ANSWER_DAYS,
  MOST_RESULT_DAYS,
} from '../../domain/challenge/days.js';
import { challengeLimits } from '../../domain/challenge/words.js';
import { addDays } from '../../domain/time.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { amountField, choiceField, choicesField, dateField, type Field, peopleField, textField } from '../fields.js';
import { note } from '../note.js';
import { goalChoices, ifAny } from '../organisation/goals.js';
import { namedPeople } from '../person/named-people.js';
import { officeName } from '../places.js';
import { button } from '../verbs.js';
import { whoseName } from './challenge-words.js';

/** What stands for the whole municipality where a department could; no code is it. */
export const EVERYWHERE = '*';
/** What can be offered beside money. */
export const offered = ['time', 'place', 'person'] as const;

/** What stands in the form, as it was written. */
export interface ChallengeDraft {
  problem?: string | undefined;
  title?: string | undefined;
  tried?: string | undefined;
  offers?: string | undefined;
  money?: string | undefined;
  owner?: string | undefined;
  answerBy?: string | undefined;
  resultBy?: string | undefined;
  goal?: string | undefined;
  /** A code, or `EVERYWHERE`. */
  whose?: string | undefined;
}

export interface ChallengeFormView {
  draft: ChallengeDraft;
  person: { name: string; emails: readonly string[] };
  /** For whom they may publish: codes, and `EVERYWHERE`. */
  mayFor: readonly string[];
  /** Why it came back. */
  fault?: string | undefined;
}

/** Usual days: long enough for a workplace to meet twice, and to decide afterwards. */
const USUAL_ANSWER_DAYS = 28;
const USUAL_RESULT_DAYS = 42;

/** The form in which a leader, a manager or the innovation office publishes a challenge. */
export function challengeForm(context: CardContext, view: ChallengeFormView): Drawn {
  const { t } = context;
  const { draft, fault } = view;
  const heading = t('challenge.form.heading');
  const card = context.draw('form', {
    heading,
    fault: fault ? [{ text: fault }] : [],
    about: t('challenge.form.about'),
    fields: [
      ...whoseField(context, view),
      textField(
        t,
        { id: 'problem', label: 'challenge.field.problem', limit: challengeLimits.problem },
        {
          value: draft.problem,
          required: 'challenge.field.problem.missing',
          placeholder: 'challenge.field.problem.hint',
        },
      ),
      textField(
        t,
        { id: 'title', label: 'challenge.field.title', limit: challengeLimits.title },
        { value: draft.title, optional: true, placeholder: 'challenge.field.title.hint', lines: 'one' },
      ),
      textField(
        t,
        { id: 'tried', label: 'challenge.field.tried', limit: challengeLimits.tried },
        { value: draft.tried, optional: true },
      ),
      offersField(context, draft),
      amountField(t, 'money', t('field.optional', { label: t('challenge.field.money') }), {
        ...{ value: draft.money, placeholder: t('challenge.field.money.hint') },
      }),
      ownerField(context, view),
      ...dateFields(context, draft),
      ...goalField(context, draft),
    ],
    buttonRows: buttonRows([
      button(
        t('challenge.button.publish'),
        'publishChallenge',
        { idempotencyKey: context.mintIdempotencyKey() },
        { style: 'positive' },
      ),
    ]),
  });
  return { card, summary: fault ?? heading };
}

/** To somebody who may publish none: who may. */
export const challengeElsewhere = (context: CardContext): Drawn =>
  note(context, {
    heading: context.t('challenge.form.heading'),
    lines: [context.t('challenge.notYours', { office: officeName(context) })],
    buttons: [
      button(context.t('button.idea'), 'form', {}, { style: 'positive', inputs: 'none' }),
      button(context.t('button.leader'), 'leader', {}, { inputs: 'none' }),
    ],
  });

/** Nothing is asked of whoever may publish for one alone. */
function whoseField(context: CardContext, { mayFor, draft }: ChallengeFormView): Field[] {
  if (mayFor.length < 2) return [];
  const choices = mayFor.map((value) => ({
    value,
    title: whoseName(context, value === EVERYWHERE ? {} : { department: value }),
  }));
  const { t } = context;
  const label = t('challenge.field.whose');
  return [
    choiceField(
      { id: 'whose', label, choices, value: draft.whose ?? mayFor[0], placeholder: t('field.choose') },
      { missing: t('challenge.field.whose.missing') },
    ),
  ];
}

const offersField = ({ t }: CardContext, { offers }: ChallengeDraft): Field =>
  choicesField(
    {
      id: 'offers',
      label: t('challenge.field.offers'),
      choices: offered.map((value) => ({ value, title: t(`challenge.offer.${value}`) })),
      value: offers,
      placeholder: '',
    },
    { open: true },
  );

const ownerField = (context: CardContext, { draft, person, mayFor }: ChallengeFormView): Field =>
  peopleField({
    ...{ id: 'owner', label: context.t('challenge.field.owner') },
    choices: namedPeople(context, person, draft.whose ? [draft.whose] : mayFor.slice(0, 1)),
    ...{ value: draft.owner ?? ME, placeholder: context.t('field.colleague.hint') },
  });

const dateFields = ({ t, today }: CardContext, { answerBy, resultBy }: ChallengeDraft): Field[] => [
  dateField('answerBy', t('challenge.field.answerBy'), {
    value: answerBy ?? addDays(today, USUAL_ANSWER_DAYS),
    ...{ min: addDays(today, FEWEST_ANSWER_DAYS), max: addDays(today, MOST_ANSWER_DAYS) },
    missing: t('challenge.field.answerBy.missing'),
  }),
  dateField('resultBy', t('challenge.field.resultBy'), {
    value: resultBy ?? addDays(today, USUAL_RESULT_DAYS),
    ...{
      min: addDays(today, FEWEST_ANSWER_DAYS + FEWEST_RESULT_DAYS),
      max: addDays(today, MOST_ANSWER_DAYS + MOST_RESULT_DAYS),
    },
    missing: t('challenge.field.resultBy.missing'),
  }),
];

const goalField = (context: CardContext, { goal }: ChallengeDraft): Field[] =>
  ifAny(goalChoices(context), (choices) => {
    const label = context.t('field.optional', { label: context.t('challenge.field.goal') });
    return choiceField(
      { id: 'goal', label, choices, value: goal, placeholder: context.t('field.choose') },
      { search: true },
    );
  });
