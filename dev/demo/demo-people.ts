import type { Language } from '../../src/domain/languages';

/** A person of the demo: who they are to Teams, and to config/organisation.example.json by their e-mail address. */
export interface DemoPerson {
  role: 'employee' | 'leader' | 'manager' | 'deputy' | 'otherLeader' | 'innovationOffice';
  name: string;
  email: string;
  /** Their object id in the tenant, which never changes: it is what the stored records know them by. */
  aadObjectId: string;
}

export const demoTenantId = '5d3a4b1e-70c2-4f6b-9d1f-2a6c0e9b7d10';

export const demoPeople: readonly DemoPerson[] = [
  person('employee', 'Demo Medarbetare', 'medarbetare', '01'),
  person('leader', 'Innovationsledare Vård', 'innovationsledare.vard', '02'),
  person('manager', 'Chef Vård och omsorg', 'chef.vard', '03'),
  person('deputy', 'Ersättare Vård', 'ersattare.vard', '04'),
  person('otherLeader', 'Innovationsledare Utbildning', 'innovationsledare.utbildning', '05'),
  person('innovationOffice', 'Innovationschef Söderhamra', 'innovationschef', '06'),
];

/** The windows that `npm start` opens, in order, and what to try in each. */
export const demoWindows = [
  {
    role: 'employee',
    sv: 'Medarbetare: skriv "idé" och skicka en idé till Vård och omsorg.',
    en: 'Employee: type "idea" and submit an idea to Health and Social Care.',
  },
  {
    role: 'leader',
    sv: 'Innovationsledare: öppna fönstret, vänta på idén och tryck "Utforska idén".',
    en: 'Innovation leader: open the window, wait for the idea and press "Explore the idea".',
  },
  {
    role: 'manager',
    sv: 'Chef: skriv "veckan" och se vad som har hänt.',
    en: 'Manager: type "week" and see what has happened.',
  },
] as const satisfies readonly ({ role: DemoPerson['role'] } & Record<Language, string>)[];

export type DemoWindow = (typeof demoWindows)[number]['role'];

function person(role: DemoPerson['role'], name: string, mailbox: string, number: string): DemoPerson {
  return {
    role,
    name,
    email: `${mailbox}@soderhamra.example`,
    aadObjectId: `8f0e6c52-3b1d-4a97-8e44-0000000000${number}`,
  };
}
