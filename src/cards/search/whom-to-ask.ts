import type { Askable } from '../../app/search/whom-to-ask.js';
import type { Idea } from '../../domain/idea/idea.js';
import { whomToAsk } from '../../domain/idea/use/whom-to-ask.js';
import type { CardContext } from '../card-context.js';
import { chatLink } from '../person/deep-links.js';
import { officeName, shortPlaceName } from '../places.js';
import { shortened } from '../shortened.js';

/** So much of what a department has written as its contact stands in a line. */
const LONGEST_NAME = 60;

/** Whom to ask, as a line: somebody by name, a leader or the office by post. */
export function askLine(context: CardContext, { post, department, name }: Askable): string {
  const { t } = context;
  if (department === undefined) return t('search.askOffice', { office: officeName(context) });
  const place = shortPlaceName(context, { department });
  if (post === 'leader' || name === undefined) return t('search.askLeader', { place });
  return t('search.askPerson', { name: shortened(name, LONGEST_NAME), place });
}

/** The chat with them, with a first line about the idea; undefined where no address of theirs is known. */
export const askLink = ({ t }: CardContext, { email }: Askable, { id }: Pick<Idea, 'id'>): string | undefined =>
  email === undefined ? undefined : chatLink(email, t('search.askMessage', { id }));

/** Whom to ask where others read along: by post alone, so that nobody is named. Undefined of what nobody is asked about. */
export function askByPost(context: CardContext, idea: Idea): string | undefined {
  const [first] = whomToAsk(idea, context.directory);
  if (!first) return undefined;
  const { post } = first;
  if (post !== 'owner' && post !== 'driver') {
    return askLine(context, 'department' in first ? { post, department: first.department } : { post });
  }
  return context.t(`search.askByPost.${post}`, { place: shortPlaceName(context, { department: first.department }) });
}
