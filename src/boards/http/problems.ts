import type { ProblemText } from '#service';

/** The words for what a board refuses. */
export const boardProblems: readonly ProblemText[] = [
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
];
