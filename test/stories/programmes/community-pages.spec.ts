import { monthOver } from '../../support/months.js';
import { type Countryside, defenders, demuna, federation, founded, school, station } from './community.js';

/** What a volunteer does on a small phone, what a coordinator reads: pages that work without a script. */
describe('the pages of communities', () => {
  let at: Countryside;
  beforeAll(async () => {
    at = await founded();
  });
  afterAll(() => at.close());

  const look = async (path: string, who = at.coordinator) => {
    const headers = { accept: 'text/html', 'consistent-with': await at.head() };
    const { statusCode, body } = await who.get(path, headers);
    return { status: statusCode, html: body, text: body.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ') };
  };
  const post = (path: string, fields: readonly (readonly [string, string])[], who = at.volunteer) =>
    who.post(path, new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html',
    });

  const filled = [
    ...[['matter', 'PHYSICAL'] as const, ['community', 'ccapi'] as const, ['day', '2026-03-08'] as const],
    ...[['sex', 'F'] as const, ['ageBand', '26-29'] as const, ['language', 'QU'] as const],
    ...[['acts', 'ACCOMPANIED'] as const, ['to', station] as const, ['agrees', 'true'] as const],
    ['contact', 'con la vecina'] as const,
  ];

  it('ask a volunteer little, in Quechua where it is sure, and say that nobody checked it', async () => {
    const { text } = await look('/comunidades/ayuda?idioma=qu', at.volunteer);
    expect(text).toContain('todavía no fueron revisadas por una persona que lo habla');
    for (const word of ['Ayllu', 'Warmi', 'Qhari', 'Arí', 'Manan', '¿Qué pasó?']) expect(text).toContain(word);
    expect((await look('/comunidades/ayuda', at.police)).status).toBe(403);
  });

  it('say at the question what is missing, and keep what was filled in', async () => {
    const refused = await post('/comunidades/ayuda', filled.slice(1));
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Falta responder: ¿Qué pasó?');
    expect(refused.body).toContain('value="2026-03-08"');
    const nobody = await post('/comunidades/ayuda', [['matter', 'ABANDONMENT'], ...filled.slice(1)]);
    expect([nobody.statusCode, nobody.body]).toEqual([
      422,
      expect.stringContaining('La red deriva casos de violencia'),
    ]);
  });

  it('record what happened on another day, and lead to the case', async () => {
    const sent = await post('/comunidades/ayuda?idioma=qu', filled);
    expect(sent.statusCode).toBe(303);
    const done = await look(String(sent.headers.location), at.volunteer);
    expect(done.text).toContain('Quedó registrado y derivado');
    expect(done.html).toMatch(/href="\/casos\/[0-9a-f-]{36}"/u);
    expect(await at.read('/api/helps', at.volunteer)).toMatchObject([{ at: '2026-03-08T17:00:00.000Z', to: station }]);
  });

  it('show councils by network, with who serves today, and what they did', async () => {
    const term = { defender: 'D-01', from: '2024-01-01', training: 'TRAINED' };
    await at.done(`/api/councils/${defenders}/defenders`, term);
    const { text } = await look('/comunidades');
    expect(text).toContain('Red: Coordinadora de prueba');
    expect(text).toContain('un integrante en funciones, 1 con formación concluida');
    await monthOver(at);
    const month = await look(`/comunidades/redes/${federation}/2026-03`, at.federated);
    expect(month.text).toContain('menos de 5 o reservado');
    expect(month.text).toContain('Cuenta lo registrado hasta el 31 de marzo de 2026.');
    expect((await look(`/comunidades/redes/${federation}/2026-03`, at.volunteer)).status).toBe(403);
  });

  it('give an alert and answer it', async () => {
    const alert = [['topic', 'DRUGS'] as const, ['source', 'SCHOOL'] as const, ['to', demuna] as const];
    const nowhere = await post('/alertas', [...alert, ['place', 'la-esquina']], at.teacher);
    expect([nowhere.statusCode, nowhere.body]).toEqual([422, expect.stringContaining('Nunca un nombre')]);
    expect((await post('/alertas', [...alert, ['place', school]], at.teacher)).statusCode).toBe(303);
    const [given] = await at.read<readonly { readonly id: string }[]>('/api/alerts', at.office);
    const { text } = await look('/alertas', at.office);
    expect(text).toContain('Drogas');
    expect(text).toContain('Colegio de prueba');
    expect(text).not.toContain(school);
    expect((await look('/alertas', at.teacher)).html).not.toContain('/respuesta');
    expect((await post(`/alertas/${given?.id}/revision`, [], at.office)).statusCode).toBe(303);
    expect((await look('/alertas', at.office)).text).toContain('En revisión');
    expect((await post(`/alertas/${given?.id}/respuesta`, [['answer', 'VISITED']], at.office)).statusCode).toBe(303);
    expect((await look('/alertas', at.office)).text).toContain('Se visitó el lugar');
  });

  it('hand on somebody an alert led to, and ask for no name', async () => {
    const alert = [['topic', 'DRUGS'] as const, ['source', 'SCHOOL'] as const, ['to', demuna] as const];
    expect((await post('/alertas', [...alert, ['place', school]], at.teacher)).statusCode).toBe(303);
    const [given] = await at.read<readonly { readonly id: string }[]>('/api/alerts', at.office);
    const path = `/alertas/${given?.id}/derivacion`;
    expect((await look('/alertas', at.office)).html).toContain(`href="${path}"`);
    expect((await look('/alertas', at.teacher)).html).not.toContain('/derivacion"');
    expect((await look(path, at.teacher)).status).toBe(403);
    const form = await look(path, at.office);
    expect(form.text).toContain('Derivar a una persona que se encontró');
    expect(form.html).not.toMatch(/name="(?:name|contact|documentId)"/u);
    const whom = [['type', 'PHYSICAL'] as const, ['sex', 'F'] as const, ['ageBand', '26-29'] as const];
    const short = await post(path, [...whom, ['language', 'ES']], at.office);
    expect([short.statusCode, short.body]).toEqual([422, expect.stringContaining('id="to-error"')]);
    const sent = await post(path, [...whom, ['language', 'ES'], ['to', station]], at.office);
    expect([sent.statusCode, sent.headers.location]).toEqual([
      303,
      expect.stringMatching(/^\/derivaciones\/[0-9a-f-]+/u),
    ]);
    expect((await look('/alertas', at.office)).text).toContain('Derivada');
  });

  it('show the act of an assembly', async () => {
    const act = { community: 'quilli', on: '2026-03-08', languages: ['QU', 'ES'], women: 26, men: 14 };
    expect((await at.volunteer.post('/api/assemblies', act)).statusCode).toBe(201);
    const { text } = await look('/comunidades/asambleas', at.stranger);
    expect(text).toContain('quilli. Se habló en quechua, castellano. Asistieron 26 mujeres y 14 hombres.');
  });
});
