import { isOpenTo } from '../../domain/idea/decide.js';
import { type Adoption, type AdoptionStatus, takesPart } from '../../domain/idea/use/adoption.js';
import { goesOnAt } from '../../domain/idea/use/in-use.js';
import type { Reading } from './reading.js';

/** What the reader's own department does with the idea; undefined where it has not been asked, or the reader answers for none. */
export const ownAdoption = ({ idea, asDepartment }: Reading): Adoption | undefined =>
  asDepartment === undefined ? undefined : idea.adoptions[asDepartment];

/** How it stands to the idea. */
export const ownStatus = (reading: Reading): AdoptionStatus | undefined => ownAdoption(reading)?.status;

/** Whether the reader's own department may say what it does with the idea at this stage. */
export const goesOnHere = (reading: Reading): boolean => goesOnAt(reading.idea.stage, ownStatus(reading));

/** Whether the reader answers for a department that was asked to take the idea in, and has not answered. */
export const isInvited = (reading: Reading): boolean =>
  ownStatus(reading) === 'invited' && goesOnHere(reading) && isOpenTo('adopt', reading.idea, reading.reader.roles);

/** Whether the reader answers for another department that has the idea in its everyday work, or tests it. */
export const saysHowItGoes = (reading: Reading): boolean =>
  reading.asDepartment !== reading.idea.department && takesPart(ownStatus(reading)) && goesOnHere(reading);

/** Whether that department is asked just now what has become better. */
export const isAskedWhatIsBetter = (reading: Reading): boolean =>
  saysHowItGoes(reading) && ownAdoption(reading)?.betterBy !== undefined;
