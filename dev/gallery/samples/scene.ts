import type { CardContext, Drawn } from '../../../src/cards/card-context';
import type { Reader } from '../../../src/cards/idea/reading';
import { type IdeaCardProps, ideaCard } from '../../../src/cards/idea-card';
import type { Tier } from '../../../src/domain/idea/idea';
import { dayOf, laterOf } from '../../../src/domain/time';
import { given, type Step, submit, submitter } from '../../../testing/samples/idea/story';
import { bareContent, type Content } from '../../../testing/samples/text/content';
import { type CardRow, type Filling, samplesOf } from '../card-row';

/** Whom a card offers for a task, where it does: the reader first, as in Teams. */
export const colleagues = [
  { title: 'Innovationsledare Vård', value: 'me' },
  { title: 'Arbetsledare Hemtjänst', value: 'arbetsledare@soderhamra.example' },
];

type Telling = NonNullable<IdeaCardProps['happened']>['as'];

interface CardScene {
  /** What has happened to the idea, in this content's words. */
  steps: (content: Content) => Step[];
  reader: Reader;
  /** The last step is told on top, as what this reader hears. */
  as?: Telling;
  more?: Partial<IdeaCardProps> | ((content: Content) => Partial<IdeaCardProps>);
}

/** The first step of every story, in this content's words. */
export const submitted = ({ title, problem, solution, evidence }: Content, tier: Tier = 'leader'): Step => [
  submitter,
  submit({ unit: 'HTS', tier }, { title, problem, ...(solution && { solution }), ...(evidence && { evidence }) }),
];
/** A card of one idea at one point of its story, in the four samples, as it looks on the day of what happened last. */
export function scene({ steps, reader, as, more }: CardScene): CardRow {
  const draw = (context: CardContext, { content, names }: Filling): Drawn => {
    const { idea, events } = given(...steps(content));
    const event = events.at(-1);
    const today = event ? laterOf(context.today, dayOf(event.at, context.timeZone)) : context.today;
    const happened = as && event ? { happened: { event, as } } : {};
    const rest = typeof more === 'function' ? more(content) : more;
    return ideaCard({ ...context, today }, { idea, reader, names, history: events, colleagues, ...happened, ...rest });
  };
  const empty = (context: CardContext) => draw(context, { content: bareContent(context.language), names: new Map() });
  return {
    view: 'ideaCard',
    command: 'open',
    written: { sv: 'status K7M4QX', en: 'status K7M4QX' },
    samples: samplesOf(draw, empty),
  };
}
