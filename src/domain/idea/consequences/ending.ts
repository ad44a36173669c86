import { refuse } from '../../result.js';
import { addMonths } from '../../time.js';
import { dayRefused } from '../chosen-day.js';
import type { Idea } from '../idea.js';
import { stageRow } from '../stages.js';
import type { WordKey } from '../words.js';
import { type Consequences, ended, forDeciders, happens } from './consequence.js';

/** An idea can be tried again within so many months; farther ahead nobody remembers it. */
export const FARTHEST_TRY_AGAIN_MONTHS = 60;

/** What has to be said when an idea is closed, and may be: never only "no". */
export function closingWords({ stage }: Pick<Idea, 'stage'>): { required: WordKey[]; optional: WordKey[] } {
  if (stageRow(stage).tested) return { required: ['tried', 'lesson'], optional: ['tryAgain'] };
  return { required: ['reason'], optional: ['tryAgain'] };
}

/** An idea moves on to somebody else, or ends. */
export const ending: Consequences<'passOn' | 'close'> = {
  passOn: (occasion) => {
    const { idea, data } = occasion;
    if (data.department === idea.department) return refuse({ code: 'sameDepartment' });
    return happens('passedOn', forDeciders(occasion, 'submitted'), { from: idea.department, ...data });
  },
  close: (occasion) => {
    const { idea, data, words, today } = occasion;
    const { required, optional } = closingWords(idea);
    const missing = required.find((key) => !words[key]);
    // Pointing elsewhere needs no reason of its own: the other channel is the reason.
    if (missing && !data.channel) return refuse({ code: 'wordsMissing', field: missing });
    const { tryAgainOn } = data;
    const last = addMonths(today, FARTHEST_TRY_AGAIN_MONTHS);
    const refused = tryAgainOn && dayRefused('tryAgainOn', tryAgainOn, { after: today, last });
    if (refused) return refuse(refused);
    const kept = [...required, ...optional].flatMap((key) => (words[key] ? [[key, words[key]] as const] : []));
    const { hide, ...where } = data;
    const closed = { ...where, ...(hide && data.channel && { hide }) };
    return happens('closed', ended('closed'), closed, Object.fromEntries(kept));
  },
};
