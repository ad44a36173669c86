import { setTimeout } from 'node:timers/promises';
import type { Person } from '../../test/support/person';
import { against, type Figure } from './figure';
import type { Setting } from './setting';
import { Stand } from './stand';
import { acts, openTown, type Town } from './town';

/** Messages a second from the one who floods: many times what a hand can send, and what a program easily does. */
const FLOOD = 100;
/** Turns of each of the others in one round. */
const TURNS = 3;
/** Milliseconds in which the flood has used up what one person may ask. */
const BEGINS_WITHIN = 1_500;
/** A round is two times TURNS of everybody's burst; the bot must not hold back those who are measured. */
export const MOST_FLOODS = 6;

/**
 * Milliseconds in which others' turns are answered while one person floods the bot, against the same without a flood, in
 * turns. Fails when one of the others was held back, or the flood was not.
 */
export async function timeFlood({ rounds }: Setting): Promise<Record<'others', Figure>> {
  const stand = await Stand.open();
  const { url } = await stand.startBot('guarded');
  const town = await openTown(url);
  const flooder = town.teams.person({ name: 'Demo Översvämning', email: 'oversvamning@soderhamra.example' });
  await flooder.installs();
  await millisecondsOfOthers(town);

  const times = { calm: [] as number[], flood: [] as number[] };
  for (let round = 0; round < Math.min(rounds, MOST_FLOODS); round++) {
    for (const kind of round % 2 === 0 ? (['calm', 'flood'] as const) : (['flood', 'calm'] as const)) {
      const flood = kind === 'flood' ? floodFrom(flooder) : undefined;
      if (flood) await setTimeout(BEGINS_WITHIN);
      times[kind].push(await millisecondsOfOthers(town));
      await flood?.ends();
    }
  }
  const held = town.connector.sent(flooder.conversationId).filter(({ activity }) => activity.text);
  if (held.length === 0) throw new Error('The flood was never held back');
  await stand.close();
  await town.connector.stop();
  return { others: against(times.flood, times.calm, `${FLOOD} messages a second from one person`) };
}

/** The mean of several turns, one after the other: the lists of everybody but the one who floods. */
async function millisecondsOfOthers(town: Town): Promise<number> {
  const turns = town.employees.length * TURNS;
  const begun = performance.now();
  for (let n = 0; n < turns; n++) {
    const { status, card } = await acts.mine(town, n);
    if (status !== 200 || !card) throw new Error('One who does not flood was held back');
  }
  return (performance.now() - begun) / turns;
}

/** Messages at a steady pace until it ends, whether or not they are answered. */
function floodFrom(person: Person): { ends(): Promise<void> } {
  const sent: Promise<unknown>[] = [];
  const timer = setInterval(() => sent.push(person.says('mina idéer')), 1000 / FLOOD);
  return {
    async ends() {
      clearInterval(timer);
      await Promise.all(sent);
    },
  };
}
