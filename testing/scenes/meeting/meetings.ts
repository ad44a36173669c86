import type { Deps } from '../../../src/app/deps.js';
import { type MeetingStep, meetingAfter } from '../../samples/meeting/meeting-story.js';

/** Stores a meeting as these steps leave it, under an id of its own. */
export async function storesMeeting(
  app: Pick<Deps, 'meetings' | 'commits'>,
  id: string,
  ...steps: readonly MeetingStep[]
): Promise<void> {
  const { events } = meetingAfter(...steps);
  const { after: _, ...rows } = app.meetings.write({ before: undefined, id, events });
  const saved = await app.commits.commit(rows, { idempotencyKey: `meeting.${id}` });
  if (saved.kind !== 'saved') throw new Error(`Meeting ${id} was not stored`);
}
