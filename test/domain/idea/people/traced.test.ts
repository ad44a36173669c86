import type { Command } from '../../../../src/domain/idea/commands.js';
import { tracedIn } from '../../../../src/domain/idea/people/traced.js';
import * as story from '../../../../testing/samples/idea/story.js';

const { given, submitted } = story;

describe('whom an event gives something to do with its idea', () => {
  it('is who did it and whom it names, each once', () => {
    const named = given(submitted).when(story.leader, story.explore);
    expect(tracedIn(named.event)).toEqual(['pLEADER']);
    const first = given([story.submitter, story.submit({ coSubmitters: ['pFRIEND'] })]).events.flatMap(tracedIn);
    expect(first).toEqual(['pSUBMITTER', 'pFRIEND']);
  });

  it('is nobody whom an earlier event has traced, nor the clock', () => {
    const asked = given(submitted, [story.submitter, story.addCoSubmitter('pFRIEND')]);
    const said = asked.when({ ...story.invitee }, { type: 'declineJoining', data: {}, words: {} });
    expect(said.event.data).toEqual({ asker: 'pSUBMITTER' });
    expect(tracedIn(said.event)).toEqual(['pFRIEND']);
    const left = given(submitted).when(story.clock, story.leave('pSUBMITTER'));
    expect(tracedIn(left.event)).toEqual([]);
  });

  it('is everybody who may not answer a proposal', () => {
    const command: Command = {
      type: 'proposeMerge',
      data: { into: 'A2A2A2', intoVersion: 1, department: 'SBK', tier: 'leader', barred: ['pONE', 'pTWO'] },
      words: {},
    };
    expect(tracedIn(given(submitted).when(story.leader, command).event)).toEqual(['pLEADER', 'pONE', 'pTWO']);
  });
});
