import type { PileName } from '../../app/idea/lists/pile.js';
import type { Obstacle } from '../../domain/obstacle/obstacle.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { type SeveralDone, severalDone } from '../idea/lists/several-done.js';
import { note } from '../note.js';
import { button } from '../verbs.js';
import { lineOf } from './obstacle-words.js';

/** What has just been done with several ideas, and what may be in the way of all of them. */
interface SameForSeveral {
  /** Those that resemble what was written. */
  alike: readonly Obstacle[];
  line: string;
  /** Each `id.decisionVersion`. */
  ideas: readonly string[];
  outcome: SeveralDone;
  /** From which pile they were. */
  pile?: PileName | undefined;
}

/** "Samma hinder?", of several ideas at once: one press makes all of them wait for another obstacle, and then the rest of them come. */
export function sameForSeveral(context: CardContext, { alike, line, ideas, outcome, pile }: SameForSeveral): Drawn {
  const { t } = context;
  const chosen = ideas.join(',');
  const drawn = note(context, {
    heading: t('panel.obstacle.same'),
    lines: [
      severalDone(context, outcome),
      t('obstacle.several.written', { line }),
      t('panel.obstacle.alike'),
      ...alike.map((one, at) => `${t('panel.obstacle.number', { number: at + 1 })} ${lineOf(context, one)}`),
    ],
    buttons: [
      ...alike.map(({ id }, at) =>
        button(
          t('button.sameObstacle', { number: at + 1 }),
          'several',
          { do: 'hinder', idempotencyKey: context.mintIdempotencyKey(), chosen, pile, sameObstacle: id },
          { inputs: 'none' },
        ),
      ),
      button(t('obstacle.several.goOn'), 'queue', pile ? { pile } : { page: 0 }, { inputs: 'none' }),
    ],
  });
  return {
    ...drawn,
    ...showsRecords(
      'titles',
      alike.map(({ id, seq }) => ({ record: 'obstacle' as const, id, seq })),
    ),
  };
}
