import { cem } from '../../acceptance/house.js';
import { board, registerWorld, type RegisterWorld } from './register-world.js';

/** The registers of a board on pages, without a script. */
describe('the pages of the registers', () => {
  let at: RegisterWorld;
  let agreement = '';
  beforeAll(async () => {
    at = await registerWorld();
    agreement = await at.agree('Dar presupuesto a los talleres');
  });
  afterAll(() => at.close());

  const home = `/mesa/${board}/registro`;
  const look = async (path: string, who = at.member) => {
    const headers = { accept: 'text/html', 'consistent-with': await at.head() };
    const { statusCode, body } = await who.get(path, headers);
    return { status: statusCode, body, text: plain(body) };
  };
  const plain = (body: string): string => body.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');
  const send = (path: string, fields: readonly (readonly [string, string])[], who = at.member) =>
    who.post(path, new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html',
    });
  const activity = [
    ['kind', 'WORKSHOP'],
    ['on', '2026-03-05'],
    ['topic', 'PARTICIPATION'],
    ['district', '150112'],
    ['institutions', cem],
    ['place', ''],
    ['people.0.sex', 'F'],
    ['people.0.ageBand', '26-29'],
    ['people.0.count', '30'],
    ['people.1.sex', ''],
    ['people.1.ageBand', ''],
    ['people.1.count', ''],
  ] as const;
  /** The address of the first entry of a list. */
  const first = async (register: string): Promise<string> => {
    const { body } = await look(`${home}/${register}`);
    return new RegExp(`${home}/${register}/[0-9a-f-]{36}`, 'u').exec(body)?.[0] ?? '';
  };

  it('take an entry with its lines, and list it', async () => {
    expect((await look(`${home}/activities`)).text).toContain('Todavía no hay nada en este registro.');
    const sent = await send(`${home}/activities`, activity);
    expect([sent.statusCode, sent.headers.location]).toEqual([
      303,
      expect.stringMatching(`^${home}/activities\\?consistentWith=`),
    ]);
    expect((await look(`${home}/activities`)).text).toContain('Taller · Participación');
    expect((await look(await first('activities'))).text).toContain('Personas Mujer · 26 a 29 años · 30');
  });

  it('show a form again with what was filled in and what is wrong', async () => {
    const wrong = activity.map(([name, value]) => [name, name === 'on' ? '' : value] as const);
    const { statusCode, body } = await send(`${home}/activities`, [...wrong, ['audience', 'muchas']]);
    expect(statusCode).toBe(400);
    expect(body).toContain('href="#record-on"');
    expect(body).toContain('href="#record-audience"');
    expect(body).toContain('value="muchas"');
  });

  it('correct an entry and take it out, with a reason', async () => {
    const at1 = await first('activities');
    expect((await send(`${at1}/correccion`, activity)).statusCode).toBe(400);
    const fewer = activity.map(([name, value]) => [name, name === 'people.0.count' ? '28' : value] as const);
    expect((await send(`${at1}/correccion`, [...fewer, ['reason', 'WRONG_COUNT']])).statusCode).toBe(303);
    expect((await look(at1)).text).toContain('26 a 29 años · 28');
    expect((await send(`${at1}/baja`, [['reason', '']])).statusCode).toBe(400);
    expect((await send(`${at1}/baja`, [['reason', 'ENTERED_TWICE']])).statusCode).toBe(303);
    expect((await look(at1)).text).toMatch(/Dado de baja .*Cambios .*Cantidad equivocada .*Está dos veces/u);
  });

  it('take a step and take it back', async () => {
    const line = [
      ['purpose', 'PREVENTION'],
      ['year', '2026'],
      ['holder', cem],
      ['amount', '1250.50'],
      ['currency', 'PEN'],
      ['on', '2026-03-01'],
      ['agreement', agreement],
    ] as const;
    expect((await send(`${home}/budget-lines`, line)).statusCode).toBe(303);
    const entry = await first('budget-lines');
    expect((await look(entry)).text).toContain('Acuerdo de la mesa Dar presupuesto a los talleres');
    const spent = [
      ['amount', '250,05'],
      ['on', '2026-03-05'],
    ] as const;
    expect((await send(`${entry}/pasos/executions`, [['amount', 'nada']])).statusCode).toBe(400);
    expect((await send(`${entry}/pasos/executions`, spent)).statusCode).toBe(303);
    const { text, body } = await look(entry);
    expect(text).toContain('Gasto Monto: 250.05');
    const back = new RegExp(`${entry}/anulaciones/[0-9a-f-]{36}`, 'u').exec(body)?.[0] ?? '';
    expect((await send(back, [['reason', 'OTHER']])).statusCode).toBe(303);
    expect((await look(entry)).text).not.toContain('Monto: 250.05');
    expect((await send(`${entry}/pasos/nada`, spent)).statusCode).toBe(404);
  });

  it('offer nothing that is not the reader’s to do', async () => {
    const entry = await first('budget-lines');
    expect((await look(entry, at.citizens)).text).not.toContain('Corregir');
    expect((await look(`${home}/activities`, at.outsider)).status).toBe(403);
    expect((await look(`${home}/nada`)).status).toBe(404);
  });

  it('say on which day of the country something was corrected', async () => {
    // The tenth in the evening, and the eleventh in UTC.
    await at.later('2026-03-11T03:00:00.000Z');
    await send(`${home}/activities`, activity);
    const entry = await first('activities');
    const more = activity.map(([name, value]) => [name, name === 'people.0.count' ? '31' : value] as const);
    expect((await send(`${entry}/correccion`, [...more, ['reason', 'WRONG_COUNT']])).statusCode).toBe(303);
    expect((await look(entry)).text).toContain('10 mar. 2026: Cantidad equivocada');
  });
});
