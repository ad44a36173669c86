/** Everybody whom tests meet, by role, with the addresses that config/organisation.example.json knows them by. */
export const inhabitants = {
  employee: { name: 'Demo Medarbetare', mailbox: 'medarbetare' },
  colleague: { name: 'Demo Kollega', mailbox: 'kollega' },
  leader: { name: 'Innovationsledare Vård', mailbox: 'innovationsledare.vard' },
  otherLeader: { name: 'Innovationsledare Äldreomsorg', mailbox: 'innovationsledare.aldreomsorg' },
  deputy: { name: 'Ersättare Vård', mailbox: 'ersattare.vard' },
  manager: { name: 'Chef Vård och omsorg', mailbox: 'chef.vard' },
  unitManager: { name: 'Enhetschef Hemtjänst Norr', mailbox: 'chef.hemtjanst.norr' },
  environmentLeader: { name: 'Innovationsledare Miljö', mailbox: 'innovationsledare.miljo' },
  executiveLeader: { name: 'Innovationsledare Kommunledning', mailbox: 'innovationsledare.kommunledning' },
  rescueLeader: { name: 'Innovationsledare Räddning', mailbox: 'innovationsledare.raddning' },
  office: { name: 'Innovationschef Söderhamra', mailbox: 'innovationschef' },
  dataProtection: { name: 'Dataskyddsombud Söderhamra', mailbox: 'dataskyddsombud' },
  buyer: { name: 'Upphandlare Söderhamra', mailbox: 'upphandlare' },
  registrar: { name: 'Registrator Söderhamra', mailbox: 'registrator' },
} as const;

export type CityRole = keyof typeof inhabitants;

export const addressOf = (role: CityRole): string => `${inhabitants[role].mailbox}@soderhamra.example`;

/** Under which answers to the yearly question wait: in no storage and no log. */
export const ANSWERS_KEY = 'answers of one city, and of no other';
