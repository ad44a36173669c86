import { type CommandContext, defineCommand, type Outcome } from '../idea/command.js';
import { begin } from '../idea/commands/begin.js';
import { ideaWords, inIdeaWords } from '../idea/commands/own/idea-words.js';
import { readAnswers } from '../idea/commands/planning/read-answers.js';
import { testFrom } from '../idea/commands/planning/test-days.js';
import { LONGEST_EXTENSION_MONTHS } from '../idea/commands/testing/test-end.js';
import { defineEvent, type Happened } from '../idea/event.js';
import type { Assigned, Idea, Tier } from '../idea/idea.js';
import type { Stage } from '../idea/stages.js';
import { ended, happens, waitsFor } from '../idea/standing.js';
import { adoption, inUse } from '../idea/use/in-use.js';
import { limits, type Words } from '../idea/words.js';
import type { PersonRef } from '../person/person.js';
import { refuse } from '../result.js';
import { addMonths, type Day } from '../time.js';

/** As what something that exists already is entered: it is tested now, it is used, or it has ended with a lesson. */
export const existingStages = ['piloting', 'inUse', 'closed'] as const satisfies readonly Stage[];
export type ExistingStage = (typeof existingStages)[number];

interface Entering {
  /** Who enters it. They may take it back, and decide on it no more than submitters on what they send. */
  submitter: PersonRef;
  department: string;
  unit?: string;
  tier: Tier;
  /** Who leads its test, or answers for it in use, once they say yes; or whom to ask about what was tried. Absent: the one who enters it. */
  contact?: PersonRef;
  /** In use: the day on which it is first asked how it goes. Absent: in half a year. */
  askOn?: Day;
}

/** `start`: since when it is tested or used; `end`: until when it is tested. */
type Entered = Entering & { start?: Day; end?: Day };

/**
 * Something that a department tests, uses or has tried already becomes an idea in that stage, without the way there. Refuses a
 * test without a last day ahead, and an end without a lesson. `lesson`: how it goes, or what was learned.
 */
export const enter = defineCommand('enter')<Entering & { id: string; stage: ExistingStage }>({
  from: [],
  by: [],
  words: { ...inIdeaWords, lesson: 'optional' },
  sameVersion: false,
  answers: () => ['start', 'end'],
  leadsTo: (context) => {
    const read = readAnswers(['start', 'end'], context);
    if (!read.ok) return read;
    const { start, end } = read.value;
    const { data, words, today } = context;
    if (start && start > today) return refuse({ code: 'startAhead' });
    const { id: _, stage, ...rest } = data;
    const since = { ...rest, ...(start && { start }) };
    switch (stage) {
      case 'piloting':
        return tested(context, since, end);
      case 'inUse':
        return happens(entered, ended('inUse'), since, asAnswer('learned', words));
      case 'closed':
        if (!words.lesson) return refuse({ code: 'wordsMissing', field: 'lesson' });
        return happens(entered, ended('closed'), rest, asTried(inWords(words)));
    }
  },
});

/** A test runs until a day, and whoever leads it answers by then. */
function tested(context: CommandContext, data: Entered, end: Day | undefined): Outcome {
  const { today, words } = context;
  if (!end) return refuse({ code: 'badDate', field: 'end' });
  if (end <= today) return refuse({ code: 'dateNotAhead', field: 'end' });
  if (end > addMonths(today, LONGEST_EXTENSION_MONTHS)) return refuse({ code: 'dateFarOff', field: 'end' });
  const driver = { for: 'driver', person: data.contact ?? data.submitter } as const;
  return happens(entered, waitsFor(context, 'piloting', driver, end), { ...data, end }, asAnswer('outcome', words));
}

/** The words without the days, which are data. */
const inWords = ({ start: _, end: __, ...words }: Words): Words => words;
/** Of what has ended it is said what was tried, as of every test: what they did about it, or else what it is called. */
function asTried({ solution, ...rest }: Words): Words {
  if (solution && solution.length <= limits.tried) return { ...rest, tried: solution };
  return { ...rest, ...(solution && { solution }), ...(rest.title && { tried: rest.title }) };
}

/** Where it has not ended, how it goes stands where a test's result does: of what is used as what was learned, which everybody reads first. */
function asAnswer(field: 'outcome' | 'learned', words: Words): Words {
  const { lesson, ...rest } = inWords(words);
  return { ...rest, ...(lesson && { [field]: lesson }) };
}

export const entered = defineEvent('entered')<Entered>({
  persons: { submitter: 'traced', contact: 'traced' },
  begins: (id, { data, to, at }) => ({ ...begin(id, data, { stage: to.stage, at }), entered: true }),
  changes: (idea, event) => {
    const { data, words } = event;
    const { outcome, learned } = words;
    const answers = { ...(outcome && { outcome }), ...(learned && { learned }) };
    const answeredBy = Object.fromEntries(Object.keys(answers).map((field) => [field, event.by]));
    const told: Idea = {
      ...idea,
      words: ideaWords(words),
      authors: [data.submitter],
      ...{ answers, answeredBy },
    };
    return as[event.to.stage as ExistingStage](told, event);
  },
  // Nobody has to know of it but the one who enters it, who reads it in the answer.
  hears: [],
  wordsOf: 'idea',
  writers: ({ data }) => [data.submitter],
});

type EnteredEvent = Happened<'entered', Entered>;

/** What the stage in which it is entered makes of it. */
const as: { readonly [S in ExistingStage]: (idea: Idea, event: EnteredEvent) => Idea } = {
  piloting: (idea, { day, data }) => {
    const { start = day, end = day } = data;
    const answers = { ...idea.answers, start, end };
    const begun = start < day && { testBegun: true as const };
    return { ...idea, answers, ...begun, driver: responsible(data), test: testFrom({ start, end }, day) };
  },
  inUse: (idea, { day, data }) => {
    // Of what was used before anybody could say that they have its problem nobody can tell whether that has got better.
    const { improvement: _, ...used } = inUse(idea, { day, words: {} });
    const home = adoption(used, idea.department, { status: 'using', start: data.start ?? day });
    return { ...home, owner: responsible(data), ...(data.askOn && { followUpOn: data.askOn }) };
  },
  closed: (idea, { data, words: { tried, lesson } }) => ({
    ...idea,
    contact: responsible(data).person,
    ending: { ...(tried && { tried }), ...(lesson && { lesson }) },
  }),
};

/** Whoever is named has not said yes yet; whoever enters it has, by that. */
const responsible = ({ contact, submitter }: Entered): Assigned => ({
  person: contact ?? submitter,
  accepted: contact === undefined || contact === submitter,
});
