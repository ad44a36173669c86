import type { Method } from '../method/methods.js';
import { noSurvey, type Survey } from '../survey/survey.js';
import type { Calendar } from './calendar/calendar.js';
import { createDirectory, type Directory } from './directory.js';
import type { Organisation } from './organisation-schema.js';
import { createSettings, type Settings } from './settings.js';
import { createSourcePlaces, type SourcePlaces } from './sources/source-places.js';

/**
 * The organisation as it stands when it is asked for. Nobody keeps an answer for longer than one turn, one delivery or one
 * round of the clock, so that a change reaches all of them without a restart.
 */
export interface OrganisationNow {
  settings(): Settings;
  directory(): Directory;
  /** What the sources of who works where mean by the names of places; made when it is first asked for. */
  sourcePlaces(): SourcePlaces;
}

/**
 * Asks `current` each time, and makes the look-ups anew only when it gives another organisation. `calendar` stands in for
 * the files' own; `methods` are those that the product comes with, and `survey` what it asks once a year.
 */
export function organisationNow(
  current: () => Organisation,
  calendar?: Calendar,
  methods: readonly Method[] = [],
  survey: Survey = noSurvey,
): OrganisationNow {
  const settingsOf = (organisation: Organisation) => createSettings(organisation, calendar, methods, survey);
  let made = makeOf(current(), settingsOf);
  const now = () => {
    const organisation = current();
    if (made.organisation !== organisation) made = makeOf(organisation, settingsOf);
    return made;
  };
  return {
    settings: () => now().settings,
    directory: () => now().directory,
    sourcePlaces: () => now().sourcePlaces(),
  };
}

function makeOf(organisation: Organisation, settingsOf: (organisation: Organisation) => Settings) {
  const directory = createDirectory(organisation);
  let places: SourcePlaces | undefined;
  return {
    organisation,
    settings: settingsOf(organisation),
    directory,
    sourcePlaces: () => {
      places ??= createSourcePlaces(directory, organisation.sources?.places ?? {});
      return places;
    },
  };
}
