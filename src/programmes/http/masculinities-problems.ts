import type { ProblemText } from '#service';

/** The words for what groups of men refuse. */
export const masculinitiesProblems: readonly ProblemText[] = [
  {
    code: 'masculinities/unknown',
    status: 404,
    es: { title: 'Ese grupo no existe', detail: 'Revise el enlace, o búsquelo en la lista de su institución.' },
    en: { title: 'No such group', detail: 'Check the link, or look for it in the list of your institution.' },
  },
  {
    code: 'masculinities/exists',
    status: 409,
    es: { title: 'El grupo ya está formado', detail: 'Vuelva a la lista y ábralo.' },
    en: { title: 'The group is formed already', detail: 'Go back to the list and open it.' },
  },
  {
    code: 'masculinities/closed',
    status: 409,
    es: { title: 'El grupo ya no se reúne', detail: 'No se le añade nada más.' },
    en: { title: 'The group meets no more', detail: 'Nothing more is added to it.' },
  },
  {
    code: 'masculinities/unknown-participant',
    status: 422,
    es: { title: 'Nadie del grupo tiene ese código', detail: 'Elija a alguien que está en el grupo.' },
    en: { title: 'Nobody of the group has this code', detail: 'Choose somebody who is in the group.' },
  },
  {
    code: 'masculinities/bad-day',
    status: 422,
    es: { title: 'La fecha no existe', detail: 'Escríbala como 2026-04-30.' },
    en: { title: 'No such day', detail: 'Write it as 2026-04-30.' },
  },
  {
    code: 'masculinities/not-yet',
    status: 422,
    es: {
      title: 'Todavía no ha ocurrido',
      detail: 'Se registra lo que ya ocurrió: la fecha no puede ser futura.',
    },
    en: { title: 'It has not happened yet', detail: 'What happened is recorded: the day cannot be in the future.' },
  },
  {
    code: 'masculinities/bad-district',
    status: 422,
    es: { title: 'El distrito no es válido', detail: 'En el Perú es el ubigeo: seis cifras, como 150112.' },
    en: { title: 'Not a district', detail: 'In Peru it is the ubigeo: six digits, such as 150112.' },
  },
  {
    code: 'masculinities/bad-name',
    status: 422,
    es: {
      title: 'El nombre no se puede publicar',
      detail: 'Debe tener de 1 a 160 caracteres en una sola línea, sin @ y sin siete cifras seguidas.',
    },
    en: {
      title: 'Not a name that can be published',
      detail: 'It must have 1 to 160 characters on one line, without @ and without seven digits in a row.',
    },
  },
  {
    code: 'masculinities/bad-code',
    status: 422,
    es: {
      title: 'El código no es válido',
      detail: 'Use hasta 80 letras sin tilde, cifras y los signos . _ : / -; empiece con letra o cifra.',
    },
    en: {
      title: 'Not a code',
      detail: 'Use up to 80 plain letters, digits and the signs . _ : / -; begin with a letter or digit.',
    },
  },
  {
    code: 'masculinities/bad-number',
    status: 422,
    es: { title: 'El número no es válido', detail: 'Debe ser un número entero dentro de lo que aquí se admite.' },
    en: { title: 'Not a number that can be taken', detail: 'It must be a whole number within what is taken here.' },
  },
  {
    code: 'masculinities/unknown-country',
    status: 422,
    es: { title: 'Ese país no está preparado aquí', detail: 'Revise el país de la institución.' },
    en: { title: 'That country is not set up here', detail: 'Check the country of the institution.' },
  },
];
