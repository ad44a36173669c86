import type { MyTurn } from '../app/my-turn.js';
import type { Idea } from '../domain/idea.js';
import { isLate } from '../domain/late.js';
import type { PersonRef } from '../domain/person.js';
import { isSubmitter } from '../domain/policy.js';
import type { Day } from '../domain/time.js';
import { dayText } from '../text/dates.js';
import { buttonRows } from './button-rows.js';
import { ideaRow } from './idea-row.js';
import { type Drawn, type Kit, shows } from './kit.js';
import type { Reader } from './reading.js';
import { type Button, button, type QueueFilter, queueFilters } from './verbs.js';

/** What has just been done with several ideas at once; `refused` counts those that had changed meanwhile. */
export interface SeveralDone {
  do: 'close' | 'passOn';
  done: number;
  refused: number;
}

const look = { inputs: 'none' } as const;

/** A page of what waits for the reader, the first answer date first, with a row of filters. */
export function myTurn(kit: Kit, turn: MyTurn, reader: PersonRef, outcome?: SeveralDone): Drawn {
  const { say } = kit;
  const { counts, ideas, filter, page } = turn;
  const count = say('queue.count', { count: counts.all, late: counts.late }).trim();
  const rested = counts.all === 0 && counts.asked === 0;
  const card = kit.draw('my-turn', {
    heading: say('queue.heading'),
    count: page > 0 ? `${count} ${say('mine.page', { page: page + 1 })}` : count,
    outcome: outcome ? [{ text: say(`queue.several.${outcome.do}`, { ...outcome }).trim() }] : [],
    rested: rested ? [{ what: say('queue.emptyWhat') }] : [],
    filters: rested ? [] : [{ tabs: queueFilters.map((it) => tab(kit, it, counts[it], it === filter)) }],
    nothing: !rested && ideas.length === 0 ? [{ text: say(`queue.emptyFilter.${filter}`) }] : [],
    rows: ideas.map((idea) => queueRow(kit, idea, reader, turn.until.get(idea.id), turn.beside?.has(idea.id))),
    buttonRows: buttonRows(
      rested ? [button(say('button.idea'), 'form', {}, { ...look, style: 'positive' })] : buttonsFor(kit, turn, filter),
    ),
  });
  return { card, summary: count, ...shows('titles', ideas) };
}

/** One of the four lists, as a tab that can be pressed: how many, and of what. The open one is told by weight as well as by colour. */
function tab({ say }: Kit, filter: QueueFilter, count: number, open: boolean) {
  const word = say(`queue.filter.${filter}`);
  return {
    ...button(say('queue.tab', { filter: word, count, open: String(open) }), 'queue', { filter }, look),
    word,
    count: String(count),
    color: open ? 'Accent' : 'Default',
    weight: open ? 'Bolder' : 'Default',
  };
}

/**
 * In one's own queue a row says until when, and in a word when that has passed; whose turn it is, everybody knows. `day` is
 * not the idea's own where the reader's department is asked to take it in, nor where they are asked something `beside` what
 * it waits for: then they read it as everybody does.
 */
export function queueRow(kit: Kit, idea: Idea, reader: PersonRef, day = idea.answerBy, beside = false) {
  const own = isSubmitter(reader, idea);
  const here: Reader = { ref: reader, roles: new Set([own ? 'submitter' : beside ? 'reader' : 'decider'] as const) };
  if (beside && day) return besideRow(kit, idea, here, day);
  if (!day || (idea.waiting?.for === 'submitter' && !own)) return ideaRow(kit, idea, here);
  const by = isWork(idea) ? 'queue.doneBy' : 'queue.answerBy';
  const until = kit.say(by, { day: dayText(day, kit.language, kit.today) });
  const late = day === idea.answerBy ? isLate(idea, kit.today) : day < kit.today;
  return ideaRow(kit, idea, here, { text: late ? `${kit.say('queue.late')} · ${until}` : until, bold: late });
}

/** What is asked of them, and until when. */
function besideRow(kit: Kit, idea: Idea, reader: Reader, day: Day) {
  const joins = idea.askedColleagues?.some(({ person }) => person === reader.ref) === true;
  const date = dayText(day, kit.language, kit.today);
  const text = kit.say(joins ? 'queue.joining' : 'queue.merging', { day: date });
  return ideaRow(kit, idea, reader, { text, bold: day < kit.today });
}

/** Whoever does or drives it has something to finish; everybody else, and they before they have said yes, to answer. */
const isWork = ({ waiting, driver }: Idea): boolean =>
  waiting?.for === 'doer' || (waiting?.for === 'driver' && driver?.accepted === true);

function buttonsFor(
  { say }: Kit,
  { counts, page, more, decides, ideas, beside }: MyTurn,
  filter: QueueFilter,
): Button[] {
  const turnTo = (title: 'button.showMore' | 'button.showPrevious', to: number): Button =>
    button(say(title), 'queue', { filter, page: to }, look);
  return [
    ...(counts.all > 0 ? [button(say('button.firstIdea'), 'next', {}, { ...look, style: 'positive' })] : []),
    ...(more ? [turnTo('button.showMore', page + 1)] : []),
    ...(page > 0 ? [turnTo('button.showPrevious', page - 1)] : []),
    ...(decides && ideas.some((idea) => mayBeSeveral(idea) && !beside?.has(idea.id))
      ? [button(say('button.several'), 'queue', { filter, page, several: true }, look)]
      : []),
  ];
}

/** Only what waits for deciders can be closed or passed on together with others. */
export const mayBeSeveral = ({ waiting, stage }: Idea): boolean => waiting?.for === 'deciders' && stage === 'submitted';
