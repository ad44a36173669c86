import { type Department, nameIn, type Unit } from '../domain/organisation/organisation.js';
import { type Place, placesIn, placeValue } from '../domain/organisation/place.js';
import { choiceField, type Field } from './fields.js';
import type { Kit } from './kit.js';
import type { Choice } from './layouts/parts.js';

/** More choices than this make a card too heavy for Teams (28 KB): then units are left out. */
const MOST_CHOICES = 250;

/** "Vård och omsorg · Hemtjänst Söder". A code that the organisation no longer has stands for itself. */
export function placeName(kit: Kit, place: Place): string {
  const department = kit.directory.department(place.department);
  const unit = department?.units.find(({ code }) => code === place.unit);
  return department ? joined(kit, department, unit) : place.department;
}

/** The unit's name where there is one, else the department's. */
export function shortPlaceName(kit: Kit, place: Place): string {
  const department = kit.directory.department(place.department);
  const found = department?.units.find(({ code }) => code === place.unit) ?? department;
  return found ? nameIn(found.name, kit.language) : place.department;
}

export const officeName = (kit: Kit): string => nameIn(kit.directory.officeName, kit.language);

/** Every department and company with its units after it, as choices. */
export function placeChoices(kit: Kit): Choice[] {
  const all = placesIn(kit.directory);
  const places = all.length > MOST_CHOICES ? all.filter(({ unit }) => unit === undefined) : all;
  return places.map(({ department, unit }) => ({
    title: joined(kit, department, unit),
    value: placeValue({ department: department.code, ...(unit && { unit: unit.code }) }),
  }));
}

/** The searchable list of places, for parts/fields.json. */
export const placeField = (kit: Kit, label: string, chosen?: Place): Field =>
  choiceField(
    {
      id: 'department',
      label,
      choices: placeChoices(kit),
      value: chosen && placeValue(chosen),
      placeholder: kit.say('department.placeholder'),
    },
    { search: true, missing: kit.say('department.missing') },
  );

function joined({ say, language }: Kit, department: Department, unit: Unit | undefined): string {
  const name = nameIn(department.name, language);
  return unit ? say('department.withUnit', { department: name, unit: nameIn(unit.name, language) }) : name;
}
