import type { Idea } from '../../domain/idea/idea.js';
import type { Stage } from '../../domain/idea/stages.js';
import type { CardContext } from '../card-context.js';
import { officeName, shortPlaceName } from '../places.js';

/** There is somebody who knows how it is going. */
const canBeAsked: ReadonlySet<Stage> = new Set(['piloting', 'scaling', 'inUse']);

/** Whom to ask about an idea that is tested or used, by post; undefined of any other. */
export function whomToAsk(context: CardContext, { stage, department }: Pick<Idea, 'stage' | 'department'>) {
  const { t, directory } = context;
  if (!canBeAsked.has(stage)) return undefined;
  return directory.leadersOf(department).length > 0
    ? t('search.askLeader', { place: shortPlaceName(context, { department }) })
    : t('search.askOffice', { office: officeName(context) });
}
