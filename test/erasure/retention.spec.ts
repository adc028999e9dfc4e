import { settle } from '../../src/runners.js';
import { eventually, newCase, told } from '../acceptance/house.js';
import { type Place, place } from '../access/support.js';

const identity = { name: 'N. de prueba', documentId: '00000000' };
const month = 31 * 24 * 3_600_000;

describe('What has been kept long enough', () => {
  let here: Place;
  let person: string;
  let id: string;
  beforeAll(async () => {
    here = await place();
    ({ id } = told(await here.as('counter').post('/api/cases', { ...newCase, complaint: false, identity })));
    person = told(await here.as('counter').get(`/api/cases/${id}`)).person ?? '';
    await here.as('counter').post(`/api/cases/${id}/whereabouts`, { address: 'Dirección de prueba' });
    await here.as('counter').post(`/api/cases/${id}/shelter-place`, { name: 'Hogar de prueba' });
    await here.as('counter').post(`/api/cases/${id}/closure`, { reason: 'PLAN_COMPLETED' });
  }, 120_000);
  afterAll(() => here.close());

  const later = async (months: number): Promise<void> => {
    here.clock.advanceTo(new Date(Date.parse(here.clock.now()) + months * month).toISOString());
    await settle(here.platform, async () => undefined);
  };
  /** Where she lives and in which shelter, to whoever answers for the case. */
  const read = (): Promise<readonly string[]> =>
    Promise.all(
      ['whereabouts', 'shelter-place'].map(async (place) => {
        const answer = await here.as('counter').get(`/api/cases/${id}/${place}`);
        return answer.json<{ state: string }>().state;
      }),
    );
  const page = async (): Promise<string> => (await here.as('officer').get('/derechos')).body;
  const live = async (category: string): Promise<number> => (await here.platform.vault.keysOf(person, category)).live;
  const proposed = async (): Promise<readonly string[]> => {
    const found: string[] = [];
    for await (const { type } of here.platform.log.readStream(`subject-${person}`)) found.push(type);
    return found;
  };

  it('is on a schedule that says what it rests on, and that nobody checked it', async () => {
    await later(1);
    const body = await page();
    expect(body).toContain('Plazos de conservación');
    expect(body).toContain('Dónde está y cómo ubicarla: 24 meses');
    expect(body).toContain('Regla PE-R02. Ley 29733');
    expect(body).toContain('ninguna norma leída da un número');
    expect(body).not.toContain('Pasó el tiempo de conservación');
  });

  it('is proposed class by class, and erased by nobody', async () => {
    await later(24);
    expect(await proposed()).toEqual(['ErasureOfClassProposed']);
    const body = await page();
    expect(body).toContain('Pasó el tiempo de conservación (1)');
    expect(body).toMatch(/: Dónde está y cómo ubicarla<\/a>/);
    await later(1);
    expect([await proposed(), await live('shelter'), await live('location')]).toEqual([
      ['ErasureOfClassProposed'],
      1,
      1,
    ]);
    expect(await read()).toEqual(['shown', 'shown']);
  });

  it('goes when two persons say so, and that class alone', async () => {
    const asked = { ground: 'RETENTION_OVER', categories: ['contact', 'location', 'shelter'] };
    const { id } = told(await here.as('officer').post(`/api/rights/persons/${person}/erasures`, asked));
    expect(await page()).not.toContain('Pasó el tiempo de conservación');
    const approval = `/api/rights/erasures/${id}/approval`;
    expect((await here.as('officer').post(approval, {})).statusCode).toBe(409);
    expect([await live('shelter'), await live('location')]).toEqual([1, 1]);
    expect((await here.as('officer-2').post(approval, {})).statusCode).toBe(200);
    await eventually(async () => ((await proposed()).at(-1) === 'SubjectErased' ? true : undefined));
    expect([await live('shelter'), await live('location'), await live('identity')]).toEqual([0, 0, 1]);
    expect(await read()).toEqual(['erased', 'erased']);
  });

  it('is proposed whole when its own time is over', async () => {
    await later(100);
    expect((await proposed()).slice(-2).toSorted()).toEqual(['ErasureOfClassProposed', 'ErasureProposed']);
    expect(await page()).toContain(': Expediente completo');
    expect(await live('identity')).toBe(1);
  }, 60_000);
});
