import { hasCapability } from '../../../app/capability/results.js';
import { openFollowUp } from '../../../app/figures/follow-up.js';
import { followUpCard } from '../../../cards/figures/follow-up.js';
import { noOverview } from '../../../cards/figures/overview.js';
import type { VerbData } from '../../../cards/verbs.js';
import { type Answer, here } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

/** The page from which a department, or the whole municipality, is followed up. */
export async function followUp(turn: Turn, { department }: VerbData<'followUp'>): Promise<Answer> {
  const opened = openFollowUp(turn.deps, turn.person, department || undefined);
  if (!opened.ok) return here(noOverview(turn.context, opened.refusal.code));
  const capability = await hasCapability(turn.deps, turn.person);
  return here(followUpCard(turn.context, { ...opened.value, capability }));
}
