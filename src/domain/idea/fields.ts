/**
 * What an idea needs to go on, as parts of a few answers each ("Det här behövs"). A part is one short form. All answers are
 * kept as text: a choice as its option's name, several as names with commas, a date as YYYY-MM-DD, an amount as whole SEK, hours as
 * whole ones. `optional`: the part is whole without it.
 */
export type NeedField =
  /** `link`: the address of a document, and nothing else. */
  | { kind: 'text'; limit: number; optional?: true; link?: true }
  /** `formerly`: what options were called in answers of earlier years, each with its name now. */
  | {
      kind: 'one' | 'several';
      options: readonly string[];
      formerly?: Readonly<Record<string, string>>;
      optional?: true;
    }
  | { kind: 'day' }
  | { kind: 'amount' }
  | { kind: 'hours'; optional?: true };

// Together below 16,000 characters, so that the answers of one idea fit into one column of its row, escapes and all.
export const fields = {
  groups: { kind: 'several', options: ['residents', 'users', 'colleagues'] },
  participation: { kind: 'text', limit: 700 },
  origins: {
    kind: 'several',
    options: ['resident', 'serviceUser', 'pupil', 'visitor', 'association', 'company', 'university', 'colleague'],
    formerly: {
      residents: 'resident',
      associations: 'association',
      companies: 'company',
      academia: 'university',
      colleagues: 'colleague',
    },
  },
  expectation: { kind: 'text', limit: 1500 },
  worth: { kind: 'text', limit: 700 },
  cost: { kind: 'amount' },
  hours: { kind: 'hours', optional: true },
  activity: { kind: 'text', limit: 1500 },
  companions: { kind: 'text', limit: 700 },
  document: { kind: 'text', limit: 800, optional: true, link: true },
  start: { kind: 'day' },
  end: { kind: 'day' },
  sign: { kind: 'text', limit: 700 },
  measure: { kind: 'text', limit: 300 },
  today: { kind: 'text', limit: 200 },
  target: { kind: 'text', limit: 200 },
  partners: { kind: 'text', limit: 700 },
  procurement: { kind: 'one', options: ['no', 'yes'] },
  nextDecision: { kind: 'text', limit: 300 },
  stopMeasure: { kind: 'text', limit: 300 },
  stopFigure: { kind: 'text', limit: 200 },
  stopOn: { kind: 'day' },
  stopNow: { kind: 'text', limit: 200 },
  outcome: { kind: 'text', limit: 3000 },
  reached: { kind: 'one', options: ['yes', 'partly', 'no'], optional: true },
  learned: { kind: 'text', limit: 3000 },
  recommendation: { kind: 'one', options: ['scale', 'here', 'extend', 'close'] },
  used: { kind: 'amount' },
  usedHours: { kind: 'hours' },
} as const satisfies Record<string, NeedField>;

export type FieldName = keyof typeof fields;

type ChoiceNeedField = Extract<NeedField, { options: unknown }>;

/** The options that an answer names, each once; one that was called otherwise in earlier years, by its name now. */
export function chosenIn(
  { options, formerly = {} }: ChoiceNeedField,
  answer: string,
): { chosen: string[]; unknown: boolean } {
  const names = answer.split(',').map((name) => name.trim());
  const named = names.map((name) => (Object.hasOwn(formerly, name) ? formerly[name] : name));
  const chosen = options.filter((option) => named.includes(option));
  return { chosen, unknown: named.some((name) => !chosen.includes(name ?? '')) };
}

export type Answers = Partial<Record<FieldName, string>>;

/** The fields of each part. One without any is filled by what happens, not by a form. */
export const partFields = {
  idea: [],
  done: [],
  concerned: ['groups', 'participation'],
  source: ['origins'],
  expectation: ['expectation'],
  worth: ['worth'],
  cost: ['cost', 'hours'],
  activity: ['activity', 'companions', 'document'],
  time: ['start', 'end'],
  sign: ['sign'],
  goal: ['measure', 'today', 'target'],
  partners: ['partners'],
  procurement: ['procurement'],
  agreement: ['nextDecision', 'stopMeasure', 'stopFigure', 'stopOn'],
  money: [],
  soFar: ['stopNow'],
  result: ['outcome', 'reached', 'learned', 'recommendation'],
  used: ['used', 'usedHours'],
  owner: [],
  departments: [],
} as const satisfies Record<string, readonly FieldName[]>;

export type PartName = keyof typeof partFields;
export const partNames = Object.keys(partFields) as [PartName, ...PartName[]];
