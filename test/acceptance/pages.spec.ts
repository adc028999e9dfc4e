import { gzipSync } from 'node:zlib';
import { at, Caller, cem, type House, house, newCase, serviceOf, told, toldAll } from './house.js';
import { Browser, formTo, type Page, textOf } from './browser.js';
import { reportItems } from '../../src/protocol/index.js';

describe('The pages, without a script', () => {
  let h: House;
  let counter: Browser;
  let centre: Browser;
  beforeAll(async () => {
    h = await house();
    counter = new Browser(h.app, at.police);
    centre = new Browser(h.app, at.cem);
  });
  afterAll(() => h.close());

  const psychology = new URLSearchParams({ institucion: cem, servicio: serviceOf(cem, 'PSYCHOLOGY') }).toString();

  /** Opens a case on the page and answers with its address. */
  const opened = async (more: Readonly<Record<string, string>> = {}): Promise<Page> => {
    const form = formTo(await counter.get('/casos/nuevo'), '/casos/nuevo');
    return counter.send(form, {
      ...more,
      sex: 'F',
      age: '31',
      types: ['PHYSICAL', 'PSYCHOLOGICAL'],
      principal: 'PHYSICAL',
      complaint: 'true',
      reportItems: reportItems.entries.map(({ code }) => code),
      entry: 'SELF',
    });
  };
  const idIn = (page: Page): string => /[0-9a-f-]{36}/.exec(page.url)?.[0] ?? '';
  const checkCard = async (): Promise<Page> => counter.get(`/derivar?caso=${idIn(await opened())}&${psychology}`);

  it('carry a referral from the counter to the centre and back to closure', async () => {
    const story = await opened();
    expect(story.status).toBe(200);
    expect(textOf(story.html)).toContain('Mujer, 30 a 35 años');
    expect(textOf(story.html)).toContain(
      'Comisaría de Familia debe tener el cargo de recepción del juzgado hasta el mar, 10 mar., 10:00. quedan 24 h',
    );

    const destinations = await counter.get(`/derivar?caso=${idIn(story)}`);
    expect(destinations.html).toContain(`institucion=${cem}`);
    // Only who receives referrals is offered, and not oneself.
    expect(destinations.html).not.toMatch(/pe-150112-linea|institucion=pe-150112-comisaria/);
    const card = await counter.get(`/derivar?caso=${idIn(story)}&${psychology}`);
    const form = formTo(card, '/derivar');
    expect(form.fields).toEqual(
      expect.arrayContaining([
        ['purpose', 'PSYCHOLOGICAL_CARE'],
        ['urgency', 'ROUTINE'],
      ]),
    );
    // Whether she agreed is never answered beforehand.
    expect(form.names.filter((name) => name === 'consent')).toHaveLength(8);
    expect(form.fields.map(([name]) => name)).not.toContain('consent');
    expect(form.fields).toContainEqual(['language', 'ES']);

    const sent = await counter.send(form, { consent: 'VERBAL', safeContact: 'Por la promotora.' });
    expect([sent.status, sent.url.includes('consistentWith=')]).toEqual([200, true]);
    expect(textOf(sent.html)).toMatch(/Derivación 26-\w{4}-\w{4} recibida por el sistema/);
    expect(textOf(sent.html)).toContain('CEM de prueba debe responder antes del 10 mar. 2026, 10:00 (quedan 24 h)');
    const id = idIn(sent);

    const today = await centre.get('/');
    expect(textOf(today.html)).toContain('De: Comisaría de Familia');
    const accepted = await centre.send(formTo(today, `/${id}/aceptacion`));
    expect(textOf(accepted.html)).toContain('Contacto seguro Por la promotora.');
    const attended = await centre.send(formTo(accepted, '/atencion'));
    expect(textOf(attended.html)).toContain('CEM de prueba atendió a la persona: atención psicológica.');
    await centre.send(formTo(attended, '/respuesta'), { outcome: 'SERVICE_RECEIVED' });

    const answers = await counter.get('/');
    expect(textOf(answers.html)).toContain('CEM de prueba: Recibió el servicio');
    const closed = await counter.send(formTo(await counter.get(`/derivaciones/${id}`), '/cierre'), {
      disposition: 'NEED_MET',
    });
    expect(textOf(closed.html)).toContain('Comisaría de Familia leyó la respuesta y cerró: necesidad atendida.');
    // Nothing but taking a slip back for a minute, and what the person may take back for ever.
    expect(closed.forms.map(({ action }) => action.split('/').at(-1))).toEqual(['deshacer', 'retiro']);
    const whole = textOf((await counter.get(`/casos/${idIn(story)}`)).html);
    expect(whole).toMatch(/CEM de prueba aceptó la derivación 26-/);
  });

  it('send one referral for two taps, for going back, and for a reload', async () => {
    const card = await checkCard();
    const form = formTo(card, '/derivar');
    const before = await h.head();
    const [one, two] = await Promise.all([
      counter.send(form, { consent: 'VERBAL' }),
      counter.send(form, { consent: 'VERBAL' }),
    ]);
    const after = await h.head();
    expect(idIn(two)).toBe(idIn(one));
    expect(Number(after) - Number(before)).toBe(1);
    // Back: the address holds the key, so the form that is shown again is the same command.
    const again = await counter.send(formTo(await counter.get(card.url), '/derivar'), { consent: 'VERBAL' });
    expect([idIn(again), textOf(again.html).includes('ya se había enviado')]).toEqual([idIn(one), true]);
    const changed = await counter.send(formTo(await counter.get(card.url), '/derivar'), {
      consent: 'VERBAL',
      note: 'x',
    });
    expect([idIn(changed), textOf(changed.html).includes('ya se había enviado')]).toEqual([idIn(one), true]);
    expect(await h.head()).toBe(after);
  });

  it('show what has to be corrected, linked to its field, and keep what was filled in', async () => {
    const form = formTo(await checkCard(), '/derivar');
    const before = await h.head();
    const missing = await counter.send(form, { note: 'Se queda aquí', urgency: 'IMMEDIATE' });
    expect(missing.status).toBe(422);
    expect(missing.html).toMatch(/<a href="#consent">Diga si la persona aceptó compartir sus datos, y cómo.<\/a>/);
    expect(missing.html).toContain('id="consent"');
    expect(formTo(missing, '/derivar').fields).toEqual(
      expect.arrayContaining([
        ['note', 'Se queda aquí'],
        ['urgency', 'IMMEDIATE'],
      ]),
    );
    const barred = await counter.send(formTo(missing, '/derivar'), { consent: 'without-identity' });
    expect([barred.status, barred.html.includes('<a href="#note">')]).toEqual([422, true]);
    const duty = await counter.send(formTo(missing, '/derivar'), { consent: 'legal-duty' });
    expect([duty.status, duty.html.includes('<a href="#duty">')]).toEqual([422, true]);
    expect(await h.head()).toBe(before);
    // The key stayed the same: what is corrected is still one command.
    const sent = await counter.send(formTo(barred, '/derivar'), { consent: 'VERBAL' });
    expect([sent.status, sent.url.startsWith('/derivaciones/')]).toEqual([200, true]);
  });

  it('take a district by its name, and ask which where several have it', async () => {
    const form = formTo(await counter.get('/casos/nuevo'), '/casos/nuevo');
    expect(form.fields).toEqual(expect.arrayContaining([['district', '150112 Independencia, Lima']]));
    expect((await counter.get('/casos/nuevo')).html).toContain('<option value="150132 San Juan de Lurigancho, Lima">');
    const open = await opened({ district: 'Santo Tomás' });
    expect([open.status, textOf(open.html).includes('agregue la provincia')]).toEqual([422, true]);
    expect(formTo(open, '/casos/nuevo').fields).toEqual(expect.arrayContaining([['district', 'Santo Tomás']]));
    const near = idIn(await opened({ district: 'san juan de lurigancho' }));
    expect(told(await new Caller(h.app, at.police).get(`/api/cases/${near}`))).toMatchObject({ district: '150132' });
  });

  it('find a case by the code read aloud, only for who takes part in it', async () => {
    const id = idIn(await opened());
    const { code } = told(await new Caller(h.app, at.police).get(`/api/cases/${id}`));
    expect((await counter.get(`/derivar?codigo=${code.toLowerCase()}`)).url).toBe(`/derivar?caso=${id}`);
    const stranger = await new Browser(h.app, at.health).get(`/derivar?codigo=${code}`);
    expect(textOf(stranger.html)).toContain('No hay un caso con ese código');
  });

  it('lead a case through the court, each institution with its own forms', async () => {
    const id = idIn(await opened());
    const before = await counter.get(`/casos/${id}`);
    await counter.send(formTo(before, '/riesgo'), { level: 'SEVERE' });
    await counter.send(formTo(before, '/informe'), { court: 'pe-150112-juzgado-familia' });
    const court = new Browser(h.app, at.court);
    const stamped = await court.send(formTo(await court.get(`/casos/${id}`), '/recepcion'));
    const decided = await court.send(formTo(stamped, '/medidas'), { granted: 'true', measures: 'NO_ACERCAMIENTO' });
    const text = textOf(decided.html);
    expect(text).toContain('Juzgado de Familia dictó medidas de protección: impedimento de acercarse.');
    expect(text).toContain('Medidas de protección: Juzgado de Familia, el lun, 9 mar., 10:00. A tiempo');
    expect(decided.forms.map(({ action }) => action.split('/').at(-1))).toEqual([
      ...['paso', 'paso', 'paso', 'paso'],
      // Of the measure: what happened to it, and what the court orders.
      ...['paso', 'plazo', 'fin'],
      ...['riesgo', 'atencion', 'paso'],
    ]);
    const told = formTo(decided, `/casos/${id}/paso`);
    const notified = await court.send(told, { step: 'measures-notified-to-executor' });
    expect(textOf(notified.html)).toContain('Juzgado de Familia registró un paso: notificar las medidas');
    expect(textOf(notified.html)).toContain('Sin plazo');
  });

  it('hide the name until it is asked for, and show it to the institution that answers for the case alone', async () => {
    const api = new Caller(h.app, at.police);
    const { id } = told(await api.post('/api/cases', { ...newCase, identity: { name: 'NOMBRE-INVENTADO' } }));
    expect((await counter.get(`/casos/${id}`)).html).not.toContain('NOMBRE-INVENTADO');
    expect((await counter.get(`/casos/${id}?mostrar=nombre`)).html).toContain('NOMBRE-INVENTADO');
    await api.post('/api/referrals', {
      case: id,
      to: { organization: cem, service: serviceOf(cem, 'SOCIAL') },
      purpose: 'SOCIAL_CARE',
      urgency: 'ROUTINE',
      consent: { basis: 'consented', mode: 'VERBAL', language: 'ES' },
    });
    const [handed] = toldAll(await new Caller(h.app, at.cem).get('/api/referrals?box=to&limit=1'));
    expect(handed).toBeDefined();
    expect((await centre.get(`/casos/${id}?mostrar=nombre`)).html).not.toContain('NOMBRE-INVENTADO');
  });

  it('say nothing in titles and addresses, allow no foreign content, and weigh little', async () => {
    const assets = ['pages.css', 'pages.js', 'icon.svg'];
    for (const url of ['/', '/casos', '/casos/nuevo', '/derivar', '/derivaciones', (await checkCard()).url]) {
      const answer = await h.app.inject({ url, headers: { cookie: `actor=${at.police}`, accept: 'text/html' } });
      expect(answer.payload).toContain('<title>Agenda</title>');
      expect(answer.payload).not.toMatch(/<style|<script>|style="|onclick/);
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
      let bytes = gzipSync(answer.payload).length;
      for (const asset of assets) {
        const href = new RegExp(`/assets/${asset.replace('.', '\\.[0-9a-f]+\\.')}`).exec(answer.payload)?.[0] ?? '';
        const served = await h.app.inject({ url: href });
        expect(served.statusCode).toBe(200);
        bytes += gzipSync(served.payload).length;
      }
      expect(bytes).toBeLessThan(30_000);
    }
  });

  it('speak Spanish when something is not there, and ask who it is', async () => {
    const gone = await counter.get('/casos/01900000-0000-7000-8000-000000000000');
    expect([gone.status, textOf(gone.html).includes('No hay tal caso')]).toEqual([404, true]);
    const nobody = new Browser(h.app, 'demo-nadie-01');
    expect((await nobody.get('/')).url).toBe('/entrar');
    const asked = await nobody.get('/casos');
    expect([asked.status, asked.html.includes('href="/entrar"')]).toEqual([401, true]);
  });

  it('let one in as a demonstration actor and out at once', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const enter = (actor: string) =>
      h.app.inject({ method: 'POST', url: '/entrar', headers: form, payload: `actor=${actor}` });
    const entered = await enter('demo-cem-02');
    expect([entered.statusCode, entered.headers['location']]).toEqual([303, '/']);
    expect(entered.headers['set-cookie']).toBe('actor=demo-cem-02; Path=/; HttpOnly; SameSite=Strict');
    expect((await enter('demo-nadie-01')).statusCode).toBe(422);
    const out = await h.app.inject({ url: '/salir' });
    expect([out.statusCode, out.headers['set-cookie']]).toEqual([
      303,
      'actor=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0',
    ]);
    const beacon = await h.app.inject({ method: 'POST', url: '/salir' });
    expect(beacon.statusCode).toBe(204);
  });
});
