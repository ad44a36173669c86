import { capitalised } from '../../domain/language/tidy.js';
import { type Post, postName } from '../../domain/person/posts.js';
import { weekdayText } from '../../text/dates.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { note } from '../note.js';
import { officeName } from '../places.js';
import { type Button, button } from '../verbs.js';
import { chatLink } from './deep-links.js';
import { postTitle, reasons } from './post-names.js';

/** A card lists so many of somebody's posts; of the rest the innovation office takes away what is wrong. */
const MOST_POSTS = 30;

/** Tells somebody what they will get because of their posts, all of them in one card, and lets them say that it is wrong. */
export function postWelcome(context: CardContext, posts: readonly Post[]): Drawn {
  const { t } = context;
  const named = posts.slice(0, MOST_POSTS).map((post) => ({
    title: capitalised(postTitle(context, post)),
    value: postName(post),
  }));
  const [only, ...others] = named;
  const one = only && others.length === 0;
  const told = reasons(context, posts);
  const { leader, funder } = context.settings.answerDays;
  const weekday = weekdayText(context.settings.digest.day, context.language);
  const card = context.draw('post-welcome', {
    heading: t('welcome.heading'),
    what: t('post.what'),
    roles: told.map(({ role, reason }) => ({
      reason,
      gets: t(`post.gets.${role}`, { weekday }),
      expected: t(`post.expected.${role}`, { days: leader, moneyDays: funder }),
    })),
    buttonRows: buttonRows([
      ...nextSteps(context, posts),
      ...(one ? [button(t('button.disown'), 'disown', { post: only.value }, { inputs: 'none' })] : []),
    ]),
    unfold: one ? [] : [{ title: t('post.something') }],
    hasSeveral: !one,
    which: t('post.which'),
    whichMissing: t('post.whichMissing'),
    posts: named,
    disown: [button(t('button.disown'), 'disown', {})],
  });
  return { card, summary: told.map(({ reason }) => reason).join(' ') };
}

/** What happens when somebody has said "Det stämmer inte", and who can put it right. */
export function postDisowned(context: CardContext, post: Post): Drawn {
  const { t } = context;
  const title = postTitle(context, post);
  const office = officeName(context);
  const [contact] = context.directory.office;
  return note(context, {
    heading: t('post.disowned.heading'),
    lines: [
      t('post.disowned.now', { post: title }),
      t('post.disowned.undo', { office, contact: contact?.name ?? office }),
    ],
    links: contact
      ? [
          {
            title: t('button.chat'),
            url: chatLink(contact.email, t('post.disowned.message', { post: title })),
          },
        ]
      : [],
  });
}

/** Where each role goes from here; the first is the role's own work. */
function nextSteps({ t }: CardContext, posts: readonly Post[]): Button[] {
  const decides = posts.some(({ role }) => role !== 'manager' && role !== 'registrar');
  const reads = posts.some(({ role }) => role === 'manager');
  const plain = { inputs: 'none' } as const;
  const [first, ...rest] = [
    ...(decides ? [button(t('button.queue'), 'queue', {}, plain)] : []),
    ...(reads ? [button(t('button.week'), 'week', {}, plain)] : []),
    button(t('button.idea'), 'form', {}, plain),
    button(t('button.settings'), 'settings', {}, plain),
  ];
  return first ? [{ ...first, style: 'positive' }, ...rest] : [];
}
