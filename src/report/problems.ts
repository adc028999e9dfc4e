import type { ProblemText } from '#service';

/** Wording of what the report refuses. */
export const reportProblems: readonly ProblemText[] = [
  {
    code: 'report/unknown-board',
    status: 404,
    es: { title: 'No hay tal mesa', detail: 'Revise el código de la mesa o instancia.' },
    en: { title: 'No such board', detail: 'Check the code of the board.' },
  },
  {
    code: 'report/bad-month',
    status: 422,
    es: { title: 'Mes no válido', detail: 'El mes se escribe año-mes, como 2025-10.' },
    en: { title: 'Not a month', detail: 'A month is written year-month, such as 2025-10.' },
  },
  {
    code: 'report-not-sealed',
    status: 503,
    es: {
      title: 'El informe aún no puede salir',
      detail: 'El registro todavía no está cerrado hasta ahí. Vuelva a intentarlo; si sigue así, avise a auditoría.',
    },
    en: {
      title: 'The report cannot go out yet',
      detail: 'The record is not sealed up to there. Try again; if it stays so, tell the auditors.',
    },
  },
  {
    code: 'report-issued',
    status: 409,
    es: {
      title: 'El informe de ese mes ya se publicó',
      detail: 'Pida la versión publicada: está entre las ediciones de la mesa.',
    },
    en: {
      title: 'The report of this month was published',
      detail: 'Ask for the published version, among the editions of the board.',
    },
  },
  {
    code: 'report/boards-overlap',
    status: 422,
    es: {
      title: 'Esas instancias comparten un distrito',
      detail: 'Se comparan dos territorios distintos: restar uno del otro dejaría ver números reservados.',
    },
    en: {
      title: 'The boards share a district',
      detail: 'Two separate territories are compared: taking one from the other would show withheld numbers.',
    },
  },
  {
    code: 'report/other-months',
    status: 422,
    es: { title: 'No es el mismo mes', detail: 'Dos instancias se comparan en un mismo mes.' },
    en: { title: 'Not the same month', detail: 'Two boards are compared in one month.' },
  },
  {
    code: 'report-two-boards',
    status: 400,
    es: { title: 'Hacen falta dos instancias', detail: 'Escriba dos códigos separados por una coma.' },
    en: { title: 'Two boards are needed', detail: 'Write two codes with a comma between them.' },
  },
  {
    code: 'report-beyond-record',
    status: 422,
    es: {
      title: 'Esa edición aún no existe',
      detail: 'La posición y el corte no pueden estar más allá de lo registrado.',
    },
    en: { title: 'No such edition yet', detail: 'Position and cut-off cannot lie beyond the record.' },
  },
  {
    code: 'report-edition-incomplete',
    status: 400,
    es: { title: 'Falta un dato de la edición', detail: 'La posición y el corte van juntos.' },
    en: { title: 'Edition incomplete', detail: 'Position and cut-off go together.' },
  },
];
