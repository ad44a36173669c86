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
  // What operators run: each is composed as the bot is.
  'programs',
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
  'print',
  'language',
  'private-words',
  // Known by names only: what of an idea a method fills is a word to it.
  'method',
  // What is asked once a year, in words: the settings have it.
  'survey',
  'organisation',
  'person',
  'outbox',
  'pacing',
  'following',
  'sending',
  'delivery',
  // Only the port: who searches, and what for, are rooms after the ideas.
  'search-index',
  'idea',
  'existing',
  'search',
  'record',
  'improvement',
  'challenge',
  'obstacle',
  // Before the figures: what a department writes in its follow-up has both.
  'undertaking',
  'meeting',
  'group',
  'figures',
  'archive',
  'telling',
  'award',
  'sharing',
  // After the figures: it stands beside them.
  'capability',
  'helping',
  'draft',
  'identity',
  'privacy',
  'digest',
  // Reads all that there is, and nothing reads it.
  'export',
  // Rows as they are, whatever they tell.
  'backup',
  'clock',
  'turns',
  'conversation',
  'handlers',
  'authentication',
  'graph',
  'files',
  'outgoing',
  'incoming',
  'tables',
  // Looks at all the others, as an operator does.
  'doctor',
] as const;

/**
 * The rooms that are subjects, with the same name on whatever floor: each may use those before it, on the floors below as well.
 * The others are what one floor does, and use whatever lies below it.
 */
export const subjects: readonly string[] = [
  'language',
  'private-words',
  'method',
  'survey',
  'organisation',
  'person',
  'search-index',
  'idea',
  'existing',
  'search',
  'improvement',
  'challenge',
  'obstacle',
  // Before the figures: what a department writes in its follow-up has both.
  'undertaking',
  'meeting',
  'group',
  'figures',
  'archive',
  'telling',
  'award',
  'sharing',
  // After the figures: it stands beside them.
  'capability',
  'helping',
  'draft',
  'identity',
  'privacy',
  'digest',
  'export',
] satisfies (typeof rooms)[number][];

/** A file has one subject, in src, testing and dev. Texts are data, and as long as the product is wordy. */
export const LONGEST_FILE = 300;
/** Tables of phrases, each one list with nothing beside it: they grow with what people say, and half of one has no subject. */
export const phraseTables: readonly string[] = [
  'dev/audits/utterances/tuned.ts',
  'testing/samples/text/hostile-texts.ts',
];

/** So many files in one folder are seen at a glance. */
export const LARGEST_FOLDER = 15;

/** Packages that only some places may know, as layers or files; a package that no line names may be used anywhere. */
export const packages: readonly { name: RegExp; in: readonly string[] }[] = [
  { name: /^@azure\/(?!identity)/, in: ['store'] },
  // Storage and Graph know the bot by the same managed identity.
  { name: /^@azure\/identity/, in: ['store', 'teams/graph/token.ts'] },
  { name: /^(botbuilder|botframework)(-|$)/, in: ['teams'] },
  { name: /^@microsoft\/teams-ai/, in: ['teams'] },
  { name: /^(adaptivecards-templating|adaptive-expressions)/, in: ['cards'] },
  { name: /^jsonwebtoken/, in: ['teams'] },
  { name: /^csv-parse/, in: ['config/tables/delimited.ts'] },
  { name: /^fflate/, in: ['delivery/export/workbook.ts', 'programs/doctor/of-package.ts'] },
  { name: /^read-excel-file/, in: ['config/tables/workbook.ts'] },
  { name: /^restify/, in: ['http'] },
  { name: /^dotenv/, in: ['config/config.ts'] },
  { name: /^intl-messageformat/, in: ['text'] },
];

/** What a move to another SDK of Teams touches, outside `src` too. The bare bot is what ours is measured against. */
export const sdk = /^(botbuilder|botframework|@microsoft\/teams-ai)/;
export const sdkPlaces: readonly string[] = [
  'src/teams/',
  'testing/teams/',
  'test/teams/',
  'test/testing/teams/',
  'dev/benchmarks/processes/bare-bot.ts',
];

/** One loop loads and saves for all that changes a record, by these. */
export const RECORD_LOOP = 'app/decide-and-save.ts';
export const changesRecords: readonly string[] = ['decideAndSave', 'decideAndCreate'];
/** The only ones that may import these: each asks the domain by one of `asksDomain`. */
export const recordChangers: readonly string[] = [
  'app/idea/act-on-idea.ts',
  'app/idea/submit-idea.ts',
  'app/existing/enter-existing.ts',
  'app/idea/merge-idea.ts',
  'app/idea/absorb-idea.ts',
  'app/idea/clock/as-clock.ts',
  'app/challenge/publish-challenge.ts',
  'app/challenge/act-on-challenge.ts',
  'app/challenge/as-clock.ts',
  'app/obstacle/act-on-obstacle.ts',
  'app/obstacle/as-clock.ts',
  'app/obstacle/name-obstacle.ts',
  'app/undertaking/act-on-undertaking.ts',
  'app/undertaking/add-undertaking.ts',
  'app/undertaking/as-clock.ts',
  'app/group/act-on-group.ts',
  'app/group/as-clock.ts',
  'app/meeting/act-on-meeting.ts',
  'app/meeting/add-meeting.ts',
  'app/meeting/as-clock.ts',
];
export const asksDomain: readonly string[] = [
  'decide',
  'permit',
  'decideChallenge',
  'decideObstacle',
  'decideUndertaking',
  'decideMeeting',
  'decideGroup',
];

/** Words that only some places may use. */
export const words: readonly { name: string; pattern: RegExp; in: readonly string[] }[] = [
  {
    name: 'the environment',
    pattern: /\bprocess\s*\.\s*env\b|\benv\b[^;]*\bfrom 'node:process'/,
    in: ['config/config.ts'],
  },
  { name: 'what saves a record', pattern: /\.\s*commit\(/, in: ['app/decide-and-save.ts'] },
  {
    name: 'what changes a follow, a picture, a person or who is to be looked up',
    pattern: /\b(follows|pictures|people|newcomers)\s*\.\s*(add|put|save|leave|remove|note)\b/,
    in: ['app'],
  },
  { name: 'the console', pattern: /\bconsole\s*\./, in: [] },
];

/** The domain is pure: no input or output, not even Node's. */
export const domainMayUseOfNode: readonly string[] = [];
