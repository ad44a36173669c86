import { isOpenTo } from '../../domain/idea/decide.js';
import type { AdoptionStatus } from '../../domain/idea/use/adoption.js';
import { goesOnAt } from '../../domain/idea/use/in-use.js';
import type { Reading } from './reading.js';

/** How the reader's own department stands to the idea; undefined where it has not been asked, or the reader answers for none. */
export const ownStatus = ({ idea, asDepartment }: Reading): AdoptionStatus | undefined =>
  asDepartment === undefined ? undefined : idea.adoptions[asDepartment]?.status;

/** Whether the reader's own department may say what it does with the idea at this stage. */
export const goesOnHere = (reading: Reading): boolean => goesOnAt(reading.idea.stage, ownStatus(reading));

/** Whether the reader answers for a department that was asked to take the idea in, and has not answered. */
export const isInvited = (reading: Reading): boolean =>
  ownStatus(reading) === 'invited' && goesOnHere(reading) && isOpenTo('adopt', reading.idea, reading.reader.roles);
