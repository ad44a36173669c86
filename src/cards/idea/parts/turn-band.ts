import { isDecidedOutside, tierOf } from '../../../domain/idea/policy.js';
import { isWork, promisedDay } from '../../../domain/idea/waiting/late.js';
import { type Day, daysBetween } from '../../../domain/time.js';
import { dayText, instantText } from '../../../text/dates.js';
import { officeName, shortPlaceName } from '../../places.js';
import { isInvited } from '../adopting.js';
import { funderPost } from '../funders.js';
import { capitalised, type Reading } from '../reading.js';
import { amountText } from './answers.js';
import { taskText } from './turn-task.js';

/** What somebody is asked to decide on. */
export type StakeKind = 'idea' | 'plan' | 'money' | 'result';

/** Whom the idea waits for, as it stands in a sentence: "innovationsledaren för Miljö", a name, or a role. Empty for nobody. */
export function waitsFor({ kit, idea, nameOf }: Reading): string {
  if (!idea.waiting) return '';
  if ('person' in idea.waiting) {
    const { for: role, person } = idea.waiting;
    const { text, known } = nameOf(person);
    const byRole = !known && person !== idea.leader && (role === 'driver' || role === 'owner');
    return byRole ? kit.say(`waits.${role}`) : text;
  }
  const department = shortPlaceName(kit, { department: idea.department });
  if (isDecidedOutside(idea, idea.waiting)) return kit.say('waits.outside');
  if (idea.waiting.for === 'funder') return funderPost(kit, idea);
  const tier = tierOf(idea, kit.directory);
  if (tier === 'office') return officeName(kit);
  const count = kit.directory.leadersOf(idea.department).length || 1;
  return kit.say(`waits.${tier === 'deputy' ? tier : 'leader'}`, { department, count });
}

/** The same by role, however well the reader knows who it is: what is late is nobody's name. */
export function holderOf(reading: Reading): string {
  const { kit, idea } = reading;
  const role = idea.waiting?.for;
  if (role === 'submitter') return kit.say('idea.theSubmitter');
  return role === 'driver' || role === 'doer' || role === 'owner' ? kit.say(`waits.${role}`) : waitsFor(reading);
}

/**
 * "svar senast 12 december": until when it waits, said differently of work and of a test. Once the day has passed, since
 * when: the first date that was promised stays, whatever dates reminders have set, and a later one that is ahead stands
 * beside it. Empty for no day.
 */
export function waitsUntil({ kit, idea }: Reading): string {
  const { answerBy } = idea;
  const promised = promisedDay(idea, kit.settings.answerDays);
  if (!answerBy || !promised) return '';
  const day = (date: Day) => dayText(date, kit.language, kit.today);
  const what = whatEnds(idea, promised);
  if (promised >= kit.today) return kit.say(`waits.${what}By`, { date: day(promised) });
  const late = kit.say(`waits.${what}Late`, { date: day(promised), days: daysBetween(promised, kit.today) });
  return answerBy < kit.today ? late : `${late} · ${kit.say('waits.newDate', { date: day(answerBy) })}`;
}

function whatEnds(idea: Reading['idea'], promised: Day): 'done' | 'test' | 'answer' {
  const { stage, waiting, test } = idea;
  if (stage === 'piloting' && waiting?.for === 'driver' && test?.end === promised) return 'test';
  return isWork(idea) ? 'done' : 'answer';
}

/** "Din tur" to the one it waits for, "Väntar på …" to everybody else. Holds a name: for a TextRun only. */
export const turnWords = (reading: Reading): string =>
  reading.theirTurn ? reading.kit.say('waits.you') : reading.kit.say('waits.for', { who: waitsFor(reading) });

/**
 * What a reader looks for first: whom it waits for, since when and until when, and to that person what to do. To whoever
 * answers for an invited department, that question. One or none.
 */
export function turnBand(reading: Reading, stake?: StakeKind) {
  const { kit, idea, theirTurn, asDepartment, reader } = reading;
  if (isInvited(reading) && !theirTurn) {
    const department = shortPlaceName(kit, { department: asDepartment ?? '' });
    const task = kit.say('waits.task.adopter', { department });
    return [{ turn: kit.say('waits.you'), task: [{ text: task }], time: [] }];
  }
  const beside = theirTurn ? [] : askedBeside(reading);
  if (beside.length > 0) return beside;
  if (!idea.waiting) return [];
  const since = idea.waitingSince && instantText(idea.waitingSince, kit.language, kit.timeZone, kit.today);
  const time = [since && kit.say('waits.since', { date: since }), waitsUntil(reading)].filter(Boolean).join(' · ');
  const task = taskText(reading);
  // Whoever only notes what is decided elsewhere has to know that.
  if (!stake || !theirTurn || reader.roles.has('noter'))
    return [{ turn: turnWords(reading), task, time: time ? [{ text: time }] : [] }];
  // What is to be decided stands just below: one line says it, and what follows is small.
  const turn = kit.say(`waits.you.${stake}`, { amount: amountText(kit, idea.money?.asked ?? 0) });
  const small =
    stake === 'money' ? [joined(capitalised(waitsUntil(reading)), task)] : [time, ...task.map(({ text }) => text)];
  return [{ turn, task: [], time: (saysEnough.has(stake) ? [time] : small).filter(Boolean).map((text) => ({ text })) }];
}

const joined = (until: string, task: readonly { text: string }[]): string =>
  [until, ...task.map(({ text }) => text)].filter(Boolean).join('. ');

/** Where "Din tur" says all that there is to do. */
const saysEnough: ReadonlySet<StakeKind> = new Set(['idea', 'result']);

/** What this reader is asked beside what the idea waits for: whether it is theirs too, or the same as one that they decide on. */
function askedBeside({ kit, idea, reader }: Reading) {
  const asked = idea.askedColleagues?.find(({ person }) => person === reader.ref);
  const until = asked?.until ?? (reader.roles.has('answerer') ? idea.proposal?.until : undefined);
  if (!until) return [];
  const task = kit.say(asked ? `waits.task.join.${asked.as}` : 'waits.task.merge');
  const key = until < kit.today ? 'waits.answerLate' : 'waits.answerBy';
  const days = daysBetween(until, kit.today);
  const time = kit.say(key, { date: dayText(until, kit.language, kit.today), days });
  return [{ turn: kit.say('waits.you'), task: [{ text: task }], time: [{ text: time }] }];
}
