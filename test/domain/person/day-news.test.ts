import { chosenNews, chosenOf, dayParts, isTold } from '../../../src/domain/person/day-news';

const employee = { choices: undefined, hasPost: false };
const holder = { choices: undefined, hasPost: true };

test('an employee is told of what is their own, and of nothing that has come since until they choose it', () => {
  expect(dayParts.filter((part) => isTold(part, employee))).toEqual(['new', 'decided', 'news', 'asked']);
  for (const part of chosenNews) {
    expect(isTold(part, { ...employee, choices: { [part]: true } })).toBe(true);
  }
});

test('a post brings what goes with it, and what can be chosen can be left out', () => {
  // Of challenges everybody hears who has chosen that; who leads is asked whether they have the same problem.
  expect(dayParts.filter((part) => !isTold(part, holder))).toEqual(['challenges']);
  for (const part of chosenNews) {
    expect(isTold(part, { ...holder, choices: { [part]: false } })).toBe(false);
  }
});

test('a choice is kept only where it differs from what would be told anyway', () => {
  expect(chosenOf(employee, { elsewhere: true })).toEqual({ elsewhere: true });
  expect(chosenOf(employee, { elsewhere: false })).toEqual({});
  expect(chosenOf(holder, { elsewhere: true })).toEqual({});
  expect(chosenOf(holder, { elsewhere: false })).toEqual({ elsewhere: false });
  // Who says nothing of it keeps what they have chosen, and what only a newer version knows of.
  const later = { elsewhere: true, poems: true };
  expect(chosenOf({ ...employee, choices: later }, {})).toEqual(later);
  expect(chosenOf({ ...employee, choices: later }, { elsewhere: false })).toEqual({ poems: true });
});
