import type { UndertakingRefusal } from '../../domain/undertaking/refusal.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import { undertakingLimits } from '../../domain/undertaking/words.js';
import { dayText } from '../../text/dates.js';
import type { CardContext } from '../card-context.js';

/** What is to be done, in somebody's words; that it is hidden, where nobody shows it. */
export const whatOf = ({ t }: CardContext, { words, hidden }: Pick<Undertaking, 'words' | 'hidden'>): string =>
  hidden || !words.what ? t('undertaking.hidden') : words.what;

/** How it stands: by when it is to be done, or what became of it. `yearOf`: dates of its year are said without it. */
export const stageText = (
  { t, language, today }: CardContext,
  { stage, until, moved }: Pick<Undertaking, 'stage' | 'until' | 'moved'>,
  yearOf = today,
): string => {
  const date = dayText(until, language, yearOf);
  if (stage !== 'planned') return t(`undertaking.stage.${stage}`);
  if (until < today) return t('undertaking.stage.late', { date });
  return moved === undefined
    ? t('undertaking.stage.planned', { date })
    : t('undertaking.stage.moved', { date, before: dayText(moved, language, yearOf) });
};

/** Why something was not done, in words for the one who met it. */
export function undertakingRefusal({ t }: CardContext, refusal: UndertakingRefusal): string {
  if (refusal.code === 'wordsMissing' || refusal.code === 'wordsTooLong') {
    const { code, field } = refusal;
    return t(`refusal.${code}`, { field: t(`undertaking.field.${field}`), limit: undertakingLimits[field] });
  }
  return t(`undertaking.refusal.${refusal.code}`);
}
