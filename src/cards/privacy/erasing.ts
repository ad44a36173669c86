import type { Post } from '../../domain/person/posts.js';
import { listText } from '../../text/lists.js';
import type { Drawn, Kit } from '../kit.js';
import { note } from '../note.js';
import { officeName } from '../places.js';
import { postTitle } from '../post-names.js';
import { button } from '../verbs.js';

/** Asked before somebody's data are erased: what goes, what stays and why, and what is not in our hands. */
export function erasing(kit: Kit, posts: readonly Post[]): Drawn {
  const { say, settings } = kit;
  const office = officeName(kit);
  const { words, decision = '' } = settings.retention;
  const held = listText(
    posts.map((post) => postTitle(kit, post)),
    kit.language,
  );
  return note(kit, {
    heading: say('erase.heading'),
    lines: [
      say('erase.goes'),
      say(`erase.words.${words}`, { decision }),
      say('erase.decisions'),
      decidersKept(kit),
      say('erase.marks'),
      say('erase.tasks'),
      say('erase.elsewhere', { office }),
      ...(posts.length > 0 ? [say('erase.posts', { posts: held, office })] : []),
      say('erase.final'),
    ],
    buttons: [
      button(say('button.eraseMe'), 'eraseMeNow', {}, { style: 'destructive', inputs: 'none' }),
      button(say('button.myData'), 'myData', {}, { inputs: 'none' }),
      button(say('button.keepData'), 'keepData', {}, { inputs: 'none' }),
    ],
  });
}

/** What becomes of who decided, by the organisation's rule. */
export function decidersKept({ say, settings }: Kit): string {
  const { names = 'keep', decision = '' } = settings.retention.deciders ?? {};
  return say(`erase.deciders.${names}`, { decision });
}

/** They are erased; `done`: nothing is left, else the rest goes in the background. */
export const erased = (kit: Kit, done: boolean): Drawn =>
  note(kit, {
    heading: kit.say('erase.done'),
    lines: [
      kit.say('erase.doneWhat'),
      kit.say(done ? 'erase.doneAll' : 'erase.doneRest'),
      kit.say('erase.doneKept'),
      decidersKept(kit),
      kit.say('erase.doneReturn'),
    ],
  });
