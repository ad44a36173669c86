import { countAnew } from './app/figures/count-ideas.js';
import { failWith, openRuntime, t } from './command-line.js';
import { createServices } from './create-services.js';

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
  const count = await countAnew(app);
  t(`${count ?? 0} ideas counted.`);
}

void main();
