import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadMapping, mappingsFrom, parseMapping } from '../../src/imports/mappings.js';

const examples = mappingsFrom({}).all;
const police = examples.find(({ id }) => id === 'comisaria-ejemplo');

/** The faults of the mapping of the police station with something else in it. */
function faults(change: object, fields: object = {}): readonly string[] {
  const text = JSON.stringify({ ...police, ...change, fields: { ...police?.fields, ...fields } });
  try {
    parseMapping(text);
    return [];
  } catch (error) {
    if (error instanceof BadMapping) return error.faults.map(({ pointer, message }) => `${pointer} ${message}`);
    throw error;
  }
}

describe('a mapping file', () => {
  it('is taken as it is, with or without a byte order mark', () => {
    expect(faults({})).toEqual([]);
    expect(parseMapping(`\uFEFF${JSON.stringify(police)}`)).toEqual(police);
  });

  it.each([
    [{ version: 0 }, {}, '/version No se admite este valor.'],
    [{ version: undefined }, {}, '/version Falta un dato.'],
    [{ 'chaski-mapping': 2 }, {}, '/chaski-mapping No es el valor que se espera.'],
    [{ colour: 'x' }, {}, '/colour Sobra un dato.'],
    [{ encodings: ['utf-16'] }, {}, '/encodings/0 No es uno de los valores que se admiten.'],
    [{ id: 'Con espacios' }, {}, '/id No tiene la forma que se espera.'],
    [{ ignore: ['DNI', 'HORA'] }, {}, '/ignore/1 Esa columna se lee en un campo.'],
    [{}, { colour: { value: 'x' } }, '/fields/colour Ese campo no existe en este tipo de archivo.'],
    [{}, { sex: undefined }, '/fields/sex Falta este campo, sin el cual no hay fila.'],
    [{}, { sex: {} }, '/fields/sex Se dice «from» o «value»: uno de los dos.'],
    [{}, { sex: { from: ['Sexo'], value: 'F' } }, '/fields/sex Se dice «from» o «value»: uno de los dos.'],
    [{}, { sex: { value: 'F', optional: true } }, '/fields/sex Un valor fijo no lleva nada más.'],
    [{}, { demo: { value: 'si' } }, '/fields/demo Que es una demostración lo dice el archivo, no la plantilla.'],
    [{}, { opened_at: { from: ['Fecha'] } }, '/fields/opened_at Falta cómo se escriben las fechas («dates»).'],
    [{}, { sex: { from: ['Sexo'], dates: ['excel'] } }, '/fields/sex Este campo no es una fecha.'],
    [{}, { sex: { from: ['Sexo'], hour: '08:00' } }, '/fields/sex La hora es de una fecha («dates»).'],
    [
      {},
      { opened_at: { from: ['F'], dates: ['excel'], split: '/' } },
      '/fields/opened_at Una fecha no tiene tabla de valores.',
    ],
    [
      {},
      { opened_at: { from: ['F'], dates: ['excel'], hour: '24:00' } },
      '/fields/opened_at/hour No tiene la forma que se espera.',
    ],
    [
      {},
      { sex: { from: ['Sexo'], values: { Mujer: 'F', MUJER: 'M' } } },
      '/fields/sex Dos palabras de la tabla se leen igual.',
    ],
    [
      {},
      { sex: { from: ['Sexo'], values: { '?': 'F' } } },
      '/fields/sex Una palabra de la tabla no tiene letras ni cifras.',
    ],
  ])('says where it cannot be followed: %j %j', (change, fields, expected) => {
    expect(faults(change, fields)).toContain(expected);
  });

  it('that is no JSON says so', () => {
    expect(() => parseMapping('{')).toThrow('El archivo no es JSON.');
  });
});

describe('the mappings of a deployment', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mappings-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are the examples, unless it has its own', () => {
    expect(examples.map(({ id }) => id)).toEqual(['cem-ejemplo', 'comisaria-ejemplo', 'slim-ejemplo']);
    writeFileSync(join(folder, 'one.json'), JSON.stringify({ ...police, id: 'propia', version: 3 }));
    const own = mappingsFrom({ CHASKI_MAPPINGS: folder });
    expect(own.find('propia')).toBe(own.all[0]);
    expect(own.find('propia@3')).toBe(own.all[0]);
    expect(own.find('propia@2')).toBeUndefined();
    expect(own.find('comisaria-ejemplo')).toBeUndefined();
  });

  it('are not begun with when one is wrong, or two have one id', () => {
    writeFileSync(join(folder, 'one.json'), JSON.stringify(police));
    writeFileSync(join(folder, 'two.json'), JSON.stringify(police));
    expect(() => mappingsFrom({ CHASKI_MAPPINGS: folder })).toThrow('ya hay otra con el código comisaria-ejemplo');
    writeFileSync(join(folder, 'two.json'), '[]');
    expect(() => mappingsFrom({ CHASKI_MAPPINGS: folder })).toThrow(/two\.json:\n\/: No es del tipo que se espera/);
  });
});
