import type { CardContext } from '../../../../src/cards/card-context';
import { contribution } from '../../../../src/cards/telling/contribution';
import { howItBecameCard } from '../../../../src/cards/telling/how-it-became';
import { explore, given, leader, reportDone, type Step } from '../../../../testing/samples/idea/story';
import { readers } from '../../../../testing/samples/person/readers';
import { bareContent, type Content } from '../../../../testing/samples/text/content';
import { type CardRow, type Filling, samplesOf } from '../../card-row';
import { submitted } from '../scene';

const inUse = (content: Content): Step[] => [submitted(content), [leader, explore], [leader, reportDone(content.done)]];

const became = (context: CardContext, { content, names }: Filling) =>
  howItBecameCard(context, { idea: given(...inUse(content)).idea, reader: readers.leader, names });

const mine = (context: CardContext, { content }: Filling) => {
  const { idea } = given(...inUse(content));
  const sent = given(submitted(content)).idea;
  const ideas = [
    { idea, as: ['had'] as const },
    { idea: sent, as: ['together', 'led', 'owns'] as const },
  ];
  return contribution(context, { ideas, ...(content.title.length > 100 && { after: 'K7M4QX' }) }, 'pSUBMITTER');
};

/** What is told outside of the product. */
export const tellingCards = {
  'idea-how-it-became': {
    ...{ view: 'howItBecameCard', command: 'open', written: { sv: 'status K7M4QX', en: 'status K7M4QX' } },
    samples: samplesOf(became, (context) =>
      became(context, { content: bareContent(context.language), names: new Map() }),
    ),
  },
  'my-contribution': {
    ...{ view: 'contribution', command: 'mine', written: { sv: 'mina idéer', en: 'my ideas' } },
    samples: samplesOf(mine, (context) => contribution(context, { ideas: [] }, 'pSUBMITTER')),
  },
} satisfies Record<string, CardRow>;
