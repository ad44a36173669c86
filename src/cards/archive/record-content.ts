import type { IdeaRecord, RecordCopy, RecordPicture } from '../../app/archive/record-of-idea.js';
import type { SaidBeside } from '../../app/archive/said-beside.js';
import { isDecision } from '../../domain/idea/deciding/decisions.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import { type FieldName, fields } from '../../domain/idea/fields.js';
import { maySeePlace } from '../../domain/idea/policy.js';
import { reactions } from '../../domain/idea/reactions.js';
import type { WordKey, Words } from '../../domain/idea/words.js';
import { capitalised } from '../../domain/language/tidy.js';
import { nameIn } from '../../domain/organisation/organisation.js';
import { isDay } from '../../domain/time.js';
import { NO_YEAR, timeText } from '../../text/dates.js';
import { isTextKey } from '../../text/index.js';
import type { CardContext } from '../card-context.js';
import { headline, notes, spokenWords } from '../idea/happened.js';
import { answerText } from '../idea/parts/answers.js';
import { facts } from '../idea/parts/facts.js';
import { wordParts } from '../idea/parts/idea-words.js';
import { stageOf } from '../idea/parts/stage-line.js';
import { type Reading, readingOf, titleFor } from '../idea/reading.js';
import type { Fact } from '../paragraphs.js';
import { postIn } from '../person/post-names.js';

/** Something that was written, under what it is called. */
export interface WrittenText {
  name: WordKey | FieldName;
  label: string;
  text: string;
}

/** One thing that happened, as a record tells it. */
export interface RecordLine {
  /** From 1, in the order in which it happened, over the idea and its adoptions. */
  number: number;
  event: IdeaEvent;
  /** "2026-11-26 10:00". */
  time: string;
  what: string;
  who: string;
  /** In which post it was decided; one or none. */
  post: string[];
  words: WrittenText[];
  notes: string[];
  isDecision: boolean;
}

/** What somebody has written beside the record, under what it is called. */
export interface BesideLine {
  said: SaidBeside;
  label: string;
  /** "2026-11-26 10:00", or the day alone. */
  time: string;
  /** That it has been taken out of sight; one or none. */
  note: string[];
}

/** A record in its reader's language, of which both the page and the file for programs are made. */
export interface RecordContent {
  copy: RecordCopy;
  reading: Reading;
  id: string;
  title: string;
  stage: string;
  /** When it was read, "2026-11-26 10:00". */
  time: string;
  facts: Fact[];
  words: WrittenText[];
  answers: WrittenText[];
  lines: RecordLine[];
  beside: BesideLine[];
  pictures: readonly RecordPicture[];
}

export function recordContent(context: CardContext, { copy, at, view, said, pictures }: IdeaRecord): RecordContent {
  // Who reads it in fifty years has to know the year.
  const reading = readingOf({ ...context, today: NO_YEAR }, view);
  const { idea } = reading;
  const wordsNow = copy === 'masked' && !reading.seesWords ? [] : wordParts;
  return {
    copy,
    reading,
    id: idea.id,
    title: titleFor(reading),
    stage: stageOf(reading.context, idea),
    time: timeText(at, context.timeZone),
    facts: facts(reading),
    words: wordsNow.flatMap((name) => writtenIn(reading, idea.words, name)),
    answers: (Object.keys(fields) as FieldName[]).flatMap((name) => writtenIn(reading, idea.answers, name)),
    lines: view.history.map((event, index) => lineOf(reading, copy, event, index + 1)),
    beside: said.map((one) => besideOf(context, one)),
    pictures,
  };
}

function besideOf({ t, timeZone, settings, language }: CardContext, said: SaidBeside): BesideLine {
  const found = settings.award?.classes.find(({ code }) => code === said.class);
  const label =
    said.said === 'nomination'
      ? t('record.nomination', { class: found ? nameIn(found.name, language) : (said.class ?? '') })
      : labelOf({ t }, reactions[said.said].line);
  const time = isDay(said.when) ? said.when : timeText(said.when, timeZone);
  return { said, label, time, note: said.hidden ? [t('record.hidden')] : [] };
}

function lineOf(reading: Reading, copy: RecordCopy, event: IdeaEvent, number: number): RecordLine {
  const { context } = reading;
  const said = saidIn(reading, copy, event);
  return {
    number,
    event,
    time: timeText(event.at, context.timeZone),
    what: headline(reading, event),
    who: event.by === 'clock' ? context.t('record.clock') : capitalisedRole(reading, event),
    post: postIn(context, event),
    words: (Object.keys(said) as (keyof Words)[]).flatMap((name) => writtenIn(reading, said, name)),
    notes: notes(reading, event).map(({ text }) => text),
    isDecision: isDecision(event),
  };
}

const capitalisedRole = (reading: Reading, event: IdeaEvent): string => {
  const { text, known } = reading.authorOf(event);
  return known ? text : capitalised(text);
};

/**
 * What was said with an event. A masked copy holds of it what a card's history does: an idea's earlier words are no one's to
 * read once they have been changed, for that is how a name is taken out of a text; the present ones stand at the top.
 */
function saidIn(reading: Reading, copy: RecordCopy, event: IdeaEvent): Words {
  const words = reading.saidIn(event);
  if (copy === 'whole') return words;
  return Object.fromEntries(spokenWords.flatMap((name) => (words[name] ? [[name, words[name]]] : [])));
}

function writtenIn({ context, reader, idea }: Reading, words: Words, name: keyof Words): WrittenText[] {
  const text = words[name];
  if (!text || (name === 'workplace' && !maySeePlace(reader.roles, idea))) return [];
  const isAnswer = Object.hasOwn(fields, name);
  return [
    { name, label: labelOf(context, name), text: isAnswer ? answerText(context, name as FieldName, text) : text },
  ];
}

/** What a text is called in a record: as the history calls it, or as the form that asked for it. */
export function labelOf({ t }: Pick<CardContext, 't'>, name: keyof Words): string {
  const key = [`record.word.${name}`, `happened.${name}`, `idea.${name}`, `field.${name}`].find(isTextKey);
  return key ? t(key) : name;
}
