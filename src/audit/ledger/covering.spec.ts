import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Position } from '#event-log';
import { createService, Introducer, Introductions, ServiceLog, ServiceModule } from '#service';
import { CheckpointsTold, SealsAsked } from './covering.js';
import type { Covering } from './ledgers.js';

const root = `${'A'.repeat(43)}=`;
const at = (server: { address: () => unknown }): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const position = (n: number): Position => String(n).padStart(4, '0') as Position;

async function serving(answer: (request: IncomingMessage) => readonly [number, unknown]): Promise<Server> {
  const server = createServer((request, reply) => {
    const [status, body] = answer(request);
    reply.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

describe('A process that does not sign', () => {
  let introducer: Introducer;
  let keys: Server;
  beforeAll(async () => {
    introducer = await Introducer.open('report');
    keys = await serving(() => [200, introducer.keys]);
  });
  afterAll(() => closed(keys));

  it('is told by the one that does which checkpoint covers a place, and asks once', async () => {
    let [known, asked]: [Covering | undefined, Position[]] = [undefined, []];
    const seals = {
      covering: async (of: Position) => {
        asked = [...asked, of];
        return known;
      },
    };
    const introductions = new Introductions({ from: 'report', at: at(keys), to: 'write' });
    const authenticator = { challenge: 'None', authenticate: async () => undefined };
    const service = ServiceModule.register({ mac: async () => '', authenticator });
    const told = CheckpointsTold.to(introductions, seals);
    const door = await createService(
      { module: class Door {}, imports: [service, told] },
      { log: new ServiceLog('fatal') },
    );
    await door.listen(0, '127.0.0.1');
    const url = at(door.getHttpServer());
    const report = new SealsAsked(introducer, url);
    // Nothing is signed there at present.
    expect(await report.covering(position(7))).toBeUndefined();
    expect(await report.indicator.check()).toEqual([
      { name: 'checkpoints', ok: false, dispensable: true, why: 'ProviderUnavailable' },
    ]);
    known = { size: 7, root };
    expect(await report.covering(position(7))).toEqual(known);
    expect(await report.indicator.check()).toEqual([{ name: 'checkpoints', ok: true }]);
    expect(await report.covering(position(7))).toEqual(known);
    expect(asked).toEqual([position(7), position(7)]);
    // Somebody with keys of their own is nobody there.
    const stranger = new SealsAsked(await Introducer.open('report'), url);
    expect(await stranger.covering(position(7))).toBeUndefined();
    expect((await fetch(`${url}/api/checkpoints/covering/0007`)).status).toBe(401);
    expect(asked).toHaveLength(2);
    await door.close();
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['no size', { root }],
    ['no number', { size: '7', root }],
    ['an empty tree', { size: 0, root }],
    ['half an event', { size: 1.5, root }],
    ['no root', { size: 7 }],
    ['no digest', { size: 7, root: 'x' }],
  ])('takes %s for no checkpoint', async (_what, answer) => {
    const door = await serving(() => [200, answer]);
    const report = new SealsAsked(introducer, at(door));
    expect(await report.covering(position(7))).toBeUndefined();
    expect(await report.indicator.check()).toMatchObject([{ ok: false, why: 'TypeError' }]);
    await closed(door);
  });

  it('remembers so many that a report in every format asks once, and no more', async () => {
    let asked = 0;
    const door = await serving(() => [200, { size: (asked += 1), root }]);
    const report = new SealsAsked(introducer, at(door));
    for (let n = 0; n <= 1_000; n += 1) await report.covering(position(n));
    expect(asked).toBe(1_001);
    expect(await report.covering(position(1_000))).toEqual({ size: 1_001, root });
    expect(asked).toBe(1_001);
    await report.covering(position(0));
    expect(asked).toBe(1_002);
    await closed(door);
  });
});
