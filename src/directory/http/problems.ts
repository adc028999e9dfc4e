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
];
