import { type Department, nameIn, type Unit } from '../domain/organisation/organisation.js';
import { type Place, placesIn, placeValue } from '../domain/organisation/place.js';
import type { CardContext } from './card-context.js';
import { choiceField, type Field } from './fields.js';
import type { Choice } from './layouts/parts.js';

/** More choices than this make a card too heavy for Teams (28 KB): then units are left out. */
const MOST_CHOICES = 250;

/** "Vård och omsorg · Hemtjänst Söder". A code that the organisation no longer has stands for itself. */
export function placeName(context: CardContext, place: Place): string {
  const department = context.directory.department(place.department);
  const unit = department?.units.find(({ code }) => code === place.unit);
  return department ? joined(context, department, unit) : place.department;
}

/** The unit's name where there is one, else the department's. */
export function shortPlaceName(context: CardContext, place: Place): string {
  const department = context.directory.department(place.department);
  const found = department?.units.find(({ code }) => code === place.unit) ?? department;
  return found ? nameIn(found.name, context.language) : place.department;
}

export const officeName = (context: CardContext): string => nameIn(context.directory.officeName, context.language);

/** Every department and company with its units after it, as choices. */
export function placeChoices(context: CardContext): Choice[] {
  const all = placesIn(context.directory);
  const places = all.length > MOST_CHOICES ? all.filter(({ unit }) => unit === undefined) : all;
  return places.map(({ department, unit }) => ({
    title: joined(context, department, unit),
    value: placeValue({ department: department.code, ...(unit && { unit: unit.code }) }),
  }));
}

/** The searchable list of places, for parts/fields.json. */
export const placeField = (context: CardContext, label: string, chosen?: Place): Field =>
  choiceField(
    {
      id: 'department',
      label,
      choices: placeChoices(context),
      value: chosen && placeValue(chosen),
      placeholder: context.t('department.placeholder'),
    },
    { search: true, missing: context.t('department.missing') },
  );

function joined({ t, language }: CardContext, department: Department, unit: Unit | undefined): string {
  const name = nameIn(department.name, language);
  return unit ? t('department.withUnit', { department: name, unit: nameIn(unit.name, language) }) : name;
}
