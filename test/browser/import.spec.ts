import { fileURLToPath } from 'node:url';
import { browser } from './support/chromium.js';

const list = fileURLToPath(new URL('../imports/lists/comisaria-columnas.csv', import.meta.url));

browser('The list of an institution', (stage) => {
  it('is sent as the file it is, and what is wrong with it is shown on the same page', async () => {
    const { page, context } = await stage().visit('demo-coordinacion');
    await page.goto('/importar');
    await page.getByLabel('Plantilla').selectOption('comisaria-ejemplo@2');
    await page.getByLabel('Archivo (CSV)').setInputFiles(list);
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Ver cómo se leería' }).click();
    expect((await answered).request().headers()['content-type']).toBe('text/csv');
    await page.getByRole('heading', { name: 'El archivo no se puede leer. No se escribió nada.' }).waitFor();
    // In Windows-1252: read as anything else, more than these three would be wrong.
    expect(await page.locator('[data-result] tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/^2\s+#7\s+Esta columna no se conoce/u),
      expect.stringMatching(/^2\s+Fecha de denuncia\s+Esta columna está repetida/u),
      expect.stringMatching(/^2\s+Fecha de denuncia\s+Falta esta columna/u),
    ]);
    expect(await page.getByLabel('Plantilla').inputValue()).toBe('comisaria-ejemplo@2');
    await context.close();
  });
});
