import type { ProblemText } from '#service';

/** The words for what the directory refuses. */
export const directoryProblems: readonly ProblemText[] = [
  {
    code: 'directory/unknown',
    status: 404,
    es: { title: 'Esa institución no está en el directorio', detail: 'Revise el código de la institución.' },
    en: { title: 'No such organization', detail: 'Check the code of the organization.' },
  },
  {
    code: 'directory/unknown-service',
    status: 404,
    es: { title: 'Ese servicio no está en el directorio', detail: 'Revise el código del servicio.' },
    en: { title: 'No such service', detail: 'Check the code of the service.' },
  },
  {
    code: 'directory/bad-name',
    status: 422,
    es: {
      title: 'El nombre no se puede publicar',
      detail:
        'Debe tener de 1 a 160 caracteres en una sola línea, sin @ y sin siete cifras seguidas: es un nombre público, no un correo ni un teléfono.',
    },
    en: {
      title: 'Not a name that can be published',
      detail:
        'It must have 1 to 160 characters on one line, without @ and without seven digits in a row: a public name, no address and no telephone.',
    },
  },
  {
    code: 'directory/bad-code',
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
    code: 'directory/bad-district',
    status: 422,
    es: { title: 'El distrito no es válido', detail: 'En el Perú es el ubigeo: seis cifras, como 150112.' },
    en: { title: 'Not a district', detail: 'In Peru it is the ubigeo: six digits, such as 150112.' },
  },
  {
    code: 'directory/unknown-country',
    status: 422,
    es: { title: 'Ese país no está preparado aquí', detail: 'Por ahora, use PE.' },
    en: { title: 'That country is not set up here', detail: 'For now, use PE.' },
  },
  {
    code: 'directory/taken',
    status: 409,
    es: {
      title: 'Ese código ya es de otra institución',
      detail: 'Ya está registrada con otros datos, y así queda. Elija otro código.',
    },
    en: {
      title: 'Another organization has this code',
      detail: 'It is registered with other data, and stays so. Choose another code.',
    },
  },
  {
    code: 'directory/service-taken',
    status: 409,
    es: {
      title: 'Ese código ya es de otro servicio',
      detail: 'La institución ya lo ofrece con otros datos, y así queda. Elija otro código.',
    },
    en: {
      title: 'Another service has this code',
      detail: 'The organization offers it with other data, and it stays so. Choose another code.',
    },
  },
  {
    code: 'directory/ages-reversed',
    status: 422,
    es: { title: 'Las edades están al revés', detail: 'La edad mínima no puede ser mayor que la máxima.' },
    en: { title: 'The ages are the wrong way round', detail: 'The lowest age cannot be above the highest.' },
  },
];
