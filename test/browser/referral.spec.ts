import type { Locator, Page } from 'playwright-core';
import { at, Caller, told } from '../acceptance/house.js';
import { browser } from './support/chromium.js';
import { measure } from './support/looking.js';
import { checkCard } from './support/places.js';
import { laptop, written } from './support/stage.js';

const send = (page: Page): Locator => page.getByRole('button', { name: 'Enviar derivación' });
const agreed = (page: Page): Locator => page.getByLabel('Sí, de palabra', { exact: true });
const received = (page: Page): Promise<void> => page.getByText('recibida por el sistema').waitFor();

browser('A referral', (stage) => {
  it.each([
    ['', true],
    [' without a script', false],
  ])('is sent from the first page with four taps and no typing%s', async (_, javaScriptEnabled) => {
    const before = await stage().sent();
    const { page, context, problems } = await stage().visit(at.police, {
      hasTouch: true,
      isMobile: true,
      javaScriptEnabled,
    });
    await page.goto('/');
    await page.locator('.pair').first().getByRole('link', { name: 'Derivar' }).tap();
    await page.locator('main .rows a').first().tap();
    await page.getByText('Sí, de palabra', { exact: true }).tap();
    await send(page).tap();
    await received(page);
    expect(await stage().sent()).toBe(before + 1);
    expect(problems).toEqual([]);
    await context.close();
  });

  it.each([
    ['', true, 'recibida por el sistema'],
    [' without a script', false, /recibida por el sistema|ya se había enviado/],
  ])('is one for a double click%s', async (_, javaScriptEnabled, told) => {
    const before = await stage().sent();
    const { page, context } = await stage().visit(at.police, { javaScriptEnabled });
    await page.goto(checkCard(stage().caseId));
    await agreed(page).check();
    await send(page).dblclick();
    await page.getByText(told).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await stage().sent()).toBe(before + 1);
    await context.close();
  });

  it('is one for going back and sending again, and what was changed is not kept in silence', async () => {
    const before = await stage().sent();
    const { page, context } = await stage().visit(at.police);
    await page.goto(checkCard(stage().caseId));
    await agreed(page).check();
    await send(page).click();
    await received(page);
    await page.goBack();
    await agreed(page).check();
    await page.getByLabel('Nota (opcional)').fill('Otra nota');
    await send(page).click();
    await page.getByText('Esta derivación ya se había enviado. Lo que cambió después no se guardó.').waitFor();
    const id = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
    expect(
      told(await new Caller(stage().house.app, at.police).get(`/api/referrals/${id}`)).message?.note,
    ).toBeUndefined();
    expect(await stage().sent()).toBe(before + 1);
    await context.close();
  });

  it('loses no choice to a reload on any of its steps', async () => {
    const before = await stage().sent();
    const { page, context } = await stage().visit(at.police);
    await page.goto('/derivar');
    await page.reload();
    await page.locator('main .rows a').first().click();
    const asked = await page.locator('h1').textContent();
    await page.reload();
    expect(await page.locator('h1').textContent()).toBe(asked);
    await page.locator('main .rows a').first().click();
    const key = page.locator('[name=_key]');
    const first = await key.inputValue();
    await page.getByLabel('Prioritaria').check();
    await agreed(page).check();
    await page.reload();
    expect(await key.inputValue()).toBe(first);
    expect(await page.getByLabel('Prioritaria').isChecked()).toBe(true);
    expect(await agreed(page).isChecked()).toBe(true);
    await send(page).click();
    await received(page);
    await page.reload();
    expect(await stage().sent()).toBe(before + 1);
    await context.close();
  });

  it('is sent with the keyboard alone, and one always sees where one is', async () => {
    const before = await stage().sent();
    const { page, context } = await stage().visit(at.police);
    const hidden: string[] = [];
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press('Tab');
        const focus = await measure<{ name: string; faults: string[] }>(page, 'focus()');
        hidden.push(...focus.faults);
        if (name.test(focus.name)) return;
      }
      throw new Error(`no way with Tab to ${String(name)} at ${page.url()}`);
    };
    await page.goto('/');
    await tabTo(/^Nueva derivación$/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/derivar');
    await tabTo(/^26-/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/derivar?caso=*');
    await tabTo(/^CEM de prueba/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/derivar?**clave=*');
    await tabTo(/^Enviar derivación$/);
    await page.keyboard.press('Enter');
    // Nothing said about consent: what is wrong gets the focus, and leads to its question.
    await page.locator('.summary:focus').waitFor();
    await tabTo(/^Diga si la persona/);
    await page.keyboard.press('Enter');
    expect(await measure(page, 'focus()')).toEqual({ name: 'Sí, de palabra', faults: [] });
    await page.keyboard.press('Space');
    await tabTo(/^Enviar derivación$/);
    await page.keyboard.press('Enter');
    await received(page);
    expect(hidden).toEqual([]);
    expect(await stage().sent()).toBe(before + 1);
    await context.close();
  });

  it('keeps what was written when something has to be corrected', async () => {
    const { page, context } = await stage().visit(at.police, { viewport: laptop });
    await page.goto(checkCard(stage().caseId));
    await page.getByLabel('Nota (opcional)').fill(written.note);
    await send(page).click();
    await page.locator('.summary:focus').waitFor();
    expect(await page.getByLabel('Nota (opcional)').inputValue()).toBe(written.note);
    await context.close();
  });
});
