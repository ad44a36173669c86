import type { Directory } from '../../domain/organisation/directory.js';
import { nameIn } from '../../domain/organisation/organisation.js';
import { type Place, parsePlace, placeValue } from '../../domain/organisation/place.js';
import { ANOTHER_PLACE, departmentsMeant, placeMeant } from '../../domain/organisation/place-named.js';
import type { CardContext } from '../card-context.js';
import { choiceField, choicesField, type Field, lineField } from '../fields.js';
import type { Choice } from '../layouts/parts.js';
import { placeChoices, placeName } from '../places.js';
import { shortened } from '../shortened.js';

/**
 * Fields in which a department, or a department with one of its units, is chosen. Where the choices are few they are a list
 * that is searched by typing. Its choices stand in the card, so where there are many the name is written instead
 * (domain/organisation/place-named.ts says what it means), and what is not clear comes back as a choice of the nearest.
 */

/** As many choices as a list has at most, and as many bytes of JSON: a quarter of a card. */
const MOST_CHOICES = 100;
const MOST_BYTES = 6500;

/** So much of a name stands in a choice. */
const LONGEST_CHOICE = 90;

interface PlaceFieldOptions {
  id: 'department' | 'departments';
  label: string;
  /** Places by their values, or what somebody has written. */
  value: string | undefined;
  placeholder: string;
  missing?: string | undefined;
}

const isLong = (choices: readonly Choice[]): boolean =>
  choices.length > MOST_CHOICES || Buffer.byteLength(JSON.stringify(choices)) > MOST_BYTES;

/** The choices, or undefined where they are too many for a card. */
export function listed(count: number, make: () => Choice[]): Choice[] | undefined {
  if (count > MOST_CHOICES) return undefined;
  const choices = make();
  return isLong(choices) ? undefined : choices;
}

const placesCount = ({ departments }: Directory): number =>
  departments.reduce((sum, { units }) => sum + 1 + units.length, 0);

const allPlaces = (context: CardContext): Choice[] | undefined =>
  listed(placesCount(context.directory), () => placeChoices(context));

/** Whether some field of a card asks for the name of a place: then a press may hold one. */
export const asksForNames = (context: CardContext): boolean => allPlaces(context) === undefined;

/** Where somebody works: every department and company with its units after it. */
export function placeField(context: CardContext, label: string, value?: string): Field {
  const { t } = context;
  const asked = { id: 'department', label, value, placeholder: t('department.placeholder') } as const;
  return oneOf(context, { ...asked, missing: t('department.missing') }, allPlaces(context), { units: true });
}

/** One of these departments. */
export const oneDepartmentField = (
  context: CardContext,
  asked: Omit<PlaceFieldOptions, 'id'>,
  except: readonly string[] = [],
): Field => {
  const but = except.map(context.directory.codeNow);
  return oneOf(context, { ...asked, id: 'department' }, departmentsBut(context, but), { units: false, except: but });
};

/** Whether there is any department but these: where there is none, nothing is asked and nothing offered that needs one. */
export function hasOthers({ departments, codeNow }: Directory, but: readonly string[]): boolean {
  const without = new Set(but.map(codeNow));
  return departments.some(({ code }) => !without.has(code));
}

/** Any number of departments; no field where all are excepted, for clients refuse a list without choices. */
export function severalDepartmentsField(
  context: CardContext,
  asked: Omit<PlaceFieldOptions, 'id'>,
  except: readonly string[],
): Field[] {
  const but = except.map(context.directory.codeNow);
  const choices = departmentsBut(context, but);
  const field = { ...asked, id: 'departments' } as const;
  const look = { search: true, ...(asked.missing !== undefined && { missing: asked.missing }) };
  if (choices) return choices.length > 0 ? [choicesField({ ...field, choices }, look)] : [];
  return [severalNamed(context, field, but)];
}

/** Every department and company but `except`, by name; undefined where they are too many for a list. */
function departmentsBut(context: CardContext, except: readonly string[]): Choice[] | undefined {
  const { departments } = context.directory;
  const without = new Set(except);
  return listed(departments.length, () =>
    departments
      .filter(({ code }) => !without.has(code))
      .map(({ code, name }) => ({ title: nameIn(name, context.language), value: code }))
      .sort((one, other) => one.title.localeCompare(other.title, context.language)),
  );
}

interface Meaning {
  units: boolean;
  except?: readonly string[];
}

function oneOf(
  context: CardContext,
  asked: PlaceFieldOptions,
  choices: Choice[] | undefined,
  { units, except = [] }: Meaning,
): Field {
  const { missing, value } = asked;
  const look = missing === undefined ? {} : { missing };
  const place = value ? parsePlace(value, context.directory) : undefined;
  // Somebody may have chosen it when it had another code.
  const chosen = place ? placeValue(place) : value;
  if (choices) return choiceField({ ...asked, value: chosen, choices }, { search: true, ...look });
  if (place || !value) return named(context, asked, place ? writtenName(context, place) : '');
  const meant = placeMeant(context.directory, value, { units });
  if (meant.kind === 'one') return named(context, asked, writtenName(context, meant.place));
  const nearest = meant.nearest.filter(({ department }) => !except.includes(department));
  // Nothing is like it, or they have said that none of those is meant.
  if (nearest.length === 0) return named(context, asked, value === ANOTHER_PLACE ? '' : value);
  const among = [...nearest.map((one) => choiceOf(context, one)), another(context)];
  return choiceField({ ...asked, value: '', choices: among }, { open: true, ...look });
}

/** Names with commas between, or what they may mean: the departments that are clear are chosen already. */
function severalNamed(context: CardContext, asked: PlaceFieldOptions, except: readonly string[]): Field {
  const { t, directory } = context;
  const { value = '', missing } = asked;
  const look = missing === undefined ? {} : { missing };
  const { codes, unclear } = departmentsMeant(directory, value);
  const nearest = new Set(
    unclear.flatMap((written) => {
      const meant = placeMeant(directory, written, { units: false });
      return meant.kind === 'one' ? [meant.place.department] : meant.nearest.map(({ department }) => department);
    }),
  );
  const more = [...nearest].filter((code) => !codes.includes(code) && !except.includes(code));
  if (more.length === 0) {
    const names = [...codes.map((code) => writtenName(context, { department: code })), ...unclear].join(', ');
    const written = names.length > MOST_NAMES ? value : names;
    return named(context, { ...asked, placeholder: t('department.writeSeveral') }, written, MOST_NAMES);
  }
  const choices = [...codes, ...more].map((department) => choiceOf(context, { department }));
  return choicesField({ ...asked, value: codes.join(','), choices }, { open: true, ...look });
}

/** As much as somebody may write of names, in letters: of one, and of several. */
const LONGEST_NAME = 420;
const MOST_NAMES = 4000;

const named = ({ t }: CardContext, asked: PlaceFieldOptions, value: string, limit = LONGEST_NAME): Field =>
  lineField({
    ...{ id: asked.id, label: asked.label, value, limit },
    placeholder: asked.id === 'departments' ? asked.placeholder : t('department.write'),
    ...(asked.missing !== undefined && { missing: t('department.writeMissing') }),
  });

/** A place by its name as it is understood again; by its code where another one is called the same. */
function writtenName(context: CardContext, place: Place): string {
  const name = placeName(context, place);
  const meant = placeMeant(context.directory, name, { units: true });
  return meant.kind === 'one' && placeValue(meant.place) === placeValue(place) ? name : placeValue(place);
}

const choiceOf = (context: CardContext, place: Place): Choice => ({
  title: shortened(placeName(context, place), LONGEST_CHOICE),
  value: placeValue(place),
});

const another = ({ t }: CardContext): Choice => ({ title: t('department.another'), value: ANOTHER_PLACE });
