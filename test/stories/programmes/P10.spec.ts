import { at, newCase, toPsychology } from '../../acceptance/house.js';
import { monthOver } from '../../support/months.js';
import {
  atMunicipality,
  municipality,
  type ProgrammeWorld,
  programmeWorld,
  type Somebody,
} from './reeducation-world.js';

interface Fund {
  readonly lines: readonly { readonly free: number; readonly promised: number; readonly paid: number }[];
}

/** P10: money that brings somebody from a referral to help: a ticket, a lawyer's month, days of professional support. */
describe('P10, a support fund', () => {
  const api = '/api/funds';
  const fund = `${api}/fondo-150112`;
  let world: ProgrammeWorld;
  let coordination: Somebody;
  let cem: Somebody;
  let clerk: Somebody;
  let referrals: string[] = [];
  beforeAll(async () => {
    world = await programmeWorld();
    [coordination, cem, clerk] = [world.as('demo-coordinacion'), world.as(at.cem), world.as('demo-municipalidad-01')];
    const police = world.as(at.police);
    for (let nth = 0; nth < 5; nth += 1) {
      const { id } = await police.done('/api/cases', newCase);
      referrals.push((await police.done('/api/referrals', toPsychology(id))).id);
    }
  });
  afterAll(() => {
    referrals = [];
    return world.close();
  });

  const ask = (nth: number, change: object = {}) => ({
    ...{ referral: referrals[nth], line: 'L1', purpose: 'TRANSPORT', units: 2, cents: 5_000 },
    ...change,
  });

  it('is opened by whoever coordinates, with lines of those who bring the money', async () => {
    const opening = { id: 'fondo-150112', name: 'Fondo de apoyo de Independencia', administrator: municipality };
    expect((await cem.refused(api, opening))[0]).toBe(403);
    expect(await coordination.refused(api, { ...opening, administrator: 'pe-nadie' })).toEqual([
      422,
      'institution/unknown',
    ]);
    await coordination.done(api, opening);
    const line = {
      line: 'L1',
      name: 'Presupuesto participativo',
      source: 'mesa-150112',
      currency: 'PEN',
      cents: 20_000,
    };
    await coordination.done(`${fund}/lines`, line);
    await coordination.done(`${fund}/lines`, { ...line, line: 'L2', donor: 'cooperacion-1', cents: 94_300 });
    expect(await cem.read(fund)).toMatchObject({
      lines: [
        { line: 'L1', free: 20_000 },
        { line: 'L2', free: 94_300 },
      ],
    });
  });

  let first = '';
  it('is asked for a referral by an institution that takes part in it, and by no other', async () => {
    first = (await cem.done(`${fund}/requests`, ask(0))).id;
    expect(await cem.read(`${fund}/requests/${first}`)).toMatchObject({ status: 'asked', asked: 5_000, units: 2 });
    expect(await world.as(at.health).refused(`${fund}/requests`, ask(0))).toEqual([422, 'fund/unknown-referral']);
    expect((await coordination.refused(`${fund}/requests`, ask(0)))[0]).toBe(403);
    expect(await cem.refused(`${fund}/requests`, ask(0, { line: 'L9' }))).toEqual([422, 'fund/unknown-line']);
    expect((await cem.refused(`${fund}/requests`, ask(0, { purpose: 'Un taxi' })))[0]).toBe(400);
  });

  it('grants by another person than who asked, and pays with a voucher', async () => {
    const request = `${fund}/requests/${first}`;
    expect(await cem.refused(`${request}/approval`)).toEqual([403, 'fund/not-the-administrator']);
    expect(await clerk.refused(`${request}/payment`, { voucher: 'B-1' })).toEqual([409, 'fund/not-now']);
    await clerk.done(`${request}/approval`);
    await clerk.done(`${request}/payment`, { voucher: 'B-1', cents: 2_500 });
    expect(await cem.read(request)).toMatchObject({ status: 'paid', approved: 5_000, paid: 2_500, vouchers: ['B-1'] });
    expect((await clerk.read<Fund>(fund)).lines[0]).toMatchObject({ free: 17_500, promised: 0, paid: 2_500 });
    // Whoever pays sees the payment; to everybody else a balance before and after it would tell it.
    expect(await cem.read<Fund>(fund)).toMatchObject({
      ...{ through: '2026-02-28', lines: [{ free: 20_000, promised: 0, paid: 0 }, { free: 94_300 }] },
    });
  });

  it('refuses whoever asked to approve, though they administer it', async () => {
    const police = world.as(at.police);
    const { id } = await police.done('/api/cases', newCase);
    const to = { organization: municipality, service: atMunicipality };
    const { id: referral } = await police.done('/api/referrals', { ...toPsychology(id), to });
    const { id: own } = await clerk.done(`${fund}/requests`, { ...ask(0), referral });
    expect(await clerk.refused(`${fund}/requests/${own}/approval`)).toEqual([409, 'fund/own-request']);
    await world.as('demo-municipalidad-02').done(`${fund}/requests/${own}/rejection`, { reason: 'NOT_COVERED' });
  });

  it('never promises or pays more than a line has', async () => {
    const { id: large } = await cem.done(`${fund}/requests`, ask(1, { cents: 15_000, purpose: 'LODGING' }));
    const { id: larger } = await cem.done(`${fund}/requests`, ask(2, { cents: 2_501, purpose: 'FOOD' }));
    await clerk.done(`${fund}/requests/${large}/approval`);
    expect(await clerk.refused(`${fund}/requests/${larger}/approval`)).toEqual([409, 'fund/over-balance']);
    await clerk.done(`${fund}/requests/${larger}/approval`, { cents: 2_500 });
    expect((await clerk.read<Fund>(fund)).lines[0]).toMatchObject({ free: 0, promised: 17_500 });
    await clerk.done(`${fund}/requests/${large}/payment`, { voucher: 'B-2' });
    expect(await clerk.refused(`${fund}/requests/${larger}/payment`, { voucher: 'B-2' })).toEqual([
      409,
      'fund/voucher-used',
    ]);
    await cem.done(`${fund}/requests/${larger}/cancellation`, { reason: 'OTHER_SOURCE' });
    await clerk.done(`${fund}/requests/${large}/reimbursement`, { voucher: 'R-1', cents: 5_000 });
    expect((await clerk.read<Fund>(fund)).lines[0]).toMatchObject({ free: 7_500, promised: 0, paid: 12_500 });
  });

  it('shows requests to who asked and who pays, and to nobody else', async () => {
    expect(await world.as(at.health).read(`${fund}/requests`)).toEqual([]);
    expect(await world.as(at.health).unread(`${fund}/requests/${first}`)).toEqual([404, 'fund/unknown-request']);
    expect((await coordination.unread(`${fund}/requests`))[0]).toBe(403);
    expect(await clerk.read<readonly object[]>(`${fund}/requests`)).toHaveLength(4);
    expect(await cem.read<readonly object[]>(`${fund}/requests`)).toHaveLength(3);
  });

  it('costs so much a case, told as soon as there are enough of them', async () => {
    const execution = (who = coordination) =>
      who.read<{ lines: readonly object[]; costs: readonly object[] }>(`${fund}/execution`);
    expect(await execution()).toMatchObject({ lines: [], costs: [], through: '2026-02-28' });
    expect(await execution(clerk)).toMatchObject({ costs: [{ spent: 12_500 }] });
    await monthOver(world);
    expect((await cem.read<Fund>(fund)).lines[0]).toMatchObject({ free: 7_500, promised: 0, paid: 12_500 });
    const before = await execution();
    expect(before).toMatchObject({
      through: '2026-03-31',
      lines: [{ month: '2026-03', line: 'L1', approved: 22_500, paid: 17_500, reimbursed: 5_000 }],
      costs: [{ currency: 'PEN', spent: 12_500, cases: null, perCase: null }],
    });
    for (const nth of [2, 3, 4]) {
      const { id } = await cem.done(
        `${fund}/requests`,
        ask(nth, { line: 'L2', cents: 22_100, purpose: 'LAWYER_MONTH' }),
      );
      await clerk.done(`${fund}/requests/${id}/approval`);
      await clerk.done(`${fund}/requests/${id}/payment`, { voucher: `B-1${nth}` });
    }
    // 125 + 3 × 221 soles, over five cases: now for whoever pays, for the others when the month is over.
    expect(await execution(clerk)).toMatchObject({ costs: [{ spent: 78_800, cases: 5 }] });
    expect(await execution()).toEqual(before);
    await monthOver(world);
    expect(await execution()).toMatchObject({ costs: [{ spent: 78_800, cases: 5, perCase: 15_760 }] });
    expect((await coordination.read<{ lines: readonly object[] }>(`${fund}/execution?year=2025`)).lines).toEqual([]);
  });
});
