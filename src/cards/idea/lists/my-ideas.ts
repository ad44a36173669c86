import type { MyIdeas } from '../../../app/idea/lists/my-ideas.js';
import { newestEvent } from '../../../domain/idea/events.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { isSubmitter } from '../../../domain/idea/policy.js';
import type { PersonRef } from '../../../domain/person/person.js';
import { buttonRows, pageButtons } from '../../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../../card-context.js';
import { button } from '../../verbs.js';
import type { Reader } from '../reading.js';
import { ideaRow } from './idea-row.js';

/** What they have written and not sent in: by what it is sent, and what it is called. */
interface Unsent {
  name: string;
  title: string;
}
const MOST_UNSENT = 5;

/** A page of what somebody has submitted, alone, together or as a part of it, the newest first, each with its stage and whom it waits for. */
export function myIdeas(
  context: CardContext,
  { ideas, page, more }: MyIdeas,
  submitter: PersonRef,
  unsent: readonly Unsent[] = [],
): Drawn {
  const { t } = context;
  const empty = ideas.length === 0 && page === 0 && unsent.length === 0;
  // Of an idea that theirs has become a part of they read what everybody reads.
  const readerOf = (idea: Idea): Reader => ({
    ref: submitter,
    roles: new Set([isSubmitter(submitter, idea) ? 'submitter' : 'joined'] as const),
  });
  const card = context.draw('my-ideas', {
    heading: t('mine.heading'),
    about: empty ? t('mine.empty') : page === 0 ? t('mine.order') : t('mine.page', { page: page + 1 }),
    isEmpty: empty,
    invitation: t('mine.emptyInvites'),
    unsent: unsent.slice(0, MOST_UNSENT).map(({ name, title }) => ({
      tag: t('mine.draft'),
      title,
      press: button(t('mine.draftOpen', { row: title }), 'editDraft', { idempotencyKey: name }, { inputs: 'none' }),
    })),
    rows: ideas.map((idea) => ideaRow(context, idea, readerOf(idea))),
    buttonRows: buttonRows([
      button(t('button.idea'), 'form', {}, { inputs: 'none', style: 'positive' }),
      ...(ideas.length > 0 ? [button(t('telling.mine.heading'), 'myContribution', {}, { inputs: 'none' })] : []),
      ...pageButtons(context, { page, more }, (title, to) => button(title, 'mine', { page: to }, { inputs: 'none' })),
    ]),
  });
  return {
    card,
    summary: t(empty ? 'mine.emptySummary' : 'mine.summary'),
    ...showsRecords('titles', ideas.map(newestEvent)),
  };
}
