import { actOnIdea } from '../../../app/idea/act-on-idea.js';
import { ideaToEdit } from '../../../app/idea/edit-idea.js';
import { submitIdea } from '../../../app/idea/submit-idea.js';
import { settlePerson } from '../../../app/person/move-person.js';
import { requestOf } from '../../../cards/idea/actions/request.js';
import { type Draft, ideaForm } from '../../../cards/idea/idea-form.js';
import { type IdeaCardProps, ideaCard } from '../../../cards/idea-card.js';
import type { VerbData } from '../../../cards/verbs.js';
import { newestEvent } from '../../../domain/idea/events.js';
import type { Idea } from '../../../domain/idea/idea.js';
import type { Refusal } from '../../../domain/idea/refusal.js';
import type { Words } from '../../../domain/idea/words.js';
import { beginningOf } from '../../../domain/language/proposals.js';
import { titleFrom } from '../../../domain/language/tidy.js';
import type { Door } from '../../../domain/organisation/doors.js';
import { accept } from '../../../domain/result.js';
import { type Answer, below, here, tell } from '../../turns/answer.js';
import { fitted } from '../../turns/fitted.js';
import type { Turn } from '../../turns/turn.js';
import { outcomeCard, shownIn } from './idea-outcomes.js';
import { pageOf } from './idea-pages.js';

export const form = async (
  turn: Turn,
  { text, picture, isIdea, answersTo: challenge }: VerbData<'form'>,
): Promise<Answer> => below(formWith(turn, { ...beginningOf(text ?? ''), picture, isIdea, challenge }));

/** The form with what there is to begin with, as much as a card can carry; for the person's own department unless another is chosen. */
export const formWith = (turn: Turn, written: Draft, department = turn.person.department, answers?: string) =>
  fitted(written, (draft) => ideaForm(turn.context, { draft, answers, ...(department && { department }) }));

/** "Skicka idén": the form turns into the receipt. A refusal keeps what was written. `sent`: done when it is an idea. */
export const submit = async (
  turn: Turn,
  data: VerbData<'submit'>,
  sent?: (id: string) => Promise<void>,
): Promise<Answer> => {
  const { idempotencyKey, department, confidential, forColleague, picture, answersTo: challenge } = data;
  const words = ideaWordsIn(data);
  const door = doorFor(turn, words);
  if (door && isAskedFirst(door, data)) return submitAgain(turn, data, undefined, door);
  const result = await submitIdea(turn.deps, turn.person, {
    idempotencyKey,
    words,
    confidential,
    department,
    forColleague,
    challenge,
  });
  if (!result.ok) return submitAgain(turn, data, result.refusal);
  turn.changed({ ...newestEvent(result.value), seq: 1 });
  await sent?.(result.value.id);
  if (!turn.person.department && department) {
    turn.become(await settlePerson(turn.deps, turn.me, { to: department }));
  }
  return here(
    receipt(turn, picture ? await withPicture(turn, result.value, idempotencyKey, picture) : result.value, door),
  );
};

/** What must not wait is said before it is sent, once; the rest on the receipt. */
const isAskedFirst = (door: Door | undefined, { isIdea }: Pick<VerbData<'submit'>, 'isIdea'>): boolean =>
  door?.grave === true && !door.proposed && !isIdea;

/** Whether it is first asked if it is an idea. */
export const isAskedAbout = (turn: Turn, data: VerbData<'submit'>): boolean =>
  isAskedFirst(doorFor(turn, ideaWordsIn(data)), data);

/** Where an idea seems to belong that somebody has written into the form. */
const doorFor = ({ deps }: Turn, { title = '', problem = '' }: Words): Door | undefined =>
  deps.settings().doorIn(`${title}\n${problem}`);

/** The form as it was sent, with why it came back. */
export async function submitAgain(
  turn: Turn,
  data: Omit<VerbData<'submit'>, 'idempotencyKey'> & { idempotencyKey?: string },
  fault?: Refusal,
  door?: Door,
): Promise<Answer> {
  const {
    department = turn.person.department,
    confidential,
    forColleague,
    picture,
    isIdea,
    answersTo: challenge,
  } = data;
  const kept = data.kept && data.idempotencyKey;
  const written = {
    ...ideaWordsIn(data),
    confidential,
    ...(forColleague && { forColleague }),
    picture,
    isIdea,
    challenge,
    kept,
    author: data.author,
    whose: data.whose,
  };
  const view = { ...(fault && { fault }), ...(door && { door }), ...(department && { department }) };
  return here(fitted(written, (draft) => ideaForm(turn.context, { ...view, draft })));
}

/** What was to be sent from a quote, or opened in the form, in the form. */
export const submitTextAgain = (
  turn: Turn,
  { text = '', ...rest }: Omit<VerbData<'submitText'>, 'idempotencyKey'>,
  fault?: Refusal,
) => submitAgain(turn, { ...rest, problem: text, title: titleFrom(text) }, fault);
export const formAgain = (turn: Turn, { text = '', ...rest }: VerbData<'form'>, fault?: Refusal): Promise<Answer> =>
  submitAgain(turn, { confidential: false, ...rest, ...beginningOf(text) }, fault);

/** The new idea with the picture that came beside its words; without it where that is not the person's to add. */
async function withPicture(turn: Turn, idea: Idea, idempotencyKey: string, picture: string): Promise<Idea> {
  const request = requestOf({
    idea: idea.id,
    decisionVersion: idea.decisionVersion,
    idempotencyKey: `${idempotencyKey}.picture`,
    do: 'addPicture',
    picture,
  });
  const added = await actOnIdea(turn.deps, turn.person, request);
  return added.ok ? added.view.idea : idea;
}

/**
 * Typed text becomes an idea by one press: its first sentence is the name. Without a known department the form asks for it. `send`:
 * what becomes of what is whole.
 */
export const submitText = async (turn: Turn, data: VerbData<'submitText'>, send = submit): Promise<Answer> => {
  const { idempotencyKey, text = '', picture, department, confidential } = data;
  if (!turn.person.department && !department) {
    return here(formWith(turn, { ...beginningOf(text), confidential, picture }));
  }
  const words = { problem: text, title: titleFrom(text) };
  return send(turn, { idempotencyKey, ...words, confidential, picture, ...(department && { department }) });
};

export const receipt = (turn: Turn, idea: IdeaCardProps['idea'], door?: Door) =>
  ideaCard(turn.context, {
    idea,
    reader: { ref: turn.person.ref, roles: new Set(['reader', 'submitter']) },
    names: new Map([[turn.person.ref, turn.person.name]]),
    receipt: { officeInstead: idea.tier === 'office', ...(door && { door }) },
  });

/** The idea's words in the form, as long as they may be changed; after that, how the idea stands now. */
export const editForm = async (turn: Turn, { idea: id }: VerbData<'editForm'>): Promise<Answer> => {
  const { deps, person, context } = turn;
  const editing = await ideaToEdit(deps, person, id);
  if (!editing.ok) return tell(context.t(`refusal.${editing.refusal.code}`));
  const { idea, words, confidential, denied } = editing.value;
  const view = denied && (await pageOf(turn, id));
  if (view) return here(ideaCard(context, { ...view, fault: denied }));
  return here(ideaForm(context, { idea, draft: { ...words, confidential } }));
};

export const edit = async (turn: Turn, data: VerbData<'edit'>): Promise<Answer> => {
  const { idempotencyKey, idea: id, confidential } = data;
  const words = ideaWordsIn(data);
  const command = { type: 'edit', data: { confidential }, words } as const;
  const request = { id, idempotencyKey, type: command.type, command: () => accept(command), ...shownIn(turn) };
  const outcome = await actOnIdea(turn.deps, turn.person, request);
  if (!outcome.ok && outcome.seen && 'field' in outcome.refusal) {
    return editedWith(turn, outcome.seen.view.idea, data, outcome.refusal);
  }
  return outcomeCard(turn, outcome, words);
};

const editedWith = (turn: Turn, idea: Idea, data: VerbData<'edit'>, fault?: Refusal): Answer => {
  const written = { ...ideaWordsIn(data), confidential: data.confidential };
  return here(fitted(written, (draft) => ideaForm(turn.context, { idea, draft, ...(fault && { fault }) })));
};

/** The form of an idea as it was to be changed, to somebody who may. */
export async function editAgain(turn: Turn, data: VerbData<'edit'>, fault?: Refusal): Promise<Answer> {
  const editing = await ideaToEdit(turn.deps, turn.person, data.idea);
  return editing.ok
    ? editedWith(turn, editing.value.idea, data, fault)
    : tell(turn.context.t(`refusal.${editing.refusal.code}`));
}

export function ideaWordsIn(data: {
  title?: string | undefined;
  problem?: string | undefined;
  [key: string]: unknown;
}): Words {
  const keys = ['title', 'problem', 'solution', 'evidence', 'workplace', 'source'] as const;
  return Object.fromEntries(keys.flatMap((key) => (typeof data[key] === 'string' ? [[key, data[key]]] : [])));
}
