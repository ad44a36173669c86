import type { CardContext } from '../card-context.js';

/** Nobody reads twenty names, and a card has no room for a thousand. */
const MOST = 4;

/** The first of them and how many more: "Miljö, Vård, Skola, Kultur, 12 till". One more than that is named all the same. */
export function few({ t }: CardContext, names: readonly string[], most = MOST): readonly string[] {
  const more = names.length - most;
  return more > 1 ? [...names.slice(0, most), t('post.more', { count: more })] : names;
}
