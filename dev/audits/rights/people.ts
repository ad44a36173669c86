/** Everybody who can meet an idea of Vård och omsorg, with what the organisation file of the example says of them. */
export interface Somebody {
  /** What they are called in the stories, where they stand in one. */
  ref: string;
  /** In docs/RIGHTS.md: the column, and whom it is about. */
  title: string;
  is: string;
  /** The mailbox under which the organisation file knows them. */
  mailbox?: string;
  /** Judged while a leader of the department is away. */
  whileAway?: true;
  /** Judged on an idea that the department's own cannot decide on. */
  onLostIdea?: true;
}

export const people = {
  submitter: { ref: 'pSUBMITTER', title: 'Submitter', is: 'has sent the idea' },
  coSubmitter: { ref: 'pFRIEND', title: 'Co-submitter', is: 'had it together with them' },
  ownLeader: {
    ref: 'pOWNLEADER',
    title: 'Leader, own idea',
    is: 'leads the department, and had the idea together with the submitter',
    mailbox: 'innovationsledare.aldreomsorg',
  },
  joined: { ref: 'pJOINED', title: 'Part of it', is: 'had an idea of their own that has become a part of it' },
  invited: { ref: 'pINVITED', title: 'Asked to join', is: 'has been asked whether the idea is theirs too' },
  leader: { ref: 'pLEADER', title: 'Leader', is: 'leads the department', mailbox: 'innovationsledare.vard' },
  colleague: { ref: 'pSTRANGER', title: 'Colleague', is: 'works in the department' },
  follower: { ref: 'pFOLLOWER', title: 'Follower', is: 'follows it' },
  outsider: { ref: 'pOUTSIDER', title: 'Outsider', is: 'works in another department' },
  deputy: {
    ref: 'pDEPUTY',
    title: 'Deputy',
    is: 'is a deputy there, and no leader is away',
    mailbox: 'ersattare.vard',
  },
  deputyActing: {
    ref: 'pDEPUTY',
    title: 'Deputy, acting',
    is: 'is a deputy there, while a leader is away',
    mailbox: 'ersattare.vard',
    whileAway: true,
  },
  office: {
    ref: 'pOFFICE',
    title: 'Office',
    is: 'works in the innovation office, and the department decides',
    mailbox: 'innovationschef',
  },
  officeActing: {
    ref: 'pOFFICE',
    title: 'Office, acting',
    is: 'works in the innovation office, and nobody in the department can decide',
    mailbox: 'innovationschef',
    onLostIdea: true,
  },
  registrar: { ref: 'pREGISTRAR', title: 'Registrar', is: 'keeps the municipality’s records', mailbox: 'registrator' },
  driver: { ref: 'pDRIVER', title: 'Leads the work', is: 'has been asked to lead the work on it, or has said yes' },
  doer: { ref: 'pDOER', title: 'Doer', is: 'has been asked to do it at once, or has said yes' },
  owner: {
    ref: 'pOWNER',
    title: 'Responsible',
    is: 'has been asked to be responsible for it day to day, or has said yes',
  },
  checker: {
    ref: 'pCHECKER',
    title: 'Answers before it',
    is: 'is named by the organisation file for something that its test touches',
  },
  adviser: {
    ref: 'pADVISER',
    title: 'Asked what they think',
    is: 'has been asked by those who decide, and has not answered',
  },
  successor: {
    ref: 'pSUCCESSOR',
    title: 'Takes over',
    is: 'has been asked to take over if the test works, or has said yes',
  },
  manager: { ref: 'pMANAGER', title: 'Manager', is: 'is the department’s manager', mailbox: 'chef.vard' },
  otherLeader: {
    ref: 'pADOPTER',
    title: 'Other leader',
    is: 'leads another department',
    mailbox: 'innovationsledare.samhallsbyggnad',
  },
  otherDeputy: {
    ref: 'pOTHERDEPUTY',
    title: 'Other deputy',
    is: 'is a deputy in another department',
    mailbox: 'ersattare.samhallsbyggnad',
  },
  otherManager: {
    ref: 'pOTHERMANAGER',
    title: 'Other manager',
    is: 'is another department’s manager',
    mailbox: 'chef.samhallsbyggnad',
  },
  unitManager: {
    ref: 'pUNITMANAGER',
    title: 'Unit manager',
    is: 'manages a unit of the department',
    mailbox: 'chef.hemtjanst.norr',
  },
} as const satisfies Record<string, Somebody>;

export type PersonName = keyof typeof people;
export const personNames = Object.keys(people) as PersonName[];
export const emailOf = ({ mailbox }: Somebody): string | undefined => mailbox && `${mailbox}@soderhamra.example`;
