import {
  askedHelp,
  askHelpers,
  cannotNow,
  endHelp,
  type Help,
  helps,
  thanksFor,
} from '../../../src/domain/helping/help';
import { afterHelp, type Helper, isFree, newHelper, rested, withOffer } from '../../../src/domain/helping/helper';
import { alwaysOpen } from '../../../src/domain/organisation/calendar/calendar';

const TODAY = '2026-11-16';
const helper = (values: Partial<Helper> = {}): Helper => ({
  ...newHelper('pHELPER', TODAY),
  ...{ areas: ['effect'], hours: '4' },
  ...values,
});
const question = (name: string): Help => ({
  ...askedHelp({ idea: 'K7M4QX', name, by: 'pASKS', area: 'effect', line: 'Räkna.' }, TODAY),
  place: 1,
});
const asked = (name: string) => askHelpers(question(name), ['pHELPER'], TODAY, alwaysOpen);

/** Asks somebody, and lets them answer. */
function answers(before: Helper, name: string, yes: boolean): Helper {
  const ask = asked(name);
  const pending = afterHelp(before, question(name), ask, TODAY);
  const answer = yes ? helps(ask, 'pHELPER', TODAY) : cannotNow(ask, 'pHELPER', TODAY);
  return afterHelp(pending, ask, answer, TODAY);
}

describe('somebody who can help', () => {
  it('has two questions waiting at most, and helps two at most', () => {
    const one = afterHelp(helper(), question('A'), asked('A'), TODAY);
    const two = afterHelp(one, question('B'), asked('B'), TODAY);
    expect([isFree(helper()), isFree(one), isFree(two), two.asked]).toEqual([true, true, false, 2]);
    const full = answers(answers(helper(), 'A', true), 'B', true);
    expect([full.open, isFree(full)]).toEqual([['K7M4QX.A', 'K7M4QX.B'], false]);
    const ended = afterHelp(full, helps(asked('A'), 'pHELPER', TODAY), endHelp(asked('A'), TODAY), TODAY);
    expect([ended.open, isFree(ended)]).toEqual([['K7M4QX.B'], true]);
  });

  it('is asked again after ninety days when they have said no three times in a row', () => {
    const twice = answers(answers(helper(), 'A', false), 'B', false);
    expect([twice.declines, isFree(twice)]).toEqual([2, true]);
    expect(answers(twice, 'C', true).declines).toBe(0);
    const thrice = answers(twice, 'C', false);
    expect([thrice.restUntil, isFree(thrice)]).toEqual(['2027-02-14', false]);
    expect(isFree(rested(thrice, '2027-02-13'))).toBe(false);
    expect(isFree(rested(thrice, '2027-02-14'))).toBe(true);
  });

  it('helps no more in a month than they have said', () => {
    const done = answers(helper({ hours: '1' }), 'A', true);
    const thanked = afterHelp(done, helps(asked('A'), 'pHELPER', TODAY), thanksFor(asked('A'), 'Tack', TODAY), TODAY);
    expect([thanked.restUntil, isFree(thanked)]).toEqual(['2026-12-01', false]);
    expect(isFree(withOffer(thanked, { areas: ['effect'], hours: '2' }, TODAY))).toBe(true);
    expect(isFree(rested(thanked, '2026-12-01'))).toBe(true);
  });
});
