import type { BrowserContext, Page } from 'playwright-core';
import { neutralPage } from '../../src/pages/neutral.js';
import { at, Caller, told } from '../acceptance/house.js';
import { browser } from './support/chromium.js';
import { measure } from './support/looking.js';
import { checkCard } from './support/places.js';
import { type Stage, type Visit, written } from './support/stage.js';

const saved = 'Guardado en este teléfono';

const signalLost = (context: BrowserContext): Promise<void> => context.setOffline(true);

/** The phone believes it has a signal, and nothing answers. */
const nothingAnswers = (context: BrowserContext): Promise<unknown> =>
  context.route('**', (route) => route.abort('internetdisconnected'));

/** Fills the check card in, and sends it when nothing gets through any more. */
async function sendInVain({ page, context }: Visit, { caseId }: Stage, cut: typeof nothingAnswers): Promise<void> {
  await page.goto(checkCard(caseId));
  await page.getByLabel('Sí, de palabra', { exact: true }).check();
  await page.getByLabel('Nota (opcional)').fill(written.note);
  await page.getByLabel('Contacto seguro (opcional)').fill(written.contact);
  await cut(context);
  await page.getByRole('button', { name: 'Enviar derivación' }).click();
  await page.getByText(saved).waitFor();
}

const kept = (page: Page): Promise<string> => measure<string>(page, 'kept()');

/** The note of the referral at this address. */
async function noteOf(address: string, { house }: Stage): Promise<string | undefined> {
  const id = /[0-9a-f-]{36}/.exec(address)?.[0] ?? '';
  return told(await new Caller(house.app, at.police).get(`/api/referrals/${id}`)).message?.note;
}

browser('Without a signal', (stage) => {
  it('a referral waits on the phone, and nobody is told that it was sent', async () => {
    const before = await stage().sent();
    const visit = await stage().visit(at.police);
    await sendInVain(visit, stage(), signalLost);
    await visit.page.getByRole('button', { name: 'Enviar derivación' }).click();
    expect(await visit.page.locator('body').innerText()).not.toMatch(/enviad[ao]|recibid[ao]/i);
    expect(await stage().sent()).toBe(before);
    await visit.context.close();
  });

  it('nothing that was written about a person rests on the phone', async () => {
    const visit = await stage().visit(at.police);
    await visit.page.goto(`/casos/${stage().caseId}?mostrar=nombre`);
    await visit.page.getByText(written.name).waitFor();
    await sendInVain(visit, stage(), signalLost);
    const drafts = await kept(visit.page);
    expect(drafts).toContain(stage().caseId);
    for (const secret of Object.values(written)) expect(drafts).not.toContain(secret);
    await visit.context.close();
  });

  it('the open page sends once, with its note, as soon as there is one', async () => {
    const before = await stage().sent();
    const visit = await stage().visit(at.police);
    await sendInVain(visit, stage(), signalLost);
    await visit.context.setOffline(false);
    await visit.page.getByText('recibida por el sistema').waitFor();
    expect([await stage().sent(), await noteOf(visit.page.url(), stage())]).toEqual([before + 1, written.note]);
    expect(await kept(visit.page)).not.toContain(stage().caseId);
    await visit.context.close();
  });

  it('the draft outlives a reload, and is sent once, without its note, by the next page', async () => {
    const before = await stage().sent();
    const visit = await stage().visit(at.police);
    await sendInVain(visit, stage(), nothingAnswers);
    await visit.page.reload().catch(() => undefined);
    await visit.context.unroute('**');
    const next = await visit.context.newPage();
    await next.goto('/');
    await next.getByText('Recibido por el sistema.').waitFor();
    const made = (await next.getByRole('link', { name: 'Abrir' }).getAttribute('href')) ?? '';
    await next.reload();
    expect([await stage().sent(), await noteOf(made, stage())]).toEqual([before + 1, undefined]);
    expect(await kept(next)).not.toContain(stage().caseId);
    await visit.context.close();
  });

  it('the draft of one person is not sent by another', async () => {
    const before = await stage().sent();
    const visit = await stage().visit(at.police);
    await sendInVain(visit, stage(), signalLost);
    await visit.context.addCookies([{ name: 'actor', value: at.cem, url: stage().origin }]);
    await visit.context.setOffline(false);
    await visit.page.goto('/casos');
    expect(await kept(visit.page)).toContain(stage().caseId);
    expect(await stage().sent()).toBe(before);
    await visit.context.close();
  });
});

/** Looks at a case, and at the name in it. */
async function look({ page }: Visit, { caseId }: Stage): Promise<void> {
  await page.goto('/');
  await page.goto(`/casos/${caseId}?mostrar=nombre`);
  await page.getByText(written.name).waitFor();
}

/** Back as far as it goes: what is shown on the way. */
async function goingBack(page: Page): Promise<string> {
  const shown: string[] = [];
  for (let steps = 0; steps < 2; steps += 1) {
    await page.goBack({ waitUntil: 'load' }).catch(() => undefined);
    await page.waitForLoadState('networkidle');
    if (page.url().startsWith('http')) shown.push(await page.locator('body').innerText());
  }
  return shown.join('\n');
}

const ways: readonly (readonly [string, boolean, (page: Page) => Promise<void>])[] = [
  ['with the button', true, (page) => page.getByRole('link', { name: 'Salir ya' }).click()],
  ['with the button, without a script', false, (page) => page.getByRole('link', { name: 'Salir ya' }).click()],
  [
    'with Shift three times',
    true,
    async (page) => {
      for (const key of ['Shift', 'Shift', 'Shift']) await page.keyboard.press(key);
    },
  ],
];

browser(
  'Leaving at once',
  (stage) => {
    it.each(ways)('%s leads to a page nobody minds, and Back shows nothing', async (_, javaScriptEnabled, leave) => {
      const visit = await stage().visit(at.police, { javaScriptEnabled });
      await look(visit, stage());
      await leave(visit.page);
      await visit.page.waitForURL(neutralPage);
      expect((await visit.context.cookies(stage().origin)).filter(({ value }) => value !== '')).toEqual([]);
      expect(await goingBack(visit.page)).not.toMatch(/NOMBRE|\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}/);
      await visit.context.close();
    });

    it('does not happen to who writes capital letters', async () => {
      const visit = await stage().visit(at.police);
      await visit.page.goto('/casos/nuevo');
      await visit.page.getByText('Nombre y documento').click();
      await visit.page.getByLabel('Nombre', { exact: true }).focus();
      for (const letter of 'ABCD') await visit.page.keyboard.press(`Shift+${letter}`);
      expect(await visit.page.getByLabel('Nombre', { exact: true }).inputValue()).toBe('ABCD');
      expect(visit.page.url()).toContain('/casos/nuevo');
      await visit.context.close();
    });
  },
  { keepsPages: true },
);
