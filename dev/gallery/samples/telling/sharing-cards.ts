import { type SharingView, sharingIdea } from '../../../../src/app/sharing/share-idea';
import type { CardContext } from '../../../../src/cards/card-context';
import { sharingAnswer, sharingDone, sharingSheet, sharingTold } from '../../../../src/cards/sharing/sheet-card';
import { sheetOf } from '../../../../src/domain/sharing/sheet';
import type { Share } from '../../../../src/store/sharing/shares';
import { explore, given, leader, reportDone, type Step } from '../../../../testing/samples/idea/story';
import { readers } from '../../../../testing/samples/person/readers';
import { bareContent, type Content } from '../../../../testing/samples/text/content';
import { type CardRow, type Filling, samplesOf } from '../../card-row';
import { scene, submitted } from '../scene';

const MAILBOX = 'innovation@soderhamra.example';
const AT = '2026-11-16T08:00:00.000Z';
/** What a press says was read; of each text another one. */
const MARK = 'b2f61c8d';

const inUse = (content: Content): Step[] => [submitted(content), [leader, explore], [leader, reportDone(content.done)]];
const ideaOf = ({ content }: Pick<Filling, 'content'>) => {
  const { idea } = given(...inUse(content));
  const { reason, outcome, lesson } = content as Content & { outcome?: string; lesson?: string };
  return {
    ...idea,
    core: { same: content.done.slice(0, 400), own: reason.slice(0, 400), first: reason.slice(0, 400) },
    answers: {
      ...idea.answers,
      outcome: outcome ?? content.done,
      learned: lesson ?? reason,
      used: '40000',
      usedHours: '20',
    },
  };
};
const bare = (context: CardContext) => ({ content: bareContent(context.language) });
const viewOf = (filling: Pick<Filling, 'content'>, office: boolean, share?: Omit<Share, 'idea'>): SharingView => {
  const idea = ideaOf(filling);
  const sheet = sheetOf(idea);
  const of = share && { share: { idea: idea.id, ...share } };
  return { idea, ...of, sheet, mark: MARK, mailbox: MAILBOX, office };
};
const written = { sv: 'status K7M4QX', en: 'status K7M4QX' };

/** What is asked and told of ideas that are shared with other municipalities. */
export const sharingCards = {
  'idea-share': scene({
    steps: inUse,
    reader: readers.leader,
    more: { panel: 'shareOut', beside: new Map([[sharingIdea, { office: false }]]) },
  }),
  'sharing-sheet': {
    ...{ view: 'sharingSheet', command: 'open', written },
    samples: samplesOf(
      (_, filling) => sharingSheet(_, viewOf(filling, true, { version: 0, asked: AT })),
      (context) => sharingSheet(context, viewOf(bare(context), false)),
    ),
  },
  'sharing-told': {
    ...{ view: 'sharingTold', command: 'open', written },
    samples: samplesOf(
      (context, filling) => sharingTold(context, ideaOf(filling), sheetOf(ideaOf(filling)), MAILBOX),
      (context) => sharingTold(context, ideaOf(bare(context)), sheetOf(ideaOf(bare(context))), MAILBOX),
    ),
  },
  'sharing-answer': {
    ...{ view: 'sharingAnswer', command: 'open', written },
    samples: samplesOf(
      (context, filling) => sharingAnswer(context, ideaOf(filling), 'yes'),
      (context) => sharingAnswer(context, ideaOf(bare(context)), 'no'),
    ),
  },
  'sharing-done': {
    ...{ view: 'sharingDone', command: 'open', written },
    samples: samplesOf(
      (context) => sharingDone(context, 'K7M4QX', 'asked'),
      (context) => sharingDone(context, 'K7M4QX', 'back'),
    ),
  },
} satisfies Record<string, CardRow>;
