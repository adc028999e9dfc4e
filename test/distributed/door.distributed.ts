import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DevIssuer, openDevIssuer } from '../../src/people/dev-issuer.js';
import type { Report } from '../../src/report/domain/model.js';
import { zoned } from '#terms';
import { Double } from '../kurrent-double/double.js';
import { Caller } from './support/caller.js';
import { brokerAddress, newDatabase } from './support/places.js';
import { DistributedSet, Program, until } from './support/server.js';
import { actors, board, founding, journey } from './support/story.js';

const audience = 'https://chaski.test';
const client = 'chaski';
/** Where the provider sends browsers back to; this one goes to where the door really listens. */
const publicUrl = 'http://127.0.0.1:1';
const redirect = `${publicUrl}/entrar/respuesta`;

describe('four processes in earnest, where an identity provider says who somebody is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'distributed-'));
  const month = zoned(new Date().toISOString(), 'America/Lima').month;
  let issuer: DevIssuer;
  let double: Double;
  let set: DistributedSet;
  const door = (): string => set.of('write').url;

  beforeAll(async () => {
    issuer = await openDevIssuer({ audience, client, redirect });
    double = await Double.start();
    const args = ['--log', double.connectionString, '--kafka', brokerAddress];
    const databases = ['--postgres', await newDatabase('door'), '--report-postgres', await newDatabase('door_reports')];
    set = await DistributedSet.start([...args, ...databases], {
      CHASKI_DATA: join(folder, 'log'),
      CHASKI_VAULT: join(folder, 'vault'),
      CHASKI_VAULT_COPY: join(folder, 'vault-copy'),
      CHASKI_LEDGER: join(folder, 'ledger'),
      CHASKI_TOPIC: 'door',
      ...{ NODE_ENV: 'production', CHASKI_AUTH: 'oidc', CHASKI_PUBLIC_URL: publicUrl },
      ...{ CHASKI_OIDC_ISSUER: issuer.issuer, CHASKI_OIDC_AUDIENCE: audience, CHASKI_OIDC_CLIENT: client },
      CHASKI_FIRST_ADMINISTRATOR: 'first',
    });
    const first = await bearing('first');
    const office = 'pe-150112-municipalidad';
    await enrolled(first, actors.coordinator, office, 'coordinator');
    await enrolled(first, actors.auditor, office, 'auditor');
    await founding(await bearing(actors.coordinator));
    for (const [code, institution] of [
      [actors.counter, 'pe-150112-comisaria'],
      [actors.centre, 'pe-150112-cem'],
      [actors.health, 'pe-150112-salud'],
    ] as const) {
      await enrolled(first, code, institution, 'worker');
    }
  });
  afterAll(async () => {
    await set?.stop();
    await double?.stop();
    await issuer?.close();
    rmSync(folder, { recursive: true });
  });

  const said = async (path: string, body: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`${issuer.issuer}${path}`, { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' });

  /** Somebody with an access token of the provider. */
  async function bearing(subject: string, url: () => string = door): Promise<Caller> {
    const verifier = randomBytes(32).toString('base64url');
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const query = new URLSearchParams({ redirect_uri: redirect, client_id: client, code_challenge: challenge });
    const back = await said(`/authorize?${query.toString()}`, { subject });
    const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const given = await said('/token', { code, code_verifier: verifier });
    const { access_token: token } = (await given.json()) as { access_token: string };
    return new Caller(url, { authorization: `Bearer ${token}` });
  }

  const enrolled = (by: Caller, code: string, institution: string, role: string): Promise<unknown> =>
    by.done('/api/staff', { code, issuer: issuer.issuer, subject: code, institution, role });

  /** Somebody with a session on the pages: the cookie a browser got by signing in. */
  async function session(subject: string): Promise<Readonly<Record<string, string>>> {
    const cookiesOf = ({ headers }: Response): string =>
      headers
        .getSetCookie()
        .map((each) => each.split(';')[0])
        .join('; ');
    const gone = await fetch(`${door()}/entrar/ir`, { redirect: 'manual' });
    const at = new URL(gone.headers.get('location') ?? '');
    const back = new URL((await said(`${at.pathname}${at.search}`, { subject })).headers.get('location') ?? '');
    const headers = { cookie: cookiesOf(gone) };
    const come = await fetch(`${door()}${back.pathname}${back.search}`, { headers, redirect: 'manual' });
    return { cookie: cookiesOf(come), accept: 'text/html,*/*;q=0.8' };
  }

  const page = (at: string, path: string, headers: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`${at}${path}`, { headers, redirect: 'manual' });

  it('show reports and audits to a browser that signed in, through one address', async () => {
    const [leader, auditor] = [await session(actors.coordinator), await session(actors.auditor)];
    const reports = await until(async () => {
      const answer = await page(door(), '/mesa', leader);
      const text = await answer.text();
      return answer.status === 200 && text.includes('Mesa de prueba') ? text : undefined;
    });
    // The links of the page stay with the door.
    expect(reports).not.toContain(set.of('report').url);
    const audits = await page(door(), '/auditoria', auditor);
    expect([audits.status, await audits.text()]).toEqual([200, expect.stringContaining('Auditoría')]);
    expect((await page(door(), '/auditoria/colas', leader)).status).toBe(404);
  });

  it('give a token what it may have: a report whose seal names the checkpoint, and a history', async () => {
    const crew = {
      counter: await bearing(actors.counter),
      centre: await bearing(actors.centre),
      health: await bearing(actors.health),
    };
    const { id, position } = await journey(crew);
    const leader = await bearing(actors.coordinator);
    const report = await until(async () => {
      const answer = await leader.get(`/api/boards/${board}/reports/${month}/report.json`);
      const found = answer.status === 200 ? answer.json<Report>() : undefined;
      return found !== undefined && found.seal.position >= position ? found : undefined;
    });
    expect(report.seal.ledger).toEqual({
      size: expect.any(Number) as number,
      root: expect.stringMatching(/=$/) as string,
    });
    const auditor = await bearing(actors.auditor);
    const history = await auditor.get(`/api/audit/referrals/${id}`);
    expect(history.json<{ events: { type: string }[] }>().events.map(({ type }) => type)).toContain('ReferralClosed');
    // Whoever asked first is named among those who looked.
    const reads = (await auditor.get(`/api/audit/referrals/${id}/reads`)).json<readonly { type: string }[]>();
    expect(reads.map(({ type }) => type)).toContain('Looked');
    // For whoever signed in a moment ago: the door asks before what is taken away.
    const evidence = await auditor.get(`/api/audit/evidence/referrals/${id}`);
    expect([evidence.status, evidence.headers.get('content-type')]).toEqual([200, 'application/zip']);
  });

  it('know nobody where they are asked directly, whatever is brought along', async () => {
    const leader = await session(actors.coordinator);
    for (const [service, path] of [
      ['report', '/mesa'],
      ['audit', '/auditoria'],
    ] as const) {
      const there = (): string => set.of(service).url;
      const sent = await page(there(), path, leader);
      expect([sent.status, sent.headers.get('location')]).toEqual([302, `${door()}${path}`]);
      expect((await (await bearing(actors.auditor, there)).get(path)).status).toBe(401);
      expect((await new Caller(there, actors.auditor).get(path)).status).toBe(401);
    }
  });

  it('open again after each was killed, the door too, with other keys', async () => {
    for (const service of ['report', 'audit', 'write']) await set.kill(service);
    const opens = (code: string, path: string): Promise<number> =>
      until(async () => {
        const { status } = await page(door(), path, await session(code));
        return status === 200 ? status : undefined;
      });
    expect(await opens(actors.coordinator, '/mesa')).toBe(200);
    expect(await opens(actors.auditor, '/auditoria')).toBe(200);
  });

  it('are closed at the next request to whoever was suspended', async () => {
    const [first, leader] = [await bearing('first'), await session(actors.coordinator)];
    expect((await page(door(), '/mesa', leader)).status).toBe(200);
    await first.done(`/api/staff/${actors.coordinator}/suspension`, { reason: 'LOST_DEVICE' });
    expect((await page(door(), '/mesa', leader)).status).toBe(401);
  });

  it.each(['report', 'audit'])(
    'are not started in earnest where %s knows nobody who says who asks',
    async (service) => {
      const program = new Program('main.js', ['--services', service], { NODE_ENV: 'production', CHASKI_AUTH: 'oidc' });
      expect([await program.ended(), program.said]).toEqual([1, expect.stringContaining('Falta CHASKI_WRITE_URL')]);
      const believing = new Program('main.js', ['--services', service], { NODE_ENV: 'production' });
      expect([await believing.ended(), believing.said]).toEqual([1, expect.stringContaining('Use CHASKI_AUTH=oidc')]);
    },
  );

  it('have said nothing in their logs that proves who somebody is', () => {
    expect(set.said).toContain('/mesa');
    expect(set.said).not.toMatch(/eyJ[\w-]{20}/);
  });
});
