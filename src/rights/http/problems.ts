import type { ProblemText } from '#service';
import { sharedProblems } from '../../shared-problems.js';

/** What the answers of this capability say when something cannot be done. */
export const rightsProblems: readonly ProblemText[] = [
  ...sharedProblems('erasure', 'unknown-country'),
  ...sharedProblems('subject', 'unknown-country'),
  ...sharedProblems('request', 'unknown-country'),
  {
    code: 'erasure/unknown',
    status: 404,
    es: { title: 'No se encuentra esa supresión', detail: 'Revise el enlace, o búsquela en la lista.' },
    en: { title: 'No such erasure', detail: 'Check the link, or look for it in the list.' },
  },
  {
    code: 'erasure/not-certified',
    status: 404,
    es: { title: 'Todavía no hay constancia', detail: 'La supresión no ha terminado, o no se aprobó.' },
    en: { title: 'There is no certificate yet', detail: 'The erasure is not over, or was refused.' },
  },
  {
    code: 'erasure/under-way',
    status: 409,
    es: {
      title: 'Ya hay una supresión en curso',
      detail: 'Se decide una a la vez. Apruebe o rechace primero la que está pedida.',
    },
    en: { title: 'An erasure is under way', detail: 'There is one at a time: decide on that one first.' },
  },
  {
    code: 'erasure/done',
    status: 409,
    es: { title: 'Esos datos ya se suprimieron', detail: 'No queda nada por suprimir.' },
    en: { title: 'These data are erased', detail: 'There is nothing left to erase.' },
  },
  {
    code: 'erasure/nothing',
    status: 422,
    es: { title: 'Falta decir qué se suprime', detail: 'Elija al menos una clase de datos, o todas.' },
    en: { title: 'Nothing is named', detail: 'Choose at least one kind of data, or all.' },
  },
  {
    code: 'erasure/same-person',
    status: 409,
    es: {
      title: 'Debe decidirlo otra persona',
      detail: 'Quien pide una supresión no la aprueba ni la rechaza.',
    },
    en: { title: 'Somebody else has to decide', detail: 'Whoever asks for an erasure does not decide on it.' },
  },
  {
    code: 'erasure/held',
    status: 409,
    es: {
      title: 'Una retención legal lo impide',
      detail: 'Queda pedida. Se podrá aprobar cuando se levante la retención.',
    },
    en: { title: 'A legal hold stands in its way', detail: 'It stays asked for, until the hold is lifted.' },
  },
  {
    code: 'erasure/approved',
    status: 409,
    es: { title: 'Ya se aprobó', detail: 'Una supresión aprobada no se puede detener.' },
    en: { title: 'It was approved', detail: 'An approved erasure cannot be stopped.' },
  },
  {
    code: 'erasure/case-open',
    status: 409,
    es: {
      title: 'La persona tiene un caso abierto',
      detail: 'El tiempo de conservación cuenta desde que se cierra el último caso.',
    },
    en: { title: 'A case of theirs is open', detail: 'Retention counts from when the last case was closed.' },
  },
  {
    code: 'erasure/file-open',
    status: 409,
    es: {
      title: 'Su ficha está abierta',
      detail: 'El tiempo de conservación cuenta desde que termina su participación.',
    },
    en: { title: 'Their file is open', detail: 'Retention counts from when they are in the programme no more.' },
  },
  {
    code: 'erasure/whole-file',
    status: 422,
    es: {
      title: 'Una ficha se suprime entera',
      detail: 'No elija clases de datos: se suprimen todos los que se guardan cifrados en ella.',
    },
    en: { title: 'A file is erased whole', detail: 'Name no kinds of data: all that is sealed in it is erased.' },
  },
  {
    code: 'erasure/live-keys',
    status: 409,
    es: { title: 'La supresión no está completa', detail: 'Queda alguna llave. Se vuelve a intentar sola.' },
    en: { title: 'The erasure is not complete', detail: 'A key is left. It is tried again by itself.' },
  },
  {
    code: 'erasure/out-of-turn',
    status: 409,
    es: { title: 'Ese paso no toca todavía', detail: 'La supresión va paso a paso.' },
    en: { title: 'It is not that step’s turn', detail: 'An erasure goes step by step.' },
  },
  {
    code: 'subject/being-erased',
    status: 409,
    es: { title: 'La supresión ya se aprobó', detail: 'No queda nada que retener.' },
    en: { title: 'The erasure was approved', detail: 'There is nothing left to hold.' },
  },
  {
    code: 'subject/no-hold',
    status: 404,
    es: { title: 'No hay esa retención', detail: 'Puede que ya se haya levantado.' },
    en: { title: 'No such hold stands', detail: 'It may have been lifted.' },
  },
  {
    code: 'request/unknown',
    status: 404,
    es: { title: 'No se encuentra ese pedido', detail: 'Revise el enlace, o búsquelo en el registro.' },
    en: { title: 'No such request', detail: 'Check the link, or look for it in the register.' },
  },
  {
    code: 'request/taken',
    status: 409,
    es: { title: 'Ese pedido ya está registrado', detail: 'Ábralo desde el registro.' },
    en: { title: 'That request was taken down', detail: 'Open it from the register.' },
  },
  {
    code: 'request/answered',
    status: 409,
    es: { title: 'Ya se respondió', detail: 'Una respuesta no se cambia. Registre un pedido nuevo.' },
    en: { title: 'It was answered', detail: 'An answer is not changed. Take down a new request.' },
  },
  {
    code: 'request/no-reason',
    status: 422,
    es: { title: 'Falta el motivo', detail: 'Lo que no se concede entero lleva un motivo.' },
    en: { title: 'The reason is missing', detail: 'What is not granted whole has a reason.' },
  },
];
