import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Demo, startDemo } from '../../dev/demo/demo';
import { launchBrowser } from '../../testing/processes/browser';
import { type Chat, openPlayground } from '../../testing/processes/playground-window';
import { freePorts } from '../../testing/processes/ports';

// The main part of a challenge in the real client; how it closes and is told is in test/bot/handlers/challenge, where time passes.
const pictures = join(__dirname, '../../test-results/challenge');
const picture = (chat: Chat, name: string) => chat.screenshot(join(pictures, `${name}.png`));

describe('a challenge in Microsoft 365 Agents Playground', () => {
  let dataDir: string;
  let demo: Demo;
  let browser: Browser;
  let employee: Chat;
  let leader: Chat;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'idelotsen-e2e-'));
    demo = await startDemo({ ports: await freePorts(), dataDir });
    browser = await launchBrowser();
    [employee, leader] = [
      await openPlayground(browser, demo.windows.employee),
      await openPlayground(browser, demo.windows.leader),
    ];
    await employee.waitForText('Välkommen till Idélotsen');
    await employee.choose('Förvaltning eller bolag', 'Vård och omsorg');
    await employee.press('Välj');
    await employee.waitForText('Innovationsledare Vård');
    await leader.waitForText('Du får det här som innovationsledare för Vård och omsorg');
  });

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('is published by a leader, in one form', async () => {
    await leader.say('utmaningar');
    await leader.waitForLast('Just nu finns ingen utmaning.');
    await leader.press('Ny utmaning');
    await leader.fill('Vad är problemet, och för vem?', 'Maten kallnar på väg till dem som bor längst bort.');
    await leader.fill('Kort rubrik (frivilligt)', 'Varm mat hela vägen');
    await leader.tick('Tid på schemat');
    await picture(leader, '1-form');
    await leader.press('Publicera');
    await leader.waitForLast('Utmaningen är öppen.');
    await picture(leader, '2-published');
  });

  it('is found and answered by an employee, with an idea', async () => {
    await employee.say('utmaningar');
    await employee.waitForLast('Varm mat hela vägen');
    await picture(employee, '3-list');
    await employee.open('Varm mat hela vägen');
    await employee.waitForLast('Tid på schemat');
    await picture(employee, '4-card');
    await employee.press('Jag har en idé');
    await employee.waitForLast('Du svarar på utmaningen: Varm mat hela vägen');
    await employee.fill('Vad är problemet, och för vem?', 'Lådorna håller inte värmen i tre kvart.');
    await employee.fill('Ge idén ett namn', 'Värmelådor i bilen');
    await employee.press('Skicka idén');
    await employee.waitForLast('Tack! Din idé är inskickad.');
    await picture(employee, '5-answered');
  });

  it('shows its owner the answers', async () => {
    await leader.waitForText('Värmelådor i bilen');
    await leader.say('utmaningar');
    await leader.waitForLast('Svara nu');
    await leader.open('Varm mat hela vägen');
    await leader.waitForLast('Tid på schemat');
    await leader.press('Läs svaret');
    await leader.waitForLast('Svar på utmaningen');
    await leader.waitForLast('Värmelådor i bilen');
    await picture(leader, '6-answers');
  });
});
