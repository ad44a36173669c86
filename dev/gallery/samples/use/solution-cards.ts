import type { IdeaCardProps } from '../../../../src/cards/idea-card';
import { make } from '../../../../testing/samples/idea/make-command';
import { adapt, tellBetter, tellCore } from '../../../../testing/samples/idea/solution';
import {
  acceptOwning,
  adopt,
  adopter,
  approvePlan,
  checkAdoption,
  clock,
  driver,
  driverOnly,
  explore,
  explored,
  fill,
  leader,
  on,
  otherLeader,
  owner,
  plan,
  planned,
  remindBetter,
  type Step,
  scale,
  submitPlan,
  submitResult,
} from '../../../../testing/samples/idea/story';
import { readers } from '../../../../testing/samples/person/people';
import type { Content } from '../../../../testing/samples/text/content';
import type { CardRow } from '../../card-row';
import { scene, submitted } from '../scene';

const tested = (content: Content): Step[] => [
  submitted(content),
  [leader, explore, on('2026-11-17')],
  ...explored(),
  [driver, plan, on('2026-11-18')],
  ...planned(),
  [driverOnly, submitPlan, on('2026-11-19')],
  [otherLeader, approvePlan(), on('2026-11-19')],
  [driver, fill('result', { outcome: content.tried, learned: content.lesson, recommendation: 'scale' })],
  [driver, submitResult, on('2026-11-20')],
];
const core = ({ coreSame, coreOwn, coreFirst }: Content) => tellCore({ coreSame, coreOwn, coreFirst });
const scaling = (content: Content): Step[] => [
  ...tested(content),
  [leader, scale(['SBK', 'UTB', 'KOF']), on('2026-11-20')],
  [owner, acceptOwning, on('2026-11-20')],
];
const described = (content: Content): Step[] => [...scaling(content), [owner, core(content), on('2026-11-21')]];
/** Those who are asked read it first: whoever decides had described it before. */
const asksWithCore = (content: Content): Step[] => [
  ...tested(content),
  [leader, core(content), on('2026-11-20')],
  [leader, scale(['SBK', 'UTB', 'KOF']), on('2026-11-20')],
];
const adopted = (content: Content): Step[] => [
  ...described(content),
  [adopter, adopt('using', '2026-12-01'), on('2026-11-23')],
];
const asked = (content: Content): Step[] => [
  ...adopted(content),
  [adopter, adapt(content.ownWay), on('2026-11-23')],
  [clock, checkAdoption, on('2027-03-01')],
];
const told = (content: Content): Step[] => [...asked(content), [adopter, tellBetter(content.better), on('2027-03-02')]];
const inSchools = { ...adopter, ref: 'pUTBLEADER', leads: ['UTB'] };
const toldByTwo = (content: Content): Step[] => [
  ...told(content),
  [inSchools, make('adopt', { department: 'UTB', status: 'testing', start: '2027-01-11' }, {}), on('2027-03-02')],
  [inSchools, adapt(content.coreOwn || content.ownWay, 'UTB'), on('2027-03-02')],
];

const asSbk = { asDepartment: 'SBK' } satisfies Partial<IdeaCardProps>;

/** A solution on its way to others: what of it travels, what each changes, and what became better. */
export const solutionCards = {
  'idea-tell-core': scene({ steps: scaling, reader: readers.owner, more: { panel: 'tellCore' } }),
  'idea-core-told': scene({ steps: described, reader: readers.owner, as: 'actor' }),
  'idea-core-missing': scene({ steps: scaling, reader: readers.owner }),
  'idea-invited-with-core': scene({ steps: asksWithCore, reader: readers.adopter, as: 'invited', more: asSbk }),
  'idea-adapt': scene({ steps: adopted, reader: readers.adopter, as: 'actor', more: { ...asSbk, panel: 'adapt' } }),
  'idea-asked-better': scene({ steps: asked, reader: readers.adopter, as: 'adopters', more: asSbk }),
  'idea-reminded-better': scene({
    steps: (content) => [...asked(content), [clock, remindBetter, on('2027-03-16')]],
    reader: readers.adopter,
    as: 'adopters',
    more: asSbk,
  }),
  'idea-tell-better': scene({ steps: asked, reader: readers.adopter, more: { ...asSbk, panel: 'tellBetter' } }),
  'idea-better-told': scene({ steps: told, reader: readers.submitter, as: 'submitter' }),
  'idea-solution': scene({ steps: toldByTwo, reader: readers.colleague, more: { panel: 'solution' } }),
  'idea-solution-in-use': scene({ steps: toldByTwo, reader: readers.colleague }),
} satisfies Readonly<Record<string, CardRow>>;
