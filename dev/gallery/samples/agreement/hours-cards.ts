import {
  approvePlan,
  driver,
  driverOnly,
  explore,
  explored,
  fill,
  funder,
  grant,
  leader,
  on,
  otherLeader,
  plan,
  planned,
  type Step,
  submitPlan,
} from '../../../../testing/samples/idea/story';
import { readers } from '../../../../testing/samples/person/people';
import type { Content } from '../../../../testing/samples/text/content';
import type { CardRow } from '../../card-row';
import { scene, submitted } from '../scene';

const DOCUMENT = 'https://soderhamra.example/sites/cyklar/Kalkyl%202027.xlsx?web=1';

/** A plan that asks for hours of work, beside so much money. */
const asksForHours =
  (cost: number) =>
  (content: Content): Step[] => [
    submitted(content),
    [leader, explore, on('2026-11-17')],
    ...explored(),
    [driver, plan, on('2026-11-18')],
    [driver, fill('cost', { cost: String(cost), hours: '120' })],
    [driver, fill('activity', { activity: content.tried, companions: 'Hemtjänst Söder', document: DOCUMENT })],
    ...planned(cost).slice(2),
    [driverOnly, submitPlan, on('2026-11-19')],
    [otherLeader, approvePlan(), on('2026-11-19')],
  ];
const funded = (content: Content): Step[] => [...asksForHours(80_000)(content), [funder, grant(), on('2026-11-20')]];

/** Hours beside money: asked for, granted and used. */
export const hoursCards = {
  'idea-asks-for-hours': scene({ steps: asksForHours(80_000), reader: readers.funder, as: 'funder' }),
  'idea-asks-for-hours-alone': scene({ steps: asksForHours(0), reader: readers.funder, as: 'funder' }),
  'idea-part-cost': scene({
    steps: (content) => asksForHours(80_000)(content).slice(0, -2),
    reader: readers.driver,
    more: { panel: 'part', part: 'cost' },
  }),
  'idea-part-activity': scene({
    steps: (content) => asksForHours(80_000)(content).slice(0, -2),
    reader: readers.driver,
    more: { panel: 'part', part: 'activity', fault: { code: 'badLink', field: 'document' } },
  }),
  'idea-grant-part-hours': scene({ steps: asksForHours(80_000), reader: readers.funder, more: { panel: 'grant' } }),
  'idea-part-used-hours': scene({ steps: funded, reader: readers.driver, more: { panel: 'part', part: 'used' } }),
  'idea-testing-hours': scene({ steps: funded, reader: readers.colleague, more: { follows: false } }),
} satisfies Record<string, CardRow>;
