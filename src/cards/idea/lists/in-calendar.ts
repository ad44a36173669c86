import type { Idea } from '../../../domain/idea/idea.js';
import type { CardContext } from '../../card-context.js';
import { calendarLink } from '../../person/deep-links.js';

/** Time to read these ideas in. What stands in a calendar outlives what is hidden or erased here: links and ids alone, no words of theirs. */
export function inCalendar({ t, linkTo }: CardContext, ideas: readonly Idea[]) {
  const where = ideas.map(({ id }) => linkTo(id) ?? id);
  const content = [t('queue.calendar.content'), ...where].join('\n');
  return {
    title: t('button.putInCalendar'),
    url: calendarLink(t('queue.calendar.subject', { count: ideas.length }), content),
  };
}
