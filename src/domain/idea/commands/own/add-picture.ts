import { defineCommand } from '../../command.js';
import { isHandedIn } from '../../deciding/decided-on.js';
import { defineEvent } from '../../event.js';
import { happens, stays } from '../../standing.js';
import { open } from '../conditions.js';

/** A picture that has been stored, by its name. */
interface PictureAdded {
  picture: string;
}

/** As many pictures as an idea can have: a card shows them all. */
const MAX_PICTURES = 3;

/** Shows what the idea is about. */
export const addPicture = defineCommand('addPicture')<PictureAdded>({
  from: open,
  by: ['submitter', 'driver'],
  words: {},
  sameVersion: false,
  // What somebody decides on stands still until they have.
  when: (idea) => idea.pictures.length < MAX_PICTURES && !isHandedIn(idea),
  leadsTo: (context) => happens(pictureAdded, stays(context), context.data),
});

export const pictureAdded = defineEvent('pictureAdded')<PictureAdded>({
  changes: (idea, { data }) => ({ ...idea, pictures: [...idea.pictures, data.picture] }),
  hears: [],
  leavesRights: true,
  wordsOf: 'record',
});
