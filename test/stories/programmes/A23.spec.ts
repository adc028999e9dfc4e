import { QueryBus } from '@nestjs/cqrs';
import { ValidTraining } from '../../../src/questions.js';
import { police } from '../../acceptance/house.js';
import { api, registerWorld, type RegisterWorld } from './register-world.js';

/** A23: civil servants are trained to attend well, and whoever decides on access can ask whether that still counts. */
describe('A23, the training of civil servants', () => {
  let at: RegisterWorld;
  let id = '';
  beforeAll(async () => {
    at = await registerWorld();
    const training = {
      ...{ topic: 'CARE_OF_CASES', on: '2026-01-15', organization: police, staff: ['st-01', 'st-02'], hours: 24 },
      until: '2027-01-14',
    };
    id = (await at.as(at.member, `${api}/trainings`, training)).id;
  });
  afterAll(() => at.close());

  const counts = async (staff: string, day: string, topic = 'CARE_OF_CASES'): Promise<boolean> => {
    await at.read(`${api}/trainings`);
    return at.app.get(QueryBus).execute(new ValidTraining(staff, topic, day));
  };

  it('counts from its day to its last, in its topic, for those who were there', async () => {
    expect(await counts('st-01', '2026-01-14')).toBe(false);
    expect(await counts('st-01', '2026-01-15')).toBe(true);
    expect(await counts('st-01', '2027-01-14')).toBe(true);
    expect(await counts('st-01', '2027-01-15')).toBe(false);
    expect(await counts('st-01', '2026-02-01', 'RISK_ASSESSMENT')).toBe(false);
    expect(await counts('st-03', '2026-02-01')).toBe(false);
  });

  it('stops counting when the certificate ends, and counts again when that was a mistake', async () => {
    const ending = { staff: ['st-02'], on: '2026-03-01', why: 'LEFT_THE_POST' };
    await at.as(at.member, `${api}/trainings/${id}/certificate-ends`, ending);
    expect([await counts('st-02', '2026-02-28'), await counts('st-02', '2026-03-01')]).toEqual([true, false]);
    const { steps } = await at.read<{ steps: readonly { id: string }[] }>(`${api}/trainings/${id}`);
    const [step] = steps;
    await at.as(at.member, `${api}/trainings/${id}/steps/${step?.id}/withdrawal`, { reason: 'OTHER' });
    expect(await counts('st-02', '2026-03-01')).toBe(true);
  });

  it('shows who was there to their own institution, to whoever entered it and to the coordination, and to nobody else', async () => {
    const staff = async (who = at.coordinator) =>
      (await at.read<readonly { staff?: readonly string[] }[]>(`${api}/trainings`, who)).map((each) => each.staff);
    const known = [['st-01', 'st-02']];
    expect(await staff()).toEqual(known);
    expect(await staff(at.member)).toEqual(known);
    expect(await staff(at.citizens)).toEqual([undefined]);
  });

  it('is told by how many, never by who', async () => {
    const told: string[] = [];
    for await (const { events } of at.platform.facts.readAll()) {
      for (const { type, data } of events) if (type.startsWith('Training')) told.push(JSON.stringify(data));
    }
    expect(told[0]).toContain('"staff":2');
    expect(told.join('')).not.toContain('st-01');
  });
});
