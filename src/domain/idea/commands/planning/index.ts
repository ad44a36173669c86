/** From what is needed to a plan, and to its money. */
export { approvePlan, planApproved } from './approve-plan.js';
export { declineMoney, moneyDeclined } from './decline-money.js';
export { fill, filled } from './fill.js';
export { grant, granted } from './grant.js';
export { plan, planned } from './plan.js';
export { sendBack, sentBack } from './send-back.js';
export { ownPlanSent, planSubmitted, submitPlan } from './submit-plan.js';
export { takeBack, takenBack } from './take-back.js';
