import type { Action, Offer } from '../idea/actions/action.js';
import { obstacleFields, obstacleIn, obstacleInputs, saysObstacle } from './obstacle-fields.js';

/**
 * A command of the idea's room by which an idea comes to rest, and whose form asks besides what hinders it. Its data take the obstacle
 * by its id; where nothing is said of one, it is what it was.
 */
export const hindered = <A extends Action>(action: A): A => {
  const offers = Object.entries(action.offers).map(([name, offer]) => [name, asking(offer)] as const);
  return { ...saying(action), offers: Object.fromEntries(offers), leaves };
};

/** The same where it is asked once of several ideas, and an idea alone has its own button for it. */
export const hinderedTogether = <A extends Action>(action: A): A => ({
  ...saying(action),
  together: (context, kept) => obstacleFields(context, kept, { optional: true }),
});

const leaves: Action['leaves'] = (_idea, press) => (saysObstacle(press) ? 'obstacle' : undefined);

const saying = <A extends Action>(action: A): A => ({
  ...action,
  inputs: { ...action.inputs, ...obstacleInputs },
  asks: (press, operation) => ({
    ...action.asks?.(press, operation),
    ...(saysObstacle(press) && { obstacle: obstacleIn(press, operation) }),
  }),
  data(press, found) {
    const data = action.data?.(press, found) ?? {};
    return 'ok' in data ? data : { ...data, ...found.obstacle };
  },
});

const asking = ({ panel, ...offer }: Offer): Offer => ({
  ...offer,
  ...(panel && {
    panel: {
      ...panel,
      fields: (reading, kept, choices) => [
        ...(panel.fields?.(reading, kept, choices) ?? []),
        ...obstacleFields(reading.context, kept, { optional: true }),
      ],
    },
  }),
});
