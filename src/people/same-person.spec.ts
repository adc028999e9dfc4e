import { send } from '../platform.js';
import { refresh } from '../runners.js';
import { memoryPlatform } from '../../test/support/platform.js';
import { assertTwo, samePerson } from './same-person.js';

describe('two codes', () => {
  const platform = memoryPlatform('2026-03-09T15:00:00.000Z');
  beforeAll(async () => {
    for (const [code, login] of [
      ['cem-01', 'login-a'],
      ['cem-02', 'login-a'],
      ['cem-03', 'login-b'],
    ] as const) {
      const command = { do: 'enrol', login, institution: 'pe-150112-cem', country: 'PE', role: 'worker' };
      await send(platform, 'staff', { id: code, command, commandId: code, actor: 'admin' });
    }
    await refresh(platform);
  });

  it.each([
    ['the same code, of nobody who was enrolled', 'demo-cem-01', 'demo-cem-01', true],
    ['two of one login', 'cem-01', 'cem-02', true],
    ['two of two logins', 'cem-01', 'cem-03', false],
    ['two of a demonstration', 'demo-cem-01', 'demo-cem-02', false],
    ['one that was enrolled, one that was not', 'cem-01', 'demo-cem-01', false],
  ])('are of one person, or are not: %s', async (_, one, other, same) => {
    expect(await samePerson(platform, one, other)).toBe(same);
    expect(await samePerson(platform, other, one)).toBe(same);
  });

  it('of one person do not make two', async () => {
    await expect(assertTwo(platform, 'cem-01', 'cem-02', 'sealing/same-person')).rejects.toMatchObject({
      status: 409,
      code: 'sealing/same-person',
    });
    await expect(assertTwo(platform, 'cem-01', 'cem-03', 'sealing/same-person')).resolves.toBeUndefined();
  });
});
