import { accept } from '../../result.js';
import { authorsAfterEdit } from '../reading/visibility.js';
import { type Consequences, ended, forDeciders, happens, stays } from './consequence.js';

/** What submitters do with their idea. */
export const own: Consequences<'submit' | 'edit' | 'withdraw' | 'withholdWords' | 'reopen' | 'addPicture'> = {
  submit: (occasion) => {
    const { id: _, ...data } = occasion.data;
    return accept({ type: 'submitted', data, to: forDeciders(occasion, 'submitted') });
  },
  edit: (occasion) => {
    const authors = authorsAfterEdit(occasion.idea, occasion.actor.ref);
    return happens('edited', stays(occasion), { ...occasion.data, authors });
  },
  withdraw: ({ data }) => happens('withdrawn', ended('withdrawn'), data.hide ? { hide: true } : {}),
  withholdWords: (occasion) => happens('wordsWithheld', stays(occasion), {}),
  reopen: (occasion) => happens('reopened', forDeciders(occasion, 'submitted'), occasion.data),
  addPicture: (occasion) => happens('pictureAdded', stays(occasion), occasion.data),
};
