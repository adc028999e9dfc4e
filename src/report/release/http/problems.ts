import type { ProblemText } from '#service';

/** The words for what the life of a report refuses. */
export const editionProblems: readonly ProblemText[] = [
  {
    code: 'edition/unknown',
    status: 404,
    es: { title: 'No hay tal edición', detail: 'Ese mes todavía no tiene una edición, o no en esa versión.' },
    en: { title: 'No such edition', detail: 'The month has no edition yet, or none of that version.' },
  },
  {
    code: 'edition/month-open',
    status: 422,
    es: { title: 'El mes no ha terminado', detail: 'Un informe se congela cuando su mes ha terminado.' },
    en: { title: 'The month is not over', detail: 'A report is frozen when its month has ended.' },
  },
  {
    code: 'edition/not-frozen',
    status: 409,
    es: { title: 'El informe no está congelado', detail: 'Congele el informe antes de este paso.' },
    en: { title: 'The report is not frozen', detail: 'Freeze the report first.' },
  },
  {
    code: 'edition/approved',
    status: 409,
    es: {
      title: 'La mesa ya aprobó el informe',
      detail: 'Lo aprobado no cambia. Después de publicarlo puede hacerse una versión nueva.',
    },
    en: { title: 'The board has approved the report', detail: 'It stands. Once published it can be restated.' },
  },
  {
    code: 'edition/not-approved',
    status: 409,
    es: { title: 'Falta la aprobación de la mesa', detail: 'Anote el número del acta en que la mesa lo aprobó.' },
    en: { title: 'The board has not approved it', detail: 'Give the number of the minutes that approve it.' },
  },
  {
    code: 'edition/board-first',
    status: 409,
    es: { title: 'Primero la mesa', detail: 'El informe se publica para la mesa antes que para el público.' },
    en: { title: 'The board comes first', detail: 'The board has its report before everybody else.' },
  },
  {
    code: 'edition/published',
    status: 409,
    es: { title: 'Ya está publicado', detail: 'Esta versión ya se publicó para esos lectores.' },
    en: { title: 'Already published', detail: 'This version is published to these readers.' },
  },
  {
    code: 'edition/not-published',
    status: 409,
    es: {
      title: 'Todavía no se aprobó',
      detail: 'Lo que no se aprobó se congela otra vez; no hace falta otra versión.',
    },
    en: { title: 'Not approved yet', detail: 'What is not approved is frozen again; it needs no new version.' },
  },
  {
    code: 'edition/other-figures',
    status: 409,
    es: { title: 'No son las cifras aprobadas', detail: 'Se publica solo lo que la mesa aprobó.' },
    en: { title: 'Not the figures that were approved', detail: 'Only what the board approved is published.' },
  },
  {
    code: 'edition/unsafe',
    status: 409,
    es: {
      title: 'Así ya no se puede publicar',
      detail:
        'Desde que se congeló se publicó otro informe, o cambió el programa, y junto con él podría calcularse un número reservado. Congele una versión nueva.',
    },
    en: {
      title: 'It can no longer be published as it is',
      detail: 'Another report was published since, or the software changed; together they could give a number away.',
    },
  },
  {
    code: 'edition/bad-code',
    status: 422,
    es: { title: 'El código no es válido', detail: 'Use hasta 80 letras sin tilde, cifras y los signos . _ : / -.' },
    en: { title: 'Not a code', detail: 'Use up to 80 plain letters, digits and the signs . _ : / -.' },
  },
  {
    code: 'edition/unknown-country',
    status: 422,
    es: { title: 'País no conocido', detail: 'La mesa no es de un país que este programa conozca.' },
    en: { title: 'Unknown country', detail: 'The board is of no country this software knows.' },
  },
];
