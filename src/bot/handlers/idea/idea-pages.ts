import type { IdeaView } from '../../../app/idea/idea-view.js';
import { queueIds } from '../../../app/idea/lists/queues.js';
import { openIdea } from '../../../app/idea/open-idea.js';
import { targetChoices } from '../../../cards/idea/actions/merging/merge.js';
import { colleaguesOf } from '../../../cards/idea/colleagues.js';
import { type IdeaCardProps, ideaCard } from '../../../cards/idea/idea-card.js';
import type { VerbData } from '../../../cards/verbs.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { isAskedBeside, isTheirTurn } from '../../../domain/idea/policy.js';
import { type Answer, below, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

/** One idea, as its own message. */
export const open = async (turn: Turn, { idea: id }: { idea: string }): Promise<Answer> => {
  const view = await pageOf(turn, id);
  return view ? below(ideaCard(turn.context, view), asking(turn, view)) : tell(turn.context.t('refusal.notFound'));
};

/** The decisions on an idea: who, at which stage, why. */
export const why = async (turn: Turn, { idea: id }: { idea: string }): Promise<Answer> => {
  const view = await pageOf(turn, id, { panel: 'why' });
  return view ? below(ideaCard(turn.context, view)) : tell(turn.context.t('refusal.notFound'));
};

/** The same card again, in place, with another part of it open. */
export const panel = async (turn: Turn, data: VerbData<'panel'>): Promise<Answer> => {
  const view = await pageOf(turn, data.idea, data);
  return view ? here(ideaCard(turn.context, view), asking(turn, view)) : tell(turn.context.t('refusal.notFound'));
};

/** The idea that somebody is to answer first of all that waits for them. */
export const next = async (turn: Turn): Promise<Answer> => {
  const [first] = await queueIds(turn.deps, turn.person);
  return first ? open(turn, { idea: first }) : tell(turn.context.t('queue.nothing'));
};

/** The idea, when its card asks something of this reader and so has to follow it. */
export const asking = ({ person }: Turn, { idea, reader }: Pick<IdeaView, 'idea' | 'reader'>): Idea | undefined =>
  isTheirTurn(person.ref, reader.roles, idea) || isAskedBeside(reader.roles) ? idea : undefined;

/** What of an idea card is open. */
export interface OpenedParts
  extends Partial<Pick<VerbData<'panel'>, 'panel' | 'part' | 'department' | 'said' | 'page'>> {
  /** The reader has asked for what is out of sight, and the record says so. */
  disclosed?: true;
}

/** What the idea card is drawn from; undefined where there is no such idea. */
export async function pageOf(turn: Turn, id: string, shown: OpenedParts = {}): Promise<IdeaCardProps | undefined> {
  const { panel, part, said, page, department, disclosed } = shown;
  const view = await openIdea(turn.deps, turn.person, id, { department, disclosed, withTargets: panel === 'merge' });
  return (
    view && {
      ...view,
      ...{ panel, part, said, page },
      colleagues: colleaguesOf(turn.context, turn.person, view.idea),
      targets: targetChoices(view.mergeTargets ?? []),
    }
  );
}
