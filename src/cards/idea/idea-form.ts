import type { Refusal } from '../../domain/idea/decide.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Words } from '../../domain/idea/words.js';
import type { Door } from '../../domain/organisation/doors.js';
import { buttonRows } from '../button-rows.js';
import { emailField, type Field, toggleField, wordField } from '../fields.js';
import type { Drawn, Kit } from '../kit.js';
import { doorWords, linkTo } from '../language/door-words.js';
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
}

/** The form for a new idea, or for editing one: three fields seen, the rest folded until somebody wants it. */
export function ideaForm(kit: Kit, { idea, draft, department, fault, door }: FormView): Drawn {
  const { say } = kit;
  const heading = say(idea ? 'form.edit' : 'form.new');
  const { solution, evidence, confidential, forColleague, workplace } = draft;
  const { solves = false } = draft;
  const isOpen = Boolean((solution && !solves) || evidence || confidential || forColleague || workplace);
  const card = kit.draw('idea-form', {
    heading,
    fault: fault ? [{ text: refusalText(say, fault) }] : [],
    door: door ? [{ text: doorWords(kit, door) }] : [],
    links: door ? linkTo(kit, door, 'default') : [],
    seen: [{ fields: seenFields(kit, draft) }],
    place: idea ? [] : [placeOf(kit, department)],
    more: {
      isOpen,
      fields: moreFields(kit, draft),
      honest: say('form.honest'),
      whose: idea ? [] : [{ fields: whoseFields(kit, draft) }],
    },
    unfold: isOpen ? [] : [{ title: say('button.addMore') }],
    open: whoReads(kit, idea?.department ?? department),
    buttonRows: buttonRows(idea ? editButtons(kit, idea) : [submitButton(kit, draft, door)]),
  });
  return { card, summary: heading };
}

const seenFields = ({ say }: Kit, draft: Draft): Field[] => [
  wordField(say, 'problem', {
    value: draft.problem,
    required: 'field.problem.missing',
    placeholder: 'form.problem.hint',
  }),
  wordField(say, 'title', {
    value: draft.title,
    required: 'field.title.missing',
    placeholder: 'form.title.hint',
    lines: 'one',
  }),
  ...(draft.solves ? [solutionField(say, draft)] : []),
];

const solutionField = (say: Kit['say'], { solution }: Draft): Field => wordField(say, 'solution', { value: solution });

const moreFields = ({ say }: Kit, draft: Draft): Field[] => [
  ...(draft.solves ? [] : [solutionField(say, draft)]),
  wordField(say, 'evidence', { value: draft.evidence }),
  nameField(say, draft.confidential === true),
];

/** Whether the name is kept from others. */
export const nameField = (say: Kit['say'], on: boolean): Field =>
  toggleField('confidential', say('form.name'), say('form.confidential'), on);

/** Who will read an idea of this department, and so what is not to stand in it. */
export const whoReads = ({ say, directory }: Kit, department: string | undefined): string =>
  say(directory.department(department ?? '')?.readFirst ? 'form.openReadFirst' : 'form.open');

/** An idea that one writes down for somebody else, or that a workplace meeting had; a new one only. */
const whoseFields = ({ say }: Kit, { forColleague, workplace }: Draft): Field[] => [
  {
    ...emailField('forColleague', say('form.forColleague'), forColleague),
    placeholder: say('form.forColleague.hint'),
  },
  wordField(say, 'workplace', { value: workplace, lines: 'one', placeholder: 'form.workplace.hint' }),
];

/** The department as a line with "Byt" where it is known; else the list to choose from. */
export function placeOf(kit: Kit, code: string | undefined) {
  const { say } = kit;
  const known = code !== undefined && kit.directory.department(code) !== undefined;
  return {
    line: known
      ? [
          {
            label: say('field.department'),
            name: shortPlaceName(kit, { department: code }),
            change: say('button.change'),
          },
        ]
      : [],
    isOpen: !known,
    fields: [departmentField(kit, code)],
  };
}

const submitButton = (kit: Kit, { picture, isIdea }: Draft, door: Door | undefined): Button =>
  button(
    kit.say(door ? 'button.isIdeaSend' : 'button.submit'),
    'submit',
    { op: kit.mintOp(), picture, ...((isIdea || door) && { isIdea: 'true' }) },
    { style: 'positive' },
  );

const editButtons = (kit: Kit, idea: Idea): Button[] => [
  button(kit.say('button.saveIdea'), 'edit', { op: kit.mintOp(), idea: idea.id }, { style: 'positive' }),
  button(kit.say('button.back'), 'panel', { idea: idea.id }, { inputs: 'none' }),
];
