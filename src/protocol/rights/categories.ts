import { codeList } from '../codes.js';

/**
 * The kinds of personal data, each under a key of its own: read, and erased, one without the other. The last three are
 * of people who are not the one a case is about, under keys of their own though they hang on that person's record.
 */
export const dataCategories = codeList(
  'dataCategories',
  { source: 'List of this network: what may be read, and erased, apart.', verified: false },
  [
    ['identity', 'Identidad: nombre, documento, teléfono'],
    ['contact', 'Contacto seguro'],
    ['location', 'Domicilio'],
    ['shelter', 'Refugio'],
    ['narrative', 'Relatos y notas'],
    ['risk', 'Respuestas de valoración de riesgo'],
    ['aggressor', 'Persona denunciada'],
    ['children', 'Hijas e hijos'],
    ['reporter', 'Quien avisó'],
  ],
);
