import { type MethodAsked, openMethod } from '../../../app/idea/methods/open-method.js';
import { useMethod as uses } from '../../../app/idea/methods/use-method.js';
import { methodCard } from '../../../cards/idea/methods/method-card.js';
import { methodList } from '../../../cards/idea/methods/method-list.js';
import type { VerbData } from '../../../cards/verbs.js';
import { SCREENS } from '../../../domain/method/methods.js';
import { type Answer, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

/** A screen of one, with the way back to where it was opened. */
export const method = (turn: Turn, { page, ...asked }: VerbData<'method'>): Promise<Answer> =>
  screen(turn, asked, { screen: page });

/** "Vi har använt den", "Hjälpte den?": its last screen says that it is counted. */
export async function useMethod(turn: Turn, data: VerbData<'useMethod'>): Promise<Answer> {
  const said = await uses(turn.deps, turn.person, { ...data, method: data.method ?? '' });
  if (said === 'notYours') return tell(turn.context.t('method.notYours'));
  if (said !== 'counted') return screen(turn, data, { screen: SCREENS - 1 });
  turn.stored();
  return screen(turn, data, { screen: SCREENS - 1, said: data.helped ? 'helped' : 'used' });
}

async function screen(
  turn: Turn,
  asked: MethodAsked,
  shown: { screen: number; said?: 'used' | 'helped' },
): Promise<Answer> {
  const view = await openMethod(turn.deps, turn.person, asked);
  return here(view ? methodCard(turn.context, { ...view, ...shown }) : methodList(turn.context, { idea: asked.idea }));
}
