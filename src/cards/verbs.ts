import { z } from 'zod';
import type { QueueFilter } from '../app/idea/lists/my-turn.js';
import type { CommandType } from '../domain/idea/commands.js';
import { outsideDecisions } from '../domain/idea/deciding/outside.js';
import { type FieldName, fields, partNames } from '../domain/idea/fields.js';
import { uses } from '../domain/idea/use/follow-up.js';
import { oneLine } from '../domain/language/tidy.js';
import { languageCodes } from '../domain/languages.js';
import { onwards } from './idea/actions/onward.js';
import { code, day, line, oneOf, page, picture, toggle, words } from './press-data.js';

/**
 * Every button that a card can have: its verb, and the data that it and the inputs on its card send. Cards build their
 * buttons through `button`, and the bot parses what arrives with the same schemas; a value from a card names things
 * (an idea, a turn, an operation) and is never believed about rights or state.
 */
const ideaId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{6}$/);
const op = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/);
const turn = z.coerce.number().int().nonnegative();

/** A comment, by the number of its event. */
const said = z.coerce.number().int().positive().optional().catch(undefined);

export const panels = [
  'more',
  'ask',
  'explore',
  'nameDriver',
  'doNow',
  'passOn',
  'close',
  'merge',
  'hide',
  'answer',
  'done',
  'decline',
  'withdraw',
  'reopen',
  'comment',
  'progress',
  'coSubmitter',
  'stepOut',
  'concern',
  'part',
  'sendBack',
  'grant',
  'declineMoney',
  'endTest',
  'extend',
  'useHere',
  'scale',
  'nameOwner',
  'invite',
  'adopt',
  'tryFirst',
  'notNow',
  'stopUsing',
  'backToTest',
  'spread',
  'followUp',
  'noteDecision',
  'history',
  'why',
  'comments',
  'said',
  'report',
  'thank',
] as const;
export type Panel = (typeof panels)[number];
/** What a week tells of, in the order of its card. */
export const weekParts = ['mine', 'inUse', 'money', 'late', 'tested', 'new', 'decided'] as const;
export type WeekPart = (typeof weekParts)[number];
export const queueFilters = ['all', 'new', 'asked', 'late'] as const satisfies readonly QueueFilter[];

/** Commands on one idea that a button can give; submit and edit come from the form, remind from the clock. */
export const ideaActions = [
  'explore',
  'nameDriver',
  'acceptDriving',
  'declineDriving',
  'ask',
  'answer',
  'comment',
  'thank',
  'reportProgress',
  'concern',
  'fill',
  'plan',
  'submitPlan',
  'approvePlan',
  'sendBack',
  'takeBack',
  'grant',
  'declineMoney',
  'noteDecision',
  'extend',
  'submitResult',
  'useHere',
  'scale',
  'nameOwner',
  'acceptOwning',
  'declineOwning',
  'invite',
  'adopt',
  'notNow',
  'stopUsing',
  'backToTest',
  'spread',
  'followUp',
  'doNow',
  'acceptDoing',
  'declineDoing',
  'reportDone',
  'passOn',
  'close',
  'hide',
  'show',
  'readHidden',
  'openToAll',
  'report',
  'answerReport',
  'editComment',
  'removeComment',
  'hideComment',
  'showComment',
  'withdraw',
  'withholdWords',
  'reopen',
  'addCoSubmitter',
  'acceptJoining',
  'declineJoining',
  'stepOut',
  'addPicture',
] as const satisfies readonly CommandType[];
export type IdeaAction = (typeof ideaActions)[number];

const eventWords = {
  question: words,
  answer: words,
  comment: words,
  progress: words,
  thanks: words,
  reason: words,
  tryAgain: words,
  tried: words,
  lesson: words,
  done: words,
  went: words,
  contact: line,
  diary: line,
  taker: line,
};
/** An answer for each field of what is needed: the domain reads it. */
const answers = Object.fromEntries(
  Object.entries(fields).map(([field, { kind }]) => [field, kind === 'day' ? day : words]),
) as {
  [F in FieldName]: typeof words;
};
const ideaWords = { title: line, problem: words, solution: words, evidence: words, confidential: toggle };

/** A choice of ideas, each `id.turn`, with commas between: `ideas` on the page that is shown, `chosen` on other pages. */
const choice = { ideas: code, chosen: code, reason: words, department: code };

/** The forms to which a typed answer about money leads. */
export const moneyWays = ['grant', 'ask', 'declineMoney'] as const;

export const verbs = {
  /** Opens one idea as a message of its own. */
  open: z.object({ idea: ideaId }),
  /** Draws the same idea card again, in place, with one panel open; no panel: as it first was. */
  panel: z.object({
    idea: ideaId,
    panel: oneOf(panels),
    /** Which part of what is needed, with the panel `part`. */
    part: oneOf(partNames),
    /** Which department answers, with the panels of adoption. */
    department: code,
    /** Which comment, by its event's number, with the panel `said`; which page of them, with `comments`. */
    said,
    page,
  }),
  /** Carries out a command on an idea. */
  act: z
    .object({
      idea: ideaId,
      turn,
      op,
      do: z.enum(ideaActions),
      ...eventWords,
      ...answers,
      department: code,
      departments: line,
      channel: code,
      /** Of a list of colleagues (`me`, `submitter`, an address), or an object id that Teams' people picker has given. */
      person: code,
      personEmail: line,
      part: oneOf(partNames),
      onward: oneOf(onwards),
      confirmed: oneOf(['true']),
      /** The test has ended before its last day. */
      early: oneOf(['true']),
      until: day,
      tryAgainOn: day,
      amount: line,
      decision: oneOf(outsideDecisions),
      on: day,
      picture,
      said,
      /** Withdraws the idea's words too. */
      hide: oneOf(['true', 'false']),
      /** The panel in which hidden words are to be read. */
      open: oneOf(panels),
      status: oneOf(['testing', 'using']),
      use: oneOf(uses),
      effects: line,
    })
    // A picture is chosen by the card, and nobody has written anything that would be lost.
    .refine((press) => press.do !== 'addPicture' || press.picture !== undefined),
  /** Makes an idea a part of another one, which is named by its id as people write it, else chosen. */
  merge: z.object({ idea: ideaId, turn, op, into: line, chosen: line, reason: words }),
  /** "Slå ihop" or "Nej, de är olika", by those who decide on the idea that it is proposed to become a part of. */
  answerMerge: z.object({ idea: ideaId, turn, op, yes: toggle }),
  follow: z.object({ idea: ideaId, on: toggle }),
  /** The first idea of all that wait for the reader, in a message of its own. */
  next: z.object({}),
  /** The form for a new idea, as a message of its own; `text` and `picture` are what the person had already sent. */
  /** `isIdea`: they have said that it is one, where it seemed to belong elsewhere. */
  form: z.object({ text: words, picture, isIdea: oneOf(['true']) }),
  /** The form for an idea that exists, in place. */
  editForm: z.object({ idea: ideaId }),
  submit: z.object({
    op,
    ...ideaWords,
    department: code,
    workplace: line,
    forColleague: line,
    picture,
    isIdea: oneOf(['true']),
  }),
  edit: z.object({ op, idea: ideaId, ...ideaWords }),
  /** Typed text becomes an idea at once; its first sentence is the title. */
  submitText: z.object({ op, text: words, picture, department: code, confidential: toggle }),
  answerTyped: z.object({
    op,
    idea: ideaId,
    turn,
    text: words,
    about: oneOf(['question', 'comment', 'progress', 'money']),
    /** The form in which money is decided on, and the sum that was named. */
    way: oneOf(moneyWays),
    amount: line,
  }),
  /** What somebody typed as a message, mended in the field in which it came back, or said to be as it should. */
  typed: z.object({ text: words, picture }),
  /** "Nej": what was typed is neither an idea nor an answer. */
  dismiss: z.object({ text: words }),
  /** "Det är ett svar": what was taken for a question is what somebody waits for. */
  answerInstead: z.object({ text: words }),
  mine: z.object({ page }),
  /** A page of what waits for the reader; `several`: to choose from, with what has been chosen and written so far. */
  queue: z.object({ filter: oneOf(queueFilters), page, several: toggle, ...choice }),
  /** One command on several ideas; `confirmed`: the question whether they are to be closed has been answered. */
  several: z.object({
    op,
    do: z.enum(['close', 'passOn']),
    confirmed: toggle,
    filter: oneOf(queueFilters),
    page,
    ...choice,
  }),
  leader: z.object({ department: code, query: line }),
  /** Where the person works, as a place (domain/organisation/place.ts): picked once, on the welcome card, or before what they had `wanted`. */
  pickDepartment: z.object({ department: code, wanted: oneOf(['leader']) }),
  changeDepartment: z.object({}),
  /** `part`: all of one part of it, a page at a time. */
  week: z.object({ week: line, part: oneOf(weekParts), page }),
  stopDigest: z.object({}),
  settings: z.object({}),
  saveSettings: z.object({
    language: oneOf(languageCodes),
    department: code,
    awayUntil: day,
    newIdeas: oneOf(['direct', 'daily']),
    digest: line,
    reminders: line,
    comments: line,
    followed: line,
  }),
  /** "Det stämmer inte" on a welcome to a post, as `leader.VOO`, `deputy.VOO`, `manager.VOO`, `manager.VOO.unit`, `office`. */
  disown: z.object({ post: z.string().max(140).transform(oneLine) }),
  /** What is stored about the one who presses: as a file, or a page of it in the chat. */
  myData: z.object({}),
  readData: z.object({ page }),
  /** Asks whether their data are to be erased; the next does it; the last leaves them. */
  eraseMe: z.object({}),
  eraseMeNow: z.object({}),
  keepData: z.object({}),
  /** Whether a new account is somebody whom the office knows by another: `claim` is who is new. */
  account: z.object({ claim: z.string().regex(/^p[0-9A-HJKMNP-TV-Z]{16}$/), same: toggle }),
  help: z.object({}),
} as const;

export type Verb = keyof typeof verbs;
export type VerbData<V extends Verb> = z.infer<(typeof verbs)[V]>;
/** The part of a verb's data that the card itself writes; the rest comes from its inputs. */
export type ButtonData<V extends Verb> = Partial<z.input<(typeof verbs)[V]>>;

/** A type and not an interface, so that it is template data as it stands. */
export type Button = {
  title: string;
  verb: Verb;
  data: Record<string, string | boolean>;
  style: 'default' | 'positive' | 'destructive';
  /** Inputs are sent along and checked, or not looked at (a button that only looks around). */
  inputs: 'auto' | 'none';
};

/** A button as the templates take it. Data are made strings, for a template writes a number out of its own head. */
export function button<V extends Verb>(
  title: string,
  verb: V,
  data: ButtonData<V>,
  look: { style?: Button['style']; inputs?: Button['inputs'] } = {},
): Button {
  const strings = Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [key, String(value)]);
  return {
    title,
    verb,
    // The verb stands in the data too: Action.Submit, the fallback, sends nothing but data.
    data: { ...Object.fromEntries(strings), verb },
    style: look.style ?? 'default',
    inputs: look.inputs ?? 'auto',
  };
}

/** What arrived, as exact types; undefined for a verb or data that no card of ours sends. */
export function parsePress(
  verb: unknown,
  data: unknown,
): { [V in Verb]: { verb: V; data: VerbData<V> } }[Verb] | undefined {
  if (typeof verb !== 'string' || !Object.hasOwn(verbs, verb)) return undefined;
  const parsed = verbs[verb as Verb].safeParse(data ?? {});
  return parsed.success
    ? ({ verb, data: parsed.data } as { [V in Verb]: { verb: V; data: VerbData<V> } }[Verb])
    : undefined;
}
