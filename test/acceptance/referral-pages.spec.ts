import { Browser, formTo, type Page, textOf } from './browser.js';
import { at, Caller, cem, health, type House, house, newCase, serviceOf, told, toPsychology } from './house.js';

describe('The page of a referral, without a script', () => {
  let h: House;
  let counter: Browser;
  let centre: Browser;
  let api: Caller;
  beforeAll(async () => {
    h = await house();
    counter = new Browser(h.app, at.police);
    centre = new Browser(h.app, at.cem);
    api = new Caller(h.app, at.police);
  });
  afterAll(() => h.close());

  const minute = 60_000;
  const pass = (milliseconds: number) =>
    h.clock.advanceTo(new Date(Date.parse(h.clock.now()) + milliseconds).toISOString());

  /** Sends a referral to the centre; answers with its address. */
  const sent = async (more: object = {}): Promise<string> => {
    const { id } = told(await api.post('/api/cases', newCase));
    const answer = await api.post('/api/referrals', { ...toPsychology(id), ...more });
    return `/derivaciones/${told(answer).id}`;
  };
  const fresh = async (who: Browser, url: string): Promise<Page> => who.get(`${url}?consistentWith=${await h.head()}`);
  const takes = async (who: Browser, url: string, path: string, filled: Record<string, string> = {}): Promise<Page> =>
    who.send(formTo(await fresh(who, url), `/${path}`), filled);

  it('tells first how to speak to her, then whose turn it is and for how long', async () => {
    const url = await sent({ safeContact: 'Por la promotora.' });
    const text = textOf((await fresh(centre, url)).html);
    expect(text).toMatch(
      /Contacto seguro Por la promotora\. .*Le toca a su institución: responder a la derivación quedan/,
    );
    const unknown = textOf((await fresh(centre, await sent())).html);
    expect(unknown).toContain('No la llame: pregunte antes a Comisaría de Familia.');
    expect(textOf((await fresh(counter, url)).html)).toContain(
      'Aceptó compartir sus datos: de palabra. Con CEM de prueba Para Atención psicológica Se comparte quién es, cómo hablarle Hasta 9 set. 2026 Se le explicó en castellano',
    );
  });

  it('hands a referral that was not taken on, with a consent of its own', async () => {
    const url = await sent({ note: 'PALABRAS' });
    await takes(centre, url, 'rechazo', { reason: 'NO_CAPACITY' });
    const back = await fresh(counter, url);
    expect(textOf(back.html)).toContain('Por qué no la aceptan Sin capacidad en este momento');
    const choice = await counter.get(`${url}/otro-servicio`);
    const next = new URLSearchParams({ institucion: health, servicio: serviceOf(health, 'HEALTH') }).toString();
    expect(choice.html).toContain(next.replace('&', '&amp;'));
    // The one that has it is not offered again.
    expect(choice.html).not.toContain(`servicio=${serviceOf(cem, 'PSYCHOLOGY')}`);
    const form = formTo(await counter.get(`${url}/otro-servicio?${next}`), '/otro-servicio');
    expect(form.fields).toContainEqual(['reason', 'DECLINED']);
    expect(form.fields.map(([name]) => name)).not.toContain('consent');
    const unsaid = await counter.send(form, { sameWords: 'true' });
    expect([unsaid.status, unsaid.html.includes('<a href="#consent">')]).toEqual([422, true]);
    const barred = await counter.send(form, { consent: 'without-identity', sameWords: 'true' });
    expect([barred.status, barred.html.includes('<a href="#note">')]).toEqual([422, true]);
    const moved = await counter.send(form, { consent: 'THUMBPRINT', language: 'QU', sameWords: 'true' });
    const text = textOf(moved.html);
    expect(text).toContain('Aceptó compartir sus datos: con huella.');
    expect(text).toMatch(/pasó a otro: el servicio no la aceptó\) Centro de Salud: .* \(la tiene ahora\)/);
    expect(text).toContain('Comisaría de Familia la pasó a Centro de Salud: el servicio no la aceptó.');
    expect(textOf((await fresh(new Browser(h.app, at.health), url)).html)).toContain('PALABRAS');
  });

  it('shows what is wrong with a step beside its own question, and keeps what was said', async () => {
    const url = await sent();
    await takes(centre, url, 'aceptacion');
    const cases: readonly (readonly [string, Record<string, string>, string])[] = [
      ['cita', { day: '2026-03-01', hour: '09:00', place: 'AT_SERVICE' }, 'cita-day'],
      ['cita', { day: '2026-02-30', hour: '09:00', place: 'AT_SERVICE' }, 'cita-day'],
      ['cita', { day: '2026-03-12', hour: '29:00', place: 'AT_SERVICE' }, 'cita-hour'],
      ['espera', { reason: 'WAITING_LIST', until: '2026-03-01' }, 'espera-until'],
      ['espera', { until: '2026-03-20' }, 'espera-reason'],
      ['respuesta', {}, 'respuesta-outcome'],
      ['nota', {}, 'nota-note'],
    ];
    for (const [path, filled, field] of cases) {
      const again = await takes(centre, url, path, filled);
      expect([field, again.status, again.html.includes(`<a href="#${field}">`)]).toEqual([field, 422, true]);
      expect(again.html).toContain(`id="${field}"`);
      for (const one of Object.entries(filled)) {
        if (one[0] !== 'place') expect(formTo(again, `/${path}`).fields).toContainEqual(one);
      }
    }
    const agreed = await takes(centre, url, 'cita', { day: '2026-03-12', hour: '09:00', place: 'AT_SERVICE' });
    expect(textOf(agreed.html)).toContain('Con cita 12 mar. 2026, 09:00, en el servicio');
    const again = { day: '2026-03-13', hour: '09:00', place: 'AT_SERVICE' };
    expect((await takes(centre, url, 'cita', again)).html).toContain('<a href="#cita-reason">');
    const moved = await takes(centre, url, 'cita', { ...again, by: 'PERSON', reason: 'HEALTH' });
    expect(textOf(moved.html)).toContain('13 mar. 2026, 09:00');
  });

  it('offers to take a slip back for a minute, and says kindly when it is over', async () => {
    const url = await sent();
    const slipped = await takes(centre, url, 'rechazo', { reason: 'OTHER' });
    expect(textOf(slipped.html)).toContain('Puede deshacerlo hasta las');
    const undo = formTo(slipped, '/deshacer');
    pass(minute + 1);
    const late = await centre.send(undo);
    expect([late.status, textOf(late.html).includes('Ya no se puede deshacer')]).toEqual([409, true]);
    expect(late.forms.some(({ action }) => action.endsWith('/deshacer'))).toBe(false);
    const other = await sent();
    const taken = await centre.send(formTo(await takes(centre, other, 'rechazo', { reason: 'OTHER' }), '/deshacer'));
    expect(textOf(taken.html)).toContain('Enviada, sin respuesta');
  });

  it('ends what may be read when the person takes her consent back', async () => {
    const url = await sent({ note: 'PALABRAS', safeContact: 'Por la promotora.' });
    await takes(centre, url, 'aceptacion');
    const ended = await takes(counter, url, 'retiro');
    expect(textOf(ended.html)).toContain('Retiró su consentimiento');
    const there = textOf((await fresh(centre, url)).html);
    expect(there).toContain('El acceso a estas palabras terminó');
    expect(there).not.toMatch(/PALABRAS|promotora/);
  });

  it('sends several referrals of one crisis, and shows them together', async () => {
    const { id } = told(await api.post('/api/cases', newCase));
    const to = (kind: string) => `institucion=${cem}&servicio=${serviceOf(cem, kind)}`;
    const first = formTo(await counter.get(`/derivar?caso=${id}&${to('PSYCHOLOGY')}`), '/derivar');
    const one = await counter.send(first, { consent: 'VERBAL' });
    const more = /href="(\/derivar\?caso=[^"]*conjunto=[^"]*)"/.exec(one.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = formTo(await counter.get(`${more}&${to('LEGAL')}`), '/derivar');
    const two = await counter.send(second, { consent: 'without-identity' });
    const joint = /href="(\/derivaciones\/conjunto\/[^"]*)"/.exec(two.html)?.[1] ?? '';
    const text = textOf((await counter.get(joint)).html);
    expect(text).toContain('Aceptó compartir sus datos: de palabra.');
    expect(text).toContain('No aceptó: va sin datos personales.');
    expect((await new Browser(h.app, at.health).get(joint)).status).toBe(404);
  });

  it('lists what falls due, what has no term, what to read, and what stands still, each apart', async () => {
    const url = await sent();
    await takes(centre, url, 'aceptacion');
    await takes(centre, url, 'cita', { day: '2026-03-10', hour: '09:00', place: 'BY_PHONE' });
    pass(72 * 60 * minute);
    const today = textOf((await fresh(centre, '/')).html);
    expect(today).toMatch(/derivaci(ón está detenida|ones están detenidas)/);
    expect(today).toMatch(/Vence hoy o ya venció \(\d+\)/);
    const stuck = textOf((await fresh(centre, '/derivaciones/detenidas')).html);
    expect(stuck).toContain('La cita pasó y nadie dijo qué resultó');
    await takes(centre, await sent(), 'rechazo', { reason: 'NO_CAPACITY' });
    const answers = textOf((await fresh(counter, '/')).html);
    expect(answers).toContain('Le toca a usted: respuestas por leer');
    const list = textOf((await fresh(counter, '/derivaciones')).html);
    expect(list).toContain('No hay derivaciones aquí.');
    const out = await counter.get(`/derivaciones?caja=enviadas&consistentWith=${await h.head()}`);
    expect(textOf(out.html)).toContain('No aceptada Sin capacidad en este momento');
  });

  it('knows no step that is not in its table', async () => {
    const url = await sent();
    const [form] = (await fresh(centre, url)).forms;
    const gone = await centre.send({ action: `${url}/regalo`, fields: form?.fields ?? [], names: [] });
    expect(gone.status).toBe(404);
  });
});
