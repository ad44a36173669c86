import type { Browser, Page } from 'playwright-core';
import { wcag } from '../../../dev/gallery/card-stage.js';
import { recordHtml } from '../../../src/cards/archive/record-html.js';
import { languageCodes } from '../../../src/domain/languages.js';
import { violationsOn } from '../../../testing/processes/axe.js';
import { launchBrowser } from '../../../testing/processes/browser.js';
import { recordAfter } from '../../../testing/samples/archive/records.js';
import { contextFor } from '../../../testing/samples/card-context.js';
import * as story from '../../../testing/samples/idea/story.js';
import { hostile, longWord } from '../../../testing/samples/text/words.js';

/** A busy machine takes its time; a timing is no test. */
const PATIENCE = 120_000;

let browser: Browser;
let page: Page;
const asked: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  page.on('request', (request) => asked.push(request.url()));
}, PATIENCE);

afterAll(() => browser?.close());

/** All that can stand in a record: a test with money, hidden words, pictures, and words of every kind. */
const long: story.Step[] = [
  [story.submitter, story.submit({}, { solution: `Låna ut.\n\n${hostile}`, evidence: longWord(200) })],
  [story.submitter, story.addPicture()],
  [story.stranger, story.report('Står det ett namn?')],
  ...story.standings.askedForMoney.slice(1),
  [story.funder, story.grant()],
];

const violations = (): Promise<string[]> => violationsOn(page, [...wcag, 'best-practice']);

test.each(languageCodes)(
  'everybody can read the page of a record, %s: axe-core finds nothing',
  async (language) => {
    await page.setContent(recordHtml(contextFor(language), recordAfter('whole', long)));
    expect(await violations()).toEqual([]);
    expect(await page.title()).toContain('K7M4QX');
    expect(await page.locator('html').getAttribute('lang')).toMatch(new RegExp(`^${language}`));
  },
  PATIENCE,
);

test(
  'it is no wider than a phone, nor than paper',
  async () => {
    await page.setContent(recordHtml(contextFor(), recordAfter('masked', long)));
    const overflow = () => page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
    await page.setViewportSize({ width: 360, height: 640 });
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 660, height: 900 });
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.emulateMedia({ media: 'screen' });
  },
  PATIENCE,
);

test(
  'it prints, asks nothing of any other place, and its words are words',
  async () => {
    await page.setContent(recordHtml(contextFor(), recordAfter('whole', long)));
    const pdf = await page.pdf({ format: 'A4', tagged: true });
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    const text = (await page.locator('main').textContent()) ?? '';
    for (const line of hostile.split('\n')) expect(text).toContain(line.trim());
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
  },
  PATIENCE,
);
