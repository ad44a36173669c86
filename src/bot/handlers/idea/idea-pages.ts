import type { IdeaView } from '../../../app/idea/idea-view.js';
import { queueIds } from '../../../app/idea/lists/queues.js';
import { openIdea } from '../../../app/idea/open-idea.js';
import type { RecordShown } from '../../../app/idea/record/record-shown.js';
import { noteLessonOpened } from '../../../app/idea/use/lesson-opened.js';
import { targetChoices } from '../../../cards/idea/actions/merging/merge.js';
import { colleaguesOf } from '../../../cards/idea/colleagues.js';
import { phrasesOf } from '../../../cards/idea/ending/openings.js';
import { type IdeaCardProps, ideaCard } from '../../../cards/idea-card.js';
import type { VerbData } from '../../../cards/verbs.js';
import { newestEvent } from '../../../domain/idea/events.js';
import { isAskedBeside, isTheirTurn } from '../../../domain/idea/policy.js';
import { type Answer, below, type Follows, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

/** One idea, as its own message; undefined where there is none. */
export const open = async (turn: Turn, id: string, opened: OpenedParts = {}): Promise<Answer | undefined> => {
  const view = await pageOf(turn, id, opened);
  if (view) noteLessonOpened(turn.deps, turn.person, view.idea);
  return view && below(ideaCard(turn.context, view), asking(turn, view));
};

/** The decisions on an idea: who, at which stage, why; undefined where there is none. */
export const why = async (turn: Turn, id: string): Promise<Answer | undefined> => {
  const view = await pageOf(turn, id, { panel: 'why' });
  return view && below(ideaCard(turn.context, view));
};

/** The same card again, in place, with another part of it open. */
export const panel = async (turn: Turn, data: VerbData<'panel'>): Promise<Answer> => {
  const view = await pageOf(turn, data.idea, data);
  return view ? here(ideaCard(turn.context, view), asking(turn, view)) : tell(turn.context.t('refusal.notFound'));
};

/** The idea that somebody is to answer first of all that waits for them. */
export const next = async (turn: Turn): Promise<Answer> => {
  const [first] = await queueIds(turn.deps, turn.person);
  if (!first) return tell(turn.context.t('queue.nothing'));
  return (await open(turn, first)) ?? tell(turn.context.t('refusal.notFound'));
};

/** The idea, when its card asks something of this reader and so has to follow it. */
export const asking = ({ person }: Turn, { idea, reader }: Pick<IdeaView, 'idea' | 'reader'>): Follows | undefined =>
  isTheirTurn(person.ref, reader.roles, idea) || isAskedBeside(reader.roles)
    ? { ...newestEvent(idea), decisionVersion: idea.decisionVersion }
    : undefined;

/** What of an idea card is open. */
export interface OpenedParts
  extends Partial<Pick<VerbData<'panel'>, 'panel' | 'part' | 'department' | 'said' | 'below' | 'before' | 'page'>> {
  /** The reader has asked for what is out of sight, and the record says so. */
  disclosed?: true;
}

/** Which part of the record is open with it. */
export function partOf({ panel, said, below, before }: OpenedParts): RecordShown {
  switch (panel) {
    case 'why':
      return { of: 'decisions', below, before };
    case 'comments':
      return { of: 'comments', below };
    case 'said':
      return said === undefined ? { of: 'all' } : { of: 'event', seq: said };
    default:
      return { of: 'all', ...(panel === 'history' && { below, before }) };
  }
}

/** What the idea card is drawn from; undefined where there is no such idea. */
export async function pageOf(turn: Turn, id: string, shown: OpenedParts = {}): Promise<IdeaCardProps | undefined> {
  const { panel, part, said, below, before, page, department, disclosed } = shown;
  const asked = { withTargets: panel === 'merge', withLines: panel === 'needLines' };
  const options = { department, disclosed, ...asked, shown: partOf(shown) };
  const view = await openIdea(turn.deps, turn.person, id, options);
  return (
    view && {
      ...view,
      ...{ panel, part, said, below, before, page },
      colleagues: colleaguesOf(turn.context, turn.person, view.idea),
      targets: targetChoices(view.mergeTargets ?? []),
      phrases: phrasesOf(turn.person),
    }
  );
}
