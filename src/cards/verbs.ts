import { z } from 'zod';
import type { QueueFilter } from '../app/idea/lists/my-turn.js';
import { pileNames } from '../app/idea/lists/pile.js';
import { searchTabs } from '../app/search/search-ideas.js';
import { weekParts } from '../domain/digest/parts.js';
import { existingStages } from '../domain/existing/enter.js';
import { limits, type WordKey } from '../domain/idea/words.js';
import { oneLine } from '../domain/language/tidy.js';
import { languageCodes } from '../domain/languages.js';
import { sourceNames } from '../domain/organisation/sources/staff.js';
import { type ChosenNews, chosenNews } from '../domain/person/day-news.js';
import { archiveVerbs } from './archive/archive-verbs.js';
import { awardVerbs } from './award/award-verbs.js';
import { capabilityVerbs } from './capability/capability-verbs.js';
import { challengeVerbs } from './challenge/challenge-verbs.js';
import { outsideVerbs } from './challenge/outside/outside-verbs.js';
import { fitPanels } from './digest/fit-panels.js';
import { figuresVerbs } from './figures/figures-verbs.js';
import { groupVerbs } from './group/group-verbs.js';
import { helpingVerbs } from './helping/helping-verbs.js';
import { merge } from './idea/actions/merging/merge.js';
import { actInputs, actionOf, ideaActions, panels } from './idea/actions/tables.js';
import { lineNames } from './idea/ending/own-lines.js';
import { methodsVerbs } from './idea/methods/methods-verbs.js';
import { improvementVerbs } from './improvement/improvement-verbs.js';
import { meetingVerbs } from './meeting/meeting-verbs.js';
import { obstacleInputs } from './obstacle/obstacle-fields.js';
import { obstacleVerbs } from './obstacle/obstacle-verbs.js';
import { postsVerbs } from './person/posts/posts-verbs.js';
import {
  code,
  count,
  dataPlace,
  day,
  decisionVersion,
  eventNumber,
  eventPlace,
  recordId as ideaId,
  idempotencyKey,
  line,
  messageLink,
  objectId,
  oneOf,
  page,
  partName,
  picture,
  toggle,
  words,
} from './press-data.js';
import { sharingVerbs } from './sharing/sharing-verbs.js';
import { tellingVerbs } from './telling/telling-verbs.js';
import { undertakingVerbs } from './undertaking/undertaking-verbs.js';

/**
 * Every button that a card can have: its verb, and the data that it and the inputs on its card send. Cards build their
 * buttons through `button`, and the bot parses what arrives with the same schemas; a value from a card names things
 * (an idea, a version, an operation) and is never believed about rights or state.
 */
/** One that is none answers nothing. */
const challengeName = ideaId.optional().catch(undefined);
/** What is kept by the operation that would send it; anything else is none. */
const draftName = idempotencyKey.optional().catch(undefined);

export const queueFilters = ['all', 'new', 'asked', 'late'] as const satisfies readonly QueueFilter[];

/** What can be chosen of the day card, a switch each. */
const newsFields = Object.fromEntries(chosenNews.map((part) => [part, line])) as Record<ChosenNews, typeof line>;

/** Whether a press holds what the card itself writes. */
const hasOwn = (press: Readonly<Record<string, unknown>>, needs: readonly string[] = []): boolean =>
  needs.every((name) => press[name] !== undefined);

/** What stands on one line: names and numbers, and what a title or a place is. */
const onOneLine: ReadonlySet<WordKey> = new Set(['title', 'workplace', 'contact', 'diary', 'taker']);
/** What people write, whatever it is for. */
const eventWords = Object.fromEntries(
  (Object.keys(limits) as WordKey[]).map((key) => [key, onOneLine.has(key) ? line : words]),
) as { [W in WordKey]: typeof words };
const ideaWords = { title: line, problem: words, solution: words, evidence: words, confidential: toggle };

/** What is said to one idea alone of those that end together. */
const ownLines = Object.fromEntries(lineNames.map((name) => [name, line])) as {
  [N in (typeof lineNames)[number]]: typeof line;
};
/**
 * A choice of ideas, each `id.decisionVersion`, with commas between: `ideas` on the page that is shown, `chosen` on other pages; `pile`: of which the
 * page is. `lined`: the ids to which the lines are said; `opening`: with what the reason begins. What hinders them is told once for all.
 */
const choice = {
  ...{ ideas: code, chosen: code, reason: words, department: code, channel: code, pile: oneOf(pileNames) },
  ...{ lined: code, opening: line, ...ownLines, ...obstacleInputs },
};

/** The forms to which a typed answer about money leads. */
export const moneyWays = ['grant', 'ask', 'declineMoney'] as const;

export const verbs = {
  /**
   * Opens what has this id, an idea or a record of another kind, as a message of its own; `panel`: an idea with what a department
   * may say of it open, for that `department`. `draft`: of what somebody has written that is like it, and is kept meanwhile.
   */
  open: z.object({ idea: ideaId, panel: oneOf(fitPanels), department: code, draft: draftName }),
  /** Draws the same idea card again, in place, with one panel open; no panel: as it first was. */
  panel: z.object({
    idea: ideaId,
    panel: oneOf(panels),
    /** Which part of what is needed, with the panel `part`. */
    part: partName,
    /** Which department answers, with the panels of adoption. */
    department: code,
    /** Which comment, by its event's number, with the panel `said`. */
    said: eventNumber,
    /** What came before this event of the idea's own and this one of an adoption, with the panels of the record; absent: the newest. */
    below: eventNumber,
    before: eventPlace,
    /** Which page of what is read a page at a time. */
    page,
  }),
  /** Carries out a command on an idea: each says itself what its press may hold (idea/actions). */
  act: z
    .object({ idea: ideaId, decisionVersion, idempotencyKey, do: z.enum(ideaActions), ...eventWords, ...actInputs })
    .refine((press) => hasOwn(press, actionOf(press.do).needs)),
  /** Makes an idea a part of another one. */
  merge: z.object({ idea: ideaId, decisionVersion, idempotencyKey, ...merge.inputs, reason: words }),
  /** "Slå ihop" or "Nej, de är olika", by those who decide on the idea that it is proposed to become a part of. */
  answerMerge: z.object({ idea: ideaId, decisionVersion, idempotencyKey, yes: toggle }),
  ...obstacleVerbs,
  ...undertakingVerbs,
  ...archiveVerbs,
  ...improvementVerbs,
  ...figuresVerbs,
  ...groupVerbs,
  ...meetingVerbs,
  ...methodsVerbs,
  ...{ ...tellingVerbs, ...awardVerbs, ...helpingVerbs, ...capabilityVerbs, ...sharingVerbs },
  follow: z.object({ idea: ideaId, on: toggle }),
  /** "Samma problem hos oss", taken back by whoever said it. */
  takeBackNeed: z.object({ idea: ideaId }),
  /** The first idea of all that wait for the reader, in a message of its own. */
  next: z.object({}),
  /** The form for a new idea, as a message of its own; `text` and `picture`: what the person had already sent; `isIdea`: they have said that it is one, where it seemed to belong elsewhere. */
  form: z.object({ text: words, picture, isIdea: oneOf(['true']), answersTo: challengeName }),
  /** The form for an idea that exists, in place. */
  editForm: z.object({ idea: ideaId }),
  submit: z.object({
    idempotencyKey,
    ...ideaWords,
    department: code,
    workplace: line,
    forColleague: line,
    /** The message that it is made of. */
    source: messageLink,
    /** Who wrote that message, where somebody else did, and whose idea it is. */
    author: objectId,
    whose: oneOf(['mine', 'theirs']),
    picture,
    isIdea: oneOf(['true']),
    /** It was kept under the same operation, and goes when it is sent. */
    kept: oneOf(['true']),
    /** The challenge that it answers. */
    answersTo: challengeName,
  }),
  edit: z.object({ idempotencyKey, idea: ideaId, ...ideaWords }),
  /** Typed text becomes an idea at once; its first sentence is the title. */
  submitText: z.object({ idempotencyKey, text: words, picture, department: code, confidential: toggle }),
  /** What was kept because something is like it, or another wants it sent in, by the operation that sends it: sends it, or opens it in the form. `met`: what is like it they have met. */
  sendDraft: z.object({ idempotencyKey, met: oneOf(['true']) }),
  editDraft: z.object({ idempotencyKey, met: oneOf(['true']) }),
  /** "Nej": it is not to be sent in. */
  dropDraft: z.object({ idempotencyKey }),
  /** "Samma problem hos oss" in the place of sending `draft`, which is kept; `said`: with what they have to say of it. */
  sameProblem: z.object({ idempotencyKey, idea: ideaId, draft: draftName, need: words, said: toggle }),
  /** The form for what a department does already. */
  existing: z.object({}),
  /** Enters what it does already. `lesson`: how it goes, or what was learned; `end`: until when it is tested. */
  enter: z.object({
    idempotencyKey,
    ...{ title: line, problem: words, solution: words, lesson: words, end: day },
    ...{ stage: oneOf(existingStages), contact: code, department: code },
  }),
  answerTyped: z.object({
    idempotencyKey,
    idea: ideaId,
    decisionVersion,
    text: words,
    about: oneOf(['question', 'comment', 'progress', 'money']),
    /** The form in which money is decided on, and the sum that was named. */
    ...{ way: oneOf(moneyWays), amount: line },
  }),
  /** What somebody typed as a message, mended in the field in which it came back, or said to be as it should. */
  typed: z.object({ text: words, picture }),
  /** "Nej": what was typed is neither an idea nor an answer. */
  dismiss: z.object({ text: words }),
  /** "Det är ett svar": what was taken for a question is what somebody waits for. */
  answerInstead: z.object({ text: words }),
  mine: z.object({ page }),
  /** A page of what waits for the reader, or its piles where no list is named; `several`: to choose from, with what has been chosen and written so far. */
  queue: z.object({ filter: oneOf(queueFilters), page, several: toggle, ...choice }),
  /** One command on several ideas; `confirmed`: the question whether they are to be closed has been answered. */
  several: z.object({
    idempotencyKey,
    do: z.enum(['close', 'passOn', 'doNow', 'hinder']),
    confirmed: toggle,
    filter: oneOf(queueFilters),
    page,
    ...choice,
  }),
  /** Ideas with these words. `asked`: what the shown page was about; where the field says otherwise now, it is the first page. */
  search: z.object({ query: line, asked: line, tab: oneOf(searchTabs), department: code, goal: code, page }),
  ...challengeVerbs,
  ...outsideVerbs,
  leader: z.object({ department: code, query: line }),
  /** Where the person works, as a place (domain/organisation/place.ts): picked once, on the welcome card, or before what they had `wanted`. */
  pickDepartment: z.object({ department: code, wanted: oneOf(['leader']) }),
  changeDepartment: z.object({}),
  /** All that is new today, and what waits. */
  day: z.object({}),
  /** `month`: of a month; `part`: all of one part of it, a page at a time; `below`: as a message of its own. */
  week: z.object({ week: line, month: line, part: oneOf(weekParts), page, below: toggle }),
  stopDigest: z.object({}),
  settings: z.object({}),
  saveSettings: z.object({
    language: oneOf(languageCodes),
    department: code,
    awayUntil: day,
    dayCard: line,
    newIdeas: oneOf(['direct', 'daily']),
    digest: line,
    ...{ reminders: line, comments: line, followed: line },
    /** `beginnings`: whether the form asks for them, for a field that is left empty is not sent. */
    ...{ phrases: words, beginnings: toggle },
    ...newsFields,
  }),
  /** "Det stämmer inte" on a welcome to a post, as `leader.VOO`, `deputy.VOO`, `manager.VOO`, `manager.VOO.unit`, `office`. */
  disown: z.object({ post: z.string().max(140).transform(oneLine) }),
  /** What is stored about the one who presses: as a file, or a page of it in the chat. */
  myData: z.object({}),
  /** `from`: of more than one turn reads, where that page begins. */
  readData: z.object({ page, from: dataPlace }),
  /** Asks whether their data are to be erased; the next does it; the last leaves them. */
  ...{ eraseMe: z.object({}), eraseMeNow: z.object({}), keepData: z.object({}) },
  /** Whether a new account is somebody whom the office knows by another: `claim` is who is new. */
  account: z.object({ claim: z.string().regex(/^p[0-9A-HJKMNP-TV-Z]{16}$/), same: toggle }),
  /** Whether so many are gone as a source of who works where says. */
  staffLoss: z.object({ source: oneOf(sourceNames), gone: count, yes: toggle }),
  /** Whether what was changed in the chat goes on counting, where a file that came later says something else. */
  changeCounts: z.object({ idempotencyKey, change: code, keep: toggle }),
  ...postsVerbs,
  /** What a name means that another system calls a place by: a place, or with `none` that nobody there belongs to any. */
  nameMeans: z.object({ idempotencyKey, name: code, department: code, none: toggle }),
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
