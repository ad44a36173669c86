import {
  approvePlan,
  driver,
  driverOnly,
  fill,
  otherLeader,
  planned,
  type Step,
  standings,
  submitPlan,
} from './story.js';

/** When a test stops, and which decision is needed if it works. */
export const agreement = {
  nextDecision: 'Chefen beslutar om fler cyklar.',
  stopMeasure: 'Sena besök i veckan',
  stopFigure: 'under 10',
  stopOn: '2027-02-15',
};

/** A test for which it was agreed when to stop. */
export const agreedTest: Step[] = [
  ...standings.planning,
  ...planned(),
  [driver, fill('agreement', agreement)],
  [driverOnly, submitPlan],
  [otherLeader, approvePlan()],
];
