import { countAnew } from '../app/figures/count-ideas.js';
import { createServices } from '../create-services.js';
import { newIdempotencyKey } from '../domain/ids.js';
import { failWith, openRuntime, t } from './command-line.js';

const usage = 'Write npm run figures -- rebuild to count everything in the overview anew, from all ideas.';

/**
 * `npm run figures -- rebuild`: counts all ideas from the beginning. The bot reads what it had until that is done, and goes on
 * from it by itself: nothing has to be stopped.
 */
async function main(): Promise<void> {
  const [asked, ...rest] = process.argv.slice(2);
  if (asked !== 'rebuild' || rest.length > 0) return failWith(usage);
  const runtime = await openRuntime();
  if (!runtime) return;
  const { app } = createServices(runtime);
  if (!app.settings().measuring)
    return failWith('Nothing is counted: the organisation file has no "measuring", which says that it is negotiated.');
  const me = newIdempotencyKey(app.random);
  // The instance that counts just now notices, and goes on from what is counted here.
  await app.figureState.claim(me, app.now(), true);
  const unread = (id: string) => t(`${id} cannot be counted: look at its rows.`);
  const count = await countAnew(app, { me, unread });
  await app.figureState.release(me);
  if (count === undefined) return failWith('Another instance counts by now: try again in a minute.');
  t(`${count} ideas counted.`);
}

void main();
