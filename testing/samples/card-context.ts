import type { CardContext } from '../../src/cards/card-context';
import { loadTemplates } from '../../src/cards/templates';
import { firstLanguage, type Language } from '../../src/domain/languages';
import { createDirectory } from '../../src/domain/organisation/directory';
import type { Organisation } from '../../src/domain/organisation/organisation';
import { createSettings } from '../../src/domain/organisation/settings';
import { inLanguage } from '../../src/text/index';
import { exampleOrganisation } from './organisation/example-organisation';

/** A Saturday in week 47. */
export const today = '2026-11-21';

const draw = loadTemplates();

/** What a view draws with: the example organisation unless another is given, and operations that are told apart by number. */
export function contextFor(
  language: Language = firstLanguage,
  organisation: Organisation = exampleOrganisation(),
): CardContext {
  let minted = 0;
  return {
    language,
    t: inLanguage(language),
    today,
    timeZone: 'Europe/Stockholm',
    settings: createSettings(organisation),
    directory: createDirectory(organisation),
    mintIdempotencyKey: () => String(minted++).padStart(16, '0'),
    draw,
  };
}
