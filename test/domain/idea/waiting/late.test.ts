import { daysLate, isLate, roleWaitedFor } from '../../../../src/domain/idea/waiting/late';
import { anIdea, restingIdea } from '../../../../testing/samples/idea/ideas';

const answerDays = { leader: 14, submitter: 14, driver: 30, doer: 7, funder: 14, owner: 14 };
const today = '2026-11-21';

test.each([
  ['on its answer date', anIdea({ answerBy: '2026-11-21' }), 0],
  ['the day after', anIdea({ answerBy: '2026-11-20' }), 1],
  ['the day it was reminded', anIdea({ answerBy: '2026-12-05', reminded: true }), 1],
  ['ten days after that', anIdea({ answerBy: '2026-11-25', reminded: true }), 11],
  ['the day it was passed to the deputy', anIdea({ answerBy: '2026-12-05', reminded: true, escalated: true }), 16],
  ['when it waits for nobody', restingIdea({ stage: 'closed', reminded: true }), 0],
])('an idea %s is late by the right number of days', (_, idea, days) => {
  expect(daysLate(idea, today, answerDays)).toBe(days);
  expect(isLate(idea, today)).toBe(days > 0);
});

test('a reminded doer is late from the day that was agreed', () => {
  const doing = anIdea({ waiting: { for: 'doer', person: 'p' }, reminded: true, answerBy: '2026-11-27' });
  expect(daysLate(doing, today, answerDays)).toBe(2);
});

test('the role that owes the answer is the one whose answer time runs', () => {
  expect(roleWaitedFor(anIdea())).toBe('leader');
  expect(roleWaitedFor(anIdea({ waiting: { for: 'submitter', person: 'p' } }))).toBe('submitter');
  expect(roleWaitedFor(anIdea({ waiting: { for: 'funder' } }))).toBe('funder');
  expect(roleWaitedFor(anIdea({ waiting: { for: 'owner', person: 'p' } }))).toBe('owner');
  expect(roleWaitedFor(restingIdea({}))).toBeUndefined();
});
