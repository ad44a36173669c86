import { nameIn } from '../../domain/organisation/organisation.js';
import type { TakenAs } from '../../domain/person/decider.js';
import type { Post } from '../../domain/person/posts.js';
import { listText } from '../../text/lists.js';
import type { CardContext } from '../card-context.js';
import { few } from '../organisation/few.js';
import { officeName, shortPlaceName } from '../places.js';

/** "chef för Hemtjänst Söder", to stand inside a sentence or a choice. */
export const postTitle = (context: CardContext, post: Post): string => postText(context, 'name', post.role, [post]);

/** "innovationsledare för Miljö": in which post a decision was taken, by the place's name then. One or none. */
export const postIn = (context: CardContext, { as }: { as?: TakenAs }): string[] =>
  as
    ? [
        context.t(`post.name.${as.role}`, {
          places: nameIn(as.place, context.language),
          office: nameIn(as.place, context.language),
        }),
      ]
    : [];

/** Why somebody gets something, one sentence for each role: "Du får det här som chef för Miljö och Hemtjänst Söder." */
export const reasons = (context: CardContext, posts: readonly Post[]): { role: Post['role']; reason: string }[] =>
  (['leader', 'deputy', 'manager', 'office', 'registrar'] as const)
    .map((role) => ({ role, held: posts.filter((post) => post.role === role) }))
    .filter(({ held }) => held.length > 0)
    .map(({ role, held }) => ({ role, reason: postText(context, 'reason', role, held) }));

function postText(context: CardContext, form: 'name' | 'reason', role: Post['role'], posts: readonly Post[]): string {
  const names = posts.flatMap((post) => ('department' in post ? [shortPlaceName(context, post)] : []));
  const standsIn = role === 'office' && !context.directory.hasOffice;
  return context.t(`post.${form}.${standsIn ? 'lastResort' : role}`, {
    places: listText(few(context, names), context.language),
    office: officeName(context),
  });
}
