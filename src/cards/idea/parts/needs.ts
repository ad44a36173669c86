import { isOpenTo } from '../../../domain/idea/decide.js';
import { isHandedIn } from '../../../domain/idea/deciding/decided-on.js';
import { takenBy } from '../../../domain/idea/deciding/resources.js';
import type { PartName } from '../../../domain/idea/fields.js';
import {
  besideNeeds,
  isBeside,
  isForm,
  type Need,
  type NeedState,
  needsOf,
  partRow,
} from '../../../domain/idea/needs.js';
import { stageNames, stageRow } from '../../../domain/idea/stages.js';
import { sameIn } from '../../../domain/idea/use/core.js';
import { capitalised } from '../../../domain/language/tidy.js';
import { type Method, methodsFor } from '../../../domain/method/methods.js';
import type { Contact } from '../../../domain/organisation/organisation.js';
import type { Line } from '../../paragraphs.js';
import { chatLink } from '../../person/deep-links.js';
import { shortened } from '../../shortened.js';
import { type Button, button } from '../../verbs.js';
import { mayFill } from '../filling.js';
import type { Reading } from '../reading.js';
import { isLong, partInShort, partInWords, resourcesText } from './answers.js';
import { assignedText, moneyText } from './facts.js';

// The mark is no more than a help for the eye: its word always stands beside it.
// What only what happens can fill is nobody's to fill in. Round marks look filled in some fonts, so none is round.
const marks = { done: '✓', partly: '…', missing: '–', later: '–', notAgreed: '–' } as const satisfies Record<
  NeedMark,
  string
>;

type NeedMark = NeedState | 'later' | 'notAgreed';

/** What a card tells of a part: what no form can fill is not missing, it has not happened yet; nor is what the idea goes on without. */
function stateOf({ part, state }: Need): NeedMark {
  if (state !== 'missing') return state;
  if (part === 'agreement') return 'notAgreed';
  return isForm(part) && !isBeside(part) ? 'missing' : 'later';
}

/** One part of what is needed, for parts/needs/need-row.json. One that can be pressed has a word that says what comes. */
export type NeedRow = {
  mark: string;
  what: string;
  state: string;
  answer: Line[];
  canBePressed: boolean;
  isPlain: boolean;
  word: string;
  press: Button;
  /** "Så kan ni göra": the way to an answer that is missing. One or none. */
  how: { word: string; press: Button }[];
};

/** A part's name as it begins a line. */
export const partTitle = (reading: Reading, part: PartName): string => capitalised(partInWords(reading, part));

/** So much of what must be the same stands in the list. */
const BEGINNING = 90;

/** What a list of parts leaves out or leads nowhere from. */
interface NeedsOptions {
  /** A form is open beside it: nothing but that form's buttons leads away, or what was typed would be lost. */
  still?: boolean;
  /** Parts that stand whole elsewhere on the card. */
  except?: ReadonlySet<PartName>;
}

/**
 * "Det här behövs": the parts that the stage asks for before the idea can go on, and what it may have beside. One list or none; none of a new idea, of
 * which only its words are asked. Counted is what this reader can fill in.
 */
export function needs(reading: Reading, { still = false, except }: NeedsOptions = {}) {
  const { context, idea } = reading;
  const { t } = context;
  const all = idea.stage === 'submitted' ? [] : needsOf(idea);
  const wanted = all.filter(({ part }) => !except?.has(part));
  if (wanted.length === 0) return [];
  const beside = besideNeeds(idea).filter(({ part }) => !except?.has(part));
  const theirs = all.filter(({ part }) => mayFill(reading, part));
  const done = theirs.filter(({ state }) => state === 'done').length;
  return [
    {
      heading: t(isHandedIn(idea) && idea.stage === 'planning' ? 'idea.needs.plan' : 'idea.needs'),
      count: theirs.length > 0 ? ` · ${t('idea.needs.count', { done, count: theirs.length })}` : '',
      list: [...[...wanted, ...beside].map((need) => needRow(reading, need, still)), ...coreRow(reading, still)],
      help: procurementHelp(reading),
    },
  ];
}

const fillWords = {
  done: 'idea.need.change',
  partly: 'idea.need.fillOn',
  missing: 'idea.need.fill',
} as const satisfies Record<NeedState, string>;

function needRow(reading: Reading, need: Need, still: boolean): NeedRow {
  const { part, state } = need;
  const { t } = reading.context;
  const answer = answerOf(reading, part);
  const word = mayFill(reading, part) ? t(fillWords[state]) : isLong(reading, part) ? t('idea.need.read') : '';
  const told = stateOf(need);
  const row = { mark: marks[told], what: partTitle(reading, part), state: t(`idea.need.is.${told}`) };
  const shown = [row.what, row.state, answer];
  return {
    ...row,
    answer: answer ? [{ text: answer }] : [],
    ...pressed(reading, part, still ? '' : word, shown),
    how: howTo(reading, need, still),
  };
}

/** Where somebody is to find an answer and a method helps with it. */
function howTo(reading: Reading, { part, state }: Need, still: boolean): NeedRow['how'] {
  const { context, idea } = reading;
  if (still || state === 'done' || !mayFill(reading, part)) return [];
  const [first] = methodsFor(context.settings.methods, part, idea.stage);
  return first ? [toMethod(reading, first, part)] : [];
}

/** The button that opens a method from an idea's card; a part of what is needed is what it is opened for. */
function toMethod({ context, idea }: Reading, { id, fills, text }: Method, part?: PartName): NeedRow['how'][number] {
  const word = context.t('idea.need.how');
  const title = [word, context.t(`idea.need.${part ?? fills}`), text[context.language].name].join(', ');
  return { word, press: button(title, 'method', { method: id, idea: idea.id, part, page: 0 }, { inputs: 'none' }) };
}

/** The button that a row is, or none. Its name is all that a screen reader says of the row: everything that it shows. */
function pressed({ idea }: Reading, part: PartName, word: string, shown: readonly string[]) {
  const title = [...shown, word].filter(Boolean).join(', ');
  const press = button(title, 'panel', { idea: idea.id, panel: 'part', part }, { inputs: 'none' });
  return { canBePressed: word !== '', isPlain: word === '', word, press };
}

/** What travels with a solution that more take in: described by those who may, beside what the idea needs. One or none. */
function coreRow(reading: Reading, still: boolean): NeedRow[] {
  const { context, idea, reader } = reading;
  const { t } = context;
  const { core } = idea;
  const mayTell = isOpenTo('tellCore', idea, reader.roles);
  if (idea.stage !== 'scaling' || (!core && !mayTell)) return [];
  const told = core ? 'done' : 'notAgreed';
  const what = t('idea.core');
  const answer = core ? shortened(sameIn(core.same).join(' · '), BEGINNING) : '';
  const word = still ? '' : t(core ? 'idea.need.read' : 'idea.need.fill');
  const title = [what, t(`idea.core.is.${told}`), answer, word].filter(Boolean).join(', ');
  const panel = core ? 'solution' : 'tellCore';
  const press = button(title, 'panel', { idea: idea.id, panel }, { inputs: 'none' });
  const how = still || core ? [] : methodsFor(context.settings.methods, 'core', idea.stage).slice(0, 1);
  const row = { mark: marks[told], what, state: t(`idea.core.is.${told}`), answer: answer ? [{ text: answer }] : [] };
  return [
    {
      ...row,
      canBePressed: word !== '',
      isPlain: word === '',
      word,
      press,
      how: how.map((one) => toMethod(reading, one)),
    },
  ];
}

/** What stands under a part: what was filled in, or what has happened. */
function answerOf(reading: Reading, part: PartName): string {
  const { context, idea } = reading;
  if (part === 'money' && !idea.money) {
    return context.t('idea.need.money.later', { amount: resourcesText(context, takenBy(idea)) });
  }
  if (part === 'money') return moneyText(reading);
  // Which they are, and what they have answered, has a list of its own.
  if (part === 'departments') return '';
  if (part === 'owner') return assignedText(reading, idea.owner) ?? '';
  return partInShort(reading, part);
}

/** What was filled in at the other stages, for whoever wants to read it. One list or none. */
export function known(reading: Reading, { still = false, except }: NeedsOptions = {}) {
  const { context, idea } = reading;
  const others = stageNames.filter((stage) => stage !== idea.stage).flatMap((stage) => stageRow(stage).needs);
  // The days of a test that was agreed are a fact.
  const isElsewhere = (part: PartName) => except?.has(part) === true || (part === 'time' && idea.test !== undefined);
  const parts = others.filter(
    (part) => isForm(part) && !isElsewhere(part) && partRow(part).fields.some((name) => idea.answers[name]),
  );
  if (parts.length === 0) return [];
  return [
    {
      unfold: context.t('idea.known.show', { count: parts.length }),
      heading: context.t('idea.known'),
      list: parts.map((part) => {
        const row = { what: partTitle(reading, part), answer: partInShort(reading, part) };
        const word = !still && isLong(reading, part) ? context.t('idea.need.read') : '';
        return { ...row, ...pressed(reading, part, word, [row.what, row.answer]) };
      }),
    },
  ];
}

/** Whom to ask when a plan needs something bought. One or none. */
function procurementHelp({ context, idea }: Reading) {
  const contact: Contact | undefined = context.settings.procurement;
  if (idea.stage !== 'planning' || idea.answers.procurement !== 'yes' || !contact) return [];
  const { name, title, email } = contact;
  return [
    {
      about: context.t('idea.need.procurement.help'),
      name,
      title,
      email,
      chat: context.t('leaders.chatWith', { name }),
      url: chatLink(email, context.t('leaders.chatMessage')),
    },
  ];
}
