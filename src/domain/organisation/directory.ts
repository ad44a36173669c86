import { plain } from '../language/spelling.js';
import { type DepartmentTerm, departmentTerms } from './department-terms.js';
import { type ThinChain, thinChains } from './organisation-rules.js';
import type { Contact, Department, Localised, Organisation, Unit } from './organisation-schema.js';

/** Who decides on a department's ideas: the contacts of the first role with somebody who may. */
export interface Deciders {
  role: 'leader' | 'deputy' | 'office';
  /** Those of the role who are not excluded; empty only when the whole chain is. */
  contacts: readonly Contact[];
}

/** As what somebody decides on money: for a unit, for a department, or for all. */
export type FundingPost = 'unitManager' | 'manager' | 'office';

/** Who is who: departments and people, and who may what. Quick look-ups in one organisation. E-mail addresses may be given in any case; codes are as in the file. */
export interface Directory {
  /** In the order of the file. */
  readonly departments: readonly Department[];
  /** What each department can be found by; made for department-search. */
  readonly terms: readonly DepartmentTerm[];
  /** The department that a code means, also by one that it has had before or that has become a part of it. */
  department(code: string): Department | undefined;
  /** The code that a department has now; the same code where there is no such department. */
  codeNow(code: string): string;
  /** Every code under which something of these departments may be stored: of each the one that it has now first. At most nine of each. */
  everyCode(codes: readonly string[]): string[];
  unit(code: string): { unit: Unit; department: Department } | undefined;
  /** A department's leaders with those of its units: all of them get its ideas. Departments by any code. */
  leadersOf(departmentCode: string): readonly Contact[];
  deputiesOf(departmentCode: string): readonly Contact[];
  /** Codes of the departments that have neither leaders nor deputies, the earlier ones with them. */
  readonly leaderless: readonly string[];
  /** Codes of the departments that the person leads, themselves or through a unit. */
  departmentsLedBy(email: string): string[];
  deputyIn(email: string): string[];
  /** Where the person is a manager: `unit` is absent for the whole department. */
  managedBy(email: string): { department: string; unit?: string }[];
  isOffice(email: string): boolean;
  /** What a unit's or a department's managers, or the innovation office, rest on when they decide on money; undefined: it is not decided here. */
  delegationOf(funder: FundingPost, departmentCode: string): string | undefined;
  /** The innovation office; where the file has none, the last resort that it names, who does all that the office does. */
  readonly office: readonly Contact[];
  /** Whether there is an innovation office; else the last resort does what it does. */
  readonly hasOffice: boolean;
  /** What the office is called, or what the one is who stands in for it. */
  readonly officeName: Localised;
  /** Where fewer than two people can decide. */
  readonly thinChains: readonly ThinChain[];
  /** Under which addresses the file names somebody of this name, in plain spelling (`plain`). */
  addressesOf(plainName: string): readonly string[];
  /** Differs when the file gives a post to somebody else: whoever was looked up before is looked up again. */
  readonly mark: string;
  /** Whoever the file names by this address, in whatever post. */
  contact(email: string): Contact | undefined;
  /** Whether the address is of one of the municipality's own domains: those of the file, else those of the addresses in it. */
  isOwnAddress(email: string): boolean;
  isRegistrar(email: string): boolean;
  /** Who keep the municipality's records. */
  readonly registrars: readonly Contact[];
  /**
   * The first of leaders, deputies and innovation office with somebody who is not excluded (as submitter, or away).
   * A department that has left the organisation is decided for by the office.
   */
  decidersOf(departmentCode: string, excludedEmails: readonly string[]): Deciders;
}

/** Builds every index once, in time linear in the organisation. */
export function createDirectory(organisation: Organisation): Directory {
  const departments = new Map<string, Department>();
  const byEarlier = new Map<string, Department>();
  const units = new Map<string, { unit: Unit; department: Department }>();
  const leaders = new Map<string, Contact[]>();
  const deputies = new Map<string, Contact[]>();
  const led = new Map<string, string[]>();
  const deputised = new Map<string, string[]>();
  const managed = new Map<string, { department: string; unit?: string }[]>();
  const { innovationOffice, lastResort } = organisation;
  const atLast = innovationOffice.length > 0 || !lastResort ? innovationOffice : [lastResort];
  const office = new Set(atLast.map(({ email }) => email));
  const named = new Map<string, Set<string>>();
  const held: string[] = [];
  const hold = (post: string, contacts: readonly Contact[]) => {
    for (const { name, email } of contacts) {
      named.set(plain(name), (named.get(plain(name)) ?? new Set()).add(email));
      held.push(`${post} ${email} ${name}`);
    }
  };
  hold('office', atLast);
  const contacts = new Map(contactsIn(organisation).map((contact) => [contact.email, contact]));
  const domains = new Set(organisation.domains ?? [...contacts.keys()].map(domainOf));
  const registrars = new Set(organisation.registrars.map(({ email }) => email));

  for (const department of organisation.departments) {
    const { code } = department;
    const places = [department, ...department.units];
    departments.set(code, department);
    for (const earlier of department.earlier) byEarlier.set(earlier.code, department);
    leaders.set(code, differentPeople(places.flatMap((place) => place.leaders)));
    deputies.set(code, differentPeople(places.flatMap((place) => place.deputies)));
    for (const { email } of leaders.get(code) ?? []) add(led, email, code);
    for (const { email } of deputies.get(code) ?? []) add(deputised, email, code);
    for (const { email } of differentPeople(department.managers)) add(managed, email, { department: code });
    for (const place of places) {
      hold(`leader.${place.code}`, place.leaders);
      hold(`deputy.${place.code}`, place.deputies);
      hold(`manager.${place.code}`, place.managers);
    }
    for (const unit of department.units) {
      units.set(unit.code, { unit, department });
      for (const { email } of differentPeople(unit.managers))
        add(managed, email, { department: code, unit: unit.code });
    }
  }

  const departmentOf = (code: string) => departments.get(code) ?? byEarlier.get(code);
  const codeNow = (code: string): string => departmentOf(code)?.code ?? code;
  const everyCode = (codes: readonly string[]): string[] => [
    ...new Set(codes.flatMap((code) => [codeNow(code), ...(departmentOf(code)?.earlier ?? []).map((one) => one.code)])),
  ];

  return {
    departments: organisation.departments,
    terms: departmentTerms(organisation),
    department: departmentOf,
    codeNow,
    everyCode,
    unit: (code) => units.get(code),
    leadersOf: (code) => leaders.get(codeNow(code)) ?? [],
    leaderless: everyCode(
      [...departments.keys()].filter((code) => !leaders.get(code)?.length && !deputies.get(code)?.length),
    ),
    deputiesOf: (code) => deputies.get(codeNow(code)) ?? [],
    departmentsLedBy: (email) => [...(led.get(asKept(email)) ?? [])],
    deputyIn: (email) => [...(deputised.get(asKept(email)) ?? [])],
    managedBy: (email) => [...(managed.get(asKept(email)) ?? [])],
    office: atLast,
    hasOffice: innovationOffice.length > 0,
    officeName: organisation.municipality.innovationOffice,
    thinChains: thinChains(organisation),
    delegationOf: (funder, code) => {
      if (funder === 'office') return organisation.officeDelegation;
      const own = funder === 'unitManager' ? organisation.smallTest.delegation : undefined;
      return own ?? departmentOf(code)?.delegation;
    },
    isOffice: (email) => office.has(asKept(email)),
    addressesOf: (plainName) => [...(named.get(plainName) ?? [])],
    mark: checksum(held.sort().join('\n')),
    contact: (email) => contacts.get(asKept(email)),
    isOwnAddress: (email) => domains.has(domainOf(asKept(email))),
    registrars: organisation.registrars,
    isRegistrar: (email) => registrars.has(asKept(email)),
    decidersOf: (code, excludedEmails) => {
      const excluded = new Set(excludedEmails.map(asKept));
      const chain: Deciders[] = [
        { role: 'leader', contacts: leaders.get(codeNow(code)) ?? [] },
        { role: 'deputy', contacts: deputies.get(codeNow(code)) ?? [] },
      ];
      const able = ({ role, contacts }: Deciders): Deciders => ({
        role,
        contacts: contacts.filter(({ email }) => !excluded.has(email)),
      });
      return chain.map(able).find(({ contacts }) => contacts.length > 0) ?? able({ role: 'office', contacts: atLast });
    },
  };
}

/** Everybody whom the file names. */
function contactsIn({ departments, innovationOffice, lastResort, procurement, beforeTest }: Organisation): Contact[] {
  const places = departments.flatMap((department) => [department, ...department.units]);
  const held = places.flatMap(({ leaders, deputies, managers }) => [...leaders, ...deputies, ...managers]);
  return [
    ...held,
    ...innovationOffice,
    ...(lastResort ? [lastResort] : []),
    ...(procurement ? [procurement] : []),
    ...Object.values(beforeTest ?? {}).filter((one) => one !== undefined),
  ];
}

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);

/** An address as the organisation keeps it. */
const asKept = (email: string): string => email.trim().toLowerCase();

const PRIME = 0x01000193;
const { imul } = Math;

/** A short sum of a text (FNV-1a, 32 bits, twice): enough to see that it has changed, and no secret. A large organisation has millions of characters. */
function checksum(text: string): string {
  let [one, other] = [0x811c9dc5 | 0, PRIME];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = imul(one ^ code, PRIME);
    other = imul(other ^ code, PRIME);
  }
  return [one, other].map((sum) => (sum >>> 0).toString(36)).join('');
}

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
