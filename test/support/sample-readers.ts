import type { IdeaView } from '../../src/cards/idea-card';
import type { Reader } from '../../src/cards/reading';
import type { Role } from '../../src/domain/policy';
import type { Story } from '../domain/story';

const reader = (ref: string, ...roles: Role[]): Reader => ({ ref, roles: new Set(roles) });

/** The people of test/domain/story.ts as readers of its ideas. */
export const readers = {
  submitter: reader('pSUBMITTER', 'submitter'),
  leader: reader('pLEADER', 'decider'),
  driver: reader('pLEADER', 'decider', 'driver'),
  doer: reader('pDOER', 'doer'),
  stranger: reader('pSTRANGER'),
};

export const names: ReadonlyMap<string, string> = new Map([
  ['pSUBMITTER', 'Medarbetare Hemtjänst'],
  ['pLEADER', 'Innovationsledare Vård'],
  ['pDOER', 'Arbetsledare Hemtjänst'],
]);

/** A story's idea as one reader opens it. */
export const viewOf = ({ idea, events }: Pick<Story, 'idea' | 'events'>, reader: Reader): IdeaView => ({
  idea,
  reader,
  names,
  history: events,
});

/** The same with its last event told on top. */
export function toldTo(
  story: Pick<Story, 'idea' | 'events'>,
  reader: Reader,
  as: NonNullable<IdeaView['happened']>['as'],
): IdeaView {
  const event = story.events.at(-1);
  if (!event) throw new Error('A story has an event');
  return { ...viewOf(story, reader), happened: { event, as } };
}
