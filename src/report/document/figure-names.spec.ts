import { figureName, figureValue } from './figure-names.js';
import { es } from './words.js';

describe('A figure that changed', () => {
  it.each([
    ['new-cases', 'Casos nuevos'],
    ['new-cases/by-type/PSYCHOLOGICAL/count', 'Casos nuevos · por tipo · Psicológica · Número'],
    ['who/by-sex/F/count', 'Quiénes: edad, sexo, vínculo y lengua · por sexo · Mujer · Número'],
    ['who/by-disability/total/count', 'Quiénes: edad, sexo, vínculo y lengua · por discapacidad · Total · Número'],
    ['who/by-ethnicity/total/count', 'Quiénes: edad, sexo, vínculo y lengua · por pertenencia étnica · Total · Número'],
    ['new-cases/by-type/total/count', 'Casos nuevos · por tipo · Total · Número'],
  ])('is called as in the report: %s', (path, name) => {
    expect(figureName(path, 'PE', es)).toBe(name);
  });

  it('is told in percent where it is a share, else as a number', () => {
    expect(figureValue('new-cases/by-type/PHYSICAL/share', 0.5652, 'PE')).toMatch(/^56[.,]5\s?%$/u);
    expect(figureValue('new-cases/by-type/PHYSICAL/count', 1046, 'PE')).toBe('1,046');
  });
});
