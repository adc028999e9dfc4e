import { deriveId } from '#event-log';
import { send } from '../../../src/platform.js';
import { Browser, textOf } from '../../acceptance/browser.js';
import { at, Caller, cem, type House, house, newCase, told } from '../../acceptance/house.js';
import { type Problem, shown } from './told.js';

const demuna = 'pe-150112-demuna';
const school = 'pe-150112-colegio';

describe('children, schools and who else takes part', () => {
  let h: House;
  let centre: Caller;
  let counter: Caller;
  beforeAll(async () => {
    h = await house();
    for (const [id, name, kind] of [
      [demuna, 'DEMUNA de prueba', 'DEMUNA'],
      [school, 'Colegio de prueba', 'EDUCATION'],
      ['pe-150112-hogar', 'Hogar de prueba', 'HRT'],
    ] as const) {
      const command = { do: 'register', organization: id, name, kind, country: 'PE', district: '150112' };
      await send(h.platform, 'organization', { id, command, actor: 'setup', commandId: deriveId('setup', id) });
    }
    centre = new Caller(h.app, at.cem);
    counter = new Caller(h.app, at.police);
  });
  afterAll(() => h.close());

  const opened = async (who: Caller, change: object = {}) =>
    told(await who.post('/api/cases', { ...newCase, complaint: false, reportItems: undefined, ...change })).id;

  it('A20: a school notifies what happens to a pupil, and who takes it in is told where a child goes', async () => {
    const teacher = new Caller(h.app, 'demo-colegio-01');
    const id = await opened(teacher, { age: 11, entry: 'EDUCATION', types: ['SEXUAL'], principal: 'SEXUAL' });
    expect((await shown(h, teacher, id)).childDestinations).toEqual(['DEMUNA', 'UPE']);
    // The name of the school is in the directory; what the child said is nowhere in what others see.
    expect((await counter.get(`/api/cases/${id}`)).statusCode).toBe(404);
  });

  it('A30: an adult’s service with a child’s case is warned, and the municipal office is proposed; an adult’s is not', async () => {
    const page = async (id: string) =>
      textOf((await new Browser(h.app, at.cem).get(`/casos/${id}?consistentWith=${await h.head()}`)).html);
    const child = await page(await opened(centre, { age: 15 }));
    expect(child).toContain('Es niña, niño o adolescente, y su institución atiende a personas adultas');
    expect(child).toContain('Derivar a DEMUNA de prueba');
    const grown = await opened(centre, { age: 18 });
    expect(await page(grown)).not.toContain('derive a quien la protege');
    expect((await shown(h, centre, grown)).childDestinations).toEqual([]);
  });

  it('A30: the municipal office answers for the case from the transfer on, with what the centre still had time for', async () => {
    const id = await opened(centre, { age: 15 });
    await centre.post(`/api/cases/${id}/steps`, { step: 'service-entered' });
    const mine = (await shown(h, centre, id)).clocks.find(({ stop }) => stop === 'first-level-done');
    expect(mine).toMatchObject({ institution: cem, status: 'running' });
    const nowhere = await centre.post(`/api/cases/${id}/transfers`, { to: 'pe-150112-nadie', reason: 'CHILD' });
    expect(nowhere.json<Problem>().code).toBe('case/unknown-institution');
    expect((await centre.post(`/api/cases/${id}/transfers`, { to: demuna, reason: 'CHILD' })).statusCode).toBe(201);
    const office = new Caller(h.app, 'demo-demuna-01');
    const theirs = await shown(h, office, id);
    expect(theirs.institution).toBe(demuna);
    expect(theirs.clocks).toMatchObject([
      { status: 'dropped', institution: cem },
      { status: 'running', institution: demuna, due: mine?.due },
    ]);
    expect((await centre.get(`/api/cases/${id}?consistentWith=${await h.head()}`)).statusCode).toBe(404);
  });

  it('A30: a centre gives the three levels of care, and each is a step of the law', async () => {
    const id = await opened(centre);
    await centre.post(`/api/cases/${id}/steps`, { step: 'service-entered' });
    for (const [service, level] of [
      ['PSYCHOLOGY', 1],
      ['LEGAL', 2],
      ['SOCIAL', 3],
    ] as const) {
      expect((await centre.post(`/api/cases/${id}/attentions`, { service, level })).statusCode).toBe(201);
    }
    const { done } = await shown(h, centre, id);
    expect(done).toEqual(expect.arrayContaining(['first-level-done', 'second-level-given', 'followed-up']));
  });

  it('A30: nights in a shelter are counted, and which shelter is written nowhere', async () => {
    const id = await opened(centre);
    await centre.post(`/api/cases/${id}/shelter-stays`, { from: '2026-03-01', nights: 5 });
    await centre.post(`/api/cases/${id}/shelter-stays`, { from: '2026-03-07', nights: 2 });
    expect((await shown(h, centre, id)).shelterNights).toBe(7);
    for await (const { type, dataText } of h.platform.log.readStream(`case-${id}`)) {
      if (type === 'ShelterStayRecorded') expect(dataText).not.toMatch(/hogar|pe-|150112/);
    }
  });

  it('A30: a closed case is opened again by who answered for it, and by nobody else', async () => {
    const id = await opened(centre);
    await centre.post(`/api/cases/${id}/closure`, { reason: 'PLAN_COMPLETED' });
    expect((await counter.post(`/api/cases/${id}/reopening`, { reason: 'RISK_AGAIN' })).statusCode).toBe(404);
    expect((await centre.post(`/api/cases/${id}/reopening`, { reason: 'RISK_AGAIN' })).statusCode).toBe(200);
    expect((await shown(h, centre, id)).status).toBe('open');
  });
});
