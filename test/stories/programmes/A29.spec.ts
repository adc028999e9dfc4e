import { newCase } from '../../acceptance/house.js';
import { type Countryside, countryside, inspection } from './community.js';

interface Shown {
  readonly clocks: readonly { readonly stop: string; readonly rule: string; readonly status: string }[];
}

/** A29: workers of agro-export, young women most of them, harassed where they work. */
describe('A29, sexual harassment at work', () => {
  let at: Countryside;
  let id = '';
  beforeAll(async () => {
    at = await countryside();
    const about = { setting: 'WORKPLACE', types: ['SEXUAL'], principal: 'SEXUAL', age: 24, relation: 'EMPLOYER' };
    const body = { ...newCase, ...about, complaint: false, reportItems: undefined };
    id = (await at.member.post('/api/cases', body)).json<{ readonly id: string }>().id;
  });
  afterAll(() => at.close());

  const clocks = async () => (await at.read<Shown>(`/api/cases/${id}`, at.member)).clocks;

  it('runs by the clocks of its own law', async () => {
    expect((await clocks()).map(({ stop }) => stop).sort()).toEqual([
      'harassment-care-offered',
      'harassment-investigated',
      'harassment-protection-given',
      'labour-authority-informed',
    ]);
  });

  it('is proposed to labour inspection, and handed on to it', async () => {
    expect(await at.read(`/api/cases/${id}`, at.member)).toMatchObject({
      ...{ setting: 'WORKPLACE', settingDestinations: ['LABOUR_INSPECTION'] },
    });
    const sent = await at.member.post('/api/referrals', {
      ...{ case: id, to: { organization: inspection, service: `${inspection}-1` }, purpose: 'LABOUR_HARASSMENT' },
      ...{ urgency: 'PRIORITY', consent: { basis: 'consented', mode: 'VERBAL', language: 'ES' } },
    });
    expect(sent.statusCode).toBe(201);
  });

  it('goes from step to step: the investigation starts the time for the decision', async () => {
    for (const step of ['labour-authority-informed', 'harassment-investigated', 'harassment-decided']) {
      expect((await at.member.post(`/api/cases/${id}/steps`, { step })).statusCode).toBe(201);
    }
    const stand = new Map((await clocks()).map(({ stop, status }) => [stop, status]));
    expect(stand.get('labour-authority-informed')).toBe('met');
    expect(stand.get('harassment-decided')).toBe('met');
    expect(stand.get('labour-authority-told-of-decision')).toBe('running');
  });

  it('is no step of a case that is about something else', async () => {
    const body = { ...newCase, complaint: false, reportItems: undefined };
    const other = (await at.member.post('/api/cases', body)).json<{ readonly id: string }>().id;
    const step = { step: 'harassment-investigated' };
    expect(await at.refused(`/api/cases/${other}/steps`, step, at.member)).toEqual([409, 'case/step-too-early']);
  });
});
