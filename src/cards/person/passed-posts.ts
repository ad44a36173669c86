import { type Contact, type Department, nameIn } from '../../domain/organisation/organisation.js';
import { type Post, postName } from '../../domain/person/posts.js';
import { listText } from '../../text/lists.js';
import type { CardContext, Drawn } from '../card-context.js';
import { note } from '../note.js';
import { few } from '../organisation/few.js';
import { officeName, shortPlaceName } from '../places.js';
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

interface MergedForPost {
  /** By its code. */
  merged: string;
  into: Department;
  /** The post that its reader has there now, and how many ideas wait; none where they have none. */
  own: Post | undefined;
  waiting: number | undefined;
  /** Who leads there. */
  now: readonly Contact[];
}

/** A department has become a part of another: what its reader has there now, or who has what they had. */
export function departmentMerged(context: CardContext, { merged, into, own, waiting, now }: MergedForPost): Drawn {
  const { t, language } = context;
  const name = into.earlier.find(({ code }) => code === merged)?.name;
  const names = { place: name ? nameIn(name, language) : merged, into: nameIn(into.name, language) };
  const lines = own
    ? [
        t('note.departmentMerged.post', { post: postTitle(context, own) }),
        ...(waiting === undefined ? [] : [t('note.postCame.waiting', { count: waiting })]),
      ]
    : [t('note.postLeft.next', { names: whoNow(context, now) }), t('note.postLeft.kept')];
  return note(context, {
    heading: t('note.departmentMerged.heading'),
    lines: [t('note.departmentMerged.text', names), ...lines],
    buttons: [
      button(t('button.queue'), 'queue', {}, { ...plain, ...(waiting ? { style: 'positive' as const } : {}) }),
      ...(own ? [button(t('button.disown'), 'disown', { post: postName(own) }, plain)] : []),
    ],
  });
}

interface UnitsMovedForPosts {
  /** Which units have come where: one by its code, or several of a department. */
  ways: readonly { from: string; into: string; unit?: string }[];
  /** The posts that their reader has in one of these departments, and how many ideas wait; none where they decide on none. */
  own: readonly Post[];
  waiting: number | undefined;
  /** Who leads where they have come. */
  now: readonly Contact[];
}

/** Units have come to other departments, and their ideas with them: what their reader has there now, or who has what they had. */
export function unitsMoved(context: CardContext, { ways, own, waiting, now }: UnitsMovedForPosts): Drawn {
  const { t } = context;
  const place = (department: string, unit?: string) =>
    shortPlaceName(context, { department, ...(unit !== undefined && { unit }) });
  const moved = ways.map(({ from, into, unit }) => {
    if (unit !== undefined) return t('note.unitsMoved.one', { unit: place(into, unit), into: place(into) });
    // A department that is gone has no name any more.
    const isThere = context.directory.department(from) !== undefined;
    return isThere
      ? t('note.unitsMoved.several', { from: place(from), into: place(into) })
      : t('note.unitsMoved.gone', { into: place(into) });
  });
  const posts = listText(
    few(
      context,
      own.map((one) => postTitle(context, one)),
    ),
    context.language,
  );
  const lines =
    own.length > 0
      ? [
          t('note.departmentMerged.post', { post: posts }),
          ...(waiting === undefined ? [] : [t('note.postCame.waiting', { count: waiting })]),
        ]
      : [t('note.postLeft.next', { names: whoNow(context, now) }), t('note.postLeft.kept')];
  return note(context, {
    heading: t('note.unitsMoved.heading'),
    lines: [...moved, t('note.unitsMoved.ideas'), ...lines],
    buttons: [button(t('button.queue'), 'queue', {}, { ...plain, ...(waiting ? { style: 'positive' as const } : {}) })],
  });
}

/** Somebody has left such a post: who has it now, and what they keep. */
export function postLeft(context: CardContext, post: Post, now: readonly Contact[]): Drawn {
  const { t } = context;
  return note(context, {
    heading: t('note.postLeft.heading'),
    lines: [
      t('note.postLeft.text', { post: postTitle(context, post) }),
      t('note.postLeft.next', { names: whoNow(context, now) }),
      t('note.postLeft.kept'),
    ],
    buttons: [button(t('button.queue'), 'queue', {}, plain)],
  });
}

/** Those who have a post now, by name; the office where nobody has. */
function whoNow(context: CardContext, now: readonly Contact[]): string {
  const names = now.map(({ name }) => name);
  return listText(names.length > 0 ? few(context, names) : [officeName(context)], context.language);
}
