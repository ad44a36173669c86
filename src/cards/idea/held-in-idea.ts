import type { HeldInIdea } from '../../app/idea/held-in-idea.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import { type FieldName, fields } from '../../domain/idea/fields.js';
import { isKept, type Role } from '../../domain/idea/policy.js';
import { seesEvent, wordsFor } from '../../domain/idea/reading/words-of-events.js';
import type { Words } from '../../domain/idea/words.js';
import type { Person } from '../../domain/person/person.js';
import { timeText } from '../../text/dates.js';
import { isTextKey, type TextKey } from '../../text/index.js';
import { listText } from '../../text/lists.js';
import type { CardContext } from '../card-context.js';
import { sentence } from './happened.js';
import { answerText } from './parts/answers.js';
import { stageOf } from './parts/stage-line.js';
import { type Reading, readingOf, titleFor } from './reading.js';

/** Parts that somebody can have in an idea, as "Mina uppgifter" names them. */
const partRoles = ['submitter', 'joined', 'driver', 'doer', 'owner', 'successor'] as const satisfies readonly Role[];

/** What is stored of somebody about one idea, line by line: which idea, what they are to it, what they did and wrote. */
export function heldInIdea(
  context: CardContext,
  person: Pick<Person, 'ref' | 'name'>,
  { idea, roles, events, follows, reported, saidImprovement, nominations = [], copy }: HeldInIdea,
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
    stageOf(context, idea),
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
    ...(saidImprovement ? [t('data.saidImprovement')] : []),
    ...nominations.flatMap(({ on, why, theirs }) => [
      t(theirs ? 'data.nominated' : 'data.askedNomination', { date: on }),
      `    ${why.replace(/\s+/g, ' ')}`,
    ]),
    ...(copy ? [t('data.card', { activity: copy.activity })] : []),
    ...events.filter((event) => seesEvent(reading.reader, event)).flatMap((event) => eventLines(reading, event)),
  ];
}

function eventLines(reading: Reading, event: IdeaEvent): string[] {
  const time = timeText(event.at, reading.context.timeZone);
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
