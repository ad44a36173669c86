import { moveInMeeting } from '../../../src/app/meeting/people-in-meeting.js';
import type { PersonRef } from '../../../src/domain/person/person.js';
import { arranger, comes, invited, type MeetingStep, plans } from '../../../testing/samples/meeting/meeting-story.js';
import { type AppAtWork, appAtWork } from '../../../testing/scenes/app-at-work.js';
import { storesMeeting } from '../../../testing/scenes/meeting/meetings.js';

const comesAs = (ref: PersonRef): MeetingStep => [{ ...invited, ref }, comes];

describe('by a meeting, of two accounts that are one person’s', () => {
  let town: AppAtWork;
  beforeEach(async () => {
    town = await appAtWork();
  });

  /** Who comes once the old account’s part is the new one’s, and how many that are. */
  async function moved(id: string, ...more: MeetingStep[]) {
    const { meetings } = town.deps;
    await storesMeeting(town.deps, id, [arranger, plans({ seats: 2 })], ...more);
    for (let times = 0; times < 2; times++) await moveInMeeting(town.deps, id, 'pOLD', 'pNEW');
    const meeting = (await meetings.load(id))?.meeting;
    return { comers: await meetings.comers(id, 10), coming: meeting?.coming, arranger: meeting?.arranger };
  }

  it('the seat is the one’s that stays', async () => {
    expect(await moved('0MEET2', comesAs('pOLD'))).toMatchObject({ comers: ['pNEW'], coming: 1 });
  });

  it('two seats are one, and the other is free', async () => {
    expect(await moved('0MEET3', comesAs('pOLD'), comesAs('pNEW'))).toMatchObject({ comers: ['pNEW'], coming: 1 });
  });

  it('nobody else’s seat is touched', async () => {
    expect(await moved('0MEET4', comesAs('pOTHER'))).toMatchObject({ comers: ['pOTHER'], coming: 1 });
  });

  it('what was arranged is the one’s that stays', async () => {
    await storesMeeting(town.deps, '0MEET5', [{ ...arranger, ref: 'pOLD' }, plans()]);
    await moveInMeeting(town.deps, '0MEET5', 'pOLD', 'pNEW');
    expect((await town.deps.meetings.planned()).find(({ id }) => id === '0MEET5')?.arranger).toBe('pNEW');
  });
});
