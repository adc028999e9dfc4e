import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Caller } from './support/caller.js';
import { brokerAddress, newDatabase } from './support/places.js';
import { DistributedSet, pause, until } from './support/server.js';
import { actors, founding } from './support/story.js';

interface Read {
  readonly institution: string;
  readonly purpose: string;
  readonly outcome: string;
}

describe('who may see a case, with views in PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'distributed-'));
  let set: DistributedSet;
  const as = (actor: string): Caller => new Caller(() => set.of('write').url, actor);
  const counter = as(actors.counter);
  const colleague = as('demo-comisaria-02');
  const centre = as(actors.centre);
  const health = as(actors.health);

  beforeAll(async () => {
    const args = ['--log', 'file', '--kafka', brokerAddress, '--postgres', await newDatabase('access')];
    set = await DistributedSet.start(args, {
      CHASKI_DATA: join(folder, 'log'),
      CHASKI_VAULT: join(folder, 'vault'),
      CHASKI_VAULT_COPY: join(folder, 'vault-copy'),
      CHASKI_TOPIC: 'access',
    });
    await founding(as(actors.coordinator));
  });
  afterAll(async () => {
    await set?.stop();
    rmSync(folder, { recursive: true });
  });

  const opened = async () => {
    const { id } = (
      await counter.done('/api/cases', {
        ...{ district: '150112', entry: 'POLICE', condition: 'NEW', sex: 'F', age: 31 },
        ...{ types: ['PHYSICAL'], principal: 'PHYSICAL', complaint: true, identity: { name: 'N. de prueba' } },
      })
    ).json<{ id: string }>();
    const { code } = (await counter.get(`/api/cases/${id}`)).json<{ code: string }>();
    return { id, code };
  };
  const handedOver = async (id: string): Promise<string> => {
    const consent = { basis: 'consented', mode: 'VERBAL', language: 'ES' };
    const to = { organization: 'pe-150112-cem', service: 'psicologia' };
    const referral = { case: id, to, purpose: 'PSYCHOLOGICAL_CARE', urgency: 'PRIORITY', consent };
    return (await counter.done('/api/referrals', referral)).json<{ id: string }>().id;
  };
  const sees = async (who: Caller, id: string): Promise<number> => (await who.get(`/api/cases/${id}`)).status;
  /** Waits until somebody sees a case no more, and says how long that took: it is meant to be less than five seconds. */
  const untilGone = async (who: Caller, id: string, what: string): Promise<void> => {
    const began = performance.now();
    while ((await sees(who, id)) !== 404) await pause(20);
    console.log(`${what}: not seen any more after ${Math.round(performance.now() - began)} ms`);
  };
  const readsOf = async (id: string): Promise<readonly Read[]> =>
    (await counter.get(`/api/cases/${id}/reads`)).json<readonly Read[]>();

  it('lets in the owner and a living party, tells nobody else from what is not there, and keeps who was refused', async () => {
    const { id } = await opened();
    expect(await sees(centre, id)).toBe(404);
    const referral = await handedOver(id);
    expect([await sees(counter, id), await sees(centre, id), await sees(health, id)]).toEqual([200, 200, 404]);
    const said = async (of: string): Promise<string> =>
      (await health.get(`/api/cases/${of}`)).body.toString().replace(/urn:uuid:[0-9a-f-]+/, '');
    expect(await said(id)).toBe(await said(crypto.randomUUID()));
    await counter.done(`/api/referrals/${referral}/consent-withdrawal`, {});
    await untilGone(centre, id, 'a consent was withdrawn');
    const refused = (await readsOf(id)).filter(({ outcome }) => outcome === 'refused');
    expect(new Set(refused.map(({ institution }) => institution))).toEqual(
      new Set(['pe-150112-cem', 'pe-150112-salud']),
    );
  });

  it('closes it to whoever is concerned in it, and to everybody under seal, also after every process was killed', async () => {
    const [concerned, sealed] = [await opened(), await opened()];
    await handedOver(sealed.id);
    await colleague.done(`/api/cases/${concerned.id}/conflicts`, { staff: actors.counter, kind: 'RELATIVE' });
    await untilGone(counter, concerned.id, 'a conflict was declared');
    const asking = { case: sealed.code, aim: 'seal', ground: 'DATA_PROTECTION' };
    const asked = (await as('demo-datos-01').done('/api/sealings', asking)).json<{ id: string }>();
    await as('demo-datos-02').done(`/api/sealings/${asked.id}/approval`, {});
    const all = async () => [
      [await sees(counter, concerned.id), await sees(colleague, concerned.id)],
      [await sees(counter, sealed.id), await sees(centre, sealed.id), await sees(health, sealed.id)],
      (await counter.get(`/derivar?codigo=${sealed.code}`)).status,
    ];
    const closed = [[404, 200], [423, 423, 404], 200];
    expect(await all()).toEqual(closed);
    const listed = async () => (await counter.get('/api/cases?limit=200')).body.toString();
    for (const { id } of [concerned, sealed]) expect(await listed()).not.toContain(id);
    for (const service of ['report', 'write']) await set.kill(service);
    await until(async () => ((await counter.get('/health/ready')).status === 200 ? true : undefined));
    expect(await all()).toEqual(closed);
    for (const { id } of [concerned, sealed]) expect(await listed()).not.toContain(id);
  });

  it('opens it in an emergency to one person alone, on record', async () => {
    const { id, code } = await opened();
    const explanation = 'La persona está aquí y no puede esperar.';
    const body = { case: code, reason: 'PERSON_PRESENT', explanation };
    await health.done('/api/emergency-accesses', body);
    const shown = (await health.get(`/api/cases/${id}?reveal=identity`)).json<{ identity?: { name: string } }>();
    expect(shown.identity?.name).toBe('N. de prueba');
    expect(await sees(as('demo-salud-02'), id)).toBe(404);
    const reads = (await readsOf(id)).filter(({ institution }) => institution === 'pe-150112-salud');
    expect(reads.map(({ purpose, outcome }) => `${purpose} ${outcome}`)).toContain('emergency opened');
  });
});
