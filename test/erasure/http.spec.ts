import { DatabaseSync } from 'node:sqlite';
import { Browser } from '../acceptance/browser.js';
import { at, Caller, eventually, type House, house, newCase, told, toldAll } from '../acceptance/house.js';
import { leafTextHash, parseProof, verifyInclusion } from '#ledger';
import type { InclusionView } from '../../src/rights/http/rights-answers.dto.js';
import { allCanaries, canaries, filesBelow, holding } from './support.js';

const officer = 'demo-coordinacion';

describe('What a person may ask of their data', () => {
  let h: House;
  let worker: Caller;
  let desk: Caller;
  let caseId: string;
  let person: string;
  let digests: readonly Buffer[] = [];
  beforeAll(async () => {
    h = await house();
    worker = new Caller(h.app, at.cem);
    desk = new Caller(h.app, officer);
    const { name, document: documentId, phone, address, shelter } = canaries;
    const sealed = { identity: { name, documentId, phone }, narrative: address, whereabouts: { address } };
    const opened = await worker.post('/api/cases', { ...newCase, ...sealed });
    caseId = told(opened).id;
    await worker.post(`/api/cases/${caseId}/shelter-place`, { name: shelter });
    ({ person } = told(await worker.get(`/api/cases/${caseId}`)));
  });
  afterAll(() => h.close());

  /** What she is found under in the index, as it lies in the file. */
  const digestsOf = (id: string): readonly Buffer[] => {
    const db = new DatabaseSync(h.paths.index, { readOnly: true });
    const rows = db.prepare("SELECT list FROM terms WHERE key = ? AND sort = '' AND list NOT LIKE 'person/%'").all(id);
    db.close();
    return rows.map(({ list }) => Buffer.from(String(list).split('/')[1] ?? ''));
  };
  const ask = (body: object) => worker.post(`/api/rights/persons/${person}/erasures`, body);

  it('has a clock, and an answer', async () => {
    const taken = await worker.post('/api/rights/requests', { person, right: 'CANCELLATION' });
    const { id } = told(taken);
    const request = (await desk.get(`/api/rights/requests/${id}`)).json<{
      clock: { rule: string };
      overdue: boolean;
    }>();
    expect([request.clock.rule, request.overdue]).toEqual(['PE-D02b', false]);
    const open = await desk.get('/api/rights/requests');
    expect(open.json<{ id: string }[]>().map((each) => each.id)).toEqual([id]);
    expect((await worker.post(`/api/rights/requests/${id}/answer`, { outcome: 'GRANTED' })).statusCode).toBe(403);
    expect((await desk.post(`/api/rights/requests/${id}/answer`, { outcome: 'DENIED' })).statusCode).toBe(422);
    expect((await desk.post(`/api/rights/requests/${id}/answer`, { outcome: 'GRANTED' })).statusCode).toBe(201);
  });

  it('waits for a legal hold, and for another person', async () => {
    digests = await eventually(async () => (digestsOf(caseId).length > 0 ? digestsOf(caseId) : undefined));
    expect(holding(digests, filesBelow(h.paths.data))).not.toEqual([]);
    const hold = told(await desk.post(`/api/rights/persons/${person}/holds`, { norm: 'CRIMINAL_CASE' })).id;
    const { id } = told(await ask({ ground: 'PERSON_ASKED' }));
    expect((await desk.post(`/api/rights/erasures/${id}/approval`, {})).statusCode).toBe(409);
    expect((await worker.post(`/api/rights/erasures/${id}/approval`, {})).statusCode).toBe(403);
    const lifting = `/api/rights/persons/${person}/holds/${hold}/lifting`;
    expect((await desk.post(lifting, { reason: 'ENDED' })).statusCode).toBe(200);
    expect((await ask({ ground: 'PERSON_ASKED' })).statusCode).toBe(409);
    expect((await desk.get(`/api/rights/erasures/${id}/certificate`)).statusCode).toBe(404);
    const page = await new Browser(h.app, officer).get(`/derechos/supresiones/${id}`);
    const [approve] = page.forms.filter(({ action }) => action.endsWith('/aprobacion'));
    if (approve === undefined) throw new Error('nothing to approve with');
    await new Browser(h.app, officer).send(approve);
  });

  it('ends in a certificate, and with nothing left to read', async () => {
    expect(digests.length).toBeGreaterThan(5);
    const erasure = await eventually(async () => toldAll(await desk.get('/api/rights/erasures?state=over'))[0]);
    const found = (await desk.get(`/api/rights/erasures/${erasure.id}/certificate`)).json<object>();
    expect(found).toMatchObject({ person, keys: 4, backupDays: 30, gonePast: '2026-04-09T04:59:59.999Z' });
    expect(found).toMatchObject({ purged: ['key-cache', 'person-index', 'similar-persons'] });
    const page = await new Browser(h.app, officer).get(`/derechos/supresiones/${erasure.id}`);
    expect(page.html).toContain('Constancia de supresión');
    for (const what of ['nombre', 'domicilio', 'hogar']) {
      const shown = await new Browser(h.app, at.cem).get(`/casos/${caseId}?mostrar=${what}`);
      expect(shown.status).toBe(200);
      expect(shown.html).toMatch(/suprimi/i);
      for (const text of Object.values(canaries)) expect(shown.html).not.toContain(text);
    }
    const similar = await worker.post('/api/persons/similar', { documentId: canaries.document });
    expect(similar.json()).toEqual({ own: [], elsewhere: false });
    const files = filesBelow(h.paths.data, h.paths.vault, h.paths.vaultCopy);
    expect(holding(allCanaries, new Map([...files, ['log', Buffer.from(h.logged())]]))).toEqual([]);
    // Whoever has the key of the index can try every document number there is: no digest of hers is left to try them on.
    expect(holding(digests, files)).toEqual([]);
  });

  it('is proved: the certificate leads to a signed checkpoint, once one covers it', async () => {
    const erasure = await eventually(async () => toldAll(await desk.get('/api/rights/erasures?state=over'))[0]);
    const url = `/api/rights/erasures/${erasure.id}/certificate`;
    const head = await h.platform.log.head();
    if (head !== undefined) await h.platform.ledger?.covering(head);
    const { event, proof } = (await desk.get(url)).json<{ event: string; proof: InclusionView }>();
    expect(proof.leaf).toContain(event);
    const { index, inclusion, checkpoint } = parseProof(proof.file);
    expect([index, checkpoint.size]).toEqual([proof.index, proof.size]);
    expect(verifyInclusion(leafTextHash(proof.leaf), index, checkpoint.size, inclusion, checkpoint.root)).toBe(true);
    const page = await new Browser(h.app, officer).get(`/derechos/supresiones/${erasure.id}`);
    expect(page.html).toContain(`Es el suceso ${index + 1} de los ${checkpoint.size}`);
  });

  it('is printed as a PDF, for whoever may see it alone', async () => {
    const { id } = await eventually(async () => toldAll(await desk.get('/api/rights/erasures?state=over'))[0]);
    const url = `/derechos/supresiones/${id}/constancia.pdf`;
    const paper = await desk.get(url);
    expect([paper.statusCode, paper.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await new Caller(h.app, at.court).get(url)).statusCode).toBe(404);
  });

  it('shows whoever looks after data what waits, and nobody else', async () => {
    for (const path of ['', `/personas/${person}`]) {
      expect((await new Browser(h.app, officer).get(`/derechos${path}`)).status).toBe(200);
    }
    expect((await new Browser(h.app, at.cem).get('/derechos')).status).toBe(403);
    expect((await new Browser(h.app, at.court).get(`/derechos/personas/${person}`)).status).toBe(404);
  });
});
