import type { Contact } from '../../domain/organisation/organisation.js';
import type { Post } from '../../domain/person/posts.js';
import { listText } from '../../text/lists.js';
import type { CardContext, Drawn } from '../card-context.js';
import { note } from '../note.js';
import { few } from '../organisation/few.js';
import { officeName } from '../places.js';
import { button } from '../verbs.js';
import { postTitle } from './post-names.js';

const plain = { inputs: 'none' } as const;

/** Somebody has got a post in which ideas wait: how many there are now, and with which to begin. */
export function postCame(context: CardContext, post: Post, name: string, waiting: number): Drawn {
  const { t } = context;
  const title = postTitle(context, post);
  return note(context, {
    heading: t('note.postCame.heading'),
    lines: [
      t('note.postCame.text', { post: title }),
      t('note.postCame.waiting', { count: waiting }),
      ...(waiting > 0 ? [t('note.postCame.first')] : []),
    ],
    buttons: [
      button(t('button.queue'), 'queue', {}, { ...plain, style: 'positive' }),
      button(t('button.disown'), 'disown', { post: name }, plain),
    ],
  });
}

/** Somebody has left such a post: who has it now, and what they keep. */
export function postLeft(context: CardContext, post: Post, now: readonly Contact[]): Drawn {
  const { t, language } = context;
  const names =
    now.length > 0
      ? few(
          context,
          now.map(({ name }) => name),
        )
      : [officeName(context)];
  return note(context, {
    heading: t('note.postLeft.heading'),
    lines: [
      t('note.postLeft.text', { post: postTitle(context, post) }),
      t('note.postLeft.next', { names: listText(names, language) }),
      t('note.postLeft.kept'),
    ],
    buttons: [button(t('button.queue'), 'queue', {}, plain)],
  });
}
