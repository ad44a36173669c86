import { type DepartmentTerm, departmentTerms } from './department-terms.js';
import type { Contact, Department, Localised, Organisation, Unit } from './organisation-schema.js';
import type { Language } from './person.js';

export type { Contact, Department, Goal, Localised, Organisation, OtherChannel, Unit } from './organisation-schema.js';

/** The name in the reader's language. */
export const nameIn = (name: Localised, language: Language): string => name[language];

/** Who decides on a department's ideas: the contacts of the first role with somebody who may. */
export interface Deciders {
  role: 'leader' | 'deputy' | 'office';
  /** Those of the role who are not excluded; empty only when the whole chain is. */
  contacts: readonly Contact[];
}

/** Quick look-ups in one organisation. E-mail addresses may be given in any case; codes are as in the file. */
export interface Directory {
  readonly organisation: Organisation;
  /** What each department can be found by; made for department-search. */
  readonly terms: readonly DepartmentTerm[];
  department(code: string): Department | undefined;
  unit(code: string): { unit: Unit; department: Department } | undefined;
  /** A department's leaders with those of its units: all of them get its ideas. */
  leadersOf(departmentCode: string): readonly Contact[];
  deputiesOf(departmentCode: string): readonly Contact[];
  /** Codes of the departments that the person leads, themselves or through a unit. */
  departmentsLedBy(email: string): string[];
  deputyIn(email: string): string[];
  /** Where the person is a manager: `unit` is absent for the whole department. */
  managedBy(email: string): { department: string; unit?: string }[];
  isOffice(email: string): boolean;
  /**
   * The first of leaders, deputies and innovation office with somebody who is not excluded (as submitter, or away).
   * A department that has left the organisation is decided for by the office.
   */
  decidersOf(departmentCode: string, excludedEmails: readonly string[]): Deciders;
}

/** Builds every index once, in time linear in the organisation. */
export function createDirectory(organisation: Organisation): Directory {
  const departments = new Map<string, Department>();
  const units = new Map<string, { unit: Unit; department: Department }>();
  const leaders = new Map<string, Contact[]>();
  const deputies = new Map<string, Contact[]>();
  const led = new Map<string, string[]>();
  const deputised = new Map<string, string[]>();
  const managed = new Map<string, { department: string; unit?: string }[]>();
  const office = new Set(organisation.innovationOffice.map(({ email }) => email));

  for (const department of organisation.departments) {
    const { code } = department;
    const places = [department, ...department.units];
    departments.set(code, department);
    leaders.set(code, differentPeople(places.flatMap((place) => place.leaders)));
    deputies.set(code, differentPeople(places.flatMap((place) => place.deputies)));
    for (const { email } of leaders.get(code) ?? []) add(led, email, code);
    for (const { email } of deputies.get(code) ?? []) add(deputised, email, code);
    for (const { email } of differentPeople(department.managers)) add(managed, email, { department: code });
    for (const unit of department.units) {
      units.set(unit.code, { unit, department });
      for (const { email } of differentPeople(unit.managers))
        add(managed, email, { department: code, unit: unit.code });
    }
  }

  return {
    organisation,
    terms: departmentTerms(organisation),
    department: (code) => departments.get(code),
    unit: (code) => units.get(code),
    leadersOf: (code) => leaders.get(code) ?? [],
    deputiesOf: (code) => deputies.get(code) ?? [],
    departmentsLedBy: (email) => [...(led.get(asKept(email)) ?? [])],
    deputyIn: (email) => [...(deputised.get(asKept(email)) ?? [])],
    managedBy: (email) => [...(managed.get(asKept(email)) ?? [])],
    isOffice: (email) => office.has(asKept(email)),
    decidersOf: (code, excludedEmails) => {
      const excluded = new Set(excludedEmails.map(asKept));
      const chain: Deciders[] = [
        { role: 'leader', contacts: leaders.get(code) ?? [] },
        { role: 'deputy', contacts: deputies.get(code) ?? [] },
      ];
      const able = ({ role, contacts }: Deciders): Deciders => ({
        role,
        contacts: contacts.filter(({ email }) => !excluded.has(email)),
      });
      return (
        chain.map(able).find(({ contacts }) => contacts.length > 0) ??
        able({ role: 'office', contacts: organisation.innovationOffice })
      );
    },
  };
}

/** An address as the organisation keeps it. */
const asKept = (email: string): string => email.trim().toLowerCase();

const differentPeople = (contacts: readonly Contact[]): Contact[] =>
  [
    // Reversed twice so that the first mention of a person gives place, name and title.
    ...new Map(contacts.toReversed().map((contact) => [contact.email, contact])).values(),
  ].toReversed();

function add<T>(index: Map<string, T[]>, key: string, value: T): void {
  const list = index.get(key);
  if (list) list.push(value);
  else index.set(key, [value]);
}
