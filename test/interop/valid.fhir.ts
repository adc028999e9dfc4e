import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { at, Caller, cem, type House, house, newCase, serviceOf, told } from '../acceptance/house.js';
import { cacheOf, fetchJars, NoJava } from '../support/maven.js';

const run = promisify(execFile);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const jars = join(cacheOf('fhir'), 'jars');

interface Answered {
  readonly resourceType: string;
  readonly entry?: readonly { readonly resource: { readonly id: string } }[];
}

/** What HAPI's validator says of a folder of resources: everything it printed, and whether it found no error. */
async function validated(folder: string): Promise<{ readonly said: string; readonly valid: boolean }> {
  const args = ['-cp', join(jars, '*'), here('validator/Validate.java'), folder];
  try {
    const { stdout } = await run('java', args, { maxBuffer: 1 << 24 });
    return { said: stdout, valid: true };
  } catch (error) {
    const { stdout = '', stderr = '', code } = error as { stdout?: string; stderr?: string; code?: unknown };
    if (code !== 1) throw new Error(`the validator could not be run: ${stderr}`, { cause: error });
    return { said: stdout, valid: false };
  }
}

/** Referrals in every state a receiver and a sender can bring them to within a day. */
const lives: readonly (readonly (readonly [by: 'sender' | 'receiver', step: string, body?: object])[])[] = [
  [],
  [['receiver', 'receipt']],
  [['receiver', 'decline', { reason: 'NO_CAPACITY' }]],
  [
    ['receiver', 'acceptance'],
    ['receiver', 'appointment', { at: '2026-03-10T15:00:00.000Z', place: 'AT_SERVICE' }],
  ],
  [
    ['receiver', 'acceptance'],
    ['receiver', 'hold', { reason: 'WAITING_LIST', until: '2026-03-20T15:00:00.000Z' }],
  ],
  [['sender', 'cancellation', { by: 'SENDER', reason: 'NEED_MET' }]],
  [['sender', 'consent-withdrawal', { mode: 'VERBAL' }]],
  [['sender', 'undo']],
  [
    ['receiver', 'acceptance'],
    ['receiver', 'attendance', { service: 'PSYCHOLOGY' }],
    ['receiver', 'report-back', { outcome: 'SERVICE_RECEIVED' }],
    ['sender', 'closure', { disposition: 'NEED_MET' }],
  ],
  [
    ['receiver', 'decline', { reason: 'NO_CAPACITY' }],
    [
      'sender',
      'reroute',
      {
        to: { organization: 'pe-150112-salud', service: serviceOf('pe-150112-salud', 'HEALTH') },
        reason: 'DECLINED',
        consent: { basis: 'consented', mode: 'VERBAL', language: 'QU' },
      },
    ],
  ],
];

describe('everything the façade answers', () => {
  let h: House;
  let folder: string;
  let why: string | undefined;
  beforeAll(async () => {
    why = await fetchJars(here('validator/pom.xml'), jars, 'hapi-fhir-validation').then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof NoJava) return error.message;
        throw error;
      },
    );
    folder = mkdtempSync(join(tmpdir(), 'chaski-fhir-'));
    h = await house();
  });
  afterAll(async () => {
    await h.close();
    rmSync(folder, { recursive: true });
  });

  it('is FHIR R4 to the validator of HAPI, without an error', async () => {
    if (why !== undefined) return void console.log(`skipped: ${why}`);
    const callers = { sender: new Caller(h.app, at.police), receiver: new Caller(h.app, at.cem) };
    const keep = (name: string, body: string) => writeFileSync(join(folder, `${name}.json`), body);
    const { id: caseId } = told(await callers.sender.post('/api/cases', newCase));
    for (const [index, life] of lives.entries()) {
      const consent =
        index === 1
          ? { basis: 'legal-duty', duty: 'MANDATORY_COMPLAINT' }
          : { basis: 'consented', mode: 'VERBAL', language: 'ES', shares: ['IDENTITY'] };
      const sent = await callers.sender.post('/api/referrals', {
        ...{ case: caseId, to: { organization: cem, service: serviceOf(cem, 'PSYCHOLOGY') } },
        ...{ purpose: 'PSYCHOLOGICAL_CARE', urgency: 'PRIORITY', consent },
      });
      expect([index, sent.statusCode]).toEqual([index, 201]);
      const { id } = told(sent);
      for (const [by, step, body] of life) {
        const answer = await callers[by].post(`/api/referrals/${id}/${step}`, body ?? {});
        expect([step, answer.statusCode < 300 ? 'done' : answer.body]).toEqual([step, 'done']);
      }
    }
    const own = 'Organization/pe-150112-comisaria-familia';
    const searches = {
      ...{ ServiceRequest: `requester=${own}`, Task: `requester=${own}`, Consent: `organization=${own}` },
      ...{ Organization: '_count=200', HealthcareService: '_count=200' },
    };
    for (const [type, search] of Object.entries(searches)) {
      const answer = await callers.sender.get(`/fhir/${type}?${search}`);
      keep(`bundle-${type}`, answer.body);
      const entries = answer.json<Answered>().entry ?? [];
      expect([type, entries.length >= 5]).toEqual([type, true]);
      for (const { resource } of entries) keep(`${type}-${resource.id}`, JSON.stringify(resource));
    }
    keep('capabilities', (await callers.sender.get('/fhir/metadata')).body);
    keep('outcome', (await callers.sender.get('/fhir/Task/none')).body);
    keep(
      'outcome-fields',
      (await callers.sender.post('/fhir/ServiceRequest', { resourceType: 'ServiceRequest' })).body,
    );
    const { said, valid } = await validated(folder);
    console.log(said.trim().split('\n').at(-1));
    expect([valid, valid ? '' : said]).toEqual([true, '']);
  });

  it('would be found out if it were not', async () => {
    if (why !== undefined) return void console.log(`skipped: ${why}`);
    const bad = mkdtempSync(join(tmpdir(), 'chaski-fhir-'));
    writeFileSync(join(bad, 'task.json'), JSON.stringify({ resourceType: 'Task', status: 'soon', intent: 'order' }));
    expect(await validated(bad)).toMatchObject({ valid: false });
    rmSync(bad, { recursive: true });
  });
});
