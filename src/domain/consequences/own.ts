import { accept } from '../result.js';
import { type Consequences, ended, forDeciders, happens, stays } from './consequence.js';

/** What submitters do with their idea. */
export const own: Consequences<'submit' | 'edit' | 'withdraw' | 'reopen' | 'addPicture'> = {
  submit: (occasion) => {
    const { id: _, ...data } = occasion.data;
    return accept({ type: 'submitted', data, to: forDeciders(occasion, 'submitted') });
  },
  edit: (occasion) => happens('edited', stays(occasion), occasion.data),
  withdraw: () => happens('withdrawn', ended('withdrawn'), {}),
  reopen: (occasion) => happens('reopened', forDeciders(occasion, 'submitted'), occasion.data),
  addPicture: (occasion) => happens('pictureAdded', stays(occasion), occasion.data),
};
