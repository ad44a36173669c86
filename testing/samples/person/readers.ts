import type { Reader } from '../../../src/cards/idea/reading';
import type { IdeaCardProps } from '../../../src/cards/idea-card';
import type { Story } from '../idea/story';
import { people, readers as samples } from './people';

/** The people of testing/samples/idea/story.ts as readers of its ideas. */
export const readers = { ...samples, stranger: samples.colleague };
export { people as names };

/** A story's idea as one reader opens it. */
export const viewOf = ({ idea, events }: Pick<Story, 'idea' | 'events'>, reader: Reader): IdeaCardProps => ({
  idea,
  reader,
  names: people,
  history: events,
});

/** The same with its last event told on top. */
export function toldTo(
  story: Pick<Story, 'idea' | 'events'>,
  reader: Reader,
  as: NonNullable<IdeaCardProps['happened']>['as'],
): IdeaCardProps {
  const event = story.events.at(-1);
  if (!event) throw new Error('A story has an event');
  return { ...viewOf(story, reader), happened: { event, as } };
}
