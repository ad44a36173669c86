import { isOvertaken } from '../../../../src/domain/idea/notices/asking.js';
import { rolesOn } from '../../../../src/domain/idea/policy.js';
import { asSeenBy } from '../../../../src/domain/idea/reading/visibility.js';
import { seesEvent } from '../../../../src/domain/idea/reading/words-of-events.js';
import { contextFor } from '../../../../testing/samples/card-context.js';
import {
  askOpinion,
  consulted,
  endOpinions,
  giveOpinion,
  opinionGiven,
  opinionsAsked,
} from '../../../../testing/samples/idea/opinions.js';
import {
  clock,
  close,
  explored,
  exploreWith,
  given,
  hide,
  leader,
  leave,
  on,
  otherLeader,
  passOn,
  plan,
  registrar,
  standings,
  stranger,
  submitted,
  submitter,
} from '../../../../testing/samples/idea/story.js';

const asked = given(...opinionsAsked);
const said = given(...opinionGiven);
const adviser = (ref: string) => ({ ...stranger, ref, roles: new Set(['reader', 'gaveOpinion'] as const) });

describe('what others think, asked before somebody decides', () => {
  it('is asked beside what the idea waits for: nothing waits for it, and no card gets out of date', () => {
    const before = given(submitted).idea;
    expect([asked.idea.waiting, asked.idea.answerBy]).toEqual([before.waiting, before.answerBy]);
    expect(asked.idea.decisionVersion).toBe(before.decisionVersion);
    expect(asked.idea.opinions?.map(({ person, asked: open }) => [person, open?.until])).toEqual([
      ['pSOMEBODY', '2026-11-18'],
      ['pFRIEND', '2026-11-18'],
    ]);
  });

  it('is asked by those who decide, as long as it is not decided, and of no text that is out of sight', () => {
    expect(given(...standings.exploring).when(otherLeader, askOpinion()).event.type).toBe('opinionAsked');
    expect(given(submitted).refusal(submitter, askOpinion())).toEqual({ code: 'ownIdea' });
    expect(given(submitted).refusal(stranger, askOpinion())).toEqual({ code: 'notAllowed' });
    expect(given(...standings.planning).refusal(leader, askOpinion())).toEqual({ code: 'notNow' });
    expect(given(submitted, [leader, hide]).refusal(leader, askOpinion())).toEqual({ code: 'notNow' });
  });

  it('is asked of five at most, of each once, and of nobody whose idea it is nor of oneself', () => {
    expect(given(submitted).refusal(leader, askOpinion('pA', 'pB', 'pC', 'pD', 'pE', 'pF'))).toEqual({
      code: 'tooManyOpinions',
    });
    const five = given(submitted, [leader, askOpinion('pA', 'pB', 'pC', 'pD', 'pE')]);
    expect(five.refusal(otherLeader, askOpinion('pF'))).toEqual({ code: 'notNow' });
    for (const person of ['pFRIEND', 'pSUBMITTER', 'pLEADER'])
      expect(asked.refusal(leader, askOpinion(person))).toEqual({ code: 'cannotGiveOpinion' });
  });

  it('is said once, in a choice and perhaps a line, by whoever is asked', () => {
    expect(said.idea.opinions).toEqual([
      expect.objectContaining({ person: 'pSOMEBODY', asked: { by: 'pLEADER', until: '2026-11-18' } }),
      { person: 'pFRIEND', view: 'otherwise', line: 'Börja med en grupp.' },
    ]);
    expect(said.refusal(consulted(), giveOpinion())).toEqual({ code: 'notNow' });
    expect(asked.refusal(consulted(), { type: 'giveOpinion', data: {}, words: {} })).toEqual({
      code: 'badChoice',
      field: 'view',
    });
    expect(asked.refusal(stranger, giveOpinion())).toEqual({ code: 'notAllowed' });
  });

  it('is read by those who decide, and by whoever has said theirs; nobody else knows what was said, nor who was asked', () => {
    const lines = (reader: typeof stranger) => asSeenBy(reader, said.idea, '').opinions?.map(({ person }) => person);
    expect(lines(leader)).toEqual(['pSOMEBODY', 'pFRIEND']);
    expect(lines(adviser('pFRIEND'))).toEqual(['pSOMEBODY', 'pFRIEND']);
    for (const reader of [stranger, submitter, registrar]) expect(lines(reader)).toBeUndefined();
    const [, askedThem, answer] = said.events;
    for (const event of [askedThem, answer]) {
      expect(event && seesEvent(leader, event)).toBe(true);
      expect(event && seesEvent(submitter, event)).toBe(false);
    }
  });

  it('is not shown to somebody who is still asked, also where they decide', () => {
    const [, , answer] = said.events;
    for (const roles of [['askedOpinion'], ['decider', 'askedOpinion']] as const) {
      const reader = { ...stranger, ref: 'pSOMEBODY', roles: new Set(roles) };
      expect(asSeenBy(reader, said.idea, '').opinions?.map(({ person }) => person)).toEqual(['pSOMEBODY']);
      expect(answer && seesEvent(reader, answer)).toBe(false);
    }
  });

  it('ends by itself in two days, and nobody is asked any more', () => {
    expect(said.refusal(clock, endOpinions, on('2026-11-18'))).toEqual({ code: 'notNow' });
    const { idea, event } = said.when(clock, endOpinions, on('2026-11-19'));
    expect(event.data).toEqual({ people: ['pSOMEBODY'], askers: ['pLEADER'] });
    expect(idea.opinions).toEqual([
      { person: 'pSOMEBODY' },
      { person: 'pFRIEND', view: 'otherwise', line: 'Börja med en grupp.' },
    ]);
    const roles = rolesOn({ ref: 'pSOMEBODY', emails: [] }, idea, contextFor().directory, false);
    expect(roles.has('askedOpinion')).toBe(false);
  });

  it('is told to whoever has asked when the last of theirs has said it', () => {
    expect(said.events.at(-1)?.data).toEqual({ view: 'otherwise', asker: 'pLEADER' });
    const last = said.when(consulted('pSOMEBODY'), giveOpinion('goOn', ''));
    expect(last.event.data).toEqual({ view: 'goOn', asker: 'pLEADER', last: true });
  });

  it('is told to nobody who decides no more by then: the decision is not theirs', () => {
    const last = said.when(consulted('pSOMEBODY'), giveOpinion('goOn', ''));
    const ended = said.when(clock, endOpinions, on('2026-11-19'));
    for (const { event, idea } of [last, ended]) {
      expect(isOvertaken(event, { roles: new Set(['reader', 'decider']) }, idea)).toBe(false);
      expect(isOvertaken(event, { roles: new Set(['reader']) }, idea)).toBe(true);
    }
  });

  it('stands until it is decided, also while the idea is explored, and not with another department', () => {
    expect(said.when(leader, exploreWith('pLEADER')).idea.opinions).toHaveLength(2);
    expect(said.when(leader, close()).idea.opinions).toBeUndefined();
    expect(said.when(leader, passOn('MIL')).idea.opinions).toBeUndefined();
    const ready = given(...standings.exploring, ...explored(), [leader, askOpinion()]);
    expect(ready.when(leader, plan).idea.opinions).toBeUndefined();
  });

  it('goes with whoever said it when they leave, and nobody is asked for somebody who has left', () => {
    expect(said.when(clock, leave('pFRIEND')).idea.opinions?.map(({ person }) => person)).toEqual(['pSOMEBODY']);
    expect(said.when(clock, leave('pLEADER')).idea.opinions?.map(({ person }) => person)).toEqual(['pFRIEND']);
  });
});
