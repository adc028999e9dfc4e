import type { ProblemText } from '#service';
import { sharedProblems } from '../../shared-problems.js';

/** The words for what the directory refuses. */
export const directoryProblems: readonly ProblemText[] = [
  ...sharedProblems('directory', 'bad-code', 'bad-district', 'unknown-country'),
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
  {
    code: 'directory/secret-address',
    status: 422,
    es: {
      title: 'El lugar de un refugio no se escribe',
      detail:
        'Ni dirección, ni distrito, ni coordenadas: quien se refugia no debe poder ser hallada por el directorio.',
    },
    en: {
      title: 'The place of a shelter is not written down',
      detail: 'No address, district or coordinates: whoever hides there must not be found through the directory.',
    },
  },
  {
    code: 'directory/bad-coordinates',
    status: 422,
    es: {
      title: 'Las coordenadas no son válidas',
      detail: 'Latitud (de -90 a 90) y longitud (de -180 a 180) van juntas.',
    },
    en: { title: 'Not coordinates', detail: 'Latitude (-90 to 90) and longitude (-180 to 180) go together.' },
  },
  {
    code: 'directory/unknown-location',
    status: 404,
    es: { title: 'Ese local no está en el directorio', detail: 'Registre primero el local de la institución.' },
    en: { title: 'No such location', detail: 'Enter the location of the organization first.' },
  },
  {
    code: 'directory/bad-days',
    status: 422,
    es: {
      title: 'Las fechas no son válidas',
      detail: 'Deben ser días del calendario, como 2026-03-09, y el último no puede ser anterior al primero.',
    },
    en: {
      title: 'Not days',
      detail: 'They must be days of the calendar, such as 2026-03-09, the last not before the first.',
    },
  },
  {
    code: 'directory/bad-hours',
    status: 422,
    es: {
      title: 'El horario no es válido',
      detail: 'Use horas como 08:00 y 16:15 (o 24:00), distintas entre sí, y días MO a SU.',
    },
    en: {
      title: 'Not opening hours',
      detail: 'Use times such as 08:00 and 16:15 (or 24:00), not the same, and days MO to SU.',
    },
  },
  {
    code: 'directory/bad-text',
    status: 422,
    es: { title: 'El texto no es válido', detail: 'De 1 a 500 caracteres en una sola línea.' },
    en: { title: 'Not a line of text', detail: '1 to 500 characters on one line.' },
  },
  {
    code: 'directory/bad-phone',
    status: 422,
    es: { title: 'El teléfono no es válido', detail: 'Solo cifras, espacios, paréntesis y guiones.' },
    en: { title: 'Not a telephone number', detail: 'Digits, spaces, brackets and dashes only.' },
  },
  {
    code: 'directory/bad-capacity',
    status: 422,
    es: {
      title: 'Los cupos no son válidos',
      detail: 'Use números enteros; los libres no pueden ser más que el total.',
    },
    en: { title: 'Not a capacity', detail: 'Use whole numbers; no more can be free than there are.' },
  },
  {
    code: 'directory/own-successor',
    status: 422,
    es: { title: 'Una institución no se reemplaza a sí misma', detail: 'Indique el código de la que toma su lugar.' },
    en: { title: 'An organization does not take its own place', detail: 'Name the code of the one that does.' },
  },
  {
    code: 'directory/import-unreadable',
    status: 422,
    es: {
      title: 'El archivo no es una lista de instituciones',
      detail: 'Debe ser JSON: una lista, o un objeto con la lista en «organizations» o «contents».',
    },
    en: {
      title: 'Not a list of organizations',
      detail: 'It must be JSON: a list, or an object with the list under "organizations" or "contents".',
    },
  },
];
