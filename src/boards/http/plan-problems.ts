import type { ProblemText } from '#service';
import { sharedProblems } from '../../shared-problems.js';

/** The words for what a plan refuses. */
export const planProblems: readonly ProblemText[] = [
  ...sharedProblems('plan', 'bad-code', 'bad-day', 'bad-district', 'bad-id', 'unknown-country'),
  {
    code: 'plan/unknown',
    status: 404,
    es: { title: 'Ese plan no existe', detail: 'Revise la mesa y el plan.' },
    en: { title: 'No such plan', detail: 'Check the board and the plan.' },
  },
  {
    code: 'plan/taken',
    status: 409,
    es: { title: 'Ese plan es de otra mesa', detail: 'Cada mesa tiene los suyos.' },
    en: { title: 'Another board has this plan', detail: 'Every board has its own.' },
  },
  {
    code: 'plan/not-approved',
    status: 409,
    es: { title: 'El plan no está aprobado', detail: 'Apruebe una versión; después se registra su avance.' },
    en: { title: 'The plan is not approved', detail: 'Approve a version; then its progress is recorded.' },
  },
  {
    code: 'plan/approved',
    status: 409,
    es: { title: 'Esa versión ya está aprobada', detail: 'No cambia nunca: prepare el borrador de la siguiente.' },
    en: { title: 'That version is approved', detail: 'It never changes: draft the next one.' },
  },
  {
    code: 'plan/nothing-to-approve',
    status: 409,
    es: { title: 'No hay un borrador de esa versión', detail: 'Revise el número de versión.' },
    en: { title: 'There is no draft of that version', detail: 'Check the number of the version.' },
  },
  {
    code: 'plan/recognised',
    status: 409,
    es: { title: 'Esta versión ya está reconocida', detail: 'Así queda.' },
    en: { title: 'This version is recognised', detail: 'It stays so.' },
  },
  {
    code: 'plan/no-objectives',
    status: 422,
    es: { title: 'Al plan le faltan objetivos', detail: 'Debe tener por lo menos uno.' },
    en: { title: 'The plan has no objectives', detail: 'It must have at least one.' },
  },
  {
    code: 'plan/repeated-code',
    status: 422,
    es: { title: 'Hay códigos repetidos', detail: 'Cada objetivo, meta y acción tiene un código propio.' },
    en: { title: 'Some codes are repeated', detail: 'Every objective, goal and action has a code of its own.' },
  },
  {
    code: 'plan/outside-period',
    status: 422,
    es: {
      title: 'Hay una fecha fuera del periodo',
      detail: 'El plan termina después de empezar, y todo lo suyo cae dentro.',
    },
    en: { title: 'A day lies outside the period', detail: 'The plan ends after it begins, and all of it lies within.' },
  },
  {
    code: 'plan/bad-number',
    status: 422,
    es: { title: 'El valor no es un número', detail: 'Escriba un número.' },
    en: { title: 'Not a number', detail: 'Write a number.' },
  },
  {
    code: 'plan/bad-money',
    status: 422,
    es: { title: 'El monto no es válido', detail: 'Son céntimos enteros desde 0, en la moneda del presupuesto.' },
    en: { title: 'Not an amount', detail: 'It is whole cents from 0, in the currency of the budget.' },
  },
  {
    code: 'plan/bad-progress',
    status: 422,
    es: {
      title: 'El avance no es válido',
      detail: 'Es de 0 a 100, y llega a 100 solo cuando la acción está terminada.',
    },
    en: { title: 'Not a progress', detail: 'It is 0 to 100, and 100 only when the action is done.' },
  },
  {
    code: 'plan/unknown-action',
    status: 422,
    es: { title: 'El plan vigente no tiene esa acción', detail: 'Elija una acción de la versión aprobada.' },
    en: { title: 'The plan in force has no such action', detail: 'Choose an action of the approved version.' },
  },
  {
    code: 'plan/unknown-goal',
    status: 404,
    es: { title: 'El plan vigente no tiene esa meta', detail: 'Elija una meta de la versión aprobada.' },
    en: { title: 'The plan in force has no such goal', detail: 'Choose a goal of the approved version.' },
  },
  {
    code: 'plan/unknown-objective',
    status: 422,
    es: {
      title: 'Ese objetivo no es de un plan superior',
      detail: 'Elija un objetivo del plan aprobado de un nivel más alto.',
    },
    en: {
      title: 'Not an objective of a plan above',
      detail: 'Choose an objective of the approved plan of a higher level.',
    },
  },
  {
    code: 'plan/bad-name',
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
    code: 'plan/bad-digest',
    status: 422,
    es: {
      title: 'La huella del archivo no es válida',
      detail: 'Es la huella SHA-256 del archivo: 64 cifras y letras de la a a la f.',
    },
    en: { title: 'Not a digest of a file', detail: 'It is the SHA-256 of the file: 64 hexadecimal digits.' },
  },
];
