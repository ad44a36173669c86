import type { GroupStore } from '../../../src/store/group/groups.js';
import { asked, asks, GROUP_ID, IDEA, joins, lead, steps } from '../../samples/group/group-story.js';
import { storesGroup } from '../group/groups.js';

/** A group with somebody in it, and a step. */
export const writeGroups = (app: Parameters<typeof storesGroup>[0]): Promise<void> =>
  storesGroup(app, GROUP_ID, [lead, asks()], [asked, joins], [lead, steps()]);

/** All that is read of one. */
export const groupsIn = async ({ load, newest, ofIdea, hasMember }: GroupStore) => [
  ...[await load(GROUP_ID), await newest(GROUP_ID, 30), await ofIdea(IDEA), await hasMember(IDEA, 'pINVITED')],
];
