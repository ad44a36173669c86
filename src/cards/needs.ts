import { isOpenTo } from '../domain/decide.js';
import { canBeFilled, costOf, isForm, type NeedState, needsOf, type PartName, partRow } from '../domain/needs.js';
import type { Contact } from '../domain/organisation.js';
import { stageNames, stageRow } from '../domain/stages.js';
import { mayReadAnswer } from '../domain/visibility.js';
import { adoptions } from './adopting.js';
import { amountText, isLong, partInShort } from './answers.js';
import { chatLink } from './deep-links.js';
import { assigned, moneyText } from './facts.js';
import type { Line } from './paragraphs.js';
import { capitalised, type Reading } from './reading.js';
import { type Button, button } from './verbs.js';

// The mark is no more than a help for the eye: its word always stands beside it.
const marks = { done: '✓', partly: '◐', missing: '○' } as const satisfies Record<NeedState, string>;

/** One part of what is needed, for parts/need.json. One that can be pressed has a word that says what comes. */
export type NeedRow = {
  mark: string;
  what: string;
  state: string;
  answer: Line[];
  canBePressed: boolean;
  isPlain: boolean;
  word: string;
  press: Button;
};

/** A part's name as it begins a line. */
export const partName = ({ kit }: Reading, part: PartName): string => capitalised(kit.say(`idea.need.${part}`));

/**
 * "Det här behövs": the parts that the stage asks for before the idea can go on. One list or none. While a form is open
 * nothing but its own buttons leads away, or what was typed would be lost: `still`.
 */
export function needs(reading: Reading, still = false) {
  const { say } = reading.kit;
  const wanted = needsOf(reading.idea);
  if (wanted.length === 0) return [];
  const done = wanted.filter(({ state }) => state === 'done').length;
  return [
    {
      heading: say('idea.needs'),
      count: say('idea.needs.count', { done, count: wanted.length }),
      list: wanted.map(({ part, state }) => needRow(reading, part, state, still)),
      help: procurementHelp(reading),
    },
  ];
}

/** Whether this reader may fill in this part now. */
export const mayFill = ({ idea, reader }: Reading, part: PartName): boolean =>
  isOpenTo('fill', idea, reader.roles) &&
  canBeFilled(idea, part) &&
  // Whoever cannot read what is there would write over it.
  partRow(part).fields.every((name) => idea.answers[name] === undefined || mayReadAnswer(reader, idea, name));

/** The first part that a form can fill and that is not done; days that have passed are not. */
export function nextToFill({ kit, idea }: Reading): PartName | undefined {
  const first = needsOf(idea).find(({ part, state }) => state !== 'done' && isForm(part))?.part;
  const isOver = idea.stage === 'planning' && (idea.answers.end ?? kit.today) < kit.today;
  return first ?? (isOver ? 'time' : undefined);
}

const fillWords = {
  done: 'idea.need.change',
  partly: 'idea.need.fillOn',
  missing: 'idea.need.fill',
} as const satisfies Record<NeedState, string>;

function needRow(reading: Reading, part: PartName, state: NeedState, still: boolean): NeedRow {
  const { say } = reading.kit;
  const answer = answerOf(reading, part);
  const word = mayFill(reading, part) ? say(fillWords[state]) : isLong(reading, part) ? say('idea.need.read') : '';
  const row = { mark: marks[state], what: partName(reading, part), state: say(`idea.need.is.${state}`) };
  const shown = [row.what, row.state, answer];
  return { ...row, answer: answer ? [{ text: answer }] : [], ...pressed(reading, part, still ? '' : word, shown) };
}

/** The button that a row is, or none. Its name is all that a screen reader says of the row: everything that it shows. */
function pressed({ idea }: Reading, part: PartName, word: string, shown: readonly string[]) {
  const title = [...shown, word].filter(Boolean).join(', ');
  const press = button(title, 'panel', { idea: idea.id, panel: 'part', part }, { inputs: 'none' });
  return { canBePressed: word !== '', isPlain: word === '', word, press };
}

/** What stands under a part: what was filled in, or what has happened. */
function answerOf(reading: Reading, part: PartName): string {
  const { kit, idea } = reading;
  if (part === 'money' && !idea.money) {
    return kit.say('idea.need.money.later', { amount: amountText(kit, costOf(idea) ?? 0) });
  }
  if (part === 'money') return moneyText(reading);
  if (part === 'departments')
    return adoptions(reading)
      .map(({ label }) => label)
      .join(' · ');
  if (part === 'owner') return assigned(reading, idea.owner) ?? '';
  return partInShort(reading, part);
}

/** What was filled in at the other stages, for whoever wants to read it. One list or none. */
export function known(reading: Reading, still = false) {
  const { kit, idea } = reading;
  const others = stageNames.filter((stage) => stage !== idea.stage).flatMap((stage) => stageRow(stage).needs);
  const parts = others.filter((part) => isForm(part) && partRow(part).fields.some((name) => idea.answers[name]));
  if (parts.length === 0) return [];
  return [
    {
      unfold: kit.say('idea.known.show', { count: parts.length }),
      heading: kit.say('idea.known'),
      list: parts.map((part) => {
        const row = { what: partName(reading, part), answer: partInShort(reading, part) };
        const word = !still && isLong(reading, part) ? kit.say('idea.need.read') : '';
        return { ...row, ...pressed(reading, part, word, [row.what, row.answer]) };
      }),
    },
  ];
}

/** Whom to ask when a plan needs something bought. One or none. */
function procurementHelp({ kit, idea }: Reading) {
  const contact: Contact | undefined = kit.directory.organisation.procurement;
  if (idea.stage !== 'planning' || idea.answers.procurement !== 'yes' || !contact) return [];
  const { name, title, email } = contact;
  return [
    {
      about: kit.say('idea.need.procurement.help'),
      name,
      title,
      email,
      chat: kit.say('leaders.chatWith', { name }),
      url: chatLink(email, kit.say('leaders.chatMessage')),
    },
  ];
}
