import { type GroupTold, groupDayRows, groupRefusal } from '../../../src/cards/group/group-words';
import { contextFor } from '../../../testing/samples/card-context';
import {
  asked,
  asks,
  clock,
  type GroupTurn,
  groupAfter,
  joins,
  lead,
  on,
  passes,
  removes,
} from '../../../testing/samples/group/group-story';
import { explore, given, leader, submit, submitter } from '../../../testing/samples/idea/story';

const context = contextFor('sv');
const { idea } = given([submitter, submit()], [leader, explore]);
const asking = [lead, asks()] as const satisfies GroupTurn;

/** The day card's row of the last of these events. */
function row(as: GroupTold['as'], ...turns: GroupTurn[]) {
  const { group, events } = groupAfter(asking, ...turns);
  const told = events.slice(-1).map((event): GroupTold => ({ event, as }));
  return groupDayRows(context, { idea, id: group.id, seq: group.seq }, told)[0];
}

describe('a group in the day card', () => {
  it('leads to the group while it works, and to the idea where that is over or not the reader’s any more', () => {
    expect(row('asked')?.row.press.verb).toBe('group');
    expect(row('members', [asked, joins], [clock, passes(false), on('2026-12-16')])?.row.press.verb).toBe('open');
    expect(row('removed', [asked, joins], [lead, removes()])?.row.press.verb).toBe('open');
  });

  it('tells nobody that they are out of what they never were in', () => {
    expect(row('removed', [lead, removes()])?.row.lines).toEqual([{ text: context.t('group.told.askTakenBack') }]);
    expect(row('removed', [asked, joins], [lead, removes()])?.row.lines).toEqual([
      { text: context.t('group.told.memberRemoved') },
    ]);
  });
});

it('says to whoever answers twice that they have answered, and to others who may', () => {
  const refused = (type?: 'joinGroup' | 'leaveGroup') =>
    groupRefusal(context, { code: 'notAllowed' }, type && { type });
  expect(refused('joinGroup')).toBe(context.t('group.refusal.notAsked'));
  expect(refused('leaveGroup')).toBe(context.t('group.refusal.notAllowed'));
});
