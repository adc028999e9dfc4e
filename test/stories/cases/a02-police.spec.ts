import { at, Caller, court, type House, house, newCase, police, told } from '../../acceptance/house.js';
import { Browser, formTo, textOf } from '../../acceptance/browser.js';
import { type Problem, shown } from './told.js';

/** Seed row A2: a police station takes complaints, values risk, reports within 24 hours, and executes what a court orders. */
describe('A2: a police station', () => {
  let h: House;
  let counter: Caller;
  let desk: Caller;
  beforeAll(async () => {
    h = await house();
    counter = new Caller(h.app, at.police);
    desk = new Caller(h.app, at.court);
  });
  afterAll(() => h.close());

  const { reportItems, ...bare } = newCase;
  const opened = async (body: object = newCase) => told(await counter.post('/api/cases', body)).id;
  /** As far as the court’s decision on one measure. */
  const decided = async (terms: object = {}) => {
    const id = await opened();
    await counter.post(`/api/cases/${id}/reports`, { court });
    await desk.post(`/api/cases/${id}/report-receipts`);
    await desk.post(`/api/cases/${id}/measures`, { granted: true, measures: ['NO_ACERCAMIENTO', 'ARMAS'], ...terms });
    return shown(h, counter, id);
  };

  it('cannot send a report that lacks items, is told which, and sends it when each is there or said not to be had', async () => {
    const id = await opened({ ...bare, reportItems: reportItems.slice(0, 8) });
    const refused = await counter.post(`/api/cases/${id}/reports`, { court }, { 'accept-language': 'es' });
    expect([refused.statusCode, refused.json<Problem>()]).toMatchObject([
      409,
      {
        code: 'case/report-incomplete',
        title: 'Faltan datos del informe',
        errors: [{ pointer: '/reportItems/PUBLIC_SERVANT' }, { pointer: '/reportItems/WEAPON_LICENCE' }],
      },
    ]);
    const items = [
      { item: 'PUBLIC_SERVANT', state: 'PRESENT' },
      { item: 'WEAPON_LICENCE', state: 'NOT_KNOWN' },
    ];
    expect((await counter.post(`/api/cases/${id}/report-items`, { items })).statusCode).toBe(201);
    expect((await shown(h, counter, id)).missingItems).toEqual([]);
    expect((await counter.post(`/api/cases/${id}/reports`, { court })).statusCode).toBe(201);
  });

  it('finds its own door chosen on the page of a new case, since the report counts complaints by it; others choose', async () => {
    const asked = async (actor: string) => {
      const page = await new Browser(h.app, actor).get('/casos/nuevo');
      return { page, entry: Object.fromEntries(formTo(page, '/casos/nuevo').fields)['entry'] };
    };
    const here = await asked(at.police);
    expect(here.entry).toBe('POLICE');
    expect(textOf(here.page.html)).toContain('Denuncia ante la policía, aquí o en otra unidad');
    const elsewhere = await asked(at.cem);
    expect(elsewhere.entry).toBe('');
    expect(textOf(elsewhere.page.html)).toContain('Derivado por la PNP');
    const browser = new Browser(h.app, at.police);
    const form = formTo(here.page, '/casos/nuevo');
    const wrong = await browser.send(form, { sex: 'F', types: ['PHYSICAL'], principal: 'SEXUAL', complaint: 'true' });
    expect(wrong.status).toBe(422);
    expect(textOf(wrong.html)).toContain('Denuncia ante la policía, aquí o en otra unidad');
    const opened = await browser.send(form, {
      sex: 'F',
      types: ['PHYSICAL'],
      principal: 'PHYSICAL',
      complaint: 'true',
    });
    const id = /[0-9a-f-]{36}/u.exec(opened.url)?.[0] ?? '';
    expect(await shown(h, counter, id)).toMatchObject({ entry: 'POLICE' });
  });

  it('is asked for the ten items also when the complaint comes after the case, and on the page', async () => {
    const id = await opened({ ...bare, complaint: false });
    await counter.post(`/api/cases/${id}/steps`, { step: 'complaint-received' });
    expect((await shown(h, counter, id)).missingItems).toHaveLength(10);
    const browser = new Browser(h.app, at.police);
    const page = await browser.get(`/casos/${id}`);
    expect(textOf(page.html)).toContain('Faltan 10 datos para enviar el informe');
    expect(page.forms.map(({ action }) => action.split('/').at(-1))).not.toContain('informe');
    const every = Object.fromEntries(reportItems.map(({ item }) => [item, 'PRESENT']));
    const after = await browser.send(formTo(page, '/datos'), { ...every, WEAPON_LICENCE: 'NO_ANSWER_IN_TIME' });
    expect(textOf(after.html)).toContain('Completo: el informe puede enviarse');
    expect(after.forms.map(({ action }) => action.split('/').at(-1))).toContain('informe');
  });

  it('reports late only after 24 hours, by the stamp of the court', async () => {
    const { clocks } = await shown(h, counter, await opened());
    expect(clocks).toContainEqual(
      expect.objectContaining({
        rule: 'PE-03',
        institution: police,
        due: '2026-03-10T15:00:00.000Z',
        status: 'running',
      }),
    );
  });

  it('values risk with the questionnaire: what is not known makes an interval, and is undetermined', async () => {
    const id = await opened();
    const answer = (answers: object, more: object = {}) =>
      counter.post(`/api/cases/${id}/risk-assessments`, { instrument: 'PE-FVR-PAREJA', answers, ...more });
    await answer([{ item: 'choking', value: 'YES' }]);
    expect((await shown(h, counter, id)).risk).toBe('UNDETERMINED');
    const browser = new Browser(h.app, at.police);
    const form = formTo(await browser.get(`/casos/${id}/valoracion`), '/valoracion');
    const beside = ['_key', 'instrument', 'level', 'reason'];
    const items = [...new Set(form.names)].filter((name) => !beside.includes(name));
    const harmless = {
      ...Object.fromEntries(items.map((name) => [name, 'NO'])),
      ...{ separated: 'TOGETHER', unemployed: 'YES' },
    };
    await browser.send(form, harmless);
    expect((await shown(h, counter, id)).risk).toBe('MILD');
    await browser.send(form, { ...harmless, level: 'SEVERE', reason: 'ARMED' });
    // Sent with the same form it is the same assessment: a new one has a form of its own.
    await browser.send(formTo(await browser.get(`/casos/${id}/valoracion`), '/valoracion'), {
      ...harmless,
      level: 'SEVERE',
      reason: 'ARMED',
    });
    expect((await shown(h, counter, id)).risk).toBe('SEVERE');
    expect(
      (await answer([{ item: 'weapon_used', value: 'YES' }], { level: 'MILD', reason: 'BECAUSE' })).statusCode,
    ).toBe(400);
  });

  it('executes each measure it was told of, and the step of the law is taken with the last', async () => {
    const { id, measures } = await decided();
    const [first, second] = measures;
    const step = (who: Caller, measure: string | undefined, name: string) =>
      who.post(`/api/cases/${id}/measures/${measure}/steps`, { step: name });
    expect((await step(counter, first?.id, 'EXECUTED')).json<Problem>().code).toBe('case/step-too-early');
    for (const measure of measures) await step(desk, measure.id, 'TOLD_EXECUTOR');
    await step(counter, first?.id, 'EXECUTED');
    expect((await shown(h, counter, id)).done).not.toContain('measures-executed');
    await step(counter, second?.id, 'EXECUTED');
    const after = await shown(h, counter, id);
    expect(after.clocks.find(({ rule }) => rule === 'PE-08')).toMatchObject({ status: 'met' });
    await step(counter, first?.id, 'BREACHED');
    const breached = await shown(h, counter, id);
    expect(breached.clocks.find(({ rule }) => rule === 'PE-11')).toMatchObject({
      status: 'running',
      institution: police,
    });
  });

  it('sees the court extend a measure, put another in its place, and hears before its term ends', async () => {
    const terms = [{ measure: 'ARMAS', until: '2026-03-20', executor: police }];
    const { id, measures } = await decided({ terms });
    const [kept, armed] = measures;
    const browser = new Browser(h.app, at.court);
    const page = await browser.get(`/casos/${id}`);
    expect(textOf(page.html)).toMatch(/Plazo hasta el 20 mar\.? 2026\./);
    await browser.send(formTo(page, `/medidas/${kept?.id}/fin`), { code: 'NO_COMUNICACION' });
    const notYours = await counter.post(`/api/cases/${id}/measures/${armed?.id}/extensions`, { until: '2026-09-01' });
    expect(notYours.json<Problem>().code).toBe('case/not-the-court');
    h.clock.advanceTo('2026-03-14T15:00:00.000Z');
    const warned = async (): Promise<unknown> => {
      for (;;) {
        const found = h.notices().find(({ kind }) => kind === 'measure-expiring');
        if (found !== undefined) return found;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    expect(await warned()).toMatchObject({ to: court, ref: id });
    const after = await shown(h, counter, id);
    expect(after.measures).toMatchObject([
      { code: 'NO_ACERCAMIENTO', ended: 'SUBSTITUTED' },
      { code: 'ARMAS', warned: true, until: '2026-03-20' },
      { code: 'NO_COMUNICACION' },
    ]);
    await desk.post(`/api/cases/${id}/measures/${armed?.id}/extensions`, { until: '2026-09-01' });
    expect((await shown(h, counter, id)).measures[1]).toMatchObject({ warned: false, until: '2026-09-01' });
  });
});
