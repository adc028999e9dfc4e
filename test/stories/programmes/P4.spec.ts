import { health } from '../../acceptance/house.js';
import { api, registerWorld, type RegisterWorld } from './register-world.js';

/** P4: materials are made in the languages people speak, and handed to the institutions that use them. */
describe('P4, materials and whom they were handed to', () => {
  let at: RegisterWorld;
  beforeAll(async () => {
    at = await registerWorld();
  });
  afterAll(() => at.close());

  it('say what, in which language, to whom, when and how many; a slip is taken back', async () => {
    const spot = { kind: 'RADIO_SPOT', title: 'Conoce tu ruta', language: 'QU', topic: 'RIGHTS_AND_ROUTES' };
    const { id } = await at.as(at.member, `${api}/materials`, { ...spot, on: '2026-02-10' });
    const transfers = `${api}/materials/${id}/transfers`;
    await at.as(at.member, transfers, { to: health, on: '2026-02-20', copies: 300 });
    await at.as(at.member, transfers, { to: health, on: '2026-02-21', copies: 300 });
    const { steps } = await at.read<{ steps: readonly { id: string }[] }>(`${api}/materials/${id}`);
    const back = `${api}/materials/${id}/steps/${steps[1]?.id}/withdrawal`;
    expect(await at.refused(back, { reason: 'ENTERED_TWICE' }, at.citizens)).toEqual([403, 'register/not-yours']);
    await at.as(at.member, back, { reason: 'ENTERED_TWICE' });
    expect(await at.read(`${api}/materials/${id}`)).toMatchObject({
      ...{ language: 'QU', title: 'Conoce tu ruta', steps: [{ to: health, on: '2026-02-20', copies: 300 }] },
      changes: [{ type: 'MaterialStepTakenBack', reason: 'ENTERED_TWICE' }],
    });
  });
});
