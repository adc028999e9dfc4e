import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../src/cli/directory.js';
import { at, Caller, type House, house, told } from '../../acceptance/house.js';
import { coordinator, network, offers, seen, shelter } from './support/network.js';

const path = '/api/directory/imports';

describe('A list of institutions', () => {
  let server: House;
  beforeEach(async () => {
    server = await house();
  });
  afterEach(() => server.close());

  const send = async (body: unknown, query = '') => {
    const answer = await coordinator(server).post(`${path}${query}`, body as object);
    return [answer.statusCode, answer.json<object>()] as const;
  };
  const nothing = { created: 0, changed: 0, unchanged: 0, refused: 0, dry: false, errors: [] };

  it('is rehearsed, taken, and taken again without a trace', async () => {
    const head = await server.head();
    expect(await send({ organizations: network }, '?dry=true')).toEqual([
      200,
      { ...nothing, rows: 5, created: 5, dry: true },
    ]);
    expect(await server.head()).toBe(head);
    expect(await send({ organizations: network })).toEqual([200, { ...nothing, rows: 5, created: 5 }]);
    const after = await server.head();
    expect(after > head).toBe(true);
    expect(await send({ contents: network })).toEqual([200, { ...nothing, rows: 5, unchanged: 5 }]);
    expect(await server.head()).toBe(after);
  });

  it('changes what it says and leaves the rest as it is', async () => {
    await send(network);
    const { id, name, organization_type, country, district, services } = shelter;
    const same = { id, name, organization_type, country, district };
    const [acogida] = services;
    const later = { ...acogida, capacity: { unit: 'BED', total: 12, free: 0, updated: '2026-03-09T14:00:00.000Z' } };
    expect(await send([{ ...same, services: [later] }])).toEqual([200, { ...nothing, rows: 1, changed: 1 }]);
    await seen(server);
    const page = await coordinator(server).get('/directorio/pe-hrt-1');
    expect(page.body).toContain('0 de 12 libres');
    expect(page.body).toContain('(01) 555-0199');
    // An older count does not come back.
    expect(await send([shelter])).toEqual([200, { ...nothing, rows: 1, unchanged: 1 }]);
  });

  it('keeps what is right of a list with mistakes, and names the rows of the others', async () => {
    const good = { id: 'pe-ong', name: 'ONG', organization_type: 'NGO', country: 'PE', district: '150112' };
    const psychology = { id: 'p', name: 'Psicología', service_type: 'PSYCHOLOGY' };
    const [status, summary] = await send([
      good,
      { ...good, id: 'x y' },
      { ...good, id: 'b', organization_type: 'CIRCUS' },
      good,
      { ...good, id: 'c', country: 'XX', services: [{ ...psychology, assured_date: '2026-03-01' }] },
      {
        ...good,
        id: 'd',
        organization_type: 'HRT',
        locations: [{ id: 'l', location_type: 'physical', district: '150112' }],
      },
      { ...good, id: 'e', services: [psychology, { ...psychology, name: 'Otra' }] },
      { ...good, id: 'f', services: [{ ...psychology, assured_date: '2026-03-10' }] },
      {
        ...good,
        id: 'g',
        services: [{ ...psychology, schedules: [{ byday: 'MO', opens_at: '08:00', closes_at: '08:00' }] }],
      },
      'nada',
      { ...good, id: 'h', secret: 'PALABRA-SECRETA' },
    ]);
    const messages = (summary as { readonly errors: readonly { readonly message: string }[] }).errors;
    expect(messages.map(({ message }) => message).slice(3, 5)).toEqual([
      'Ese país no está preparado aquí',
      'El lugar de un refugio no se escribe',
    ]);
    expect(JSON.stringify(summary)).not.toContain('PALABRA-SECRETA');
    expect([status, summary]).toMatchObject([
      200,
      {
        ...nothing,
        ...{ rows: 11, created: 1, refused: 10 },
        errors: [
          { row: 2, pointer: '/id', code: 'pattern' },
          { row: 3, pointer: '/organization_type', code: 'not-allowed' },
          { row: 4, pointer: '/id', code: 'duplicate-id' },
          { row: 5, pointer: '', code: 'directory/unknown-country' },
          { row: 6, pointer: '/locations/0', code: 'directory/secret-address' },
          { row: 7, pointer: '/services/1', code: 'directory/service-taken' },
          { row: 8, pointer: '/services/0/assured_date', code: 'in-future' },
          { row: 9, pointer: '/services/0/schedules', code: 'directory/bad-hours' },
          { row: 10, pointer: '', code: 'type/object' },
          { row: 11, pointer: '/secret', code: 'unknown-field' },
        ],
      },
    ]);
    await seen(server);
    // Nothing of a row that was refused was written.
    expect((await coordinator(server).get('/api/directory/organizations/e')).statusCode).toBe(404);
  });

  it('is no list of anything else, and of nobody else', async () => {
    const refused = await coordinator(server).post(path, { cases: [] });
    expect([refused.statusCode, told(refused).code]).toEqual([422, 'directory/import-unreadable']);
    expect((await new Caller(server.app, at.cem).post(path, network)).statusCode).toBe(403);
  });

  it('finds services for whoever asks afterwards', async () => {
    await send(network);
    await seen(server);
    expect(await offers(server, { serviceKind: 'SHELTER', sex: 'M' })).toMatchObject([
      { offered: false, bars: [{ code: 'WRONG_SEX' }] },
    ]);
  });
});

describe('The command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chaski-directory-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const env = {
    CHASKI_DATA: join(folder, 'data'),
    CHASKI_VAULT: join(folder, 'vault'),
    CHASKI_VAULT_COPY: join(folder, 'copy'),
  };

  const ran = async (...args: readonly string[]) => {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    const code = await main(args, env, { out: say, err: say, progress: () => undefined });
    return [code, lines.join('\n')] as const;
  };
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it('rehearses, imports and imports again', async () => {
    const list = file('lista.json', `\uFEFF${JSON.stringify(network)}`);
    const by = ['--by', 'pe-150112-municipalidad'];
    const first = 'Instituciones: 5; nuevas 5, cambiadas 0, sin cambios 0, rechazadas 0.';
    expect(await ran(list, ...by, '--dry-run')).toEqual([0, `${first}\nEnsayo: no se escribió nada.`]);
    expect(await ran(list, ...by)).toEqual([0, `${first}\nLas vistas se ponen al día al arrancar el servidor.`]);
    expect((await ran(list, ...by))[1]).toContain('nuevas 0, cambiadas 0, sin cambios 5');
  });

  it('says what is wrong', async () => {
    const by = ['--by', 'x'];
    expect((await ran())[0]).toBe(2);
    expect((await ran(file('a.json', '[]')))[0]).toBe(2);
    expect(await ran(file('b.json', '{'), ...by)).toEqual([1, 'Error: el archivo no es JSON.']);
    expect(await ran(file('c.json', '{}'), ...by)).toEqual([1, 'Error: el archivo no es una lista de instituciones.']);
    const [code, said] = await ran(file('d.json', '[{}]'), ...by);
    expect([code, said]).toEqual([3, expect.stringContaining('Fila 1, /id: ')]);
  });
});
