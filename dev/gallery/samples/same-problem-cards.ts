import type { IdeaCardProps } from '../../../src/cards/idea-card';
import {
  approvePlan,
  driver,
  driverOnly,
  explore,
  explored,
  leader,
  on,
  otherLeader,
  partner,
  plan,
  planned,
  type Step,
  submitPlan,
  takePart,
} from '../../../testing/samples/idea/story';
import { readers } from '../../../testing/samples/person/people';
import type { Content } from '../../../testing/samples/text/content';
import { scene, submitted } from './scene';

const reactions = (mine: boolean): IdeaCardProps['reactions'] => ({
  thank: { count: 0, mine: false },
  need: { count: 14, mine, departments: { VOO: 9, UTB: 3, MIL: 2 } },
});

const tested = (content: Content): Step[] => [
  submitted(content),
  [leader, explore, on('2026-11-16')],
  ...explored(),
  [driver, plan],
  ...planned(0),
  [driverOnly, submitPlan],
  [partner, takePart('SBK', content.contact), on('2026-11-17')],
  [otherLeader, approvePlan(), on('2026-11-18')],
];

/** The same problem in several departments, and those that solve it together. */
export const sameProblemCards = {
  'idea-same-problem': scene({
    steps: (content) => [submitted(content)],
    reader: readers.colleague,
    more: { panel: 'need', reactions: reactions(false) },
  }),
  'idea-read-by-others': scene({
    steps: (content) => [submitted(content), [partner, takePart('SBK', content.contact), on('2026-11-17')]],
    reader: readers.colleague,
    more: { reactions: reactions(false), follows: false },
  }),
  'idea-take-part': scene({
    steps: (content) => [submitted(content)],
    reader: readers.adopter,
    more: { panel: 'takePart', reactions: reactions(true), mayTakePart: 'SBK', follows: true },
  }),
  'idea-need-lines': scene({
    steps: (content) => [submitted(content)],
    reader: readers.leader,
    more: ({ need, comment }) => ({
      panel: 'needLines',
      reactions: reactions(false),
      needLines: [need, comment].map((text, at) => ({ name: `line${at}`, text })),
    }),
  }),
  'idea-test-too': scene({
    steps: tested,
    reader: readers.adopter,
    as: 'partners',
    more: { reactions: reactions(true), asDepartment: 'SBK', follows: true },
  }),
} as const;
