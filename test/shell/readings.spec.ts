import { once } from 'node:events';
import { Agent, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '#event-log';
import { memoryLog } from '#event-log/memory';
import { recordRead } from '../../src/reads.js';
import { historyOf, identityOf, listOf, Readings } from './readings.js';

const [id, other] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const opened = { stream: `case-${id}`, eventId: id, section: 'identity', category: 'identity', purpose: 'care' };

describe('Readings held against their records', () => {
  const agent = new Agent();
  let server: Server;
  let port = 0;
  let answer = { status: 200, body: JSON.stringify({ id, identity: { name: 'P-1' } }) };
  let readings: Readings;

  beforeAll(async () => {
    server = createServer((_, reply) => reply.writeHead(answer.status).end(answer.body)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  beforeEach(() => (readings = new Readings()));
  afterAll(() => {
    agent.destroy();
    server.close();
  });

  it('miss one that is not on record, or is on that of somebody else, of another case or of another section', async () => {
    const reads = memoryLog();
    const platform = { reads, clock: systemClock };
    expect(await readings.read(agent, port, identityOf(id, 'P-1', 'reader'))).toBe(true);
    await recordRead(platform, 'another', 'SectionOpened', opened);
    await recordRead(platform, 'reader', 'SectionOpened', { ...opened, stream: `case-${other}` });
    await recordRead(platform, 'reader', 'SectionOpened', { ...opened, section: 'narrative' });
    await recordRead(platform, 'reader', 'Looked', { stream: `case-${id}`, action: 'readCase', purpose: 'care' });
    expect(await readings.against(reads)).toEqual({ missing: 1, of: { identity: { readings: 1, records: 0 } } });
    await recordRead(platform, 'reader', 'SectionOpened', opened);
    expect((await readings.against(reads)).missing).toBe(0);
  });

  it('miss as many as came more often than they are on record, kind by kind', async () => {
    const reads = memoryLog();
    const [list, history] = [listOf([id], 'reader'), historyOf(id, 'auditor')];
    for (let nth = 0; nth < 3; nth += 1) await readings.read(agent, port, list);
    const platform = { reads, clock: systemClock };
    const lines = [`case-${id}`];
    await recordRead(platform, 'reader', 'Listed', { stream: 'list-2026-03', what: 'cases', lines, purpose: 'care' });
    answer = { status: 200, body: JSON.stringify({ events: [{ type: 'CaseOpened' }] }) };
    await readings.read(agent, port, history);
    const of = { list: { readings: 3, records: 1 }, history: { readings: 1, records: 0 } };
    expect(await readings.against(reads)).toEqual({ missing: 3, of });
  });

  it('are none where nobody answered, or could not; and end where the answer is another', async () => {
    const reading = historyOf(id, 'auditor');
    answer = { status: 503, body: '{}' };
    expect(await readings.read(agent, port, reading)).toBe(false);
    answer = { status: 200, body: '{}' };
    expect(await readings.read(agent, port, reading)).toBe(false);
    answer = { status: 404, body: '{}' };
    await expect(readings.read(agent, port, reading)).rejects.toThrow('answered with 404');
    expect(await readings.read(agent, 1, reading)).toBeUndefined();
    expect(readings.total).toBe(0);
  });
});
