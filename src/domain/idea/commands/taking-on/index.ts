/** Who does the work: whoever is named is asked first, but for the one who names themself. */
export { acceptDoing, doingAccepted } from './accept-doing.js';
export { acceptDriving, drivingAccepted } from './accept-driving.js';
export { declineDoing, doingDeclined } from './decline-doing.js';
export { declineDriving, drivingDeclined } from './decline-driving.js';
export { doingAsked, doNow } from './do-now.js';
export { explore, explored } from './explore.js';
export { driverNamed, nameDriver } from './name-driver.js';
export { postpone, postponed } from './postpone.js';
export { done, reportDone } from './report-done.js';
