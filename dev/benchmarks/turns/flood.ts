import { Agent, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { against, type Figure } from '../figure';
import { Stand } from '../processes/stand';
import type { Setting } from '../setting';
import { acts, type BenchmarkTown, openTown } from './town';

/** Messages a second from the one who floods: many times what a hand can send, and what a program easily does. */
const FLOOD = 100;
/** Turns of each of the others in one round. */
const TURNS = 3;
/** Ideas of all the others together, so that there is something on their lists. */
const IDEAS = 8;
/** Milliseconds in which the flood has used up what one person may ask. */
const BEGINS_WITHIN_MS = 1_500;
/** The bot must not hold back those who are measured: a round takes more of what they may ask than comes back meanwhile. */
const MOST_FLOODS = 10;

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
  const { activity } = await flooder.says('mina idéer');
  const message = JSON.stringify(activity);
  for (let n = 0; n < IDEAS; n++) await acts.submit(town, n);
  await millisecondsOfOthers(town);

  const times = { calm: [] as number[], flood: [] as number[] };
  for (let round = 0; round < Math.min(rounds, MOST_FLOODS); round++) {
    for (const kind of round % 2 === 0 ? (['calm', 'flood'] as const) : (['flood', 'calm'] as const)) {
      const flood = kind === 'flood' ? floodFrom({ url, message }) : undefined;
      // Before both: a bot that has just been busy answers quicker than one that has rested.
      await setTimeout(BEGINS_WITHIN_MS);
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
async function millisecondsOfOthers(town: BenchmarkTown): Promise<number> {
  const turns = town.employees.length * TURNS;
  const begun = performance.now();
  for (let n = 0; n < turns; n++) {
    const { status, card } = await acts.mine(town, n);
    if (status !== 200 || !card) throw new Error('One who does not flood was held back');
  }
  return (performance.now() - begun) / turns;
}

/** The same message at a steady pace until it ends, whether or not it is answered; sending costs as little here as it can. */
function floodFrom({ url, message }: Flood): { ends(): Promise<void> } {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const options = { agent, method: 'POST', headers: { 'content-type': 'application/json' } };
  const sent: Promise<void>[] = [];
  const send = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const one = request(url, options, (response) => response.resume().on('end', resolve));
      one.on('error', reject).end(message);
    });
  const timer = setInterval(() => sent.push(send()), 1000 / FLOOD);
  return {
    async ends() {
      clearInterval(timer);
      await Promise.all(sent);
      agent.destroy();
    },
  };
}

interface Flood {
  url: string;
  /** An activity as Teams sends it. */
  message: string;
}
