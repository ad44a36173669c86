import { nameIn } from '../../domain/organisation/organisation.js';
import type { Kit } from '../kit.js';

/** Why the municipality wants ideas, in its own words. One text or none. */
export const purposeOf = ({ settings, language }: Kit): { text: string }[] => {
  const { purpose } = settings;
  return purpose ? [{ text: nameIn(purpose, language) }] : [];
};
