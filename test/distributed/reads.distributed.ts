import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kurrentLog } from '#event-log/kurrent';
import { Double } from '../kurrent-double/double.js';
import { historyOf, identityOf, listOf, type Reading, Readings } from '../shell/readings.js';
import { Caller } from './support/caller.js';
import { brokerAddress, newDatabase } from './support/places.js';
import { DistributedSet, pause } from './support/server.js';
import { actors, founding } from './support/story.js';

/** `npm run test:distributed -- reads --kills=N` */
const kills = Number(process.env['CHASKI_KILLS'] ?? 5);
const cases = 6;
const readersEach = 4;

describe('personal data that is read in two processes, while they are killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'distributed-'));
  let double: Double | undefined;
  let set: DistributedSet;
  const ids: string[] = [];

  beforeAll(async () => {
    double = await Double.start();
    const args = ['--log', double.connectionString, '--kafka', brokerAddress, '--postgres', await newDatabase('reads')];
    set = await DistributedSet.start(args, {
      CHASKI_DATA: join(folder, 'log'),
      CHASKI_VAULT: join(folder, 'vault'),
      CHASKI_VAULT_COPY: join(folder, 'vault-copy'),
      CHASKI_TOPIC: 'reads',
    });
    const as = (actor: string): Caller => new Caller(() => set.of('write').url, actor);
    await founding(as(actors.coordinator));
    for (let nth = 0; nth < cases; nth += 1) {
      const body = {
        ...{ district: '150112', entry: 'POLICE', condition: 'NEW', sex: 'F', age: 31 },
        ...{ types: ['PHYSICAL'], principal: 'PHYSICAL', complaint: true, identity: { name: `P-${nth}` } },
      };
      ids.push((await as(actors.counter).done('/api/cases', body)).json<{ id: string }>().id);
    }
  });
  afterAll(async () => {
    await set?.stop();
    await double?.stop();
    rmSync(folder, { recursive: true });
  });

  it('reached nobody without its record in the second log', async () => {
    const readings = new Readings();
    const came = { write: 0, audit: 0 };
    const agent = new Agent({ keepAlive: true });
    let isOver = false;
    /** Reads on, whoever of the two is away. */
    const readOn = async (service: keyof typeof came, wanted: readonly Reading[], first: number): Promise<void> => {
      for (let turn = first; !isOver; turn += 1) {
        const reading = wanted[turn % wanted.length];
        if (reading === undefined) return;
        const answer = await readings.read(agent, Number(new URL(set.of(service).url).port), reading);
        if (answer === true) came[service] += 1;
        else await pause(20);
      }
    };
    const wanted = {
      write: [listOf(ids, actors.counter), ...ids.map((id, nth) => identityOf(id, `P-${nth}`, actors.counter))],
      audit: ids.map((id) => historyOf(id, actors.auditor)),
    };
    const services = ['write', 'audit'] as const;
    const reading = services.flatMap((service) =>
      Array.from({ length: readersEach }, (_, first) => readOn(service, wanted[service], first)),
    );
    const killing = async (): Promise<void> => {
      for (let nth = 0; nth < kills; nth += 1) {
        const service = services[nth % services.length] ?? 'write';
        const before = came[service];
        while (came[service] < before + 8) await pause(5);
        await pause(Math.random() * 300);
        await set.kill(service);
      }
    };
    await Promise.all([killing().finally(() => (isOver = true)), ...reading]);
    agent.destroy();

    const log = kurrentLog({ connectionString: double?.connectionString ?? '', name: 'chaski-reads' });
    const { missing, of } = await readings.against(log);
    await log.close();
    console.log(JSON.stringify({ kills, ...of, missing }));
    expect([missing, Object.keys(of).toSorted()]).toEqual([0, ['history', 'identity', 'list']]);
    for (const { readings: whole } of Object.values(of)) expect(whole).toBeGreaterThan(0);
  });
});
