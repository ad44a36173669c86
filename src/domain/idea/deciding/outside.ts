import type { Idea } from '../idea.js';
import { isReady } from '../needs.js';
import { stages } from '../stages.js';
import { waitsForChecks, waitsForTicks } from './checks.js';
import { isHandedIn } from './decided-on.js';

/**
 * What can be decided outside and noted here: where nobody who may decide is left, or where the money has no delegation in
 * the organisation file. Each is a command of its own when it is decided here, and leads to the same.
 */
export const outsideDecisions = [
  'explore',
  'nameDriver',
  'approvePlan',
  'sendBack',
  'useHere',
  'nameOwner',
  'close',
  'grant',
  'declineMoney',
] as const;
export type OutsideDecision = (typeof outsideDecisions)[number];

/** The decisions that an idea may need as it stands, so that it never gets stuck; none where nobody has to decide. */
export function openOutside(idea: Idea): OutsideDecision[] {
  const { stage, waiting, driver } = idea;
  if (!stages[stage].open) return [];
  if (waiting?.for === 'funder') return waitsForChecks(idea) ? ['declineMoney'] : ['grant', 'declineMoney'];
  const accepted = driver?.accepted === true;
  const open: Record<OutsideDecision, boolean> = {
    explore: stage === 'submitted',
    approvePlan: stage === 'planning' && accepted && isReady(idea) && !waitsForTicks(idea),
    useHere: stage === 'piloting' && isReady(idea),
    sendBack: accepted && isHandedIn(idea),
    nameDriver: stage === 'exploring' || stage === 'planning' || stage === 'piloting',
    nameOwner: stage === 'scaling',
    close: true,
    grant: false,
    declineMoney: false,
  };
  return (Object.keys(open) as OutsideDecision[]).filter((decision) => open[decision]);
}

/** Those of them that name somebody to do the work. */
export const namesSomebody = (decision: OutsideDecision): boolean =>
  decision === 'explore' || decision === 'nameDriver' || decision === 'nameOwner';
