/**
 * `start-bot.ts quiet|guarded|bare`: one of the bots, in a process of its own; `guarded` is the quiet one with its limit for each person. Prints the port where it listens. The variables
 * are the bot's own, with BENCH_ANSWERS for a file of the cards that the bare one answers with.
 */
import { readFileSync } from 'node:fs';
import type { RunningBot } from './running-bot';

async function main(): Promise<void> {
  const { AZURE_STORAGE_CONNECTION_STRING: connectionString, BENCH_ANSWERS: answers, PORT = '0' } = process.env;
  const port = Number(PORT);
  let bot: RunningBot;
  const [, , name] = process.argv;
  if (name === 'quiet' || name === 'guarded') {
    if (!connectionString) throw new Error('AZURE_STORAGE_CONNECTION_STRING is not set');
    const [{ startQuietBot }, { usualPace }, { openStorage }] = await Promise.all([
      import('./quiet-bot.js'),
      import('../../../src/bot/turns/rate-limit.js'),
      import('../../../src/store/storage.js'),
    ]);
    bot = await startQuietBot(openStorage({ connectionString }), Date.now, name === 'guarded' ? usualPace : undefined);
  } else {
    const { startBareBot } = await import('./bare-bot.js');
    bot = await startBareBot({
      port,
      ...(connectionString && { connectionString }),
      ...(answers && { answers: JSON.parse(readFileSync(answers, 'utf8')) }),
    });
  }
  console.log(JSON.stringify({ port: bot.port }));
}

void main();
