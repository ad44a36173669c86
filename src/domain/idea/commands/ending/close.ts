import { refuse } from '../../../result.js';
import { addMonths, type Day } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineDecision, type Noted } from '../../event.js';
import { ended, happens } from '../../standing.js';
import { timeInUse } from '../../use/in-use.js';
import type { WordKey, Words } from '../../words.js';
import { withoutQuestion } from '../changes.js';
import { dayRefused } from '../chosen-day.js';
import { open } from '../conditions.js';
import { closingWords, FARTHEST_TRY_AGAIN_MONTHS } from './closing-words.js';

/** `hide`: and takes the idea's words out of sight; only towards another channel, where it belongs. `obstacle`: what stands in its way. */
interface Closed {
  obstacle?: string;
  channel?: string;
  tryAgainOn?: Day;
  hide?: true;
}

const pick = <K extends WordKey>(words: Words, keys: readonly K[]): Partial<Record<K, string>> =>
  Object.fromEntries(keys.flatMap((key) => (words[key] ? [[key, words[key]]] : []))) as Partial<Record<K, string>>;

/** An idea ends. */
export const close = defineCommand('close')<Closed>({
  from: [...open, 'inUse'],
  by: ['decider'],
  words: { reason: 'optional', tryAgain: 'optional', tried: 'optional', lesson: 'optional' },
  sameVersion: true,
  leadsTo: ({ idea, data, words, today }) => {
    const { required, optional } = closingWords(idea);
    const missing = required.find((key) => !words[key]);
    // Pointing elsewhere needs no reason of its own: the other channel is the reason.
    if (missing && !data.channel) return refuse({ code: 'wordsMissing', field: missing });
    const { tryAgainOn } = data;
    const last = addMonths(today, FARTHEST_TRY_AGAIN_MONTHS);
    const refused = tryAgainOn && dayRefused('tryAgainOn', tryAgainOn, { after: today, last });
    if (refused) return refuse(refused);
    const { hide, ...where } = data;
    const toClosed = { ...where, ...(hide && data.channel && { hide }) };
    return happens(closed, ended('closed'), toClosed, pick(words, [...required, ...optional]));
  },
});

export const closed = defineDecision('closed')<Closed & Noted>({
  changes: (idea, { day, seq, data, words }, before) => {
    const { channel, tryAgainOn, hide, obstacle } = data;
    const said = pick(words, ['reason', 'tryAgain', 'tried', 'lesson']);
    const used = before.stage === 'inUse' && timeInUse(before, day);
    return {
      ...withoutQuestion(idea),
      ...(obstacle && { obstacle }),
      ending: { ...said, ...(channel && { channel }), ...(tryAgainOn && { tryAgainOn }), ...(used && { used }) },
      // Why it was closed is said to those whose it is, who read it all the same.
      ...(hide && { hidden: true, hiddenSince: seq - 1 }),
    };
  },
  hears: ['submitter', 'leader', 'doer', 'driver', 'owner', 'successor', 'granter', 'partners', 'followers'],
  wordsOf: 'record',
  inPost: true,
  opens: () => true,
  takesAway: ({ data }) => data.hide === true,
});
