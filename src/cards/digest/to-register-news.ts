import { type RegisteredPart, registeredParts } from '../../domain/idea/deciding/registered.js';
import type { Day } from '../../domain/time.js';
import { dayText } from '../../text/dates.js';
import { listText } from '../../text/lists.js';
import type { CardContext } from '../card-context.js';
import { button } from '../verbs.js';
import type { DayNews } from './day.js';
import { ownNews } from './own-news.js';

const plain = { inputs: 'none' } as const;

/** How many decisions of each part a day has brought. */
export type DaysCounts = { readonly [P in RegisteredPart]: number };

/** On the day card of those who keep the records: what a day has brought that is to be registered, in one row. */
export function toRegisterNews(context: CardContext, day: Day, counts: DaysCounts): DayNews {
  const { t, language, today } = context;
  const all = registeredParts.reduce((sum, part) => sum + counts[part], 0);
  const parts = registeredParts.flatMap((part) =>
    counts[part] > 0 ? [t(`registry.told.${part}`, { count: counts[part] })] : [],
  );
  const title = t('registry.told', { count: all, day: dayText(day, language, today) });
  return ownNews(title, t('registry.told.parts', { parts: listText(parts, language) }), (row) =>
    button(row, 'toRegister', { day, page: 0, below: true }, plain),
  );
}
