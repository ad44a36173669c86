import type { Organisation } from '../organisation-schema.js';
import { officeIsGroup } from '../sources/sources-schema.js';

/**
 * An organisation as a file that describes it: `parseOrganisation` of it gives the same organisation. What goes by itself where
 * the file leaves it out stands in it as well.
 */
export function asFile(organisation: Organisation): object {
  const { municipality, ...rest } = organisation;
  const { innovationOffice, ...named } = municipality;
  // Without an office it is called what the one is who stands in for it, which no file says.
  const hasOffice = organisation.innovationOffice.length > 0 || officeIsGroup(organisation.sources);
  const office = hasOffice && { innovationOffice };
  return { municipality: { ...named, ...office }, ...rest };
}
