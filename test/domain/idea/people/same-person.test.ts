import { recipientsOf } from '../../../../src/domain/idea/notices/notices.js';
import { asOnePerson, mentions } from '../../../../src/domain/idea/people/same-person.js';
import { isSubmitter } from '../../../../src/domain/idea/policy.js';
import { consulted, giveOpinion, opinionsAsked } from '../../../../testing/samples/idea/opinions.js';
import { storyOf } from '../../../../testing/samples/idea/standings.js';
import * as story from '../../../../testing/samples/idea/story.js';

describe('two references that are one person’s', () => {
  it('stand as one wherever the idea names them, and the record’s is known', () => {
    const { idea } = story.given(
      story.submitted,
      [story.submitter, story.addCoSubmitter('pFRIEND')],
      [story.leader, story.ask()],
    );
    const one = asOnePerson(idea, 'pSUBMITTER', 'pFRIEND');
    expect(one).toMatchObject({
      submitter: 'pFRIEND',
      coSubmitters: [],
      waiting: { for: 'submitter', person: 'pFRIEND' },
    });
    expect(mentions(one, 'pSUBMITTER')).toBe(false);
    expect(isSubmitter('pSUBMITTER', one)).toBe(true);
    expect(isSubmitter('pFRIEND', one)).toBe(true);
  });

  it('may have been three: the first leads to the last', () => {
    const { idea } = storyOf('submitted');
    const twice = asOnePerson(asOnePerson(idea, 'pSUBMITTER', 'pSECOND'), 'pSECOND', 'pTHIRD');
    expect(twice.formerly).toEqual({ pSUBMITTER: 'pTHIRD', pSECOND: 'pTHIRD' });
    expect(isSubmitter('pSUBMITTER', twice)).toBe(true);
  });

  it('keeps who has left left: words and answers stay as they were', () => {
    const { idea, event } = storyOf('piloting').when(story.clock, story.identify('pLEADER', 'pNEW'));
    expect(event).toMatchObject({ type: 'identified', by: 'clock' });
    expect(idea.driver?.person).toBe('pNEW');
    expect(idea.answers).toEqual(storyOf('piloting').idea.answers);
  });

  it('are told of nobody who has no part in the idea', () => {
    expect(storyOf('submitted').refusal(story.clock, story.identify('pSTRANGER', 'pNEW'))).toEqual({ code: 'notNow' });
  });

  it('are asked once what they think: what they have said of it stands, whichever was asked first', () => {
    const asked = story.given(...opinionsAsked);
    for (const said of ['pSOMEBODY', 'pFRIEND']) {
      const { idea } = asked.when(consulted(said), giveOpinion('goOn', ''));
      for (const [from, to] of [
        ['pSOMEBODY', 'pFRIEND'],
        ['pFRIEND', 'pSOMEBODY'],
      ] as const)
        expect(asOnePerson(idea, from, to).opinions).toEqual([{ person: to, view: 'goOn' }]);
    }
    expect(asOnePerson(asked.idea, 'pSOMEBODY', 'pFRIEND').opinions).toHaveLength(1);
  });

  it('are told of to whoever has asked both, where all have answered by that', () => {
    const asked = story.given(...opinionsAsked);
    const answered = story.given(...opinionsAsked, [consulted('pFRIEND'), giveOpinion('goOn', '')]);
    const { event, idea } = answered.when(story.clock, story.identify('pSOMEBODY', 'pFRIEND'));
    expect(event.data).toMatchObject({ askers: ['pLEADER'] });
    expect(recipientsOf(event, idea, {})).toEqual([{ person: 'pLEADER', as: 'asker' }]);
    // Somebody is asked still, or none has been asked.
    expect(asked.when(story.clock, story.identify('pSOMEBODY', 'pFRIEND')).event.data).not.toHaveProperty('askers');
    expect(story.given(story.submitted).when(story.clock, story.identify()).event.data).not.toHaveProperty('askers');
  });
});
