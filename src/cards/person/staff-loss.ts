import type { LossAnswered } from '../../app/person/staff/look-at-source.js';
import type { Loss } from '../../domain/organisation/sources/loss.js';
import type { SourceName } from '../../domain/organisation/sources/staff.js';
import type { CardContext, Drawn } from '../card-context.js';
import { note } from '../note.js';
import { button } from '../verbs.js';

/** So many departments are named, those that lose the most first. */
const SHOWN = 3;
const plain = { inputs: 'none' } as const;

/** The office is asked whether as many are gone as a source says, before anybody's place is taken away. */
export function staffLoss(context: CardContext, source: SourceName, { gone, of, departments }: Loss): Drawn {
  const { t } = context;
  return note(context, {
    heading: t('note.staffLoss.heading'),
    lines: [
      t('note.staffLoss.text', { source: t(`note.staffLoss.source.${source}`), gone, of }),
      ...departments.slice(0, SHOWN).map((one) => t('note.staffLoss.department', { ...one })),
      t('note.staffLoss.care'),
      t('note.why.office'),
    ],
    buttons: [
      button(t('note.staffLoss.yes'), 'staffLoss', { source, gone, yes: true }, { ...plain, style: 'positive' }),
      button(t('note.staffLoss.no'), 'staffLoss', { source, gone, yes: false }, plain),
    ],
  });
}

/** What came of the answer, in the place of the question. */
export function staffLossAnswered(context: CardContext, source: SourceName, what: LossAnswered): Drawn {
  const { t } = context;
  return note(context, {
    heading: t('note.staffLoss.heading'),
    lines: [t(`note.staffLoss.done.${what}`, { source: t(`note.staffLoss.source.${source}`) })],
  });
}
