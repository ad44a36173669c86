import type { MeetingStore } from '../../../src/store/meeting/meetings.js';
import { arranger, comes, invited, MEETING_ID, plans } from '../../samples/meeting/meeting-story.js';
import { storesMeeting } from '../meeting/meetings.js';

/** A meeting to which somebody comes. */
export const writeMeetings = (app: Parameters<typeof storesMeeting>[0]): Promise<void> =>
  storesMeeting(app, MEETING_ID, [arranger, plans()], [invited, comes]);

/** All that is read of one. */
export const meetingsIn = async ({ load, newest, planned, placesTaken, comers }: MeetingStore) => [
  ...[await load(MEETING_ID), await newest(MEETING_ID, 30), await planned()],
  ...[await placesTaken('2026-11', { circle: 'everybody' }), await comers(MEETING_ID, 10)],
];
