import { type Department, nameIn, type Unit } from '../domain/organisation/organisation.js';
import { type Place, placesIn, placeValue } from '../domain/organisation/place.js';
import type { CardContext } from './card-context.js';
import type { Choice } from './layouts/parts.js';

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
export const placeChoices = (context: CardContext): Choice[] =>
  placesIn(context.directory).map(({ department, unit }) => ({
    title: joined(context, department, unit),
    value: placeValue({ department: department.code, ...(unit && { unit: unit.code }) }),
  }));

function joined({ t, language }: CardContext, department: Department, unit: Unit | undefined): string {
  const name = nameIn(department.name, language);
  return unit ? t('department.withUnit', { department: name, unit: nameIn(unit.name, language) }) : name;
}
