import type { ProblemText } from '#service';

/** The words for what is refused about people and about emergency access. */
export const peopleProblems: readonly ProblemText[] = [
  {
    code: 'people/unknown-code',
    status: 422,
    es: { title: 'Ese código no existe', detail: 'Elija uno de los códigos previstos.' },
    en: { title: 'No such code', detail: 'Choose one of the codes there are.' },
  },
  {
    code: 'people/bad-code',
    status: 422,
    es: { title: 'El código no es válido', detail: 'Use de 2 a 64 letras sin tilde, cifras y los signos . _ -' },
    en: { title: 'Not a code', detail: 'Use 2 to 64 plain letters, digits and the signs . _ -' },
  },
  {
    code: 'staff/unknown',
    status: 404,
    es: { title: 'Nadie tiene ese código', detail: 'Revise el código de la persona.' },
    en: { title: 'Nobody has this code', detail: 'Check the code of the person.' },
  },
  {
    code: 'staff/taken',
    status: 409,
    es: {
      title: 'Ese código ya es o fue de otra persona',
      detail: 'Lo que hizo queda registrado con él. Elija otro código.',
    },
    en: { title: 'The code is or was of somebody else', detail: 'What they did stays under it. Choose another.' },
  },
  {
    code: 'staff/login-taken',
    status: 409,
    es: {
      title: 'Esa cuenta ya es de otra persona',
      detail: 'Cada cuenta del proveedor de identidad corresponde a un solo código.',
    },
    en: { title: 'The account is of somebody else', detail: 'Each account of the provider has one code.' },
  },
  {
    code: 'staff/ended',
    status: 409,
    es: { title: 'Esa persona ya no trabaja aquí', detail: 'Regístrela de nuevo con otro código.' },
    en: { title: 'They work here no more', detail: 'Enrol them anew under another code.' },
  },
  {
    code: 'conflict/own',
    status: 409,
    es: {
      title: 'No puede levantar su propio conflicto de interés',
      detail: 'Debe hacerlo quien cuida los datos personales, o la institución que responde por el caso.',
    },
    en: { title: 'Not your own conflict', detail: 'A data officer lifts it, or the institution of the case.' },
  },
  {
    code: 'conflict/unknown-person',
    status: 422,
    es: { title: 'Nadie tiene ese código', detail: 'Revise el código de la persona que no debe ver el caso.' },
    en: { title: 'Nobody has this code', detail: 'Check the code of whoever must not see the case.' },
  },
  {
    code: 'case/sealed',
    status: 423,
    es: { title: 'El caso está bajo reserva', detail: 'Solo se abre por orden de la autoridad que lo reservó.' },
    en: { title: 'The case is sealed', detail: 'It opens by order of the authority that sealed it alone.' },
  },
  {
    code: 'sealing/unknown',
    status: 404,
    es: { title: 'Ese pedido de reserva no existe', detail: 'Revise la lista de pedidos.' },
    en: { title: 'Nobody asked for this seal', detail: 'Look at the list.' },
  },
  {
    code: 'sealing/order',
    status: 422,
    es: { title: 'Falta la orden, o sobra', detail: 'Una orden judicial lleva su norma y su número; otro motivo, no.' },
    en: { title: 'The order is missing, or too much', detail: 'A court order has a norm and a number; nothing else.' },
  },
  {
    code: 'sealing/under-way',
    status: 409,
    es: { title: 'Ya hay un pedido sobre ese caso', detail: 'Otra persona debe decidirlo primero.' },
    en: { title: 'Somebody asked already', detail: 'Another person decides on that first.' },
  },
  {
    code: 'sealing/as-it-is',
    status: 409,
    es: { title: 'El caso ya está así', detail: 'No hay nada que cambiar.' },
    en: { title: 'It is so already', detail: 'There is nothing to change.' },
  },
  {
    code: 'sealing/court-only',
    status: 409,
    es: {
      title: 'La reserva la ordenó un juzgado',
      detail: 'Solo se levanta por orden judicial: indique su norma y su número.',
    },
    en: { title: 'A court ordered the seal', detail: 'It opens by order of a court alone: give its norm and number.' },
  },
  {
    code: 'sealing/decided',
    status: 409,
    es: { title: 'Ese pedido ya se decidió', detail: 'Si hace falta, pida uno nuevo.' },
    en: { title: 'It was decided', detail: 'Ask anew where it must be.' },
  },
  {
    code: 'sealing/same-person',
    status: 409,
    es: { title: 'Quien pide no decide', detail: 'Debe decidirlo otra persona.' },
    en: { title: 'Whoever asked does not decide', detail: 'Another person does.' },
  },
  {
    code: 'sealing/no-officer',
    status: 409,
    es: {
      title: 'Falta quien cuida los datos personales',
      detail: 'Al menos una de las dos personas, la que pide o la que decide, debe cuidar los datos personales.',
    },
    en: { title: 'Nobody who looks after personal data', detail: 'At least one of the two has to be a data officer.' },
  },
  {
    code: 'glass/unknown',
    status: 404,
    es: { title: 'Ese acceso de emergencia no existe', detail: 'Revise la lista de accesos.' },
    en: { title: 'No such emergency access', detail: 'Look at the list of accesses.' },
  },
  {
    code: 'glass/explanation-too-short',
    status: 422,
    es: { title: 'La explicación es muy corta', detail: 'Explique con al menos 20 caracteres qué ocurre.' },
    en: { title: 'The explanation is too short', detail: 'Say in at least 20 characters what happens.' },
  },
  {
    code: 'glass/review-overdue',
    status: 409,
    es: {
      title: 'Un acceso suyo anterior no fue revisado a tiempo',
      detail: 'Pida que lo revisen; después podrá acceder de nuevo.',
    },
    en: { title: 'An earlier access was not reviewed in time', detail: 'Have it reviewed first.' },
  },
  {
    code: 'glass/not-justified',
    status: 409,
    es: {
      title: 'Un acceso suyo anterior no fue justificado',
      detail: 'No podrá usar el acceso de emergencia durante 30 días. Llame a la institución que responde por el caso.',
    },
    en: {
      title: 'An earlier access was not justified',
      detail: 'There is no emergency access for 30 days. Call the institution that answers for the case.',
    },
  },
  {
    code: 'glass/too-many',
    status: 409,
    es: {
      title: 'Llegó al máximo de accesos de emergencia por día',
      detail: 'Comuníquese con la institución que responde por el caso.',
    },
    en: { title: 'That was often enough for a day', detail: 'Call the institution that answers for the case.' },
  },
  {
    code: 'glass/reviewed',
    status: 409,
    es: { title: 'Ese acceso ya fue revisado', detail: 'Su resultado queda como está.' },
    en: { title: 'It was reviewed already', detail: 'The outcome stays.' },
  },
  {
    code: 'glass/own',
    status: 409,
    es: { title: 'No puede revisar su propio acceso', detail: 'Debe hacerlo otra persona.' },
    en: { title: 'Nobody reviews what they did', detail: 'Somebody else does.' },
  },
];
