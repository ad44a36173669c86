/**
 * The bot as `main` puts it together, in a process of its own that can be killed: `simulated-bot.ts CONNECTION_STRING PREFIX
 * NOW`. Its clock is what whoever has started it says, and what is owed to others goes out when they ask for it.
 */
import { randomBytes } from 'node:crypto';
import { countAnew } from '../../src/app/figures/count-ideas';
import { createSearchIndex } from '../../src/app/search-index/create-search-index';
import type { RuntimeOptions } from '../../src/create-services';
import { EVERYWHERE } from '../../src/domain/figures/sums';
import { newIdempotencyKey } from '../../src/domain/ids';
import type { Instant } from '../../src/domain/time';
import { openStorage } from '../../src/store/storage';
import { exampleOrganisation } from '../../testing/samples/organisation/example-organisation';
import { begin, delivers, openNow } from '../../testing/scenes/running/whole-bot';
import type { BotAnswer, BotQuestion, Standing } from './messages';

/** Nothing is in the log before it, and nothing after. */
const [FIRST, LAST] = ['2000-01', '2999-12'] as const;
/** So many ideas are read at a time. */
const PAGE = 500;

async function main([connectionString = '', prefix = '', started = '']: readonly string[]): Promise<void> {
  const storage = openStorage({ connectionString, prefix });
  await storage.prepare();
  const errors: string[] = [];
  let time: Instant = started;
  const now = () => time;
  const organisation = exampleOrganisation();
  const runtime: RuntimeOptions = {
    identity: { kind: 'none' },
    pace: { burst: Number.POSITIVE_INFINITY, perSecond: 1 },
    organisation: () => organisation,
    searchIndex: createSearchIndex,
    storage,
    now,
    random: (size) => randomBytes(size),
    log: {
      info() {},
      warn() {},
      error: (what, message) => errors.push(`${message}: ${String((what as { err?: unknown }).err ?? '')}`),
    },
  };
  const bot = await begin(runtime);
  bot.indexing.start();
  const { app, follower } = bot;

  async function standing(): Promise<Standing> {
    const me = newIdempotencyKey(app.random);
    await app.figureState.claim(me, now(), true);
    await countAnew(app, { me });
    await app.figureState.release(me);
    const reading = await app.figureState.read();
    const sums = reading ? await app.figures.sums(reading.counting, FIRST, LAST, [EVERYWHERE]) : [];
    const figures: Record<string, number> = {};
    for (const month of sums) {
      for (const [name, { cases }] of Object.entries(month.sums)) figures[name] = (figures[name] ?? 0) + cases;
    }
    const stages: Record<string, string> = {};
    let after: string | undefined;
    do {
      const page = await app.ideas.page(after, PAGE);
      for (const { id, stage } of page.ideas) stages[id] = stage;
      after = page.last;
    } while (after !== undefined);
    return { figures, stages };
  }

  const answers: { readonly [A in BotQuestion['ask']]: () => Promise<unknown> } = {
    time: async () => undefined,
    tick: async () => {
      await delivers(bot, storage, now);
      await follower.look();
    },
    owed: async () => (await openNow(storage, now)).length + (await bot.delivery.outbox.list(100)).length,
    errors: async () => errors.splice(0),
    standing,
  };
  const tell = (told: BotAnswer) => process.send?.(told);
  process.on('message', ({ id, ask, now: at }: BotQuestion) => {
    time = at;
    answers[ask]().then(
      (value) => tell({ id, value }),
      (error: unknown) => tell({ id, failed: String(error instanceof Error ? error.stack : error) }),
    );
  });
  // Whoever has started it is gone.
  process.on('disconnect', () => process.exit(1));
  tell({ id: 0, value: bot.url });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
