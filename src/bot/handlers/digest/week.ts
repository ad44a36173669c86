import { openMonth, openWeek, type WeekNumber } from '../../../app/digest/open-week.js';
import { stopDigest as stop } from '../../../app/person/settings.js';
import { shownOfWeek, week as weekCard, weekPart } from '../../../cards/digest/week.js';
import type { VerbData } from '../../../cards/verbs.js';
import { isMonth } from '../../../domain/digest/period.js';
import { WEEK } from '../../conversation/commands.js';
import { type Answer, below, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

/** The week that is asked for, by number or in full, or a month; without one, the week that is going on. */
export async function week(
  turn: Turn,
  { week: written, month, part, page, below: apart }: VerbData<'week'>,
): Promise<Answer> {
  const shown = shownOfWeek(part && { part, page });
  const { deps, person } = turn;
  const opened = await (month && isMonth(month)
    ? openMonth(deps, person, shown, month)
    : openWeek(deps, person, shown, written ? weekIn(written) : undefined));
  if (!opened.ok) return tell(turn.context.t(refusals[opened.refusal.code], { example: opened.refusal.example }));
  const view = { ...opened.value, onDemand: true };
  const drawn = part ? weekPart(turn.context, view, { part, page }) : weekCard(turn.context, view);
  return apart ? below(drawn) : here(drawn);
}

const refusals = { unknownWeek: 'week.unknown', weekGone: 'week.gone' } as const;

/** "2026-W47", "v47" or "47"; what is no week has a number that no week has. */
function weekIn(written: string): WeekNumber {
  const [, year, number = '0'] = WEEK.exec(written.trim()) ?? [];
  return { number: Number(number), year };
}

/** "Stäng av" on the week's card. */
export async function stopDigest(turn: Turn): Promise<Answer> {
  return tell(turn.become(await stop(turn.deps, turn.me)).context.t('week.stopped'));
}
