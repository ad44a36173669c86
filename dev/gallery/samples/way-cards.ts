import type { Reader } from '../../../src/cards/idea/reading';
import type { IdeaCardProps } from '../../../src/cards/idea-card';
import type { Choice } from '../../../src/cards/layouts/parts';
import type { PartName } from '../../../src/domain/idea/fields';
import { answerCheck, askChecks, nameSuccessor } from '../../../testing/samples/idea/agreed';
import { anIdea } from '../../../testing/samples/idea/ideas';
import {
  acceptOwning,
  approvePlan,
  checker,
  checkingLeader,
  driver,
  driverOnly,
  explore,
  explored,
  exploreWith,
  fill,
  funder,
  grant,
  leader,
  on,
  otherLeader,
  owner,
  plan,
  planned,
  proposeMerge,
  type Step,
  scale,
  spread,
  stopAsAgreed,
  submitPlan,
  submitResult,
} from '../../../testing/samples/idea/story';
import { people, readers } from '../../../testing/samples/person/people';
import type { Content } from '../../../testing/samples/text/content';
import type { CardRow } from '../card-row';
import { scene, submitted } from './scene';

const exploring = (content: Content): Step[] => [submitted(content), [leader, explore, on('2026-11-17')]];
const partlyExplored = (content: Content): Step[] => [
  ...exploring(content),
  [driver, fill('source', { origins: 'colleague,association' }), on('2026-11-18')],
  [driver, fill('expectation', { expectation: content.tried }), on('2026-11-18')],
  [driver, fill('concerned', { groups: 'users,colleagues' }), on('2026-11-18')],
];
const planning = (content: Content): Step[] => [
  ...exploring(content),
  ...explored(),
  [driver, plan, on('2026-11-18')],
  [driver, fill('cost', { cost: '50 000' })],
  [driver, fill('activity', { activity: content.tried })],
  [driver, fill('procurement', { procurement: 'yes' })],
];
const submittedPlan = (content: Content): Step[] => [
  ...exploring(content),
  ...explored(),
  [driver, plan, on('2026-11-18')],
  ...planned(50_000),
  [driverOnly, submitPlan, on('2026-11-19')],
];
const smallPlan = (content: Content): Step[] => [
  ...exploring(content),
  ...explored(),
  [driver, plan, on('2026-11-18')],
  ...planned(4_000),
  [driverOnly, submitPlan, on('2026-11-19')],
];
const testing = (content: Content): Step[] => [
  ...exploring(content),
  ...explored(),
  [driver, plan, on('2026-11-18')],
  ...planned(),
  [otherLeader, approvePlan(), on('2026-11-19')],
];
const agreement = ({ comment, title }: Content) => ({
  ...{ nextDecision: comment.slice(0, 300), stopMeasure: title.slice(0, 300) },
  ...{ stopFigure: '10', stopOn: '2027-01-31' },
});
const halfPlanned = (content: Content): Step[] => [
  ...planning(content),
  [driver, fill('agreement', agreement(content)), on('2026-11-18')],
];
const agreedPlan = (content: Content): Step[] => [
  ...exploring(content),
  ...explored(),
  [driver, plan, on('2026-11-18')],
  ...planned(),
  [driver, fill('agreement', agreement(content)), on('2026-11-18')],
  [driverOnly, submitPlan, on('2026-11-19')],
];
const checkedPlan = (content: Content): Step[] => [
  ...agreedPlan(content).slice(0, -1),
  [driver, askChecks('pFRIEND'), on('2026-11-18')],
  [{ ...checker, ref: 'pFRIEND' }, answerCheck(), on('2026-11-19')],
  [checkingLeader, answerCheck(), on('2026-11-19')],
  [driver, submitPlan, on('2026-11-19')],
];
/** Half of a test that had begun before its plan was written. */
const halfTested = (content: Content): Step[] => [
  ...exploring(content),
  ...explored(),
  [driver, plan, on('2026-11-18')],
  ...planned(),
  [driver, fill('time', { start: '2026-10-01', end: '2026-12-15' }), on('2026-11-18')],
  [driver, fill('agreement', { ...agreement(content), stopOn: '2026-12-01' }), on('2026-11-18')],
  [otherLeader, approvePlan(), on('2026-11-19')],
  [driver, fill('soFar', { stopNow: '14' }), on('2026-11-20')],
];
const stoppedAsAgreed = (content: Content): Step[] => [
  ...halfTested(content),
  [driver, { ...stopAsAgreed, words: { tried: content.tried, lesson: content.lesson } }, on('2026-11-20')],
];
const tested = (content: Content): Step[] => [
  ...testing(content),
  [driver, fill('result', { outcome: content.tried, learned: content.lesson, recommendation: 'scale' })],
  [driver, submitResult, on('2026-11-20')],
];
const ownerAsked = (content: Content): Step[] => [...tested(content), [leader, scale(), on('2026-11-20')]];
const scaling = (content: Content): Step[] => [...ownerAsked(content), [owner, acceptOwning, on('2026-11-20')]];

/** Another idea, beside which the first one is shown. */
const other = ({ title, comment }: Content, reader: Reader): NonNullable<IdeaCardProps['mergeInto']> => ({
  idea: anIdea({ id: 'K7M4QY', department: 'SBK', submitter: 'pFRIEND', words: { title, problem: comment } }),
  reader,
  names: people,
});
const targets = ({ title }: Content): Choice[] =>
  ['K7M4QY', 'K7M4QZ'].map((value) => ({ title: `${title} (${value})`, value }));
const part = (name: PartName): Partial<IdeaCardProps> => ({ panel: 'part', part: name });

/** The idea's way after it has been taken on: who drives it, what is needed, the plan, the test, and where it is used. */
export const wayCards = {
  'idea-who-drives': scene({
    steps: (content) => [submitted(content)],
    reader: readers.leader,
  }),
  'idea-asked-to-drive': scene({
    steps: (content) => [submitted(content), [leader, exploreWith('pDRIVER'), on('2026-11-17')]],
    reader: readers.asDriver,
  }),
  'idea-part-saved': scene({ steps: partlyExplored, reader: readers.driver, as: 'actor' }),
  'idea-part': scene({ steps: partlyExplored, reader: readers.driver, more: part('concerned') }),
  'idea-part-next': scene({ steps: partlyExplored, reader: readers.driver, more: { ...part('worth'), left: 2 } }),
  'idea-part-read': scene({ steps: partlyExplored, reader: readers.colleague, more: part('expectation') }),
  'idea-planning': scene({ steps: planning, reader: readers.driver }),
  'idea-part-goal': scene({ steps: planning, reader: readers.driver, more: part('goal') }),
  'idea-part-time': scene({
    steps: planning,
    reader: readers.driver,
    more: { ...part('time'), fault: { code: 'endBeforeStart' }, kept: { start: '2027-02-01', end: '2027-01-01' } },
  }),
  'idea-part-agreement': scene({ steps: halfPlanned, reader: readers.driver, more: part('agreement') }),
  'idea-plan-agreed': scene({ steps: agreedPlan, reader: readers.otherLeader }),
  'idea-half-way-agreed': scene({ steps: halfTested, reader: readers.driver }),
  'idea-ask-checks': scene({ steps: halfPlanned, reader: readers.driver, more: { panel: 'askChecks' } }),
  'idea-asked-before-test': scene({
    steps: (content) => [...halfPlanned(content), [driver, askChecks('pFRIEND'), on('2026-11-20')]],
    reader: { ref: 'pFRIEND', roles: new Set(['reader', 'checker']) },
    as: 'checkers',
  }),
  'idea-not-yet': scene({
    steps: (content) => [...halfPlanned(content), [driver, askChecks('pFRIEND'), on('2026-11-20')]],
    reader: { ref: 'pFRIEND', roles: new Set(['reader', 'checker']) },
    more: { panel: 'checkNotYet' },
  }),
  'idea-waits-for-checks': scene({
    steps: (content) => [
      ...halfPlanned(content),
      [driver, askChecks('pFRIEND'), on('2026-11-20')],
      [{ ...checker, ref: 'pFRIEND' }, answerCheck(false, content.reason), on('2026-11-20')],
    ],
    reader: readers.driver,
  }),
  'idea-plan-checked': scene({ steps: checkedPlan, reader: readers.otherLeader }),
  'idea-name-successor': scene({ steps: halfTested, reader: readers.driver, more: { panel: 'nameSuccessor' } }),
  'idea-asked-to-take-over': scene({
    steps: (content) => [...halfTested(content), [driver, nameSuccessor(), on('2026-11-20')]],
    reader: { ref: 'pFRIEND', roles: new Set(['reader', 'askedSuccessor']) },
    as: 'added',
  }),
  'idea-stop-as-agreed': scene({ steps: halfTested, reader: readers.driver, more: { panel: 'stopAsAgreed' } }),
  'idea-stopped-as-agreed': scene({ steps: stoppedAsAgreed, reader: readers.submitter, as: 'submitter' }),
  'idea-part-so-far': scene({ steps: halfTested, reader: readers.driver, more: part('soFar') }),
  'idea-plan': scene({ steps: submittedPlan, reader: readers.otherLeader }),
  'idea-grant-part': scene({
    steps: (content) => [...submittedPlan(content), [otherLeader, approvePlan(), on('2026-11-20')]],
    reader: readers.funder,
    more: { panel: 'grant' },
  }),
  'idea-small-money': scene({
    steps: (content) => [...smallPlan(content), [otherLeader, approvePlan('unitManager'), on('2026-11-20')]],
    reader: readers.funder,
  }),
  'idea-no-delegation': scene({
    steps: (content) => [...submittedPlan(content), [otherLeader, approvePlan(), on('2026-11-20')]],
    reader: readers.moneyNoter,
  }),
  'idea-decided-outside': scene({ steps: (content) => [submitted(content, 'outside')], reader: readers.noter }),
  'idea-note-decision': scene({
    steps: (content) => [submitted(content, 'outside')],
    reader: readers.noter,
    more: { panel: 'noteDecision' },
  }),
  'idea-testing': scene({ steps: testing, reader: readers.colleague, more: { follows: false } }),
  'idea-part-result': scene({ steps: testing, reader: readers.driver, more: part('result') }),
  'idea-part-used': scene({
    steps: (content) => [
      ...submittedPlan(content),
      [otherLeader, approvePlan(), on('2026-11-20')],
      [funder, grant(), on('2026-11-21')],
    ],
    reader: readers.driver,
    more: { ...part('used'), fault: { code: 'usedMore' }, kept: { used: '52 000' } },
  }),
  'idea-end-test': scene({
    steps: (content) => tested(content).slice(0, -1),
    reader: { ...readers.driver, roles: new Set(['reader', 'driver']) },
    more: { panel: 'endTest' },
  }),
  'idea-tested': scene({ steps: tested, reader: readers.otherLeader }),
  'idea-scale': scene({ steps: tested, reader: readers.otherLeader, more: { panel: 'scale' } }),
  'idea-close-tested': scene({ steps: tested, reader: readers.otherLeader, more: { panel: 'close' } }),
  'idea-asked-to-own': scene({ steps: ownerAsked, reader: readers.owner }),
  'idea-scaling': scene({ steps: scaling, reader: readers.owner }),
  'idea-try-first': scene({
    steps: scaling,
    reader: readers.adopter,
    more: { asDepartment: 'SBK', panel: 'tryFirst' },
  }),
  'idea-ask-owner': scene({ steps: scaling, reader: readers.adopter, more: { asDepartment: 'SBK', panel: 'comment' } }),
  'idea-spread': scene({
    steps: (content) => [...scaling(content), [owner, spread(content.done), on('2026-11-20')]],
    reader: readers.colleague,
    more: { follows: true },
  }),
  'idea-merge': scene({
    steps: (content) => [submitted(content)],
    reader: readers.leader,
    more: (content) => ({
      ...{ panel: 'merge', fault: { code: 'unknownIdea' }, kept: { into: 'K7M4QX' } },
      targets: targets(content),
    }),
  }),
  'idea-merge-twin': scene({
    steps: (content) => [submitted(content)],
    reader: readers.leader,
    more: (content) => ({
      panel: 'merge',
      likelyTwin: other(content, { ref: readers.leader.ref, roles: new Set(['reader']) }),
      targets: targets(content),
    }),
  }),
  'idea-merge-proposed': scene({
    steps: (content) => [submitted(content), [leader, proposeMerge('K7M4QY', content.reason), on('2026-11-17')]],
    reader: { ref: 'pADOPTER', roles: new Set(['reader', 'answerer']) },
    as: 'answerers',
    more: (content) => ({ mergeInto: other(content, { ref: 'pADOPTER', roles: new Set(['reader', 'decider']) }) }),
  }),
  'idea-merge-question': scene({
    steps: (content) => [submitted(content), [leader, proposeMerge('K7M4QY', content.reason), on('2026-11-17')]],
    reader: { ref: 'pADOPTER', roles: new Set(['reader', 'answerer']) },
    more: (content) => ({ mergeInto: other(content, { ref: 'pADOPTER', roles: new Set(['reader', 'decider']) }) }),
  }),
  'idea-merge-waits': scene({
    steps: (content) => [submitted(content), [leader, proposeMerge('K7M4QY', content.reason), on('2026-11-17')]],
    reader: readers.leader,
    more: (content) => ({ mergeInto: other(content, { ref: readers.leader.ref, roles: new Set(['reader']) }) }),
  }),
} satisfies Record<string, CardRow>;
