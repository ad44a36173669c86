import { obstacleOfIdea } from '../../app/obstacle/obstacle-of-idea.js';
import type { IdeaFact } from '../idea/additions.js';
import { shortPlaceName } from '../places.js';
import { dateText, isShared, lineOf, stopsText } from './obstacle-words.js';

/** What keeps the idea from going on, on its card; and what else that stops, for those who may take care of it. */
export const obstacleFact: IdeaFact = ({ context, foundOf, seesWords }) => {
  const found = seesWords ? foundOf(obstacleOfIdea) : undefined;
  if (!found) return [];
  const { obstacle, there, stops, roles } = found;
  const { t } = context;
  const values = [
    lineOf(context, obstacle),
    ...(obstacle.stage === 'taken' ? [t('obstacle.fact.taken', { date: dateText(context, obstacle.until) })] : []),
    ...(isShared(stops) && roles.has('keeper') ? [stopsText(context, stops)] : []),
  ];
  const label =
    there === undefined
      ? t('obstacle.fact')
      : t('obstacle.fact.there', { department: shortPlaceName(context, { department: there }) });
  return [{ label, values: values.map((text) => ({ text })) }];
};
