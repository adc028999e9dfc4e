import { newCase, police, told, toPsychology } from '../acceptance/house.js';
import { type Place, place } from './support.js';

const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };

/** What was typed in a form that is refused is what takes time: it comes back, with what is wrong beside its field. */
describe('A form that is not complete comes back filled in', () => {
  let here: Place;
  let code = '';
  beforeAll(async () => {
    here = await place();
    const { id } = told(await here.as('chief').post('/api/cases', newCase));
    code = told(await here.as('chief').get(`/api/cases/${id}`)).code;
  }, 60_000);
  afterAll(() => here.close());

  const send = (who: string, path: string, fields: Readonly<Record<string, string>>) =>
    here.as(who).post(path, new URLSearchParams(fields).toString(), form);
  /** Nothing was recorded by it; the answer’s status and page. */
  async function refused(who: string, path: string, fields: Readonly<Record<string, string>>) {
    const before = await here.platform.log.head();
    const { statusCode, body } = await send(who, path, fields);
    expect(await here.platform.log.head()).toBe(before);
    return { status: statusCode, body };
  }
  const wrong = (name: string, words: string): string => `<p class="error" id="${name}-error">${words}</p>`;
  const missing = 'Falta este dato.';
  const typed = (name: string, value: string): RegExp =>
    new RegExp(`name="${name}"[^>]* value="${value}"|value="${value}"[^>]* name="${name}"`, 'u');
  const ticked = (name: string, value: string): RegExp =>
    new RegExp(`name="${name}"[^>]* value="${value}"[^>]* checked`, 'u');

  it('when emergency access is asked for', async () => {
    const explanation = 'La persona está aquí y no puede esperar.';
    const filled = { case: code, reason: 'PERSON_PRESENT', explanation };
    const blank = await refused('doctor', '/emergencia', { ...filled, reason: '', case: '' });
    expect(blank.status).toBe(422);
    expect(blank.body).toContain(`>${explanation}</textarea>`);
    for (const field of ['case', 'reason']) expect(blank.body).toContain(wrong(field, missing));
    expect(blank.body).toContain('<a href="#case">Código del caso: Falta este dato.</a>');
    const short = await refused('doctor', '/emergencia', { ...filled, explanation: `${' '.repeat(20)}corto` });
    expect(short.status).toBe(422);
    expect(short.body).toMatch(ticked('reason', 'PERSON_PRESENT'));
    expect(short.body).toMatch(typed('case', code));
    expect(short.body).toContain('La explicación es muy corta.');
    // Whoever mistyped the code keeps the explanation, and learns nothing of a case that is there.
    const unknown = await refused('doctor', '/emergencia', { ...filled, case: '26-0000-0000' });
    expect([unknown.status, unknown.body.includes('No hay un caso con ese código')]).toEqual([404, true]);
    expect(unknown.body).toContain(`>${explanation}</textarea>`);
    expect((await send('doctor', '/emergencia', filled)).statusCode).toBe(303);
  });

  it('when a case is to be sealed', async () => {
    const filled = { case: code, aim: 'seal', ground: 'COURT_ORDER', norm: 'Ley 30364', number: '00417-2026' };
    const path = '/derechos/reservas';
    const blank = await refused('officer', path, { ...filled, case: '' });
    expect(blank.status).toBe(422);
    expect(blank.body).toContain(wrong('case', missing));
    for (const name of ['norm', 'number'] as const) expect(blank.body).toMatch(typed(name, filled[name]));
    expect(blank.body).toMatch(ticked('ground', 'COURT_ORDER'));
    const half = await refused('officer', path, { ...filled, norm: '' });
    expect([half.status, half.body.includes('Falta la orden, o sobra.')]).toEqual([422, true]);
    expect(half.body).toMatch(typed('number', filled.number));
    const unknown = await refused('officer', path, { ...filled, case: '26-0000-0000' });
    expect([unknown.status, unknown.body.includes('No hay un caso con ese código')]).toEqual([404, true]);
    expect((await send('officer', path, filled)).statusCode).toBe(303);
    const again = await refused('officer-2', path, filled);
    expect([again.status, again.body.includes('Ya hay un pedido sobre ese caso.')]).toEqual([409, true]);
    expect(again.body).toMatch(typed('norm', filled.norm));
  });

  it('when somebody is to be unmasked', async () => {
    const path = '/auditoria/desenmascarar';
    const filled = { pseudonym: 'P-0000-0000-0000', reason: 'UNUSUAL_READS' };
    const blank = await refused('auditor', path, { ...filled, reason: '' });
    expect(blank.status).toBe(422);
    expect(blank.body).toContain(wrong('reason', missing));
    expect(blank.body).toMatch(typed('pseudonym', filled.pseudonym));
    const nobody = await refused('auditor', path, filled);
    expect([nobody.status, nobody.body.includes('Nadie tiene ese seudónimo en esta sesión.')]).toEqual([404, true]);
    expect(nobody.body).toContain('<option value="UNUSUAL_READS" selected');
  });

  it('when a fund is asked for money, pays, or is paid back', async () => {
    const fund = '/api/funds/fondo-de-formularios';
    const page = '/programas/fondos/fondo-de-formularios';
    const done = async (who: string, path: string, body: object) => told(await here.as(who).post(path, body)).id;
    const id = await done('chief', '/api/cases', newCase);
    const referral = await done('counter', '/api/referrals', toPsychology(id));
    await done('leader', '/api/funds', { id: 'fondo-de-formularios', name: 'Fondo', administrator: police });
    const line = { line: 'L1', name: 'Presupuesto', source: 'mesa', currency: 'PEN', cents: 20_000 };
    await done('leader', `${fund}/lines`, line);
    const asking = { referral, line: 'L1', purpose: 'TRANSPORT', units: '2', amount: '' };
    const looked = await here.platform.reads.head();
    const blank = await refused('counter', `${page}/pedidos`, asking);
    // The lists of the page are seen once more.
    expect(await here.platform.reads.head()).not.toBe(looked);
    expect(blank.status).toBe(422);
    expect(blank.body).toContain(wrong('amount', missing));
    expect(blank.body).toMatch(typed('units', '2'));
    for (const chosen of [referral, 'L1', 'TRANSPORT']) expect(blank.body).toContain(`value="${chosen}" selected`);
    const nothing = await refused('counter', `${page}/pedidos`, { ...asking, amount: '0' });
    expect([nothing.status, nothing.body.includes('id="amount-error"')]).toEqual([422, true]);
    expect((await send('counter', `${page}/pedidos`, { ...asking, amount: '10,50' })).statusCode).toBe(303);
    expect((await send('counter', `${page}/pedidos`, { ...asking, amount: '5' })).statusCode).toBe(303);
    const asked = (await here.as('counter').get(`${fund}/requests`)).json<{ id: string; asked: number }[]>();
    const [first, second] = [1_050, 500].map((cents) => asked.find((each) => each.asked === cents)?.id ?? '');
    for (const request of [first, second]) {
      expect((await send('chief', `${page}/pedidos/${request}/aprobacion`, {})).statusCode).toBe(303);
    }
    const unnamed = await refused('chief', `${page}/pedidos/${first}/pago`, { voucher: '' });
    // Beside the field of this request, and of no other.
    expect(unnamed.body).toContain(wrong(`${first}-voucher`, missing));
    expect(unnamed.body).not.toContain(`id="${second}-voucher-error"`);
    const whyless = await refused('counter', `${page}/pedidos/${second}/anulacion`, { reason: '' });
    expect(whyless.body).toContain(wrong(`${second}-cancel-reason`, missing));
    expect((await send('chief', `${page}/pedidos/${first}/pago`, { voucher: 'B-1' })).statusCode).toBe(303);
    const used = await refused('chief', `${page}/pedidos/${second}/pago`, { voucher: 'B-1' });
    expect([used.status, used.body.includes('Ese comprobante ya se usó.')]).toEqual([409, true]);
    expect(used.body).toMatch(typed('voucher', 'B-1'));
    const back = await refused('chief', `${page}/pedidos/${first}/devolucion`, { voucher: 'R-1', amount: '' });
    expect(back.body).toContain(wrong(`${first}-amount`, missing));
    expect(back.body).toMatch(typed('voucher', 'R-1'));
  });
});
