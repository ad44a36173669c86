import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds on a page by these rules, each with what is asked for. */
export async function violationsOn(page: Page, rules: readonly string[]): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    async (values) => {
      const { axe: run } = globalThis as unknown as {
        axe: { run(where: object, how: object): Promise<{ violations: { id: string; help: string }[] }> };
      };
      const options = { runOnly: { type: 'tag', values } };
      const whole = (globalThis as unknown as { document: object }).document;
      return (await run.run(whole, options)).violations.map(({ id, help }) => `${id}: ${help}`);
    },
    [...rules],
  );
}
