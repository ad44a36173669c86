import type { Localised, Organisation } from '../../../src/domain/organisation/organisation';
import { exampleOrganisation } from './example-organisation';

/** The example organisation with every name in it replaced; `numbered`: each with a number of its own after it. */
export function renamed(name: string, { numbered = false } = {}): Organisation {
  const organisation = structuredClone(exampleOrganisation());
  let count = 0;
  const next = (): string => (numbered ? `${name} ${++count}` : name);
  const both = (): Localised => {
    const same = next();
    return { sv: same, en: same };
  };
  organisation.municipality.name = name;
  organisation.municipality.innovationOffice = both();
  const places = organisation.departments.flatMap((department) => [department, ...department.units]);
  for (const place of places) place.name = both();
  const contacts = places.flatMap(({ leaders, deputies, managers }) => [...leaders, ...deputies, ...managers]);
  for (const contact of [...contacts, ...organisation.innovationOffice]) {
    contact.name = next();
    contact.title = name;
  }
  for (const channel of organisation.otherChannels) {
    channel.name = both();
    channel.for = both();
  }
  return organisation;
}

/** Whether the organisation's department has lost all its leaders, deputies or both. */
export function without(code: string, ...roles: ('leaders' | 'deputies')[]): Organisation {
  const organisation = structuredClone(exampleOrganisation());
  for (const department of organisation.departments) {
    if (department.code !== code) continue;
    for (const place of [department, ...department.units]) for (const role of roles) place[role] = [];
  }
  return organisation;
}

/** So many departments, each with so many units: a large city. */
export function large(departments: number, units: number): Organisation {
  const organisation = structuredClone(exampleOrganisation());
  const [pattern] = organisation.departments;
  if (!pattern) throw new Error('The example organisation has no department');
  organisation.departments = Array.from({ length: departments }, (_, d) => ({
    ...pattern,
    code: `D${d}`,
    name: { sv: `Förvaltning ${d}`, en: `Department ${d}` },
    units: Array.from({ length: units }, (_, u) => ({
      ...pattern,
      code: `D${d}U${u}`,
      name: { sv: `Enhet ${u}`, en: `Unit ${u}` },
    })),
  }));
  return organisation;
}

/** The example organisation grown to a region: 235 departments, and 231 units in a department of its own. */
export function region(): Organisation {
  const organisation = structuredClone(exampleOrganisation());
  const pattern = organisation.departments.find(({ code }) => code === 'MIL');
  if (!pattern) throw new Error('The example organisation has no MIL');
  const both = (name: string): Localised => ({ sv: name, en: name });
  const nobody = { aliases: [], leaders: [], deputies: [], managers: [], units: [] };
  const more = Array.from({ length: 235 - organisation.departments.length }, (_, d) => ({
    ...{ ...pattern, ...nobody, code: `R${d}`, name: both(`Vårdcentralen Kvarteret ${d}`) },
    ...(d === 0 && {
      units: Array.from({ length: 231 }, (_, u) => ({
        ...{ ...nobody, code: `R0U${u}`, headcount: 20, name: both(`Mottagningen Stationsgatan ${u}`) },
      })),
    }),
  }));
  return { ...organisation, departments: [...organisation.departments, ...more] };
}
