import type { Deps } from '../../app/deps.js';
import type { FileBytes } from '../../app/privacy/data-files.js';
import type { CardContext } from '../../cards/card-context.js';
import type { Language } from '../../domain/languages.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import type { EventName } from '../../domain/record.js';
import type { Day } from '../../domain/time.js';
import type { ReadPerson } from '../../store/person/people.js';
import type { Answer } from './answer.js';

/** The pictures that were sent beside the words of a message. */
export interface PicturesBeside {
  /** Keeps the first picture, to go along with what the words become; gives its name, undefined where it cannot be taken. */
  goAlong(): Promise<string | undefined>;
  /** What is said of the pictures once the words are answered: that they go along, a place for the first, or why not. */
  answer(): Promise<Answer>;
}

/** One turn as a handler sees it: who acts, and what to work with. No SDK type, so a test can call a handler straight. */
export interface Turn {
  deps: Deps;
  me: ReadPerson;
  person: Person;
  context: CardContext;
  /** The activity of the card whose button was pressed. */
  cardActivityId?: string;
  /** What was sent beside the words, where anything was. */
  beside?: PicturesBeside;
  /** The bytes of what was sent, from Teams' own address; undefined where they cannot be had or are too many. */
  download(url: string): Promise<Uint8Array | undefined>;
  /** Puts a file where Teams has opened a place for it in the person's OneDrive; false when that may not or cannot be. */
  upload(url: string, bytes: FileBytes): Promise<boolean>;
  /** Called after a change of an idea: others are owed messages. `event`: what the answer is the receipt of. */
  changed(event?: EventName): void;
  /** Called when something else was stored than an idea or the person: the answer is its receipt. */
  stored(): void;
  /** Welcomes the person, as one of the municipality and for each post, where that has not been done. */
  welcome(): Promise<void>;
  /** Tells somebody else that they are set as away until then: called before that is stored, with the key of the press. */
  tellsAway(person: PersonRef, until: Day, press: string): Promise<void>;
  /** Called when the person is erased: nothing of them stays in memory either. */
  leave(): void;
  /** Called after a change of the person themselves; gives the turn as they now are. */
  become(me: ReadPerson): Turn;
}

export type CardContextFor = (language: Language) => CardContext;
