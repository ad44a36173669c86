import type { UndertakingEvent } from '../../domain/undertaking/events.js';
import type { UndertakingAudience } from '../../domain/undertaking/notices.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import { lastDayOf } from '../../domain/year-parts.js';
import { dayText } from '../../text/dates.js';
import type { CardContext } from '../card-context.js';
import { button } from '../verbs.js';
import { whatOf } from './undertaking-words.js';

/** An event, and as what somebody hears of it; `actor`: they have done it themselves. */
export interface UndertakingTold {
  event: UndertakingEvent;
  as: UndertakingAudience | 'actor';
}

/** What has happened, in one line. */
export function undertakingTold({ t, language, today }: CardContext, { event, as }: UndertakingTold): string {
  const { type, data } = event;
  const day = 'until' in data ? data.until : 'part' in data ? lastDayOf(data.year, data.part) : undefined;
  const date = day === undefined ? '' : dayText(day, language, today);
  if (as === 'actor' && type !== 'undertakingReminded' && type !== 'undertakingLapsed')
    return t(`undertaking.did.${type}`, { date });
  return t(`undertaking.told.${type}`, { date });
}

/** What happened to an undertaking, as rows of its reader's day card. */
export const undertakingDayRows = (context: CardContext, undertaking: Undertaking, told: readonly UndertakingTold[]) =>
  told.map((one) => {
    const { id, seq } = undertaking;
    const title = whatOf(context, undertaking);
    const text = undertakingTold(context, one);
    return {
      part: one.as === 'adder' ? ('news' as const) : ('asked' as const),
      name: { record: 'undertaking' as const, id, seq },
      row: {
        ...{ title, lines: [{ text }], tag: [{ text: context.t('undertaking.tag') }] },
        press: button(
          context.t('undertaking.open', { row: `${title}, ${text}` }),
          'undertaking',
          { undertaking: id, below: true },
          { inputs: 'none' },
        ),
      },
    };
  });
