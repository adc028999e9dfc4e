import { actors, founding } from './support/story.js';
import { until } from './support/server.js';
import { Writer } from './support/writer.js';

const began = Date.parse('2026-03-09T15:00:00.000Z');
const after = (hours: number): string => new Date(began + hours * 3_600_000).toISOString();
const explanation = 'La persona está aquí y no puede esperar.';

describe('an emergency access, with the log on a server and views in PostgreSQL', () => {
  let writer: Writer;
  beforeAll(async () => {
    writer = await Writer.begin('glass', after(0));
    await founding(writer.as(actors.coordinator));
  });
  afterAll(() => writer?.close());

  const opened = async () => {
    const body = {
      ...{ district: '150112', entry: 'POLICE', condition: 'NEW', sex: 'F', age: 31 },
      ...{ types: ['PHYSICAL'], principal: 'PHYSICAL', complaint: true, identity: { name: 'N. de prueba' } },
    };
    const counter = writer.as(actors.counter);
    const { id } = (await counter.done('/api/cases', body)).json<{ id: string }>();
    const { code } = (await counter.get(`/api/cases/${id}`)).json<{ code: string }>();
    return { id, code };
  };
  const broken = async (code: string) => {
    const body = { case: code, reason: 'PERSON_PRESENT', explanation };
    const answer = await writer.as(actors.health).post('/api/emergency-accesses', body);
    return { status: answer.status, ...answer.json<{ id: string; code?: string }>() };
  };
  const shown = async (id: string) => {
    const answer = await writer.as(actors.health).get(`/api/cases/${id}?reveal=identity`);
    return [answer.status, answer.json<{ identity?: { name: string } }>().identity?.name];
  };
  /** Who was told of one thing, once that was sent. */
  const told = (kind: string, ref: string): Promise<readonly string[]> =>
    until(async () => {
      const sent = writer.notices().filter((notice) => notice.kind === kind && notice.ref === ref);
      return sent.length > 0 ? sent.map(({ to }) => to).toSorted() : undefined;
    });

  it('lasts sixty minutes, also over kill -9; unreviewed for 72 hours it keeps its taker from the next', async () => {
    const [first, second] = [await opened(), await opened()];
    const { status, id: glass } = await broken(first.code);
    expect([status, await shown(first.id)]).toEqual([201, [200, 'N. de prueba']]);
    // At once, whoever answers for the case and whoever looks after data.
    expect(await told('glass-broken', first.id)).toEqual(['data-officer/PE', 'pe-150112-comisaria']);

    await writer.killedUntil(after(58 / 60));
    expect(await shown(first.id)).toEqual([200, 'N. de prueba']);
    await writer.killedUntil(after(61 / 60));
    expect(await shown(first.id)).toEqual([404, undefined]);

    await writer.killedUntil(after(73));
    expect(await told('glass-unreviewed', glass)).toEqual(['data-officer/PE']);
    expect(await broken(second.code)).toMatchObject({ status: 409, code: 'glass/review-overdue' });
    expect(await shown(second.id)).toEqual([404, undefined]);

    const officer = writer.as('demo-datos-01');
    const read = await officer.get(`/api/emergency-accesses/${glass}`);
    expect(read.json<object>()).toMatchObject({ status: 'missed', explanation });
    await officer.done(`/api/emergency-accesses/${glass}/review`, { outcome: 'JUSTIFIED' });
    expect((await broken(second.code)).status).toBe(201);
    expect(await shown(second.id)).toEqual([200, 'N. de prueba']);
  });
});
