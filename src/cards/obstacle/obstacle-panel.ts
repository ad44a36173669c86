import { type ObstacleOfIdea, obstacleOfIdea } from '../../app/obstacle/obstacle-of-idea.js';
import { backButton } from '../idea/actions/next-steps.js';
import { isOffered } from '../idea/actions/offers.js';
import type { IdeaPanel } from '../idea/actions/opened.js';
import type { Reading } from '../idea/reading.js';
import { section } from '../paragraphs.js';
import { type Button, button } from '../verbs.js';
import { dateText, isShared, lineOf, stopsText } from './obstacle-words.js';

/** What keeps an idea from going on: whether it is the same as another, what it stops, and the way to its own card. */
export const obstaclePanel: IdeaPanel = (reading) => {
  const { context, foundOf, seesWords } = reading;
  const found = seesWords ? foundOf(obstacleOfIdea) : undefined;
  if (!found) return undefined;
  const { t } = context;
  const { obstacle, stops, roles } = found;
  const by = namedBy(reading);
  const alike = by ? found.alike : [];
  // Whoever can do nothing about it reads it on the card.
  if (alike.length === 0 && !roles.has('keeper')) return undefined;
  const taken = obstacle.stage === 'taken' ? t('obstacle.fact.taken', { date: dateText(context, obstacle.until) }) : '';
  const known = roles.has('keeper') && isShared(stops) ? stopsText(context, stops) : '';
  const about = alike.length > 0 ? t('panel.obstacle.alike') : [known, taken].filter(Boolean).join(' ');
  return {
    panel: [
      {
        title: t(alike.length > 0 ? 'panel.obstacle.same' : 'panel.obstacle.title'),
        text: about === '' ? [] : [{ text: about }],
        quotes: [
          ...section(t(`obstacle.kind.${obstacle.kind}`), lineOf(context, obstacle)),
          ...alike.flatMap((one, at) => section(t('panel.obstacle.number', { number: at + 1 }), lineOf(context, one))),
        ],
        fields: [],
        fault: [],
      },
    ],
    buttons: [
      ...(by ? alike.map(({ id }, at) => sameButton(reading, by, { ...found, same: id }, at + 1)) : []),
      ...(roles.has('keeper')
        ? [button(t('obstacle.button.open'), 'obstacle', { obstacle: obstacle.id, below: true }, { inputs: 'none' })]
        : []),
      backButton(reading),
    ],
  };
};

/** By which command the reader may say that it is another one. */
const namedBy = (reading: Reading) => (['hinder', 'hinderThere'] as const).find((name) => isOffered(reading, name));

const sameButton = (
  { context, idea, asDepartment }: Reading,
  by: NonNullable<ReturnType<typeof namedBy>>,
  { there = asDepartment, same }: Pick<ObstacleOfIdea, 'there'> & { same: string },
  number: number,
): Button =>
  button(
    context.t('button.sameObstacle', { number }),
    'act',
    {
      ...{ idea: idea.id, decisionVersion: idea.decisionVersion, idempotencyKey: context.mintIdempotencyKey() },
      ...{ do: by, sameObstacle: same, ...(by === 'hinderThere' && { department: there }) },
    },
    { inputs: 'none' },
  );
