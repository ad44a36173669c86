import { enterExisting } from '../../../app/existing/enter-existing.js';
import { openIdea } from '../../../app/idea/open-idea.js';
import { type ExistingDraft, existingElsewhere, existingForm } from '../../../cards/existing/existing-form.js';
import { ideaCard } from '../../../cards/idea-card.js';
import type { VerbData } from '../../../cards/verbs.js';
import { mayEnterFor, usualAmong } from '../../../domain/existing/may-enter.js';
import { newestEvent } from '../../../domain/idea/events.js';
import type { Refusal } from '../../../domain/idea/refusal.js';
import { type Answer, below, here, tell } from '../../turns/answer.js';
import { fitted } from '../../turns/fitted.js';
import type { Turn } from '../../turns/turn.js';

/** "Det gör vi redan": the form, or what somebody without a post can do instead. */
export const existing = async (turn: Turn): Promise<Answer> => below(formFor(turn, {}));

/** "Lägg in": the form turns into the idea that it has become. A refusal keeps what was written. */
export const enter = async (turn: Turn, data: VerbData<'enter'>): Promise<Answer> => {
  const { deps, person, context } = turn;
  const { idempotencyKey, stage, department, contact } = data;
  if (!stage) return enterAgain(turn, data, { code: 'badChoice', field: 'stage' });
  const result = await enterExisting(deps, person, {
    ...{ idempotencyKey, stage, department, contact },
    words: wordsIn(data),
  });
  if (!result.ok) return enterAgain(turn, data, result.refusal);
  const { idea } = result.value;
  turn.changed({ ...newestEvent(idea), seq: 1 });
  const view = await openIdea(deps, person, idea.id);
  if (!view) return tell(context.t('refusal.notFound'));
  const event = view.history.find(({ type }) => type === 'entered');
  return here(ideaCard(context, { ...view, ...(event && { happened: { event, as: 'actor' } }) }));
};

/** The form as it was sent, with why it came back. */
export const enterAgain = async (
  turn: Turn,
  data: Omit<VerbData<'enter'>, 'idempotencyKey'>,
  fault?: Refusal,
): Promise<Answer> => {
  const { stage, contact, department } = data;
  return here(formFor(turn, { ...wordsIn(data), stage, contact, department }, fault));
};

function formFor(turn: Turn, written: ExistingDraft, fault?: Refusal) {
  const { context, person, deps } = turn;
  const departments = mayEnterFor(person, deps.directory());
  if (departments.length === 0) return existingElsewhere(context);
  const department = written.department ?? usualAmong(departments, person.department);
  return fitted({ ...written, department }, (draft) => existingForm(context, { draft, person, departments, fault }));
}

function wordsIn(data: Omit<VerbData<'enter'>, 'idempotencyKey'>) {
  const keys = ['title', 'problem', 'solution', 'lesson', 'end'] as const;
  return Object.fromEntries(keys.flatMap((key) => (data[key] ? [[key, data[key]]] : []))) as Partial<
    Record<(typeof keys)[number], string>
  >;
}
