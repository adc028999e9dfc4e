import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import type { Routes } from '../../src/interop/client/api.js';
import { Chaski, ChaskiProblem } from '../../src/interop/client/client.js';
import { clientTypes, type ApiDocument } from '../../src/interop/client/generate.js';
import { at, cem, type House, house, newCase, serviceOf } from '../acceptance/house.js';

const file = fileURLToPath(new URL('../../src/interop/client/api.ts', import.meta.url));

const complaint = newCase as Routes['POST /api/cases']['body'];

/** Somebody who writes a program against the API, in TypeScript. */
describe('the typed client', () => {
  let h: House;
  beforeAll(async () => {
    h = await house();
    await h.app.listen(0, '127.0.0.1');
  });
  afterAll(() => h.close());

  const as = async (actor: string) => new Chaski({ base: await h.app.getUrl(), headers: { 'X-Actor': actor } });

  it('is made from the OpenAPI document the server publishes', async () => {
    const answer = await h.app.inject({ method: 'GET', url: '/api/openapi.json' });
    const options = { ...(await resolveConfig(file)), filepath: file };
    const made = await format(clientTypes(answer.json<ApiDocument>()), options);
    if (process.env['CHASKI_RECORD'] === '1') writeFileSync(file, made);
    expect(made === readFileSync(file, 'utf8') ? 'current' : 'out of date: npm run client').toBe('current');
  });

  it('hands a case over and follows it to its answer', async () => {
    const [police, centre] = [await as(at.police), await as(at.cem)];
    const { body: opened } = await police.call('POST /api/cases', { body: complaint, key: 'client-case-1' });
    const { id: caseId } = opened as { readonly id: string };
    const { body: sent } = await police.call('POST /api/referrals', {
      body: {
        case: caseId,
        to: { organization: cem, service: serviceOf(cem, 'PSYCHOLOGY') },
        ...{ purpose: 'PSYCHOLOGICAL_CARE', urgency: 'PRIORITY' },
        consent: { basis: 'consented', mode: 'VERBAL', language: 'ES' },
      },
    });
    await centre.call('POST /api/referrals/{id}/acceptance', { path: { id: sent.id }, body: {} });
    const { body: shown, revision } = await police.call('GET /api/referrals/{id}', { path: { id: sent.id } });
    expect([shown.status, shown.fhirStatus, revision]).toEqual(['accepted', 'accepted', shown.revision]);
    const { body: list } = await centre.call('GET /api/referrals', { query: { box: 'to', state: 'open' } });
    expect(list.map(({ id }) => id)).toContain(sent.id);
  });

  it('throws what the server refused, in the words of the server', async () => {
    const police = await as(at.police);
    const path = { id: '0e2f1c5a-0000-4000-8000-000000000000' };
    const refused = police.call('GET /api/referrals/{id}', { path });
    await expect(refused).rejects.toBeInstanceOf(ChaskiProblem);
    await expect(refused).rejects.toMatchObject({ problem: { status: 404, code: 'referral/unknown' } });
  });

  it('repeats a command under its key without doing it twice', async () => {
    const police = await as(at.police);
    const call = { body: complaint, key: 'client-case-2' };
    const first = await police.call('POST /api/cases', call);
    expect((await police.call('POST /api/cases', call)).body).toEqual(first.body);
  });
});
