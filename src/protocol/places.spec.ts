import fc from 'fast-check';
import { jurisdiction } from './index.js';
import { districtNamed, placeName, placesNamed } from './places.js';

const { places } = jurisdiction('PE');
const districts = [...places.keys()].filter((code) => code.length === 6);

describe('places of Peru', () => {
  it('are all inside one another', () => {
    expect(districts.length).toBeGreaterThan(1_870);
    const outside = [...places.keys()].filter((code) => code.length > 2 && !places.has(code.slice(0, code.length - 2)));
    expect(outside).toEqual([]);
  });

  it.each([
    ['120402', 'Acolla, Jauja'],
    ['120401', 'Jauja'],
    ['1204', 'Jauja'],
    ['12', 'Junín'],
    ['150112', 'Independencia, Lima'],
    ['999999', '999999'],
  ])('%s is called %s', (code, name) => {
    expect(placeName(places, code)).toBe(name);
  });
});

describe('a district that was typed', () => {
  it.each([
    ['its code', '120402', '', '120402'],
    ['its code with its name behind it', '120402 Acolla, Jauja', '', '120402'],
    ['a name only one has', 'Tintay Puncu', '', '090718'],
    ['without its accent', 'jauja', '', '120401'],
    ['with its province', 'Independencia, Lima', '', '150112'],
    ['a name several have, near one of them', 'Independencia', '150101', '150112'],
    ['a name several have, far from all', 'Independencia', '', 'Independencia'],
    ['no district', 'Ninguna Parte', '', 'Ninguna Parte'],
    ['too long a number', '1204020', '', '1204020'],
  ])('%s', (_, typed, near, code) => {
    expect(districtNamed(places, typed, near)).toBe(code);
  });

  it('is found by what it is called, in its own province', () => {
    const byName = (code: string): readonly string[] => placesNamed(places, placeName(places, code));
    fc.assert(fc.property(fc.constantFrom(...districts), (code) => byName(code).includes(code)));
  });
});
