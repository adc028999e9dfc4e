import type { RiskInstrument } from '../instrument.js';

/**
 * Not a questionnaire: no official form was found, and none was made up. It records the level a professional found by
 * their own means, in the words the rules ask for.
 */
export const levelScale: RiskInstrument = {
  code: 'BO-NIVEL',
  version: 1,
  jurisdiction: 'BO',
  title_es: 'Nivel de riesgo según valoración profesional',
  validFrom: '2013-03-09',
  norm: 'Ley 348',
  source: 'Our own scale of levels. The official form, its items and its cut-offs were not found.',
  verified: false,
  items: [
    {
      key: 'level',
      text_es: '¿Qué nivel de riesgo encontró la valoración profesional?',
      options: [
        { value: 'MILD', label_es: 'Leve', points: 0 },
        { value: 'MODERATE', label_es: 'Moderado', points: 1 },
        { value: 'SEVERE', label_es: 'Severo', points: 2 },
      ],
    },
  ],
  bands: [
    { band: 'MILD', label_es: 'Leve', level: 'MILD', from: 0, to: 0 },
    { band: 'MODERATE', label_es: 'Moderado', level: 'MODERATE', from: 1, to: 1 },
    { band: 'SEVERE', label_es: 'Severo', level: 'SEVERE', from: 2, to: 2 },
  ],
};
