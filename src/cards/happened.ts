import { isOpenTo } from '../domain/decide.js';
import type { IdeaEvent } from '../domain/idea.js';
import type { Audience } from '../domain/notices.js';
import type { WordKey } from '../domain/words.js';
import { dayText } from '../text/dates.js';
import { isTextKey, type TextKey, type Values } from '../text/index.js';
import { type Line, type Section, section } from './paragraphs.js';
import { officeName, shortPlaceName } from './places.js';
import { capitalised, type Reading } from './reading.js';
import { waitsFor } from './turn-band.js';

/** As what the reader hears of an event: its audience, the one who did it, or somebody who only looks on. */
export type Hearer = Audience | 'actor' | 'onlooker';

/** What an event says, to everybody: names, places and dates for the texts `event.…` and `notice.…`. */
export function eventValues(reading: Reading, event: IdeaEvent): Values {
  const { kit, idea, nameOf } = reading;
  const at = event.type === 'passedOn' ? event.data.department : idea.department;
  const day = (date: string | undefined) => (date ? dayText(date, kit.language, kit.today) : '');
  return {
    who: nameOf(event.by).text,
    named: String(nameOf(event.by).known),
    waits: waitsFor(reading),
    date: day(event.to.answerBy),
    passed: event.type === 'reminded' ? day(event.data.passed) : '',
    doer: event.type === 'doingAsked' ? nameOf(event.data.doer).text : '',
    self: String(event.type === 'doingAsked' && event.data.doer === event.by),
    from: event.type === 'passedOn' ? shortPlaceName(kit, { department: event.data.from }) : '',
    department: shortPlaceName(kit, { department: at }),
    elsewhere: String(event.type === 'closed' && event.data.channel !== undefined),
    editable: String(isOpenTo('edit', idea, reading.reader.roles)),
  };
}

/** What happened in one sentence: in words for this hearer where there are such, else in the third person. */
export function headline(reading: Reading, event: IdeaEvent, as?: Hearer): string {
  const own = `notice.${event.type}.${as}`;
  const key: TextKey = isTextKey(own) ? own : `event.${event.type}`;
  const text = reading.kit.say(key, eventValues(reading, event));
  // "den som skickade in idén" may begin a sentence; a name is shown as its owner writes it.
  return reading.nameOf(event.by).known ? text : capitalised(text);
}

/** The words of an event beside the idea's own, in the order in which they are read. */
const spoken: readonly WordKey[] = ['question', 'answer', 'done', 'reason', 'tryAgain'];

/** What was said when it happened, as quotes; the submitter's words are left out where they are hidden from the reader. */
export function quotes(reading: Reading, event: IdeaEvent): Section[] {
  if (event.by === reading.idea.submitter && !reading.seesWords) return [];
  return spoken.flatMap((key) => section(key === 'tryAgain' ? reading.kit.say('idea.tryAgain') : '', event.words[key]));
}

/** What stands on top of a card that tells of something: what happened, the words, what happens now. */
export type Happening = { headline: string; quotes: Section[]; next: Line[] };

export function happening(reading: Reading, event: IdeaEvent, as: Hearer): Happening {
  const key = `notice.${event.type}.${as}.next`;
  return {
    headline: headline(reading, event, as),
    quotes: quotes(reading, event),
    next: isTextKey(key) ? [{ text: reading.kit.say(key, eventValues(reading, event)) }] : [],
  };
}

/** The receipt of a new idea; `officeInstead` says why the innovation office gets it. */
export function receipt(reading: Reading, officeInstead: boolean): Happening {
  const { kit, idea } = reading;
  const values = {
    waits: waitsFor(reading),
    date: idea.answerBy ? dayText(idea.answerBy, kit.language, kit.today) : '',
    department: shortPlaceName(kit, { department: idea.department }),
    office: officeName(kit),
  };
  return {
    headline: kit.say('notice.submitted.actor'),
    quotes: [],
    next: [{ text: kit.say(officeInstead ? 'receipt.officeInstead' : 'notice.submitted.actor.next', values) }],
  };
}

const stops: Partial<Record<IdeaEvent['type'], TextKey>> = {
  submitted: 'notice.stop.newIdeas',
  reminded: 'notice.stop.reminders',
};

/** Why the reader gets this message, and where to choose. None for the one who acted or looks on: that is an answer. */
export function whyTold({ kit, idea }: Reading, event: IdeaEvent, as: Hearer): Line[] {
  if (as === 'actor' || as === 'onlooker') return [];
  const why = kit.say(`notice.why.${as}`, { department: shortPlaceName(kit, { department: idea.department }) });
  return [{ text: `${why} ${kit.say(stops[event.type] ?? 'notice.stop')}` }];
}
