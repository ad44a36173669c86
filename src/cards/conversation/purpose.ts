import { nameIn } from '../../domain/organisation/organisation.js';
import type { Kit } from '../kit.js';

/** Why the municipality wants ideas, in its own words. One text or none. */
export const purposeOf = ({ directory, language }: Kit): { text: string }[] => {
  const { purpose } = directory.organisation;
  return purpose ? [{ text: nameIn(purpose, language) }] : [];
};
