import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const inPage = readFileSync(join(import.meta.dirname, 'in-page.js'), 'utf8');

/** Asks the page with one of the measures of `in-page.js`, such as `overflow()`. */
export async function measure<T>(page: Page, call: string): Promise<T> {
  await page.evaluate(inPage);
  return page.evaluate<T>(`measures.${call}`);
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What breaks WCAG 2.2 A or AA on the page as it is shown, each as rule and element. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const options = {
    runOnly: { type: 'tag', values: wcag },
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  };
  const found = await page.evaluate<AxeResults['violations']>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

/**
 * Texts that cannot be read in the picture a person sees, whatever colours the style asks for. The edges of letters are
 * blurred, so less contrast is asked for than of the colours themselves.
 */
export async function faintTexts(page: Page, least = 3): Promise<readonly string[]> {
  const texts = await measure<object[]>(page, 'texts()');
  const picture = (await page.screenshot({ fullPage: true })).toString('base64');
  const elsewhere = await page.context().newPage();
  const found = await measure<string[]>(elsewhere, `faint(${JSON.stringify(texts)}, '${picture}', ${least})`);
  await elsewhere.close();
  return found;
}

const folder = process.env['SCREENSHOTS'];

/** With `SCREENSHOTS=folder` in the environment, leaves a picture of the whole page there. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  // A window as high as the page: what sticks to the window's edges covers nothing.
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 };
  const whole = await page.evaluate<number>('document.documentElement.scrollHeight');
  await page.setViewportSize({ width, height: Math.max(height, whole) });
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.setViewportSize({ width, height });
}
