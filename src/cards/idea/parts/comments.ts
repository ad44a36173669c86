import { type EventOf, type IdeaEvent, inTime } from '../../../domain/idea/events.js';
import { asNow } from '../../../domain/idea/people/same-person.js';
import { wordField } from '../../fields.js';
import type { Line } from '../../paragraphs.js';
import { refusalText } from '../../refusal-text.js';
import { shortened } from '../../shortened.js';
import { type Button, type ButtonData, button } from '../../verbs.js';
import type { OpenPanel, PanelView } from '../actions/panels.js';
import { wordsSaid } from '../happened.js';
import type { Reading } from '../reading.js';
import { dateOf } from './timeline.js';

type CommentEvent = EventOf<'commented'>;

const BEGINNING = 160;

/** What a reader can do with a comment: change or remove their own, hide another's or show it again. */
export type Handling = 'mine' | 'hide' | 'show';

/** Undefined where there is nothing to do. */
export function handlingOf({ reader, idea }: Reading, event: IdeaEvent): Handling | undefined {
  if (event.type !== 'commented' || event.since?.out === 'removed') return undefined;
  if (asNow(idea, event.by) === reader.ref) return 'mine';
  if (!reader.roles.has('decider')) return undefined;
  return event.since?.out === 'hidden' ? 'show' : 'hide';
}

/** The comments of a record with which the reader can do something, the newest first. */
export const handled = (reading: Reading, record: readonly IdeaEvent[]): CommentEvent[] =>
  record
    .filter((event): event is CommentEvent => handlingOf(reading, event) !== undefined)
    .sort(inTime)
    .reverse();

/** Opens one comment. */
export const commentButton = (reading: Reading, event: IdeaEvent, handling: Handling, title?: string): Button =>
  button(
    title ?? reading.context.t(`button.comment.${handling}`),
    'panel',
    { idea: reading.idea.id, panel: 'said', said: event.seq },
    { inputs: 'none' },
  );

/** A page of comments, each with what can be done with it, for parts/comments.json. */
export const commentList = (reading: Reading, record: readonly IdeaEvent[]) => ({
  heading: reading.context.t('panel.comments.title'),
  rows: handled(reading, record).map((event) => rowOf(reading, event)),
});

function rowOf(reading: Reading, event: CommentEvent) {
  const { context, nameOf } = reading;
  const handling = handlingOf(reading, event) ?? 'mine';
  const row = { date: dateOf(reading, event), who: nameOf(event.by).text, words: inShort(reading, event) };
  const word = context.t(`button.comment.${handling}`);
  const said = row.words.map(({ text }) => text);
  // All that a screen reader says of the row.
  const title = [row.date, row.who, ...said, word].join(', ');
  return { ...row, word, press: commentButton(reading, event, handling, title) };
}

const inShort = (reading: Reading, event: CommentEvent): Line[] => {
  const lines = wordsSaid(reading, event).flatMap((section) => section.lines);
  return lines.length > 0 ? [{ text: shortened(lines.map(({ text }) => text).join(' '), BEGINNING) }] : [];
};

/** One comment with what can be done with it, and the buttons for that. Undefined where the reader can do nothing. */
export function openComment(
  reading: Reading,
  event: IdeaEvent,
  { kept, fault }: PanelView,
): { panel: OpenPanel; buttons: Button[] } | undefined {
  const { context } = reading;
  const { t } = context;
  const handling = handlingOf(reading, event);
  if (!handling) return undefined;
  const value = kept?.comment ?? reading.saidIn(event).comment;
  const panel: OpenPanel = {
    title: t('panel.said.title'),
    text: [{ text: t(`panel.said.${handling}`, { who: reading.nameOf(event.by).text }) }],
    quotes: handling === 'mine' ? [] : wordsSaid(reading, event),
    fields: handling === 'mine' ? [wordField(t, 'comment', { value, required: 'field.comment.missing' })] : [],
    fault: fault ? [{ text: refusalText(t, fault) }] : [],
  };
  return { panel, buttons: buttonsFor(reading, event, handling) };
}

function buttonsFor({ context, idea }: Reading, { seq }: IdeaEvent, handling: Handling): Button[] {
  const act = (
    command: 'editComment' | 'removeComment' | 'hideComment' | 'showComment',
    style: Button['style'],
    inputs: Button['inputs'],
  ): Button => {
    const data: ButtonData<'act'> = {
      idea: idea.id,
      decisionVersion: idea.decisionVersion,
      idempotencyKey: context.mintIdempotencyKey(),
      do: command,
      said: seq,
    };
    return button(context.t(`button.${command}`), 'act', data, { style, inputs });
  };
  switch (handling) {
    case 'mine':
      return [act('editComment', 'positive', 'auto'), act('removeComment', 'destructive', 'none')];
    case 'hide':
      return [act('hideComment', 'destructive', 'none')];
    case 'show':
      return [act('showComment', 'positive', 'none')];
  }
}
