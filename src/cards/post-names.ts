import type { IdeaEvent } from '../domain/idea/events.js';
import { nameIn } from '../domain/organisation/organisation.js';
import type { Post } from '../domain/person/posts.js';
import { listText } from '../text/lists.js';
import type { Kit } from './kit.js';
import { officeName, shortPlaceName } from './places.js';

/** "chef för Hemtjänst Söder", to stand inside a sentence or a choice. */
export const postTitle = (kit: Kit, post: Post): string => said(kit, 'name', post.role, [post]);

/** "innovationsledare för Miljö": in which post a decision was taken, by the place's name then. One or none. */
export const postIn = (kit: Kit, { as }: Pick<IdeaEvent, 'as'>): string[] =>
  as
    ? [
        kit.say(`post.name.${as.role}`, {
          places: nameIn(as.place, kit.language),
          office: nameIn(as.place, kit.language),
        }),
      ]
    : [];

/** Why somebody gets something, one sentence for each role: "Du får det här som chef för Miljö och Hemtjänst Söder." */
export const reasons = (kit: Kit, posts: readonly Post[]): { role: Post['role']; reason: string }[] =>
  (['leader', 'deputy', 'manager', 'office', 'registrar'] as const)
    .map((role) => ({ role, held: posts.filter((post) => post.role === role) }))
    .filter(({ held }) => held.length > 0)
    .map(({ role, held }) => ({ role, reason: said(kit, 'reason', role, held) }));

/** Nobody reads twenty names: the first of them and how many more. */
const MOST_NAMES = 4;

function said(kit: Kit, form: 'name' | 'reason', role: Post['role'], posts: readonly Post[]): string {
  const names = posts.flatMap((post) => ('department' in post ? [shortPlaceName(kit, post)] : []));
  const more = names.length - MOST_NAMES;
  const shown = more > 1 ? [...names.slice(0, MOST_NAMES), kit.say('post.more', { count: more })] : names;
  const standsIn = role === 'office' && !kit.directory.hasOffice;
  return kit.say(`post.${form}.${standsIn ? 'lastResort' : role}`, {
    places: listText(shown, kit.language),
    office: officeName(kit),
  });
}
