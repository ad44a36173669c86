import type { CheckName } from '../../../../src/domain/idea/deciding/check-names.js';
import {
  checkersOf,
  checksFor,
  needsOtherYes,
  openChecks,
  saysBuying,
  waitsForChecks,
} from '../../../../src/domain/idea/deciding/checks.js';
import type { Idea } from '../../../../src/domain/idea/idea.js';
import { needsOf } from '../../../../src/domain/idea/needs.js';
import { isTheirTurn, rolesOn } from '../../../../src/domain/idea/policy.js';
import { createDirectory } from '../../../../src/domain/organisation/directory.js';
import { answerCheck, askChecks, checking, noChecks, remindChecks } from '../../../../testing/samples/idea/agreed.js';
import { make } from '../../../../testing/samples/idea/make-command.js';
import {
  approvePlan,
  checker,
  checkingLeader,
  clock,
  driver,
  driverOnly,
  fill,
  given,
  handBack,
  leave,
  on,
  otherLeader,
  passOn,
  planned,
  type Step,
  sendOwnPlan,
  standings,
  stranger,
  submitPlan,
} from '../../../../testing/samples/idea/story.js';
import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation.js';

const asked = given(...checking);
const inOrder: Step[] = [...checking, [checker, answerCheck()], [checkingLeader, answerCheck()]];
const ready = given(...inOrder);

describe('what is looked at before a test', () => {
  it('is asked of whom the organisation names, and the rest of those who decide', () => {
    expect(openChecks(asked.idea)).toEqual(['personalData', 'workplace']);
    expect(checkersOf(asked.idea)).toEqual(['pSOMEBODY']);
    expect(checksFor(asked.idea, 'pSOMEBODY')).toEqual(['personalData']);
    expect(checksFor(asked.idea, undefined)).toEqual(['workplace']);
    expect(asked.idea.waiting).toEqual({ for: 'driver', person: 'pLEADER' });
  });

  it('keeps the plan with whoever leads the work until all of it is in order', () => {
    expect(asked.refusal(driverOnly, submitPlan)).toEqual({ code: 'notNow' });
    expect(asked.refusal(driver, submitPlan)).toEqual({ code: 'notNow' });
    expect(asked.refusal(otherLeader, approvePlan())).toEqual({ code: 'notNow' });
    expect(given(...checking, [checker, answerCheck()]).refusal(driverOnly, submitPlan)).toEqual({ code: 'notNow' });
    expect(ready.when(driverOnly, submitPlan).event.type).toBe('planSubmitted');
  });

  it('is not in order yet with a line of what is missing, and then it is', () => {
    expect(asked.refusal(checker, answerCheck(false))).toEqual({ code: 'wordsMissing', field: 'reason' });
    const { idea } = asked.when(checker, answerCheck(false, 'Vi behöver ett avtal.'));
    expect(idea.checks?.personalData).toEqual({ done: false, on: '2026-11-16', line: 'Vi behöver ett avtal.' });
    expect(checksFor(idea, 'pSOMEBODY')).toEqual(['personalData']);
    const later = given(...checking, [checker, answerCheck(false, 'Avtal.')], [checker, answerCheck()]);
    expect(later.idea.checks?.personalData).toEqual({ done: true, on: '2026-11-16' });
  });

  it('is answered by nobody else', () => {
    expect(asked.refusal(stranger, answerCheck())).toEqual({ code: 'notAllowed' });
    expect(asked.refusal({ ...checker, ref: 'pSTRANGER' }, answerCheck())).toEqual({ code: 'notNow' });
    expect(asked.when(checkingLeader, answerCheck()).event.data).toMatchObject({ checks: ['workplace'] });
  });

  it('is never said to be in order by whoever leads the work, though they decide on ideas here', () => {
    const directory = createDirectory(exampleOrganisation());
    const emails = directory.leadersOf(asked.idea.department).map(({ email }) => email);
    const roles = rolesOn({ ref: driver.ref, emails }, asked.idea, directory, false);
    expect(roles.has('decider')).toBe(true);
    expect(roles.has('checker')).toBe(false);
    expect(asked.refusal({ ...driver, roles }, answerCheck())).toEqual({ code: 'ownChecks' });
    expect(rolesOn({ ref: otherLeader.ref, emails }, asked.idea, directory, false).has('checker')).toBe(true);
  });

  describe('that something is bought', () => {
    const costly = given(...standings.planning, [driver, fill('cost', { cost: '80000' })]);
    const ticked = (...checks: CheckName[]) => make('askChecks', { checks, asked: [], checkers: [] });
    const isMissing = ({ idea }: { idea: Idea }) =>
      needsOf(idea).some(({ part, state }) => part === 'procurement' && state !== 'done');

    it('is an answer in a plan that has to say so, and so is that nothing is', () => {
      expect(isMissing(costly)).toBe(true);
      expect(costly.when(driver, ticked('buying')).idea.answers.procurement).toBe('yes');
      const nothing = costly.when(driver, ticked());
      expect(nothing.idea.answers.procurement).toBe('no');
      expect(isMissing(nothing)).toBe(false);
      expect(given(...standings.planning).when(driver, ticked()).idea.answers).not.toHaveProperty('procurement');
    });

    it('is not asked once more where the plan has said it, and is taken back where it was asked', () => {
      const said = given(
        ...standings.planning,
        [driver, fill('cost', { cost: '80000' })],
        [driver, fill('procurement', { procurement: 'yes' })],
      );
      expect(saysBuying(said.idea)).toBe(true);
      expect(said.when(driver, ticked('concerned')).idea.answers.procurement).toBe('yes');
      const here = given(...standings.planning, [driver, fill('cost', { cost: '80000' })], [driver, ticked('buying')]);
      expect(saysBuying(here.idea)).toBe(false);
      expect(here.when(driver, ticked()).idea.answers.procurement).toBe('no');
    });
  });

  it('goes on to the next in the chain where nobody else decides', () => {
    const alone = make('askChecks', { checks: ['concerned'], asked: [], checkers: [], tier: 'office' });
    const { idea } = given(...standings.planning, ...planned()).when(driver, alone);
    expect(idea).toMatchObject({ tier: 'office', waiting: { for: 'driver' } });
  });

  it('begins, also where it costs nothing, only with the yes of somebody else than a leader who leads the work', () => {
    expect(needsOtherYes(ready.idea)).toBe(true);
    const sent = make('submitPlan', { tier: 'deputy' });
    const { event, idea } = ready.when(driver, sent);
    expect([event.type, idea.stage, idea.waiting, idea.tier]).toEqual([
      'planSubmitted',
      'planning',
      { for: 'deciders' },
      'deputy',
    ]);
    expect(isTheirTurn(driver.ref, driver.roles, idea)).toBe(false);
    expect(isTheirTurn(otherLeader.ref, otherLeader.roles, idea)).toBe(true);
    const handedIn = given(...inOrder, [driver, sent]);
    expect(handedIn.refusal(driver, submitPlan)).toEqual({ code: 'notNow' });
    expect(handedIn.refusal(driver, approvePlan())).toEqual({ code: 'ownPlan' });
    expect(handedIn.when(otherLeader, approvePlan()).idea.stage).toBe('piloting');
  });

  it('leaves the money of a leader’s own plan to whoever decides on that: they are somebody else', () => {
    const costly = given(
      ...standings.planning,
      ...planned(80_000),
      [driver, askChecks()],
      [checker, answerCheck()],
      [checkingLeader, answerCheck()],
    );
    expect(costly.when(driver, sendOwnPlan()).event.type).toBe('ownPlanSent');
  });

  it('changes nothing for a plan of which nothing was ticked, or no more', () => {
    const before = given(...standings.planning, ...planned());
    expect(before.when(driver, submitPlan).event.type).toBe('ownPlanSent');
    const unticked = given(...checking, [driver, noChecks]);
    expect(waitsForChecks(unticked.idea)).toBe(false);
    expect(unticked.when(driver, submitPlan).event.type).toBe('ownPlanSent');
  });

  it('stays where somebody has said “Inte än”, until they say yes or somebody else who decides takes it away', () => {
    const notYet = given(...checking, [checker, answerCheck(false, 'Vi behöver ett avtal.')]);
    expect(driver.roles.has('decider')).toBe(true);
    expect(openChecks(notYet.when(driver, noChecks).idea)).toEqual(['personalData']);
    expect(openChecks(notYet.when(otherLeader, noChecks).idea)).toEqual([]);
  });

  it('keeps what was answered when more is ticked', () => {
    const more = make('askChecks', {
      checks: ['personalData', 'workplace', 'buying'],
      asked: ['personalData'],
      checkers: ['pSOMEBODY'],
    });
    const { idea } = given(...checking, [checker, answerCheck()]).when(driver, more);
    expect(openChecks(idea)).toEqual(['workplace', 'buying']);
  });

  it('is reminded of when nobody answers, again and again while the plan waits', () => {
    expect(asked.refusal(clock, remindChecks, on('2026-11-30'))).toEqual({ code: 'notNow' });
    const { idea } = asked.when(clock, remindChecks, on('2026-12-01'));
    expect(idea.checksUntil).toBe('2026-12-15');
    expect(ready.refusal(clock, remindChecks, on('2026-12-24'))).toEqual({ code: 'notNow' });
  });

  it('falls to those who decide where whoever was asked is gone', () => {
    for (const gone of [handBack('pSOMEBODY'), leave('pSOMEBODY')]) {
      const { idea } = asked.when(clock, gone);
      expect(checkersOf(idea)).toEqual([]);
      expect(checksFor(idea, undefined)).toEqual(['personalData', 'workplace']);
    }
  });

  it('begins anew in another department', () => {
    expect(ready.when(otherLeader, passOn('SBK')).idea).not.toHaveProperty('checks');
  });

  it('is the matter of whom it names, but of nobody whose own idea it is', () => {
    const directory = createDirectory(exampleOrganisation());
    const rolesOf = (ref: string, emails: string[] = []) => rolesOn({ ref, emails }, asked.idea, directory, false);
    expect(rolesOf('pSOMEBODY').has('checker')).toBe(true);
    expect(rolesOf('pSTRANGER').has('checker')).toBe(false);
    expect(rolesOf('pOTHERLEADER', ['innovationsledare.vard@soderhamra.example']).has('checker')).toBe(true);
    const own = { ...asked.idea, submitter: 'pSOMEBODY' };
    expect(rolesOn({ ref: 'pSOMEBODY', emails: [] }, own, directory, false).has('checker')).toBe(false);
  });
});
