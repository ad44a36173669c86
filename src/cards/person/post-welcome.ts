import { type Post, postName } from '../../domain/person/posts.js';
import { weekdayText } from '../../text/dates.js';
import { buttonRows } from '../button-rows.js';
import { chatLink } from '../deep-links.js';
import { capitalised } from '../idea/reading.js';
import type { Drawn, Kit } from '../kit.js';
import { note } from '../note.js';
import { officeName } from '../places.js';
import { postTitle, reasons } from '../post-names.js';
import { type Button, button } from '../verbs.js';

/** Tells somebody what they will get because of their posts, all of them in one card, and lets them say that it is wrong. */
export function postWelcome(kit: Kit, posts: readonly Post[]): Drawn {
  const { say } = kit;
  const named = posts.map((post) => ({ title: capitalised(postTitle(kit, post)), value: postName(post) }));
  const [only, ...others] = named;
  const one = only && others.length === 0;
  const told = reasons(kit, posts);
  const { leader, funder } = kit.settings.answerDays;
  const weekday = weekdayText(kit.settings.digest.day, kit.language);
  const card = kit.draw('post-welcome', {
    heading: say('welcome.heading'),
    what: say('post.what'),
    roles: told.map(({ role, reason }) => ({
      reason,
      gets: say(`post.gets.${role}`, { weekday }),
      expected: say(`post.expected.${role}`, { days: leader, moneyDays: funder }),
    })),
    buttonRows: buttonRows([
      ...nextSteps(kit, posts),
      ...(one ? [button(say('button.disown'), 'disown', { post: only.value }, { inputs: 'none' })] : []),
    ]),
    unfold: one ? [] : [{ title: say('post.something') }],
    hasSeveral: !one,
    which: say('post.which'),
    whichMissing: say('post.whichMissing'),
    posts: named,
    disown: [button(say('button.disown'), 'disown', {})],
  });
  return { card, summary: told.map(({ reason }) => reason).join(' ') };
}

/** What happens when somebody has said "Det stämmer inte", and who can put it right. */
export function postDisowned(kit: Kit, post: Post): Drawn {
  const { say } = kit;
  const title = postTitle(kit, post);
  const office = officeName(kit);
  const [contact] = kit.directory.office;
  return note(kit, {
    heading: say('post.disowned.heading'),
    lines: [
      say('post.disowned.now', { post: title }),
      say('post.disowned.undo', { office, contact: contact?.name ?? office }),
    ],
    links: contact
      ? [
          {
            title: say('button.chat'),
            url: chatLink(contact.email, say('post.disowned.message', { post: title })),
          },
        ]
      : [],
  });
}

/** Where each role goes from here; the first is the role's own work. */
function nextSteps({ say }: Kit, posts: readonly Post[]): Button[] {
  const decides = posts.some(({ role }) => role !== 'manager' && role !== 'registrar');
  const reads = posts.some(({ role }) => role === 'manager');
  const plain = { inputs: 'none' } as const;
  const [first, ...rest] = [
    ...(decides ? [button(say('button.queue'), 'queue', {}, plain)] : []),
    ...(reads ? [button(say('button.week'), 'week', {}, plain)] : []),
    button(say('button.idea'), 'form', {}, plain),
    button(say('button.settings'), 'settings', {}, plain),
  ];
  return first ? [{ ...first, style: 'positive' }, ...rest] : [];
}
