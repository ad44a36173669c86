import type { MyIdeas } from '../../../app/idea/lists/my-ideas.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { isSubmitter } from '../../../domain/idea/policy.js';
import type { PersonRef } from '../../../domain/person/person.js';
import { buttonRows } from '../../button-rows.js';
import { type Drawn, type Kit, shows } from '../../kit.js';
import { type Button, button } from '../../verbs.js';
import type { Reader } from '../reading.js';
import { ideaRow } from './idea-row.js';

/** A page of what somebody has submitted, alone, together or as a part of it, the newest first, each with its stage and whom it waits for. */
export function myIdeas(kit: Kit, { ideas, page, more }: MyIdeas, submitter: PersonRef): Drawn {
  const { say } = kit;
  const empty = ideas.length === 0 && page === 0;
  // Of an idea that theirs has become a part of they read what everybody reads.
  const readerOf = (idea: Idea): Reader => ({
    ref: submitter,
    roles: new Set([isSubmitter(submitter, idea) ? 'submitter' : 'joined'] as const),
  });
  const turnTo = (title: 'button.showMore' | 'button.showPrevious', to: number): Button =>
    button(say(title), 'mine', { page: to }, { inputs: 'none' });
  const card = kit.draw('my-ideas', {
    heading: say('mine.heading'),
    about: empty ? say('mine.empty') : page === 0 ? say('mine.order') : say('mine.page', { page: page + 1 }),
    isEmpty: empty,
    invitation: say('mine.emptyInvites'),
    rows: ideas.map((idea) => ideaRow(kit, idea, readerOf(idea))),
    buttonRows: buttonRows([
      button(say('button.idea'), 'form', {}, { inputs: 'none', style: 'positive' }),
      ...(more ? [turnTo('button.showMore', page + 1)] : []),
      ...(page > 0 ? [turnTo('button.showPrevious', page - 1)] : []),
    ]),
  });
  return { card, summary: say(empty ? 'mine.emptySummary' : 'mine.summary'), ...shows('titles', ideas) };
}
