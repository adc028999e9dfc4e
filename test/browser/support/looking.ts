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

/** What is written for programs: codes, ids, digits of dates, what a script says of nothing. */
const codes = [
  /\b[A-Z]+(?:_[A-Z]+)+\b/u,
  /(?<![\p{L}\d-])[a-z]{2,}(?:-[a-z]{2,})+(?![\p{L}\d-])/u,
  /\b(?:pe|bo)-\d{6}-[\w-]+/u,
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/u,
  /\b20\d\d-[01]\d-[0-3]\d/u,
  /\b(?:undefined|null|NaN|true|false)\b|\[object/u,
  /(?<![\p{L}\d+/=])(?:[a-z]+|[A-Z][a-z]+)[A-Z][A-Za-z]+(?![\p{L}\d+/=])/u,
];

/** Codes people gave here themselves, of a place, a service, what a plan counts, and one that is an example. */
const given = new Set(['sala-municipal', 'POLICE_PROTECTION', 'schools-with-plan', 'pe-150112-cem']);

/** What a page says in the words of a program where a person reads it. */
export async function codesIn(page: Page): Promise<readonly string[]> {
  const said = await measure<string[]>(page, 'said()');
  return said.flatMap((text) => codes.flatMap((code) => code.exec(text)?.[0] ?? [])).filter((code) => !given.has(code));
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
  await page.screenshot({ path: join(folder, `${name}.png`), timeout: 60_000 });
  await page.setViewportSize({ width, height });
}
