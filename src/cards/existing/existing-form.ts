import { ME } from '../../app/person/colleague.js';
import { type ExistingStage, existingStages } from '../../domain/existing/enter.js';
import { LONGEST_EXTENSION_MONTHS } from '../../domain/idea/commands/testing/test-end.js';
import type { Refusal } from '../../domain/idea/refusal.js';
import type { Words } from '../../domain/idea/words.js';
import { addDays, addMonths } from '../../domain/time.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { choiceField, dateField, type Field, peopleField, wordField } from '../fields.js';
import { note } from '../note.js';
import { oneDepartmentField } from '../organisation/place-field.js';
import { namedPeople } from '../person/named-people.js';
import { refusalText } from '../refusal-text.js';
import { button } from '../verbs.js';

/** What stands in the form. */
export type ExistingDraft = Pick<Words, 'title' | 'problem' | 'solution' | 'lesson' | 'end'> & {
  stage?: ExistingStage | undefined;
  contact?: string | undefined;
  department?: string | undefined;
};

export interface ExistingFormView {
  draft: ExistingDraft;
  /** The name of the one who fills it in, and the codes of the departments for which they may. */
  person: { name: string; emails: readonly string[] };
  departments: readonly string[];
  fault?: Refusal | undefined;
}

/** The form in which a leader or a manager enters what their department tests, uses or has tried already. */
export function existingForm(context: CardContext, view: ExistingFormView): Drawn {
  const { t } = context;
  const { fault, departments, draft } = view;
  const fields = [
    ...(departments.length > 1 ? [whichDepartment(context, view)] : []),
    ...wordsOf(context, draft),
    stageField(context, draft),
    wordField(t, 'lesson', { label: 'existing.result', value: draft.lesson }),
    dateField('end', t('existing.end'), {
      value: draft.end ?? '',
      min: addDays(context.today, 1),
      max: addMonths(context.today, LONGEST_EXTENSION_MONTHS),
    }),
    contactField(context, view),
  ];
  const why = fault && refusalText(t, fault, fields);
  const heading = t('existing.heading');
  const card = context.draw('form', {
    heading,
    fault: why ? [{ text: why }] : [],
    about: t('existing.what'),
    fields,
    buttonRows: buttonRows([
      button(t('existing.enter'), 'enter', { idempotencyKey: context.mintIdempotencyKey() }, { style: 'positive' }),
    ]),
  });
  return { card, summary: why ?? heading };
}

/** To somebody who holds no post: what they can do instead. */
export const existingElsewhere = (context: CardContext): Drawn => {
  const { t } = context;
  return note(context, {
    heading: t('existing.heading'),
    lines: [t('existing.notYours'), t('existing.instead')],
    buttons: [
      button(t('button.idea'), 'form', {}, { style: 'positive', inputs: 'none' }),
      button(t('button.leader'), 'leader', {}, { inputs: 'none' }),
    ],
  });
};

const wordsOf = ({ t }: CardContext, draft: ExistingDraft): Field[] => [
  wordField(t, 'problem', {
    value: draft.problem,
    required: 'field.problem.missing',
    placeholder: 'existing.problem.hint',
  }),
  wordField(t, 'title', {
    label: 'existing.title',
    value: draft.title,
    required: 'existing.title.missing',
    placeholder: 'existing.title.hint',
    lines: 'one',
  }),
  wordField(t, 'solution', { label: 'existing.solution', value: draft.solution }),
];

const stageField = ({ t }: CardContext, { stage }: ExistingDraft): Field =>
  choiceField(
    {
      id: 'stage',
      label: t('existing.stage'),
      choices: existingStages.map((value) => ({ title: t(`existing.stage.${value}`), value })),
      value: stage ?? 'inUse',
      placeholder: t('field.choose'),
    },
    { open: true, missing: t('existing.stage.missing') },
  );

const whichDepartment = (context: CardContext, { draft, departments }: ExistingFormView): Field => {
  const { t, directory } = context;
  const asked = {
    ...{ label: t('field.department'), value: draft.department },
    ...{ missing: t('field.department.missing'), placeholder: t('field.choose') },
  };
  const others = directory.departments.map(({ code }) => code).filter((code) => !departments.includes(code));
  return oneDepartmentField(context, asked, others);
};

/** Oneself, whom the organisation file names there, or anybody by name. */
function contactField(context: CardContext, { draft, person, departments }: ExistingFormView): Field {
  const { t } = context;
  const codes = draft.department ? [draft.department] : departments.length === 1 ? departments : [];
  return peopleField({
    ...{ id: 'contact', label: t('existing.contact'), choices: namedPeople(context, person, codes) },
    ...{ value: draft.contact ?? ME, placeholder: t('field.colleague.hint') },
  });
}
