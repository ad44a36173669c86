import type { Language } from '../languages.js';

/** How a command is written. */
export interface CommandRow {
  /** In each language: the first is the one that Teams' list shows, and the others are understood as well. */
  words: Record<Language, readonly [string, ...string[]]>;
  /** Words may follow the command. */
  rest?: true;
}

/** What Teams lists (twelve at most) and `hjälp` shows, in this order. `npm run write:manifest` writes the manifest's lists from it. */
export const listedCommands = {
  idea: {
    words: { sv: ['idé', 'ny idé', 'skicka en idé', 'skicka idé'], en: ['idea', 'new idea', 'send an idea'] },
    rest: true,
  },
  mine: { words: { sv: ['mina idéer', 'mina', 'idéer'], en: ['my ideas', 'ideas'] } },
  status: { words: { sv: ['status'], en: ['status'] }, rest: true },
  queue: { words: { sv: ['min tur', 'kö', 'min kö'], en: ['my turn', 'queue', 'my queue'] } },
  day: { words: { sv: ['idag', 'i dag', 'mitt kort', 'dagens kort'], en: ['today', 'my day', 'my card', 'day card'] } },
  search: {
    words: {
      sv: ['sök', 'sök idé', 'sök idéer', 'hitta', 'lärdomar', 'inspirera', 'inspirera mig', 'inspireras'],
      en: ['search', 'search ideas', 'find', 'lessons', 'inspire', 'inspire me'],
    },
    rest: true,
  },
  challenges: {
    words: {
      sv: ['utmaningar', 'utmaning', 'behov', 'alla utmaningar'],
      en: ['challenges', 'challenge', 'needs', 'all challenges'],
    },
  },
  leader: {
    words: {
      sv: ['innovationsledare', 'ledare', 'min innovationsledare'],
      en: ['leader', 'innovation leader', 'my innovation leader'],
    },
    rest: true,
  },
  week: {
    words: { sv: ['veckan', 'sammanfattning', 'veckan som gick'], en: ['week', 'digest', 'the past week'] },
    rest: true,
  },
  settings: { words: { sv: ['inställningar', 'språk'], en: ['settings', 'language'] } },
  myData: {
    words: { sv: ['mina uppgifter', 'registerutdrag', 'mina personuppgifter'], en: ['my data', 'my personal data'] },
  },
  help: {
    words: {
      sv: [
        'hjälp',
        'hej',
        'hallå',
        'tjena',
        'hejsan',
        'god morgon',
        'god eftermiddag',
        'god kväll',
        'vad kan du göra',
        'hur fungerar det',
        'hur fungerar det här',
        'start',
        'meny',
      ],
      en: [
        'help',
        'hi',
        'hello',
        'good morning',
        'good afternoon',
        'good evening',
        'what can you do',
        'how does it work',
        'how does this work',
        'start',
        'menu',
      ],
    },
  },
} as const satisfies Record<string, CommandRow>;

export type ListedCommand = keyof typeof listedCommands;

/**
 * Teams' list is full: whoever asks why has an idea's id before them, whoever wants to leave has a button below what is stored of them, and
 * nobody needs to be told how to say thanks.
 */
const otherCommands = {
  eraseMe: {
    words: {
      sv: ['ta bort mina uppgifter', 'radera mina uppgifter', 'ta bort mig', 'glöm mig'],
      en: ['erase my data', 'delete my data', 'forget me'],
    },
  },
  /** For those who have a post: they find it where a search finds nothing, and in what they are told. */
  existing: {
    words: {
      sv: ['det gör vi redan', 'det här gör vi redan', 'vi gör det redan', 'lägg in det vi gör'],
      en: ['we already do this', 'we already do that', 'we do this already', 'add what we do'],
    },
  },
  /** For those who lead: what stops ideas. An idea that waits for one leads there too. */
  obstacles: {
    words: { sv: ['hinder', 'alla hinder', 'vad hindrar'], en: ['obstacles', 'all obstacles', 'what is in the way'] },
  },
  /** For those who have a post: what ideas come to. A button in their week leads there too. */
  overview: {
    words: { sv: ['översikt', 'siffror', 'statistik'], en: ['overview', 'figures', 'statistics'] },
  },
  /** For those who work with ideas: a button beside what is needed leads there too. */
  methods: {
    words: {
      sv: ['metoder', 'metod', 'stöd', 'verktyg', 'så kan vi göra', 'så kan ni göra'],
      en: ['methods', 'method', 'support', 'tools'],
    },
  },
  why: { words: { sv: ['varför'], en: ['why'] }, rest: true },
  thanks: {
    words: {
      sv: ['tack', 'tack så mycket', 'ok', 'okej', 'bra', 'toppen', 'tackar'],
      en: ['thanks', 'thank you', 'okay', 'great', 'thx'],
    },
  },
} as const satisfies Record<string, CommandRow>;

export type WrittenCommand = ListedCommand | keyof typeof otherCommands;

/** Everything that a message can be by its words alone. */
export const writtenCommands: Record<WrittenCommand, CommandRow> = { ...listedCommands, ...otherCommands };

/** All words of a command, in every language. */
export const wordsOf = (command: WrittenCommand): string[] =>
  Object.values(writtenCommands[command].words).flatMap((words) => [...words]);
