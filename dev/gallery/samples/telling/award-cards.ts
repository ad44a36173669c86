import { nominatingIdea } from '../../../../src/app/award/nominate';
import type { NominatedIdea } from '../../../../src/app/award/nominations';
import {
  nominationAnswered,
  nominationDeclined,
  nominationKept,
  nominationQuestion,
  nominationSent,
  nominationTold,
} from '../../../../src/cards/award/nomination';
import { nominationsCard } from '../../../../src/cards/award/nominations';
import type { CardContext } from '../../../../src/cards/card-context';
import { explore, given, leader, reportDone, type Step } from '../../../../testing/samples/idea/story';
import { readers } from '../../../../testing/samples/person/readers';
import { bareContent, type Content } from '../../../../testing/samples/text/content';
import { type CardRow, type Filling, samplesOf } from '../../card-row';
import { scene, submitted } from '../scene';

const inUse = (content: Content): Step[] => [submitted(content), [leader, explore], [leader, reportDone(content.done)]];

const nominated = ({ content }: Pick<Filling, 'content'>, yes = false): NominatedIdea => ({
  nomination: {
    ...{ idea: 'K7M4QX', name: '0123456789ABCDEF', by: 'pLEADER', asked: 'pSUBMITTER', class: 'nytt', as: 'leader' },
    ...{ why: content.reason.slice(0, 600), on: '2026-11-16', until: '2026-11-30' },
    ...(yes && { yes }),
  },
  idea: given(...inUse(content)).idea,
});

/** The kit of a municipality with an award. */
const withAward = (context: CardContext): CardContext => ({
  ...context,
  settings: {
    ...context.settings,
    award: {
      name: { sv: 'Årets idé', en: 'Idea of the year' },
      classes: [
        { code: 'nytt', name: { sv: 'Gjorde något nytt', en: 'Did something new' } },
        { code: 'efter', name: { sv: 'Tog efter något bra', en: 'Adopted something good' } },
      ],
    },
  },
});

const answered = { idea: 'K7M4QX', nomination: '0123456789ABCDEF' };
const years = { year: '2026', other: '2025' };
const written = { sv: 'status K7M4QX', en: 'status K7M4QX' };
const bare = (context: CardContext) => ({ content: bareContent(context.language) });

const panel = scene({
  steps: inUse,
  reader: readers.stranger,
  more: { panel: 'nominate', beside: new Map([[nominatingIdea, { may: true }]]) },
});

const inTownWithAward = ({ typical, long, empty, hostile, filled }: CardRow['samples']): CardRow['samples'] => ({
  typical: (context) => typical(withAward(context)),
  long: (context) => long(withAward(context)),
  empty: (context) => empty(withAward(context)),
  hostile: (context) => hostile(withAward(context)),
  filled: (context, filling) => filled(withAward(context), filling),
});

/** What is asked and told of ideas that are nominated for the municipality's award. */
export const awardCards = {
  'idea-nominate': { ...panel, samples: { ...inTownWithAward(panel.samples) } },
  'note-nomination': {
    ...{ view: 'nominationQuestion', command: 'open', written },
    samples: samplesOf(
      (context, filling) => nominationQuestion(withAward(context), nominated(filling)),
      (context) => nominationQuestion(withAward(context), nominated(bare(context))),
    ),
  },
  'note-nomination-told': {
    ...{ view: 'nominationTold', command: 'open', written },
    samples: samplesOf(
      (context, filling) => nominationTold(withAward(context), nominated(filling, true)),
      (context) => nominationTold(withAward(context), nominated(bare(context), true)),
    ),
  },
  'note-nomination-kept': {
    ...{ view: 'nominationKept', command: 'open', written },
    samples: samplesOf(
      (context, filling) => nominationKept(withAward(context), nominated(filling, true)),
      (context) => nominationKept(withAward(context), nominated(bare(context), true)),
    ),
  },
  'note-nomination-declined': {
    ...{ view: 'nominationDeclined', command: 'open', written },
    samples: samplesOf(
      (context, filling) => nominationDeclined(withAward(context), nominated(filling).idea),
      (context) => nominationDeclined(withAward(context), nominated(bare(context)).idea),
    ),
  },
  'nomination-answered': {
    ...{ view: 'nominationAnswered', command: 'open', written },
    samples: samplesOf(
      (context) => nominationAnswered(context, 'yes', answered),
      (context) => nominationAnswered(context, 'over', answered),
    ),
  },
  'nomination-sent': {
    ...{ view: 'nominationSent', command: 'open', written },
    samples: samplesOf(
      (context) => nominationSent(context, 'K7M4QX'),
      (context) => nominationSent(context, 'K7M4QX'),
    ),
  },
  nominations: {
    ...{ view: 'nominationsCard', command: 'overview', written: { sv: 'översikt', en: 'overview' } },
    samples: samplesOf(
      (context, filling) =>
        nominationsCard(withAward(context), { ...years, page: 1, all: [nominated(filling, true)], more: true }),
      (context) => nominationsCard(withAward(context), { ...years, page: 0, all: [], more: false }),
    ),
  },
} satisfies Record<string, CardRow>;
