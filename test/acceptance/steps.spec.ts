import { at, Caller, eventually, type House, house, newCase, told } from './house.js';

/** A case as the API shows its clocks. */
interface Shown {
  readonly nextSteps: readonly string[];
  readonly awaited: readonly { readonly step: string; readonly institution: string }[];
  readonly clocks: readonly {
    readonly rule: string;
    readonly stop: string;
    readonly status: string;
    readonly due: string;
    readonly was: readonly { readonly rule: string; readonly due: string; readonly because: string }[];
    readonly reached: readonly { readonly role: string; readonly due: string; readonly at: string }[];
  }[];
}

describe('The clocks of a case', () => {
  let h: House;
  let counter: Caller;
  let court: Caller;
  beforeAll(async () => {
    h = await house();
    counter = new Caller(h.app, at.police);
    court = new Caller(h.app, at.court);
  });
  afterAll(() => h.close());

  const opened = async () => told(await counter.post('/api/cases', newCase)).id;
  const clockOf = ({ clocks }: Shown, rule: string) => clocks.find((clock) => clock.rule === rule);
  const stampedAt = async (id: string) => {
    await counter.post(`/api/cases/${id}/reports`, { court: 'pe-150112-juzgado-familia' });
    return told(await court.post(`/api/cases/${id}/report-receipts`)).position;
  };
  const shown = async (id: string, position: string) =>
    (await counter.get(`/api/cases/${id}?consistentWith=${position}`)).json<Shown>();

  it('show the due time they had when a new level of risk moves them', async () => {
    const id = await opened();
    const before = clockOf(await shown(id, await stampedAt(id)), 'PE-05h');
    const { position } = told(await counter.post(`/api/cases/${id}/risk-assessments`, { level: 'SEVERE' }));
    expect(clockOf(await shown(id, position), 'PE-05g')).toMatchObject({
      status: 'running',
      was: [{ rule: 'PE-05h', due: before?.due, because: 'risk' }],
    });
  });

  it('are met and started by the steps that are recorded, in their order', async () => {
    const id = await opened();
    await stampedAt(id);
    const early = await court.post(`/api/cases/${id}/steps`, { step: 'measures-notified-to-executor' });
    expect([early.statusCode, told(early)]).toMatchObject([409, { code: 'case/step-too-early' }]);
    await court.post(`/api/cases/${id}/measures`, { granted: true, measures: [] });
    const { position } = told(await court.post(`/api/cases/${id}/steps`, { step: 'measures-notified-to-executor' }));
    const after = await shown(id, position);
    expect(clockOf(after, 'PE-06')).toMatchObject({ status: 'met' });
    expect(clockOf(after, 'PE-08')).toMatchObject({ status: 'running', stop: 'measures-executed' });
    expect(after.awaited).toMatchObject([{ step: 'measures-tracked' }]);
    expect(after.nextSteps).toEqual(expect.arrayContaining(['measures-executed', 'measures-tracked']));
  });

  it.each([
    ['dance', 422, 'case/unknown-step'],
    ['measures-issued', 409, 'case/step-recorded-otherwise'],
  ])('take no %s', async (step, status, code) => {
    const answer = await counter.post(`/api/cases/${await opened()}/steps`, { step }, { 'accept-language': 'es' });
    expect([answer.statusCode, told(answer)]).toMatchObject([status, { code }]);
    expect(answer.json<{ title: string }>().title).toMatch(/paso/);
  });

  it('call the owner, the supervisor and the coordinator, each once, and the coordinator without the case', async () => {
    const id = await opened();
    const { clock } = h;
    clock.advanceTo(new Date(Date.parse(clock.now()) + 40 * 3_600_000).toISOString());
    const called = await eventually(async () => {
      const reached = clockOf(await shown(id, await h.head()), 'PE-03')?.reached ?? [];
      const notices = h.notices().filter(({ kind }) => kind.startsWith('clock-'));
      return reached.length === 3 && notices.some(({ kind }) => kind === 'clock-coordinator') ? reached : undefined;
    });
    expect(called.map(({ role }) => role)).toEqual(['OWNER', 'SUPERVISOR', 'COORDINATOR']);
    for (const { due, at: fired } of called) expect(fired > due).toBe(true);
    const coordinator = h.notices().filter(({ kind }) => kind === 'clock-coordinator');
    expect(JSON.stringify(coordinator)).not.toContain(id);
    expect(coordinator[0]).toMatchObject({ to: 'coordinator/150112', ref: 'pe-150112-comisaria-familia' });
  });
});
