import { isToDecide } from '../../../app/idea/lists/choose-several.js';
import type { MyTurn, QueueFilter } from '../../../app/idea/lists/my-turn.js';
import { newestEvent } from '../../../domain/idea/events.js';
import type { PersonRef } from '../../../domain/person/person.js';
import { buttonRows, pageButtons } from '../../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../../card-context.js';
import type { Color, Weight } from '../../layouts/parts.js';
import { type Button, button, queueFilters } from '../../verbs.js';
import { type QueueLook, queueRow } from './queue-row.js';
import { severalName } from './several.js';
import { type SeveralDone, severalDone } from './several-done.js';

const look = { inputs: 'none' } as const;

/** A page of what waits for the reader, the oldest promise first, with a row of filters. */
export function myTurn(context: CardContext, turn: MyTurn, reader: PersonRef, outcome?: SeveralDone): Drawn {
  const { t } = context;
  const { counts, ideas, filter, page } = turn;
  const count = t(turn.cut ? 'queue.countAtLeast' : 'queue.count', { count: counts.all, late: counts.late }).trim();
  const rested = counts.all === 0 && counts.asked === 0;
  const card = context.draw('my-turn', {
    heading: t('queue.heading'),
    count: page > 0 ? `${count} ${t('mine.page', { page: page + 1 })}` : count,
    outcome: outcome ? [{ text: severalDone(context, outcome) }] : [],
    rested: rested ? [{ what: t('queue.emptyWhat') }] : [],
    filters: rested ? [] : [{ tabs: queueFilters.map((it) => tab(context, it, counts[it], it === filter)) }],
    nothing: !rested && ideas.length === 0 ? [{ text: t(`queue.emptyFilter.${filter}`) }] : [],
    rows: turnRows(context, turn, reader, { names: turn.names }),
    buttonRows: buttonRows(
      rested ? [button(t('button.idea'), 'form', {}, { ...look, style: 'positive' })] : buttonsFor(context, turn),
    ),
  });
  return { card, summary: count, ...showsRecords('titles', ideas.map(newestEvent)) };
}

/** What waits for the reader as rows: each as they may see it. */
export const turnRows = (context: CardContext, turn: MyTurn, reader: PersonRef, more: Pick<QueueLook, 'names'> = {}) =>
  turn.ideas.map((idea) =>
    queueRow(
      context,
      idea,
      { ref: reader, roles: turn.roles.get(idea.id) ?? new Set() },
      { day: turn.until.get(idea.id), beside: turn.beside?.has(idea.id), need: turn.needs?.get(idea.id), ...more },
    ),
  );

type TabLook = { color: Color; weight: Weight };
const openLook: TabLook = { color: 'Accent', weight: 'Bolder' };
const closedLook: TabLook = { color: 'Default', weight: 'Default' };

/** One of the four lists, as a tab that can be pressed: how many, and of what. The open one is told by weight as well as by colour. */
function tab({ t }: CardContext, filter: QueueFilter, count: number, open: boolean) {
  const word = t(`queue.filter.${filter}`);
  return {
    ...button(t('queue.tab', { filter: word, count, open: String(open) }), 'queue', { filter }, look),
    word,
    count: String(count),
    ...(open ? openLook : closedLook),
  };
}

function buttonsFor(context: CardContext, turn: MyTurn): Button[] {
  const { t } = context;
  const { page, more, together, ideas, filter } = turn;
  const [first] = ideas;
  return [
    ...(first ? [button(t('button.firstIdea'), 'open', { idea: first.id }, { ...look, style: 'positive' })] : []),
    ...(together !== undefined && hasSeveral(turn)
      ? [button(t(severalName(context)), 'queue', { filter, page: together, several: true }, look)]
      : []),
    ...pageButtons(context, { page, more }, (title, to) => button(title, 'queue', { filter, page: to }, look)),
  ];
}

const hasSeveral = ({ ideas, roles, beside }: MyTurn): boolean =>
  ideas.some((idea) => isToDecide(idea, roles) && beside?.has(idea.id) !== true);
