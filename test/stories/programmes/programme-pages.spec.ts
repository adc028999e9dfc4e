import { at, newCase, toPsychology } from '../../acceptance/house.js';
import { measureOf, municipality, type ProgrammeWorld, programmeWorld, type Somebody } from './reeducation-world.js';

const clerk = 'demo-municipalidad-01';

/** What people of a programme record on its pages, without a program of their own. */
describe('the pages of programmes', () => {
  let world: ProgrammeWorld;
  let facilitator: Somebody;
  beforeAll(async () => {
    world = await programmeWorld();
    facilitator = world.as('demo-cai-01');
  });
  afterAll(() => world.close());

  /** A measure as its form sends it. */
  const measure = (phase: 'PRE' | 'POST', points: 0 | 1 | 2 | 3) => [
    ['phase', phase] as const,
    ...measureOf(phase, points).answers.map(({ item, answer }) => [`item-${item}`, String(answer)] as const),
  ];

  it('lead everybody to what they take part in, and nobody elsewhere', async () => {
    const ways = async (actor: string) => (await world.as(actor).look('/programas')).replaceAll(/\s+/gu, ' ');
    const ofCentre = await ways('demo-cai-01');
    for (const way of ['Reeducación', 'Grupos de hombres', 'Fondos de apoyo', 'Alertas']) {
      expect(ofCentre).toContain(way);
    }
    expect(await ways(at.court)).toContain('Reeducación');
    expect(await ways(at.cem)).not.toContain('Reeducación');
    expect(ofCentre).not.toContain('Registrar una ayuda');
    const audits = await world.as('demo-auditoria').look('/mesa');
    expect(audits).toContain('Auditoría');
    expect(audits).not.toContain('Programas');
    expect(await world.as('demo-coordinacion').look('/mesa')).toContain('Programas');
  });

  it('measure a participant before and after, with the same questions', async () => {
    const { id } = await facilitator.done('/api/reeducation/enrolments', { entry: 'VOLUNTARY', sessions: 4 });
    const page = `/programas/reeducacion/${id}`;
    expect(await facilitator.look(page)).toContain('Estas preguntas no han sido validadas.');
    expect(await facilitator.form(`${page}/medida`, measure('PRE', 1).slice(0, 3))).toBe(422);
    expect(await facilitator.form(`${page}/medida`, measure('PRE', 1))).toBe(303);
    expect(await facilitator.look(page)).toContain('Antes: 8 puntos');
    expect(await facilitator.form(`${page}/medida`, measure('POST', 3))).toBe(303);
    const measured = await facilitator.look(page);
    expect(measured).toContain('Antes: 8; después: 24 puntos');
    expect(measured).not.toContain('Guardar la medida');
    expect(await facilitator.read(`/api/reeducation/enrolments/${id}`)).toMatchObject({
      measures: { PRE: { instrument: 'MEN-NON-VIOLENCE', version: 1, score: 8 }, POST: { change: 16 } },
    });
  });

  it('keep a group: who leads, who left, what they did in public', async () => {
    const group = (await facilitator.done('/api/masculinities/groups', { name: 'Grupo de prueba' })).id;
    const api = `/api/masculinities/groups/${group}`;
    const [one, other] = [await facilitator.done(`${api}/participants`), await facilitator.done(`${api}/participants`)];
    const page = `/programas/masculinidades/${group}`;
    const man = `${page}/participantes/${one.id}`;
    expect(await facilitator.form(`${man}/liderazgo`, [['leads', 'true']])).toBe(303);
    expect(await facilitator.form(`${man}/medida`, measure('PRE', 2))).toBe(303);
    expect(await facilitator.form(`${page}/participantes/${other.id}/salida`, [['reason', 'MOVED']])).toBe(303);
    const act = [['day', '2026-03-05'] as const, ['kind', 'FAIR'] as const, ['men', '1'] as const];
    expect(await facilitator.form(`${page}/actividad`, [...act, ['reached', '80']])).toBe(303);
    const shown = await facilitator.look(page);
    expect(shown).toContain('un participante');
    expect(shown).toContain('líder Antes: 16 puntos');
    expect(shown).toContain('Feria, 80 personas');
    expect(await world.as(at.cem).form(`${page}/actividad`, [...act, ['reached', '80']])).toBe(404);
    expect(shown).toMatch(/Dejaron el grupo .*Registrar la reunión .*\(dejó el grupo\)/u);
    expect(await facilitator.form(`${man}/liderazgo`, [['leads', 'false']])).toBe(303);
    expect(await facilitator.read(api)).toMatchObject({ participants: [{ id: one.id, leads: false }] });
    expect(await facilitator.form(`${page}/cierre`, [])).toBe(303);
    const closed = await facilitator.look(page);
    expect(closed).not.toMatch(/Añadir un participante|Registrar una actividad|Medir antes del programa/u);
    expect(closed).toContain('Medir después del programa');
    // Whoever has left, or was there to the end: what closes a measure, and a meeting that was held.
    expect(await facilitator.form(`${man}/medida`, measure('POST', 3))).toBe(303);
    const meeting = [one.id, other.id].map((id) => ['present', id] as const);
    expect(await facilitator.form(`${page}/reunion`, [['day', '2026-03-04'], ...meeting])).toBe(303);
    const after = await facilitator.look(page);
    expect(after).toContain('vinieron 2');
    expect(after).not.toContain('Medir después del programa');
  });

  it('give a request up, and take back what was not spent', async () => {
    const lead = world.as('demo-coordinacion');
    await lead.done('/api/funds', { id: 'fondo', name: 'Fondo de prueba', administrator: municipality });
    const line = { line: 'L1', name: 'Línea de prueba', source: 'mesa', currency: 'PEN', cents: 100_000 };
    await lead.done('/api/funds/fondo/lines', line);
    const station = world.as(at.police);
    const opened = await station.done('/api/cases', newCase);
    const { id: referral } = await station.done('/api/referrals', toPsychology(opened.id));
    const asking = { referral, line: 'L1', purpose: 'TRANSPORT', units: 2, cents: 3_000 };
    const first = await station.done('/api/funds/fondo/requests', asking);
    const second = await station.done('/api/funds/fondo/requests', asking);
    const to = (request: string) => `/programas/fondos/fondo/pedidos/${request}`;
    expect(await station.form(`${to(first.id)}/anulacion`, [['reason', 'NO_LONGER_NEEDED']])).toBe(303);
    expect(await station.look('/programas/fondos/fondo')).toContain('Sin efecto');
    const pays = world.as(clerk);
    expect(await pays.form(`${to(second.id)}/aprobacion`, [])).toBe(303);
    expect(await pays.form(`${to(second.id)}/pago`, [['voucher', 'B-1']])).toBe(303);
    const paid = await pays.look('/programas/fondos/fondo');
    expect(paid).toContain('Registrar una devolución');
    expect(paid).toContain('Costo por caso: reservado');
    const back = [['voucher', 'B-2'] as const, ['amount', '10,50'] as const];
    expect(await station.form(`${to(second.id)}/devolucion`, back)).toBe(403);
    expect(await pays.form(`${to(second.id)}/devolucion`, back)).toBe(303);
    expect(await pays.read('/api/funds/fondo')).toMatchObject({
      lines: [{ cents: 100_000, promised: 0, paid: 1_950 }],
    });
  });
});
