import { refuse } from '../../result.js';
import { type Consequences, happens, stays } from './consequence.js';

/** What may be read by whom. Nothing of the idea's way changes by it. */
export const reading: Consequences<'hide' | 'show' | 'readHidden' | 'openToAll' | 'report' | 'answerReport'> = {
  hide: (occasion) => {
    const { report } = occasion.idea;
    return happens('hidden', stays(occasion), report === undefined ? {} : { report });
  },
  show: (occasion) => happens('shown', stays(occasion), {}),
  readHidden: (occasion) => happens('hiddenRead', stays(occasion), {}),
  openToAll: (occasion) => happens('openedToAll', stays(occasion), {}),
  // Whoever says it while those who decide have not answered yet is told of their answer (report-words.ts).
  report: (occasion) =>
    occasion.idea.report === undefined ? happens('reported', stays(occasion), {}) : refuse({ code: 'notNow' }),
  answerReport: (occasion) => {
    const { report } = occasion.idea;
    return report === undefined ? refuse({ code: 'notNow' }) : happens('reportAnswered', stays(occasion), { report });
  },
};
