import type { LookUpsFound } from '../../../../src/app/look-ups';
import { requestOf } from '../../../../src/cards/idea/actions/request';
import type { VerbData } from '../../../../src/cards/verbs';
import type { Actor } from '../../../../src/domain/idea/command';
import { decide } from '../../../../src/domain/idea/decide';
import { given, setting, standings } from '../../../../testing/samples/idea/story';

const noter: Actor = { ref: 'pNOTER', roles: new Set(['reader', 'noter']), leads: [] };

/** What a press is refused for, once everything that it asks has been found. */
function refusalOf(press: Partial<VerbData<'act'>>): string | undefined {
  const { idea } = given(...standings.askedForMoney);
  const key = { idea: idea.id, decisionVersion: idea.decisionVersion, idempotencyKey: 'OP' };
  const { command } = requestOf({ ...key, do: 'noteDecision', ...press } as VerbData<'act'>);
  const found: LookUpsFound = { idea, today: '2026-11-26' } as LookUpsFound;
  const whole = command(found);
  const decided = whole.ok ? decide(whole.value, idea, noter, setting) : whole;
  return decided.ok ? undefined : decided.refusal.code;
}

test('the faults of the form are told in its order, whatever else is wrong further down', () => {
  const whole = { decision: 'grant', amount: '40 000', taker: 'Nämnden', on: '2026-11-16' } as const;
  const faults: [Partial<VerbData<'act'>>, string][] = [
    [{ decision: undefined }, 'badChoice'],
    [{ amount: 'mycket' }, 'badAmount'],
    [{ taker: '' }, 'wordsMissing'],
    [{ on: '2999-01-01' }, 'dateAhead'],
  ];
  expect(refusalOf(whole)).toBeUndefined();
  for (const [at, [, code]] of faults.entries()) {
    const andAllBelow = Object.assign({ ...whole }, ...faults.slice(at).map(([fault]) => fault));
    expect(refusalOf(andAllBelow)).toBe(code);
  }
});
