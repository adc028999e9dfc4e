import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { zoned } from '#terms';
import { allCanaries, canaries, filesBelow, holding } from '../erasure/support.js';
import { unpacked } from '../erasure/unpacked.js';
import { Broker } from '../kafka/support/broker.js';
import { Caller } from './support/caller.js';
import { fileOf, formats, reportCovering } from './support/files.js';
import { brokerAddress, brokerPort, newDatabase } from './support/places.js';
import { DistributedSet, until } from './support/server.js';
import { actors, board, founding } from './support/story.js';

interface Erasure {
  readonly id: string;
}

describe('an erasure, with views in PostgreSQL and facts in Kafka', () => {
  const folder = mkdtempSync(join(tmpdir(), 'distributed-'));
  const store = {
    CHASKI_DATA: join(folder, 'log'),
    CHASKI_VAULT: join(folder, 'vault'),
    CHASKI_VAULT_COPY: join(folder, 'vault-copy'),
  };
  let set: DistributedSet;
  let database: string;
  let counter: Caller;
  let centre: Caller;
  let coordinator: Caller;

  const as = (service: string, actor: string): Caller => new Caller(() => set.of(service).url, actor);

  beforeAll(async () => {
    database = await newDatabase('erasure');
    set = await DistributedSet.start(['--log', 'file', '--kafka', brokerAddress, '--postgres', database], {
      ...store,
      CHASKI_TOPIC: 'erasure',
    });
    [counter, centre] = [as('write', actors.counter), as('write', actors.centre)];
    coordinator = as('write', actors.coordinator);
    await founding(coordinator);
  });
  afterAll(async () => {
    await set?.stop();
    rmSync(folder, { recursive: true });
  });

  /** Has the database write to its files what it holds in memory. */
  const flushed = async (): Promise<void> => {
    const client = new pg.Client(database);
    await client.connect();
    try {
      await client.query('CHECKPOINT');
    } finally {
      await client.end();
    }
  };

  /** Every file of the store, of the broker's and of the database's disk, and every line the processes said. */
  const everything = async (): Promise<ReadonlyMap<string, Buffer>> => {
    await flushed();
    const cluster = new URL(database.replace('@/', '@localhost/')).searchParams.get('host') ?? '';
    const files = filesBelow(folder, new Broker(brokerPort).folder, join(cluster, 'data'));
    return new Map([...files, ['said', Buffer.from(set.said)]]);
  };
  /** Which of the places hold one of these. */
  const placesOf = (needles: readonly Buffer[], files: ReadonlyMap<string, Buffer>): readonly string[] => {
    const places: readonly (readonly [string, RegExp])[] = [
      ['store', /distributed-[^/]+\//],
      ['Kafka', /broker-\d+\/data\//],
      ['PostgreSQL', /postgres-[^/]+\/data\/base\//],
    ];
    const paths = holding(needles, files);
    return places.filter(([, within]) => paths.some((path) => within.test(path))).map(([place]) => place);
  };

  it('leaves nothing of her in any file, of any of them, before it or after it, and no key', async () => {
    const { name, document: documentId, phone, address } = canaries;
    const narrative = `${name}, ${documentId}, vive en ${address}`;
    const newCase = {
      ...{ district: '150112', entry: 'POLICE', condition: 'NEW', sex: 'F', age: 31 },
      ...{ types: ['PHYSICAL'], principal: 'PHYSICAL', complaint: true, narrative },
      identity: { name, documentId, phone, birthYear: 1990 },
    };
    const opened = await counter.done('/api/cases', newCase);
    const { id } = opened.json<{ id: string }>();
    const { code, person } = (await counter.get(`/api/cases/${id}`)).json<{ code: string; person: string }>();
    const referral = {
      ...{ case: id, to: { organization: 'pe-150112-cem', service: 'psicologia' }, urgency: 'PRIORITY' },
      ...{ purpose: 'PSYCHOLOGICAL_CARE', consent: { basis: 'consented', mode: 'VERBAL', language: 'ES' } },
      ...{ note: narrative, safeContact: `${phone}, ${name}` },
    };
    const sent = (await counter.done('/api/referrals', referral)).json<{ id: string }>();
    const read = async () => (await centre.get(`/api/referrals/${sent.id}`)).body.toString();
    expect(await read()).toContain(address);
    const similar = async () =>
      (await centre.post('/api/persons/similar', { documentId })).json<{ elsewhere: boolean }>();
    await until(async () => ((await similar()).elsewhere ? true : undefined));
    const digests = digestsOf(store.CHASKI_DATA, id);
    expect(digests.length).toBeGreaterThan(5);

    const before = await everything();
    expect(holding(allCanaries, before)).toEqual([]);
    // That it is looked for where it would be: what may be known of her is there.
    expect(placesOf([Buffer.from(id)], before)).toEqual(['store', 'Kafka', 'PostgreSQL']);
    expect(placesOf([Buffer.from(code)], before)).toContain('PostgreSQL');
    // Whoever has the key of the index can try every document number there is.
    expect(placesOf(digests, before)).toEqual(['store']);
    const keys = wrappedKeysOf(store.CHASKI_VAULT, person);
    expect(placesOf(keys, before)).toEqual(['store']);

    const { id: erasure } = (
      await counter.done(`/api/rights/persons/${person}/erasures`, { ground: 'PERSON_ASKED' })
    ).json<Erasure>();
    await coordinator.done(`/api/rights/erasures/${erasure}/approval`, {});
    const over = async () => (await coordinator.get('/api/rights/erasures?state=over')).json<Erasure[]>();
    await until(async () => (await over()).find((each) => each.id === erasure));

    const after = await everything();
    expect(holding(allCanaries, after)).toEqual([]);
    expect(holding(keys, after)).toEqual([]);
    expect(await similar()).toEqual({ own: [], elsewhere: false });
    expect(holding(digests, after)).toEqual([]);
    expect(await read()).not.toContain(address);

    // What leaves afterwards in a file, made by whoever has neither the log nor a key, or by whoever reads the log.
    const [reports, audits] = [as('report', actors.auditor), as('audit', actors.auditor)];
    const month = zoned(new Date().toISOString(), 'America/Lima').month;
    const position = opened.headers.get('log-position') ?? '';
    const { seal, figures } = await reportCovering(reports, board, month, position);
    const { cutoff } = figures.period;
    const edition = { board, month, position: seal.position, cutoff, issued: seal.issuedAt };
    const exported = new Map<string, Buffer>();
    for (const format of formats) exported.set(`report.${format}`, (await fileOf(reports, edition, format)).body);
    for (const [path, of] of Object.entries({ cases: id, referrals: sent.id })) {
      exported.set(`${path}.json`, (await audits.get(`/api/audit/${path}/${of}`)).body);
      exported.set(`${path}.zip`, (await audits.get(`/api/audit/evidence/${path}/${of}`)).body);
    }
    const open = unpacked(exported);
    expect(holding(allCanaries, open)).toEqual([]);
    // That they are about her, the report but for what it may not tell of one, and could be opened.
    const packages = ['cases.json', 'cases.zip!paquete.jsonl', 'referrals.json', 'referrals.zip!paquete.jsonl'];
    expect(holding([Buffer.from(id)], open)).toEqual(expect.arrayContaining(packages));
    expect(holding([Buffer.from(sent.id)], open)).toEqual(expect.arrayContaining(packages.slice(2)));
  });

  it('stays so when every process was killed and begins anew', async () => {
    for (const service of Object.keys(set.places)) await set.kill(service.split('+')[0] ?? service);
    await until(async () => ((await counter.get('/health/ready')).status === 200 ? true : undefined));
    const answer = await centre.post('/api/persons/similar', { documentId: canaries.document });
    expect(answer.json<object>()).toEqual({ own: [], elsewhere: false });
    expect(holding(allCanaries, await everything())).toEqual([]);
  });
});

/** What somebody is found under, as it lies in the file of the index. */
function digestsOf(data: string, id: string): readonly Buffer[] {
  const db = new DatabaseSync(join(data, 'index.db'), { readOnly: true });
  const rows = db.prepare("SELECT list FROM terms WHERE key = ? AND list NOT LIKE 'person/%'").all(id);
  db.close();
  return rows.map(({ list }) => Buffer.from(String(list).split('/')[1] ?? ''));
}

/** The wrapped keys of a person, as they lie in the file. */
function wrappedKeysOf(vault: string, person: string): readonly Buffer[] {
  const db = new DatabaseSync(join(vault, 'keys.db'), { readOnly: true });
  const rows = db.prepare('SELECT wrapped FROM key WHERE subject = ?').all(person);
  db.close();
  return rows.map(({ wrapped }) => Buffer.from(wrapped as Uint8Array));
}
