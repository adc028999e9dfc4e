import { deriveId } from '#decider';
import { send } from '../../../src/platform.js';
import { Caller } from '../../acceptance/house.js';
import { type Countryside, defenders, federation, founded } from './community.js';

/** Councils are of a country: whoever works in another neither sees them nor can name them. */
describe('councils and networks', () => {
  let at: Countryside;
  let abroad: Caller;
  const town = 'bo-020105-municipio';
  beforeAll(async () => {
    at = await founded();
    const command = { do: 'register', organization: town, name: 'Municipio de prueba', kind: 'MUNICIPALITY' };
    await send(at.platform, 'organization', {
      ...{ id: town, actor: 'setup', commandId: deriveId('setup', town) },
      command: { ...command, country: 'BO', district: '020105' },
    });
    await at.read('/api/directory/organizations');
    abroad = new Caller(at.app, `demo-${town}-01`);
  });
  afterAll(() => at.close());

  it('are listed in their own country, and in no other', async () => {
    expect(await at.read<readonly object[]>('/api/councils', at.police)).not.toEqual([]);
    for (const list of ['/api/councils', '/api/networks']) expect(await at.read(list, abroad)).toEqual([]);
  });

  it('are unknown there by their codes', async () => {
    expect(await at.read(`/api/councils/${defenders}`, at.police)).toMatchObject({ id: defenders });
    for (const path of [`/api/councils/${defenders}`, `/api/networks/${federation}/months/2026-03`]) {
      const { statusCode, body } = await abroad.get(path);
      expect([path, statusCode, JSON.parse(body)]).toEqual([
        path,
        404,
        expect.objectContaining({ code: 'community/unknown' }),
      ]);
    }
  });
});
