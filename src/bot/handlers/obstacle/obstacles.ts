import { actOnObstacle } from '../../../app/obstacle/act-on-obstacle.js';
import { listObstacles } from '../../../app/obstacle/list-obstacles.js';
import { type ObstacleView, openObstacle } from '../../../app/obstacle/obstacle-view.js';
import { type ObstacleCardView, obstacleCard } from '../../../cards/obstacle/obstacle-card.js';
import { obstacleList, obstaclesElsewhere } from '../../../cards/obstacle/obstacle-list.js';
import { obstacleTold } from '../../../cards/obstacle/obstacle-told.js';
import { obstaclePanelOf } from '../../../cards/obstacle/obstacle-verbs.js';
import { obstacleRefusal } from '../../../cards/obstacle/obstacle-words.js';
import type { VerbData } from '../../../cards/verbs.js';
import { type Answer, below, type Follows, here, tell } from '../../turns/answer.js';
import { fitted } from '../../turns/fitted.js';
import type { Turn } from '../../turns/turn.js';

/** What stops ideas, a page of it, or who sees that. */
export async function obstacles(
  turn: Turn,
  { page = 0, inPlace }: Partial<VerbData<'obstacles'>> = {},
): Promise<Answer> {
  const listed = await listObstacles(turn.deps, turn.person);
  const drawn = listed ? obstacleList(turn.context, listed, page) : obstaclesElsewhere(turn.context);
  return inPlace ? here(drawn) : below(drawn);
}

/** One, in place or as a message of its own. */
export async function obstacle(turn: Turn, data: VerbData<'obstacle'>): Promise<Answer> {
  const view = await openObstacle(turn.deps, turn.person, data.obstacle);
  if (!view) return notHere(turn);
  const drawn = obstacleCard(turn.context, { ...view, panel: data.panel });
  return data.below ? below(drawn, asking(view)) : here(drawn, asking(view));
}

/** One by its bare id; undefined where there is none for this reader. */
export async function openObstacleById(turn: Turn, id: string): Promise<Answer | undefined> {
  const view = await openObstacle(turn.deps, turn.person, id);
  return view && below(obstacleCard(turn.context, view), asking(view));
}

const notHere = ({ context }: Turn): Answer => tell(context.t('obstacle.refusal.notFound'));

/** The card follows the obstacle as long as its reader takes care of it. */
const asking = ({ obstacle: { id, seq, decisionVersion, stage }, roles }: ObstacleView): Follows | undefined =>
  stage === 'taken' && roles.has('owner') ? { record: 'obstacle', id, seq, decisionVersion } : undefined;

/** What somebody does to an obstacle: its card as it is then, with what happened; refused: with why, and what was written in vain. */
export async function act(turn: Turn, data: VerbData<'actOnObstacle'>): Promise<Answer> {
  const { obstacle: id, decisionVersion, idempotencyKey, obstacleAct: type, how = '', until } = data;
  const outcome = await actOnObstacle(turn.deps, turn.person, {
    ...{ id, idempotencyKey, type, decisionVersion, until, words: { how } },
    ...(turn.cardActivityId && { shownIn: turn.cardActivityId }),
  });
  if (outcome.ok) {
    const { view, event } = outcome;
    turn.changed({ record: 'obstacle', id, seq: event.seq });
    const told = obstacleTold(turn.context, view, { event, as: 'actor' });
    return here(obstacleCard(turn.context, { ...view, told }), asking(view));
  }
  const fault = obstacleRefusal(turn.context, outcome.refusal);
  return outcome.view ? here(writing(turn, outcome.view, data, fault), asking(outcome.view)) : tell(fault);
}

/** The panel as it was sent, where what was written is asked about first. */
export async function actOnObstacleAgain(turn: Turn, data: VerbData<'actOnObstacle'>, fault?: string): Promise<Answer> {
  const view = await openObstacle(turn.deps, turn.person, data.obstacle);
  return view ? here(writing(turn, view, data, fault), asking(view)) : notHere(turn);
}

const writing = (turn: Turn, view: ObstacleView, data: VerbData<'actOnObstacle'>, fault: string | undefined) => {
  const { how, until, obstacleAct: type } = data;
  const drawn = (kept: ObstacleCardView['kept']) =>
    obstacleCard(turn.context, { ...view, fault, panel: obstaclePanelOf(type), ...(kept && { kept }) });
  return fitted({ how, until }, drawn);
};
