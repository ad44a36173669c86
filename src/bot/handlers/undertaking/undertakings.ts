import { actOnUndertaking } from '../../../app/undertaking/act-on-undertaking.js';
import { addUndertaking } from '../../../app/undertaking/add-undertaking.js';
import { listUndertakings } from '../../../app/undertaking/list-undertakings.js';
import { mayUndertakeFor } from '../../../app/undertaking/roles.js';
import { openUndertaking, type UndertakingView } from '../../../app/undertaking/undertaking-view.js';
import { type UndertakingCardView, undertakingCard } from '../../../cards/undertaking/undertaking-card.js';
import { type UndertakingFormView, undertakingForm } from '../../../cards/undertaking/undertaking-form.js';
import { undertakingList } from '../../../cards/undertaking/undertaking-list.js';
import { undertakingTold } from '../../../cards/undertaking/undertaking-told.js';
import { undertakingPanelOf } from '../../../cards/undertaking/undertaking-verbs.js';
import { undertakingRefusal } from '../../../cards/undertaking/undertaking-words.js';
import type { VerbData } from '../../../cards/verbs.js';
import { type Answer, below, here, tell } from '../../turns/answer.js';
import { fitted } from '../../turns/fitted.js';
import type { Turn } from '../../turns/turn.js';

/** What is undertaken for a year. */
export const undertakings = (turn: Turn, { department, year, page }: VerbData<'undertakings'>): Promise<Answer> =>
  list(turn, { department, year }, { page });

async function list(
  turn: Turn,
  of: { department?: string | undefined; year?: string | undefined },
  shown: { page: number; told?: string },
): Promise<Answer> {
  const listed = await listUndertakings(turn.deps, turn.person, {
    ...{ department: of.department || undefined, year: of.year },
  });
  if (!listed.ok) return notHere(turn);
  return here(undertakingList(turn.context, { ...listed.value, ...shown }));
}

/** The form for a new one. */
export async function form(turn: Turn, { department, year }: VerbData<'undertakingForm'>): Promise<Answer> {
  const mayAdd = department && mayUndertakeFor(turn.deps, turn.person, department);
  if (!mayAdd) return tell(turn.context.t('undertaking.refusal.notAllowed'));
  return here(undertakingForm(turn.context, { department, year: year || undefined }));
}

/** The year with what was added; the form with what was written, where it could not be. */
export async function add(turn: Turn, data: VerbData<'addUndertaking'>): Promise<Answer> {
  const { idempotencyKey, department = '', what = '', who = '', until = '' } = data;
  const added = await addUndertaking(turn.deps, turn.person, {
    ...{ idempotencyKey, department, until, words: { what, who } },
  });
  if (!added.ok) return addAgain(turn, data, undertakingRefusal(turn.context, added.refusal));
  const { id, seq, year } = added.value;
  turn.changed({ record: 'undertaking', id, seq });
  return list(turn, { department, year }, { page: 0, told: turn.context.t('undertaking.did.undertakingAdded') });
}

/** The form as it was sent, where what was written is asked about first. */
export async function addAgain(turn: Turn, data: VerbData<'addUndertaking'>, fault?: string): Promise<Answer> {
  const { department = '', what, who, until } = data;
  if (!mayUndertakeFor(turn.deps, turn.person, department))
    return tell(fault ?? turn.context.t('undertaking.refusal.notAllowed'));
  const drawn = (draft: UndertakingFormView['draft']) =>
    undertakingForm(turn.context, { department, fault, ...(draft && { draft }) });
  return here(fitted({ what, who, until }, drawn));
}

/** One, in place or as a message of its own. */
export async function undertaking(turn: Turn, data: VerbData<'undertaking'>): Promise<Answer> {
  const view = await openUndertaking(turn.deps, turn.person, data.undertaking);
  if (!view) return notHere(turn);
  const drawn = undertakingCard(turn.context, { ...view, panel: data.panel });
  return data.below ? below(drawn) : here(drawn);
}

/** One by its bare id; undefined where there is none for this reader. */
export async function openUndertakingById(turn: Turn, id: string): Promise<Answer | undefined> {
  const view = await openUndertaking(turn.deps, turn.person, id);
  return view && below(undertakingCard(turn.context, view));
}

const notHere = ({ context }: Turn): Answer => tell(context.t('undertaking.refusal.notFound'));

/** What somebody does to one: its card as it is then, with what happened; refused: with why, and what was written in vain. */
export async function act(turn: Turn, data: VerbData<'actOnUndertaking'>): Promise<Answer> {
  const { undertaking: id, decisionVersion, idempotencyKey, undertakingAct: type, why = '', result = '', until } = data;
  const outcome = await actOnUndertaking(turn.deps, turn.person, {
    ...{ id, idempotencyKey, type, decisionVersion, until, words: { why, result } },
    ...(turn.cardActivityId && { shownIn: turn.cardActivityId }),
  });
  if (outcome.ok) {
    const { view, event } = outcome;
    turn.changed({ record: 'undertaking', id, seq: event.seq });
    const told = undertakingTold(turn.context, { event, as: 'actor' });
    return here(undertakingCard(turn.context, { ...view, told }));
  }
  const fault = undertakingRefusal(turn.context, outcome.refusal);
  return outcome.view ? here(writing(turn, outcome.view, data, fault)) : tell(fault);
}

/** The panel as it was sent, where what was written is asked about first. */
export async function actAgain(turn: Turn, data: VerbData<'actOnUndertaking'>, fault?: string): Promise<Answer> {
  const view = await openUndertaking(turn.deps, turn.person, data.undertaking);
  return view ? here(writing(turn, view, data, fault)) : notHere(turn);
}

const writing = (turn: Turn, view: UndertakingView, data: VerbData<'actOnUndertaking'>, fault: string | undefined) => {
  const { why, result, until, undertakingAct: type } = data;
  const drawn = (kept: UndertakingCardView['kept']) =>
    undertakingCard(turn.context, { ...view, fault, panel: undertakingPanelOf(type), ...(kept && { kept }) });
  return fitted({ why, result, until }, drawn);
};

/** What the buttons of undertakings lead to. */
export const undertakingButtons = {
  undertakings,
  undertakingForm: form,
  addUndertaking: add,
  undertaking,
  actOnUndertaking: act,
};
