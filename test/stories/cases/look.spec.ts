import { at, Caller, newCase } from '../../acceptance/house.js';
import { browser } from '../../browser/support/chromium.js';
import { measure, picture, violations } from '../../browser/support/looking.js';
import { coordinator, laptop, phone } from '../../browser/support/stage.js';

const path = '/casos/personas';

browser('The page of records of two institutions in a browser', (stage) => {
  beforeAll(async () => {
    const identity = { name: 'Sabina Ccorimanya Puma', documentId: '72222222', birthYear: 1991 };
    for (const who of [at.police, at.cem]) {
      await new Caller(stage().house.app, who).post('/api/cases', { ...newCase, identity });
    }
  });

  it.each([phone, laptop])(
    'can be used by everybody, $width pixels wide',
    async (viewport) => {
      const { page, context } = await stage().visit(coordinator, { viewport, hasTouch: viewport === phone });
      // Who looks alike is found a moment after it was written down.
      for (let tries = 0; tries < 100; tries += 1) {
        await page.goto(path);
        if ((await page.locator('section.notice').count()) > 0) break;
      }
      expect(await page.locator('section.notice').count()).toBeGreaterThan(0);
      await picture(page, `pairs-${viewport.width}`);
      expect(await violations(page)).toEqual([]);
      expect(await measure<string[]>(page, 'smallTargets(44)')).toEqual([]);
      expect(await measure<string[]>(page, 'collisions()')).toEqual([]);
      expect(await measure<number>(page, 'overflow()')).toBeLessThanOrEqual(0);
      await context.close();
    },
    60_000,
  );
});
