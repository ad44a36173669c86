import type { ReadWeek } from '../../app/digest/week.js';
import { isMonth } from '../../domain/digest/period.js';
import type { CardContext } from '../card-context.js';
import { amountText } from '../idea/parts/answers.js';
import { shortPlaceName } from '../places.js';

/** A line with its name before it. */
interface WeekFact {
  name: string;
  text: string;
}

/** What a week comes to beside its ideas, each line only where there is something: money of the year, what was taken in, and the last who did. */
export function factsOfWeek(context: CardContext, week: ReadWeek): WeekFact[] {
  return [...moneyFact(context, week), ...adoptedFacts(context, week), ...helpedFacts(context, week)];
}

function moneyFact(context: CardContext, { money }: ReadWeek): WeekFact[] {
  if (!money) return [];
  const { asked, granted, used } = money;
  const sums = { asked, granted, used, left: granted - used };
  const text = Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, amountText(context, sum)]));
  return [
    {
      name: context.t('week.moneyOfYear'),
      text: context.t('week.moneySums', text as Record<keyof typeof sums, string>),
    },
  ];
}

/** To the manager alone of those who have helped and want it known. */
const helpedFacts = ({ t }: CardContext, { helped = [] }: ReadWeek): WeekFact[] =>
  helped.map(({ name, thanks }) => ({ name: t('week.helped'), text: t('week.helped.what', { name, thanks }) }));

function adoptedFacts(context: CardContext, { digest: { week: period, scopes, adopted } }: ReadWeek): WeekFact[] {
  if (!adopted) return [];
  const { t } = context;
  const { fromOthers, byOthers, last } = adopted;
  const counts =
    scopes === 'everywhere'
      ? [t('week.adopted.between', { count: fromOthers })]
      : [
          ...(fromOthers > 0 ? [t('week.adopted.from', { count: fromOthers })] : []),
          ...(byOthers > 0 ? [t('week.adopted.by', { count: byOthers })] : []),
        ];
  const name = (department: string) => shortPlaceName(context, { department });
  return [
    { name: t('week.adopted'), text: counts.join(' · ') },
    {
      name: isMonth(period) ? t('week.month.follower') : t('week.follower'),
      text: t('week.followerWhat', { department: name(last.department), from: name(last.from) }),
    },
  ];
}
