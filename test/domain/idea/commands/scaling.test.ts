import type { Actor } from '../../../../src/domain/idea/decide.js';
import { storyOf } from '../../../../testing/samples/idea/standings.js';
import * as story from '../../../../testing/samples/idea/story.js';
import { given } from '../../../../testing/samples/idea/story.js';

const { standings } = story;
const spring = story.on('2027-04-01');
const leaderOf = (...leads: string[]): Actor => ({ ...story.adopter, leads });

describe('scaling', () => {
  it('asks an owner, and the departments, each once and never the one that has it', () => {
    const { idea, event } = storyOf('tested').when(story.leader, story.scale(['SBK', 'VOO', 'UTB', 'SBK']));
    expect(event.data).toEqual({ owner: 'pOWNER', departments: ['SBK', 'UTB'], answerBy: '2026-11-30' });
    expect(idea).toMatchObject({
      stage: 'scaling',
      owner: { person: 'pOWNER', accepted: false },
      waiting: { for: 'owner', person: 'pOWNER' },
      answerBy: '2026-11-30',
      adoptions: { SBK: { status: 'invited' }, UTB: { status: 'invited' } },
    });
  });

  it('needs a department', () => {
    for (const departments of [[], ['VOO']]) {
      expect(storyOf('tested').refusal(story.leader, story.scale(departments))).toEqual({ code: 'noDepartment' });
    }
  });

  it('can be done again after another test, with the same departments', () => {
    const tested = given(...standings.scaling, [story.leader, story.backToTest(), spring]);
    const { idea, event } = tested.when(story.leader, story.scale(['SBK']));
    expect(event.data).toMatchObject({ owner: 'pOWNER', departments: [] });
    expect(Object.keys(idea.adoptions)).toEqual(['SBK', 'UTB', 'KOF']);
  });

  it('needs no asking when the leader owns it', () => {
    expect(storyOf('tested').when(story.leader, story.scale(['SBK'], 'pLEADER')).idea.owner).toEqual({
      person: 'pLEADER',
      accepted: true,
    });
  });
});

describe('an owner', () => {
  it('who says yes is waited for, on a card of a new turn', () => {
    const { before, idea } = storyOf('scalingAsked').when(story.owner, story.acceptOwning, spring);
    expect(idea).toMatchObject({
      owner: { person: 'pOWNER', accepted: true },
      waiting: { for: 'owner', person: 'pOWNER' },
      answerBy: '2027-04-15',
      decisionVersion: before.decisionVersion + 1,
    });
  });

  it('who says no gives it back to those who decide, who name another', () => {
    const { idea, event } = storyOf('scalingAsked').when(story.owner, story.declineOwning());
    expect(event.words).toEqual({ reason: 'Fordonen sköts av en annan enhet.' });
    expect(idea.waiting).toEqual({ for: 'deciders' });
    expect(idea).not.toHaveProperty('owner');
    const named = storyOf('ownerless').when(story.leader, story.nameOwner('pOTHER'));
    expect(named.idea).toMatchObject({
      owner: { person: 'pOTHER', accepted: false },
      waiting: { for: 'owner', person: 'pOTHER' },
    });
  });

  it('who has not answered keeps nobody from naming another, inviting, testing again or closing', () => {
    for (const command of [
      story.nameOwner('pLEADER'),
      story.invite('MEF'),
      story.backToTest(),
      story.close({ tried: 'Tre cyklar.', lesson: 'Hal vinter.' }),
    ]) {
      expect(storyOf('scalingAsked').when(story.leader, command, spring).event).toBeDefined();
    }
    expect(storyOf('scalingAsked').refusal(story.leader, story.spread())).toEqual({ code: 'notNow' });
  });

  it('can be named while the idea is in use, and then nothing waits', () => {
    const asked = storyOf('inUse').when(story.leader, story.nameOwner());
    expect(asked.idea.owner).toEqual({ person: 'pOWNER', accepted: false });
    expect(asked.idea).not.toHaveProperty('waiting');
    const inUse = [...standings.inUse, [story.leader, story.nameOwner()] as const];
    expect(given(...inUse).when(story.owner, story.acceptOwning).idea).toMatchObject({
      stage: 'inUse',
      owner: { accepted: true },
    });
    const declined = given(...inUse).when(story.owner, story.declineOwning()).idea;
    expect(declined.stage).toBe('inUse');
    expect(declined).not.toHaveProperty('waiting');
  });

  it('who has said yes is not asked again', () => {
    expect(storyOf('scaling').when(story.otherLeader, story.nameOwner()).idea.owner?.accepted).toBe(true);
  });

  it('says that it is in use everywhere', () => {
    const { idea } = storyOf('adopted').when(story.owner, story.spread(), spring);
    expect(idea).toMatchObject({
      stage: 'inUse',
      ending: { done: 'Fyra förvaltningar använder cyklarna.' },
      followUpOn: '2027-10-01',
      adoptions: { VOO: { status: 'using', start: '2027-04-01' }, SBK: { status: 'using' } },
    });
    expect(idea).not.toHaveProperty('waiting');
  });

  it('tells after a time how it went, into the record', () => {
    const { before, idea, event } = storyOf('spread').when(story.owner, story.followUp());
    expect(event.words).toEqual({ went: 'Cyklarna används varje dag.' });
    expect({ ...idea, seq: 0, changedAt: '' }).toEqual({ ...before, seq: 0, changedAt: '' });
    expect(storyOf('spread').refusal(story.owner, story.followUp(' '))).toEqual({
      code: 'badChoice',
      field: 'use',
    });
  });
});

describe('a department', () => {
  const invited = storyOf('scaling');

  it.each(['using', 'testing'] as const)(
    'takes the idea in: %s, with a contact, and is asked after three months',
    (status) => {
      const { before, idea, event } = invited.when(story.adopter, story.adopt(status), spring);
      expect(event).toMatchObject({ data: { department: 'SBK', status, start: '2027-04-01' } });
      expect(idea.adoptions.SBK).toEqual({
        status,
        start: '2027-04-01',
        contact: 'Enhetschef Park',
        checkOn: '2027-07-01',
      });
      expect(idea.decisionVersion).toBe(before.decisionVersion);
    },
  );

  it('that begins later is asked three months after it begins; one that began long ago, three months after it said so', () => {
    const checkOf = (start: string) =>
      invited.when(story.adopter, story.adopt('using', start), spring).idea.adoptions.SBK;
    expect(checkOf('2027-11-30')?.checkOn).toBe('2028-02-29');
    expect(checkOf('2025-01-01')?.checkOn).toBe('2027-07-01');
  });

  it('that has been asked is not asked again, whatever it answers', () => {
    const steps = [...standings.scaling, [story.adopter, story.adopt('testing'), spring] as const];
    const asked = [...steps, [story.clock, story.checkAdoption, story.on('2027-07-01')] as const];
    expect(given(...asked).idea.adoptions.SBK).not.toHaveProperty('checkOn');
    const answered = given(...asked).when(story.adopter, story.adopt('using', '2027-07-01'), story.on('2027-07-02'));
    expect(answered.idea.adoptions.SBK).toEqual({ status: 'using', start: '2027-07-01', contact: 'Enhetschef Park' });
    const stopped = [...asked, [story.adopter, story.stopUsing()] as const];
    const begins = given(...stopped).when(story.adopter, story.adopt('using', '2027-08-01'), story.on('2027-08-01'));
    expect(begins.idea.adoptions.SBK?.checkOn).toBe('2027-11-01');
  });

  it.each([
    ['', 'badDate'],
    ['snart', 'badDate'],
    ['2027-02-30', 'badDate'],
    ['9999-12-31', 'dateFarOff'],
    ['0001-01-01', 'dateFarOff'],
  ])('does not begin on %p: %s', (start, code) => {
    expect(invited.refusal(story.adopter, story.adopt('using', start), spring)).toEqual({ code, field: 'start' });
  });

  it('says "not now" with a reason, and may change its mind', () => {
    const { idea } = invited.when(story.adopter, story.notNow());
    expect(idea.adoptions.SBK).toEqual({ status: 'notNow', reason: 'Vi bygger om till hösten.' });
    expect(invited.refusal(story.adopter, story.notNow(''))).toEqual({ code: 'wordsMissing', field: 'reason' });
    const changed = given(...standings.scaling, [story.adopter, story.notNow()]).when(story.adopter, story.adopt());
    expect(changed.idea.adoptions.SBK?.status).toBe('using');
  });

  it('that has taken it in stops; an old card’s "not now" does not undo what a colleague has answered', () => {
    const adopted = storyOf('adopted');
    expect(adopted.refusal(story.adopter, story.notNow())).toEqual({ code: 'notNow' });
    expect(adopted.when(story.adopter, story.stopUsing()).idea.adoptions.SBK).toEqual({
      status: 'stopped',
      start: '2027-04-01',
      contact: 'Enhetschef Park',
      reason: 'Vi har köpt egna cyklar.',
    });
    expect(invited.refusal(story.adopter, story.stopUsing())).toEqual({ code: 'notNow' });
  });

  it('is answered for by its own leaders only', () => {
    for (const command of [story.adopt(), story.notNow()]) {
      expect(invited.refusal(leaderOf('UTB', 'VOO'), command)).toEqual({ code: 'notYourDepartment' });
      expect(invited.refusal(story.leader, command)).toEqual({ code: 'notAllowed' });
      expect(invited.when(leaderOf('UTB', 'SBK'), command).event).toBeDefined();
    }
    expect(storyOf('adopted').refusal(leaderOf('UTB'), story.stopUsing())).toEqual({ code: 'notYourDepartment' });
  });

  it('may take in an idea in use that nobody has invited it to', () => {
    expect(storyOf('inUse').when(story.adopter, story.adopt('testing')).idea.adoptions).toMatchObject({
      VOO: { status: 'using' },
      SBK: { status: 'testing' },
    });
  });

  it('is invited by the owner or a leader, once', () => {
    const { idea } = invited.when(story.owner, story.invite('MEF', 'SBK', 'VOO', 'MEF'));
    expect(idea.adoptions).toMatchObject({ SBK: { status: 'invited' }, MEF: { status: 'invited' } });
    expect(idea.adoptions).not.toHaveProperty('VOO');
    expect(invited.refusal(story.owner, story.invite('SBK'))).toEqual({ code: 'noDepartment' });
    expect(storyOf('scalingAsked').refusal(story.owner, story.invite('MEF'))).toEqual({ code: 'notNow' });
  });
});

describe('back to the test', () => {
  it('goes on until a new date, with its driver; the owner stays named, and who has taken it in keeps it', () => {
    const { idea } = storyOf('adopted').when(story.leader, story.backToTest(), spring);
    expect(idea).toMatchObject({
      stage: 'piloting',
      waiting: { for: 'driver', person: 'pLEADER' },
      answerBy: '2027-08-31',
      test: { start: '2026-11-16', end: '2027-08-31', halfWay: '2027-06-16' },
      answers: { end: '2027-08-31' },
      adoptions: { SBK: { status: 'using' } },
      owner: { person: 'pOWNER', accepted: true },
    });
  });

  it('waits for those who decide where nobody drives it', () => {
    const driverless = given(
      ...standings.tested,
      [story.leader, story.nameDriver()],
      [story.colleagueDriver, story.declineDriving()],
      [story.leader, story.scale()],
    );
    expect(driverless.when(story.leader, story.backToTest(), spring).idea).toMatchObject({
      stage: 'piloting',
      waiting: { for: 'deciders' },
      answerBy: '2027-04-15',
      test: { end: '2027-08-31' },
    });
  });

  it.each([
    ['2027-04-01', 'dateNotAhead'],
    ['2028-04-02', 'dateFarOff'],
    ['9999-12-31', 'dateFarOff'],
    ['snart', 'badDate'],
  ])('does not go on until %p: %s', (end, code) => {
    expect(storyOf('scaling').refusal(story.leader, story.backToTest(end), spring)).toEqual({ code, field: 'until' });
  });
});
