import { shareIdea as shares, viewSharing } from '../../../app/sharing/share-idea.js';
import { sharingDone, sharingSheet } from '../../../cards/sharing/sheet-card.js';
import type { VerbData } from '../../../cards/verbs.js';
import { type Answer, below, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

/** "Dela med andra kommuner": what leaves, the question to the innovation office, its answer, and taking it back. */
export async function shareIdea(turn: Turn, data: VerbData<'shareIdea'>): Promise<Answer> {
  const { deps, person, context } = turn;
  const { idea, sharingAct: act, sheet: mark = '' } = data;
  if (act !== 'look') {
    const came = await shares(deps, person, { idea, act, mark });
    if (came === 'notYours') return tell(context.t('sharing.came.notYours'));
    // What has changed meanwhile is shown as it is now, before anybody decides on it.
    if (came !== 'changed') {
      turn.stored();
      return here(sharingDone(context, idea, came));
    }
  }
  const view = await viewSharing(deps, person, idea);
  if (!view) return tell(context.t('sharing.came.notYours'));
  return act === 'look' ? below(sharingSheet(context, view)) : here(sharingSheet(context, view));
}

/** What the buttons lead to by which something is shared with other municipalities. */
export const sharingButtons = { shareIdea };
