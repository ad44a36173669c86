import { faultLine, type OrganisationFault } from '../../domain/organisation/organisation-file.js';
import type { CardContext, Drawn } from '../card-context.js';
import { note } from '../note.js';

/** So many faults are shown; the rest is listed where the file is checked. */
const SHOWN = 3;

/** A new organisation file is left out: those who can see to it that it is corrected are told once. */
export function fileFault(
  context: CardContext,
  { file, count, faults }: { file: string; count: number; faults: readonly OrganisationFault[] },
): Drawn {
  const { t } = context;
  return note(context, {
    heading: t('note.organisationFault.heading'),
    lines: [
      t('note.organisationFault.text', { file }),
      t('note.organisationFault.faults', { count }),
      ...faults.slice(0, SHOWN).map(faultLine),
      t('note.organisationFault.what'),
      t('note.why.office'),
    ],
  });
}
