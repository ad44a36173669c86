import { isOpenTo } from '../../domain/idea/decide.js';
import { type Adoption, type AdoptionStatus, takesPart } from '../../domain/idea/use/adoption.js';
import { dayText } from '../../text/dates.js';
import type { Fact } from '../paragraphs.js';
import { shortPlaceName } from '../places.js';
import { shortened } from '../shortened.js';
import type { Reading } from './reading.js';

/** How the reader's own department stands to the idea; undefined where it has not been asked, or the reader answers for none. */
export const ownStatus = ({ idea, asDepartment }: Reading): AdoptionStatus | undefined =>
  asDepartment === undefined ? undefined : idea.adoptions[asDepartment]?.status;

/** Whether the reader answers for a department that was asked to take the idea in, and has not answered. */
export const isInvited = (reading: Reading): boolean =>
  ownStatus(reading) === 'invited' && isOpenTo('adopt', reading.idea, reading.reader.roles);

/** The order in which a card tells of them: where it is used first. */
const order: readonly AdoptionStatus[] = ['using', 'testing', 'invited', 'notNow', 'stopped'];

/** So much of a reason or a contact stands beside a department's name. */
const BEGINNING = 80;

/** Where the idea is used, tested, asked for and declined: how many departments, and which. */
export const adoptions = (reading: Reading): Fact[] =>
  order.flatMap((status) => {
    const those = Object.entries(reading.idea.adoptions).filter(([, adoption]) => adoption.status === status);
    if (those.length === 0) return [];
    const label = reading.context.t(`idea.adoption.${status}`, { count: those.length });
    return [{ label, values: those.map(([code, adoption]) => ({ text: ownWords(reading, code, adoption) })) }];
  });

/** "Miljö (sedan 1 december, kontakt: Enhetschef Park)"; with the reason of one that declined or stopped. */
function ownWords({ context, idea }: Reading, code: string, { status, start, contact, reason }: Adoption): string {
  const has = takesPart(status);
  // Where the idea comes from it is everyday life, and its own facts say the rest.
  const more = [
    has && start && code !== idea.department
      ? context.t('idea.adoption.since', { date: dayText(start, context.language, context.today) })
      : '',
    has && contact ? context.t('idea.adoption.contact', { contact: shortened(contact, BEGINNING) }) : '',
    !has && reason ? shortened(reason.replace(/\s+/g, ' '), BEGINNING) : '',
  ].filter(Boolean);
  const name = shortPlaceName(context, { department: code });
  return more.length > 0 ? `${name} (${more.join(', ')})` : name;
}
