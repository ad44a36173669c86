import type { Idea } from '../../../domain/idea/idea.js';
import type { PersonRef } from '../../../domain/person/person.js';
import type { Drawn, Kit } from '../../kit.js';
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
export const pictureOffer = (kit: Kit, { picture, reader, ideas, isOneOfSeveral = false }: OfferedPicture): Drawn =>
  note(kit, {
    heading: kit.say('picture.heading'),
    lines: [kit.say('picture.open'), ...(isOneOfSeveral ? [kit.say('picture.first')] : [])],
    buttons: [
      ...ideas
        .slice(0, MOST_IDEAS)
        .map((idea, i) => ({
          idea,
          i,
          reading: readingOf(kit, { idea, reader: { ref: reader, roles: new Set(['submitter']) }, names: new Map() }),
        }))
        .map(({ idea: { id, turn }, i, reading }) =>
          button(
            kit.say('picture.idea', { title: shortened(titleFor(reading), LONGEST_TITLE), id }),
            'act',
            { idea: id, turn, op: kit.mintOp(), do: 'addPicture', picture },
            { style: i === 0 ? 'positive' : 'default', inputs: 'none' },
          ),
        ),
      button(kit.say('button.no'), 'dismiss', {}, { inputs: 'none' }),
    ],
  });
