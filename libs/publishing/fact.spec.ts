import { code, factInstant, publicName, randomId } from '#publishing';

describe('the values of facts', () => {
  it('are made of what has their form', () => {
    expect(code('PNP/LIMA-01')).toBe('PNP/LIMA-01');
    expect(publicName('Centro de Emergencia Mujer Ñaña')).toContain('Mujer');
    expect(randomId('00000000-0000-8000-8000-000000000001')).toHaveLength(36);
    expect(factInstant('2025-10-01T15:00:00.000Z')).toBe('2025-10-01T15:00:00.000Z');
  });

  it.each(['', 'two words', 'ñ', '-a', 'a'.repeat(81), 'a\n', undefined, null, 7])('are no code: %j', (value) => {
    expect(() => code(value as string)).toThrow('not a code');
  });

  it('are not made of anything else', () => {
    expect(() => randomId('1')).toThrow('not a random id');
    for (const value of ['2025-10-01', '2025-10-01T15:00:00Z', '2025-10-01T15:00:00.000-05:00', undefined]) {
      expect(() => factInstant(value as string)).toThrow('not an instant');
    }
  });

  it.each(['', 'a'.repeat(161), 'two\nlines', 'write@me', 'call 9876543', undefined])(
    'are no public name: %j',
    (value) => {
      expect(() => publicName(value as string)).toThrow('not a public name');
    },
  );
});
