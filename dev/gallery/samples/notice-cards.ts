import {
  acceptOwning,
  adopt,
  adopter,
  answer,
  approvePlan,
  ask,
  clock,
  close,
  comment,
  declineMoney,
  driver,
  driverOnly,
  escalate,
  explore,
  explored,
  fill,
  funder,
  grant,
  leader,
  lookHalfWay,
  on,
  otherLeader,
  owner,
  plan,
  planned,
  remind,
  type Step,
  scale,
  submitPlan,
  submitResult,
  thankWith,
} from '../../../testing/samples/idea/story';
import { readers } from '../../../testing/samples/person/people';
import type { Content } from '../../../testing/samples/text/content';
import type { CardRow } from '../card-row';
import { scene, submitted } from './scene';

const exploring = (content: Content): Step[] => [submitted(content), [leader, explore, on('2026-11-17')]];
const asksForMoney = (content: Content): Step[] => [
  ...exploring(content),
  ...explored(),
  [driver, plan, on('2026-11-18')],
  ...planned(80_000),
  [driverOnly, submitPlan, on('2026-11-19')],
  [otherLeader, approvePlan(), on('2026-11-19')],
];
const funded = (content: Content): Step[] => [
  ...asksForMoney(content),
  [funder, grant(50_000, { reason: content.reason, diary: content.diary }), on('2026-11-20')],
];
const declined = (content: Content): Step[] => [
  ...asksForMoney(content),
  [funder, declineMoney(content.reason), on('2026-11-20')],
];
const asksAgain = (content: Content): Step[] => [
  ...declined(content),
  [driver, fill('cost', { cost: '40 000' }), on('2026-11-20')],
  [driverOnly, submitPlan, on('2026-11-20')],
  [otherLeader, approvePlan(), on('2026-11-21')],
];
const tested = (content: Content): Step[] => [
  ...funded(content),
  [driver, fill('result', { outcome: content.tried, learned: content.lesson, recommendation: 'scale' })],
  [driver, fill('used', { used: '42000' })],
  [driver, submitResult, on('2027-02-28')],
];
const ended = (content: Content): Step[] => [
  ...tested(content),
  [
    leader,
    close({ tried: content.tried, lesson: content.lesson, tryAgain: content.tryAgain }, undefined, '2027-09-01'),
    on('2027-03-01'),
  ],
];
const scaled = (content: Content): Step[] => [
  ...tested(content),
  [leader, scale(), on('2027-03-01')],
  [owner, acceptOwning, on('2027-03-02')],
];

/** What people are told along the whole way. */
export const noticeCards = {
  'idea-commented': scene({
    steps: (content) => [...exploring(content), [adopter, comment(content.comment), on('2026-11-19')]],
    reader: readers.submitter,
    as: 'submitter',
  }),
  'idea-thanked': scene({
    steps: (content) => [...exploring(content), [adopter, thankWith(content.thanks), on('2026-11-19')]],
    reader: readers.submitter,
    as: 'submitter',
  }),
  'idea-asks-for-money': scene({ steps: asksForMoney, reader: readers.funder, as: 'funder' }),
  'idea-money-declined': scene({ steps: declined, reader: readers.driver, as: 'driver' }),
  'idea-asks-again': scene({ steps: asksAgain, reader: readers.funder, as: 'funder' }),
  'idea-result': scene({ steps: tested, reader: readers.otherLeader, as: 'deciders' }),
  'idea-asked-first': scene({
    steps: (content) => [...asksForMoney(content), [funder, ask(content.question), on('2026-11-24')]],
    reader: readers.driver,
    as: 'driver',
  }),
  'idea-answered-first': scene({
    steps: (content) => [
      ...asksForMoney(content),
      [funder, ask(content.question), on('2026-11-24')],
      [driver, answer(content.answer), on('2026-11-25')],
    ],
    reader: readers.funder,
    as: 'funder',
  }),
  'idea-granted': scene({ steps: funded, reader: readers.submitter, as: 'submitter' }),
  'idea-half-way': scene({
    steps: (content) => [...funded(content), [clock, lookHalfWay, on('2027-01-20')]],
    reader: readers.driver,
    as: 'driver',
  }),
  'idea-taught-us': scene({ steps: ended, reader: readers.submitter, as: 'submitter' }),
  'idea-invited': scene({
    steps: (content) => scaled(content).slice(0, -1),
    reader: readers.adopter,
    as: 'invited',
    more: { asDepartment: 'SBK' },
  }),
  'idea-invitation': scene({
    steps: (content) => scaled(content).slice(0, -1),
    reader: readers.adopter,
    more: { asDepartment: 'SBK' },
  }),
  'idea-adopted': scene({
    steps: (content) => [...scaled(content), [adopter, adopt('using', '2027-04-01'), on('2027-03-05')]],
    reader: readers.submitter,
    as: 'submitter',
  }),
  'idea-escalated': scene({
    steps: (content) => [submitted(content), [clock, remind, on('2026-12-02')], [clock, escalate, on('2026-12-20')]],
    reader: readers.leader,
    as: 'deciders',
  }),
  'idea-why': scene({ steps: ended, reader: readers.colleague, more: { panel: 'why' } }),
  'idea-whole-history': scene({ steps: ended, reader: readers.colleague, more: { panel: 'history' } }),
} satisfies Record<string, CardRow>;
