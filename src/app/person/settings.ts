import type { Language } from '../../domain/languages.js';
import { type Place, parsePlace } from '../../domain/organisation/place.js';
import { type ChosenNews, chosenOf } from '../../domain/person/day-news.js';
import { LONGEST_PHRASE, MOST_PHRASES, type Person, type Preferences } from '../../domain/person/person.js';
import { listPosts, postsHeld } from '../../domain/person/posts.js';
import { chosenAt } from '../../domain/person/sourced.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import { isDay } from '../../domain/time.js';
import { topics } from '../../store/person/listeners.js';
import type { ReadPerson } from '../../store/person/people.js';
import { type Deps, todayIn } from '../deps.js';
import { amendPerson } from './change-person.js';

/** The form as it was sent; what it does not have stays as it was. */
export interface SettingsForm {
  language?: Language | undefined;
  /** Where they work: `VOO`, or with a unit `VOO.HTN`; what is no place changes nothing. */
  department?: string | undefined;
  /** They have written the name of a place, and it names none or several. */
  unclearPlace?: boolean;
  /** The last day that they are away, as it was written; empty: they are not away. */
  awayUntil: string;
  preferences: { readonly [K in Exclude<keyof Preferences, 'dayNews' | 'phrases'>]?: Preferences[K] | undefined };
  /** How they begin when they say why an idea ends, a line each; absent: as before. */
  phrases?: string | undefined;
  /** What the day card tells beside. */
  dayNews: { readonly [K in ChosenNews]?: boolean | undefined };
}

/** Why nothing was saved, with the person as they would have been: the form keeps what was written. */
export interface SettingsRefusal {
  code: 'dateNotAhead' | 'unknownDepartment' | 'phrases';
  unsaved: Person;
}

/** Saves all that a person has chosen, or nothing: refused where the date is none or has passed, the place is none, or the beginnings are too many. Two round trips, one or two more where they choose whether to hear of challenges and meetings. */
export async function saveSettings(
  deps: Pick<Deps, 'people' | 'directory' | 'settings' | 'now' | 'listeners'>,
  me: ReadPerson,
  { language, department, unclearPlace, awayUntil, preferences, dayNews, phrases }: SettingsForm,
): Promise<Result<ReadPerson, SettingsRefusal>> {
  const place = parsePlace(department ?? '', deps.directory());
  const chosen = Object.entries(preferences).filter(([, value]) => value !== undefined);
  const filledIn = ({ awayUntil: _, otherLanguage: __, ...person }: Person): Person => ({
    ...(place && isElsewhere(person, place) ? chosenAt(person, place) : person),
    ...(language && { language, languageChosen: true }),
    ...(awayUntil && { awayUntil }),
    preferences: withPhrases(
      withNews(deps, person, { ...person.preferences, ...Object.fromEntries(chosen) }, dayNews),
      phrases,
    ),
  });
  const unsaved = filledIn(me.person);
  if (awayUntil && (!isDay(awayUntil) || awayUntil < todayIn(deps))) {
    return refuse({ code: 'dateNotAhead', unsaved });
  }
  const { phrases: begins = [] } = unsaved.preferences;
  if (phrases !== undefined && (begins.length > MOST_PHRASES || begins.some(({ length }) => length > LONGEST_PHRASE)))
    return refuse({ code: 'phrases', unsaved });
  if (unclearPlace) return refuse({ code: 'unknownDepartment', unsaved });
  // Whoever has chosen it is found by their row: it is there before the choice, and goes after it.
  const all = (how: 'join' | 'leave', on: boolean) =>
    Promise.all(topics.map((topic) => dayNews[topic] === on && deps.listeners[how](topic, me.person.ref)));
  await all('join', true);
  const saved = await amendPerson(deps, me, filledIn);
  await all('leave', false);
  return accept(saved);
}

/** With the beginnings that the form holds, a line each; none where it is empty. */
function withPhrases({ phrases: before, ...preferences }: Preferences, written: string | undefined): Preferences {
  const lines = (written ?? '').split('\n').map((line) => line.trim());
  const phrases = written === undefined ? (before ?? []) : [...new Set(lines)].filter(Boolean);
  return { ...preferences, ...(phrases.length > 0 && { phrases }) };
}

/** The form holds the place as it was, too: only another one is a choice. */
const isElsewhere = ({ department, unit }: Person, place: Place): boolean =>
  department !== place.department || unit !== place.unit;

/** With what is chosen of the day card; nothing is said of it where all is as it would be anyway. */
function withNews(
  { directory }: Pick<Deps, 'directory'>,
  { emails, disowned }: Person,
  { dayNews: before, ...preferences }: Preferences,
  given: SettingsForm['dayNews'],
): Preferences {
  const hasPost = listPosts(postsHeld({ emails, disowned }, directory())).length > 0;
  const dayNews = chosenOf({ choices: before, hasPost }, given);
  return { ...preferences, ...(Object.keys(dayNews).length > 0 && { dayNews }) };
}

/** From now on in this language, as if it had been chosen in the settings. Two round trips. */
export const chooseLanguage = (deps: Pick<Deps, 'people'>, me: ReadPerson, language: Language): Promise<ReadPerson> =>
  amendPerson(deps, me, ({ otherLanguage: _, ...person }) => ({ ...person, language, languageChosen: true }));

/** No weekly digest from now on. Two round trips. */
export const stopDigest = (deps: Pick<Deps, 'people'>, me: ReadPerson): Promise<ReadPerson> =>
  amendPerson(deps, me, (person) => ({ ...person, preferences: { ...person.preferences, digest: false } }));
