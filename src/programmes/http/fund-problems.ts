import type { ProblemText } from '#service';
import { sharedProblems } from '../../shared-problems.js';

/** The words for what support funds refuse. */
export const fundProblems: readonly ProblemText[] = [
  ...sharedProblems('fund', 'bad-code', 'bad-id', 'bad-name', 'bad-number', 'unknown-country'),
  {
    code: 'fund/unknown',
    status: 404,
    es: { title: 'Ese fondo no existe', detail: 'Revise el código del fondo.' },
    en: { title: 'No such fund', detail: 'Check the code of the fund.' },
  },
  {
    code: 'fund/taken',
    status: 409,
    es: { title: 'Ese código ya es de otro fondo', detail: 'Elija otro código.' },
    en: { title: 'Another fund has this code', detail: 'Choose another code.' },
  },
  {
    code: 'fund/line-taken',
    status: 409,
    es: { title: 'Ese código ya es de otra línea', detail: 'Elija otro código para la línea.' },
    en: { title: 'Another line has this code', detail: 'Choose another code for the line.' },
  },
  {
    code: 'fund/unknown-line',
    status: 422,
    es: { title: 'El fondo no tiene esa línea', detail: 'Elija una de sus líneas.' },
    en: { title: 'The fund has no such line', detail: 'Choose one of its lines.' },
  },
  {
    code: 'fund/unknown-referral',
    status: 422,
    es: {
      title: 'Esa derivación no es de su institución',
      detail: 'El apoyo se pide para una derivación en curso que su institución envió o recibió.',
    },
    en: {
      title: 'The referral is not of your institution',
      detail: 'Support is asked for a referral under way that your institution sent or received.',
    },
  },
  {
    code: 'fund/request-exists',
    status: 409,
    es: { title: 'Ese pedido ya está registrado', detail: 'Búsquelo en la lista.' },
    en: { title: 'The request is recorded already', detail: 'Look for it in the list.' },
  },
  {
    code: 'fund/unknown-request',
    status: 404,
    es: { title: 'Ese pedido no existe', detail: 'Revise el enlace, o búsquelo en la lista.' },
    en: { title: 'No such request', detail: 'Check the link, or look for it in the list.' },
  },
  {
    code: 'fund/not-now',
    status: 409,
    es: {
      title: 'El pedido ya no está en ese paso',
      detail: 'Actualice la página: otra persona pudo haberlo atendido.',
    },
    en: { title: 'The request is past this step', detail: 'Reload the page: somebody else may have dealt with it.' },
  },
  {
    code: 'fund/own-request',
    status: 409,
    es: { title: 'Debe aprobarlo otra persona', detail: 'Quien pide no aprueba su propio pedido.' },
    en: { title: 'Somebody else must approve it', detail: 'Whoever asks does not approve their own request.' },
  },
  {
    code: 'fund/over-balance',
    status: 409,
    es: { title: 'La línea no tiene saldo', detail: 'Apruebe un monto menor, o espere a que la línea reciba más.' },
    en: { title: 'The line has not so much', detail: 'Approve less, or wait until the line gets more.' },
  },
  {
    code: 'fund/voucher-used',
    status: 409,
    es: { title: 'Ese comprobante ya se usó', detail: 'Cada comprobante respalda un solo movimiento.' },
    en: { title: 'The voucher was used already', detail: 'Each voucher stands behind one movement.' },
  },
  {
    code: 'fund/not-the-administrator',
    status: 403,
    es: {
      title: 'Esto es solo de quien administra el fondo',
      detail: 'Aprueba y paga la institución que lo administra.',
    },
    en: {
      title: 'Only for the administrator of the fund',
      detail: 'The institution that administers it approves and pays.',
    },
  },
];
