import type { MyIdeas } from '../../../app/idea/lists/my-ideas.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { isSubmitter } from '../../../domain/idea/policy.js';
import type { PersonRef } from '../../../domain/person/person.js';
import { buttonRows } from '../../button-rows.js';
import { type CardContext, type Drawn, shows } from '../../card-context.js';
import { type Button, button } from '../../verbs.js';
import type { Reader } from '../reading.js';
import { ideaRow } from './idea-row.js';

/** A page of what somebody has submitted, alone, together or as a part of it, the newest first, each with its stage and whom it waits for. */
export function myIdeas(context: CardContext, { ideas, page, more }: MyIdeas, submitter: PersonRef): Drawn {
  const { t } = context;
  const empty = ideas.length === 0 && page === 0;
  // Of an idea that theirs has become a part of they read what everybody reads.
  const readerOf = (idea: Idea): Reader => ({
    ref: submitter,
    roles: new Set([isSubmitter(submitter, idea) ? 'submitter' : 'joined'] as const),
  });
  const turnTo = (title: 'button.showMore' | 'button.showPrevious', to: number): Button =>
    button(t(title), 'mine', { page: to }, { inputs: 'none' });
  const card = context.draw('my-ideas', {
    heading: t('mine.heading'),
    about: empty ? t('mine.empty') : page === 0 ? t('mine.order') : t('mine.page', { page: page + 1 }),
    isEmpty: empty,
    invitation: t('mine.emptyInvites'),
    rows: ideas.map((idea) => ideaRow(context, idea, readerOf(idea))),
    buttonRows: buttonRows([
      button(t('button.idea'), 'form', {}, { inputs: 'none', style: 'positive' }),
      ...(more ? [turnTo('button.showMore', page + 1)] : []),
      ...(page > 0 ? [turnTo('button.showPrevious', page - 1)] : []),
    ]),
  });
  return { card, summary: t(empty ? 'mine.emptySummary' : 'mine.summary'), ...shows('titles', ideas) };
}
