import { opinionAskedOf } from '../../../domain/idea/deciding/opinions.js';
import { askedIn } from '../../../domain/idea/deciding/resources.js';
import { successorAsked } from '../../../domain/idea/people/successor.js';
import { isDecidedOutside, tierOf } from '../../../domain/idea/policy.js';
import { isWork, promisedDay } from '../../../domain/idea/waiting/late.js';
import { pausedUntil } from '../../../domain/idea/waiting/paused.js';
import { capitalised } from '../../../domain/language/tidy.js';
import { openDay } from '../../../domain/organisation/calendar/calendar.js';
import { addDays, type Day, daysBetween } from '../../../domain/time.js';
import { dayText, instantText } from '../../../text/dates.js';
import type { CardContext } from '../../card-context.js';
import { officeName, shortPlaceName } from '../../places.js';
import { isInvited } from '../adopting.js';
import { funderPost, ofPlace } from '../funders.js';
import type { Reading } from '../reading.js';
import { resourcesText } from './answers.js';
import { taskText } from './turn-task.js';

/** What somebody is asked to decide on. */
export type StakeKind = 'idea' | 'plan' | 'money' | 'result' | 'use';

/** Whom the idea waits for, as it stands in a sentence: "innovationsledaren för Miljö", a name, or a role. Empty for nobody. */
export function waitsForText({ context, idea, nameOf }: Reading): string {
  if (!idea.waiting) return '';
  if ('person' in idea.waiting) {
    const { for: role, person } = idea.waiting;
    const { text, known } = nameOf(person);
    const byRole = !known && person !== idea.leader && (role === 'driver' || role === 'owner');
    return byRole ? context.t(`waits.${role}`) : text;
  }
  if (isDecidedOutside(idea, idea.waiting)) return context.t('waits.outside');
  if (idea.waiting.for === 'funder') return funderPost(context, idea);
  const tier = tierOf(idea, context.directory);
  if (tier === 'office') return officeName(context);
  const count = context.directory.leadersOf(idea.department).length || 1;
  const department = shortPlaceName(context, { department: idea.department });
  return context.t(ofPlace(context, `waits.${tier === 'deputy' ? tier : 'leader'}`), { department, count });
}

/** The same by role, however well the reader knows who it is: what is late is nobody's name. */
export function holderOf(reading: Reading): string {
  const { context, idea } = reading;
  const role = idea.waiting?.for;
  if (role === 'submitter') return context.t('idea.theSubmitter');
  return role === 'driver' || role === 'doer' || role === 'owner' ? context.t(`waits.${role}`) : waitsForText(reading);
}

/**
 * "svar senast 12 december": until when it waits, said differently of work and of a test. Once the day has passed, since
 * when: the first date that was promised stays, whatever dates reminders have set, and a later one that is ahead stands
 * beside it. Empty for no day.
 */
export function waitsUntil({ context, idea }: Reading): string {
  const { answerBy } = idea;
  const promised = promisedDay(idea, context.settings.answerDays);
  if (!answerBy || !promised) return '';
  const day = (date: Day) => dayText(date, context.language, context.today);
  const what = whatEnds(idea, promised);
  if (promised >= context.today) return context.t(`waits.${what}By`, { date: day(promised) });
  const late = context.t(`waits.${what}Late`, { date: day(promised), days: daysBetween(promised, context.today) });
  return answerBy < context.today ? late : `${late} · ${context.t('waits.newDate', { date: day(answerBy) })}`;
}

function whatEnds(idea: Reading['idea'], promised: Day): 'done' | 'test' | 'answer' {
  const { stage, waiting, test } = idea;
  if (stage === 'piloting' && waiting?.for === 'driver' && test?.end === promised) return 'test';
  return isWork(idea) ? 'done' : 'answer';
}

/** "Innovationsledaren är tillbaka den 4 augusti", as long as its promise waits for that; empty otherwise, and to those for whom it waits. */
export function backText({ context, idea, theirTurn }: Reading): string {
  const { language, today, settings } = context;
  const until = pausedUntil(idea, today);
  if (until === undefined || theirTurn) return '';
  return context.t('waits.back', { date: dayText(openDay(addDays(until, 1), settings.calendar), language, today) });
}

/** "Din tur" to the one it waits for, "Väntar på …" to everybody else. Holds a name: for a TextRun only. */
export const turnWords = (reading: Reading): string =>
  reading.theirTurn ? reading.context.t('waits.you') : reading.context.t('waits.for', { who: waitsForText(reading) });

/**
 * What a reader looks for first: whom it waits for, since when and until when, and to that person what to do. To whoever
 * answers for an invited department, that question. One or none.
 */
export function turnBand(reading: Reading, stake?: StakeKind) {
  const { context, idea, theirTurn, asDepartment, reader } = reading;
  if (judgesText(reading)) {
    return [{ turn: context.t('waits.you'), task: [{ text: context.t('waits.task.report') }], time: [] }];
  }
  if (isInvited(reading) && !theirTurn) {
    const department = shortPlaceName(context, { department: asDepartment ?? '' });
    const task = context.t('waits.task.adopter', { department });
    const until = idea.adoptions[asDepartment ?? '']?.answerBy;
    return [{ turn: context.t('waits.you'), task: [{ text: task }], time: until ? [answerBy(context, until)] : [] }];
  }
  const rests = idea.restsUntil && idea.restsUntil > context.today ? idea.restsUntil : undefined;
  if (rests) {
    const turn = context.t('waits.rests', { date: dayText(rests, context.language, context.today) });
    return [{ turn, task: [], time: [{ text: waitsUntil(reading) }] }];
  }
  const beside = theirTurn && !answersMerge(reading) ? [] : askedBeside(reading);
  if (beside.length > 0) return beside;
  if (!idea.waiting) return [];
  const since = idea.waitingSince && instantText(idea.waitingSince, context.language, context.timeZone, context.today);
  const times = [since && context.t('waits.since', { date: since }), waitsUntil(reading), backText(reading)];
  const time = times.filter(Boolean).join(' · ');
  const task = taskText(reading);
  // Whoever only notes what is decided elsewhere has to know that.
  if (!stake || stake === 'use' || !theirTurn || reader.roles.has('noter'))
    return [{ turn: turnWords(reading), task, time: time ? [{ text: time }] : [] }];
  // What is to be decided stands just below: one line says it, and what follows is small.
  const asked = idea.money && askedIn(idea.money);
  const turn = context.t(`waits.you.${stake}`, { amount: asked ? resourcesText(context, asked) : '' });
  const small =
    stake === 'money' ? [joined(capitalised(waitsUntil(reading)), task)] : [time, ...task.map(({ text }) => text)];
  return [{ turn, task: [], time: (saysEnough.has(stake) ? [time] : small).filter(Boolean).map((text) => ({ text })) }];
}

/** Whether the band says that it is the reader's turn: the card asks something of them. */
export const asksReader = (reading: Reading): boolean =>
  reading.theirTurn || isInvited(reading) || askedBeside(reading).length > 0 || judgesText(reading);

/** Whether the reader is to say if a text that somebody has reported may stand: nothing else is decided before that. */
export const judgesText = ({ idea, reader }: Reading): boolean =>
  idea.report !== undefined && reader.roles.has('decider');

/** Whether the reader is to say if another idea is the same as one that they decide on. */
export const answersMerge = ({ idea, reader }: Reading): boolean =>
  idea.proposal !== undefined && reader.roles.has('answerer');

const joined = (until: string, task: readonly { text: string }[]): string =>
  [until, ...task.map(({ text }) => text)].filter(Boolean).join('. ');

/** Where "Din tur" says all that there is to do. */
const saysEnough: ReadonlySet<StakeKind> = new Set(['idea', 'result']);

/** What this reader is asked beside what the idea waits for: whether it is theirs too, the same as one that they decide on, theirs to take over, or what they think of it. */
function askedBeside(reading: Reading) {
  const { context, idea } = reading;
  const asked = idea.askedColleagues?.find(({ person }) => person === reading.reader.ref);
  const takesOver = reading.reader.roles.has('askedSuccessor') ? successorAsked(idea) : undefined;
  const checks = reading.reader.roles.has('checker') ? idea.checksUntil : undefined;
  const opinion = opinionAskedOf(idea, reading.reader.ref)?.until;
  const until =
    asked?.until ?? (answersMerge(reading) ? idea.proposal?.until : (takesOver?.until ?? checks ?? opinion));
  if (!until) return [];
  const beforeIt = checks ? 'waits.you.check' : 'waits.you.opinion';
  const besides = answersMerge(reading) ? 'waits.you.merge' : takesOver ? 'waits.you.takeOver' : beforeIt;
  const turn = context.t(asked ? `waits.you.join.${asked.as}` : besides);
  return [{ turn, task: [], time: [answerBy(context, until)] }];
}

/** "svar senast 12 december", or how late it is. */
function answerBy({ t, language, today }: CardContext, until: Day): { text: string } {
  const key = until < today ? 'waits.answerLate' : 'waits.answerBy';
  return { text: t(key, { date: dayText(until, language, today), days: daysBetween(until, today) }) };
}
