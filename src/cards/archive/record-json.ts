import type { IdeaRecord } from '../../app/archive/record-of-idea.js';
import { deciderKey } from '../../domain/idea/deciding/decider.js';
import { askedIn, grantedIn } from '../../domain/idea/deciding/resources.js';
import { type IdeaEvent, meaningOf } from '../../domain/idea/events.js';
import { maySeePlace } from '../../domain/idea/policy.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { CardContext } from '../card-context.js';
import type { Reading } from '../idea/reading.js';
import { shortPlaceName } from '../places.js';
import { definitions } from './definitions.js';
import {
  type BesideLine,
  type RecordContent,
  type RecordLine,
  recordContent,
  type WrittenText,
} from './record-content.js';
import { RECORD_VERSION, type RecordFile } from './record-schema.js';

type JsonValue = RecordFile['events'][number]['data'][string];

/** Where its schema lies beside a record that is archived. */
export const RECORD_SCHEMA = 'record.schema.json';

/** The record of one idea for programs: the same content as the page, with codes, numbers and times as they are stored. */
export function recordFile(context: CardContext, record: IdeaRecord): RecordFile {
  const content = recordContent(context, record);
  const { reading, pictures } = content;
  const { idea } = reading;
  const { municipality } = context.settings;
  const people = peopleOf(reading, record);
  const place = (code: string) => ({ code, name: shortPlaceName(context, { department: code }) });
  const diary = idea.money?.diary;
  return {
    $schema: RECORD_SCHEMA,
    version: RECORD_VERSION,
    copy: content.copy,
    language: context.language,
    madeAt: record.at,
    timeZone: context.timeZone,
    municipality: { code: municipality.code, name: municipality.name },
    idea: {
      id: content.id,
      ...(idea.diary && { diaryNumber: idea.diary }),
      title: content.title,
      stage: { code: idea.stage, name: content.stage },
      department: place(idea.department),
      ...unitOf(reading),
      origin: place(idea.origin),
      submittedAt: idea.createdAt,
      changedAt: idea.changedAt,
      isEntered: idea.entered === true,
      words: content.words.map(asWritten),
      answers: content.answers.map((one) => ({ ...asWritten(one), value: storedValue(reading, one) })),
      facts: content.facts.map(({ label, values }) => ({ label, values: values.map(({ text }) => text) })),
      ...(idea.money && { money: moneyOf(reading, diary) }),
      adoptions: Object.entries(idea.adoptions).map(([code, { status }]) => ({ department: place(code), status })),
      pictures: pictures.map(({ name, type, bytes }) => ({ name, type, bytes: Buffer.from(bytes).toString('base64') })),
    },
    people: people.all,
    events: content.lines.map((line) => eventOf(content, line, people.keyOf)),
    ...(content.beside.length > 0 && { said: content.beside.map(besideOf) }),
    definitions: definitions(context),
  };
}

/** The same as it is kept. */
export const recordJson = (context: CardContext, record: IdeaRecord): string =>
  `${JSON.stringify(recordFile(context, record), null, 2)}\n`;

const besideOf = ({ said, label }: BesideLine) => ({
  ...{ name: said.said, label, text: said.text, when: said.when },
  ...(said.class !== undefined && { class: said.class }),
  ...(said.hidden && { hidden: said.hidden }),
});

const asWritten = ({ name, label, text }: WrittenText) => ({ name, label, text });

const storedValue = ({ idea }: Reading, { name, text }: WrittenText): string =>
  Object.entries(idea.answers).find(([field]) => field === name)?.[1] ?? text;

function unitOf({ context, idea, reader }: Reading): { unit?: { code: string; name: string } } {
  const { department, unit } = idea;
  if (!unit || !maySeePlace(reader.roles, idea)) return {};
  return { unit: { code: unit, name: shortPlaceName(context, { department, unit }) } };
}

function moneyOf({ idea }: Reading, diary: string | undefined): RecordFile['idea']['money'] {
  const { money, answers } = idea;
  if (!money) return undefined;
  const granted = grantedIn(money);
  const { used, usedHours } = answers;
  return {
    asked: askedIn(money),
    ...(granted && { granted }),
    used: {
      ...(used !== undefined && { amount: Number(used) }),
      ...(usedHours !== undefined && { hours: Number(usedHours) }),
    },
    ...(diary && { diaryNumber: diary }),
  };
}

/** Everybody whom the events name, each by a key that leads to nobody outside the file. */
function peopleOf({ nameOf }: Reading, { view, refs }: IdeaRecord) {
  const keys = new Map<PersonRef, string>(refs.map((ref, at) => [ref, `p${at + 1}`]));
  const all = [...keys].map(([ref, key]) => {
    const { text, known } = nameOf(ref);
    // Of somebody who has left, their decisions alone tell the name: there it stands at each.
    return { key, ...(known && !view.names.has(deciderKey(ref)) && { name: text }), as: text };
  });
  return { all, keyOf: (ref: string): string | undefined => keys.get(ref) };
}

function eventOf(
  { reading }: RecordContent,
  { number, event, what, who, post, words, isDecision }: RecordLine,
  keyOf: (ref: string) => string | undefined,
): RecordFile['events'][number] {
  const person = event.by === 'clock' ? undefined : keyOf(event.by);
  const [title] = post;
  const { as } = event;
  return {
    number,
    of: { number: event.seq, ...(event.adoption !== undefined && { department: event.adoption }) },
    at: event.at,
    day: event.day,
    type: event.type,
    what,
    decision: isDecision,
    by: {
      ...(person && { person }),
      name: who,
      ...(as && title && { post: { role: as.role, ...(as.department && { department: as.department }), title } }),
    },
    stage: event.to.stage,
    ...(event.to.answerBy && { answerBy: event.to.answerBy }),
    ...(event.asOf !== undefined && { matterOf: event.asOf }),
    data: dataOf(reading, event, keyOf),
    words: words.map(asWritten),
  };
}

/** What an event says beside who, when and words, with people by their keys. Where a name is kept, its place is too. */
function dataOf(
  { reader, idea }: Reading,
  event: IdeaEvent,
  keyOf: (ref: string) => string | undefined,
): Record<string, JsonValue> {
  const left: readonly string[] = [
    ...(maySeePlace(reader.roles, idea) ? [] : ['unit']),
    ...Object.keys(meaningOf(event).untold ?? {}),
  ];
  const entries = Object.entries(event.data).filter(([field, value]) => value !== undefined && !left.includes(field));
  return Object.fromEntries(entries.map(([field, value]) => [field, withKeys(value, keyOf)]));
}

function withKeys(value: unknown, keyOf: (ref: string) => string | undefined): JsonValue {
  if (typeof value === 'string') return keyOf(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => withKeys(one, keyOf));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([field, one]) => [keyOf(field) ?? field, withKeys(one, keyOf)]),
    );
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
