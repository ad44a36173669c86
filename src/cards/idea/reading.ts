import { type Beside, foundOf } from '../../app/idea/beside.js';
import type { IdeaView } from '../../app/idea/idea-view.js';
import { deciderKey } from '../../domain/idea/deciding/decider.js';
import { isTakenInPost } from '../../domain/idea/deciding/taken-as.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea, Who } from '../../domain/idea/idea.js';
import { wordsAreErased } from '../../domain/idea/people/leaving.js';
import { isSubmitter, isTheirTurn, mayName } from '../../domain/idea/policy.js';
import { type Reaction, reactionNames } from '../../domain/idea/reactions.js';
import { asSeenBy, isOutOfSight, mayReadWords, type Onlooker } from '../../domain/idea/reading/visibility.js';
import { wordsSeenBy } from '../../domain/idea/reading/words-of-events.js';
import type { Words } from '../../domain/idea/words.js';
import { capitalised } from '../../domain/language/tidy.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Reactions } from '../../store/idea/reactions.js';
import type { CardContext } from '../card-context.js';

/** Who reads a card, and what they are to its idea (`rolesOn`). */
export type Reader = Onlooker;

/** A person as a sentence names them; `known` is false where a role stands in for the name. */
export interface PersonLabel {
  text: string;
  known: boolean;
}

/** An `IdeaView` in its reader's language: what the parts of a card ask about rights, names and turn, answered once. */
export interface Reading {
  context: CardContext;
  /** As the reader may see it: in the place of every text that they may not read stands that it is hidden. */
  idea: Idea;
  reader: Reader;
  /** They may read the idea's own words. */
  seesWords: boolean;
  /** The words of others are out of sight for them. */
  isHidden: boolean;
  /** What was said with an event, as far as they may read it: nothing else may show it. */
  saidIn: (event: IdeaEvent) => Words;
  /** Whether the reader may know who this is. */
  knows: (who: Who) => boolean;
  theirTurn: boolean;
  /** The department for which the reader may take the idea in, where they answer for one. */
  asDepartment?: string | undefined;
  /** The department for which the reader may say that it is part of solving the problem. */
  mayTakePart?: string | undefined;
  /** When the reader said that they have the problem, where they may say so. */
  needSince?: string | undefined;
  /** The department that takes part, for which the reader may say that it does so no more. */
  takesPartFor?: string | undefined;
  /** How many have said what by a press, and whether the reader has. */
  reacted: Reactions;
  /** That is known: else nothing is offered of which it is the answer. */
  knowsReactions: boolean;
  /** Whether the reader follows the idea; not known on every card. */
  follows?: boolean | undefined;
  /** By name where it is known and may be seen, else by role ("en kollega"). */
  nameOf: (who: Who) => PersonLabel;
  /** Who did it: by name also where they have left, if it was a decision that they took in a post. */
  authorOf: (event: IdeaEvent) => PersonLabel;
  /** What a room after the idea's has looked up about it. */
  foundOf: <T>(one: Beside<T>) => T | undefined;
}

/** The same at the beginning of a line: a role with a capital letter, a name as its owner writes it. */
export const atStart = ({ text, known }: PersonLabel): string => (known ? text : capitalised(text));

export function readingOf(
  context: CardContext,
  {
    idea: stored,
    reader,
    names,
    asDepartment,
    mayTakePart,
    needSince,
    takesPartFor,
    reactions,
    follows,
    beside,
  }: IdeaView,
): Reading {
  const idea = asSeenBy(reader, stored, context.t(stored.unread ? 'idea.unreadTitle' : 'idea.hiddenTitle'));
  const knows = (who: Who): boolean => mayName(reader, who, idea);
  const nameOf = (who: Who): PersonLabel => {
    const name = knows(who) ? names.get(who) : undefined;
    return name ? { text: name, known: true } : { text: context.t(standIn(who, idea)), known: false };
  };
  return {
    context,
    idea,
    reader,
    asDepartment,
    mayTakePart,
    needSince,
    takesPartFor,
    knowsReactions: reactions !== undefined,
    reacted: reactedTo(stored, reader, reactions),
    follows,
    seesWords: mayReadWords(reader, stored),
    isHidden: isOutOfSight(stored, reader),
    saidIn: (event) => wordsSeenBy(reader, stored, event),
    knows,
    theirTurn: isTheirTurn(reader.ref, reader.roles, idea),
    nameOf,
    authorOf: (event) => {
      const name = isTakenInPost(event) ? names.get(deciderKey(event.by)) : undefined;
      return name ? { text: name, known: true } : nameOf(event.by);
    },
    foundOf: (one) => foundOf(beside, one),
  };
}

/** The reader leads the work, and it waits for them to go on with it. */
export const leadsNow = ({ idea: { waiting, driver }, theirTurn }: Reading): boolean =>
  theirTurn && waiting?.for === 'driver' && driver?.accepted === true;

/** Those in the idea's own row, from before each had a row of its own. */
const inIdea: { readonly [R in Reaction]?: (idea: Idea) => readonly PersonRef[] } = {
  thank: ({ thankedBy }) => thankedBy,
};

/** What has been said by a press, and whether by the reader, whose own may not be counted yet. */
function reactedTo(idea: Idea, { ref }: Reader, reactions: IdeaView['reactions']): Reading['reacted'] {
  const entries = reactionNames.map((name) => {
    const { count, mine, departments } = reactions?.[name] ?? { count: 0, mine: false };
    const earlier = inIdea[name]?.(idea) ?? [];
    return [
      name,
      {
        count: earlier.length + Math.max(count, mine ? 1 : 0),
        mine: mine || earlier.includes(ref),
        ...(departments && { departments }),
      },
    ];
  });
  return Object.fromEntries(entries);
}

function standIn(who: Who, idea: Idea) {
  if (isSubmitter(who, idea)) return 'idea.theSubmitter';
  return who === idea.leader ? 'idea.theLeader' : 'idea.aColleague';
}

/** The idea's title, or what stands there while its words are hidden from this reader, or gone. */
export const titleFor = ({ context, idea }: Reading): string =>
  wordsAreErased(idea) ? context.t('idea.erasedTitle') : idea.words.title;
