import type { MyData, MyPart } from '../../app/privacy/my-data.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import { type FieldName, fields } from '../../domain/idea/fields.js';
import { isKept, type Role } from '../../domain/idea/policy.js';
import { seesEvent, wordsFor } from '../../domain/idea/reading/words-of-events.js';
import type { Words } from '../../domain/idea/words.js';
import { languages } from '../../domain/languages.js';
import { listPosts, parsePost } from '../../domain/person/posts.js';
import { dayOf, type Instant } from '../../domain/time.js';
import type { Delivery } from '../../store/delivery/deliveries.js';
import { isTextKey, type TextKey } from '../../text/index.js';
import { listText } from '../../text/lists.js';
import type { CardContext } from '../card-context.js';
import { sentence } from '../idea/happened.js';
import { answerText } from '../idea/parts/answers.js';
import { type Reading, readingOf, titleFor } from '../idea/reading.js';
import { placeName } from '../places.js';
import { postTitle } from '../post-names.js';
import { decidersKept } from './erasing.js';

/** A file as somebody keeps it: its name, and its text in UTF-8 with the mark by which every program knows it. */
export interface DataFile {
  name: string;
  bytes: Uint8Array;
}

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Everything that is stored about somebody as a plain text, which opens on every phone, can be printed and kept in an
 * archive, and reads the same for a person and for a supervisory authority. Times are ISO 8601 in the municipality's zone.
 * What people wrote is moved in, so that it cannot be taken for a heading.
 */
export function dataFile(context: CardContext, data: MyData): DataFile {
  const text = `${dataLines(context, data).join('\r\n')}\r\n`;
  const name = `${context.t('data.fileName')}-${dayOf(data.at, context.timeZone)}.txt`;
  return { name, bytes: Buffer.from(BYTE_ORDER_MARK + text, 'utf8') };
}

/** The same, line by line; an empty line before each heading. */
export function dataLines(context: CardContext, data: MyData): string[] {
  const { t } = context;
  const { municipality } = context.settings;
  return [
    t('data.title').toUpperCase(),
    t('data.from', { municipality: municipality.name, time: timeText(context, data.at) }),
    t('data.what'),
    ...headed(t('data.you'), aboutYou(context, data)),
    ...headed(
      t('data.posts'),
      listPosts(data.posts).map((post) => `- ${postTitle(context, post)}`),
    ),
    ...headed(
      t('data.ideas', { count: data.parts.length }),
      data.parts.flatMap((part) => ideaLines(context, data, part)),
    ),
    ...headed(
      t('data.messages', { count: data.deliveries.length }),
      data.deliveries.map((delivery) => messageLine(context, delivery)),
    ),
    ...headed(t('data.why'), [
      t('data.whyText'),
      t(`erase.words.${wordsRule(context)}`, { decision: decisionOf(context) }),
      decidersKept(context),
    ]),
  ];
}

const wordsRule = ({ settings }: CardContext) => settings.retention.words;
const decisionOf = ({ settings }: CardContext): string => settings.retention.decision ?? '';

const headed = (heading: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? ['', heading.toUpperCase(), ...lines] : [];

/** "2026-11-26 10:00". */
const timeText = ({ timeZone }: CardContext, at: Instant): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(at));

function aboutYou(context: CardContext, { stored: { person, reach, refusedOn = [] } }: MyData): string[] {
  const { t } = context;
  const fact = (key: TextKey, value: string | undefined): string[] => (value ? [`${t(key)}: ${value}`] : []);
  const { identity, preferences, department, unit } = person;
  const yes = (value: boolean) => t(value ? 'data.yes' : 'data.no');
  return [
    ...fact('data.name', person.name),
    ...fact('data.emails', person.emails.join(', ')),
    ...fact('data.objectId', identity?.objectId),
    ...fact('data.tenant', identity?.tenant),
    ...fact('data.reference', person.ref),
    ...fact('data.also', person.also?.join(', ')),
    ...fact('data.mayBe', person.mayBe?.join(', ')),
    ...fact('data.askedRoster', person.askedRoster && timeText(context, person.askedRoster.at)),
    ...fact('data.guest', person.guest ? yes(true) : undefined),
    ...fact('settings.language', languages[person.language].name),
    ...fact('data.languageChosen', yes(person.languageChosen)),
    ...fact('data.otherLanguage', person.otherLanguage && languages[person.otherLanguage.language].name),
    ...fact('settings.place', department && placeName(context, { department, ...(unit && { unit }) })),
    ...fact('settings.away', person.awayUntil),
    ...fact('settings.newIdeas', t(`settings.newIdeas.${preferences.newIdeas}`)),
    ...fact('data.digest', yes(preferences.digest)),
    ...fact('settings.remindersLabel', yes(preferences.reminders)),
    ...fact('settings.commentsLabel', yes(preferences.comments)),
    ...fact('settings.followedLabel', yes(preferences.followed)),
    ...fact('data.welcomed', person.welcomed.map((name) => welcomedAs(context, name)).join(', ')),
    ...fact('data.disowned', person.disowned.map((name) => welcomedAs(context, name)).join(', ')),
    ...fact('data.chat', reach?.conversation),
    ...fact('data.teamsId', reach?.user),
    ...fact('data.service', reach?.serviceUrl),
    ...fact('data.refusedOn', refusedOn.join(', ')),
  ];
}

/** A post by its name in the person's record; one that the organisation has no more stands for itself. */
function welcomedAs(context: CardContext, name: string): string {
  const post = parsePost(name, context.directory);
  return post ? postTitle(context, post) : name === 'member' ? context.t('data.member') : name;
}

/** Parts that somebody can have in an idea, as the file names them. */
const partRoles = ['submitter', 'joined', 'driver', 'doer', 'owner'] as const satisfies readonly Role[];

function ideaLines(
  context: CardContext,
  { stored: { person } }: MyData,
  { idea, roles, events, follows, reported, copy }: MyPart,
): string[] {
  const { t } = context;
  const reading = readingOf(context, {
    idea,
    reader: { ref: person.ref, roles },
    names: new Map([[person.ref, person.name]]),
  });
  const held: TextKey[] = [
    ...partRoles.filter((role) => roles.has(role)).map((role): TextKey => `data.part.${role}`),
    ...(idea.leader === person.ref ? (['data.part.leader'] as const) : []),
    ...(follows ? (['data.part.follower'] as const) : []),
  ];
  return [
    '',
    `${t('idea.id', { id: idea.id })}: ${titleFor(reading)}`,
    t(`stage.${idea.stage}`),
    ...(held.length > 0
      ? [
          t('data.youAre', {
            parts: listText(
              held.map((key) => t(key)),
              context.language,
            ),
          }),
        ]
      : []),
    ...(isKept(person.ref, idea) ? [t('data.confidential')] : []),
    ...(reported ? [t('data.reported')] : []),
    ...(copy ? [t('data.card', { activity: copy.activity })] : []),
    ...events.filter((event) => seesEvent(reading.reader, event)).flatMap((event) => eventLines(reading, event)),
  ];
}

function eventLines(reading: Reading, event: IdeaEvent): string[] {
  const time = timeText(reading.context, event.at);
  return [
    `- ${time} ${sentence(reading, event, `event.${event.type}`)}`,
    ...wordLines(reading, wordsFor(reading.reader, reading.idea, event)),
  ];
}

/** What was written, each under what it answers. */
function wordLines({ context }: Reading, words: Words): string[] {
  return (Object.entries(words) as [keyof Words, string][]).flatMap(([key, text]) => {
    const label: string[] = [`happened.${key}`, `field.${key}`].filter(isTextKey);
    const heading = label[0] !== undefined && isTextKey(label[0]) ? context.t(label[0]) : key;
    const written = Object.hasOwn(fields, key) ? answerText(context, key as FieldName, text) : text;
    return [`    ${heading}`, ...written.split('\n').map((line) => `        ${line}`)];
  });
}

function messageLine(context: CardContext, delivery: Delivery): string {
  const about = 'id' in delivery && delivery.id ? ` (${context.t('idea.id', { id: delivery.id })})` : '';
  const what = context.t(`data.message.${delivery.kind}`);
  return `- ${timeText(context, delivery.at)} ${what}${about}: ${context.t(`data.state.${delivery.state}`)}`;
}
