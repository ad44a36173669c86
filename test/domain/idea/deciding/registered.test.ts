import { registeredAs } from '../../../../src/domain/idea/deciding/registered';
import type { IdeaEvent } from '../../../../src/domain/idea/events';
import type { Stage } from '../../../../src/domain/idea/stages';
import { funder, otherLeader } from '../../../../testing/samples/idea/actors';
import { declineMoney, given, grant, merge, type Step, standings } from '../../../../testing/samples/idea/story';

/** As what the last event of a story is to be registered. */
function lastOf(...steps: readonly Step[]) {
  const { events } = given(...steps);
  const [before, last] = events.slice(-2);
  return registeredAs(last ?? (before as IdeaEvent), before?.to.stage);
}

describe('what is to be registered', () => {
  it.each([
    ['money', 'that is granted', [...standings.askedForMoney, [funder, grant()]]],
    ['money', 'that is declined', [...standings.askedForMoney, [funder, declineMoney()]]],
    ['begun', 'a test', standings.piloting],
    ['begun', 'what is done at once', standings.doingAsked],
    ['begun', 'what more departments are to take in', standings.scalingAsked],
    ['inUse', 'what is done and used', standings.inUse],
    ['inUse', 'what several departments use', standings.spread],
    ['ended', 'what does not go on', standings.closed],
  ] as const)('is %s: %s', (part, _, steps) => {
    expect(lastOf(...(steps as readonly Step[]))).toBe(part);
  });

  it.each([
    ['what is sent in', standings.submitted],
    ['what is explored', standings.exploring],
    ['a plan that still waits for money', standings.askedForMoney],
    ['what its own submitter takes back', standings.withdrawn],
  ] as const)('is not %s', (_, steps) => {
    expect(lastOf(...steps)).toBeUndefined();
  });

  it('is not what becomes a part of another idea, which goes on there', () => {
    const { events, idea } = given(...standings.submitted, [otherLeader, merge()]);
    expect([idea.stage, registeredAs(events.at(-1) as IdeaEvent, 'submitted')]).toEqual(['closed', undefined]);
  });

  it('is no change within a stage', () => {
    const stages: Stage[] = ['piloting', 'doing', 'inUse', 'closed'];
    const event = given(...standings.closed).events.at(-1) as IdeaEvent;
    for (const stage of stages) expect(registeredAs({ ...event, to: { stage } } as IdeaEvent, stage)).toBeUndefined();
  });
});
