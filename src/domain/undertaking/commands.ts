import type { NoData } from '../record.js';
import type { RecordCommand, RecordRule } from '../record-decision.js';
import type { Day } from '../time.js';
import type { UndertakingRole } from './policy.js';
import { type Undertaking, undertakingStages } from './undertaking.js';
import type { UndertakingWordKey, UndertakingWords } from './words.js';

/** What a command holds beside its words. */
export interface UndertakingCommandData {
  addUndertaking: { department: string; until: Day };
  /** "Klart". */
  finishUndertaking: NoData;
  /** "Flytta": to another day of the same year. */
  moveUndertaking: { until: Day };
  /** "Stryk". */
  dropUndertaking: NoData;
  hideUndertaking: NoData;
  showUndertaking: NoData;
  /** What comes of itself. */
  bringNext: NoData;
}

export type UndertakingCommandType = keyof UndertakingCommandData;

export type UndertakingCommand = RecordCommand<UndertakingCommandData, UndertakingWords>;

/** Who may give a command, in which stages, and in which words. */
export type UndertakingRule = RecordRule<Undertaking, UndertakingRole, UndertakingWordKey>;

const whilePlanned = { from: ['planned'], by: ['keeper'], sameVersion: true } as const;
const anyTime = { from: undertakingStages, by: ['keeper', 'office'], sameVersion: false, words: {} } as const;

export const undertakingRules: { readonly [T in UndertakingCommandType]: UndertakingRule } = {
  addUndertaking: { from: [], by: [], sameVersion: false, words: { what: 'required', who: 'required' } },
  finishUndertaking: { ...whilePlanned, words: { result: 'optional' } },
  moveUndertaking: { ...whilePlanned, words: { why: 'required' } },
  dropUndertaking: { ...whilePlanned, words: { why: 'required' } },
  hideUndertaking: { ...anyTime, when: ({ hidden }) => !hidden },
  showUndertaking: { ...anyTime, when: ({ hidden }) => hidden === true },
  bringNext: { from: ['planned'], by: ['clock'], sameVersion: false, words: {} },
};
