import { refuse } from '../../result.js';
import { addDays, daysBetween } from '../../time.js';
import { asNow } from '../people/same-person.js';
import { type Consequences, forDeciders, forDriver, happens, stays, waitsFor } from './consequence.js';

/** So many days somebody has at least when a question of theirs has been answered. */
const LEAST_LEFT = 3;

/** What people say about an idea. Only a question makes it wait for somebody else, and nobody has to wait for the answer. */
export const talking: Consequences<
  | 'ask'
  | 'answer'
  | 'comment'
  | 'editComment'
  | 'removeComment'
  | 'hideComment'
  | 'showComment'
  | 'thank'
  | 'reportProgress'
  | 'concern'
> = {
  ask: (occasion) => {
    const { idea, today } = occasion;
    const { driver, waiting, answerBy = today } = idea;
    // Whoever decides on the money asks the one who drives; the days that they had left are theirs again with the answer.
    if (waiting?.for === 'funder' && driver) {
      const to = waitsFor(occasion, idea.stage, { for: 'driver', person: driver.person });
      return happens('asked', to, { left: Math.max(0, daysBetween(today, answerBy)) });
    }
    return happens('asked', waitsFor(occasion, idea.stage, { for: 'submitter', person: idea.submitter }), {});
  },
  answer: (occasion) => {
    const { idea, today } = occasion;
    const { question, money } = idea;
    if (question?.backTo === 'funder' && money) {
      const answerBy = addDays(today, Math.max(LEAST_LEFT, question.left ?? 0));
      return happens('answered', waitsFor(occasion, idea.stage, { for: 'funder' }, answerBy), { funder: money.funder });
    }
    const back = idea.question?.backTo === 'driver' ? forDriver : forDeciders;
    return happens('answered', back(occasion, idea.stage), {});
  },
  comment: (occasion) => happens('commented', stays(occasion), {}),
  editComment: (occasion) => {
    const { comment, by, out } = occasion.data;
    if (asNow(occasion.idea, by) !== occasion.actor.ref) return refuse({ code: 'notAllowed' });
    return out === 'removed' ? refuse({ code: 'notNow' }) : happens('commentEdited', stays(occasion), { comment });
  },
  removeComment: (occasion) => {
    const { comment, by, out } = occasion.data;
    if (asNow(occasion.idea, by) !== occasion.actor.ref) return refuse({ code: 'notAllowed' });
    return out === 'removed' ? refuse({ code: 'notNow' }) : happens('commentRemoved', stays(occasion), { comment });
  },
  hideComment: (occasion) => {
    const { data, idea } = occasion;
    if (data.out) return refuse({ code: 'notNow' });
    const { comment, by } = data;
    return happens('commentHidden', stays(occasion), {
      comment,
      by,
      ...(idea.report !== undefined && { report: idea.report }),
    });
  },
  showComment: (occasion) => {
    const { comment, by, out } = occasion.data;
    return out === 'hidden' ? happens('commentShown', stays(occasion), { comment, by }) : refuse({ code: 'notNow' });
  },
  // A thank-you is from one person: twice is once.
  thank: (occasion) =>
    occasion.idea.thankedBy.includes(occasion.actor.ref)
      ? refuse({ code: 'thankedBefore' })
      : happens('thanked', stays(occasion), {}),
  // What was promised stands: a line says how it goes, and sets no other date.
  reportProgress: (occasion) => happens('progressReported', stays(occasion), {}),
  concern: (occasion) => {
    const { idea, data } = occasion;
    const known = [idea.department, ...idea.concerns];
    const departments = [...new Set(data.departments)].filter((code) => !known.includes(code));
    if (departments.length === 0) return refuse({ code: 'noDepartment' });
    return happens('concerned', stays(occasion), { departments });
  },
};
