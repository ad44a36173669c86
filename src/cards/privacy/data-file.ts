import type { MyData } from '../../app/privacy/my-data.js';
import type { KeptDraft } from '../../domain/draft/draft.js';
import { languages } from '../../domain/languages.js';
import { sourceNames } from '../../domain/organisation/sources/staff.js';
import { chosenNews } from '../../domain/person/day-news.js';
import { digestPaceOf, hasDayCard } from '../../domain/person/person.js';
import { listPosts, parsePost } from '../../domain/person/posts.js';
import { dayOf } from '../../domain/time.js';
import type { Delivery } from '../../store/delivery/deliveries.js';
import type { NamedExport } from '../../store/privacy/named-exports.js';
import { timeText } from '../../text/dates.js';
import type { TextKey } from '../../text/index.js';
import { listText } from '../../text/lists.js';
import type { CardContext } from '../card-context.js';
import { areaText } from '../helping/help-words.js';
import { postTitle } from '../person/post-names.js';
import { placeName } from '../places.js';
import { heldByKind, recordName } from '../records.js';
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
  const bytes = Buffer.from(data.from ? text : BYTE_ORDER_MARK + text, 'utf8');
  return { name, bytes };
}

/** The same, line by line; an empty line before each heading. Of a part of it what stands in that part. */
export function dataLines(context: CardContext, data: MyData): string[] {
  const { t } = context;
  const { municipality } = context.settings;
  const { from, next } = data;
  // In a part nobody has counted all of them.
  const isWhole = from === undefined && next === undefined;
  const held = heldByKind(context, data.stored.person, data.parts, isWhole);
  const beginning = [
    t('data.title').toUpperCase(),
    t('data.from', { municipality: municipality.name, time: timeText(data.at, context.timeZone) }),
    t('data.what'),
    ...headed(t('data.you'), aboutYou(context, data)),
    ...headed(t('data.said'), saidLines(context, data)),
    ...headed(t('data.help'), helpLines(context, data)),
    ...headed(
      t('data.posts'),
      listPosts(data.posts).map((post) => `- ${postTitle(context, post)}`),
    ),
  ];
  const end = headed(t('data.why'), [
    t('data.whyText'),
    t(`erase.words.${wordsRule(context)}`, { decision: decisionOf(context) }),
    decidersKept(context),
  ]);
  return [
    ...(from ? [] : beginning),
    ...held.flatMap(({ heading, lines }) => headed(heading, lines)),
    ...headed(
      t('data.drafts'),
      data.drafts.flatMap((draft) => draftLines(context, draft)),
    ),
    ...headed(
      t('data.namedExports'),
      data.namedExports.map((one) => namedExportLine(context, one)),
    ),
    ...headed(t('data.unread'), unreadLines(context, data)),
    ...headed(
      t('data.messages', { count: isWhole ? data.deliveries.length : 0 }),
      data.deliveries.map((delivery) => messageLine(context, delivery)),
    ),
    ...(next ? [] : end),
  ];
}

const wordsRule = ({ settings }: CardContext) => settings.retention.words;
const decisionOf = ({ settings }: CardContext): string => settings.retention.decision ?? '';

const headed = (heading: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? ['', heading.toUpperCase(), ...lines] : [];

const unreadLines = (context: CardContext, { unread }: MyData): string[] =>
  unread.length > 0 ? [context.t('data.unreadText'), ...unread.map((name) => `- ${recordName(context, name)}`)] : [];

function draftLines({ t, timeZone }: CardContext, { words, until, of }: KeptDraft): string[] {
  const { source, ...written } = words;
  const texts = [...Object.values(written), source ?? ''].flatMap((text) => text?.split('\n') ?? []);
  return [
    `- ${t('data.draftsUntil', { date: dayOf(until, timeZone) })}${of ? `: ${t('data.asked')}` : ''}`,
    ...texts.filter((line) => line.trim() !== '').map((line) => `    ${line}`),
  ];
}

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
    ...fact('data.askedRoster', person.askedRoster && timeText(person.askedRoster.at, context.timeZone)),
    ...fact('data.guest', person.guest ? yes(true) : undefined),
    ...fact('settings.language', languages[person.language].name),
    ...fact('data.languageChosen', yes(person.languageChosen)),
    ...fact('data.otherLanguage', person.otherLanguage && languages[person.otherLanguage.language].name),
    ...fact('settings.place', department && placeName(context, { department, ...(unit && { unit }) })),
    ...fact('data.cameFrom', person.cameFrom?.department),
    ...fact('data.said.place', person.sourced?.place),
    ...fact('data.said.protected', person.protected && yes(true)),
    ...fact('settings.away', person.awayUntil),
    ...fact('data.said.away', person.absent && yes(true)),
    ...fact('settings.newIdeas', t(`settings.newIdeas.${preferences.newIdeas}`)),
    ...fact('settings.dayCardLabel', yes(hasDayCard(person))),
    ...fact('data.digest', t(`data.digest.${digestPaceOf(preferences)}`)),
    ...fact('settings.remindersLabel', yes(preferences.reminders)),
    ...fact('settings.commentsLabel', yes(preferences.comments)),
    ...fact('settings.followedLabel', yes(preferences.followed)),
    ...fact('settings.phrasesLabel', preferences.phrases?.join(' · ')),
    ...chosenNews.flatMap((part) => {
      const chosen = preferences.dayNews?.[part];
      return fact(`settings.news.${part}Label`, chosen === undefined ? undefined : yes(chosen));
    }),
    ...fact('data.welcomed', person.welcomed.map((name) => welcomedAs(context, name)).join(', ')),
    ...fact('data.disowned', person.disowned.map((name) => welcomedAs(context, name)).join(', ')),
    ...fact('data.chat', reach?.conversation),
    ...fact('data.teamsId', reach?.user),
    ...fact('data.service', reach?.serviceUrl),
    ...fact('data.refusedOn', refusedOn.join(', ')),
  ];
}

/** With what they can help others and how often they were asked; and what they have asked, were asked and helped with. */
function helpLines(context: CardContext, { help: { helper, questions } = { questions: [] } }: MyData): string[] {
  const { t } = context;
  return [
    ...(helper ? offerLines(context, helper) : []),
    ...questions.flatMap(({ idea, on, as, line }) => [
      `- ${t(`data.help.${as}`, { id: idea, date: on })}`,
      ...(line === undefined ? [] : [`    ${line}`]),
    ]),
  ];
}

function offerLines(
  context: CardContext,
  { areas, hours, tellsManager, asked, helped, restUntil }: NonNullable<NonNullable<MyData['help']>['helper']>,
): string[] {
  const { t, language } = context;
  const named = areas.map((area) => areaText(context, area));
  return [
    t('data.help.offer', { areas: listText(named, language), hours: Number(hours) }),
    ...(tellsManager ? [t('data.help.offerManager')] : []),
    t('data.help.offerCounts', { asked, helped }),
    ...(restUntil !== undefined ? [t('data.help.offerRests', { date: restUntil })] : []),
  ].map((line) => `- ${line}`);
}

/** What sources say of where somebody works, as they say it. */
function saidLines({ t }: CardContext, { said }: MyData): string[] {
  return sourceNames.flatMap((source) => {
    const entry = said[source];
    if (!entry) return [];
    const { who, department, unit, away, protected: isProtected } = entry;
    const facts = [
      ...[who, department, unit].flatMap((one) => one ?? []),
      ...(away ? [t('data.said.away')] : []),
      ...(isProtected ? [t('data.said.protected')] : []),
    ];
    return [`- ${t(`data.said.${source}`)}: ${facts.join(', ')}`];
  });
}

/** A post by its name in the person's record; one that the organisation has no more stands for itself. */
function welcomedAs(context: CardContext, name: string): string {
  const post = parsePost(name, context.directory);
  return post ? postTitle(context, post) : name === 'member' ? context.t('data.member') : name;
}

/** When somebody took out a file with names, and of what. */
function namedExportLine(context: CardContext, { at, department, format }: NamedExport): string {
  const place = department ? placeName(context, { department }) : context.settings.municipality.name;
  return `- ${timeText(at, context.timeZone)} ${place} (${format})`;
}

function messageLine(context: CardContext, delivery: Delivery): string {
  const { record = undefined, id = undefined } = 'id' in delivery ? delivery : {};
  const about = record && id ? ` (${recordName(context, { record, id })})` : '';
  const what = context.t(`data.message.${delivery.kind}`);
  return `- ${timeText(delivery.at, context.timeZone)} ${what}${about}: ${context.t(`data.state.${delivery.state}`)}`;
}
