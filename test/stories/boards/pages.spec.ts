import { cem, eventually, police } from '../../acceptance/house.js';
import { digest, members, planOf, type World, world } from './world.js';

/** A plan, as far as this looks into it. */
interface Written {
  readonly id: string;
  readonly draft?: ReturnType<typeof planOf>;
}

/** What a coordinator does on the laptop that the projector shows, without a script. */
describe('the pages of a board', () => {
  const board = 'mesa-paginas';
  let at: World;
  let session = '';
  beforeAll(async () => {
    at = await world();
    await at.found(board);
    const { id } = await at.done(`/api/boards/${board}/plans`, planOf());
    await at.done(`/api/boards/${board}/plans/${id}/approval`, { version: 1, norm: 'ORD-1-2026', on: '2026-01-15' });
  });
  afterAll(() => at.close());

  const look = async (path: string, who = at.coordinator) => {
    const answer = await who.get(`/mesa/${board}/${path}`, {
      accept: 'text/html',
      'consistent-with': await at.head(),
    });
    return { status: answer.statusCode, html: answer.body.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ') };
  };
  const send = (path: string, fields: readonly (readonly [string, string])[] = [], who = at.coordinator) =>
    who.post(`/mesa/${board}/${path}`, new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html',
    });

  it('call a session for today', async () => {
    expect((await look('sesion')).html).toContain('No hay una sesión convocada');
    const fields = [
      ['kind', 'ordinary'],
      ['day', '2026-03-09'],
      ['hour', '11:00'],
      ['place', 'sala-municipal'],
    ] as const;
    const sent = await send('sesion', fields);
    expect(sent.statusCode).toBe(303);
    expect(sent.headers.location).toMatch(new RegExp(`^/mesa/${board}/sesion\\?consistentWith=`, 'u'));
    const [found] = await at.read<readonly { id: string; at: string }[]>(`/api/boards/${board}/sessions`);
    session = found?.id ?? '';
    expect(found?.at).toBe('2026-03-09T16:00:00.000Z');
    expect((await look('sesion')).html).toContain('Sesión de hoy');
  });

  it('open it, and say in words whether there are enough', async () => {
    await send(`sesion/${session}/apertura`);
    const opened = await look('sesion');
    expect(opened.html).toContain('No hay quórum: no está ninguna de 4 instituciones; faltan 3.');
    expect(opened.html).toContain('Sin quórum no se registran acuerdos.');
    const ticks = members.slice(0, 3).map((organization) => ['present', organization] as const);
    await send(`sesion/${session}/asistencia`, [...ticks, ['remote', cem]]);
    expect((await look('sesion')).html).toContain('Hay quórum: están 3 de 4 instituciones y hacen falta 3.');
    expect(await at.read(`/api/boards/${board}/sessions/${session}`)).toMatchObject({
      present: [{ organization: police, mode: 'in-person' }, { organization: cem, mode: 'remote' }, {}],
    });
  });

  it('take out who was ticked by mistake, and no other', async () => {
    await send(`sesion/${session}/asistencia`, [['present', police]]);
    expect((await look('sesion')).html).toContain('está una de 4 instituciones; faltan 2.');
    await send(
      `sesion/${session}/asistencia`,
      members.map((organization) => ['present', organization] as const),
    );
    expect((await look('sesion')).html).toContain('están 4 de 4');
  });

  it('take an agreement in seconds, and show it with who owes it', async () => {
    const [action] = await at.read<readonly { id: string }[]>(`/api/boards/${board}/plans`);
    const sent = await send(`sesion/${session}/acuerdos`, [
      ['text', 'El CEM atenderá los sábados'],
      ['owner', cem],
      ['due', '2026-03-20'],
      ['serves', `${action?.id} A1`],
    ]);
    expect(sent.statusCode).toBe(303);
    const page = await look('sesion');
    expect(page.html).toContain('Acuerdos de esta sesión (1)');
    expect(page.html).toContain('El CEM atenderá los sábados: CEM de prueba, hasta el 20 mar. 2026');
    expect(await at.read(`/api/boards/${board}/agreements`)).toMatchObject([{ serves: { action: 'A1' } }]);
  });

  it('give a decision back as it was typed where something of it is missing', async () => {
    const typed = [['text', 'La comisaría informará cada mes'] as const, ['owner', police] as const];
    const dateless = await send(`sesion/${session}/acuerdos`, [...typed, ['due', '']]);
    expect(dateless.statusCode).toBe(422);
    expect(dateless.body).toContain('<p class="error" id="decide-due-error">Falta este dato.</p>');
    expect(dateless.body).toContain('value="La comisaría informará cada mes"');
    expect(dateless.body).toContain(`value="${police}" selected`);
    const phone = await send(`sesion/${session}/acuerdos`, [
      ['text', 'Llamar al 987654321'],
      ['owner', police],
      ['due', '2026-03-20'],
    ]);
    expect(phone.statusCode).toBe(422);
    expect(phone.body).toMatch(/id="decide-text-error">El texto no se puede publicar\. /u);
    expect(phone.body).toContain('value="2026-03-20"');
  });

  it('close it, and keep the minutes', async () => {
    await send(`sesion/${session}/agenda`, [
      ['kind', 'BUDGET'],
      ['title', 'Presupuesto participativo'],
    ]);
    expect((await look('sesion')).html).toContain('Presupuesto participativo (Presupuesto)');
    await send(`sesion/${session}/cierre`);
    expect((await look('sesion')).html).toContain('4 de 4 instituciones, un acuerdo.');
    const kept = await send(`sesion/${session}/acta`, [
      ['number', '003-2026'],
      ['digest', digest],
    ]);
    expect(kept.statusCode).toBe(303);
    expect((await look('sesion')).html).not.toContain('Número del acta');
  });

  it('show what is late first, and record what became of it', async () => {
    const [open] = await at.read<readonly { id: string }[]>(`/api/boards/${board}/agreements`);
    await at.later('2026-03-21T15:00:00.000Z');
    expect((await look('acuerdos')).html).toContain('Venció El CEM atenderá los sábados');
    const wordless = await send(`acuerdos/${open?.id}/avance?volver=acuerdos`, [['note', '']]);
    expect(wordless.statusCode).toBe(422);
    expect(wordless.body).toContain(`<p class="error" id="${open?.id}-note-error">Falta este dato.</p>`);
    // The form stands open, and the others on the page are as they were.
    expect(wordless.body).toMatch(/<details class="drop" open/u);
    expect(wordless.body).toContain('value="2026-03-20"');
    const earlier = await send(`acuerdos/${open?.id}/plazo?volver=acuerdos`, [['due', '2026-03-01']]);
    expect([earlier.statusCode, earlier.body.includes(`id="${open?.id}-due-error"`)]).toEqual([422, true]);
    expect(earlier.body).toContain('value="2026-03-01"');
    const unproved = await send(`acuerdos/${open?.id}/cumplido?volver=acuerdos`, [['evidence', 'foto del acta']]);
    expect([unproved.statusCode, unproved.body.includes('value="foto del acta"')]).toEqual([422, true]);
    await send(`acuerdos/${open?.id}/avance?volver=acuerdos`, [['note', 'NO_STAFF']]);
    const put = await send(`acuerdos/${open?.id}/plazo?volver=acuerdos`, [['due', '2026-04-10']]);
    expect(put.headers.location).toContain(`/mesa/${board}/acuerdos`);
    expect((await look('acuerdos')).html).toContain('hasta el 10 abr. 2026 · Sin personal · reprogramado una vez');
    await send(`acuerdos/${open?.id}/cumplido`, [['evidence', digest]]);
    expect((await look('acuerdos')).html).toContain('Terminados Cumplido');
  });

  it('show the plan with how each action stands, and record a progress', async () => {
    const [plan] = await at.read<readonly { id: string }[]>(`/api/boards/${board}/plans`);
    expect((await look('plan')).html).toContain('Meta: de 0 a 20 (SCHOOLS) hasta el 31 dic. 2026.');
    await send(`plan/${plan?.id}/avance`, [
      ['action', 'A1'],
      ['progress', '45'],
      ['spent', '2500,50'],
    ]);
    const page = await look('plan');
    expect(page.html).toContain('45 % de 44 % esperado');
    expect(page.html).toContain('Al día');
    expect(page.html).toMatch(/2,500\.50 gastados de S\/\s?10,000\.00/u);
    expect(
      (
        await send(`plan/${plan?.id}/avance`, [
          ['action', 'A1'],
          ['progress', '400'],
          ['spent', '1'],
        ])
      ).statusCode,
    ).toBe(400);
  });

  it('write a plan, part by part, and say what is wrong beside the field', async () => {
    const first = [
      ...[['title', 'Plan escrito en la pantalla'] as const, ['from', '2026-01-01'] as const],
      ...[['until', '2026-12-31'] as const, ['o0-title', 'Menos esperas'] as const],
      ...[['o0-g0-title', 'Atención en tres días'] as const, ['o0-g0-indicator', 'first-attention-72h'] as const],
      ...[['o0-g0-unit', 'PERCENT'] as const, ['o0-g0-baseline', '40,5'] as const, ['o0-g0-target', '80'] as const],
      ...[['o0-g0-by', '2026-12-31'] as const],
    ];
    const more = await send('plan/nuevo', [...first, ['add', 'o0-g0']]);
    expect([more.statusCode, more.body]).toEqual([200, expect.stringContaining('name="o0-g0-a0-title"')]);
    const action = [
      ...[['o0-g0-a0-title', 'Turnos de sábado'] as const, ['o0-g0-a0-responsible', cem] as const],
      ...[['o0-g0-a0-start', '2026-02-01'] as const, ['o0-g0-a0-due', '2026-06-30'] as const],
      ...[['o0-g0-a0-currency', 'PEN'] as const],
    ];
    const head = await at.head();
    const wrong = await send('plan/nuevo', [...first, ...action, ['o0-g0-a0-budget', 'mucho']]);
    expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining('href="#o0-g0-a0-budget"')]);
    const outside = await send('plan/nuevo', [
      ...first.filter(([name]) => name !== 'until'),
      ...[['until', '2026-03-01'] as const, ...action, ['o0-g0-a0-budget', '1200'] as const],
    ]);
    expect([outside.statusCode, outside.body]).toEqual([422, expect.stringContaining('value="Turnos de sábado"')]);
    expect(await at.head()).toBe(head);
    const sent = await send('plan/nuevo', [...first, ...action, ['o0-g0-a0-budget', '1200,50'], ['o1-title', '']]);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, expect.stringContaining(`/mesa/${board}/plan?`)]);
    const written = (await at.read<readonly Written[]>(`/api/boards/${board}/plans`)).find(({ draft }) => draft);
    expect(written?.draft).toMatchObject({
      title: 'Plan escrito en la pantalla',
      objectives: [{ id: 'O1', goals: [{ id: 'M1', baseline: 40.5, actions: [{ id: 'A1' }] }] }],
    });
    expect(written?.draft?.objectives[0]?.goals[0]?.actions[0]?.budget).toEqual({ amount: 120_050, currency: 'PEN' });
  });

  it('approve it, and write its next version under the codes it has', async () => {
    const [written] = (await at.read<readonly Written[]>(`/api/boards/${board}/plans`)).filter(({ draft }) => draft);
    const path = `plan/${written?.id}`;
    expect((await look('plan')).html).toContain('Seguir con el borrador de la versión 1');
    const approved = await send(`${path}/aprobacion`, [
      ['version', '1'],
      ['norm', 'ORD-9-2026'],
      ['on', '2026-03-21'],
    ]);
    expect(approved.statusCode).toBe(303);
    const form = (await at.coordinator.get(`/mesa/${board}/${path}/borrador`, { accept: 'text/html' })).body;
    expect(form).toContain('Borrador de la versión 2 del plan');
    const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';
    const fields = [...form.matchAll(/<input[^>]*>/gu)]
      .map(([tag]) => [attribute(tag, 'name'), attribute(tag, 'value')] as const)
      .filter(([name]) => name !== '_key');
    const sent = await send(`${path}/borrador`, [
      ...fields.filter(([name]) => name !== 'o0-g0-a0-title'),
      ...[['o0-g0-a1-title', 'Otra acción'] as const, ['o0-g0-a1-responsible', police] as const],
      ...[['o0-g0-a1-start', '2026-02-01'] as const, ['o0-g0-a1-due', '2026-06-30'] as const],
      ...[['o0-g0-a1-budget', '0'] as const, ['o0-g0-a1-currency', 'PEN'] as const],
    ]);
    expect([sent.statusCode, sent.body]).toEqual([303, '']);
    const now = await at.read<Written>(`/api/boards/${board}/plans/${written?.id}`);
    expect(now.draft).toMatchObject({
      version: 2,
      objectives: [{ id: 'O1', goals: [{ id: 'M1', actions: [{ id: 'A2' }] }] }],
    });
    expect((await at.member.get(`/mesa/${board}/plan/nuevo`)).statusCode).toBe(403);
  });

  it('are large on a wall, and keep being so from page to page', async () => {
    const room = await at.coordinator.get(`/mesa/${board}/sesion?modo=sala`, { accept: 'text/html' });
    expect(room.body).toContain('class="board room"');
    expect(room.body).toContain(`/mesa/${board}/acuerdos?modo=sala`);
  });

  it('read the month section by section on the wall, by links alone', async () => {
    const month = await at.coordinator.get(`/mesa/${board}/2026-02`, { accept: 'text/html' });
    for (const corner of ['sesion', 'acuerdos', 'plan', '2026-02?modo=sala']) {
      expect(month.body).toContain(`href="/mesa/${board}/${corner}"`);
    }
    let next: string | undefined = `/mesa/${board}/2026-02?modo=sala`;
    const read: string[] = [];
    while (next !== undefined) {
      const { statusCode, body } = await at.coordinator.get(next, { accept: 'text/html' });
      expect([next, statusCode, body.match(/<section id=/gu)?.length]).toEqual([next, 200, 1]);
      read.push(/<section id="([^"]+)"/u.exec(body)?.[1] ?? '');
      next = /href="([^"]+)">Siguiente/u.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(read).toHaveLength(16);
    expect(new Set(read).size).toBe(16);
    expect(read.slice(0, 2)).toEqual(['month', 'agreements']);
    expect((await look('2026-02?modo=sala&seccion=nada')).status).toBe(404);
  });

  it('are read by members, who lead nothing, and not by strangers', async () => {
    const page = await at.member.get(`/mesa/${board}/acuerdos`, { accept: 'text/html' });
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain('Registrar');
    expect((await look('plan', at.stranger)).status).toBe(403);
    expect((await send(`sesion/${session}/cierre`, [], at.member)).statusCode).toBe(403);
    await eventually(async () => ((await look('sesion')).status === 200 ? true : undefined));
  });
});
