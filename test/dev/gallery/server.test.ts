import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Gallery, startGallery } from '../../../dev/gallery/server';
import { launchBrowser } from '../../../testing/processes/browser';

/** A busy machine takes its time; a timing is no test. */
const PATIENCE = 300_000;

let gallery: Gallery;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  gallery = await startGallery(0);
  browser = await launchBrowser();
  page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE / 2);
}, PATIENCE);

afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

const state = () => page.locator('#state');
const settled = () =>
  state()
    .filter({ hasText: /^(\d+) of \1 checked/ })
    .waitFor();

test(
  'shows a card with what can be said of it',
  async () => {
    await page.goto(`${gallery.address}/#card=welcome`);
    await settled();
    expect(await state().textContent()).toMatch(/^1 of 1 checked, 0 findings$/);
    const welcome = page.locator('article', { hasText: 'welcome · sv · typical' });
    expect(await welcome.locator('.size').textContent()).toMatch(/^\d+ bytes$/);
    expect(await welcome.locator('.summary').textContent()).toMatch(/^Välkommen till Idélotsen/);
    expect(await welcome.locator('.data').textContent()).toContain('"municipality": "Söderhamra kommun"');
    expect(await welcome.locator('.teams').evaluate((frame) => frame.getBoundingClientRect().width)).toBe(360);
  },
  PATIENCE,
);

test(
  'shows what the filters ask for, and keeps it in the address',
  async () => {
    await page.getByLabel('Card').selectOption('week');
    await page.getByLabel('Theme').selectOption('both');
    await page.getByLabel('Sample').selectOption('all');
    await page.locator('h2', { hasText: 'week · sv · hostile' }).waitFor();
    await settled();
    expect(await page.locator('article').count()).toBe(4);
    expect(await page.locator('article .teams.dark').count()).toBe(4);
    expect(page.url()).toContain('card=week');
  },
  PATIENCE,
);

test(
  'draws again when a card is saved',
  async () => {
    const before = await page.locator('article').first().elementHandle();
    const now = new Date();
    await utimes(join(__dirname, '../../../cards/digest/week.json'), now, now);
    await before?.waitForElementState('hidden');
    await page.locator('h2', { hasText: 'week · sv · typical' }).waitFor();
  },
  PATIENCE,
);

test('is no place for anything else', async () => {
  const answer = await fetch(`${gallery.address}/../package.json`);
  expect(answer.status).toBe(404);
});
