import { hashFrom, leafTextHash, parseCheckpoint, parseProof, verifyConsistency, verifyInclusion } from '#ledger';
import { History } from '../support/history.js';
import type { ConsistencyAnswer, ProofAnswer, StandingAnswer } from '../../src/audit/http/proofs.answers.js';
import { Caller, eventually, type House, house } from './house.js';

describe('what proves the record', () => {
  let server: House;
  let auditor: Caller;
  let events: readonly { readonly id: string }[];

  beforeAll(async () => {
    server = await house();
    auditor = new Caller(server.app, 'demo-auditoria');
    const opened = await new History(server.platform, 'proofs').openCase('2026-03-02T15:00:00.000Z');
    events = (await auditor.get(`/api/audit/cases/${opened}`)).json<{ events: { id: string }[] }>().events;
  });
  afterAll(() => server.close());

  const nothing = new Uint8Array();
  const hashes = (texts: readonly string[]) => texts.map((text) => hashFrom(text) ?? nothing);

  /** How the record stands once nothing waits for a seal. */
  const sealed = (): Promise<StandingAnswer> =>
    eventually(async () => {
      const standing = (await auditor.get('/api/audit/checkpoint')).json<StandingAnswer>();
      return standing.events.unsealed === 0 && standing.events.checkpoint !== null ? standing : undefined;
    });

  it('is a checkpoint that follows the record, one leaf an event', async () => {
    const { events: standing, reads } = await sealed();
    expect(standing.diverged).toBeNull();
    expect(standing.checkpoint?.size).toBe(Number(await server.head()));
    expect(standing.origin).toMatch(/^chaski\/[0-9a-f-]{36}\/events$/);
    expect(reads.origin).toMatch(/\/reads$/);
    expect(parseCheckpoint(standing.checkpoint?.note ?? '')).toMatchObject({ size: standing.checkpoint?.size });
  });

  it('is a proof for every event, that anybody can check', async () => {
    await sealed();
    for (const { id } of events) {
      const proof = (await auditor.get(`/api/audit/proof/${id}`)).json<ProofAnswer>();
      const { size, root } = parseCheckpoint(proof.checkpoint);
      expect(JSON.parse(proof.leaf)).toMatchObject({ eventId: id, leafIndex: proof.index });
      expect(verifyInclusion(leafTextHash(proof.leaf), proof.index, size, hashes(proof.inclusion), root)).toBe(true);
      expect(parseProof(proof.file).index).toBe(proof.index);
    }
  });

  it('is a proof that the record only grew', async () => {
    const { events: before } = await sealed();
    await new History(server.platform, 'more').openCase('2026-03-03T15:00:00.000Z');
    const after = await eventually(async () => {
      const { events: now } = await sealed();
      return (now.checkpoint?.size ?? 0) > (before.checkpoint?.size ?? 0) ? now : undefined;
    });
    const [from, to] = [before.checkpoint?.size ?? 0, after.checkpoint?.size ?? 0];
    const answer = (await auditor.get(`/api/audit/consistency?from=${from}&to=${to}`)).json<ConsistencyAnswer>();
    expect([answer.from.root, answer.to.root]).toEqual([before.checkpoint?.root, after.checkpoint?.root]);
    const [first = nothing, second = nothing] = hashes([answer.from.root, answer.to.root]);
    expect(verifyConsistency(from, to, hashes(answer.proof), first, second)).toBe(true);
  });

  it('answers clearly to what there is no proof of, and to others than auditors', async () => {
    for (const [path, status] of [
      ['/api/audit/proof/00000000-0000-8000-8000-000000000000', 404],
      ['/api/audit/proof/nothing', 404],
      ['/api/audit/consistency?from=2&to=1', 422],
      ['/api/audit/consistency?from=1&to=999999', 422],
      ['/api/audit/consistency?from=-1&to=2', 400],
      ['/api/audit/consistency?from=1&to=2&log=other', 400],
    ] as const) {
      const answer = await auditor.get(path);
      expect([path, answer.statusCode]).toEqual([path, status]);
    }
    const other = new Caller(server.app, 'demo-cem-01');
    expect((await other.get('/api/audit/checkpoint')).statusCode).toBe(404);
  });

  it('stands on the page of the auditors, and in health', async () => {
    const { events: standing } = await sealed();
    const page = await auditor.get('/auditoria', { accept: 'text/html' });
    expect(page.body).toContain('Comprobación del registro');
    expect(page.body).toContain(standing.checkpoint?.root);
    const health = await auditor.get('/health/ready');
    expect(health.json<{ checks: object[] }>().checks).toContainEqual(
      expect.objectContaining({ name: 'ledger of events', ok: true }),
    );
  });
});
