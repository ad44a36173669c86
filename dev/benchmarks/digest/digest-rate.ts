import { join } from 'node:path';
import { counted, type Figure } from '../figure';
import { WORKPLACE } from '../processes/places';
import type { Setting } from '../setting';
import { runDigest } from './run';

/** Messages a second that the deployment is set to, and recipients: the largest city's managers when all rounds are run. */
export const RATE = 150;
const RECIPIENTS_A_ROUND = 750;
const MOST_ROUNDS = 12;

/** A week's digest, planned by the clock and sent by one instance at a set rate. */
export async function timeDigest({
  rounds,
}: Setting): Promise<Record<'rate' | 'busiest' | 'unserved' | 'growth', Figure>> {
  const recipients = Math.min(rounds, MOST_ROUNDS) * RECIPIENTS_A_ROUND;
  const found = await runDigest({ instances: 1, recipients, rate: RATE }, join(WORKPLACE, 'digest-rate'));
  const { ofRate, busiest, without, twice, seconds, memory } = found;
  return {
    rate: counted(ofRate, `${recipients} recipients in ${Math.round(seconds)} s`),
    busiest: counted(busiest),
    unserved: counted(without + twice),
    growth: counted(memory.after / memory.before, `${Math.round(memory.before)} → ${Math.round(memory.after)} MB`),
  };
}
