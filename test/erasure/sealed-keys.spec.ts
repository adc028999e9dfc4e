import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ageOpened, ageSealed, linesOfAge } from '#vault';
import type { Console } from '../../src/cli/console.js';
import { main as drill } from '../../src/cli/restore-drill.js';
import { main as seal } from '../../src/cli/seals.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import { ownersOf } from '../../src/people/process/put-away.js';
import { sealRecipientsFrom } from '../../src/people/process/recipients.js';
import { keysAway } from '../../src/people/views/sealings.js';
import { eventually, newCase, told } from '../acceptance/house.js';
import { type Place, place } from '../access/support.js';
import { filesBelow, holding } from './support.js';

const identity = { name: 'N. de prueba', documentId: '00000000' };
const order = { ground: 'COURT_ORDER', norm: 'Norma de prueba', number: '0042-2026' };

describe('A case sealed by a court that gave its key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chaski-sealed-keys-'));
  const at = (name: string): string => join(folder, name);
  const said: string[] = [];
  const console: Console = {
    out: (line) => said.push(line),
    err: (line) => said.push(line),
    progress: () => undefined,
  };
  let here: Place;
  let env: NodeJS.ProcessEnv;
  let id: string;
  let other: string;
  let person: string;
  let wrapped: readonly Buffer[];

  beforeAll(async () => {
    for (const name of ['court', 'prosecutor', 'stranger']) {
      const secret = await generateX25519Identity();
      writeFileSync(at(name), `# ${name}\n${secret}\n`);
      writeFileSync(at(`${name}.pub`), `${await identityToRecipient(secret)}\n`);
    }
    const keys = ['court', 'prosecutor'].map((name) =>
      filesBelow(folder)
        .get(at(`${name}.pub`))
        ?.toString(),
    );
    writeFileSync(at('recipients'), `# who orders seals\n${keys.join('')}`);
    process.env['CHASKI_SEAL_RECIPIENTS'] = at('recipients');
    here = await place();
    const { paths } = here;
    env = { CHASKI_DATA: paths.data, CHASKI_VAULT: paths.vault, CHASKI_VAULT_COPY: paths.vaultCopy };
    id = told(await here.as('counter').post('/api/cases', { ...newCase, identity })).id;
    person = told(await here.as('counter').get(`/api/cases/${id}`)).person ?? '';
    other = told(await here.as('counter').post('/api/cases', { ...newCase, person, condition: 'REPEAT_OTHER' })).id;
    const db = new DatabaseSync(join(paths.vault, 'keys.db'), { readOnly: true });
    const rows = db.prepare('SELECT wrapped FROM key WHERE subject = ?').all(person);
    wrapped = rows.map((row) => Buffer.from(row['wrapped'] as Uint8Array));
    db.close();
  }, 120_000);
  afterAll(async () => {
    delete process.env['CHASKI_SEAL_RECIPIENTS'];
    await here.close();
    rmSync(folder, { recursive: true });
  });

  const recipient = (): Promise<string> =>
    identityToRecipient(linesOfAge(filesBelow(folder).get(at('court'))?.toString() ?? '')[0] ?? '');
  const codeOf = async (of: string): Promise<string> => {
    const listed = (await here.as('counter').get('/api/cases?limit=100')).json<{ id: string; code: string }[]>();
    return listed.find((each) => each.id === of)?.code ?? '';
  };
  const codes = new Map<string, string>();
  const decide = async (of: string, aim: string): Promise<string> => {
    if (!codes.has(of)) codes.set(of, await codeOf(of));
    const asked = await here.as('officer').post('/api/sealings', { case: codes.get(of), aim, ...order });
    const sealing = told(asked).id;
    expect((await here.as('officer-2').post(`/api/sealings/${sealing}/approval`, {})).statusCode).toBe(201);
    return `/derechos/reservas/${sealing}`;
  };
  const shown = async (page: string): Promise<string> => (await here.as('officer').get(page)).body;
  const held = (): readonly string[] =>
    holding(wrapped, filesBelow(here.paths.data, here.paths.vault, here.paths.vaultCopy));
  const away = (of: string) => here.platform.views.get(keysAway, of);
  const identityNow = async () => {
    const answer = await here.as('counter').get(`/api/cases/${id}?reveal=identity`);
    return [answer.statusCode, answer.json<{ code?: string; identityState?: string }>().code];
  };

  it('keeps its keys while another case of the person is open', async () => {
    expect(wrapped.length).toBeGreaterThan(0);
    const page = await decide(id, 'seal');
    expect(await shown(page)).toContain('cuando todos los casos de la persona están bajo reserva');
    expect(held()).not.toEqual([]);
    expect(await away(id)).toBeUndefined();
  });

  it('has none of them on the server once every case of hers is sealed', async () => {
    const page = await decide(other, 'seal');
    await eventually(() => away(id));
    await eventually(() => away(other));
    expect(held()).toEqual([]);
    const live = await here.platform.vault.keysOf(person, 'identity');
    expect([live, await here.platform.vault.isAway({ subject: person, category: 'identity' })]).toEqual([
      { live: 1, destroyed: 0 },
      true,
    ]);
    expect(await shown(page)).toContain('las llaves de los datos están fuera de línea desde');
    // The order that it rests on can still be read.
    const { number } = (await here.as('officer').get(page.replace('/derechos/reservas', '/api/sealings'))).json();
    expect(number).toBe(order.number);
  });

  it('is refused an erasure while a legal hold stands, as before', async () => {
    const rights = `/api/rights/persons/${person}`;
    const hold = told(await here.as('officer').post(`${rights}/holds`, { norm: 'COURT_ORDER' })).id;
    const asked = told(await here.as('officer').post(`${rights}/erasures`, { ground: 'AUTHORITY_ORDERED' })).id;
    const approval = await here.as('officer-2').post(`/api/rights/erasures/${asked}/approval`, {});
    expect([approval.statusCode, (await here.platform.vault.keysOf(person)).destroyed]).toEqual([409, 0]);
    const refusal = { reason: 'LEGAL_DUTY' };
    expect((await here.as('officer-2').post(`/api/rights/erasures/${asked}/refusal`, refusal)).statusCode).toBe(200);
    expect((await here.as('officer').post(`${rights}/holds/${hold}/lifting`, { reason: 'ENDED' })).statusCode).toBe(
      200,
    );
  });

  it('is brought back by nobody before two persons have lifted the seal', async () => {
    await here.stop();
    expect(await seal(['restore', '--identity', at('court')], env, console)).toBe(1);
    expect(said.join('\n')).toContain('no hay ningún caso cuya reserva se haya levantado');
    said.length = 0;
    expect(await seal(['status'], env, console)).toBe(0);
    expect(said).toEqual(expect.arrayContaining(['Casos con las llaves fuera de línea: 2.', `  ${id}: bajo reserva`]));
    here = await place(undefined, here.paths);
    expect(held()).toEqual([]);
  }, 60_000);

  it('is copied and restored with its keys away', async () => {
    const copied = { ...env, CHASKI_BACKUP_RECIPIENTS: at('recipients') };
    said.length = 0;
    expect([await drill(['--identity', at('court')], copied, console), said]).toEqual([0, expect.anything()]);
    expect(said.join('\n')).toMatch(/fuera de línea, por reservas: [1-9]/);
  }, 120_000);

  it('stays closed after the seal was lifted, until the court’s key comes', async () => {
    const page = await decide(id, 'unseal');
    expect(await shown(page)).toContain('la reserva se levantó, pero las llaves siguen fuera de línea');
    expect(await identityNow()).toEqual([423, 'keys-away']);
    await here.stop();
    said.length = 0;
    expect(await seal(['restore', '--identity', at('stranger')], env, console)).toBe(1);
    expect(said.join('\n')).toContain('no es de quien ordenó la reserva');
    expect(await seal(['restore', '--identity', at('court.pub')], env, console)).toBe(1);
    expect(await seal(['restore'], env, console)).toBe(2);
    expect(await seal(['restore', '--identity', at('prosecutor')], env, console)).toBe(0);
    said.length = 0;
    expect(await seal(['status'], env, console)).toBe(0);
    expect(said).toEqual(['Casos con las llaves fuera de línea: 0.']);
    here = await place(undefined, here.paths);
    await eventually(async () => ((await away(id)) === undefined ? true : undefined));
    expect((await identityNow())[0]).toBe(200);
  }, 60_000);

  it('is known to have its keys away also where that was cut off before it was on record, and the seal lifted', async () => {
    const sealed = await here.platform.vault.putAway(ownersOf(person), ageSealed([await recipient()]));
    expect([sealed.keys > 0, await away(id)]).toEqual([true, undefined]);
    await here.stop();
    here = await place(undefined, here.paths);
    await eventually(() => away(id));
    await here.stop();
    expect(await seal(['restore', '--identity', at('court')], env, console)).toBe(0);
    here = await place(undefined, here.paths);
    expect((await identityNow())[0]).toBe(200);
  }, 60_000);

  it('is put right where the keys were restored from before', async () => {
    await decide(id, 'seal');
    await eventually(() => away(id));
    await here.stop();
    const stale = await openEmbedded({ paths: here.paths });
    const opening = ageOpened(linesOfAge(filesBelow(folder).get(at('court'))?.toString() ?? ''));
    // Behind the record's back, as a restored vault would have them.
    expect((await stale.vault.bringBack(ownersOf(person), opening)).keys).toBeGreaterThan(0);
    await stale.close();
    here = await place(undefined, here.paths);
    const owner = { subject: person, category: 'identity' };
    await eventually(async () => ((await here.platform.vault.isAway(owner)) ? true : undefined));
  }, 60_000);
});

it('stops the start where the keys to put away for are none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chaski-recipients-'));
  writeFileSync(join(folder, 'bad'), 'age1nobody\n');
  writeFileSync(join(folder, 'empty'), '# nobody yet\n');
  for (const name of ['bad', 'empty', 'nowhere']) {
    expect(() => sealRecipientsFrom({ CHASKI_SEAL_RECIPIENTS: join(folder, name) })).toThrow();
  }
  expect(sealRecipientsFrom({})).toBeUndefined();
  rmSync(folder, { recursive: true });
});
