import fc from 'fast-check';
import { slipsOf, soundOf, traitsOf, wordsOf } from './names.js';

const sounds = (name: string): readonly string[] => wordsOf(name).map(soundOf);

describe('a name', () => {
  it.each([
    // Spanish
    ['Gonzáles', 'Gonzalez'],
    ['Hernández', 'Ernandes'],
    ['Valverde', 'Balberde'],
    ['Llosa', 'Yosa'],
    ['Ccori', 'Cori'],
    // Quechua
    ['Quispe', 'Qispi'],
    ['Huamán', 'Waman'],
    ['Huallpa', 'Wallpa'],
    ['Killa', 'Quilla'],
    ['Cusi', 'Kusi'],
    ['Inca', 'Inka'],
    ['Ccahuana', 'Qawana'],
    ['Guaman', 'Huaman'],
    ['Shupingahua', 'Xupingahua'],
    // Aymara
    ['Choque', 'Ch’uqi'],
    ['Mamani', 'Mamani'],
    ['Condori', 'Kunturi'],
    ['Tambo', 'Tampu'],
    ['Inga', 'Inka'],
    ['Huanca', 'Wanka'],
  ])('sounds alike as %s and as %s', (one, other) => {
    expect(sounds(one)).toEqual(sounds(other));
  });

  it.each([
    ['Peña', 'Pena'],
    ['Rosa', 'Risa'],
    ['Mamani', 'Condori'],
    ['Ana', 'Eva'],
  ])('does not sound alike as %s and as %s', (one, other) => {
    expect(sounds(one)).not.toEqual(sounds(other));
  });

  it('is its words, without particles, marks and initials', () => {
    expect(wordsOf('  María del Pilar de la Cruz Ñ. Núñez-Vda. ')).toEqual(['MARIA', 'PILAR', 'CRUZ', 'NUÑEZ']);
  });

  it('with one letter wrong, more, less or in the place of its neighbour has a slip in common with itself', () => {
    const key = fc.string({ unit: fc.constantFrom(...'AIUKSTMNW'), minLength: 3, maxLength: 9 });
    const slip = fc.constantFrom('drop', 'add', 'change', 'swap');
    fc.assert(
      fc.property(key, slip, fc.nat(7), fc.constantFrom(...'AIUKSTMNW'), (whole, how, place, letter) => {
        const at = place % whole.length;
        const [before, after] = [whole.slice(0, at), whole.slice(at + 1)];
        const wrong = {
          drop: before + after,
          add: before + letter + whole.slice(at),
          change: before + letter + after,
          swap: before + after.slice(0, 1) + whole.charAt(at) + after.slice(1),
        }[how];
        expect(slipsOf(wrong).some((each) => slipsOf(whole).includes(each))).toBe(true);
      }),
    );
  });
});

describe('what a person is found under', () => {
  const texts = (known: Parameters<typeof traitsOf>[0]) => traitsOf(known).map(({ text }) => text);

  it('is never one name alone, nor one name and a year', () => {
    expect(texts({ name: 'Quispe', years: [1990] })).toEqual([]);
    for (const text of texts({ name: 'Rosa Quispe Mamani', years: [1990] })) {
      expect(text.split('|').filter((part) => !/^\d+$/.test(part)).length).toBeGreaterThan(1);
    }
  });

  it('is the same in whatever order the names are written', () => {
    const name = fc.shuffledSubarray(['Rosa', 'Elvira', 'Quispe', 'Mamani'], { minLength: 4 });
    const sorted = [...texts({ name: 'Rosa Elvira Quispe Mamani', years: [1990] })].sort();
    fc.assert(
      fc.property(name, (words) => {
        expect([...texts({ name: words.join(' '), years: [1990] })].sort()).toEqual(sorted);
      }),
    );
  });

  it('is a document and a phone however they are written', () => {
    expect(texts({ documentId: '7000-0001', phone: '+51 999 888 777' })).toEqual(['70000001', '999888777']);
    expect(texts({ documentId: '12', phone: '105' })).toEqual([]);
  });
});
