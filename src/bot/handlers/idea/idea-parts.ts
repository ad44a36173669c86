import { type ActResult, actOnIdea } from '../../../app/idea/act-on-idea.js';
import { requestOf } from '../../../cards/idea/actions/request.js';
import { partsAfter } from '../../../cards/idea/filling.js';
import { readingOf } from '../../../cards/idea/reading.js';
import { ideaCard } from '../../../cards/idea-card.js';
import type { VerbData } from '../../../cards/verbs.js';
import { isOpenTo } from '../../../domain/idea/decide.js';
import { type Answer, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';
import { outcomeCard, shownIn } from './idea-outcomes.js';
import { pageOf } from './idea-pages.js';

/**
 * After a part was saved: the form of the next one, or what all parts are for, where the pressed button says so and it is
 * open now; else the card, which goes on showing what is needed.
 */
export async function walkOn(turn: Turn, data: VerbData<'act'>, saved: ActResult & { ok: true }): Promise<Answer> {
  const { idea: id, idempotencyKey, onward } = data;
  turn.changed({ record: 'idea', id, seq: saved.event.seq });
  // A press that Teams resends finds what it has done: then the idea has moved since.
  const isResent = saved.view.idea.seq !== saved.event.seq;
  const isOpen = onward && onward !== 'next' && isOpenTo(onward, saved.view.idea, saved.view.reader.roles);
  if (!onward || onward === 'next' || !(isOpen || isResent)) return nextPart(turn, data, saved);
  // An operation of its own, made from the press: the same press again is no second sending.
  const next = {
    ...data,
    idempotencyKey: `${idempotencyKey}.${onward}`,
    decisionVersion: saved.view.idea.decisionVersion,
    do: onward,
  };
  const sent = await actOnIdea(turn.deps, turn.person, { ...requestOf(next), ...shownIn(turn) });
  if (!sent.ok && !isOpen) return nextPart(turn, data, saved);
  if (!sent.ok || onward !== 'plan') return outcomeCard(turn, sent);
  turn.changed({ record: 'idea', id, seq: sent.event.seq });
  return nextPart(turn, data, sent);
}

async function nextPart(
  turn: Turn,
  { idea: id, part, onward }: VerbData<'act'>,
  { event }: ActResult & { ok: true },
): Promise<Answer> {
  const view = await pageOf(turn, id);
  if (!view) return tell(turn.context.t('refusal.notFound'));
  const reading = readingOf(turn.context, view);
  const left = onward && part ? partsAfter(reading, part) : [];
  const [next] = left;
  if (next) return here(ideaCard(turn.context, { ...view, panel: 'part', part: next, left: left.length }));
  return here(ideaCard(turn.context, { ...view, happened: { event, as: 'actor' } }));
}
