import type { ChallengeEvent } from './challenge/events.js';
import type { GroupEvent } from './group/events.js';
import type { IdeaEvent } from './idea/events.js';
import type { MeetingEvent } from './meeting/events.js';
import type { ObstacleEvent } from './obstacle/events.js';
import type { RecordKind } from './record.js';
import type { UndertakingEvent } from './undertaking/events.js';

/** What can happen to a record, for each kind of them. */
export interface RecordEvents extends Record<RecordKind, unknown> {
  idea: IdeaEvent;
  challenge: ChallengeEvent;
  obstacle: ObstacleEvent;
  undertaking: UndertakingEvent;
  meeting: MeetingEvent;
  group: GroupEvent;
}
