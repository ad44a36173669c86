import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Demo, startDemo } from '../../dev/demo';
import { freePorts } from '../../dev/ports';
import { launchBrowser } from './browser';
import { type Chat, openPlayground } from './playground';

// The product's main job in the real client: three people in three windows, with storage, bot and queue running as
// `npm start` runs them. The pictures are left for whoever wants to see the run.
const pictures = join(__dirname, '../../test-results/main-job');
const picture = (chat: Chat, name: string) => chat.screenshot(join(pictures, `${name}.png`));

describe('an employee, an innovation leader and a manager in Microsoft 365 Agents Playground', () => {
  let dataDir: string;
  let demo: Demo;
  let browser: Browser;
  let employee: Chat;
  let leader: Chat;
  let manager: Chat;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'idelotsen-e2e-'));
    demo = await startDemo({ ports: await freePorts(), dataDir });
    browser = await launchBrowser();
    [employee, leader, manager] = [
      await openPlayground(browser, demo.windows.employee),
      await openPlayground(browser, demo.windows.leader),
      await openPlayground(browser, demo.windows.manager),
    ];
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }, 60_000);

  it('welcomes each of them once, with what is theirs', async () => {
    await employee.waitForText('Välkommen till Idélotsen');
    await leader.waitForText('Du får det här som innovationsledare för Vård och omsorg');
    await manager.waitForText('Du får det här som chef för Vård och omsorg');
    await employee.choose('Förvaltning eller bolag', 'Vård och omsorg');
    await employee.press('Välj');
    await employee.waitForText('Innovationsledare Vård');
    await picture(employee, '1-welcome');
    await picture(leader, '1-welcome-leader');
  }, 60_000);

  it('takes an idea from the employee, and says whom it waits for', async () => {
    await employee.say('idé');
    await employee.fill('Vad är problemet, och för vem?', 'Hemtjänstens personal väntar på bilar varje morgon.');
    await employee.fill('Ge idén ett namn', 'Delad cykelpool för hemtjänsten');
    await picture(employee, '2-form');
    await employee.press('Skicka idén');
    await employee.waitForLast('Tack! Din idé är inskickad.');
    await employee.waitForLast('Väntar på innovationsledarna för Vård och omsorg');
    await picture(employee, '3-receipt');
  }, 60_000);

  it('brings the whole idea to the leader, who explores it', async () => {
    await leader.waitForText('Delad cykelpool för hemtjänsten');
    await leader.waitForText('Hemtjänstens personal väntar på bilar varje morgon.');
    await picture(leader, '4-leader-card');
    await leader.press('Utforska idén');
    await leader.waitForLast('Du utforskar idén.');
    await picture(leader, '5-explored');
  }, 60_000);

  it('tells the employee who explores the idea', async () => {
    await employee.waitForText('Innovationsledare Vård utforskar din idé');
    await picture(employee, '6-status');
  }, 60_000);

  it('gives the manager the week', async () => {
    await manager.say('veckan');
    await manager.waitForLast('Veckan som gick');
    await manager.waitForLast('Delad cykelpool för hemtjänsten');
    await picture(manager, '7-week');
  }, 60_000);

  it('speaks English to somebody who wants it', async () => {
    await employee.say('settings');
    await employee.choose('Språk', 'English');
    await employee.press('Spara');
    await employee.waitForLast('Saved');
    await employee.say('my ideas');
    await employee.waitForLast('My ideas');
    await picture(employee, '8-my-ideas-english');
  }, 60_000);
});
