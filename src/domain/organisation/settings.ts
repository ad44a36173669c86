import { type Method, methodsOf } from '../method/methods.js';
import { noSurvey, type Survey } from '../survey/survey.js';
import { type Calendar, createCalendar } from './calendar/calendar.js';
import { createDoorFinder, type DoorFinder } from './doors.js';
import type { Organisation } from './organisation-schema.js';

/** What says who is who and who may what: a directory answers that. */
type OfDirectory = 'departments' | 'innovationOffice' | 'lastResort' | 'registrars' | 'domains' | 'officeDelegation';

/** What the municipality has settled of how the bot works: goals, channels, limits, answer times, the calendar. No people. */
export interface Settings extends Readonly<Omit<Organisation, OfDirectory | 'calendar' | 'methods'>> {
  /** On which days the municipality is at work. */
  readonly calendar: Calendar;
  /** How people can find the answers that an idea needs: what the product comes with, as the municipality has changed it. */
  readonly methods: readonly Method[];
  /** What everybody is asked once a year of how it is to try something new. */
  readonly survey: Survey;
  /** Where what somebody has written belongs, if it is no idea. */
  readonly doorIn: DoorFinder;
}

/** The settings of an organisation file, with what is looked up in them; `calendar` stands in for the file's own. */
export function createSettings(
  organisation: Organisation,
  calendar?: Calendar,
  methods: readonly Method[] = [],
  survey: Survey = noSurvey,
): Settings {
  const {
    departments: _d,
    innovationOffice: _o,
    lastResort: _l,
    registrars: _r,
    domains: _m,
    officeDelegation: _f,
    calendar: closed,
    methods: ownMethods = { hidden: [], own: [] },
    ...settings
  } = organisation;
  return {
    ...settings,
    calendar: calendar ?? createCalendar(closed),
    methods: methodsOf(methods, ownMethods),
    survey,
    doorIn: createDoorFinder(organisation.otherChannels),
  };
}
