import type { CardContext } from '../../src/cards/card-context';
import { fitting } from '../../src/cards/layouts/fitting';
import { loadTemplates } from '../../src/cards/templates';
import { loadMethods } from '../../src/config/methods-file';
import { loadSurvey } from '../../src/config/survey-file';
import { firstLanguage, type Language } from '../../src/domain/languages';
import { createDirectory } from '../../src/domain/organisation/directory';
import type { Organisation } from '../../src/domain/organisation/organisation';
import { createSettings } from '../../src/domain/organisation/settings';
import { inLanguage } from '../../src/text/index';
import { exampleOrganisation } from './organisation/example-organisation';

/** A Saturday in week 47. */
export const today = '2026-11-21';

const draw = loadTemplates();
const methods = loadMethods();
const survey = loadSurvey();
const example = exampleOrganisation();

/** Who is who takes long to look up in a large organisation, and is the same for every card. */
const known = new WeakMap<Organisation, Pick<CardContext, 'settings' | 'directory'>>();
function knownOf(organisation: Organisation): Pick<CardContext, 'settings' | 'directory'> {
  const found = known.get(organisation) ?? {
    settings: createSettings(organisation, undefined, methods, survey),
    directory: createDirectory(organisation),
  };
  known.set(organisation, found);
  return found;
}

/** What a view draws with: the example organisation unless another is given, and operations that are told apart by number. */
export function contextFor(language: Language = firstLanguage, organisation: Organisation = example): CardContext {
  let minted = 0;
  const t = inLanguage(language);
  return {
    language,
    t,
    today,
    timeZone: 'Europe/Stockholm',
    ...knownOf(organisation),
    linkTo: (idea) => `https://idelotsen.kommunen.example/ideas/${idea}`,
    mintIdempotencyKey: () => String(minted++).padStart(16, '0'),
    draw: fitting(draw, t('card.cut')),
  };
}
