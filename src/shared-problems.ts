import type { ProblemText } from '#service';

/** The words for what `protocol` refuses alike under the name of every capability. */
const texts = {
  'bad-code': {
    es: {
      title: 'El código no es válido',
      detail: 'Use hasta 80 letras sin tilde, cifras y los signos . _ : / -; empiece con letra o cifra.',
    },
    en: {
      title: 'Not a code',
      detail: 'Use up to 80 plain letters, digits and the signs . _ : / -; begin with a letter or digit.',
    },
  },
  'bad-day': {
    es: { title: 'La fecha no existe', detail: 'Escriba un día del calendario, como 2026-04-30.' },
    en: { title: 'No such day', detail: 'Write a day of the calendar, such as 2026-04-30.' },
  },
  'bad-district': {
    es: { title: 'El distrito no es válido', detail: 'En el Perú es el ubigeo: seis cifras, como 150112.' },
    en: { title: 'Not a district', detail: 'In Peru it is the ubigeo: six digits, such as 150112.' },
  },
  'bad-id': {
    es: { title: 'El identificador no es válido', detail: 'Cópielo tal como aparece.' },
    en: { title: 'Not an id', detail: 'Copy it as it is shown.' },
  },
  'bad-name': {
    es: {
      title: 'El nombre no se puede publicar',
      detail: 'Debe tener de 1 a 160 caracteres en una sola línea, sin @ y sin siete cifras seguidas.',
    },
    en: {
      title: 'Not a name that can be published',
      detail: 'It must have 1 to 160 characters on one line, without @ and without seven digits in a row.',
    },
  },
  'bad-number': {
    es: { title: 'El número no es válido', detail: 'Debe ser un número entero dentro de lo que aquí se admite.' },
    en: { title: 'Not a number that can be taken', detail: 'It must be a whole number within what is taken here.' },
  },
  'not-yet': {
    es: {
      title: 'Todavía no ha ocurrido',
      detail: 'Se registra lo que ya ocurrió: la fecha no puede ser futura.',
    },
    en: { title: 'It has not happened yet', detail: 'What happened is recorded: the day cannot be in the future.' },
  },
  'unknown-country': {
    es: { title: 'Ese país no está preparado aquí', detail: 'Use PE o BO.' },
    en: { title: 'That country is not set up here', detail: 'Use PE or BO.' },
  },
} as const satisfies Readonly<Record<string, Omit<ProblemText, 'code' | 'status'>>>;

/** Some of them, as this capability refuses them: 422 `<capability>/bad-day` … */
export const sharedProblems = (
  capability: string,
  ...refusals: readonly (keyof typeof texts)[]
): readonly ProblemText[] =>
  refusals.map((refusal) => ({ code: `${capability}/${refusal}`, status: 422, ...texts[refusal] }));
