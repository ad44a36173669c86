import type { Browser, Page } from 'playwright-core';
import { wcag } from '../../../dev/gallery/card-stage.js';
import type { NeighbourRecord } from '../../../src/app/archive/neighbour-record.js';
import { delegatedPage } from '../../../src/cards/archive/delegated.js';
import { neighbourHtml } from '../../../src/cards/archive/neighbour-html.js';
import { recordHtml } from '../../../src/cards/archive/record-html.js';
import { awardForms } from '../../../src/cards/award/nominations.js';
import type { CardContext } from '../../../src/cards/card-context.js';
import { howItBecame } from '../../../src/cards/telling/how-it-became.js';
import { lessonsBooklet } from '../../../src/cards/telling/lessons.js';
import { printed } from '../../../src/cards/telling/printed.js';
import { boardsOf } from '../../../src/domain/archive/board.js';
import { decisionPeriods } from '../../../src/domain/archive/decision-periods.js';
import type { Nomination } from '../../../src/domain/award/nomination.js';
import { languageCodes } from '../../../src/domain/languages.js';
import { violationsOn } from '../../../testing/processes/axe.js';
import { launchBrowser } from '../../../testing/processes/browser.js';
import { recordAfter } from '../../../testing/samples/archive/records.js';
import { contextFor } from '../../../testing/samples/card-context.js';
import {
  challengeAfter,
  owner,
  propose,
  publisher,
  takesDown,
} from '../../../testing/samples/challenge/challenge-story.js';
import * as story from '../../../testing/samples/idea/story.js';
import { namer, naming, obstacleAfter } from '../../../testing/samples/obstacle/obstacle-story.js';
import { hostile } from '../../../testing/samples/text/words.js';
import { adder, adds, undertakingAfter } from '../../../testing/samples/undertaking/undertaking-story.js';

// Every page that the product makes: somebody who adds one adds it here.

const PATIENCE = 120_000;
const at = '2026-11-21T12:00:00.000Z';

const granted: story.Step[] = [...story.standings.askedForMoney, [story.funder, story.grant()]];
const ended: story.Step[] = [
  [story.submitter, story.submit({}, { solution: hostile })],
  [story.leader, story.close({ reason: hostile, lesson: 'Fråga tidigare.' })],
];
const idea = (steps: readonly story.Step[]) => story.given(...steps).idea;
const beside = { at, names: new Map([['pLEADER', { name: 'Ledare', left: false }]]), ideas: ['K7M4QX'] };
const { challenge, events } = challengeAfter(
  [publisher, propose({ owner: 'pLEADER' })],
  [{ ...owner, ref: 'pLEADER' }, takesDown({ organisation: '<b>Föreningen</b>', proposal: hostile })],
);
const obstacle = obstacleAfter([namer, naming(hostile.slice(0, 120))]);
const undertaking = undertakingAfter([adder, adds()]);
const neighbours = [
  { ...beside, kind: 'challenge', record: challenge, events },
  { ...beside, kind: 'obstacle', record: obstacle.obstacle, events: obstacle.events, ideas: [] },
  { ...beside, kind: 'undertaking', record: undertaking.undertaking, events: undertaking.events, ideas: [] },
] satisfies NeighbourRecord[];

function delegated(context: CardContext): string {
  const periods = decisionPeriods('2026-11-21');
  const [period = { name: '2026-11', from: '2026-11-01', to: '2026-11-31' }] = periods;
  const boards = boardsOf(context.directory).slice(0, 2);
  const { idea: of, events: all } = story.given(...granted);
  const event = all.at(-1);
  if (!event) throw new Error('A story begins with a step');
  const { seq, day, type } = event;
  const decision = { id: of.id, seq, part: 'money', day, type, department: of.department, idea: of, event } as const;
  return delegatedPage(
    context,
    {
      ...{ period, periods, names: new Map(), page: 0, more: false, isCut: false, decisions: [decision] },
      boards: boards.map((board) => ({ board, count: 1, amount: 40_000, hours: 0 })),
    },
    at,
  );
}

const reader = { ref: '', roles: new Set<never>() };
const nomination: Nomination = {
  ...{ idea: 'K7M4QX', name: 'NOMINATED', by: 'pLEADER', asked: 'pSUBMITTER', class: 'new', why: hostile },
  ...{ on: '2026-11-20', until: '2026-12-04' },
};

const pages: Readonly<Record<string, (context: CardContext) => string>> = {
  'the record of an idea': (context) => recordHtml(context, recordAfter('whole', granted)),
  ...Object.fromEntries(
    neighbours.map((one) => [
      `the record of what stands beside, ${one.kind}`,
      (context) => neighbourHtml(context, one),
    ]),
  ),
  'decisions by delegation': delegated,
  'how an idea became': (context) =>
    printed(context, howItBecame(context, { idea: idea(ended), reader, names: new Map() })),
  'the lessons of a year': (context) => lessonsBooklet(context, { year: 2026, ideas: [idea(ended)], more: true }),
  'the forms of an award': (context) =>
    awardForms(context, {
      year: '2026',
      other: '2025',
      page: 0,
      more: false,
      all: [{ nomination, idea: idea(ended) }],
    }),
};

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
}, PATIENCE);
afterAll(() => browser?.close());

const violations = (): Promise<string[]> => violationsOn(page, [...wcag, 'best-practice']);

test.each(Object.keys(pages).flatMap((name) => languageCodes.map((language) => [name, language] as const)))(
  'everybody can read %s, %s: axe-core finds nothing, and it is no wider than a phone',
  async (name, language) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.setContent(pages[name]?.(contextFor(language)) ?? '');
    expect(await violations()).toEqual([]);
    expect(await page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth)).toBeLessThanOrEqual(0);
    expect(await page.locator('html').getAttribute('lang')).toMatch(new RegExp(`^${language}`));
  },
  PATIENCE,
);
