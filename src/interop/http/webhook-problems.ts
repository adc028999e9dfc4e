import type { ProblemText } from '#service';

/** The words for what is refused of subscriptions. */
export const webhookProblems: readonly ProblemText[] = [
  {
    code: 'webhook/unknown',
    status: 404,
    es: { title: 'Esa suscripción no existe', detail: 'Revise su código: cada institución ve solo las suyas.' },
    en: { title: 'No such subscription', detail: 'Check its id: each institution sees its own alone.' },
  },
  {
    code: 'webhook/taken',
    status: 409,
    es: { title: 'Ese código ya es de otra suscripción', detail: 'Envíe la solicitud con otra clave.' },
    en: { title: 'Another subscription has this id', detail: 'Send the request under another key.' },
  },
  {
    code: 'webhook/ended',
    status: 409,
    es: { title: 'La suscripción terminó', detail: 'Registre otra.' },
    en: { title: 'The subscription is over', detail: 'Make another.' },
  },
  {
    code: 'webhook/bad-url',
    status: 422,
    es: {
      title: 'No se puede enviar a esa dirección',
      detail: 'Use https, con 300 caracteres como máximo y sin usuario, consulta (?) ni fragmento (#).',
    },
    en: {
      title: 'Nothing is sent to such an address',
      detail: 'Use https, at most 300 characters, without user, query (?) or fragment (#).',
    },
  },
  {
    code: 'webhook/host-not-allowed',
    status: 422,
    es: { title: 'Ese servidor no está autorizado', detail: 'Pida que lo agreguen a CHASKI_WEBHOOK_HOSTS.' },
    en: { title: 'That host is not allowed', detail: 'Ask for it to be added to CHASKI_WEBHOOK_HOSTS.' },
  },
  {
    code: 'webhook/host-unknown',
    status: 422,
    es: { title: 'Ese servidor no se encuentra', detail: 'Revise el nombre del servidor en la dirección.' },
    en: { title: 'That host is not found', detail: 'Check the name of the host in the address.' },
  },
  {
    code: 'webhook/address-refused',
    status: 422,
    es: {
      title: 'Ese servidor no es público',
      detail: 'No se envía a redes privadas ni a este mismo equipo. Use una dirección https pública.',
    },
    en: {
      title: 'That host is not public',
      detail: 'Nothing is sent to private networks nor to this machine. Use a public https address.',
    },
  },
  {
    code: 'webhook/no-types',
    status: 422,
    es: {
      title: 'Falta elegir qué se envía',
      detail: 'Elija al menos un tipo de hecho, o ninguno para recibir todos.',
    },
    en: { title: 'Nothing would be sent', detail: 'Choose at least one type, or leave them out for all.' },
  },
  {
    code: 'webhook/bad-code',
    status: 422,
    es: { title: 'El código no es válido', detail: 'Copie el código tal como lo recibió.' },
    en: { title: 'Not a code', detail: 'Copy the code as you received it.' },
  },
  {
    code: 'webhook/bad-position',
    status: 422,
    es: { title: 'Esa posición no existe', detail: 'Use la posición («position») de un hecho recibido.' },
    en: { title: 'No such position', detail: 'Use the `position` of a fact you received.' },
  },
  {
    code: 'webhook/not-dead',
    status: 409,
    es: { title: 'Ese hecho no está entre los no entregados', detail: 'Actualice la lista: quizá ya se reenvió.' },
    en: { title: 'That fact was not given up', detail: 'Read the list again: it may have been sent already.' },
  },
];
