import type { Refusal } from '../../domain/idea/decide.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Words } from '../../domain/idea/words.js';
import type { Door } from '../../domain/organisation/doors.js';
import { onlyDepartment } from '../../domain/organisation/place.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { choiceField, emailField, type Field, toggleField, wordField } from '../fields.js';
import { doorWords, linkTo } from '../organisation/door-words.js';
import { shortPlaceName } from '../places.js';
import { refusalText } from '../refusal-text.js';
import { type Button, button } from '../verbs.js';
import { departmentField } from './actions/panel-fields.js';

/** What stands in the form: the idea's words, and whose idea it is where that is somebody else's. */
export type Draft = Words & {
  confidential?: boolean | undefined;
  forColleague?: string | undefined;
  /** A stored picture that goes along with a new idea. */
  picture?: string | undefined;
  /** They have begun with how to solve it: its field is seen from the first. */
  solves?: true | undefined;
  /** They have said that it is an idea, where it seemed to belong elsewhere. */
  isIdea?: 'true' | undefined;
  /** Who wrote the message that it is made of, where somebody else did; and whose idea it is. */
  author?: string | undefined;
  whose?: 'mine' | 'theirs' | undefined;
  /** The operation under which it was kept, and which sends it. */
  kept?: string | undefined;
  /** The challenge that it answers, by its id. */
  challenge?: string | undefined;
};

export interface FormView {
  /** The idea to edit; absent for a new one. */
  idea?: Idea | undefined;
  /** What stands in the fields to begin with. */
  draft: Draft;
  /** Code of the department that gets a new idea; absent where the person's is not known, and then it is asked for. */
  department?: string | undefined;
  fault?: Refusal | undefined;
  /** Where it seems to belong: said once, before it is sent. */
  door?: Door | undefined;
  /** What the challenge is called that it answers. */
  answers?: string | undefined;
}

/** The form for a new idea, or for editing one: three fields seen, the rest folded until somebody wants it. */
export function ideaForm(context: CardContext, { idea, draft, department, fault, door, answers }: FormView): Drawn {
  const { t } = context;
  const heading = t(idea ? 'form.edit' : 'form.new');
  const { solution, evidence, confidential, forColleague, workplace } = draft;
  const { solves = false } = draft;
  const isOpen = Boolean((solution && !solves) || evidence || confidential || forColleague || workplace);
  const card = context.draw('idea-form', {
    heading,
    fault: fault ? [{ text: refusalText(t, fault) }] : [],
    answers: draft.challenge ? [{ text: t('form.answers', { challenge: answers ?? draft.challenge }) }] : [],
    door: door ? [{ text: doorWords(context, door) }] : [],
    links: door ? linkTo(context, door, 'default') : [],
    seen: [{ fields: seenFields(context, draft) }],
    place: idea ? [] : placeChosen(context, department),
    more: {
      isOpen,
      fields: moreFields(context, draft),
      honest: t('form.honest'),
      whose: idea ? [] : [{ fields: whoseFields(context, draft) }],
    },
    unfold: isOpen ? [] : [{ title: t('button.addMore') }],
    open: whoReads(context, idea?.department ?? department),
    buttonRows: buttonRows(idea ? editButtons(context, idea) : [submitButton(context, draft, door)]),
  });
  // Where the form itself cannot be shown again, this is what is told.
  return { card, summary: fault ? refusalText(t, fault) : heading };
}

const seenFields = ({ t }: CardContext, draft: Draft): Field[] => [
  wordField(t, 'problem', {
    value: draft.problem,
    required: 'field.problem.missing',
    placeholder: 'form.problem.hint',
  }),
  wordField(t, 'title', {
    value: draft.title,
    required: 'field.title.missing',
    placeholder: 'form.title.hint',
    lines: 'one',
  }),
  ...(draft.solves ? [solutionField(t, draft)] : []),
  ...(draft.author ? [whoseField(t, draft)] : []),
];

/** Whose idea it is, of what somebody else has written: theirs, unless that is chosen. */
const whoseField = (t: CardContext['t'], { whose = 'theirs' }: Draft): Field =>
  choiceField(
    {
      id: 'whose',
      label: t('form.whose'),
      choices: (['theirs', 'mine'] as const).map((value) => ({ value, title: t(`form.whose.${value}`) })),
      value: whose,
      placeholder: '',
    },
    { open: true },
  );

const solutionField = (t: CardContext['t'], { solution }: Draft): Field =>
  wordField(t, 'solution', { value: solution });

const moreFields = ({ t }: CardContext, draft: Draft): Field[] => [
  ...(draft.solves ? [] : [solutionField(t, draft)]),
  wordField(t, 'evidence', { value: draft.evidence }),
  nameField(t, draft.confidential === true),
];

/** Whether the name is kept from others. */
export const nameField = (t: CardContext['t'], on: boolean): Field =>
  toggleField('confidential', t('form.name'), t('form.confidential'), on);

/** Who will read an idea of this department, and so what is not to stand in it. */
export const whoReads = ({ t, directory }: CardContext, department: string | undefined): string =>
  t(directory.department(department ?? '')?.readFirst ? 'form.openReadFirst' : 'form.open');

/** An idea that one writes down for somebody else, or that a workplace meeting had; a new one only. */
const whoseFields = ({ t }: CardContext, { forColleague, workplace }: Draft): Field[] => [
  {
    ...emailField('forColleague', t('form.forColleague'), forColleague),
    placeholder: t('form.forColleague.hint'),
  },
  wordField(t, 'workplace', { value: workplace, lines: 'one', placeholder: 'form.workplace.hint' }),
];

/** The department as a line with "Byt" where it is known; else the list to choose from. Nothing where there is no other. */
export function placeChosen(context: CardContext, code: string | undefined) {
  const { t } = context;
  if (onlyDepartment(context.directory)) return [];
  const known = code !== undefined && context.directory.department(code) !== undefined;
  const place = {
    line: known
      ? [
          {
            label: t('field.department'),
            name: shortPlaceName(context, { department: code }),
            change: t('button.change'),
          },
        ]
      : [],
    isOpen: !known,
    fields: [departmentField(context, code)],
  };
  return [place];
}

function submitButton(
  context: CardContext,
  { picture, source, author, isIdea, kept, challenge }: Draft,
  door: Door | undefined,
): Button {
  const { t, mintIdempotencyKey } = context;
  const idempotencyKey = kept ?? mintIdempotencyKey();
  const said = { ...((isIdea || door) && { isIdea: 'true' as const }), ...(kept && { kept: 'true' as const }) };
  const data = { idempotencyKey, picture, source, author, answersTo: challenge, ...said };
  return button(t(door ? 'button.isIdeaSend' : 'button.submit'), 'submit', data, { style: 'positive' });
}

const editButtons = (context: CardContext, idea: Idea): Button[] => [
  button(
    context.t('button.saveIdea'),
    'edit',
    { idempotencyKey: context.mintIdempotencyKey(), idea: idea.id },
    { style: 'positive' },
  ),
  button(context.t('button.back'), 'panel', { idea: idea.id }, { inputs: 'none' }),
];
