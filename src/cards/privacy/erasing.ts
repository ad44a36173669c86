import type { Post } from '../../domain/person/posts.js';
import { listText } from '../../text/lists.js';
import type { CardContext, Drawn } from '../card-context.js';
import { note } from '../note.js';
import { few } from '../organisation/few.js';
import { postTitle } from '../person/post-names.js';
import { officeName } from '../places.js';
import { button } from '../verbs.js';

/** Asked before somebody's data are erased: what goes, what stays and why, and what is not in our hands. */
export function erasing(context: CardContext, posts: readonly Post[]): Drawn {
  const { t, settings } = context;
  const office = officeName(context);
  const { words, decision = '' } = settings.retention;
  const titles = posts.map((post) => postTitle(context, post));
  const held = listText(few(context, titles), context.language);
  return note(context, {
    heading: t('erase.heading'),
    lines: [
      t('erase.goes'),
      t(`erase.words.${words}`, { decision }),
      t('erase.decisions'),
      decidersKept(context),
      t('erase.marks'),
      t('erase.tasks'),
      t('erase.elsewhere', { office }),
      ...(posts.length > 0 ? [t('erase.posts', { posts: held, office })] : []),
      t('erase.final'),
    ],
    buttons: [
      button(t('button.eraseMe'), 'eraseMeNow', {}, { style: 'destructive', inputs: 'none' }),
      button(t('button.myData'), 'myData', {}, { inputs: 'none' }),
      button(t('button.keepData'), 'keepData', {}, { inputs: 'none' }),
    ],
  });
}

/** What becomes of who decided, by the organisation's rule. */
export function decidersKept({ t, settings }: CardContext): string {
  const { names = 'keep', decision = '' } = settings.retention.deciders ?? {};
  return t(`erase.deciders.${names}`, { decision });
}

/** They are erased; `done`: nothing is left, else the rest goes in the background. */
export const erased = (context: CardContext, done: boolean): Drawn =>
  note(context, {
    heading: context.t('erase.done'),
    lines: [
      context.t('erase.doneWhat'),
      context.t(done ? 'erase.doneAll' : 'erase.doneRest'),
      context.t('erase.doneKept'),
      decidersKept(context),
      context.t('erase.doneReturn'),
    ],
  });
