import { type ImprovementOfIdea, improvementOfIdea } from '../../../../src/app/improvement/improvement-of-idea';
import type { CardContext } from '../../../../src/cards/card-context';
import { textToTellBack } from '../../../../src/cards/improvement/text-to-tell-back';
import {
  askImprovement,
  clock,
  explore,
  given,
  leader,
  on,
  reportDone,
  type Step,
} from '../../../../testing/samples/idea/story';
import { readers } from '../../../../testing/samples/person/readers';
import { bareContent, type Content } from '../../../../testing/samples/text/content';
import { type CardRow, type Filling, samplesOf } from '../../card-row';
import { scene, submitted } from '../scene';

const inUse = (content: Content): Step[] => [submitted(content), [leader, explore], [leader, reportDone(content.done)]];
const asked = (content: Content): Step[] => [...inUse(content), [clock, askImprovement(), on('2026-12-20')]];

/** What those who had the problem say, as an idea's card knows it. */
const beside = (found: ImprovementOfIdea) => ({ beside: new Map([[improvementOfIdea, found]]) });
const isAsked = beside({ asked: true, answered: false });
const tally = { much: 12, some: 7, no: 2, unsure: 1 };

const text = (context: CardContext, { content, names }: Filling) =>
  textToTellBack(context, { idea: given(...inUse(content)).idea, reader: readers.leader, names });

/** What is told to those who had the problem, and asked of them, when an idea is in use. */
export const improvementCards = {
  'idea-improvement-asked': scene({ steps: asked, reader: readers.stranger, as: 'sharing', more: isAsked }),
  'idea-improvement-question': scene({
    steps: asked,
    reader: readers.stranger,
    more: { panel: 'improvement', ...isAsked },
  }),
  'idea-improvement-counted': scene({
    steps: asked,
    reader: readers.stranger,
    more: { panel: 'improvement', ...beside({ asked: false, answered: true, tally }) },
  }),
  'idea-improvement-shown': scene({
    steps: asked,
    reader: readers.leader,
    more: beside({ asked: false, answered: false, tally }),
  }),
  'idea-text-to-tell-back': {
    ...{ view: 'textToTellBack', command: 'open', written: { sv: 'status K7M4QX', en: 'status K7M4QX' } },
    samples: samplesOf(text, (context) => text(context, { content: bareContent(context.language), names: new Map() })),
  },
} satisfies Record<string, CardRow>;
