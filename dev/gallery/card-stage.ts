import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../src/domain/languages';
import { firstLanguage, languages } from '../../src/domain/languages';
import { launchBrowser } from '../../testing/processes/browser';
import { hostConfigs, type Theme } from './host-config';

const PAGE = join(__dirname, 'page');
const scripts = [
  require.resolve('adaptivecards/dist/adaptivecards.min.js'),
  require.resolve('axe-core/axe.min.js'),
  join(PAGE, 'draw-card.js'),
  join(PAGE, 'measure-card.js'),
  join(PAGE, 'check-card.js'),
];

/** WCAG 2.1, levels A and AA: what EN 301 549 asks of the web. Microsoft's buttons around the cards are not ours. */
export const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** How a card is looked at. `width` in pixels: 360 is the narrowest phone, 640 about a chat on a computer. */
export interface Look {
  language: Language;
  theme: Theme;
  width: Width;
}
export const widths = [360, 640] as const;
export type Width = (typeof widths)[number];

/** A browser page on which one card at a time is drawn as Teams draws it. */
export interface CardStage {
  /** Draws the card in place of the one before. */
  show(card: object, look: Look): Promise<void>;
  /** What is wrong with the card as drawn, a sentence each: axe-core's violations, what is cut, a mixed-up tab order. */
  findings(): Promise<string[]>;
  /** The part of it that differs between themes: text too pale for what is behind it. */
  paleTexts(): Promise<string[]>;
  /** How high the card is, in pixels. */
  height(): Promise<number>;
  /** How far down the first of its buttons end, row upon row, in pixels; 0 where it has none. */
  buttonsEnd(): Promise<number>;
  /** The card, and nothing around it, as PNG. */
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}

/** What the scripts of dev/gallery/page put into the page. */
interface InPage {
  showCard(card: object, look: object): void;
  checkCard(rules: readonly string[]): Promise<string[]>;
  axeFindingsOfCard(rules: readonly string[]): Promise<string[]>;
}

export async function openCardStage(): Promise<CardStage> {
  const browser = await launchBrowser();
  const page = await newPage(browser);
  return {
    // As one text: Playwright takes an object apart, node by node, which takes it longer than the page to draw the card.
    show: (card, { language, theme, width }) =>
      page.evaluate(
        (shown) => (globalThis as unknown as InPage).showCard(...(JSON.parse(shown) as [object, object])),
        JSON.stringify([card, { hostConfig: hostConfigs[theme], language, theme, width }]),
      ),
    findings: () => page.evaluate((rules) => (globalThis as unknown as InPage).checkCard(rules), wcag),
    paleTexts: () => page.evaluate(() => (globalThis as unknown as InPage).axeFindingsOfCard(['color-contrast'])),
    height: async () =>
      Math.ceil(await page.locator('.teams').evaluate((frame) => frame.getBoundingClientRect().height)),
    buttonsEnd: async () =>
      Math.ceil(
        await page.locator('.teams').evaluate((frame) => {
          const { top } = frame.getBoundingClientRect();
          let last = frame.querySelector('.ac-actionSet');
          // Their rows stand right below each other; after other words come other buttons.
          for (let next = last?.nextElementSibling; next; next = next.nextElementSibling) {
            if (next.matches('.ac-actionSet')) last = next;
            else if (next.textContent?.trim()) break;
          }
          return last ? last.getBoundingClientRect().bottom - top : 0;
        }),
      ),
    picture: () => page.locator('.teams').screenshot({ animations: 'disabled' }),
    close: () => browser.close(),
  };
}

async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 720, height: 1000 },
    locale: languages[firstLanguage].locale,
  });
  await page.setContent(`<!doctype html><html lang="${firstLanguage}"><title>Idélotsen</title><body></body></html>`);
  await page.addStyleTag({ path: join(PAGE, 'teams.css') });
  for (const path of scripts) await page.addScriptTag({ content: readFileSync(path, 'utf8') });
  return page;
}
