import { groupTimePasses } from '../../../src/app/group/as-clock.js';
import { leaveGroup, moveInGroup } from '../../../src/app/group/people-in-group.js';
import {
  asked,
  asks,
  type GroupTurn,
  IDEA,
  joins,
  lead,
  STEP,
  steps,
} from '../../../testing/samples/group/group-story.js';
import { type AppAtWork, appAtWork } from '../../../testing/scenes/app-at-work.js';
import { storesGroup } from '../../../testing/scenes/group/groups.js';

const ID = '0GR0P2';
const joined: GroupTurn[] = [
  [lead, asks('pOLD')],
  [{ ...asked, ref: 'pOLD' }, joins],
  [lead, steps('pOLD')],
];

describe('in a group', () => {
  let town: AppAtWork;
  beforeEach(async () => {
    town = await appAtWork();
  });

  const stands = async () => (await town.deps.groups.load(ID))?.group;

  it('the place and the steps of one account are the other one’s that is theirs too', async () => {
    await storesGroup(town.deps, ID, ...joined);
    for (let times = 0; times < 2; times++) await moveInGroup(town.deps, ID, 'pOLD', 'pNEW');
    expect(await stands()).toMatchObject({
      members: [{ person: 'pNEW', accepted: true }],
      steps: [{ taker: 'pNEW' }],
    });
    expect(await town.deps.groups.hasMember(IDEA, 'pNEW')).toBe(true);
    expect(await town.deps.groups.hasMember(IDEA, 'pOLD')).toBe(false);
    expect((await town.deps.groups.ofIdea(IDEA))?.members).toMatchObject([{ person: 'pNEW' }]);
  });

  it('two places of one person are one, with their yes', async () => {
    await storesGroup(town.deps, ID, ...joined, [lead, asks('pNEW')]);
    await moveInGroup(town.deps, ID, 'pOLD', 'pNEW');
    expect((await stands())?.members).toEqual([{ person: 'pNEW', accepted: true }]);
  });

  it('nothing is left of what was to be done once it has ended with its idea', async () => {
    const later = await appAtWork('2026-12-20');
    await storesGroup(later.deps, ID, ...joined);
    const wrote = async () => (await later.deps.groups.newest(ID, 10)).flatMap(({ words }) => Object.values(words));
    expect(await wrote()).toEqual([STEP]);
    expect(await groupTimePasses(later.deps, ID)).toBe(true);
    expect(await wrote()).toEqual([]);
    expect((await later.deps.groups.load(ID))?.group).toMatchObject({ stage: 'ended', words: {} });
  });

  it('whoever has left is out of it, once however often that is asked', async () => {
    await storesGroup(town.deps, ID, ...joined);
    for (let times = 0; times < 2; times++) await leaveGroup(town.deps, 'pOLD', ID);
    expect(await stands()).toMatchObject({ members: [], steps: [{ taker: 'pLEADER' }], seq: 4 });
    const before = await stands();
    // What whoever began it was to do stands.
    await leaveGroup(town.deps, 'pLEADER', ID);
    expect(await stands()).toEqual(before);
  });
});
