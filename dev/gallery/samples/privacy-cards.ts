import type { MyData } from '../../../src/app/privacy/my-data';
import type { CardContext } from '../../../src/cards/card-context';
import { erased, erasing } from '../../../src/cards/privacy/erasing';
import { myData, myDataPage } from '../../../src/cards/privacy/my-data';
import { postsOf } from '../../../src/domain/person/posts';
import { given, submitted } from '../../../testing/samples/idea/story';
import { type Content, typicalContent } from '../../../testing/samples/text/content';
import { type CardRow, samplesOf } from '../card-row';
import { everyPost, person } from './person/people-cards';

/** No word, and so none that is misspelt. */
const REFERENCE = '0123456789';

/** What is stored of somebody who has submitted so many ideas. */
function dataOf(context: CardContext, { title, problem }: Content, ideas: number): MyData {
  const { idea, events } = given(submitted);
  const words = { title, problem };
  const part = {
    record: 'idea' as const,
    createdAt: idea.createdAt,
    idea: { ...idea, words, submitter: REFERENCE },
    roles: new Set(['submitter'] as const),
    events: events.map((event) => ({ ...event, by: REFERENCE, words })),
    follows: false,
    reported: false,
    saidImprovement: false,
  };
  return {
    at: '2026-11-26T09:00:00.000Z',
    stored: { person: { ...person(context), ref: REFERENCE } },
    said: {},
    posts: postsOf(person(context).emails, context.directory),
    parts: Array.from({ length: ideas }, () => part),
    unread: [],
    drafts: [],
    namedExports: [],
    deliveries: [],
  };
}

/** What is stored of somebody, and how it goes away. */
export const privacyCards = {
  'my-data': {
    view: 'myData',
    command: 'myData',
    written: { sv: 'mina uppgifter', en: 'my data' },
    samples: samplesOf(
      (context, { content }) => myData(context, dataOf(context, content, 2)),
      (context) => myData(context, dataOf(context, typicalContent(context.language), 0)),
    ),
  },
  'my-data-page': {
    view: 'myDataPage',
    command: 'myData',
    written: { sv: 'mina uppgifter', en: 'my data' },
    samples: samplesOf(
      (context, { content }) => myDataPage(context, dataOf(context, content, 2), 0),
      (context) => myDataPage(context, dataOf(context, typicalContent(context.language), 0), 0),
    ),
  },
  'erase-me': {
    view: 'erasing',
    command: 'eraseMe',
    written: { sv: 'ta bort mina uppgifter', en: 'erase my data' },
    samples: samplesOf(
      (context) => erasing(context, []),
      (context) => erasing(context, everyPost),
    ),
  },
  'erase-me-done': {
    view: 'erased',
    command: 'eraseMe',
    written: { sv: 'ta bort mina uppgifter', en: 'erase my data' },
    samples: samplesOf(
      (context) => erased(context, true),
      (context) => erased(context, false),
    ),
  },
} satisfies Record<string, CardRow>;
