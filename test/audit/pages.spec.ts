import { type Place, place } from '../access/support.js';
import { board, History } from '../support/history.js';

const canary = 'CANARIO';

describe('the pages of the past', () => {
  let here: Place;
  let opened: string;
  let referral: string;
  beforeAll(async () => {
    here = await place();
    const history = new History(here.platform, 'past-pages');
    await history.establishBoard('2026-02-01T15:00:00.000Z');
    opened = await history.openCase('2026-02-02T15:00:00.000Z', {
      identity: { name: `NOMBRE-${canary}` },
      narrative: `RELATO-${canary}`,
    });
    const message = { note: `NOTA-${canary}`, safeContact: `CONTACTO-${canary}` };
    referral = await history.sendReferral('2026-02-02T16:00:00.000Z', opened, { message });
    await here.as('centre').get(`/api/referrals/${referral}`);
  }, 60_000);
  afterAll(() => here.close());

  const page = async (path: string, who = 'auditor') => here.as(who).get(`/auditoria${path}`, { accept: 'text/html' });

  it('say which past they show, and never anything personal', async () => {
    const code = (await here.as('auditor').get(`/api/audit/referrals/${referral}`)).json<{ state: { code: string } }>()
      .state.code;
    const known = 'modo=sabido&dia=2026-03-20&hora=10:00&desde=2026-02-01';
    const happened = 'modo=ocurrido&dia=2026-02-02&hora=10:30&desde=2026-02-01';
    const queue = '/colas?institucion=pe-150112-cem&cola=received';
    for (const [path, words] of [
      ['', 'Otras páginas de auditoría'],
      [`/momento?codigo=${code}&${known}`, 'Lo que se sabía el'],
      [`/momento?codigo=${code}&${happened}`, 'Lo que había ocurrido hasta'],
      ['/momento?codigo=25-0000-0000', 'Nada tiene ese código'],
      [`${queue}&${known}`, 'Filas: 1'],
      [`${queue}&${known}`, 'Derivación enviada'],
      [`${queue}&${happened}`, 'Filas: 0'],
      [`/mes?mesa=${board}&mes=2026-02&modo=sabido&dia=2026-03-09&hora=10:30`, 'Huella de las cifras'],
      [`/mes?mesa=${board}&mes=2026-02&modo=ocurrido&dia=2026-02-28&desde=2026-02-02&desdeHora=09:00`, 'Caso abierto'],
      [`/informes?mesa=${board}&mes=2026-02`, 'no se emitió ningún informe'],
      [`/que-pasaria?mesa=${board}&regian=2016-01-01`, 'Plazos:'],
      [`/lecturas?caso=${opened}`, 'Veces por persona y mes'],
      ['/desenmascarar', 'hacen falta dos personas'],
    ] as const) {
      const answer = await page(path);
      expect([path, answer.statusCode]).toEqual([path, 200]);
      expect([path, answer.body.includes(words)]).toEqual([path, true]);
      expect([path, answer.body.includes(canary)]).toEqual([path, false]);
      if (path !== '' && path !== '/desenmascarar') expect((await page(path, 'centre')).statusCode).toBe(404);
    }
  });

  it('take an auditor and a second person to who somebody is', async () => {
    const person = /P(?:-[0-9A-F]{4}){3}/u.exec((await page(`/lecturas?caso=${opened}`)).body)?.[0] ?? '';
    const send = (who: string, path: string, fields: Record<string, string>) =>
      here
        .as(who)
        .post(
          `/auditoria/desenmascarar${path}`,
          new URLSearchParams({ _key: crypto.randomUUID(), ...fields }).toString(),
          {
            'content-type': 'application/x-www-form-urlencoded',
            accept: 'text/html',
          },
        );
    const asked = await send('auditor', '', { pseudonym: person, reason: 'COMPLAINT' });
    expect(asked.statusCode).toBe(303);
    const waiting = await page(`/desenmascarar?${String(asked.headers['location']).split('?')[1]}`, 'officer');
    const [, id = ''] = /desenmascarar\/([0-9a-f-]{36})\/aprobar/u.exec(waiting.body) ?? [];
    expect((await send('officer', `/${id}/aprobar`, {})).statusCode).toBe(303);
    expect((await send('auditor', `/${id}/ver`, {})).body).toContain('con el código centre');
  });
});
