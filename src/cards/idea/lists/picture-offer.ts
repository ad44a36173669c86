import type { Idea } from '../../../domain/idea/idea.js';
import type { PersonRef } from '../../../domain/person/person.js';
import type { CardContext, Drawn } from '../../card-context.js';
import { note } from '../../note.js';
import { shortened } from '../../shortened.js';
import { button } from '../../verbs.js';
import { readingOf, titleFor } from '../reading.js';

/** As many ideas as there is room for beside "Nej". */
const MOST_IDEAS = 4;
/** A button with a longer title, and the id beside it, is cut on a phone. */
const LONGEST_TITLE = 24;

interface OfferedPicture {
  picture: string;
  /** Who sent it. */
  reader: PersonRef;
  ideas: readonly Idea[];
  /** Others were sent with it, which are not taken. */
  isOneOfSeveral?: boolean;
}

/** Asks which idea a picture that somebody sent belongs to, the newest first. */
export const pictureOffer = (
  context: CardContext,
  { picture, reader, ideas, isOneOfSeveral = false }: OfferedPicture,
): Drawn =>
  note(context, {
    heading: context.t('picture.heading'),
    lines: [context.t('picture.open'), ...(isOneOfSeveral ? [context.t('picture.first')] : [])],
    buttons: [
      ...ideas
        .slice(0, MOST_IDEAS)
        .map((idea, i) => ({
          idea,
          i,
          reading: readingOf(context, {
            idea,
            reader: { ref: reader, roles: new Set(['submitter']) },
            names: new Map(),
          }),
        }))
        .map(({ idea: { id, decisionVersion }, i, reading }) =>
          button(
            context.t('picture.idea', { title: shortened(titleFor(reading), LONGEST_TITLE), id }),
            'act',
            { idea: id, decisionVersion, idempotencyKey: context.mintIdempotencyKey(), do: 'addPicture', picture },
            { style: i === 0 ? 'positive' : 'default', inputs: 'none' },
          ),
        ),
      button(context.t('button.no'), 'dismiss', {}, { inputs: 'none' }),
    ],
  });
