import type { ProblemText } from '#service';

/** The words for what imports refuse as a whole. */
export const importProblems: readonly ProblemText[] = [
  {
    code: 'import/not-demo',
    status: 403,
    es: {
      title: 'El archivo no está marcado como demostración',
      detail: 'Mientras no haya control de acceso solo se importan datos de demostración, marcados como tales.',
    },
    en: {
      title: 'The file is not marked as a demonstration',
      detail: 'Until there is access control, only demonstration data is imported, and says so.',
    },
  },
  {
    code: 'import/store-not-demo',
    status: 403,
    es: {
      title: 'El almacén no es de demostración',
      detail: 'Los datos de demostración no se mezclan con datos reales.',
    },
    en: {
      title: 'The store is not a demonstration',
      detail: 'Demonstration data is not mixed with real data.',
    },
  },
  {
    code: 'import/unknown-mapping',
    status: 404,
    es: {
      title: 'No existe esa plantilla',
      detail: 'Las plantillas de esta instalación están en /api/imports/mappings.',
    },
    en: {
      title: 'There is no such mapping',
      detail: 'The mappings of this deployment are at /api/imports/mappings.',
    },
  },
];
