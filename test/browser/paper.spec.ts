import { browser } from './support/chromium.js';
import { faintTexts, measure, picture } from './support/looking.js';
import { places } from './support/places.js';
import { laptop } from './support/stage.js';

const printed = ['case', 'referral-to-answer', 'board-month'];

/** What an A4 page leaves between its margins, in pixels. */
const sheet = { width: 673, height: 980 };

browser('On paper and in forced colours', (stage) => {
  it.each(printed)('the page %s prints without what only a screen can use, and can be read in grey', async (name) => {
    const place = places(stage()).find((each) => each.name === name);
    const { page, context } = await stage().visit(place?.actor, { viewport: sheet });
    await page.emulateMedia({ media: 'print' });
    await page.goto(place?.path ?? '');
    await picture(page, `${name}-print`);
    expect(await page.locator('nav, .top, form, button, .button, .back').filter({ visible: true }).count()).toBe(0);
    expect(await measure<number>(page, 'overflow()')).toBeLessThanOrEqual(0);
    // Browsers leave backgrounds out of what they print; contrast is of lightness, and so holds in grey.
    await measure(page, 'withoutBackgrounds()');
    expect(await faintTexts(page)).toEqual([]);
    await context.close();
  });

  it('can be read in the colours a system forces, pictures too', async () => {
    const { page, context } = await stage().visit(undefined, {
      viewport: laptop,
      forcedColors: 'active',
      colorScheme: 'dark',
    });
    const found: string[] = [];
    for (const { name, actor = '', path } of places(stage()).filter((each) => printed.includes(each.name))) {
      await context.addCookies([{ name: 'actor', value: actor, url: stage().origin }]);
      await page.goto(path);
      await picture(page, `${name}-forced`);
      found.push(...(await faintTexts(page)).map((text) => `${name}: ${text}`));
    }
    expect(found).toEqual([]);
    await context.close();
  });
});
