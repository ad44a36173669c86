import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCalendar, openDay } from '../../src/domain/organisation/calendar/calendar';
import { calendarSchema } from '../../src/domain/organisation/calendar/calendar-schema';
import { addDays, dayOf } from '../../src/domain/time';
import { killAllBots } from '../../testing/processes/bot-process';
import { Deployment } from '../../testing/processes/deployment';
import { choosesMore } from '../../testing/scenes/everyday';

const DAY = 86_400_000;
const MOVED = join(__dirname, 'moved-clock.cjs');

describe('a bot on a machine whose clock is wrong', () => {
  let town: Deployment;
  const file = join(mkdtempSync(join(tmpdir(), 'idelotsen-clock-')), 'off');
  const clockIsOff = (milliseconds: number) => writeFileSync(file, String(milliseconds));
  const start = () => town.start({ NODE_OPTIONS: `--require ${MOVED}`, CLOCK_OFF_FILE: file });
  beforeAll(async () => {
    town = await Deployment.open();
  });
  afterAll(async () => {
    await killAllBots();
    await town?.close();
  });

  const ideas = async () =>
    (await town.rows('Ideas')).filter(({ rowKey }) => rowKey?.startsWith('record|')).map((row) => JSON.stringify(row));
  /** When what has happened to the ideas happened, as the log's keys have it. */
  const times = async () => (await town.keys('Ideas', 'log|')).map((key) => Number(key.split('|')[1]));

  it('dates what is submitted and decided by storage’s clock, also when its own jumps in between, and says that it is not ready', async () => {
    clockIsOff(40 * DAY);
    const bot = await start();
    const before = Date.now();
    await town.arrive();
    await town.submits('Cykelpool');
    expect((await fetch(`${await bot.url()}/readyz`)).status).toBe(503);
    const today = dayOf(new Date().toISOString(), 'Europe/Stockholm');
    const answerDay = openDay(addDays(today, 14), createCalendar(calendarSchema.parse({})));
    expect((await ideas()).join()).toContain(answerDay);

    clockIsOff(-3 * DAY);
    await town.leader.waitsFor('Cykelpool', { within: 60_000 });
    const id = /record\|([0-9A-Z]{6})/.exec((await ideas()).join())?.[1] ?? '';
    await choosesMore(town.leader, id, 'Avsluta', { reason: 'Vi har redan en pool.' });
    const dates = await times();
    expect(dates.length).toBeGreaterThanOrEqual(2);
    for (const at of dates) {
      expect(at).toBeGreaterThan(before - 3_000);
      expect(at).toBeLessThan(Date.now() + 3_000);
    }
    expect(bot.said).toContain("The machine's clock differs from storage's, whose time is used");

    clockIsOff(0);
    await town.submits('Lånecyklar');
    expect((await fetch(`${await bot.url()}/readyz`)).status).toBe(200);
    await bot.stop();
  });
});
