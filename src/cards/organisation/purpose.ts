import { nameIn } from '../../domain/organisation/organisation.js';
import type { CardContext } from '../card-context.js';

/** Why the municipality wants ideas, in its own words. One text or none. */
export const purposeOf = ({ settings, language }: CardContext): { text: string }[] => {
  const { purpose } = settings;
  return purpose ? [{ text: nameIn(purpose, language) }] : [];
};
