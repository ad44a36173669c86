import type { PersonRef } from '../../../person/person.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { withName } from '../../people/together.js';
import { authorsAfterEdit } from '../../reading/visibility.js';
import { happens, stays } from '../../standing.js';
import { ideaWords, inIdeaWords, peopleOf } from './idea-words.js';

/** Those whose idea it is write it anew, and choose whether their own name is kept. */
export const edit = defineCommand('edit')<{ confidential: boolean }>({
  from: ['submitted'],
  by: ['submitter'],
  words: inIdeaWords,
  sameVersion: false,
  leadsTo: (context) => {
    const { data, idea, actor } = context;
    return happens(edited, stays(context), { ...data, authors: authorsAfterEdit(idea, actor.ref) });
  },
});

/** `authors`: whose the words are now. */
export const edited = defineEvent('edited')<{ confidential: boolean; authors?: PersonRef[] }>({
  persons: { authors: 'found' },
  changes: (idea, { by, data, words }) => ({
    ...idea,
    words: ideaWords(words),
    ...withName(idea, by, data.confidential),
    authors: data.authors ?? peopleOf([by]),
  }),
  // Of an idea that is hidden, so that they can show it again. Who has said that they have the same problem said it of other words.
  hears: ['deciders', 'needing'],
  tells: ({ as }, _, idea) => (as === 'deciders') === idea.hidden,
  leavesRights: true,
  wordsOf: 'idea',
  writers: ({ data }) => data.authors ?? [],
});
