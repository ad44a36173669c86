import type { Contact } from '../../../domain/organisation/organisation.js';
import { listText } from '../../../text/lists.js';
import { buttonRows } from '../../button-rows.js';
import type { CardContext, Drawn } from '../../card-context.js';
import { few } from '../../organisation/few.js';
import { shortPlaceName } from '../../places.js';
import { button } from '../../verbs.js';
import { changeButton, postFacts } from './department-posts.js';

/** A manager is asked whether the posts of their department are right: one press when they are. `unreached`: who leads it and cannot be reached. */
export function postsQuestion(context: CardContext, department: string, unreached: readonly Contact[]): Drawn {
  const { t } = context;
  const place = shortPlaceName(context, { department });
  const names = few(
    context,
    unreached.map(({ name }) => name),
  );
  const why =
    names.length > 0
      ? t('posts.check.unreached', { names: listText(names, context.language), count: unreached.length })
      : t('posts.check.why');
  const card = context.draw('posts', {
    label: t('posts.check.label'),
    place,
    notes: [{ text: why }],
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
