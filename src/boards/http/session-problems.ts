import type { ProblemText } from '#service';
import { sharedProblems } from '../../shared-problems.js';

/** The words for what sessions and agreements refuse. */
export const sessionProblems: readonly ProblemText[] = [
  ...sharedProblems('session', 'bad-code', 'bad-day', 'bad-id', 'unknown-country'),
  ...sharedProblems('agreement', 'bad-code', 'bad-day', 'bad-id', 'unknown-country'),
  {
    code: 'session/unknown',
    status: 404,
    es: { title: 'Esa sesión no existe', detail: 'Revise la mesa y la sesión.' },
    en: { title: 'No such session', detail: 'Check the board and the session.' },
  },
  {
    code: 'session/taken',
    status: 409,
    es: { title: 'Ese identificador ya es de otra sesión', detail: 'Convoque de nuevo.' },
    en: { title: 'Another session has this id', detail: 'Convene it again.' },
  },
  {
    code: 'session/not-convened',
    status: 409,
    es: { title: 'La sesión ya no está por empezar', detail: 'Ya se abrió, se cerró o se anuló.' },
    en: { title: 'The session is not waiting to begin', detail: 'It was opened, closed or called off.' },
  },
  {
    code: 'session/not-open',
    status: 409,
    es: { title: 'La sesión no está abierta', detail: 'Ábrala primero; cerrada o anulada, ya no cambia.' },
    en: { title: 'The session is not open', detail: 'Open it first; closed or called off, it no longer changes.' },
  },
  {
    code: 'session/nobody-seated',
    status: 409,
    es: {
      title: 'La mesa no tiene integrantes ese día',
      detail: 'Registre a sus integrantes y vuelva a abrir la sesión.',
    },
    en: { title: 'The board has no members on that day', detail: 'Seat its members and open the session again.' },
  },
  {
    code: 'session/not-seated',
    status: 422,
    es: {
      title: 'Esa institución no integra la mesa ese día',
      detail: 'Puede asistir como invitada, pero no cuenta para el quórum.',
    },
    en: { title: 'That organization is no member on that day', detail: 'It may listen, but does not count.' },
  },
  {
    code: 'session/presidency-not-delegable',
    status: 409,
    es: {
      title: 'La presidencia no se puede delegar',
      detail: 'La norma pide que asista el titular de quien preside.',
    },
    en: { title: 'The presidency cannot be delegated', detail: 'The norm demands the titular of who presides.' },
  },
  {
    code: 'session/no-quorum',
    status: 409,
    es: {
      title: 'No hay quórum',
      detail: 'Sin la mitad más una de las instituciones integrantes, la mesa no acuerda. Registre a quienes llegaron.',
    },
    en: {
      title: 'There is no quorum',
      detail: 'Without half of the members plus one the board takes no agreement. Record who came.',
    },
  },
  {
    code: 'session/unknown-item',
    status: 422,
    es: { title: 'Ese punto no está en la agenda', detail: 'Elija un punto de la agenda.' },
    en: { title: 'The agenda has no such item', detail: 'Choose an item of the agenda.' },
  },
  {
    code: 'session/agenda-full',
    status: 409,
    es: { title: 'La agenda ya no tiene lugar', detail: 'Tiene 60 puntos. Cierre acuerdos o convoque otra sesión.' },
    en: { title: 'The agenda is full', detail: 'It has 60 items. Close agreements or convene another session.' },
  },
  {
    code: 'session/due-before-session',
    status: 422,
    es: { title: 'El plazo ya pasó', detail: 'Elija el día de la sesión o uno posterior.' },
    en: { title: 'That day is over', detail: 'Choose the day of the session or a later one.' },
  },
  {
    code: 'session/minutes-recorded',
    status: 409,
    es: { title: 'El acta de esta sesión ya está registrada', detail: 'Así queda.' },
    en: { title: 'The minutes of this session are recorded', detail: 'They stay so.' },
  },
  {
    code: 'session/bad-name',
    status: 422,
    es: {
      title: 'El texto no se puede publicar',
      detail: 'Debe tener de 1 a 160 caracteres en una sola línea, sin @ y sin siete cifras seguidas.',
    },
    en: {
      title: 'Not a text that can be published',
      detail: 'It must have 1 to 160 characters on one line, without @ and without seven digits in a row.',
    },
  },
  {
    code: 'session/bad-instant',
    status: 422,
    es: { title: 'La fecha y la hora no son válidas', detail: 'Escriba día, hora y zona.' },
    en: { title: 'Not an instant', detail: 'Write day, time and zone.' },
  },
  {
    code: 'session/bad-digest',
    status: 422,
    es: {
      title: 'La huella del archivo no es válida',
      detail: 'Es la huella SHA-256 del archivo: 64 cifras y letras de la a a la f.',
    },
    en: { title: 'Not a digest of a file', detail: 'It is the SHA-256 of the file: 64 hexadecimal digits.' },
  },
  {
    code: 'agreement/unknown',
    status: 404,
    es: { title: 'Ese acuerdo no existe', detail: 'Revise la mesa y el acuerdo.' },
    en: { title: 'No such agreement', detail: 'Check the board and the agreement.' },
  },
  {
    code: 'agreement/taken',
    status: 409,
    es: { title: 'Ese identificador ya es de otro acuerdo', detail: 'Registre el acuerdo de nuevo.' },
    en: { title: 'Another agreement has this id', detail: 'Record the agreement again.' },
  },
  {
    code: 'agreement/over',
    status: 409,
    es: { title: 'El acuerdo ya terminó', detail: 'Está cumplido o se dejó sin efecto, y así queda.' },
    en: { title: 'The agreement is over', detail: 'It is done or given up, and stays so.' },
  },
  {
    code: 'agreement/not-later',
    status: 422,
    es: { title: 'El nuevo plazo no es posterior', detail: 'Elija un día después del plazo que tiene.' },
    en: { title: 'The new day is not later', detail: 'Choose a day after the one it has.' },
  },
  {
    code: 'agreement/bad-name',
    status: 422,
    es: {
      title: 'El texto no se puede publicar',
      detail: 'Debe tener de 1 a 160 caracteres en una sola línea, sin @ y sin siete cifras seguidas.',
    },
    en: {
      title: 'Not a text that can be published',
      detail: 'It must have 1 to 160 characters on one line, without @ and without seven digits in a row.',
    },
  },
  {
    code: 'agreement/bad-digest',
    status: 422,
    es: {
      title: 'La huella del archivo no es válida',
      detail: 'Es la huella SHA-256 del archivo: 64 cifras y letras de la a a la f.',
    },
    en: { title: 'Not a digest of a file', detail: 'It is the SHA-256 of the file: 64 hexadecimal digits.' },
  },
];
