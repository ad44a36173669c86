import { tierOf } from '../domain/policy.js';
import { dayText, instantText } from '../text/dates.js';
import { officeName, shortPlaceName } from './places.js';
import type { Reading } from './reading.js';

/** Whom the idea waits for, as it stands in a sentence: "innovationsledaren för Miljö", a name, or a role. Empty for nobody. */
export function waitsFor({ kit, idea, nameOf }: Reading): string {
  if (!idea.waiting) return '';
  if (idea.waiting.for !== 'deciders') return nameOf(idea.waiting.person).text;
  const tier = tierOf(idea, kit.directory);
  if (tier === 'office') return officeName(kit);
  const count = kit.directory.leadersOf(idea.department).length || 1;
  return kit.say(`waits.${tier}`, { department: shortPlaceName(kit, { department: idea.department }), count });
}

/** "svar senast 12 december": until when it waits, said differently of work and once the day has passed. Empty for no day. */
export function waitsUntil({ kit, idea }: Reading): string {
  if (!idea.answerBy) return '';
  const late = idea.answerBy < kit.today;
  const what = idea.stage === 'doing' ? 'done' : 'answer';
  return kit.say(`waits.${what}${late ? 'Late' : 'By'}`, { date: dayText(idea.answerBy, kit.language, kit.today) });
}

/** "Din tur" to the one it waits for, "Väntar på …" to everybody else. Holds a name: for a TextRun only. */
export const turnWords = (reading: Reading): string =>
  reading.theirTurn ? reading.kit.say('waits.you') : reading.kit.say('waits.for', { who: waitsFor(reading) });

/** What a reader looks for first: whom it waits for, since when and until when, and to that person what to do. One or none. */
export function turnBand(reading: Reading) {
  const { kit, idea, theirTurn } = reading;
  if (!idea.waiting) return [];
  const since = idea.waitingSince && instantText(idea.waitingSince, kit.language, kit.timeZone, kit.today);
  const time = [since && kit.say('waits.since', { date: since }), waitsUntil(reading)].filter(Boolean).join(' · ');
  return [
    {
      style: theirTurn ? 'accent' : 'emphasis',
      turn: turnWords(reading),
      task: theirTurn ? [{ text: kit.say(`waits.task.${taskOf(reading, idea.waiting.for)}`) }] : [],
      time,
    },
  ];
}

const taskOf = ({ idea }: Reading, waitingFor: 'deciders' | 'submitter' | 'driver' | 'doer') =>
  waitingFor === 'doer' && idea.doer?.accepted === false ? 'doerAsked' : waitingFor;
