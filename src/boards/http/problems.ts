import type { ProblemText } from '#service';
import { planProblems } from './plan-problems.js';
import { seatProblems } from './seat-problems.js';
import { sessionProblems } from './session-problems.js';
import { sharedProblems } from '../../shared-problems.js';

/** The words for what a board refuses. */
export const boardProblems: readonly ProblemText[] = [
  ...sharedProblems('board', 'bad-code', 'bad-district', 'unknown-country'),
  ...sessionProblems,
  ...planProblems,
  ...seatProblems,
  {
    code: 'board/no-territory',
    status: 422,
    es: { title: 'Falta el territorio de la mesa', detail: 'Una mesa responde por un distrito o más.' },
    en: { title: 'The board has no territory', detail: 'A board answers for at least one district.' },
  },
  {
    code: 'board/unknown',
    status: 404,
    es: { title: 'Esa mesa no existe', detail: 'Revise el código de la mesa.' },
    en: { title: 'No such board', detail: 'Check the code of the board.' },
  },
  {
    code: 'board/district-outside',
    status: 422,
    es: { title: 'El distrito no es de esta mesa', detail: 'Elija un distrito de su territorio.' },
    en: { title: 'The district is not of this board', detail: 'Choose a district of its territory.' },
  },
  {
    code: 'board/bad-population',
    status: 422,
    es: { title: 'La población no es válida', detail: 'Debe ser un número entero mayor que cero.' },
    en: { title: 'Not a population', detail: 'It must be a whole number above zero.' },
  },
  {
    code: 'board/bad-name',
    status: 422,
    es: {
      title: 'El nombre no se puede publicar',
      detail:
        'El nombre de la mesa y el del lugar deben tener de 1 a 160 caracteres en una sola línea, sin @ y sin siete cifras seguidas.',
    },
    en: {
      title: 'Not a name that can be published',
      detail:
        'The names of the board and of its place must have 1 to 160 characters on one line, without @ and without seven digits in a row.',
    },
  },
  {
    code: 'board/taken',
    status: 409,
    es: {
      title: 'Ese código ya es de otra mesa',
      detail: 'Ya está registrada con otros datos, y así queda. Elija otro código.',
    },
    en: {
      title: 'Another board has this code',
      detail: 'It is established with other data, and stays so. Choose another code.',
    },
  },
  {
    code: 'board/unknown-organization',
    status: 422,
    es: { title: 'Esa institución no está en el directorio', detail: 'Regístrela primero, o revise su código.' },
    en: { title: 'The organization is not in the directory', detail: 'Register it first, or check its code.' },
  },
];
