import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Demo, startDemo } from '../../dev/demo/demo';
import { launchBrowser } from '../../testing/processes/browser';
import { type Chat, openPlayground } from '../../testing/processes/playground-window';
import { freePorts } from '../../testing/processes/ports';

/** The demo in a folder of its own, with a browser in which its windows open. */
export interface DemoInBrowser extends Demo {
  opens: (window: keyof Demo['windows']) => Promise<Chat>;
  close: () => Promise<void>;
}

/** What has been started when something fails is closed. */
export async function openDemo(): Promise<DemoInBrowser> {
  const dataDir = await mkdtemp(join(tmpdir(), 'idelotsen-e2e-'));
  let demo: Demo | undefined;
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await demo?.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const running = await startDemo({ ports: await freePorts(), dataDir });
    demo = running;
    const shown = await launchBrowser();
    browser = shown;
    return { ...running, opens: (window) => openPlayground(shown, running.windows[window]), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** An employee who says that they work in the leader's department, and the leader, each with their welcome. */
export async function openInCare({ opens }: DemoInBrowser): Promise<[employee: Chat, leader: Chat]> {
  const [employee, leader] = [await opens('employee'), await opens('leader')];
  await employee.waitForText('Välkommen till Idélotsen');
  await employee.choose('Förvaltning eller bolag', 'Vård och omsorg');
  await employee.press('Välj');
  await employee.waitForText('Innovationsledare Vård');
  await leader.waitForText('Du får det här som innovationsledare för Vård och omsorg');
  return [employee, leader];
}
