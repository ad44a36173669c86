// The rules of the sources as tables; architecture.test.ts holds the sources to them.

/** Imports point one way: each layer may use itself and what stands before it. What lies directly in src is `main`. */
export const layers = [
  'domain',
  'store',
  'app',
  'cards',
  'delivery',
  'bot',
  'http',
  // After all that it serves: they know it by their own ports, and only what is composed of it may name it.
  'teams',
  'config',
  'main',
] as const;
export type Layer = (typeof layers)[number] | 'text';

/** The texts know languages only, and are seen from cards upward. */
export const textMayUse: readonly Layer[] = ['text', 'domain'];
export const textIsSeenFrom: Layer = 'cards';

/**
 * The rooms of a layer: on the same floor each may use itself and what stands before it. What lies directly on a floor is
 * its foundation or what composes its rooms, and is in no order.
 */
export const rooms = [
  'layouts',
  'language',
  'private-words',
  'organisation',
  'person',
  'outbox',
  'pacing',
  'sending',
  'delivery',
  'idea',
  'identity',
  'privacy',
  'digest',
  'clock',
  'turns',
  'conversation',
  'handlers',
  'authentication',
  'files',
  'outgoing',
  'incoming',
] as const;

/** A file has one subject. Texts are data, and as long as the product is wordy. */
export const LONGEST_FILE = 300;

/** So many files in one folder are seen at a glance. */
export const LARGEST_FOLDER = 15;

/** Packages that only some places may know, as layers or files; a package that no line names may be used anywhere. */
export const packages: readonly { name: RegExp; in: readonly string[] }[] = [
  { name: /^@azure\//, in: ['store'] },
  { name: /^(botbuilder|botframework)(-|$)/, in: ['teams'] },
  { name: /^@microsoft\/teams-ai/, in: ['teams'] },
  { name: /^(adaptivecards-templating|adaptive-expressions)/, in: ['cards'] },
  { name: /^jsonwebtoken/, in: ['teams'] },
  { name: /^restify/, in: ['http'] },
  { name: /^dotenv/, in: ['config/config.ts'] },
  { name: /^intl-messageformat/, in: ['text'] },
];

/** The only ways to change a record: each asks the domain, and one loop loads and saves for them all. */
export const changesRecords = /\bdecideAnd(Save|Create)\(deps\b/;
const doors = [
  'app/idea/act-on-idea.ts',
  'app/idea/submit-idea.ts',
  'app/idea/merge-idea.ts',
  'app/idea/absorb-idea.ts',
  'app/idea/clock/as-clock.ts',
];

/** Words that only some places may use. */
export const words: readonly { name: string; pattern: RegExp; in: readonly string[] }[] = [
  {
    name: 'the environment',
    pattern: /\bprocess\s*\.\s*env\b|\benv\b[^;]*\bfrom 'node:process'/,
    in: ['config/config.ts'],
  },
  { name: 'what saves a record', pattern: /\.\s*commit\(/, in: ['app/decide-and-save.ts'] },
  { name: 'what changes a record', pattern: changesRecords, in: doors },
  {
    name: 'what changes a follow, a picture or a person',
    pattern: /\b(follows|pictures|people)\s*\.\s*(add|put|save|leave|remove)\b/,
    in: ['app'],
  },
  { name: 'the console', pattern: /\bconsole\s*\./, in: [] },
];

/** The domain is pure: no input or output, not even Node's. */
export const domainMayUseOfNode: readonly string[] = [];
