import { MOST_TAKING_PART, mayTakePart, spokenFor, takesPartFor } from '../../../../src/domain/idea/use/taking-part.js';
import type { HeldPost } from '../../../../src/domain/person/held-posts.js';
import { dueDays } from '../../../../src/store/idea/state/due-days.js';
import * as story from '../../../../testing/samples/idea/story.js';
import { given, standings } from '../../../../testing/samples/idea/story.js';

const place = { sv: 'Miljö', en: 'Environment' };
const post = (role: 'leader' | 'deputy' | 'manager', department: string, unit?: string): HeldPost =>
  ({ role, department, place, ...(unit && { unit }) }) as HeldPost;
const speaking = (...posts: HeldPost[]) => ({ ...story.adopter, posts });
const { exploring, planSubmitted } = standings;

describe('”Samma problem hos oss”', () => {
  it('is said by those whose idea it is not', () => {
    expect(given(...exploring).refusal(story.submitter, story.need)).toEqual({ code: 'ownProblem' });
    expect(
      given(...exploring).when(story.stranger, { ...story.need, words: { need: 'Varje vecka.' } }).event,
    ).toMatchObject({
      type: 'needed',
      words: { need: 'Varje vecka.' },
    });
  });

  it('changes neither where the idea stands nor what is decided on', () => {
    const { before, event } = given(...exploring).when(story.stranger, story.need);
    expect(event.to).toMatchObject({ stage: before.stage, waiting: before.waiting });
  });

  it('is not said of a text that not everybody may read', () => {
    const unread = given([story.submitter, story.submit({ readFirst: true })]);
    expect(unread.refusal(story.stranger, story.need)).toEqual({ code: 'notNow' });
    expect(unread.refusal(story.partner, story.takePart())).toEqual({ code: 'notNow' });
    expect(given(...exploring, [story.leader, story.hide]).refusal(story.stranger, story.need)).toEqual({
      code: 'notNow',
    });
  });
});

describe('a department that takes part', () => {
  it('is spoken for by its leaders, deputies and managers, and by nobody of one of its units', () => {
    expect(
      spokenFor([
        ...[post('leader', 'SBK'), post('deputy', 'MIL'), post('manager', 'UTB')],
        ...[post('manager', 'KUL', 'KUL-1'), { role: 'office', place } as HeldPost],
      ]),
    ).toEqual(['SBK', 'MIL', 'UTB']);
    for (const role of ['leader', 'deputy', 'manager'] as const) {
      const { idea } = given(...exploring).when(speaking(post(role, 'MIL')), story.takePart('MIL'));
      expect(Object.keys(idea.takingPart ?? {})).toEqual(['MIL']);
    }
    const unitManager = speaking(post('manager', 'SBK', 'SBK-1'));
    expect(given(...exploring).refusal(unitManager, story.takePart())).toEqual({ code: 'notYourDepartment' });
  });

  it('is another than the one that has the idea', () => {
    expect(given(...exploring).refusal(speaking(post('leader', 'VOO')), story.takePart('VOO'))).toEqual({
      code: 'sameDepartment',
    });
  });

  it('says so once', () => {
    const story1 = given(...exploring, [story.partner, story.takePart()]);
    expect(story1.refusal(story.partner, story.takePart('SBK', 'Någon annan'))).toEqual({ code: 'notNow' });
    expect(story1.idea.takingPart).toEqual({ SBK: { since: expect.any(String), contact: 'Enhetschef Gata' } });
  });

  it('is one of eight at most', () => {
    const codes = Array.from({ length: MOST_TAKING_PART + 1 }, (_, n) => `D${n}`);
    const steps = codes
      .slice(0, MOST_TAKING_PART)
      .map((code): story.Step => [speaking(post('leader', code)), story.takePart(code)]);
    const all = given(...exploring, ...steps);
    const last = codes.at(-1) ?? '';
    expect(all.refusal(speaking(post('leader', last)), story.takePart(last))).toEqual({ code: 'enoughTakingPart' });
    expect(mayTakePart(all.idea, [last])).toBeUndefined();
    expect(mayTakePart(given(...exploring).idea, ['VOO', last])).toBe(last);
  });

  it('leaves when somebody who speaks for it says so, once, and can take part again', () => {
    const taking = given(...exploring, [story.partner, story.takePart()]);
    expect(takesPartFor(taking.idea, ['MIL', 'SBK'])).toBe('SBK');
    expect(taking.refusal(speaking(post('leader', 'MIL')), story.leavePart())).toEqual({ code: 'notYourDepartment' });
    const unitManager = speaking(post('manager', 'SBK', 'SBK-1'));
    expect(taking.refusal(unitManager, story.leavePart())).toEqual({ code: 'notYourDepartment' });
    for (const role of ['leader', 'deputy', 'manager'] as const) {
      const { event, idea, before } = taking.when(speaking(post(role, 'SBK')), story.leavePart());
      expect(event).toMatchObject({ type: 'leftPart', data: { department: 'SBK' } });
      expect(idea).not.toHaveProperty('takingPart');
      expect(idea.decisionVersion).toBe(before.decisionVersion);
    }
    const left = given(...exploring, [story.partner, story.takePart()], [story.partner, story.leavePart()]);
    expect(takesPartFor(left.idea, ['SBK'])).toBeUndefined();
    expect(left.refusal(story.partner, story.leavePart())).toEqual({ code: 'notNow' });
    expect(Object.keys(left.when(story.partner, story.takePart()).idea.takingPart ?? {})).toEqual(['SBK']);
  });

  it('makes room for another one of eight by leaving, and the others stay', () => {
    const codes = Array.from({ length: MOST_TAKING_PART + 1 }, (_, n) => `D${n}`);
    const [first = '', last = ''] = [codes[0], codes.at(-1)];
    const steps = codes
      .slice(0, MOST_TAKING_PART)
      .map((code): story.Step => [speaking(post('leader', code)), story.takePart(code)]);
    const { idea } = given(...exploring, ...steps, [speaking(post('leader', first)), story.leavePart(first)]).when(
      speaking(post('leader', last)),
      story.takePart(last),
    );
    expect(Object.keys(idea.takingPart ?? {}).sort()).toEqual(codes.slice(1).sort());
  });

  it('keeps who said so, until they leave or it takes part no more', () => {
    const taking = given(...exploring, [story.partner, story.takePart()]);
    expect(taking.idea.tookPartBy).toEqual({ SBK: 'pADOPTER' });
    expect(taking.when(story.clock, story.leave('pADOPTER')).idea).not.toHaveProperty('tookPartBy');
    expect(taking.when(story.partner, story.leavePart()).idea).not.toHaveProperty('tookPartBy');
    expect(taking.refusal(story.clock, story.leave('pSTRANGER'))).toEqual({ code: 'notNow' });
  });

  it('loses whom to talk to when they leave, and is still part of it', () => {
    const leave = story.leave('pADOPTER', { contacts: ['SBK'] });
    const { idea } = given(...exploring, [story.partner, story.takePart()]).when(story.clock, leave);
    expect(Object.keys(idea.takingPart?.SBK ?? {})).toEqual(['since']);
  });
});

describe('testing at the same time', () => {
  const together: story.Step[] = [...planSubmitted, [story.partner, story.takePart()]];
  const tested: story.Step[] = [...together, [story.otherLeader, story.approvePlan()]];

  it('is an adoption that tests, of a department that takes part, while the idea is tested', () => {
    const { event, idea } = given(...tested).when(story.adopter, story.testToo());
    expect(event).toMatchObject({ type: 'adopted', adoption: 'SBK', seq: 1 });
    expect(idea.adoptions.SBK).toEqual({ status: 'testing', start: '2026-12-01', checkOn: '2027-03-01' });
    expect(given(...together).refusal(story.adopter, story.testToo())).toEqual({ code: 'notNow' });
  });

  it('is said by whoever speaks for the department, and by no manager of a unit', () => {
    const manager = (...of: [string, string?]) => ({
      ...story.stranger,
      roles: new Set(['reader', 'partner'] as const),
      posts: [post('manager', ...of)],
    });
    const { event } = given(...tested).when(manager('SBK'), story.testToo());
    expect(event).toMatchObject({ type: 'adopted', adoption: 'SBK', data: { status: 'testing' } });
    for (const other of [manager('SBK', 'SBK-1'), manager('MIL')])
      expect(given(...tested).refusal(other, story.testToo())).toEqual({ code: 'notYourDepartment' });
  });

  it('is asked about once after three months, while it goes on, unless the department has said since', () => {
    const steps: story.Step[] = [...tested, [story.adopter, story.testToo()]];
    expect(given(...steps).refusal(story.clock, story.checkAdoption, story.on('2027-02-28'))).toEqual({
      code: 'notNow',
    });
    const asked: story.Step[] = [...steps, [story.clock, story.checkAdoption, story.on('2027-03-01')]];
    expect(given(...asked).events.at(-1)).toMatchObject({ type: 'adoptionChecked', adoption: 'SBK' });
    expect(given(...asked).refusal(story.clock, story.checkAdoption, story.on('2027-06-01'))).toEqual({
      code: 'notNow',
    });
    expect(dueDays(given(...steps).idea)).toContainEqual(['checkAdoption.SBK', '2027-03-01']);
    const stopped = given(...steps, [story.adopter, story.stopUsing()]);
    expect(stopped.refusal(story.clock, story.checkAdoption, story.on('2027-03-01'))).toEqual({ code: 'notNow' });
    const closed = given(...steps, [story.otherLeader, story.close({ tried: 'Tre.', lesson: 'Hal.' })]);
    expect(closed.refusal(story.clock, story.checkAdoption, story.on('2027-03-01'))).toEqual({ code: 'notNow' });
    expect(dueDays(closed.idea).map(([kind]) => kind)).not.toContain('checkAdoption.SBK');
  });

  it('is answered while the idea is tested, by a department that tests and by no other', () => {
    const steps: story.Step[] = [...tested, [story.adopter, story.testToo()]];
    expect(given(...steps).when(story.adopter, story.adopt('using', '2026-12-20')).idea.adoptions.SBK).toMatchObject({
      status: 'using',
    });
    expect(given(...steps).when(story.adopter, story.stopUsing()).idea.adoptions.SBK).toMatchObject({
      status: 'stopped',
    });
    expect(given(...tested).refusal(story.adopter, story.adopt('using', '2026-12-20'))).toEqual({ code: 'notNow' });
    expect(given(...tested).refusal(story.adopter, story.adopt('testing', '2026-12-20'))).toEqual({ code: 'notNow' });
  });

  it('stays when the department takes part no more, which asks no other to test', () => {
    const left = given(...tested, [story.adopter, story.testToo()], [story.partner, story.leavePart()]);
    expect(left.idea.adoptions.SBK).toMatchObject({ status: 'testing', start: '2026-12-01' });
    const before = given(...tested, [story.partner, story.leavePart()]);
    expect(before.refusal(story.adopter, story.testToo())).toEqual({ code: 'notNow' });
  });

  it('is not for one that does not take part, nor twice, nor for others to say', () => {
    const alone: story.Step[] = [...planSubmitted, [story.otherLeader, story.approvePlan()]];
    expect(given(...alone).refusal(story.adopter, story.testToo())).toEqual({ code: 'notNow' });
    const twice = given(...tested, [story.adopter, story.testToo()]);
    expect(twice.refusal(story.adopter, story.testToo())).toEqual({ code: 'notNow' });
    expect(given(...tested).refusal(story.adopter, story.testToo('MIL'))).toEqual({ code: 'notYourDepartment' });
  });
});
