import type { ProblemText } from '#service';
import { sharedProblems } from '../../shared-problems.js';

/** The words for what re-education programmes, and measures, refuse. */
export const reeducationProblems: readonly ProblemText[] = [
  ...sharedProblems('enrolment', 'bad-code', 'bad-day', 'bad-district', 'bad-number', 'not-yet', 'unknown-country'),
  {
    code: 'reeducation/not-a-centre',
    status: 403,
    es: {
      title: 'Esto es solo del centro de reeducación',
      detail: 'Las fichas de participantes las lleva el centro que da el programa, y nadie más las ve.',
    },
    en: {
      title: 'Only for the re-education centre',
      detail: 'Files of participants are kept by the centre that runs the programme, and seen by nobody else.',
    },
  },
  {
    code: 'reeducation/not-a-court',
    status: 422,
    es: { title: 'Ese juzgado no está en el directorio', detail: 'Elija el juzgado que dio la orden.' },
    en: { title: 'The court is not in the directory', detail: 'Choose the court that gave the order.' },
  },
  {
    code: 'enrolment/unknown',
    status: 404,
    es: { title: 'Esa ficha no existe', detail: 'Revise el enlace, o búsquela en la lista de su centro.' },
    en: { title: 'No such file', detail: 'Check the link, or look for it in the list of your centre.' },
  },
  {
    code: 'enrolment/exists',
    status: 409,
    es: { title: 'La ficha ya está abierta', detail: 'Vuelva a la lista y ábrala.' },
    en: { title: 'The file is open already', detail: 'Go back to the list and open it.' },
  },
  {
    code: 'enrolment/order-or-wish',
    status: 422,
    es: {
      title: 'La forma de ingreso no coincide',
      detail: 'Por orden judicial, indique el juzgado; por voluntad propia, sin juzgado, número ni plazo.',
    },
    en: {
      title: 'The entry does not fit',
      detail: 'By court order, name the court; by own wish, no court, number or day.',
    },
  },
  {
    code: 'enrolment/ended',
    status: 409,
    es: { title: 'El programa ya terminó', detail: 'No se le añade nada más.' },
    en: { title: 'The programme has ended', detail: 'Nothing more is added to it.' },
  },
  {
    code: 'enrolment/not-begun',
    status: 409,
    es: { title: 'El programa no ha empezado', detail: 'Registre primero la entrevista de ingreso.' },
    en: { title: 'The programme has not begun', detail: 'Record the first interview first.' },
  },
  {
    code: 'enrolment/before-intake',
    status: 422,
    es: {
      title: 'La sesión es anterior al ingreso',
      detail: 'Ninguna sesión es anterior a la entrevista de ingreso. Revise la fecha.',
    },
    en: {
      title: 'The session is before the intake',
      detail: 'No session is before the first interview. Check the day.',
    },
  },
  {
    code: 'enrolment/no-court',
    status: 409,
    es: { title: 'Ningún juzgado espera un informe', detail: 'El participante vino por voluntad propia.' },
    en: { title: 'No court expects a report', detail: 'The participant came of his own wish.' },
  },
  {
    code: 'enrolment/complies',
    status: 409,
    es: {
      title: 'No hay incumplimiento que informar',
      detail: 'No hay faltas sin justificar que el juzgado no conozca.',
    },
    en: {
      title: 'There is no non-compliance to report',
      detail: 'There is no unexcused absence the court has not heard of.',
    },
  },
  {
    code: 'enrolment/not-ended',
    status: 409,
    es: { title: 'El programa no ha terminado', detail: 'Registre primero cómo terminó.' },
    en: { title: 'The programme has not ended', detail: 'Record first how it ended.' },
  },
  {
    code: 'enrolment/sessions-left',
    status: 409,
    es: {
      title: 'Faltan sesiones',
      detail: 'Para registrar que lo completó debe haber asistido a todas las sesiones previstas.',
    },
    en: {
      title: 'Sessions are left',
      detail: 'To record that he completed it, he must have attended all the sessions there were to be.',
    },
  },
  {
    code: 'measure/taken',
    status: 409,
    es: {
      title: 'Esa medición ya se hizo',
      detail: 'Cada participante se mide una vez al empezar y una vez al terminar.',
    },
    en: { title: 'The measure was taken already', detail: 'Each participant is measured once before and once after.' },
  },
  {
    code: 'measure/no-first',
    status: 409,
    es: { title: 'Falta la primera medición', detail: 'Sin la medición del inicio no hay con qué comparar.' },
    en: {
      title: 'The first measure is missing',
      detail: 'Without one from the beginning there is nothing to compare with.',
    },
  },
  {
    code: 'measure/no-instrument',
    status: 422,
    es: { title: 'No hay un cuestionario vigente', detail: 'Revise la fecha.' },
    en: { title: 'No questionnaire is in force', detail: 'Check the day.' },
  },
  {
    code: 'measure/bad-answers',
    status: 422,
    es: { title: 'Faltan respuestas', detail: 'Cada pregunta lleva una respuesta de la escala.' },
    en: { title: 'Answers are missing', detail: 'Each question takes one answer of the scale.' },
  },
];
