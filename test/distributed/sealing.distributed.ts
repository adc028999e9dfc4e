import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { filesBelow, holding, wrappedKeysOf } from '../erasure/support.js';
import { Program, until } from './support/server.js';
import { actors, founding } from './support/story.js';
import { Writer } from './support/writer.js';

const order = { ground: 'COURT_ORDER', norm: 'Norma de prueba', number: '0042-2026' };

describe('keys that a court’s seal put away, with the log on a server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'distributed-court-'));
  const file = (name: string): string => join(folder, name);
  let writer: Writer;

  beforeAll(async () => {
    for (const name of ['court', 'stranger']) {
      const secret = await generateX25519Identity();
      writeFileSync(file(name), `${secret}\n`);
      if (name === 'court') writeFileSync(file('recipients'), `${await identityToRecipient(secret)}\n`);
    }
    const settings = { CHASKI_SEAL_RECIPIENTS: file('recipients') };
    writer = await Writer.begin('sealing', '2026-03-09T15:00:00.000Z', settings);
    await founding(writer.as(actors.coordinator));
  });
  afterAll(async () => {
    await writer?.close();
    rmSync(folder, { recursive: true });
  });

  const chaski = async (args: readonly string[]) => {
    const tool = new Program('cli/main.js', args, writer.env);
    return [await tool.ended(), tool.said] as const;
  };
  const saying = (text: string): string => expect.stringContaining(text) as string;

  it('are brought back by the operator’s tool, once two persons lifted the seal, with the key of who ordered it', async () => {
    const counter = writer.as(actors.counter);
    const body = {
      ...{ district: '150112', entry: 'POLICE', condition: 'NEW', sex: 'F', age: 31 },
      ...{ types: ['PHYSICAL'], principal: 'PHYSICAL', complaint: true, identity: { name: 'N. de prueba' } },
    };
    const { id } = (await counter.done('/api/cases', body)).json<{ id: string }>();
    const { code, person } = (await counter.get(`/api/cases/${id}`)).json<{ code: string; person: string }>();
    const shown = async () => {
      const answer = await counter.get(`/api/cases/${id}?reveal=identity`);
      return [answer.status, answer.json<{ code?: string; identity?: { name: string } }>()] as const;
    };
    const decided = async (aim: string): Promise<void> => {
      const asked = await writer.as('demo-datos-01').done('/api/sealings', { case: code, aim, ...order });
      await writer.as('demo-datos-02').done(`/api/sealings/${asked.json<{ id: string }>().id}/approval`, {});
    };
    const keys = wrappedKeysOf(writer.store.vault, person);
    const held = (): readonly string[] => holding(keys, filesBelow(writer.folder));
    expect([keys.length > 0, held().length > 0]).toEqual([true, true]);

    await decided('seal');
    await until(async () => (held().length === 0 ? true : undefined));
    expect(await chaski(['seal', 'status'])).toEqual([3, saying('el servidor está en marcha')]);
    await decided('unseal');
    expect(await shown()).toEqual([423, expect.objectContaining({ code: 'keys-away' })]);
    await writer.stop();
    expect(await chaski(['seal', 'status'])).toEqual([0, saying(`  ${id}: reserva levantada`)]);
    expect(await chaski(['seal', 'restore', '--identity', file('stranger')])).toEqual([
      1,
      saying('no es de quien ordenó la reserva'),
    ]);
    expect(held()).toEqual([]);
    expect(await chaski(['seal', 'restore', '--identity', file('court')])).toEqual([0, saying('las llaves volvieron')]);

    await writer.start();
    expect(await shown()).toEqual([200, expect.objectContaining({ identity: { name: 'N. de prueba' } })]);
  });
});
