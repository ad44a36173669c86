import type { UnreachedContact } from '../../../app/person/posts/check-posts.js';
import { listText } from '../../../text/lists.js';
import { buttonRows } from '../../button-rows.js';
import type { CardContext, Drawn } from '../../card-context.js';
import { few } from '../../organisation/few.js';
import { shortPlaceName } from '../../places.js';
import { button } from '../../verbs.js';
import { changeButton, postFacts } from './department-posts.js';

/** Why a department's posts are asked about. */
interface PostsAsked {
  /** Who leads it and cannot be reached; none: the half-year's question. */
  unreached: readonly UnreachedContact[];
  /** Whether the reader is asked as its manager. */
  manages: boolean;
}

/** Whether the posts of a department are right is asked of whoever sees to them: one press when they are. */
export function postsQuestion(context: CardContext, department: string, { unreached, manages }: PostsAsked): Drawn {
  const { t } = context;
  const place = shortPlaceName(context, { department });
  const whys = [false, true].flatMap((absent) => {
    const those = unreached.filter((one) => one.absent === absent).map(({ name }) => name);
    const values = { names: listText(few(context, those), context.language), count: those.length };
    return those.length > 0 ? [t(absent ? 'posts.check.absent' : 'posts.check.unreached', values)] : [];
  });
  const usual = t(manages ? 'posts.check.why' : 'posts.check.whyOffice');
  const card = context.draw('posts', {
    label: t('posts.check.label'),
    place,
    notes: (whys.length > 0 ? whys : [usual]).map((text) => ({ text })),
    facts: postFacts(context, department),
    fault: [],
    fields: [],
    buttonRows: buttonRows([
      button(t('posts.check.yes'), 'postsRight', { department }, { inputs: 'none', style: 'positive' }),
      changeButton(context, department),
    ]),
  });
  return { card, summary: t('posts.check.summary', { place }) };
}
